"""What is asked next: what is least certain and touches most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.stored import MATCHER, NOON, store_words
from tracker.model import Comparison, Decision, LinkRelation, Verdict
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.judgements import Subject, add_judgement
from tracker.store.links import Proposal, get_link, set_links, set_part_of
from tracker.store.session import reading, writing
from tracker.views.waiting import Waiting, next_waiting, usefulness, waiting_shapes


def suggest(engine: Engine, *scores: float) -> None:
    """Store a link of each score, L1, L2 and so on, each between two claims of its own."""
    for number, score in enumerate(scores):
        pair = [
            store_words(engine, f"the ferry {number} is late", outlet=outlet).claim_id
            for outlet in ("Sample Wire", "Harbour Post")
        ]
        with writing(engine, "vera", lambda: NOON) as tx:
            known = load_claims(tx.session, pair)
            comparison = Comparison(score, Decision.SUGGEST, LinkRelation.REWORDED)
            set_links(tx, known[pair[1]], [Proposal(known[pair[0]], comparison)], MATCHER)


def names(engine: Engine) -> list[str]:
    with reading(engine) as session:
        shapes, total = waiting_shapes(session, 99, Waiting.LINKS)
    assert total == len(shapes)
    return [shape["link_id"] for shape in shapes]


def test_the_least_certain_comes_first(engine: Engine) -> None:
    suggest(engine, 0.95, 0.5, 0.7, 0.2)
    assert names(engine) == ["L2", "L3", "L4", "L1"]


def test_what_touches_many_occurrences_goes_before(engine: Engine) -> None:
    suggest(engine, 0.6, 0.7)
    with writing(engine, "vera", lambda: NOON) as tx:
        whole = get_link(tx.session, 2).claim_id
    for outlet in ("Sample Mail", "Sample Post", "Sample Radio"):
        part = store_words(engine, "the ferry 1 is late", outlet=outlet).claim_id
        with writing(engine, "vera", lambda: NOON) as tx:
            known = load_claims(tx.session, [part, whole])
            set_part_of(tx, known[part], known[whole])
    assert names(engine) == ["L2", "L1"]


def test_what_somebody_is_unsure_of_comes_last_and_what_is_answered_not_at_all(
    engine: Engine,
) -> None:
    suggest(engine, 0.5, 0.6, 0.7)
    with writing(engine, "ann", lambda: NOON) as tx:
        add_judgement(tx, Subject(get_link(tx.session, 1)), Verdict.UNSURE, "no tape")
        add_judgement(tx, Subject(get_link(tx.session, 2)), Verdict.YES, "on tape")
    assert names(engine) == ["L3", "L1"]


def test_the_next_one_is_what_is_wanted_else_the_first_not_passed(engine: Engine) -> None:
    suggest(engine, 0.5, 0.6, 0.7)
    with reading(engine) as session:
        for passed, wanted, name in (
            (set(), None, "L1"),
            ({"L1"}, None, "L2"),
            ({"L1"}, "L3", "L3"),
            ({"L1"}, "L9", "L2"),
        ):
            found = next_waiting(session, passed, wanted=wanted)
            assert found is not None
            assert found[0] == found[1]["link_id"] == name
        assert next_waiting(session, {"L1", "L2", "L3"}) is None
        assert next_waiting(session, set(), Waiting.RELATIONS) is None


@given(st.floats(0, 1), st.integers(2, 1_000))
def test_usefulness_grows_with_doubt_and_with_what_is_touched(score: float, touched: int) -> None:
    assert 0 < usefulness(score, touched) <= usefulness(0.5, touched)
    assert usefulness(score, touched) < usefulness(score, touched + 1)
    assert usefulness(score, touched) == pytest.approx(usefulness(1 - score, touched), abs=1e-6)
