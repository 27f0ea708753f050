"""`tracker review` and `tracker judge` on speakers nobody is sure of."""

import pytest

from tests.builders import captured
from tests.cli.conftest import Tracker
from tests.store.stored import person, statement, store
from tracker.model import Span
from tracker.store.engine import open_engine

TEXT = "The ferry will run again, she said after the talks. The bridge stays shut, she said."
ADA = person("Ada Lind")


@pytest.fixture
def unsure(tracker: Tracker, database: str) -> Tracker:
    """Run `tracker` on a database with two statements that are perhaps Ada Lind's."""
    engine = open_engine(database)
    she = TEXT.index("she")
    known = {"proposed": ADA.name, "speaker_reason": "unsure: two candidates"}
    ferry = statement((0, 24), source=Span(she, she + 3), speaker_confidence=0.62, **known)
    bridge = statement((52, 73), speaker_confidence=0.4, **known)
    store(engine, captured(TEXT), [ferry, bridge], [ADA])
    engine.dispose()
    return tracker


def test_review_lists_them_with_what_a_person_needs(unsure: Tracker) -> None:
    ran = unsure("review")
    assert ran.code == 0
    assert ran.err == "to decide: `tracker judge S1 yes|no|unsure --reason …`\n"
    assert "? S1 unsure: perhaps Ada Lind (0.62), printed as “she”; Sample Wire, 2024-05-02" in (
        ran.out
    )
    assert "    The ferry will run again" in ran.out
    first, second = unsure("review", "--only", "speakers", "--json").lines
    assert (first["speaker_id"], second["speaker_id"]) == ("S1", "S2")
    assert first["source"] == {"start": 26, "end": 29, "exact": "she"}
    assert unsure("review", "--json").err == ""
    assert unsure("review", "--only", "links", "--json").lines == []


def test_a_list_that_stops_says_so(unsure: Tracker) -> None:
    ran = unsure("review", "--limit", 1, "--json")
    assert len(ran.lines) == 1
    assert ran.err == "… 1 more: --limit\n"


def test_yes_makes_it_the_speaker(unsure: Tracker) -> None:
    ran = unsure("judge", "s1", "yes", "--reason", "on tape")
    assert (ran.code, ran.out) == (0, "S1: yes by tester; it is now confirmed\n")
    first, second = unsure("article", "show", 1, "--json").json["statements"]
    assert (first["speaker"], first["proposed"]) == ("Ada Lind", "Ada Lind")
    assert (second["speaker"], second["proposed"]) == (None, "Ada Lind")
    shown = unsure("article", "show", 1).out
    assert "corrected by tester: speaker was blank, is Ada Lind (on tape)" in shown
    assert "(unsure: perhaps Ada Lind (0.40))" in shown
    assert [shape["speaker_id"] for shape in unsure("review", "--json").lines] == ["S2"]
    assert unsure("verify").code == 0


def test_unsure_keeps_it_with_the_note(unsure: Tracker) -> None:
    unsure("judge", "S1", "unsure", "--reason", "the tape is cut")
    assert "    tester: unsure, the tape is cut" in unsure("review").out


def test_withdrawing_puts_it_back(unsure: Tracker) -> None:
    unsure("judge", "S1", "no", "--reason", "another voice")
    assert len(unsure("review", "--json").lines) == 1
    ran = unsure("judge", "S1", "withdraw", "--reason", "not sure")
    assert ran.out == "S1: withdraw by tester; it is now suggested\n"
    assert len(unsure("review", "--json").lines) == 2


def test_exit_codes(unsure: Tracker) -> None:
    assert unsure("judge", "S9", "yes", "--reason", "x").code == 1
    assert unsure("judge", "Z1", "yes", "--reason", "x").code == 2
    unsure("claim", "correct", 1, "--speaker", "Bo Ek", "--reason", "x")
    ran = unsure("judge", "S1", "yes", "--reason", "x")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "given to Bo Ek already" in ran.err
