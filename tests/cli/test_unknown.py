"""What adding an article leaves unknown is told, with the option that gives it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

TEXT = "The council said on Wednesday that it would build a wall."
COMPLETE = ("--outlet", "Sample Wire", "--published", "2024-05-02")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "told", "not_told"),
    [
        pytest.param((), ("--outlet NAME and --published DATE", "“on Wednesday”"), (), id="both"),
        pytest.param(COMPLETE[:2], ("--published DATE",), ("outlet",), id="the date"),
        pytest.param(COMPLETE[2:], ("--outlet NAME", "origin"), ("--published",), id="the outlet"),
    ],
)
def test_what_is_unknown(
    tracker: Tracker,
    story: Path,
    given: tuple[str, ...],
    told: tuple[str, ...],
    not_told: tuple[str, ...],
) -> None:
    ran = tracker("add", story, *given)
    assert ran.code == 0
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"tracker: {story}: its ")
    assert all(words in ran.err for words in told)
    assert not any(words in ran.err for words in not_told)


def test_nothing_is_told_where_all_is_known(tracker: Tracker, story: Path) -> None:
    assert tracker("add", story, *COMPLETE).err == ""
    assert tracker("add", story, *COMPLETE).err == ""


def test_a_program_reads_json_alone(tracker: Tracker, story: Path) -> None:
    ran = tracker("add", story, "--json")
    assert ran.json["outlet"] is None
    assert ran.err.count("\n") == 1


def test_a_date_that_comes_too_late_is_not_passed_over(tracker: Tracker, story: Path) -> None:
    tracker("add", story, *COMPLETE[:2])
    ran = tracker("add", story, *COMPLETE)
    assert "already stored" in ran.out
    assert ran.err == (
        f"tracker: {story}: --published 2024-05-02 is not taken: article 1 was stored before as "
        "undated, and nothing is overwritten (`tracker article withdraw 1`, then add it again)\n"
    )


def test_a_date_is_given_by_withdrawing_and_adding_again(tracker: Tracker, story: Path) -> None:
    tracker("add", story, *COMPLETE[:2])
    tracker("article", "withdraw", "1", "--reason", "its date was left out")
    ran = tracker("add", story, *COMPLETE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("article 2, version 1 (Sample Wire, 2024-05-02) added: 1 statement")
    assert "already stored" in tracker("add", story, *COMPLETE).out
    assert tracker("claim", "list", "--json").json["article_id"] == 2  # the only one


def test_what_is_stored_and_withdrawn_is_said_to_be_so(tracker: Tracker, story: Path) -> None:
    tracker("add", story, *COMPLETE)
    tracker("article", "withdraw", "1", "--reason", "twice the same")
    ran = tracker("add", story, *COMPLETE)
    assert "already stored" in ran.out
    assert "withdrawn with its article: twice the same" in ran.out
    assert "`tracker article restore 1`" in ran.out
