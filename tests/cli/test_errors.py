"""Bad input gets one clear line and an exit code, and nothing is half done."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Tracker

HUGE = "99999999999999999999"
"""A number that no database can hold."""

ROUND = ["--from", "2024-05-02", "--to", "2024-05-01"]

FIRST_MINUTE = "0001-01-01T00:00:00+14:00"
"""A time that in UTC is before the first that there is."""


def one_line(ran: Ran, code: int, *words: str) -> None:
    """Check that a run failed with one line on standard error that holds `words`."""
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.count("\n") == 1, ran.err
    assert ran.err.startswith("tracker: ")
    for word in words:
        assert word in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["article", "show", "99"], 1, ["no article 99"]),
        (["claim", "show", "99"], 1, ["no claim 99"]),
        (["agent", "show", "99"], 1, ["no agent 99"]),
        (["judge", "L99", "yes", "--reason", "x"], 1, ["no link L99"]),
        (["judge", "R99", "no", "--reason", "x"], 1, ["no relation R99"]),
        (["judge", "99", "yes", "--reason", "x"], 2, ["L12 or R7"]),
        (["claim", "correct", "99", "--reject", "--reason", "x"], 1, ["no occurrence 99"]),
        (["claim", "correct", "1", "--reason", "x"], 2, ["nothing to correct"]),
        (["record", "--text", "We saw it.", "--said-on", "13/9"], 2, ["said_on", "2023-09-13"]),
        (["record", "--text", "  "], 2, ["empty"]),
        (["record", "--text", "Words.", "--article", "7"], 1, ["no article 7"]),
        (["record", "--text", "We saw it.", "--speaker", " "], 2, ["speaker", "blank"]),
        (["record", "--text", "We saw it.", "--outlet", " "], 2, ["outlet", "blank"]),
        (["record", "--text", "We saw it.", "--via", ""], 2, ["via", "blank"]),
        (["record", "--text", "We saw it.", "--published", FIRST_MINUTE], 2, ["is no date"]),
        (["article", "show", HUGE], 1, [f"{HUGE} is larger than the number of any record"]),
        (["article", "diff", "1", HUGE], 1, [HUGE]),
        (["claim", "split", HUGE, "--reason", "x"], 1, [HUGE]),
        (["undo", HUGE, "--reason", "x"], 1, [HUGE]),
        (["log", "--since", f"#{HUGE}"], 1, [HUGE]),
        (["claim", "list", "--as-of", f"#{HUGE}"], 1, [HUGE]),
        (["search", "of the"], 2, ["too common"]),
        (["search", "x", "--from", "soon"], 2, ["soon"]),
        (["search", "x", *ROUND], 2, ["--to 2024-05-01 is before --from 2024-05-02"]),
        (["timeline", "x", *ROUND], 2, ["--to 2024-05-01 is before --from 2024-05-02"]),
        (["add", "/nowhere/at/all.txt"], 2, ["all.txt"]),
        (["add", "https://"], 2, ["https://: the address names no site"]),
        (["db", "roles", "--owner", " "], 2, ["--owner is empty"]),
        (["demo", "--keep", __file__], 2, ["test_errors.py is a file: give a folder"]),
        (["nonsense"], 2, ["nonsense"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_bad_input(tracker: Tracker, arguments: list[str], code: int, words: list[str]) -> None:
    one_line(tracker(*arguments), code, *words)


def test_more_rows_than_there_can_be_are_all(tracker: Tracker) -> None:
    tracker("record", "--text", "The ferry sank.")
    for command in (["search", "ferry"], ["claim", "list"], ["log"]):
        assert tracker(*command, "--limit", HUGE).code == 0
    assert tracker("claim", "list", "--offset", HUGE).out == ""


def test_there_is_no_version_before_the_first(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor said it would rain.", encoding="utf-8")
    tracker("add", path)
    one_line(tracker("article", "diff", 1, 0), 1, "has no version 0: see `tracker article show 1`")
    one_line(tracker("article", "show", 1, "--version", 0), 1, "article 1 has no version 0")
    given = ("--kind", "correction", "--text", "x", "--published", "soon")
    one_line(tracker("article", "notice", 1, *given), 2, "--published: 'soon'", "2023-09-13")
    one_line(tracker("record", "--article", 1, "--text", "\t"), 2, "empty")
    one_line(
        tracker("claim", "correct", 1, "--cue", " ", "--reason", "x"), 2, "no words", "as printed"
    )


def test_a_malformed_date_of_publication(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor said it would rain.", encoding="utf-8")
    one_line(tracker("add", path, "--published", "yesterday"), 2, "yesterday", "2023-09-13")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["empty"]),
        (b" \n\n ", ["a.txt"]),
        (b"\x89PNG\r\n\x1a\n\x00\x01", ["PNG"]),
        (b"He said \x00 it.", ["offset 8"]),
        (b"caf\xe9 said it", ["byte"]),
    ],
    ids=["empty", "blank", "binary", "nul", "latin-1"],
)
def test_files_that_are_no_text(
    tracker: Tracker, tmp_path: Path, content: bytes, words: list[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    one_line(tracker("add", path), 2, *words)
    assert tracker("article", "list").out == ""


def test_a_file_of_200_megabytes(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    one_line(tracker("add", path), 2, "huge.txt", "TRACKER_MAX_TEXT_BYTES")


def test_a_database_that_is_not_there(bare: Tracker, tmp_path: Path) -> None:
    ran = bare("--database", f"sqlite:///{tmp_path}/none.db", "claim", "list")
    one_line(ran, 2, "tracker init")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_database(bare: Tracker, empty_database: str) -> None:
    one_line(bare("--database", empty_database, "claim", "list"), 2, "tracker init")


def test_a_file_that_is_no_database(bare: Tracker, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database at all, just words" * 50, encoding="utf-8")
    ran = bare("--database", f"sqlite:///{tmp_path}/notes.db", "claim", "list")
    one_line(ran, 2, "not a database")


def test_an_address_that_is_none(bare: Tracker) -> None:
    one_line(bare("--database", "claims.db", "claim", "list"), 2, "sqlite:///claims.db")


def test_a_newer_schema(bare: Tracker, sqlite_database: str) -> None:
    path = sqlite_database.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in (["claim", "list"], ["init"]):
        one_line(bare("--database", sqlite_database, *command), 2, "newer version")


def test_a_bad_setting(bare: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_MAX_TEXT_BYTES", "lots")
    one_line(bare("doctor"), 2, "TRACKER_MAX_TEXT_BYTES", "lots")


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_the_database_may_be_named_before_or_after_the_command(
    bare: Tracker, sqlite_database: str, place: str
) -> None:
    arguments = {
        "before": ["--database", sqlite_database, "article", "list"],
        "after": ["article", "list", "--database", sqlite_database],
        "joined": ["article", "list", f"--database={sqlite_database}"],
    }[place]
    assert bare(*arguments).code == 0


def test_what_follows_two_dashes_is_left_alone(tracker: Tracker) -> None:
    one_line(tracker("add", "--", "--user"), 2, "--user")
