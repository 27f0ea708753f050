"""People say which claims are one: every occurrence kept, remembered, and taken back."""

import itertools
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import add, linked, originals
from tracker import audit, linking, review
from tracker.errors import BadInput, Conflict, NotFound
from tracker.exchange import jsonl
from tracker.model import Verdict
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.ledger import entries, reason_of
from tracker.store.links import every
from tracker.store.session import reading, writing
from tracker.views.claim import claim_shape
from tracker.views.exported import occurrence_extras

WIRE = (
    "Harbour master Ines Okafor said the dredging of the northern channel would cost "
    "the town 14 million crowns over three years.",
    "Sample Wire",
    "2024-05-02",
)
DAILY = (
    "Deepening the way in for ships is a heavy burden on taxpayers for three summers, "
    "harbour master Ines Okafor said.",
    "Sample Daily",
    "2024-05-05",
)
MAIL = (
    "Deepening the way in for ships is a heavy burden on taxpayers for three summers, "
    "the harbour master, Ines Okafor, said.",
    "Sample Mail",
    "2024-05-06",
)
RIVAL = (
    "Harbour master Ines Okafor said the dredging of the northern channel would cost "
    "the town 19 million crowns over three years.",
    "Sample Post",
    "2024-05-04",
)
OTHER = (
    "Mayor Tobias Rehn said the swimming hall would open again before the summer holidays.",
    "Sample Evening",
    "2024-05-07",
)

Piece = tuple[str, str, str]


def put(engine: Engine, *pieces: Piece) -> None:
    for text, outlet, published in pieces:
        add(engine, text, outlet=outlet, published=published)


def number(engine: Engine, piece: Piece) -> int:
    """Return the claim that a piece's own occurrence words."""
    with reading(engine) as session:
        stored = load_claims(session, range(1, 100)).values()
        (found,) = [c.id for c in stored if c.claim.published.day.isoformat() == piece[2]]
        return found


def merge(engine: Engine, one: Piece, into: Piece, user: str = "ann") -> review.Settled:
    pair = number(engine, one), number(engine, into)
    return review.merge(engine, *pair, "on tape", user)


def split(engine: Engine, *pieces: Piece, user: str = "ann") -> list[review.Settled]:
    numbers = [number(engine, piece) for piece in pieces]
    with reading(engine) as session:
        stored = load_claims(session, numbers)
    occurrences = [stored[claim_id].occurrence_id for claim_id in numbers]
    return review.split(engine, occurrences, "another day", user)


def whole_of(engine: Engine) -> dict[str, str]:
    """Return the day of every claim, and the day of the claim it is part of."""
    with reading(engine) as session:
        stored = load_claims(session, range(1, 100))
    days = {c.id: c.claim.published.day.isoformat() for c in stored.values()}
    return {days[c.id]: days[c.part_of] for c in stored.values() if c.part_of}


def links(engine: Engine) -> dict[str, tuple[str, bool]]:
    with reading(engine) as session:
        return {row.uid: (row.decision, row.active) for row in every(session)}


def settled(engine: Engine) -> tuple[dict[str, str], dict[str, tuple[str, bool]]]:
    return whole_of(engine), {k: v for k, v in links(engine).items() if v[1]}


def must_hold(engine: Engine) -> None:
    """Every claim stands or is part of one that does, and the rule has nothing to change."""
    with reading(engine) as session:
        stored = load_claims(session, range(1, 100))
    assert all(stored[c.part_of].part_of is None for c in stored.values() if c.part_of)
    before = settled(engine)
    with writing(engine, "tester") as tx:
        linking.link_claims(tx, stored)
    assert settled(engine) == before
    assert audit.verify(engine)[1] == []


