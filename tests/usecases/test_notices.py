"""What an outlet says of its article reaches every claim that is in it or linked to it."""

from pathlib import Path

import pytest
from sqlmodel import select

from tests.builders import add
from tracker import audit, notices
from tracker.errors import BadInput, Conflict, NotFound
from tracker.exchange import jsonl
from tracker.model import NoticeKind
from tracker.notices import About, Said
from tracker.store import ledger
from tracker.store import notices as stored
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.store.tables import ClaimRow
from tracker.views.article import article_rows, article_shape
from tracker.views.claim import claim_rows, claim_shape
from tracker.views.notices import of_claims

QUAY = "Mayor Ada Lind said the new quay would open before the winter storms reach the coast."
ROAD = "Lind said the coastal road stays closed to lorries until the bridge is mended in June."
BOAT = "Harbour master Kari Moe said no ferry would sail until the diving teams had finished."

SAID = Said(
    NoticeKind.RETRACTION, "We never spoke to the mayor.", "2024-05-09", "https://w.example/n"
)


@pytest.fixture
def two(engine: Engine) -> Engine:
    """The wire carries two claims, the daily one of them a day later, with one of its own."""
    add(engine, f"{QUAY} {ROAD}", outlet="Sample Wire", published="2024-05-02")
    add(engine, f"{QUAY} {BOAT}", outlet="Sample Daily", published="2024-05-03")
    return engine


def reaches(engine: Engine) -> dict[int, list[str]]:
    with reading(engine) as session:
        found = of_claims(session, [1, 2, 3, 4])
    return {number: [n["reach"] for n in held] for number, held in found.items() if held}


def test_the_claim_is_carried_by_both(two: Engine) -> None:
    with reading(two) as session:
        assert claim_rows(session, [1])[0]["occurrences"] == 2
        assert claim_rows(session, [3])[0]["part_of"] == 1


@pytest.mark.parametrize(
    ("article", "about", "reached"),
    [
        pytest.param(
            1, About(), {1: ["here"], 2: ["here"], 3: ["first"]}, id="the first to carry it"
        ),
        pytest.param(2, About(), {1: ["also"], 3: ["here"], 4: ["here"]}, id="a later carrier"),
        pytest.param(1, About(claim_id=2), {2: ["here"]}, id="one claim"),
        pytest.param(1, About(claim_id=1), {1: ["here"], 3: ["first"]}, id="one carried on"),
        pytest.param(
            2, About(occurrence_id=3), {1: ["also"], 3: ["here"]}, id="one later occurrence"
        ),
    ],
)
def test_a_notice_reaches(
    two: Engine, article: int, about: About, reached: dict[int, list[str]]
) -> None:
    notices.record(two, article, SAID, about, "ann")
    assert reaches(two) == reached
    assert audit.verify(two)[1] == []


def test_it_is_shown_wherever_the_claim_is(two: Engine) -> None:
    done = notices.record(two, 1, SAID, About(), "ann")
    assert (done.name, done.here, done.elsewhere) == ("N1", 2, 1)
    with reading(two) as session:
        shape = claim_shape(session, 3)
        rows = claim_rows(session, [1, 3])
        article, later = article_shape(session, 1), article_shape(session, 2)
        first, other = article_rows(session, 10)
        (entry, _), *_ = ledger.entries(session, kind="notice")
    (notice,) = shape["notices"]
    assert (notice["kind"], notice["published_at"], notice["user"]) == (
        "retraction",
        "2024-05-09",
        "ann",
    )
    assert [len(o["notices"]) for o in shape["occurrences"]] == [1, 0]
    assert [row["notices"][0]["reach"] for row in rows] == ["here", "first"]
    assert [n["text"] for n in article["notices"]] == ["We never spoke to the mayor."]
    assert [len(s["notices"]) for s in later["statements"]] == [1, 0]
    assert (len(first["notices"]), len(other["notices"])) == (1, 0)
    assert (entry.action, entry.user) == ("notice.recorded", "ann")


def test_taking_it_back_leaves_it_with_the_article_alone(two: Engine) -> None:
    notices.record(two, 1, SAID, About(), "ann")
    assert notices.withdraw(two, 1, "n1", "another article was meant", "bo") == "N1"
    assert reaches(two) == {}
    with reading(two) as session:
        (notice,) = article_shape(session, 1)["notices"]
        actions = [entry.action for entry, _ in ledger.entries(session, kind="notice")]
    assert notice["withdrawn"]["user"] == "bo"
    assert actions == ["notice.withdrawn", "notice.recorded"]
    assert audit.verify(two)[1] == []
    with pytest.raises(Conflict, match="withdrawn already by bo"):
        notices.withdraw(two, 1, "N1", "again", "ann")


def test_a_retraction_reaches_later_versions_too(engine: Engine) -> None:
    known = {"outlet": "Sample Wire", "url": "https://w.example/quay"}
    add(engine, f"{QUAY} {ROAD}", **known)
    add(engine, f"{QUAY} {BOAT}", **known)
    notices.record(engine, 1, SAID, About(), "ann")
    assert reaches(engine) == {1: ["here"], 2: ["here"], 3: ["here"], 4: ["here"]}


@pytest.mark.parametrize(
    ("article", "said", "about", "error"),
    [
        pytest.param(9, SAID, About(), NotFound, id="no such article"),
        pytest.param(1, SAID, About(claim_id=4), NotFound, id="a claim of another article"),
        pytest.param(1, SAID, About(claim_id=99), NotFound, id="no such claim"),
        pytest.param(1, SAID, About(occurrence_id=4), NotFound, id="an occurrence elsewhere"),
        pytest.param(1, SAID, About(1, 1), BadInput, id="both"),
        pytest.param(
            1, Said(NoticeKind.CORRECTION, "So.", "in May"), About(), BadInput, id="no time"
        ),
    ],
)
def test_what_cannot_be_recorded(
    two: Engine, article: int, said: Said, about: About, error: type[Exception]
) -> None:
    with pytest.raises(error):
        notices.record(two, article, said, about, "ann")
    with reading(two) as session:
        assert stored.on_articles(session, [1, 2]) == []


@pytest.mark.parametrize(("name", "error"), [("N7", NotFound), ("L1", BadInput)])
def test_what_cannot_be_withdrawn(two: Engine, name: str, error: type[Exception]) -> None:
    notices.record(two, 1, SAID, About(), "ann")
    with pytest.raises(error):
        notices.withdraw(two, 1, name, "no", "ann")


def test_exports_carry_notices_and_what_they_reach(
    two: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    notices.record(two, 1, SAID, About(), "ann")
    notices.record(two, 2, Said(NoticeKind.CORRECTION, "June, not May."), About(claim_id=4), "ann")
    notices.withdraw(two, 2, "N2", "it was May", "bo")
    jsonl.export(two, tmp_path / "one", lambda *_: None, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "tester", lambda *_: None)
    jsonl.export(second_sqlite_engine, tmp_path / "two", lambda *_: None, [])
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    assert audit.verify(second_sqlite_engine)[1] == []
    with reading(two) as session:
        every = [row.id for row in session.exec(select(ClaimRow))]
    jsonl.export(two, tmp_path / "chosen", lambda *_: None, every)
    assert (tmp_path / "chosen" / "occurrences.jsonl").read_text().count('"reach": "first"') == 1
