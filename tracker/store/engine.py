"""Opening a database: SQLite by default, PostgreSQL for a team, one code path.

SQLite before 3.51.3 can corrupt its write-ahead log with two or more writers, so
the one that `pysqlite3` carries is used where it is installed.
"""

import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from tracker.errors import BadInput, DatabaseProblem
from tracker.store import sqlite_file

try:
    import pysqlite3
except ImportError:
    SQLITE: ModuleType = sqlite3
else:
    SQLITE = pysqlite3

DRIVER_ERRORS = (DBAPIError, SQLITE.Error, UnicodeDecodeError)
"""What a driver refuses with, and how SQLite's shows a name in the file that is no UTF-8."""

BUSY_SECONDS = 30
"""Seconds that SQLite itself waits for a lock; Ctrl-C is heard only in between."""

TURNS = 20
"""How often a writer waits so for its turn: an error after ten minutes, not before.

SQLite's waiting is not fair. With 64 writers on two cores under a load of 11, some
were still passed over after 120 seconds.
"""

SAFE_SQLITE = (3, 51, 3)
"""The first SQLite without the WAL-reset bug."""

WRITES = "tracker_writes"
"""The execution option of a connection whose transaction will write."""

_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE deletes a row and no trigger hears of it.
    "PRAGMA recursive_triggers=ON",
    # 64 MB instead of 2: keys are written all over their table.
    "PRAGMA cache_size=-65536",
)

_SESSION = ("SET TIME ZONE 'UTC'", "SET synchronous_commit = 'on'")
"""What each PostgreSQL session is held to, whatever the server's or the role's default.

A server may confirm a commit before it is on its disk; what a person was told is stored
has to be.
"""

_PASSWORD = re.compile(r":[^:@/]*@")


def open_engine(database: str) -> Engine:
    """Return the engine for a database address; nothing is opened yet but a folder made.

    Raises:
        BadInput: the address cannot be understood, or its kind of database is unknown.
        DatabaseProblem: the driver is missing, or the folder cannot be made.
    """
    try:
        url = make_url(database)
    except (ArgumentError, ValueError) as error:
        raise BadInput(
            f"database {_PASSWORD.sub(':***@', database)!r} is no address: give one such as "
            "sqlite:///claims.db or postgresql+psycopg://user@host/name"
        ) from error
    match url.get_backend_name():
        case "sqlite":
            return _open_sqlite(url)
        case "postgresql" | "postgres":
            return _open_postgresql(url)
        case other:
            raise BadInput(f"database {other!r} is not supported: use sqlite or postgresql")


def _open_postgresql(url: URL) -> Engine:
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            # Named, since a server can have another default: writers wait for the ledger's
            # head and have to see, once it is theirs, what the one before them wrote.
            isolation_level="READ COMMITTED",
        )
    except ImportError as error:
        raise DatabaseProblem(
            "PostgreSQL needs its driver: pip install 'tracker[postgres]'"
        ) from error
    event.listen(engine, "connect", _prepare_postgresql)
    event.listen(engine, "before_cursor_execute", _refuse_unstorable)
    return engine


def _prepare_postgresql(connection: Any, _record: object) -> None:
    for statement in _SESSION:
        connection.execute(statement).close()
    connection.commit()


def _open_sqlite(url: URL) -> Engine:
    path = url.database
    if not path or path == ":memory:":
        raise BadInput("a database in memory is lost at once: give a file, sqlite:///claims.db")
    engine = create_engine(
        url.set(drivername="sqlite"), module=SQLITE, connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "do_connect", _connect_sqlite)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "before_cursor_execute", _refuse_unstorable)
    return engine


def make_folder(engine: Engine) -> None:
    """Make the folder that a database file is to stand in, where it is not there.

    Raises:
        DatabaseProblem: it cannot be made.
    """
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path:
        return
    try:
        Path(path).absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseProblem(f"no folder for the database {path}: {error.strerror}") from error


def _connect_sqlite(_dialect: object, record: Any, names: Any, options: Any) -> Any:
    return sqlite_file.connect(SQLITE, names[0], options, record.info)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own BEGIN comes late and is deferred; `_begin_sqlite` does it.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    if writes:
        sqlite_file.require_writable(connection)
    # A write that slipped into a reading transaction would not wait for its turn.
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    if not writes:
        connection.exec_driver_sql("BEGIN")
        return
    for turn in range(TURNS):
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if "locked" not in str(error.orig) or turn == TURNS - 1:
                raise
        else:
            return


def _refuse_unstorable(
    connection: Connection,
    _cursor: object,
    _statement: str,
    parameters: Any,
    _context: object,
    _executemany: bool,
) -> None:
    """Refuse text that only one of the engines would take. A backstop: the doors come first.

    Raises:
        BadInput: a text to be written holds NUL or a lone surrogate.
    """
    if not connection.get_execution_options().get(WRITES, False):
        return
    # A batched INSERT passes one flat row and `executemany` all the same.
    is_many = isinstance(parameters, list) and all(isinstance(r, dict | tuple) for r in parameters)
    for row in parameters if is_many else (parameters,):
        for value in row.values() if isinstance(row, dict) else row:
            if isinstance(value, str) and (found := _unstorable(value)) is not None:
                raise BadInput(
                    f"U+{ord(value[found]):04X} at codepoint {found} cannot be stored: "
                    f"{value[:40]!r}"
                )


def _unstorable(text: str) -> int | None:
    if "\x00" in text:
        return text.index("\x00")
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def sqlite_version() -> tuple[int, ...]:
    """Return the version of the SQLite that runs here."""
    return tuple(SQLITE.sqlite_version_info)


def describe(engine: Engine) -> str:
    """Return the engine and its version to show."""
    if engine.dialect.name == "sqlite":
        return f"SQLite {SQLITE.sqlite_version} ({SQLITE.__name__})"
    with engine.connect() as connection:
        return f"PostgreSQL {connection.exec_driver_sql('SHOW server_version').scalar_one()}"


__all__ = ["Engine", "describe", "open_engine", "sqlite_version"]
