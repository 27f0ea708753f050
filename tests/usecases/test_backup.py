"""Backups: taken while others write, verified before they count, never over a file."""

import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.builders import add
from tracker import audit, backup, gazetteer
from tracker.errors import BadInput, DatabaseProblem, NewerSchema, NotVerified
from tracker.ingest.places import shipped_places
from tracker.store import copying, counts
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading

Opened = Callable[[str], Engine]

PLACES = shipped_places()
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])


def quiet(_done: int, _all: int) -> None:
    pass


def held(engine: Engine) -> dict[str, int]:
    with reading(engine) as session:
        return counts.of_records(session)


def keep_adding(address: str) -> None:
    """Add one article after another until the process is ended."""
    engine = open_engine(address)
    for number in count():
        add(engine, f"Warden Ola Prim said gate {number} would stay shut.", outlet=f"{os.getpid()}")


@contextmanager
def writers(address: str, number: int) -> Iterator[None]:
    """Let processes write all the while, and see that each lived to the end."""
    running = [CONTEXT.Process(target=keep_adding, args=(address,)) for _ in range(number)]
    for process in running:
        process.start()
    try:
        yield
        assert [process.exitcode for process in running] == [None] * number
    finally:
        for process in running:
            process.kill()
            process.join()


def wait_for_more(engine: Engine, articles: int) -> None:
    while held(engine)["articles"] <= articles:
        time.sleep(0.02)