def test_claims_that_nothing_links_are_one_when_a_person_says_so(engine: Engine) -> None:
    put(engine, WIRE, DAILY)
    assert whole_of(engine) == {}
    done = merge(engine, WIRE, DAILY)
    assert (done.status, done.claim_id, done.is_one) == ("confirmed", number(engine, WIRE), True)
    assert whole_of(engine) == {DAILY[2]: WIRE[2]}
    with reading(engine) as session:
        shape = claim_shape(session, number(engine, DAILY))
        ((entry, value),) = entries(session, kind="judgement")
    assert [o["outlet"] for o in shape["occurrences"]] == ["Sample Wire", "Sample Daily"]
    link = shape["occurrences"][1]["link"]
    assert (link["link_id"], link["status"]) == (done.link, "confirmed")
    assert [j["user"] for j in link["judgements"]] == ["ann"]
    assert (entry.user, reason_of(entry, value)) == ("ann", "on tape")
    must_hold(engine)


def test_what_a_gate_forbids_a_person_may_join(engine: Engine) -> None:
    put(engine, WIRE, RIVAL)
    with reading(engine) as session:
        before = claim_shape(session, number(engine, WIRE))
    assert [r["basis"] for r in before["relations"]] == ["number"]
    merge(engine, RIVAL, WIRE)
    with reading(engine) as session:
        after = claim_shape(session, number(engine, WIRE))
    assert after["relations"] == []
    assert [d["gate"] for d in after["occurrences"][1]["link"]["differences"]] == ["number"]
    must_hold(engine)


def test_what_repeats_a_claim_comes_along_with_it(engine: Engine) -> None:
    put(engine, WIRE, DAILY, MAIL)
    assert whole_of(engine) == {MAIL[2]: DAILY[2]}
    merge(engine, DAILY, WIRE)
    assert whole_of(engine) == {DAILY[2]: WIRE[2], MAIL[2]: WIRE[2]}
    with reading(engine) as session:
        last = claim_shape(session, number(engine, WIRE))["occurrences"][-1]
        extras = occurrence_extras(session)
        uid = load_claims(session, [number(engine, MAIL)])[number(engine, MAIL)].occurrence_uid
        assert extras(uid)["link"]["status"] == "auto"
    assert (last["outlet"], last["link"]["claim_id"]) == ("Sample Mail", number(engine, DAILY))
    must_hold(engine)


def test_a_yes_on_a_link_takes_the_repeats_along(engine: Engine) -> None:
    """Nothing may be left part of a claim that is part of another itself."""
    put(engine, WIRE, DAILY, MAIL)
    name = merge(engine, DAILY, WIRE).link
    review.withdraw(engine, name, "looked again", "ann")
    assert whole_of(engine) == {MAIL[2]: DAILY[2]}
    review.judge(engine, name, Verdict.YES, "the same", "bo")
    assert whole_of(engine) == {DAILY[2]: WIRE[2], MAIL[2]: WIRE[2]}
    must_hold(engine)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_a_merge_is_remembered_whatever_the_order_of_adding(
    sqlite_engine: Engine, order: tuple[int, ...]
) -> None:
    pieces = [WIRE, DAILY, MAIL, OTHER]
    is_merged = False
    for index in order:
        put(sqlite_engine, pieces[index])
        if not is_merged and {0, 1} <= set(order[: order.index(index) + 1]):
            merge(sqlite_engine, DAILY, WIRE)
            is_merged = True
    assert whole_of(sqlite_engine) == {DAILY[2]: WIRE[2], MAIL[2]: WIRE[2]}
    must_hold(sqlite_engine)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_a_split_is_remembered_whatever_the_order_of_adding(
    sqlite_engine: Engine, order: tuple[int, ...]
) -> None:
    early = (DAILY[0], "Sample Radio", "2024-05-03")
    pieces = [DAILY, MAIL, early]
    is_split = False
    for index in order:
        put(sqlite_engine, pieces[index])
        if not is_split and {0, 1} <= set(order[: order.index(index) + 1]):
            split(sqlite_engine, MAIL)
            is_split = True
    assert whole_of(sqlite_engine) == {DAILY[2]: early[2]}
    must_hold(sqlite_engine)


