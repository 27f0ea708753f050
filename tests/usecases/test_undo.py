"""Every edit has its inverse; both stay in the ledger, and nothing is deleted."""

import pytest

from tests.builders import add
from tracker import audit, correction, gazetteer, identity, recording, review, undo, withdrawal
from tracker.correction import Correction
from tracker.errors import Conflict, NotFound
from tracker.gazetteer import Edit
from tracker.ingest.places import shipped_places
from tracker.model import Kind, PlacePrecision, Verdict
from tracker.recording import Entry
from tracker.store import articles, claims, ledger
from tracker.store.engine import Engine
from tracker.store.places import Known, list_places
from tracker.store.session import Session, reading
from tracker.training.corrections import corrected_articles
from tracker.views.article import article_shape
from tracker.views.claim import claim_shape
from tracker.views.place import place_shape

WIRE = (
    "Mayor Ilse Brandt said on Tuesday that the harbour bridge would be closed for two weeks.\n\n"
    "“The ferry will run every hour,” Brandt told Harbour Radio.\n"
)
DAILY = "The harbour bridge would be closed for two weeks, Mayor Ilse Brandt said on Tuesday.\n"


@pytest.fixture
def desk(engine: Engine) -> Engine:
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    add(engine, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    return engine


def last(engine: Engine, action: str) -> int:
    with reading(engine) as session:
        return next(r.seq for r, _ in ledger.entries(session, limit=500) if r.action == action)


def seen(engine: Engine) -> object:
    """Return what a reader sees of the articles and claims, without what was said about them."""
    with reading(engine) as session:
        shapes = [article_shape(session, number) for number in (1, 2)]
        shapes += [claim_shape(session, number) for number in (1, 2)]
    return [_without_talk(shape) for shape in shapes]


def _without_talk(value: object) -> object:
    if isinstance(value, dict):
        told = ("corrections", "judgements", "entry", "suggested_links")
        return {k: _without_talk(v) for k, v in value.items() if k not in told}
    if isinstance(value, list):
        return [_without_talk(one) for one in value]
    return value


CHANGES = {
    "speaker": Correction(speaker="Tobias Rehn"),
    "no speaker": Correction(speaker=""),
    "content": Correction(content=("would be closed for two weeks",)),
    "source": Correction(source="Ilse Brandt"),
    "cue": Correction(cue="said on Tuesday"),
    "kind": Correction(kind=Kind.QUOTE),
    "rejection": Correction(reject=True),
    "confirmation": Correction(confirm=True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("action", ["correction.made", "occurrence.corrected"])
def test_a_correction_is_put_back(desk: Engine, change: Correction, action: str) -> None:
    before = seen(desk)
    correction.correct(desk, 1, change, "misread", "vera")
    undo.undo(desk, last(desk, action), "it was right", "olga")
    assert seen(desk) == before
    undo.undo(desk, last(desk, action), "no, it was not", "vera")
    undo.undo(desk, last(desk, action), "it was", "olga")
    assert seen(desk) == before
    assert audit.verify(desk, shipped_places())[1] == []


def test_a_correction_that_another_rests_on_is_not_put_back(desk: Engine) -> None:
    correction.correct(desk, 1, Correction(speaker="Tobias Rehn"), "misread", "vera")
    first = last(desk, "correction.made")
    correction.correct(desk, 1, Correction(speaker="Nora Falk"), "misheard", "olga")
    with pytest.raises(Conflict, match=r"corrected again by olga \(entry \d+\): undo that first"):
        undo.undo(desk, first, "wrong", "vera")
    undo.undo(desk, last(desk, "correction.made"), "wrong", "vera")


def test_a_judgement_is_withdrawn_and_given_again(desk: Engine) -> None:
    before = seen(desk)
    review.judge(desk, "L1", Verdict.NO, "another bridge", "vera")
    made = last(desk, "judgement.made")
    with pytest.raises(Conflict, match="answer of vera"):
        undo.undo(desk, made, "no", "olga")
    assert undo.undo(desk, made, "the same", "vera") == "L1: no withdrawn; it is now auto"
    assert seen(desk) == before
    with pytest.raises(Conflict, match="does not stand any more"):
        undo.undo(desk, made, "again", "vera")
    again = undo.undo(desk, last(desk, "judgement.withdrawn"), "another after all", "vera")
    assert again == "L1: no again; it is now rejected"


def test_agents_are_parted_and_joined_again(desk: Engine) -> None:
    one = recording.record(desk, Entry("The ferry is late", speaker="I. Brandt"), "vera")
    with reading(desk) as session:
        pair = [_speaker(session, number) for number in (one.claim_id, 1)]
    before = seen(desk)
    identity.merge(desk, *pair, "one person", "vera")
    merged = last(desk, "agents.merged")
    undo.undo(desk, merged, "two people", "olga")
    assert seen(desk) == before
    undo.undo(desk, last(desk, "agents.parted"), "one after all", "olga")
    with pytest.raises(Conflict, match="does not stand any more"):
        undo.undo(desk, merged, "two", "olga")
    undo.undo(desk, last(desk, "agents.merged"), "two", "olga")
    identity.tell_apart(desk, *pair, "two people", "vera")
    told = "no longer told apart"
    assert told in undo.undo(desk, last(desk, "agents.told_apart"), "unsure", "vera")


def _speaker(session: Session, claim_id: int) -> int:
    return claims.get_claim(session, claim_id).speaker_id or 0


def test_a_shipped_place_is_what_it_was_shipped_as(engine: Engine) -> None:
    gazetteer.seed(engine, "vera")
    with reading(engine) as session:
        place_id = list_places(session, "city", None, 1)[0].id
        before = place_shape(session, place_id, 5)
    gazetteer.edit(engine, place_id, Edit(kind="region", add_aliases=("Old Town",)), "x", "vera")
    edited = last(engine, "place.edited")
    gazetteer.edit(engine, place_id, Edit(within="Ruritania"), "x", "olga")
    with pytest.raises(Conflict, match=r"place\.edited by olga"):
        undo.undo(engine, edited, "wrong", "vera")
    undo.undo(engine, last(engine, "place.edited"), "wrong", "vera")
    undo.undo(engine, last(engine, "place.put_back"), "right", "vera")
    undo.undo(engine, last(engine, "place.put_back"), "wrong", "vera")
    with pytest.raises(Conflict, match="was changed since"):
        undo.undo(engine, edited, "wrong", "vera")
    assert audit.verify(engine, shipped_places())[1] == []
    with reading(engine) as session:
        held = place_shape(session, place_id, 5)
    assert held["kind"] == "region"
    assert held["within"] == before["within"]


def test_one_edit_of_a_shipped_place_is_undone_to_the_letter(engine: Engine) -> None:
    gazetteer.seed(engine, "vera")
    with reading(engine) as session:
        place_id = list_places(session, "city", None, 1)[0].id
        before = place_shape(session, place_id, 5)
    gazetteer.edit(engine, place_id, Edit(kind="region", add_aliases=("Old Town",)), "x", "vera")
    undo.undo(engine, last(engine, "place.edited"), "wrong", "vera")
    with reading(engine) as session:
        after = place_shape(session, place_id, 5)
    assert {**after, "entry": 0} == {**before, "entry": 0}


def test_a_place_that_a_person_added_is_looked_up_no_more(engine: Engine) -> None:
    place_id = gazetteer.add(engine, Known("Halvern", PlacePrecision.CITY), "x", "vera")
    undo.undo(engine, last(engine, "place.added"), "wrong", "vera")
    with reading(engine) as session:
        assert place_shape(session, place_id, 5)["kind"] is None
    assert gazetteer.of_database(engine).find("Halvern") is None


def test_a_record_by_hand_is_set_aside_and_kept(desk: Engine) -> None:
    done = recording.record(desk, Entry("The ferry is late", speaker="Nora Falk"), "vera")
    undo.undo(desk, last(desk, "occurrence.added"), "misheard", "olga")
    with reading(desk) as session:
        (occurrence,) = claim_shape(session, done.claim_id)["occurrences"]
    assert occurrence["rejected"]
    undo.undo(desk, last(desk, "correction.made"), "heard right", "olga")
    with reading(desk) as session:
        (occurrence,) = claim_shape(session, done.claim_id)["occurrences"]
    assert not occurrence["rejected"]


def test_a_withdrawn_article_is_shown_and_counts_nowhere(desk: Engine) -> None:
    before = seen(desk)
    correction.correct(desk, 2, Correction(reject=True), "a caption", "vera")
    rejected = seen(desk)
    assert withdrawal.withdraw(desk, 1, "a test page", "vera") == 1
    with reading(desk) as session:
        shape = article_shape(session, 1)
        claim = claim_shape(session, 3)
    assert shape["withdrawn"]["reason"] == "a test page"
    assert [s["withdrawn"]["user"] for s in shape["statements"]] == ["vera", "vera"]
    assert claim["claim_id"] == 3, "the later one stands by itself"
    assert claim["independence"]["articles"] == 1
    assert [o["article_id"] for o in claim["occurrences"]] == [2]
    assert audit.verify(desk, shipped_places())[1] == []
    with reading(desk) as session:
        assert corrected_articles(session) == []
    with pytest.raises(Conflict, match="withdrawn already, by vera"):
        withdrawal.withdraw(desk, 1, "again", "olga")
    with pytest.raises(Conflict, match="article 1 was withdrawn by vera"):
        correction.correct(desk, 1, Correction(confirm=True), "it is one", "olga")
    assert withdrawal.restore(desk, 1, "it was no test", "olga") == 1
    assert seen(desk) == rejected != before
    with reading(desk) as session:
        assert [a.id for a in corrected_articles(session)] == [_version_uid(session)]
    with pytest.raises(Conflict, match="is not withdrawn"):
        withdrawal.restore(desk, 1, "again", "olga")
    assert audit.verify(desk, shipped_places())[1] == []


def _version_uid(session: Session) -> str:
    return articles.get_version(session, 1).uid


def test_adding_and_withdrawing_are_undone_by_entry(desk: Engine) -> None:
    before = seen(desk)
    added = last(desk, "article.added")
    assert undo.undo(desk, added, "a mistake", "vera") == "article 2: withdrawn, 1 statement"
    assert undo.undo(desk, last(desk, "article.withdrawn"), "none", "vera").endswith("1 statement")
    assert seen(desk) == before
    undo.undo(desk, last(desk, "article.restored"), "it was one", "vera")
    with pytest.raises(Conflict, match="withdrawn already"):
        undo.undo(desk, added, "a mistake", "vera")


def test_a_new_version_of_a_withdrawn_article_is_set_aside_too(desk: Engine) -> None:
    withdrawal.withdraw(desk, 1, "a test page", "vera")
    add(
        desk,
        WIRE.replace("two weeks", "three weeks"),
        url="https://wire.example/1",
        published="2024-05-01",
    )
    with reading(desk) as session:
        assert all(s["rejected"] for s in article_shape(session, 1)["statements"])
    with pytest.raises(Conflict, match="article 1 is withdrawn"):
        recording.record(desk, Entry("The ferry will run", article_id=1), "vera")
    withdrawal.restore(desk, 1, "none", "vera")
    with reading(desk) as session:
        assert not any(s["rejected"] for s in article_shape(session, 1)["statements"])


@pytest.mark.parametrize("action", ["link.proposed", "version.captured", "agent.added"])
def test_what_follows_from_others_is_not_undone_by_itself(desk: Engine, action: str) -> None:
    with pytest.raises(Conflict, match="follows from others"):
        undo.undo(desk, last(desk, action), "x", "vera")
    with pytest.raises(NotFound, match="no ledger entry 9999"):
        undo.undo(desk, 9999, "x", "vera")
