"""Where words still stand after a redaction, and what the database file keeps of them."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import String, func, or_
from sqlmodel import Session, SQLModel, select
from sqlmodel.sql.sqltypes import AutoString

from tracker.errors import Conflict
from tracker.store.engine import BUSY_SECONDS, Engine
from tracker.store.session import Transaction, translated
from tracker.store.sqlite_file import require_writable
from tracker.store.types import Json

_TEXTS = (String, AutoString, Json)

SHOWN = 20
"""The most places told of: who has more to do starts with these."""


PATIENCE = 10.0
"""Seconds to wait for others to let go of the file: they read for a moment, or for hours."""


def find(session: Session, pieces: Collection[str]) -> list[str]:
    """Return where any of these words stand in a text column, as "table row", in order.

    Captured bytes are packed and cannot be searched; they go with their version's text.
    """
    return [place for piece in sorted(pieces) for place in _holding(session, piece)][:SHOWN]


def _holding(session: Session, piece: str) -> Iterator[str]:
    position = func.instr if session.get_bind().dialect.name == "sqlite" else func.strpos
    for table in SQLModel.metadata.sorted_tables:
        texts = [c for c in table.columns if isinstance(c.type, _TEXTS)]
        if not texts:
            continue
        key: Any = next(iter(table.primary_key.columns))
        held = or_(*(position(column, piece) > 0 for column in texts))
        query = select(key).where(held).order_by(key).limit(SHOWN)
        for row_id in session.exec(query):
            yield f"{table.name} {row_id}"


def overwrite_freed(tx: Transaction) -> None:
    """Have SQLite overwrite with zeros what this transaction frees."""
    if tx.session.get_bind().dialect.name == "sqlite":
        tx.session.connection().exec_driver_sql("PRAGMA secure_delete=ON").close()


def shred(engine: Engine) -> bool:
    """Build the SQLite file anew and empty its log, so that neither keeps what was freed.

    Returns whether that was done: on PostgreSQL the server's VACUUM does it.

    Raises:
        Conflict: another program holds the file.
        DatabaseProblem: it cannot be written.
    """
    if engine.dialect.name != "sqlite":
        return False
    with translated(engine):
        with engine.connect() as asked:
            require_writable(asked)
        connection = engine.raw_connection()
        cursor = connection.cursor()
        try:
            cursor.execute("PRAGMA query_only=OFF")
            cursor.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
            cursor.execute("PRAGMA secure_delete=ON")
            try:
                cursor.execute("VACUUM")
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            except engine.dialect.loaded_dbapi.OperationalError as error:
                if "readonly" in str(error):
                    raise
                raise _held() from error
            if busy:
                raise _held()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            connection.close()
    return True


def _held() -> Conflict:
    return Conflict(
        "the words are out of every record, but another program holds the database and its file "
        "may keep them: close it, and run `tracker redact shred`"
    )


__all__ = ["SHOWN", "find", "overwrite_freed", "shred"]
