"""A command that was given wrongly says in one line what, where, and what to give."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(
            ["claim", "list", "--limit", "x"],
            "Invalid value for '--limit': 'x' is not a valid integer range: give a number, "
            "1 or more. See `tracker claim list --help`",
            id="no number",
        ),
        pytest.param(
            ["claim", "list", "--limit", "0"],
            "Invalid value for '--limit': 0 is not in the range x>=1: give a number, 1 or more. "
            "See `tracker claim list --help`",
            id="out of range",
        ),
        pytest.param(
            ["claim", "show", "x"],
            "Invalid value for 'CLAIM_ID': 'x' is not a valid integer: give a number such as 12. "
            "See `tracker claim show --help`",
            id="no claim's number",
        ),
        pytest.param(
            ["judge", "L1", "yes"],
            "Missing option '--reason' (Why, for those who come after). See `tracker judge --help`",
            id="no reason",
        ),
        pytest.param(
            ["export"],
            "Missing option '--out' (A new folder to write to; a new zip with --format bundle). "
            "See `tracker export --help`",
            id="nowhere to write",
        ),
        pytest.param(
            ["search", "rain", "--from", "soon"],
            "Invalid value for '--from': 'soon' does not match the format '%Y-%m-%d': give a day "
            "such as 2024-05-02. See `tracker search --help`",
            id="no day",
        ),
        pytest.param(
            ["import", "/nowhere"],
            "Invalid value for 'PATH': Path '/nowhere' does not exist: give one that is there. "
            "See `tracker import --help`",
            id="no file",
        ),
        pytest.param(
            ["claim", "show", "1", "2"],
            "Got unexpected extra argument (2). See `tracker claim show --help`",
            id="too many",
        ),
        pytest.param(
            ["search", "ferry", "boat"],
            "Got unexpected extra argument (boat): put words that belong together in quotation "
            "marks. See `tracker search --help`",
            id="words without quotation marks",
        ),
        pytest.param(
            ["timeline", "Jana", "Kolar"],
            "Got unexpected extra argument (Kolar): put words that belong together in quotation "
            "marks. See `tracker timeline --help`",
            id="a name without quotation marks",
        ),
        pytest.param(
            ["extract", "a.txt", "b.txt"],
            "Got unexpected extra argument (b.txt). See `tracker extract --help`",
            id="two files",
        ),
        pytest.param(
            ["claim", "list", "--fooo"],
            "No such option '--fooo'. See `tracker claim list --help`",
            id="no such option",
        ),
    ],
)
def test_usage_errors(bare: Tracker, arguments: list[str], line: str) -> None:
    ran = bare(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"tracker: {line}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param("--database {one} article list --database {two}", id="before and after"),
        pytest.param("--database {one} --database {two} article list", id="twice before"),
        pytest.param("article list --database {one} --database={two}", id="twice after"),
        pytest.param("--database={one} init --database={two}", id="a command that writes"),
    ],
)
def test_two_databases_are_refused(bare: Tracker, tmp_path: Path, arguments: str) -> None:
    one, two = (f"sqlite:///{tmp_path}/{name}.db" for name in ("one", "two"))
    ran = bare(*arguments.format(one=one, two=two).split())
    line = "tracker: --database is given twice, with two addresses: give one\n"
    assert (ran.code, ran.out, ran.err) == (2, "", line)
    assert list(tmp_path.glob("*.db")) == []


def test_one_database_may_be_named_twice(bare: Tracker, database: str) -> None:
    ran = bare("--database", database, "article", "list", f"--database={database}")
    assert ran.code == 0
    words = ("--database", database, "search", "--", "--database", "sqlite:///other.db")
    assert "given twice" not in bare(*words).err
