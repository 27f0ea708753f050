"""Databases as earlier releases wrote them: one SQL text a schema, made by that code itself.

Each holds two articles, a recorded claim, a link that a person confirmed and a corrected
speaker. Places that ship with the program were left out; `init` brings them again. To add
one when a schema is left behind: run `init`, `add`, `record`, `judge` and `claim correct`
with the release that wrote it, then write down what `sqlite3.Connection.iterdump` gives.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Boolean, MetaData

from tracker.store import schema
from tracker.store.engine import Engine

FOLDER = Path(__file__).parent
RELEASES = sorted(path.stem for path in FOLDER.glob("*.sql"))
"""The schemas of which there is one."""


def as_text(revision: str) -> str:
    return (FOLDER / f"{revision}.sql").read_text(encoding="utf-8")


def write_file(revision: str, path: Path) -> None:
    """Write such a database as an SQLite file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.executescript(as_text(revision))
        connection.execute("PRAGMA journal_mode=WAL").close()


def fill(engine: Engine, revision: str) -> None:
    """Fill an empty database, of either engine, with what that release wrote."""
    if engine.dialect.name == "sqlite":
        write_file(revision, Path(engine.url.database or ""))
        return
    with schema.migrating(engine) as connection:
        command.upgrade(schema.config_for(connection), revision)
    metadata = MetaData()
    metadata.reflect(engine)
    with schema.migrating(engine) as connection, closing(sqlite3.connect(":memory:")) as release:
        release.executescript(as_text(revision))
        release.row_factory = sqlite3.Row
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
        connection.exec_driver_sql("DELETE FROM alembic_version; DELETE FROM ledger_head")
        for table in metadata.sorted_tables:
            rows = [dict(row) for row in release.execute(f'SELECT * FROM "{table.name}"')]
            booleans = [c.name for c in table.columns if isinstance(c.type, Boolean)]
            for row in sorted(rows, key=lambda row: tuple(map(str, row.values()))):
                for name in booleans:
                    row[name] = None if row[name] is None else bool(row[name])
                connection.exec_driver_sql(*_insert(table.name, row))
        _move_counters(connection, metadata)


def _insert(table: str, row: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join(["%s"] * len(row))
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values())


def _move_counters(connection: Any, metadata: MetaData) -> None:
    for table in metadata.sorted_tables:
        if "id" in table.columns:
            connection.exec_driver_sql(
                f'SELECT setval(s, (SELECT max(id) FROM "{table.name}")) FROM'
                f" pg_get_serial_sequence('{table.name}', 'id') AS s WHERE s IS NOT NULL"
                f' AND EXISTS (SELECT 1 FROM "{table.name}")'
            )
