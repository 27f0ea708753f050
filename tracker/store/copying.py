"""Whole copies of an SQLite file: taken under load, checked, and put in place at once."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tracker.errors import BadInput, DatabaseProblem, NotVerified
from tracker.store.engine import BUSY_SECONDS, SQLITE, Engine

Progress = Callable[[int, int], None]
"""Told how many pages are copied, and how many there are."""

PAGES = 4_096
"""Pages copied at a time: 16 MB, between which Ctrl-C is heard."""

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open, and after a crash."""


def file_of(engine: Engine) -> Path:
    """Return the file of an SQLite database.

    Raises:
        BadInput: it is on PostgreSQL, which has its own programs for this.
    """
    if engine.dialect.name != "sqlite":
        raise BadInput(
            "a database on PostgreSQL is backed up by pg_dump and restored by pg_restore: see "
            "docs/backup.md"
        )
    return Path(engine.url.database or "").absolute()


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """Give a new file beside `target`; at the end it takes that name, whole and on the disk.

    On any error, or when `target` has come to exist meanwhile, it is taken away instead.

    Raises:
        BadInput: there is a file of that name, or the folder cannot be written.
    """
    refuse_existing(target)
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    try:
        with partial.open("xb"):
            pass
        yield partial
        left = [name for name in _BESIDE if _is_filled(_beside(partial, name))]
        assert not left, "what a database keeps beside its file is part of it"
        _flush(partial)
        _take_name(partial, target)
        _flush_names(target.parent)
    except OSError as error:
        raise BadInput(f"{target}: {error.strerror or error}") from error
    finally:
        for name in ("", *_BESIDE):
            _beside(partial, name).unlink(missing_ok=True)


def refuse_existing(target: Path) -> None:
    """Check that nothing would be overwritten, nor read as a part of what is put there.

    Raises:
        BadInput: there is a file of that name, or what SQLite keeps beside one.
    """
    for name in ("", *_BESIDE):
        path = _beside(target, name)
        if path.exists() or path.is_symlink():
            raise BadInput(f"{path} is there already, and nothing is overwritten: give another")


def _take_name(partial: Path, target: Path) -> None:
    try:
        # Unlike renaming, it fails when somebody has put a file there meanwhile.
        os.link(partial, target)
    except FileExistsError:
        refuse_existing(target)
    except OSError:  # a disk without hard links
        refuse_existing(target)
        partial.rename(target)


def _beside(path: Path, name: str) -> Path:
    return path.with_name(path.name + name)


def _is_filled(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _flush(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; where folders cannot be opened, do not."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    finally:
        os.close(number)


def copy_file(source: Path, target: Path, progress: Progress) -> None:
    """Copy a database, as it is at this moment, by SQLite's own means; others go on writing.

    Raises:
        DatabaseProblem: it cannot be read, or is no SQLite file.
        NotVerified: its pages do not hold together, or rows point to none.
    """
    try:
        reader = _open_to_read(source)
        try:
            # One transaction for all of it: otherwise each write elsewhere starts it anew.
            reader.execute("BEGIN").close()
            reader.execute("SELECT count(*) FROM sqlite_master").close()
            _copy(reader, target, progress)
        finally:
            reader.close()
    except SQLITE.DatabaseError as error:
        raise DatabaseProblem(f"{source}: {error}") from error


def _open_to_read(path: Path) -> Any:
    """Return a connection that cannot write, also to a file on a disk that cannot be written."""
    if not path.is_file():
        raise DatabaseProblem(f"{path}: there is no such file")
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    options: dict[str, Any] = {"uri": True, "timeout": BUSY_SECONDS, "isolation_level": None}
    reader = SQLITE.connect(address, **options)
    try:
        reader.execute("SELECT count(*) FROM sqlite_master").close()
    except SQLITE.OperationalError:
        reader.close()
        if _is_filled(_beside(path, "-wal")):
            raise
        # With no log beside it, all of it is in the file.
        reader = SQLITE.connect(f"{address}&immutable=1", **options)
    return reader


def _copy(reader: Any, target: Path, progress: Progress) -> None:
    writer = SQLITE.connect(str(target), isolation_level=None)
    try:
        reader.backup(
            writer, pages=PAGES, progress=lambda _status, left, all_: progress(all_ - left, all_)
        )
        writer.execute("PRAGMA journal_mode=DELETE").close()
        _check(writer, target)
    finally:
        writer.close()


def _check(connection: Any, path: Path) -> None:
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise NotVerified(f"the copy does not hold together: {' '.join(str(said).split())}")
    row = connection.execute("PRAGMA foreign_key_check").fetchone()
    if row is not None:
        raise NotVerified(f"row {row[1]} of {row[0]!r} points to a row of {row[2]!r} that is gone")


def settle(path: Path) -> None:
    """Make a closed database one file with nothing beside it, which reads anywhere."""
    connection = SQLITE.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE").close()
    finally:
        connection.close()
