"""Opening an SQLite file: to read and write, or only to read where it cannot be written.

A backup on a disk that is mounted read-only, or a colleague's database, can be read: nothing
that only reads needs to write. SQLite's write-ahead log would, since it makes two files beside
the database, so such a file is opened for reading alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection

from tracker.errors import DatabaseProblem

_ONLY_READ = "tracker_only_read"
"""Where a connection that only reads keeps the file as it was found."""

_REFUSED = ("readonly", "unable to open")
"""What SQLite says where it cannot write a file, or make the ones beside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was when it was opened; `is_held` where SQLite's own locks hold it."""

    path: Path
    size: int
    changed: int
    is_held: bool

    @classmethod
    def of(cls, path: Path, is_held: bool) -> "Found":
        """Return a file as it is."""
        status = path.stat()
        return cls(path, status.st_size, status.st_mtime_ns, is_held)


def connect(sqlite: ModuleType, path: str, options: Mapping[str, Any], info: dict[str, Any]) -> Any:
    """Return a connection that writes with a log ahead, or only reads where nothing can be written.

    `info` keeps which of the two it is.

    Raises:
        DatabaseProblem: what was written last lies in a log that only a writer can read.
    """
    info.pop(_ONLY_READ, None)
    connection = sqlite.connect(path, **options)
    try:
        connection.execute("PRAGMA journal_mode=WAL").close()
    except sqlite.OperationalError as error:
        connection.close()
        if not Path(path).is_file() or not any(words in str(error) for words in _REFUSED):
            raise
        return _to_read(sqlite, Path(path).absolute(), options, info)
    return connection


def _to_read(
    sqlite: ModuleType, path: Path, options: Mapping[str, Any], info: dict[str, Any]
) -> Any:
    try:
        info[_ONLY_READ] = Found.of(path, is_held=True)
        return _opened(sqlite, path, "mode=ro", options)
    except sqlite.OperationalError:
        # The file keeps a log ahead, and the two files of one cannot be made beside it.
        _require_whole(path)
        info[_ONLY_READ] = Found.of(path, is_held=False)
        return _opened(sqlite, path, "mode=ro&immutable=1", options)


def _opened(sqlite: ModuleType, path: Path, mode: str, options: Mapping[str, Any]) -> Any:
    address = f"file:{quote(str(path))}?{mode}"
    connection = sqlite.connect(address, **{**options, "uri": True})
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").close()
        # Views of the past and sorting need a place of their own, if no disk has one.
        connection.execute("PRAGMA temp_store=MEMORY").close()
    except BaseException:
        connection.close()
        raise
    return connection


def _require_whole(path: Path) -> None:
    """Check that the file by itself is all there is.

    Raises:
        DatabaseProblem: there is a log beside it, which would be passed over.
    """
    for suffix in ("-wal", "-journal"):
        log = path.with_name(path.name + suffix)
        if log.is_file() and log.stat().st_size:
            raise DatabaseProblem(
                f"database {path}: part of it stands in {log.name}, which cannot be read where "
                "nothing can be written: make the folder writable, or copy both files to one "
                "that is"
            )


def only_reads(connection: Connection) -> bool:
    """Say whether nothing can be written through a connection, since the file cannot be."""
    return connection.dialect.name == "sqlite" and _ONLY_READ in connection.info


def require_writable(connection: Connection) -> None:
    """Check that a file can be written.

    Raises:
        DatabaseProblem: it was opened to be read.
    """
    if only_reads(connection):
        raise DatabaseProblem(
            f"database {connection.info[_ONLY_READ].path}: it can only be read here: make the "
            "file and its folder writable, or give another --database"
        )


def require_unchanged(connection: Connection) -> None:
    """Check that nobody wrote a file that was read without a lock.

    Raises:
        DatabaseProblem: somebody did: what was read may be of two states.
    """
    found = connection.info.get(_ONLY_READ) if only_reads(connection) else None
    if found is None or found.is_held:
        return
    _require_whole(found.path)
    if Found.of(found.path, is_held=False) != found:
        raise DatabaseProblem(
            f"database {found.path}: it was written while it was read, and what was told may be "
            "half of that: ask again"
        )