@pytest.mark.parametrize(
    ("pieces", "act"),
    [
        pytest.param((WIRE, DAILY), lambda e: merge(e, WIRE, DAILY), id="merge"),
        pytest.param((WIRE, DAILY, MAIL), lambda e: merge(e, MAIL, WIRE), id="merge of two"),
        pytest.param((WIRE, RIVAL), lambda e: merge(e, RIVAL, WIRE), id="merge of rivals"),
        pytest.param((DAILY, MAIL), lambda e: split(e, MAIL)[0], id="split"),
    ],
)
def test_taking_it_back_leaves_all_as_it_was(
    engine: Engine, pieces: tuple[Piece, ...], act: Callable[[Engine], review.Settled]
) -> None:
    put(engine, *pieces)
    before = settled(engine)
    done = act(engine)
    assert whole_of(engine) != before[0]
    review.withdraw(engine, done.link, "looked again", "ann")
    assert settled(engine) == before
    must_hold(engine)


def test_a_split_occurrence_is_a_claim_again(engine: Engine) -> None:
    put(engine, DAILY, MAIL)
    (done,) = split(engine, MAIL)
    assert (done.status, done.claim_id, done.is_one) == ("rejected", number(engine, MAIL), False)
    with reading(engine) as session:
        assert len(originals(session)) == 2
        (shown,) = claim_shape(session, number(engine, MAIL))["suggested_links"]
    assert shown["status"] == "rejected"
    must_hold(engine)


def test_a_split_out_of_a_merged_claim_holds_against_the_whole(engine: Engine) -> None:
    put(engine, WIRE, DAILY, MAIL)
    merge(engine, DAILY, WIRE)
    split(engine, MAIL)
    assert whole_of(engine) == {DAILY[2]: WIRE[2]}
    must_hold(engine)


def test_people_who_disagree_are_shown_and_nothing_is_joined_for_it(engine: Engine) -> None:
    put(engine, WIRE, DAILY)
    merge(engine, DAILY, WIRE, "ann")
    (done,) = split(engine, DAILY, user="bo")
    assert (done.status, done.is_one) == ("disputed", False)
    with reading(engine) as session:
        (shown,) = claim_shape(session, number(engine, DAILY))["suggested_links"]
    assert {(j["user"], j["verdict"]) for j in shown["judgements"]} == {
        ("ann", "yes"),
        ("bo", "no"),
    }
    must_hold(engine)
    review.withdraw(engine, done.link, "convinced", "bo")
    assert whole_of(engine) == {DAILY[2]: WIRE[2]}


def test_a_merge_against_a_standing_no_says_that_they_stay_two(engine: Engine) -> None:
    put(engine, DAILY, MAIL)
    split(engine, MAIL, user="bo")
    done = merge(engine, MAIL, DAILY, "ann")
    # The matcher links the two by itself, and where people disagree it decides.
    assert (done.status, done.is_one) == ("disputed", True)
    must_hold(engine)


def test_one_with_a_third_is_one_with_each_other(engine: Engine) -> None:
    put(engine, WIRE, RIVAL, OTHER)
    late, first = number(engine, OTHER), number(engine, WIRE)
    review.merge(engine, late, first, "on tape", "ann")
    with writing(engine, "bo") as tx:
        stored = load_claims(tx.session, [late, number(engine, RIVAL)])
        row = linking.held_link(tx, stored[late], stored[number(engine, RIVAL)])
        name = f"L{row.id}"
    review.judge(engine, name, Verdict.YES, "the same", "bo")
    assert whole_of(engine) == {OTHER[2]: WIRE[2], RIVAL[2]: WIRE[2]}
    must_hold(engine)
    split(engine, RIVAL, user="cy")
    assert whole_of(engine) == {OTHER[2]: WIRE[2]}
    must_hold(engine)


