"""What later reports lost, as claims and timelines show it, on both engines."""

from typing import Any

import pytest
from click.testing import CliRunner

from tests.builders import add, originals
from tracker.cli.claims import print_claim
from tracker.cli.timeline import print_line
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.store.timeline import Selection
from tracker.views.asked import ask
from tracker.views.claim import claim_shape
from tracker.views.timeline import timeline_shapes

WORDS = "We will hire forty welders for the northern yard in the spring"
FIRST = (
    "Marta Velin owns the northern yard.\n\n"
    f"“{WORDS} if the council lends us the money,” Marta Velin told the Anse Courier.\n"
)
LATER = f"Marta Velin has a plan.\n\n“{WORDS},” Marta Velin said on Thursday.\n"
LOST = {
    "kind": "condition",
    "before": "if the council lends us the money",
    "after": "",
}


@pytest.fixture
def shape(engine: Engine) -> dict[str, Any]:
    add(engine, FIRST, outlet="Sample Wire", published="2024-05-02")
    add(engine, LATER, outlet="Sample Daily", published="2024-05-03")
    with reading(engine) as session:
        claim = next(c for c in originals(session) if "forty welders" in c.claim.text)
        return claim_shape(session, claim.id)


def test_a_claim_shows_what_each_later_occurrence_lost(shape: dict[str, Any]) -> None:
    first, later = shape["occurrences"]
    assert first["drift"] == []
    assert later["drift"][0] == LOST
    assert {drift["kind"] for drift in later["drift"][1:]} <= {"relay"}


def test_a_timeline_shows_it_too(shape: dict[str, Any], engine: Engine) -> None:
    with reading(engine) as session:
        asked = ask(session, "Marta Velin", None, Selection())
        lines = timeline_shapes(session, asked.selection, 50)
    reports = next(line["reports"] for line in lines if line["claim_id"] == shape["claim_id"])
    assert [report["drift"] for report in reports] == [o["drift"] for o in shape["occurrences"]]


def test_both_are_printed_in_words(shape: dict[str, Any], engine: Engine) -> None:
    with reading(engine) as session:
        asked = ask(session, "Marta Velin", None, Selection())
        lines = timeline_shapes(session, asked.selection, 50)
    for show, shown in ((print_claim, [shape]), (print_line, lines)):
        with CliRunner().isolation() as (out, *_):
            for one in shown:
                show(one)
            printed = out.getvalue().decode()
        assert "drift in condition: if the council lends us the money → not said" in printed
