"""A database on a disk that cannot be written is read, and nothing beside it is made.

Commands run in a process of their own that has no right to pass over a file's mode, as root
would by itself.
"""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders import add
from tracker.backup import back_up
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.store.tables import ArticleRow

TEXT = "Mayor Tobias Rehn said the hall would open in June.\n"

RUN = """
import contextlib, io, json, sys
from tracker.cli.app import run
ran = []
for arguments in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    ran.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(ran))
"""

TOUCHED = """
import os, sys
from sqlmodel import select
from tracker.errors import DatabaseProblem
from tracker.store.engine import open_engine
from tracker.store.session import reading
from tracker.store.tables import ArticleRow
engine = open_engine("sqlite:///" + sys.argv[1])
try:
    with reading(engine) as session:
        session.exec(select(ArticleRow)).all()
        if sys.argv[2] == "written":
            os.utime(sys.argv[1], (1, 1))
except DatabaseProblem as error:
    print(error)
else:
    print("read")
"""

_DROP_FROM_BOUNDS = 24  # PR_CAPBSET_DROP of prctl(2)
_PASSING_OVER_MODES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def _give_up_rights() -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for right in _PASSING_OVER_MODES:
            if libc.prctl(_DROP_FROM_BOUNDS, right, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "root cannot give up a right")


def script(source: str, *arguments: str) -> str:
    """Run a script without rights; return what it printed."""
    command = [sys.executable, "-c", source, *arguments]
    ran = subprocess.run(
        command, preexec_fn=_give_up_rights, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


Ran = tuple[int, str, str]


def commands(path: Path, *asked: str) -> list[Ran]:
    """Run commands on a file; return the code and what each printed."""
    given = [["--database", f"sqlite:///{path}", "--user", "vera", *one.split()] for one in asked]
    return [(code, out, err) for code, out, err in json.loads(script(RUN, json.dumps(given)))]


@contextmanager
def modes(path: Path, file: int, folder: int) -> Iterator[None]:
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        yield
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


@pytest.fixture
def held(sqlite_engine: Engine, tmp_path: Path) -> Path:
    """A database with an article in a folder of its own, closed."""
    add(sqlite_engine, TEXT)
    sqlite_engine.dispose()
    path = tmp_path / "disk" / "claims.db"
    path.parent.mkdir()
    Path(sqlite_engine.url.database or "").rename(path)
    return path


@pytest.fixture
def backup(sqlite_engine: Engine, tmp_path: Path) -> Path:
    """A backup of one, which has no log ahead."""
    add(sqlite_engine, TEXT)
    path = tmp_path / "disk" / "claims.db"
    path.parent.mkdir()
    back_up(sqlite_engine, path, (), lambda _done, _all: None)
    return path


READING = (
    "article list",
    "article show 1 --json",
    "claim show 1",
    "claim list --as-of #2",
    "claim list --known-by 2030-01-01",
    "search hall",
    "timeline 1",
    "log",
    "conflicts",
)

WRITING = (
    "claim correct 1 --confirm --reason heard",
    "article withdraw 1 --reason slip",
    "redact occurrence 1 --reason asked --ground other",
    "redact shred",
    "db rekey",
    "init",
)

MODES = {
    "neither": (0o444, 0o555),
    "the folder only": (0o444, 0o755),
    "the file only": (0o644, 0o555),
}


@pytest.mark.parametrize("which", ["held", "backup"])
@pytest.mark.parametrize(("file", "folder"), MODES.values(), ids=MODES)
def test_what_cannot_be_written_is_read(
    request: pytest.FixtureRequest, which: str, file: int, folder: int, tmp_path: Path
) -> None:
    path: Path = request.getfixturevalue(which)
    before = path.read_bytes()
    with modes(path, file, folder):
        asked = (*READING, "verify", f"export --out {tmp_path}/out", "doctor --json")
        ran = commands(path, *asked, *WRITING)
        beside = {one.name for one in path.parent.iterdir()}
    read, written = ran[: len(asked)], ran[len(asked) :]
    for command, (code, out, err) in zip(asked, read, strict=True):
        assert code == 0, (command, err)
        assert out or command == "conflicts"
    health = json.loads(read[-1][1])
    assert (health["refused"], health["warnings"]) == ([], [])
    for command, (code, _, err) in zip(WRITING, written, strict=True):
        assert (code, err.count("\n")) == (2, 1), command
        assert "make the file and its folder writable" in err
    if folder == 0o555:
        assert beside == {path.name}
        assert health["facts"]["writable"] == "no"
    with modes(path, 0o644, 0o755):
        same = commands(path, *READING)
    assert same == read[: len(READING)]
    assert folder == 0o755 or path.stat().st_size == len(before)


def test_what_a_writer_has_in_its_log_is_read(held: Path, opened: Callable[[str], Engine]) -> None:
    writer = opened(f"sqlite:///{held}")
    with reading(writer) as session:
        assert session.get(ArticleRow, 2) is None
        add(writer, "The hall opens in May, Ada Lind said.\n", url="https://wire.example/2")
        with modes(held, 0o444, 0o555):
            ((code, out, err),) = commands(held, "article list")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize("log", ["-wal", "-journal"])
def test_a_log_that_only_a_writer_can_read_is_not_passed_over(held: Path, log: str) -> None:
    held.with_name(held.name + log).write_bytes(b"what was written last")
    with modes(held, 0o444, 0o555):
        ((code, out, err),) = commands(held, "article list")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"part of it stands in {held.name}{log}" in err


@pytest.mark.parametrize("how", ["left alone", "written"])
def test_what_was_written_while_it_was_read_is_said(held: Path, how: str) -> None:
    with modes(held, 0o644, 0o555):
        said = script(TOUCHED, str(held), how).strip()
    assert said == "read" if how == "left alone" else "it was written while it was read" in said


def test_a_trigger_that_is_gone_is_refused_there_too(
    held: Path, opened: Callable[[str], Engine]
) -> None:
    engine = opened(f"sqlite:///{held}")
    with engine.connect().execution_options(tracker_writes=True) as connection:
        connection.exec_driver_sql("DROP TRIGGER ledger_no_delete")
        connection.commit()
    engine.dispose()
    with modes(held, 0o444, 0o555):
        ran = commands(held, "article list", "verify", "doctor")
    assert [code for code, _, _ in ran] == [2, 1, 2]
    assert "not safe to use" in ran[0][2]


def test_a_file_that_is_none_of_ours_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "disk" / "notes.db"
    path.parent.mkdir()
    path.write_text("no database at all, but some words")
    with modes(path, 0o444, 0o555):
        ((code, _, err),) = commands(path, "article list")
    assert (code, err.count("\n")) == (2, 1)
    assert "not a database" in err


def test_a_file_that_cannot_be_read_either(held: Path) -> None:
    with modes(held, 0o000, 0o555):
        ((code, _, err),) = commands(held, "article list")
    assert (code, err.count("\n")) == (2, 1)
    assert "check the path and its permissions" in err
