"""An edit rests on what its author saw: where somebody wrote on it since, it is refused."""

import multiprocessing
from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import add
from tracker import correction, gazetteer, identity, recording, review, withdrawal
from tracker.correction import Correction
from tracker.errors import Conflict, Stale
from tracker.gazetteer import Edit
from tracker.model import PlacePrecision, Verdict
from tracker.recording import Entry
from tracker.store import claims, ledger
from tracker.store.engine import Engine, open_engine
from tracker.store.places import Known
from tracker.store.session import reading
from tracker.views.agent import agent_shape
from tracker.views.article import article_shape
from tracker.views.claim import claim_shape
from tracker.views.place import place_shape

WIRE = "Mayor Ilse Brandt said on Tuesday that the harbour bridge would be closed for two weeks.\n"
DAILY = "The harbour bridge would be closed for two weeks, Mayor Ilse Brandt said on Tuesday.\n"

Edits = dict[str, Callable[[Engine, str, int], Any]]


@pytest.fixture
def desk(engine: Engine) -> Engine:
    """Claim 1 in articles 1 and 2 (link L1), claim 3 of an agent of its own, place of a person."""
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    add(engine, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    recording.record(engine, Entry("The ferry is late", speaker="I. Brandt"), "vera")
    gazetteer.add(engine, Known("Halvern", PlacePrecision.CITY), "x", "vera")
    return engine


def speakers(engine: Engine) -> tuple[int, int]:
    with reading(engine) as session:
        found = [claims.get_claim(session, number).speaker_id or 0 for number in (1, 3)]
    return found[0], found[1]


EDITS: Edits = {
    "judge": lambda e, u, n: review.judge(e, "L1", Verdict.NO, u, u, n),
    "correct": lambda e, u, n: correction.correct(e, 1, Correction(speaker=u), u, u, n),
    "merge claims": lambda e, u, n: review.merge(e, 1, 3, u, u, n),
    "split": lambda e, u, n: review.split(e, [2], u, u, n),
    "merge agents": lambda e, u, n: identity.merge(e, *speakers(e), u, u, n),
    "tell apart": lambda e, u, n: identity.tell_apart(e, *speakers(e), u, u, n),
    "edit a place": lambda e, u, n: gazetteer.edit(e, 1, Edit(within=u), u, u, n),
    "withdraw an article": lambda e, u, n: withdrawal.withdraw(e, 1, u, u, n),
}


def head(engine: Engine) -> int:
    with reading(engine) as session:
        return ledger.head(session)[0]


@pytest.mark.parametrize("edit", EDITS)
def test_of_two_edits_from_one_reading_the_first_wins(desk: Engine, edit: str) -> None:
    seen = head(desk)
    EDITS[edit](desk, "Ana", seen)
    before = head(desk)
    with pytest.raises(Stale, match=rf"changed since entry {seen}: [a-z_.]+ by Ana at 20") as told:
        EDITS[edit](desk, "Bo", seen)
    assert "\n" not in str(told.value)
    assert head(desk) == before


def test_what_was_written_on_other_records_makes_no_edit_stale(desk: Engine) -> None:
    seen = head(desk)
    gazetteer.edit(desk, 1, Edit(within="Ruritania"), "x", "ana")
    recording.record(desk, Entry("It rained", speaker="Nora Falk"), "ana")
    review.judge(desk, "L1", Verdict.YES, "same", "bo", seen)
    correction.correct(desk, 1, Correction(confirm=True), "on tape", "bo", seen)


def test_what_left_a_claim_makes_an_edit_of_it_stale(desk: Engine) -> None:
    review.judge(desk, "L1", Verdict.YES, "same", "ana")
    with reading(desk) as session:
        seen = claim_shape(session, 1)["entry"]
    review.split(desk, [2], "another bridge", "ana")
    with reading(desk) as session:
        assert claim_shape(session, 1)["entry"] > seen
    with pytest.raises(Stale):
        review.merge(desk, 1, 3, "stale", "bo", seen)


def test_the_entry_that_views_show_is_enough_to_edit(desk: Engine) -> None:
    one, other = speakers(desk)
    with reading(desk) as session:
        claim = claim_shape(session, 1)["entry"]
        article = article_shape(session, 1)["entry"]
        agent = max(agent_shape(session, number, 1)["entry"] for number in (one, other))
        place = place_shape(session, 1, 1)["entry"]
    review.judge(desk, "L1", Verdict.YES, "same", "bo", claim)
    correction.correct(desk, 1, Correction(confirm=True), "on tape", "bo", article)
    identity.merge(desk, one, other, "one person", "bo", agent)
    gazetteer.edit(desk, 1, Edit(within="Ruritania"), "x", "bo", place)
    with pytest.raises(Conflict, match="was changed since"):
        withdrawal.withdraw(desk, 1, "x", "bo", article)


def _edit(address: str, edit: str, user: str, seen: int, start: Any, outcomes: Any) -> None:
    engine = open_engine(address)
    start.wait()
    try:
        EDITS[edit](engine, user, seen)
        outcomes.put((user, "won"))
    except Stale as error:
        outcomes.put((user, str(error)))
    finally:
        engine.dispose()


@pytest.mark.parametrize("edit", ["judge", "correct", "merge agents"])
def test_of_two_processes_exactly_one_wins(desk: Engine, database: str, edit: str) -> None:
    seen = head(desk)
    context = multiprocessing.get_context("spawn")
    start, outcomes = context.Barrier(2), context.Queue()
    users = ("Ana", "Bo")
    running = [
        context.Process(target=_edit, args=(database, edit, user, seen, start, outcomes))
        for user in users
    ]
    for process in running:
        process.start()
    told = dict(outcomes.get(timeout=120) for _ in running)
    for process in running:
        process.join(60)
    (winner,) = [user for user in users if told[user] == "won"]
    (loser,) = [user for user in users if told[user] != "won"]
    assert f"by {winner} at" in told[loser]
