"""`tracker claim correct`: confirming, rejecting, and the words that attribute a statement."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Tracker
from tests.cli.test_errors import one_line

TEXT = "Ada Lind said on Friday that the port is shut. The fog lifted at noon, Tom Pell said."


@pytest.fixture
def desk(tracker: Tracker, tmp_path: Path) -> Tracker:
    """Run `tracker` on a database with one article: two statements, occurrences 1 and 2."""
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert tracker("add", path, "--outlet", "Sample Wire").code == 0
    assert [one["occurrence_id"] for one in statements(tracker)] == [1, 2]
    return tracker


def statements(tracker: Tracker) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tracker("article", "show", 1, "--json").json["statements"]
    return found


def mend(tracker: Tracker, *change: str, reason: str = "heard it") -> Ran:
    return tracker("claim", "correct", 1, *change, "--reason", reason)


def occurrence(tracker: Tracker) -> dict[str, Any]:
    shape: dict[str, Any] = tracker("claim", "show", 1, "--json").json["occurrences"][0]
    return shape


def test_a_confirmation_is_logged_and_changes_nothing_else(desk: Tracker) -> None:
    before = statements(desk)
    ran = mend(desk, "--confirm", reason="on tape")
    assert (ran.code, ran.out, ran.err) == (0, "occurrence 1 corrected by tester\n", "")
    (correction,) = occurrence(desk)["corrections"]
    assert correction["field"] == "rejected"
    assert (correction["before"], correction["after"]) == ("false", "false")
    assert (correction["user"], correction["reason"]) == ("tester", "on tape")
    after = statements(desk)
    for shape in (*before, *after):
        shape.pop("corrections", None)
    assert after == before
    entry = next(e for e in desk("log", "--json").lines if e["action"] == "correction.made")
    assert (entry["user"], entry["reason"]) == ("tester", "on tape")
    assert desk("verify").code == 0


def test_a_confirmation_takes_back_a_rejection(desk: Tracker) -> None:
    mend(desk, "--reject", reason="a caption")
    assert occurrence(desk)["rejected"] is True
    mend(desk, "--confirm", reason="it was said")
    shape = occurrence(desk)
    assert shape["rejected"] is False
    assert [(c["before"], c["after"], c["reason"]) for c in shape["corrections"]] == [
        ("false", "true", "a caption"),
        ("true", "false", "it was said"),
    ]
    assert desk("verify").code == 0


def test_confirmed_with_a_correction_both_are_kept(desk: Tracker) -> None:
    assert mend(desk, "--confirm", "--speaker", "Bo Ek").code == 0
    assert {c["field"] for c in occurrence(desk)["corrections"]} == {"speaker", "rejected"}
    assert statements(desk)[0]["speaker"] == "Bo Ek"


def test_a_cue_is_corrected_like_a_source(desk: Tracker) -> None:
    assert mend(desk, "--cue", "said on Friday").code == 0
    assert statements(desk)[0]["cue"] == {"start": 9, "end": 23, "exact": "said on Friday"}
    (correction,) = occurrence(desk)["corrections"]
    assert (correction["field"], correction["before"], correction["after"]) == (
        "cue",
        "said",
        "said on Friday",
    )
    assert "cue was said, is said on Friday (heard it)" in desk("claim", "show", 1).out
    assert desk("verify").code == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(["--confirm", "--reject"], ["--reject and --confirm exclude"], id="both"),
        pytest.param(["--cue", "whispered"], ["--cue", "whispered"], id="a cue that is not there"),
        pytest.param(
            ["--cue", "said"], ["--cue", "more than once"], id="a cue that is there twice"
        ),
        pytest.param(["--cue", ""], ["--cue"], id="no cue"),
        pytest.param(["--source", "Nobody"], ["--source", "Nobody"], id="a source not there"),
        pytest.param([], ["nothing to correct", "--cue", "--confirm"], id="nothing"),
    ],
)
def test_what_is_refused_changes_nothing(
    desk: Tracker, change: list[str], words: list[str]
) -> None:
    before = statements(desk)
    one_line(mend(desk, *change), 2, *words)
    assert statements(desk) == before
    assert occurrence(desk)["corrections"] == []


def test_no_such_occurrence(desk: Tracker) -> None:
    ran = desk("claim", "correct", 9, "--confirm", "--reason", "x")
    one_line(ran, 1, "no occurrence 9")


def test_a_reason_is_asked_for(desk: Tracker) -> None:
    one_line(desk("claim", "correct", 1, "--confirm"), 2, "--reason")
