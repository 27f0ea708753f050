"""`--as-of` and `--known-by`: what they take, what they print, and on which commands."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.cli.past import parse_time
from tracker.errors import BadInput

NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)
HEAD = re.compile(r"as of ledger entry (\d+), \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")

WIRE = "The harbour will stay shut until the divers have left on Friday, Mayor Jana Kolar said."
DAILY = "Mayor Jana Kolar said the harbour will stay shut until the divers have left on Friday."


@pytest.mark.parametrize(
    ("given", "means"),
    [
        pytest.param("#12", 12, id="an entry"),
        pytest.param("2024-05-01", datetime(2024, 5, 1, 23, 59, 59, 999999, UTC), id="a day"),
        pytest.param("2024-05-02", datetime(2024, 5, 2, 23, 59, 59, 999999, UTC), id="today"),
        pytest.param("2024-05-02T11:30", datetime(2024, 5, 2, 11, 30, tzinfo=UTC), id="no zone"),
        pytest.param(
            "2024-05-02 11:30:05", datetime(2024, 5, 2, 11, 30, 5, tzinfo=UTC), id="space"
        ),
        pytest.param("2024-05-02T11:30Z", datetime(2024, 5, 2, 11, 30, tzinfo=UTC), id="Z"),
        pytest.param("2024-05-02T13:30+02:00", datetime(2024, 5, 2, 11, 30, tzinfo=UTC), id="zone"),
        pytest.param("2024-05-02 11:30:00 UTC", datetime(2024, 5, 2, 11, 30, tzinfo=UTC), id="UTC"),
    ],
)
def test_times_that_people_give(given: str, means: datetime | int) -> None:
    assert parse_time(given, NOW) == means


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("yesterday", "is no time: give a date"),
        ("2024-13-01", "is no time"),
        ("", "is no time"),
        ("#", "is no time"),
        ("#-1", "is no time"),
        ("#١٢", "is no time"),
        ("12", "is no time"),
        ("0001-01-01T00:00+14:00", "is no time"),
        ("2024-05-03", "lies ahead"),
        ("2024-05-02T12:01Z", "lies ahead"),
        ("9999-12-31", "lies ahead"),
    ],
)
def test_times_that_are_none(given: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        parse_time(given, NOW)


@pytest.fixture
def told(tracker: Tracker, tmp_path: Path) -> tuple[Tracker, str]:
    """Two reports of one claim and a correction; and the last entry before the second one."""
    for name, text, day in (("wire", WIRE, "2024-05-01"), ("daily", DAILY, "2024-05-03")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        ran = tracker("add", path, "--outlet", name.title(), "--published", day)
        assert ran.code == 0
        if name == "wire":
            before = str(tracker("checkpoint", "--json").json["entries"])
    assert tracker("claim", "correct", 1, "--speaker", "Ivo Maric", "--reason", "a slip").code == 0
    return tracker, f"#{before}"


COMMANDS = {
    "claim list": ("claim", "list"),
    "claim show": ("claim", "show", 1),
    "article list": ("article", "list"),
    "article show": ("article", "show", 1),
    "search": ("search", "harbour"),
    "timeline": ("timeline", "Jana Kolar"),
    "conflicts": ("conflicts",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_say_which_past_they_show(told: tuple[Tracker, str], name: str) -> None:
    tracker, before = told
    ran = tracker(*COMMANDS[name], "--as-of", before)
    assert ran.code == 0
    head, _, rest = ran.out.partition("\n")
    assert HEAD.fullmatch(head)
    assert "Maric" not in rest
    assert "Daily" not in rest
    ran = tracker(*COMMANDS[name], "--as-of", before, "--known-by", "2024-05-02", "--json")
    for line in map(json.loads, ran.out.splitlines()):
        assert line["as_of_entry"] == int(before[1:])
        assert datetime.fromisoformat(line["as_of"]).tzinfo is not None
        assert line["known_by"] == "2024-05-02"
    assert ran.out or name == "conflicts"


def test_the_present_says_nothing_of_a_past(told: tuple[Tracker, str]) -> None:
    tracker, _ = told
    assert "as of" not in tracker("claim", "show", 1).out
    assert "as_of" not in tracker("claim", "show", 1, "--json").json


def test_a_claim_as_it_was(told: tuple[Tracker, str]) -> None:
    tracker, before = told
    then = tracker("claim", "show", 1, "--as-of", before).out
    assert "Jana Kolar" in then
    assert "1 article, 1 outlet" in then
    assert tracker("claim", "show", 2, "--as-of", before).code == 1
    now = tracker("claim", "show", 1).out
    assert "Ivo Maric" in now


def test_an_entry_within_a_write_stands_for_all_of_it(told: tuple[Tracker, str]) -> None:
    tracker, before = told
    ran = tracker("claim", "list", "--as-of", "#1")
    assert f"as of ledger entry 1, whose write ends with entry {before[1:]}, " in ran.out
    assert "Jana Kolar" in ran.out


def test_before_anything_was_recorded(told: tuple[Tracker, str]) -> None:
    tracker, _ = told
    ran = tracker("claim", "list", "--as-of", "2020-01-01")
    assert (ran.code, ran.out) == (0, "as of 2020-01-01 23:59:59 UTC, before the first entry\n")


def test_what_had_been_published(told: tuple[Tracker, str], tmp_path: Path) -> None:
    tracker, _ = told
    undated = tmp_path / "undated.txt"
    undated.write_text("Minister Emil Sorokin said the repairs would cost 40 million crowns.")
    assert tracker("add", undated).code == 0
    ran = tracker("article", "list", "--known-by", "2024-05-02")
    head, *rows = ran.out.splitlines()
    assert head == "as published by 2024-05-02, 1 article not surely out by then left aside"
    assert len(rows) == 1
    assert "Wire" in rows[0]


def test_an_export_of_the_past(told: tuple[Tracker, str], tmp_path: Path) -> None:
    tracker, before = told
    assert HEAD.match(tracker("export", "--out", tmp_path / "then", "--as-of", before).out)
    lines = (tmp_path / "then" / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == int(before[1:])
    assert tracker("export", "--out", tmp_path / "out", "--known-by", "2024-05-02").code == 0
    assert not (tmp_path / "out" / "ledger.jsonl").exists()
    assert "Daily" not in (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "given", "code", "says"),
    [
        ("--as-of", "#9999", 1, "no ledger entry #9999: the last one is #"),
        ("--as-of", "soon", 2, "--as-of 'soon' is no time: give a date"),
        ("--known-by", "May", 2, "--known-by 'May' is no day: give a date"),
    ],
)
def test_a_past_that_there_is_none_of(
    told: tuple[Tracker, str], option: str, given: str, code: int, says: str
) -> None:
    tracker, _ = told
    ran = tracker("claim", "list", option, given)
    assert ran.code == code
    assert says in ran.err
    assert ran.err.count("\n") == 1