def test_a_no_reaches_what_people_say_is_the_same(engine: Engine) -> None:
    """Not of the one, so not of what is one with it, however alike they read."""
    again = (DAILY[0], "Sample Radio", "2024-05-09")
    put(engine, DAILY, MAIL, OTHER)
    merge(engine, OTHER, DAILY)
    split(engine, MAIL)
    put(engine, again)
    assert whole_of(engine)[again[2]] == DAILY[2]
    assert MAIL[2] not in whole_of(engine)
    must_hold(engine)


def test_what_reads_like_a_joined_wording_but_has_another_figure_is_only_suggested(
    engine: Engine,
) -> None:
    bare = (
        "Harbour master Ines Okafor said the dredging of the northern channel would cost "
        "the town dear over three years.",
        "Sample Radio",
        "2024-05-03",
    )
    put(engine, WIRE, bare)
    assert review.judge(engine, "L1", Verdict.YES, "the same", "ann") == "confirmed"
    put(engine, RIVAL)
    assert whole_of(engine) == {bare[2]: WIRE[2]}
    with reading(engine) as session:
        shown = claim_shape(session, number(engine, RIVAL))
    assert [link["claim_id"] for link in shown["suggested_links"]] == [number(engine, bare)]
    assert [r["basis"] for r in shown["relations"]] == ["number"]
    must_hold(engine)


def test_what_makes_no_sense_is_refused(engine: Engine) -> None:
    put(engine, WIRE, DAILY, MAIL)
    wire, daily, mail = (number(engine, piece) for piece in (WIRE, DAILY, MAIL))
    for one, into, error, says in (
        (wire, wire, BadInput, "is itself"),
        (mail, daily, Conflict, f"are both claim {daily} already"),
        (99, wire, NotFound, "no claim 99"),
    ):
        with pytest.raises(error, match=says):
            review.merge(engine, one, into, "x", "ann")
    for piece, says in ((WIRE, "nothing is linked to it"), (DAILY, "split off those")):
        with pytest.raises(Conflict, match=says):
            split(engine, MAIL, piece)
    with pytest.raises(NotFound, match="no occurrence 99"):
        review.split(engine, [99], "x", "ann")
    assert whole_of(engine) == {MAIL[2]: DAILY[2]}


def test_it_is_exported_and_restored(
    engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    def quiet(kind: str, count: int) -> None:
        """Pass over what is told of the progress."""

    put(engine, WIRE, DAILY, MAIL, RIVAL)
    merge(engine, DAILY, WIRE)
    merge(engine, RIVAL, WIRE, "bo")
    split(engine, MAIL)
    jsonl.export(engine, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "ann", quiet)
    jsonl.export(second_sqlite_engine, tmp_path / "two", quiet, [])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    with reading(engine) as one, reading(second_sqlite_engine) as two:
        assert linked(one) == linked(two) != {}
    must_hold(second_sqlite_engine)


@pytest.mark.parametrize("seed", range(12))
def test_any_answers_in_any_order_leave_what_a_fresh_run_would(
    sqlite_engine: Engine, seed: int
) -> None:
    chance = random.Random(seed)
    pieces = [WIRE, DAILY, MAIL, RIVAL, OTHER, (MAIL[0], "Sample Radio", "2024-05-01")]
    chance.shuffle(pieces)
    put(sqlite_engine, *pieces[:4])
    waiting = pieces[4:]
    for _ in range(10):
        user = chance.choice(["ann", "bo"])
        one, other = chance.sample(pieces[: len(pieces) - len(waiting)], 2)
        try:
            match chance.randrange(4):
                case 0 | 1:
                    merge(sqlite_engine, one, other, user)
                case 2:
                    split(sqlite_engine, one, user=user)
                case _ if waiting:
                    put(sqlite_engine, waiting.pop(0))
                case _:
                    name = f"L{chance.randint(1, len(links(sqlite_engine)))}"
                    review.withdraw(sqlite_engine, name, "looked again", user)
        except (Conflict, NotFound):
            continue
    must_hold(sqlite_engine)
