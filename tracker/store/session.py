"""Reading, and writing one transaction at a time.

Writers take turns on both engines: SQLite by BEGIN IMMEDIATE, PostgreSQL by
locking the ledger's head. Without that, 64 writers lost 1,228 of 1,280
read-modify-writes on SQLite and 1,234 on PostgreSQL at READ COMMITTED.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import insert, inspect
from sqlmodel import Session, SQLModel, col, select

from tracker.errors import DatabaseProblem
from tracker.store.engine import DRIVER_ERRORS, WRITES, Engine
from tracker.store.ledger import Clock, Ledger, utc_now
from tracker.store.numbers import Numbers
from tracker.store.sqlite_file import require_unchanged
from tracker.store.tables.ledger import LedgerHeadRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Transaction:
    """An open write: the session, and the ledger that every write is logged in.

    `numbers` gives rows their numbers before they are written, so that many rows which
    refer to each other are written in few statements.
    """

    session: Session
    ledger: Ledger
    numbers: Numbers


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Open a session that only reads, on one consistent state of the database.

    Raises:
        DatabaseProblem: the database cannot be reached or read.
    """
    with translated(engine), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        with Session(connection) as session:
            yield session
            require_unchanged(connection)


@contextmanager
def writing(engine: Engine, user: str, clock: Clock | None = None) -> Iterator[Transaction]:
    """Open a transaction, committed at the end and rolled back on any error.

    Raises:
        DatabaseProblem: the database cannot be reached or written.
    """
    with translated(engine), engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        with Session(connection, expire_on_commit=False) as session, session.begin():
            lock = select(LedgerHeadRow).where(col(LedgerHeadRow.id) == 1).with_for_update()
            session.exec(lock).one()
            ledger = Ledger(session, user, clock or utc_now)
            numbers = Numbers(session)
            yield Transaction(session, ledger, numbers)
            session.flush()
            numbers.settle()
            ledger.flush()
        noted = _NOTED.get()
        if noted is not None and ledger.numbers:
            noted.append(ledger.numbers)


_NOTED: ContextVar[list[range] | None] = ContextVar("noted", default=None)


@contextmanager
def entries_written() -> Iterator[list[range]]:
    """Collect which ledger entries are written from here on, a range for each transaction."""
    noted: list[range] = []
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


PORTION = 500
"""Values in one IN list: few statements, and below every limit on parameters."""


def portions(values: Collection[T]) -> Iterator[list[T]]:
    """Yield `values` in lists short enough for one query."""
    rest = list(values)
    for start in range(0, len(rest), PORTION):
        yield rest[start : start + PORTION]


def insert_rows(session: Session, table: type[SQLModel], rows: Sequence[SQLModel]) -> None:
    """Write new rows of one table in one statement, by the order of their columns.

    The objects stay outside the session. Rows without a number get one from the database.
    """
    if not rows:
        return
    names = [column.key for column in inspect(table).columns]
    if rows[0].__dict__.get("id", 0) is None:
        names.remove("id")
    insert_values(session, table, [{name: row.__dict__[name] for name in names} for row in rows])


def insert_values(
    session: Session, table: type[SQLModel], values: Sequence[dict[str, Any]]
) -> None:
    """Write rows given as values by column, all with the same columns, in one statement."""
    if values:
        # Through the connection: as mapped objects they would cost twice as much.
        session.connection().execute(insert(inspect(table).local_table), values)


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turn what the driver says into one line for the user.

    Raises:
        DatabaseProblem: the driver refused.
    """
    try:
        yield
    except DRIVER_ERRORS as error:
        said = " ".join(str(getattr(error, "orig", error)).split())
        name = engine.url.render_as_string(hide_password=True)
        raise DatabaseProblem(f"database {name}: {said}{_advice(said)}") from error


# What a driver says → what to do, the first that fits. A server that cannot be reached
# comes first: it may say that a database "does not exist", which `init` cannot mend.
_ADVICE = {
    "connection is bad": "check that the server runs, and the address",
    "connection failed": "check that the server runs, and the address",
    "readonly database": "make the file and its folder writable, or give another --database",
    "read-only": "give a database that can be written",
    "is locked": "another program holds it; try again",
    "no such table": "run `tracker init`",
    "does not exist": "run `tracker init`",
    "not a database": "this file is something else; give another --database",
    "malformed": "the file is damaged; keep a copy of it, and restore a backup",
    "codec can't decode": "the file is damaged; keep a copy of it, and restore a backup",
    "unable to open": "check the path and its permissions",
    "disk is full": "free some space; nothing was half written",
    "No space left": "free some space; nothing was half written",
}


def _advice(said: str) -> str:
    return next((f": {advice}" for words, advice in _ADVICE.items() if words in said), "")


__all__ = [
    "Session",
    "Transaction",
    "insert_rows",
    "insert_values",
    "portions",
    "reading",
    "translated",
    "writing",
]
