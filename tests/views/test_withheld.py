"""A claim tells what withholds its own words; an article tells of all that is gone from it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import add
from tracker import correction, redaction, review
from tracker.correction import Correction
from tracker.model import BLOCK, Ground, Order, Verdict
from tracker.store.agents import list_agents
from tracker.store.engine import Engine
from tracker.store.session import Session, reading
from tracker.store.timeline import Selection
from tracker.views.agent import agent_shape
from tracker.views.article import article_shape
from tracker.views.claim import claim_rows, claim_shape
from tracker.views.labels import labelled
from tracker.views.log import log_shapes
from tracker.views.timeline import timeline_shapes
from tracker.views.waiting import waiting_shapes

WIRE = (
    "Mayor Ilse Brandt said on Tuesday that the clinic had treated a patient for a broken "
    "wrist in March.\n\n"
    "Harbour master Per Dahl said on Tuesday that the bridge would be closed for two weeks "
    "after the storm.\n\n"
    "Council clerk Ada Lind said on Tuesday that the school had lost its roof in the storm.\n"
)
DAILY = (
    "Harbour master Per Dahl said on Tuesday that the bridge would be closed for two weeks "
    "after the storm, a day after the council had met.\n"
)
PATIENT = Order(Ground.PERSONAL_DATA, "a patient asked")
COURT = Order(Ground.LEGAL, "a court order")


@pytest.fixture
def desk(engine: Engine) -> Engine:
    """A claim each of a clinic (1), a bridge (2) and a school (3), in one article."""
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    return engine


def redact_both(engine: Engine) -> None:
    """Take words out of claims 1 and 2, each for a reason of its own."""
    redaction.redact_article(engine, 1, None, ("for a broken wrist",), PATIENT, "vera")
    redaction.redact_article(engine, 1, None, ("for two weeks",), COURT, "olga")


def told(shape: Any) -> str:
    """Return a shape, as printed, in one string."""
    return json.dumps(shape, ensure_ascii=False)


@pytest.mark.parametrize(
    ("claim_id", "reasons"),
    [
        pytest.param(1, ["a patient asked"], id="the clinic"),
        pytest.param(2, ["a court order"], id="the bridge"),
        pytest.param(3, [], id="the school, of which nothing is gone"),
    ],
)
def test_a_claim_has_the_tombstones_of_its_own_words(
    desk: Engine, claim_id: int, reasons: list[str]
) -> None:
    redact_both(desk)
    with reading(desk) as session:
        shape = claim_shape(session, claim_id)
    assert [gone["reason"] for gone in shape["redactions"]] == reasons


def test_an_article_has_all_of_them(desk: Engine) -> None:
    redact_both(desk)
    with reading(desk) as session:
        shape = article_shape(session, 1)
        words = labelled(session, shape)["text"]
    assert [gone["reason"] for gone in shape["redactions"]] == ["a patient asked", "a court order"]
    assert "a patient asked" in words
    assert "a court order" in words


LISTS: list[tuple[str, Callable[[Session, int], Any]]] = [
    ("claim show", lambda s, claim: {**claim_shape(s, claim), "redactions": []}),
    ("claim list", lambda s, claim: claim_rows(s, [claim])),
    ("article show", lambda s, claim: article_shape(s, 1)["statements"][claim - 1]),
]


@pytest.mark.parametrize("show", [case[1] for case in LISTS], ids=[case[0] for case in LISTS])
def test_a_label_stands_for_the_words_of_its_claim_alone(
    desk: Engine, show: Callable[[Session, int], Any]
) -> None:
    redact_both(desk)
    with reading(desk) as session:
        clinic, bridge, school = (told(labelled(session, show(session, n))) for n in (1, 2, 3))
    assert "treated a patient [redacted: a patient asked, vera, " in clinic
    assert "court" not in clinic
    assert "closed [redacted: a court order, olga, " in bridge
    assert "patient" not in bridge
    assert "redacted" not in school


def test_two_reasons_for_one_claim_are_both_told(desk: Engine) -> None:
    redaction.redact_article(desk, 1, None, ("for a broken wrist",), PATIENT, "vera")
    redaction.redact_article(desk, 1, None, ("in March",), COURT, "olga")
    with reading(desk) as session:
        shape = claim_shape(session, 1)
        text = labelled(session, shape)["text"]
    assert len(shape["redactions"]) == 2
    assert "a patient asked, vera, " in text
    assert "a court order, olga, " in text


def test_the_source_of_a_claim_counts_as_its_words(desk: Engine) -> None:
    redaction.redact_article(desk, 1, None, ("Harbour master",), COURT, "olga")
    with reading(desk) as session:
        counts = [len(claim_shape(session, n)["redactions"]) for n in (1, 2, 3)]
    assert counts == [0, 1, 0]


def test_a_redaction_of_a_later_report_is_not_one_of_the_first(desk: Engine) -> None:
    """A report linked to a claim stands in another article, with tombstones of its own."""
    add(desk, DAILY, url="https://daily.example/1", outlet="Sample Daily", published="2024-05-03")
    redaction.redact_article(desk, 1, None, ("for a broken wrist",), PATIENT, "vera")
    redaction.redact_article(desk, 2, None, ("after the storm",), COURT, "olga")
    with reading(desk) as session:
        shape = claim_shape(session, 2)
        assert [o["article_id"] for o in shape["occurrences"]] == [1, 2]
        assert [gone["reason"] for gone in shape["redactions"]] == ["a court order"]
        (statement,) = labelled(session, article_shape(session, 2))["statements"]
        assert BLOCK not in labelled(session, shape)["text"]
    # Its claim is one of article 1: the label is still of the words in article 2.
    assert "two weeks [redacted: a court order, olga, " in statement["content"][0]["exact"]
    assert "patient" not in told(statement)


def test_a_name_is_labelled_by_what_took_that_name(desk: Engine) -> None:
    with reading(desk) as session:
        names = {s["speaker"]: s["claim_id"] for s in article_shape(session, 1)["statements"]}
    assert names == {"Ilse Brandt": 1, "Per Dahl": 2, "Ada Lind": 3}
    for number, order in (
        (agent_of(desk, "Ilse Brandt"), PATIENT),
        (agent_of(desk, "Per Dahl"), COURT),
    ):
        redaction.redact_agent(desk, number, order, "vera")
    with reading(desk) as session:
        clinic, bridge = (labelled(session, claim_shape(session, n)) for n in (1, 2))
        agent = labelled(session, agent_shape(session, agent_of(desk, "Ada Lind"), 10))
    assert clinic["speaker"].startswith("[redacted: a patient asked, ")
    assert "court" not in told(clinic)
    assert bridge["occurrences"][0]["chain"][0]["agent"].startswith("[redacted: a court order, ")
    assert "patient asked" not in told(bridge)
    assert "redacted" not in told(agent["name"])


def test_a_reason_is_labelled_by_what_took_that_reason(desk: Engine) -> None:
    for occurrence_id, why in ((1, "her neighbour told me"), (2, "his rival told me")):
        correction.correct(desk, occurrence_id, Correction(confirm=True), why, "vera")
    for why, order in (("her neighbour told me", PATIENT), ("his rival told me", COURT)):
        redaction.redact_reason(desk, entry_of(desk, why), order, "vera")
    with reading(desk) as session:
        clinic, bridge = (labelled(session, claim_shape(session, n)) for n in (1, 2))
    assert clinic["occurrences"][0]["corrections"][0]["reason"].startswith("[redacted: a patient")
    assert "court" not in told(clinic)
    assert bridge["occurrences"][0]["corrections"][0]["reason"].startswith("[redacted: a court")
    assert "a patient asked" not in told(bridge)


def test_an_answer_is_labelled_by_what_took_its_reason(desk: Engine) -> None:
    add(desk, DAILY, url="https://daily.example/1", outlet="Sample Daily", published="2024-05-03")
    with reading(desk) as session:
        link = claim_shape(session, 2)["occurrences"][1]["link"]["link_id"]
    review.judge(desk, link, Verdict.YES, "his rival told me", "vera")
    correction.correct(desk, 1, Correction(confirm=True), "her neighbour told me", "vera")
    for why, order in (("her neighbour told me", PATIENT), ("his rival told me", COURT)):
        redaction.redact_reason(desk, entry_of(desk, why), order, "vera")
    with reading(desk) as session:
        shape = labelled(session, claim_shape(session, 2))
    (answer,) = shape["occurrences"][1]["link"]["judgements"]
    assert answer["reason"].startswith("[redacted: a court order, ")
    assert "a patient asked" not in told(shape)


def entry_of(engine: Engine, reason: str) -> int:
    """Return the number of the first ledger entry with a reason."""
    with reading(engine) as session:
        found = [
            shape["seq"] for shape in log_shapes(session, {}, 500) if shape["reason"] == reason
        ]
    return int(min(found))


def test_a_timeline_and_what_waits_are_labelled_by_claim(desk: Engine) -> None:
    redact_both(desk)
    with reading(desk) as session:
        lines = timeline_shapes(session, Selection(claims=[1, 2, 3]), 10, 0)
        by_claim = {line["claim_id"]: told(labelled(session, line)) for line in lines}
        waiting, _ = waiting_shapes(session, 20, None)
        labelled(session, waiting)
    assert "court" not in by_claim[1]
    assert "a patient asked" in by_claim[1]
    assert "a patient asked" not in by_claim[2]
    assert "redacted" not in by_claim[3]


def agent_of(engine: Engine, name: str) -> int:
    """Return the number of an agent by its name."""
    with reading(engine) as session:
        (found,) = [row.id for row in list_agents(session, 100, 0) if row.name == name]
    return int(found)
