"""A speaker that is proposed becomes the speaker when people say so, and not before."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import captured
from tests.store.stored import NOON, person, statement, store
from tracker import audit, correction, linking, review
from tracker.correction import Correction
from tracker.errors import BadInput, Conflict, NotFound
from tracker.exchange import jsonl
from tracker.model import Agent, AgentKind, Hop, HopRole, Verdict
from tracker.store import occurrences
from tracker.store.claims import load_claims
from tracker.store.corrections import corrections_of
from tracker.store.engine import Engine
from tracker.store.ledger import entries, reason_of
from tracker.store.session import reading, writing
from tracker.views.waiting import Waiting, waiting_shapes

YES, NO, UNSURE = Verdict.YES, Verdict.NO, Verdict.UNSURE
WORDS = "The northern channel will be dredged before the winter storms arrive"
ADA, AIDE = person("Ada Lind", "Lind"), Agent("an aide", AgentKind.UNNAMED)


def add(engine: Engine, outlet: str, published: str, **fields: Any) -> int:
    """Store an article of one statement, link it, and return its occurrence."""
    said = statement((0, len(WORDS)), **fields)
    capture = captured(WORDS, outlet=outlet, published=published)
    (row,) = store(engine, capture, [said], [ADA, AIDE])
    with writing(engine, "vera", lambda: NOON) as tx:
        linking.link_claims(tx, [row.claim_id])
    return row.id


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Occurrence 1 is by Ada Lind; 2, a day later, only perhaps."""
    add(engine, "Sample Wire", "2024-05-02", speaker="Ada Lind")
    add(
        engine,
        "Sample Daily",
        "2024-05-03",
        proposed="Ada Lind",
        speaker_confidence=0.62,
        speaker_reason="unsure: two candidates",
        chain=(Hop(0, "an aide", HopRole.SPEAKER, AgentKind.UNNAMED),),
    )
    return engine


def speaker(engine: Engine) -> tuple[str | None, str | None, list[str]]:
    """Return the second occurrence's speaker, unnamed source and first hops."""
    with reading(engine) as session:
        (whole,) = occurrences.load(session, [2])
        (one,) = occurrences.as_statements(session, [whole])
    return one.speaker, whole.claim.unnamed_source, [hop.agent for hop in one.chain]


def waiting(engine: Engine) -> list[str]:
    with reading(engine) as session:
        shapes, total = waiting_shapes(session, 9, Waiting.SPEAKERS)
    assert total == len(shapes)
    return [shape["speaker_id"] for shape in shapes]


BLANK = (None, "an aide", ["an aide"])
HERS = ("Ada Lind", None, ["Ada Lind"])


@pytest.mark.parametrize(
    ("answers", "status", "given_to", "waits"),
    [
        pytest.param([], None, BLANK, True, id="nobody"),
        pytest.param([("ann", YES)], "confirmed", HERS, False, id="yes"),
        pytest.param([("ann", NO)], "rejected", BLANK, False, id="no"),
        pytest.param([("ann", UNSURE)], "suggested", BLANK, True, id="unsure"),
        pytest.param([("ann", YES), ("ann", None)], "suggested", BLANK, True, id="withdrawn"),
        pytest.param([("ann", NO), ("ann", None)], "suggested", BLANK, True, id="no withdrawn"),
        pytest.param([("ann", YES), ("bo", NO)], "disputed", BLANK, False, id="disputed"),
        pytest.param([("ann", YES), ("bo", YES)], "confirmed", HERS, False, id="two say yes"),
        pytest.param([("ann", NO), ("ann", UNSURE)], "suggested", BLANK, True, id="no longer no"),
        pytest.param([("ann", YES), ("ann", UNSURE)], "suggested", BLANK, True, id="no longer yes"),
        pytest.param(
            [("ann", YES), ("ann", None), ("ann", YES)], "confirmed", HERS, False, id="yes again"
        ),
        pytest.param(
            [("ann", YES), ("bo", NO), ("bo", None)], "confirmed", HERS, False, id="dispute over"
        ),
    ],
)
def test_a_proposed_speaker(
    filled: Engine,
    answers: list[tuple[str, Verdict | None]],
    status: str | None,
    given_to: tuple[object, ...],
    waits: bool,
) -> None:
    said = None
    for user, verdict in answers:
        if verdict is None:
            said = review.withdraw(filled, "S2", "looked again", user)
        else:
            said = review.judge(filled, "s2", verdict, "heard it", user)
    assert said == status
    assert speaker(filled) == given_to
    assert waiting(filled) == (["S2"] if waits else [])
    assert audit.verify(filled)[1] == []


