"""What adding an article leaves unknown is told, with the option that gives it; so is a date that
can hardly be right."""

import json
from datetime import UTC, datetime, timedelta
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


NEXT_YEAR = f"{datetime.now(UTC).year + 1}-12-31"


def test_a_date_in_the_future_is_told_and_stored(tracker: Tracker, story: Path) -> None:
    ran = tracker("add", story, *COMPLETE[:2], "--published", NEXT_YEAR)
    assert ran.code == 0
    assert ran.err == (
        f"tracker: {story}: its date {NEXT_YEAR} lies in the future, so that whatever repeats it "
        "comes before it: if it is wrong, --published DATE of `tracker add` gives another "
        "(`tracker article withdraw 1`, then add it again)\n"
    )
    assert tracker("article", "list", "--json").json["published_at"] == NEXT_YEAR
    tracker("article", "withdraw", "1", "--reason", "its date is another")
    assert tracker("add", story, *COMPLETE).err == ""


def test_a_date_in_the_future_that_a_file_gives_is_told(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"outlet": "Wire", "published_at": NEXT_YEAR, "text": TEXT}))
    assert f"its date {NEXT_YEAR} lies in the future" in tracker("add", path, "--json").err


def test_tomorrow_is_not_the_future(tracker: Tracker, story: Path) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(hours=23)).isoformat(timespec="seconds")
    assert tracker("add", story, *COMPLETE[:2], "--published", tomorrow).err == ""


def test_a_recorded_claim_of_the_future_is_told_and_mended(tracker: Tracker) -> None:
    claim = ("record", "--text", "The wall is built.", "--published")
    ran = tracker(*claim, NEXT_YEAR)
    assert ran.code == 0
    assert ran.err == (
        f"tracker: its date {NEXT_YEAR} lies in the future: if it is wrong, `tracker article "
        "withdraw 1`, then record the claim again\n"
    )
    tracker("article", "withdraw", "1", "--reason", "its date is another")
    assert tracker(*claim, "2024-05-02").err == ""
    assert tracker("claim", "list", "--json").json["published_at"] == "2024-05-02"


def test_an_imported_claim_of_the_future_is_told_with_its_line(
    tracker: Tracker, tmp_path: Path
) -> None:
    path = tmp_path / "claims.jsonl"
    lines = [{"text": "It rained."}, {"text": "The wall is built.", "published_at": NEXT_YEAR}]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    ran = tracker("import", path, "--json")
    (told,) = ran.json["doubtful"]
    assert (ran.code, ran.err) == (0, f"tracker: {told}\n")
    assert told.startswith(f"{path}, line 2: its date {NEXT_YEAR} lies in the future")
    assert "`tracker article withdraw 2`" in told
    assert tracker("import", path).err == ""  # known before: it was told then
