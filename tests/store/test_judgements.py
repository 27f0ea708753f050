"""The status of a link or relation follows from what people answered."""

import pytest
from sqlmodel import col, select

from tests.store.stored import MATCHER, NOON, propose, store_words
from tracker.errors import NotFound
from tracker.model import ClaimRelation, Comparison, Decision, LinkStatus, Verdict
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.judgements import (
    Subject,
    add_judgement,
    all_standing,
    judgements_on,
    status_of,
    withdraw,
)
from tracker.store.ledger import entries, reason_of
from tracker.store.links import Proposal, get_link, get_relation, set_relations
from tracker.store.session import Session, reading, writing
from tracker.store.tables import JudgementRow, LedgerRow, LedgerValueRow

Answers = list[tuple[str, str]]
"""Who answered what, in turn; "back" withdraws."""


def linked(engine: Engine, decision: Decision = Decision.LINK) -> None:
    """Store two claims with a link, L1, and a relation, R1, from the second to the first."""
    first = store_words(engine, "the ferry is late", outlet="Sample Wire").claim_id
    second = store_words(engine, "the ferry is late", outlet="Harbour Post").claim_id
    with writing(engine, "vera", lambda: NOON) as tx:
        propose(tx, second, first, decision)
        known = load_claims(tx.session, [first, second])
        differs = Comparison(0.7, Decision.NONE, claim_relation=ClaimRelation.CONTRADICTS)
        set_relations(tx, known[second], [Proposal(known[first], differs)], MATCHER)


def subject(session: Session, name: str) -> Subject:
    return Subject(get_link(session, 1) if name == "L1" else get_relation(session, 1))


def answer(engine: Engine, answers: Answers, name: str = "L1") -> None:
    for user, verdict in answers:
        with writing(engine, user, lambda: NOON) as tx:
            on = subject(tx.session, name)
            if verdict == "back":
                withdraw(tx, on, "looked again")
            else:
                add_judgement(tx, on, Verdict(verdict), f"{user} says {verdict}")


def status(engine: Engine, name: str = "L1") -> LinkStatus:
    with reading(engine) as session:
        on = subject(session, name)
        return status_of(on.row, judgements_on(session, [on])[name])


def standing(engine: Engine, name: str = "L1") -> Answers:
    with reading(engine) as session:
        rows = judgements_on(session, [subject(session, name)])[name]
        assert [row.id for row in all_standing(session).get(name, [])] == [row.id for row in rows]
        return [(row.user, str(row.verdict)) for row in rows]


ANSWERS = [
    pytest.param([], None, id="nobody"),
    pytest.param([("ann", "yes")], LinkStatus.CONFIRMED, id="yes"),
    pytest.param([("ann", "no")], LinkStatus.REJECTED, id="no"),
    pytest.param([("ann", "unsure")], None, id="unsure"),
    pytest.param([("ann", "yes"), ("bo", "yes")], LinkStatus.CONFIRMED, id="two say yes"),
    pytest.param([("ann", "yes"), ("bo", "unsure")], LinkStatus.CONFIRMED, id="yes and unsure"),
    pytest.param([("ann", "unsure"), ("bo", "no")], LinkStatus.REJECTED, id="unsure and no"),
    pytest.param([("ann", "yes"), ("bo", "no")], LinkStatus.DISPUTED, id="yes and no"),
    pytest.param(
        [("ann", "yes"), ("bo", "no"), ("cy", "yes")], LinkStatus.DISPUTED, id="two against one"
    ),
    pytest.param([("ann", "yes"), ("ann", "no")], LinkStatus.REJECTED, id="a changed mind"),
    pytest.param([("ann", "no"), ("ann", "unsure")], None, id="no longer sure"),
    pytest.param([("ann", "yes"), ("ann", "back")], None, id="withdrawn"),
    pytest.param(
        [("ann", "yes"), ("ann", "back"), ("ann", "no")], LinkStatus.REJECTED, id="answered anew"
    ),
    pytest.param(
        [("ann", "yes"), ("bo", "no"), ("bo", "back")], LinkStatus.CONFIRMED, id="a no withdrawn"
    ),
    pytest.param(
        [("ann", "yes"), ("bo", "no"), ("ann", "no")], LinkStatus.REJECTED, id="dispute settled"
    ),
]