def dumped(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def source(sampled_sqlite: Engine) -> Engine:
    gazetteer.seed(sampled_sqlite, "tester")
    return sampled_sqlite


def test_a_backup_is_taken_while_others_write(
    source: Engine, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In small steps, so that articles are added between them: it holds one moment all the same."""
    monkeypatch.setattr(copying, "PAGES", 40)
    steps: list[int] = []
    began: list[int] = []

    def progress(done: int, _all: int) -> None:
        if not steps:
            began.append(held(source)["articles"])
        if len(steps) in (2, 4):
            wait_for_more(source, held(source)["articles"])
        steps.append(done)

    with writers(str(source.url), 3):
        wait_for_more(source, held(source)["articles"])
        copied = backup.back_up(source, tmp_path / "b.db", PLACES, progress)
        meanwhile = held(source)["articles"]
    assert steps == sorted(steps), "no write started it anew"
    copy = opened(f"sqlite:///{tmp_path}/b.db")
    assert held(copy)["ledger entries"] == copied.seq
    assert held(copy)["articles"] <= began[0] < meanwhile - 1
    assert audit.verify(copy, PLACES)[1] == []


def test_a_backup_comes_back_as_it_was(source: Engine, opened: Opened, tmp_path: Path) -> None:
    out = tmp_path / "b.db"
    copied = backup.back_up(source, out, PLACES, quiet)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "b.db"))] == [
        "b.db"
    ], "one file, with nothing beside it"
    target = opened(f"sqlite:///{tmp_path}/restored.db")
    assert backup.restore(out, target, "vera", PLACES, quiet) == copied
    assert dumped(tmp_path / "restored.db") == dumped(Path(str(source.url.database)))


def test_a_backup_is_read_where_nothing_can_be_written(
    source: Engine, opened: Opened, tmp_path: Path
) -> None:
    out = tmp_path / "shelf" / "b.db"
    out.parent.mkdir()
    backup.back_up(source, out, PLACES, quiet)
    out.chmod(0o444)
    out.parent.chmod(0o555)
    try:
        backup.restore(out, opened(f"sqlite:///{tmp_path}/r.db"), "vera", PLACES, quiet)
    finally:
        out.parent.chmod(0o755)
    assert audit.verify(opened(f"sqlite:///{tmp_path}/r.db"), PLACES)[1] == []


@pytest.mark.parametrize("name", ["b.db", "b.db-wal", "b.db-journal"])
def test_nothing_is_overwritten(source: Engine, opened: Opened, tmp_path: Path, name: str) -> None:
    """Nor is a log left there that would be read as part of the new file."""
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(BadInput, match="nothing is overwritten"):
        backup.back_up(source, tmp_path / "b.db", PLACES, quiet)
    backup.back_up(source, tmp_path / "other.db", PLACES, quiet)
    with pytest.raises(BadInput, match="another address with --database"):
        backup.restore(
            tmp_path / "other.db", opened(f"sqlite:///{tmp_path}/b.db"), "vera", PLACES, quiet
        )
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_file_that_comes_to_be_meanwhile_is_left_alone(source: Engine, tmp_path: Path) -> None:
    def progress(_done: int, _all: int) -> None:
        (tmp_path / "b.db").write_bytes(b"mine")

    with pytest.raises(BadInput, match="nothing is overwritten"):
        backup.back_up(source, tmp_path / "b.db", PLACES, progress)
    assert (tmp_path / "b.db").read_bytes() == b"mine"
    assert not list(tmp_path.glob(".b.db*"))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_one_that_was_stopped_leaves_nothing(
    source: Engine, tmp_path: Path, error: BaseException
) -> None:
    def progress(_done: int, _all: int) -> None:
        raise error

    with pytest.raises((KeyboardInterrupt, BadInput)):
        backup.back_up(source, tmp_path / "b.db", PLACES, progress)
    assert not [path for path in tmp_path.iterdir() if "b.db" in path.name]


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


REHASHED = ("DROP TRIGGER ledger_no_update", "UPDATE ledger SET user = 'other' WHERE seq = 3")
WORDS_GONE = "DELETE FROM selector WHERE id = 2"


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(REHASHED, id="the ledger"),
        pytest.param((WORDS_GONE,), id="a row gone"),
        pytest.param(("DELETE FROM article WHERE id = 1",), id="a row that others point to"),
    ],
)
def test_what_does_not_verify_is_neither_kept_nor_put_in_place(
    source: Engine, opened: Opened, tmp_path: Path, statements: tuple[str, ...]
) -> None:
    out = tmp_path / "b.db"
    backup.back_up(source, out, PLACES, quiet)
    alter(out, *statements)
    with pytest.raises(NotVerified):
        backup.restore(out, opened(f"sqlite:///{tmp_path}/r.db"), "vera", PLACES, quiet)
    assert not list(tmp_path.glob("*r.db*"))
    source.dispose()
    alter(Path(str(source.url.database)), *statements)
    with pytest.raises(NotVerified):
        backup.back_up(source, tmp_path / "second.db", PLACES, quiet)
    assert not list(tmp_path.glob("*second.db*"))


def test_a_damaged_page_is_seen(source: Engine, opened: Opened, tmp_path: Path) -> None:
    out = tmp_path / "b.db"
    backup.back_up(source, out, PLACES, quiet)
    content = bytearray(out.read_bytes())
    content[5 * 4096 : 5 * 4096 + 200] = b"\xff" * 200
    out.write_bytes(content)
    with pytest.raises((NotVerified, DatabaseProblem)):
        backup.restore(out, opened(f"sqlite:///{tmp_path}/r.db"), "vera", PLACES, quiet)
    assert not list(tmp_path.glob("*r.db*"))


def _text(path: Path) -> None:
    path.write_text("a letter, and no database at all\n" * 40, encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _other(path: Path) -> None:
    alter(path, "CREATE TABLE recipe (name TEXT)")


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        pytest.param(_text, "not a database", id="another file"),
        pytest.param(_empty, "holds no database of tracker's", id="an empty file"),
        pytest.param(_other, "holds no database of tracker's", id="another program's"),
        pytest.param(lambda _path: None, "no such file", id="no file"),
    ],
)
def test_a_file_that_is_no_backup_is_refused(
    opened: Opened, tmp_path: Path, prepare: Callable[[Path], None], said: str
) -> None:
    prepare(tmp_path / "b.db")
    with pytest.raises((BadInput, DatabaseProblem), match=said):
        backup.restore(
            tmp_path / "b.db", opened(f"sqlite:///{tmp_path}/r.db"), "vera", PLACES, quiet
        )
    assert not list(tmp_path.glob("*r.db*"))


def test_a_backup_of_a_newer_release_is_refused(
    source: Engine, opened: Opened, tmp_path: Path
) -> None:
    out = tmp_path / "b.db"
    backup.back_up(source, out, PLACES, quiet)
    alter(out, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        backup.restore(out, opened(f"sqlite:///{tmp_path}/r.db"), "vera", PLACES, quiet)
    assert not list(tmp_path.glob("*r.db*"))


def test_a_file_that_was_copied_with_its_log_comes_back_whole(
    source: Engine, opened: Opened, tmp_path: Path
) -> None:
    """As after a crash: what was confirmed is still in the log, and belongs to it."""
    add(source, "Warden Ola Prim said gate 9 would stay shut.")
    path = Path(str(source.url.database))
    for name in ("", "-wal"):
        (tmp_path / f"crashed.db{name}").write_bytes(path.with_name(path.name + name).read_bytes())
    assert (tmp_path / "crashed.db-wal").stat().st_size > 0
    target = opened(f"sqlite:///{tmp_path}/r.db")
    backup.restore(tmp_path / "crashed.db", target, "vera", PLACES, quiet)
    assert held(target) == held(source)


def test_one_on_postgresql_names_its_own_programs(
    postgresql_database: str, opened: Opened, tmp_path: Path
) -> None:
    engine = opened(postgresql_database)
    for act in (
        lambda: backup.back_up(engine, tmp_path / "b", PLACES, quiet),
        lambda: backup.restore(tmp_path / "b", engine, "vera", PLACES, quiet),
    ):
        with pytest.raises(BadInput, match="pg_dump"):
            act()


def test_a_backup_that_is_killed_leaves_the_database_and_no_backup(
    source: Engine, tmp_path: Path
) -> None:
    process = CONTEXT.Process(target=slow_backup, args=(str(source.url), tmp_path / "b.db"))
    process.start()
    while not list(tmp_path.glob(".b.db.*.partial")):
        time.sleep(0.01)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert not (tmp_path / "b.db").exists()
    backup.back_up(source, tmp_path / "b.db", PLACES, quiet)


def slow_backup(address: str, out: Path) -> None:
    backup.back_up(open_engine(address), out, PLACES, lambda _done, _all: time.sleep(60))
