"""`tracker evaluate judgements`: the desk's own answers, counted."""

import pytest

from tests.builders import captured
from tests.cli.conftest import Tracker
from tests.store.stored import BY_MACHINE, MATCHER, NOON, statement
from tracker.model import Comparison, Decision, Difference, LinkRelation, Verdict
from tracker.store.capturing import add_capture
from tracker.store.claims import load_claims
from tracker.store.engine import Engine, open_engine
from tracker.store.judgements import Subject, add_judgement
from tracker.store.links import Proposal, find_link, set_links
from tracker.store.session import writing
from tracker.store.statements import Finding, add_statements

Pair = tuple[float, str, bool, str]
"""A link's score, the matcher's decision, whether a gate found a difference, the answer."""


def fill(
    engine: Engine, pairs: list[Pair], words: str = "harbour ferry timber bridge tunnel"
) -> None:
    """Store a claim for each pair, linked to the first claim and answered on."""
    sentences = [f"{words} {chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(len(pairs) + 1)]
    text = ". ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    findings = [
        Finding(statement((at, at + len(sentence))), frozenset())
        for at, sentence in zip(starts, sentences, strict=True)
    ]
    with writing(engine, "ann", lambda: NOON) as tx:
        rows = add_statements(tx, add_capture(tx, captured(text)), findings, [], BY_MACHINE)
        stored = load_claims(tx.session, [row.claim_id for row in rows])
        first = stored[rows[0].claim_id]
        for row, (score, decision, is_gated, answer) in zip(rows[1:], pairs, strict=True):
            differences = (Difference("number", "2", "3"),) if is_gated else ()
            comparison = Comparison(
                score, Decision(decision), LinkRelation.REWORDED, differences=differences
            )
            set_links(tx, stored[row.claim_id], [Proposal(first, comparison)], MATCHER)
            link = find_link(tx.session, row.id, first.id)
            assert link is not None
            if answer:
                add_judgement(tx, Subject(link), Verdict(answer), "heard both")


def test_nobody_answered_yet(tracker: Tracker) -> None:
    ran = tracker("evaluate", "judgements")
    assert (ran.code, ran.err) == (0, "")
    assert "answers on links: 0 yes, 0 no" in ran.out
    assert "too few answers: 0 on links" in ran.out


@pytest.fixture
def answered(tracker: Tracker, database: str) -> Tracker:
    """Run `tracker` on a database with a hundred answers."""
    engine = open_engine(database)
    fill(
        engine,
        [
            *[(0.95, "link", False, "yes")] * 60,
            *[(0.85, "link", False, "no")] * 4,
            *[(0.85, "link", False, "yes")] * 6,
            *[(0.6, "suggest", False, "yes")] * 10,
            *[(0.6, "suggest", False, "no")] * 10,
            *[(0.97, "none", True, "yes")] * 2,
            *[(0.97, "none", True, "no")] * 5,
            *[(0.6, "suggest", False, "unsure")] * 3,
            (0.9, "link", False, ""),
        ],
    )
    engine.dispose()
    return tracker


def test_precision_recall_and_a_threshold(answered: Tracker) -> None:
    shape = answered("evaluate", "judgements", "--precision", ".97", "--json").json
    assert {name: shape[name] for name in ("yes", "no", "unsure", "disputed")} == {
        "yes": 78,
        "no": 19,
        "unsure": 3,
        "disputed": 0,
    }
    assert shape["precision"] == {
        "value": 0.9429,
        "low": 0.8621,
        "high": 0.9776,
        "hits": 66,
        "of": 70,
    }
    assert (shape["recall"]["hits"], shape["recall"]["of"]) == (66, 78)
    assert (shape["barred"], shape["barred_yes"]) == (7, 2)
    assert shape["threshold"]["score"] == 0.95
    assert shape["threshold"]["precision"]["hits"] == 60
    assert shape["threshold"]["recall"]["of"] == 76
    assert not shape["threshold"]["proven"]


def test_it_says_when_the_answers_prove_nothing(answered: Tracker) -> None:
    ran = answered("evaluate", "judgements")
    assert "precision of automatic links: 0.943 (0.862–0.978; 66 of 70)" in ran.out
    assert "recall of automatic links: 0.846" in ran.out
    assert "too few to prove a precision of 0.99: it may be 0.940; without a mistake" in ran.out
    assert (
        "a precision of 0.9 is proven"
        in answered("evaluate", "judgements", "--precision", "0.9").out
    )
    assert answered("evaluate", "judgements").out == ran.out


def test_an_answer_withdrawn_counts_no_more(answered: Tracker) -> None:
    answered("--user", "ann", "judge", "L1", "withdraw", "--reason", "not sure")
    answered("--user", "bo", "judge", "L2", "no", "--reason", "another day")
    shape = answered("evaluate", "judgements", "--json").json
    assert (shape["yes"], shape["disputed"], shape["unsure"]) == (76, 1, 3)


def test_short_texts_say_nothing_of_a_threshold(tracker: Tracker, database: str) -> None:
    engine = open_engine(database)
    fill(engine, [(0.95, "suggest", False, "yes")] * 60, words="a ferry")
    engine.dispose()
    shape = tracker("evaluate", "judgements", "--json").json
    assert (shape["barred"], shape["threshold"]) == (60, None)


def test_a_precision_that_cannot_be_is_refused(tracker: Tracker) -> None:
    ran = tracker("evaluate", "judgements", "--precision", "1")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