@pytest.mark.parametrize(
    ("decision", "unjudged"),
    [
        pytest.param(Decision.LINK, LinkStatus.AUTO, id="linked"),
        pytest.param(Decision.SUGGEST, LinkStatus.SUGGESTED, id="suggested"),
    ],
)
@pytest.mark.parametrize(("answers", "expected"), ANSWERS)
def test_a_link_stands_as_people_answered(
    engine: Engine,
    decision: Decision,
    unjudged: LinkStatus,
    answers: Answers,
    expected: LinkStatus | None,
) -> None:
    linked(engine, decision)
    answer(engine, answers)
    assert status(engine) == (expected or unjudged)


@pytest.mark.parametrize(("answers", "expected"), ANSWERS)
def test_a_relation_stands_as_people_answered(
    engine: Engine, answers: Answers, expected: LinkStatus | None
) -> None:
    linked(engine)
    answer(engine, answers, "R1")
    assert status(engine, "R1") == (expected or LinkStatus.SUGGESTED)


@pytest.mark.parametrize(("name", "other"), [("L1", "R1"), ("R1", "L1")])
def test_a_link_and_a_relation_of_one_number_are_two(engine: Engine, name: str, other: str) -> None:
    linked(engine)
    answer(engine, [("ann", "no")], name)
    assert standing(engine, name) == [("ann", "no")]
    assert standing(engine, other) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(
            [("ann", "yes"), ("bo", "no")], [("ann", "yes"), ("bo", "no")], id="side by side"
        ),
        pytest.param(
            [("ann", "yes"), ("bo", "no"), ("ann", "unsure")],
            [("bo", "no"), ("ann", "unsure")],
            id="the last of each, in order of answering",
        ),
        pytest.param(
            [("ann", "yes"), ("bo", "no"), ("ann", "back")], [("bo", "no")], id="without withdrawn"
        ),
    ],
)
def test_the_last_answer_of_a_user_stands(
    engine: Engine, answers: Answers, expected: Answers
) -> None:
    linked(engine)
    answer(engine, answers)
    assert standing(engine) == expected


def test_every_answer_is_kept_and_logged(engine: Engine) -> None:
    """The same answer in the same instant too: each has an identifier of its own."""
    linked(engine)
    answer(engine, [("ann", "yes"), ("ann", "yes"), ("ann", "back"), ("bo", "no")])
    with reading(engine) as session:
        rows = session.exec(select(JudgementRow).order_by(col(JudgementRow.id))).all()
        logged = list(reversed(entries(session, kind="judgement")))
    assert [row.verdict for row in rows] == ["yes", "yes", None, "no"]
    assert [row.withdraws_id for row in rows] == [None, None, rows[1].id, None]
    assert len({row.uid for row in rows}) == 4
    assert [actions(*entry) for entry in logged] == [
        ("judgement.made", "ann", "ann says yes"),
        ("judgement.made", "ann", "ann says yes"),
        ("judgement.withdrawn", "ann", "looked again"),
        ("judgement.made", "bo", "bo says no"),
    ]
    assert [row.record_uid for row, _ in logged] == [row.uid for row in rows]


def actions(row: LedgerRow, value: LedgerValueRow) -> tuple[str, str, str | None]:
    return (row.action, row.user, reason_of(row, value))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param([], id="nothing"),
        pytest.param([("bo", "yes")], id="another's answer"),
        pytest.param([("ann", "yes"), ("ann", "back")], id="one withdrawn already"),
    ],
)
def test_withdrawing_without_an_answer_is_said(engine: Engine, before: Answers) -> None:
    linked(engine)
    answer(engine, before)
    with pytest.raises(NotFound, match="ann has no standing judgement on L1"):
        answer(engine, [("ann", "back")])
    assert standing(engine) == [pair for pair in before if pair[0] == "bo"]