def part_of(engine: Engine) -> int | None:
    with reading(engine) as session:
        return load_claims(session, [2])[2].part_of


def test_the_claim_is_linked_anew(filled: Engine) -> None:
    assert part_of(filled) is None
    review.judge(filled, "S2", YES, "heard it", "ann")
    assert part_of(filled) == 1
    review.withdraw(filled, "S2", "misheard", "ann")
    assert part_of(filled) is None


def test_what_was_decided_is_kept_and_in_the_ledger(filled: Engine) -> None:
    review.judge(filled, "S2", YES, "heard it", "ann")
    review.withdraw(filled, "S2", "misheard", "ann")
    with reading(filled) as session:
        made = [(row.field, row.before, row.after, row.user) for row in corrections_of(session, 2)]
        judged = entries(session, kind="judgement")
    assert made == [("speaker", None, "Ada Lind", "ann"), ("speaker", "Ada Lind", None, "ann")]
    assert [(row.action, reason_of(row, value)) for row, value in judged] == [
        ("judgement.withdrawn", "misheard"),
        ("judgement.made", "heard it"),
    ]
    assert json.loads(judged[1][1].value or "")["subject"].startswith("occ-")


def test_a_note_of_who_is_unsure_stays_on_the_list(filled: Engine) -> None:
    review.judge(filled, "S2", UNSURE, "the tape is cut", "ann")
    with reading(filled) as session:
        (shape,), _ = waiting_shapes(session, 9, Waiting.SPEAKERS)
    assert shape["judgements"][0]["reason"] == "the tape is cut"
    assert (shape["proposed"], shape["speaker_confidence"]) == ("Ada Lind", 0.62)
    assert (shape["outlet"], shape["text"]) == ("Sample Daily", WORDS)


@pytest.mark.parametrize("change", [Correction(speaker="Bo Ek"), Correction(reject=True)])
def test_what_a_person_mended_waits_no_more(filled: Engine, change: Correction) -> None:
    correction.correct(filled, 2, change, "heard it", "ann")
    assert waiting(filled) == []


def test_a_persons_correction_is_not_judged_over(filled: Engine) -> None:
    correction.correct(filled, 2, Correction(speaker="Bo Ek"), "heard it", "ann")
    with pytest.raises(Conflict, match="given to Bo Ek already"):
        review.judge(filled, "S2", YES, "no, her", "bo")
    assert speaker(filled)[0] == "Bo Ek"


def test_a_correction_after_a_judgement_holds_when_that_is_withdrawn(filled: Engine) -> None:
    review.judge(filled, "S2", YES, "heard it", "ann")
    correction.correct(filled, 2, Correction(speaker="Bo Ek"), "it was him", "bo")
    review.withdraw(filled, "S2", "misheard", "ann")
    assert speaker(filled)[0] == "Bo Ek"


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [
        ("S1", NotFound, "occurrence 1 has no proposed speaker"),
        ("S9", NotFound, "no occurrence 9"),
        ("X1", BadInput, "L12 or R7 or S31"),
    ],
)
def test_an_identifier_of_nothing(
    filled: Engine, name: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        review.judge(filled, name, YES, "x", "ann")


def test_the_surest_come_first(engine: Engine) -> None:
    for day, share in ((2, 0.3), (3, None), (4, 0.9)):
        add(
            engine,
            f"Outlet {day}",
            f"2024-05-0{day}",
            proposed="Ada Lind",
            speaker_confidence=share,
        )
    assert waiting(engine) == ["S3", "S1", "S2"]
    with reading(engine) as session:
        assert occurrences.unsure(session, 1) == [3]


@pytest.mark.parametrize(("verdict", "waits"), [(NO, 0), (YES, 0), (UNSURE, 1)])
def test_a_judged_speaker_is_exported_and_restored(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path, verdict: Verdict, waits: int
) -> None:
    review.judge(filled, "S2", YES, "heard it", "ann")
    review.withdraw(filled, "S2", "misheard", "ann")
    review.judge(filled, "S2", verdict, "another voice", "ann")
    for engine, name in ((filled, "one"), (second_sqlite_engine, "two")):
        if name == "two":
            jsonl.restore(engine, tmp_path / "one", "ann", lambda _kind, _count: None)
        jsonl.export(engine, tmp_path / name, lambda _kind, _count: None, [])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    assert len(waiting(second_sqlite_engine)) == waits
    assert audit.verify(second_sqlite_engine)[1] == []
