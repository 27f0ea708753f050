"""Whether the database itself is sound: its pages, its references, its triggers."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKey
from sqlmodel import SQLModel, col, func, select

from tracker.store import triggers
from tracker.store.ledger import Problem
from tracker.store.tables import BlobRow, LedgerHeadRow, VersionRow

MOST = 20
"""Lines that a check of the database's own may give: a broken file has no end of them."""


def problems(connection: Connection) -> Iterator[Problem]:
    """Yield what is wrong with the database below the level of records."""
    if connection.dialect.name == "sqlite":
        yield from _pages(connection)
    yield from _references(connection)
    yield from (Problem("database", one.message) for one in triggers.flaws(connection))
    yield from _strays(connection)


def _pages(connection: Connection) -> Iterator[Problem]:
    """Yield what SQLite says of its pages, indexes and constraints."""
    for (found,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").all():
        if found != "ok":
            yield Problem("database", str(found))


def _references(connection: Connection) -> Iterator[Problem]:
    """Yield the references that name a row that is not there."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        found = Counter((table, named) for table, _, named, _ in rows)
    else:
        found = Counter()
        for key in _keys():
            table, named, held = key.parent.table.name, key.column.table.name, key.parent.name
            found[table, named] += connection.exec_driver_sql(
                f'SELECT count(*) FROM "{table}" c WHERE "{held}" IS NOT NULL AND NOT EXISTS '
                f'(SELECT 1 FROM "{named}" WHERE "{key.column.name}" = c."{held}")'
            ).scalar_one()
    for (table, named), count in sorted(found.items()):
        if count:
            yield Problem(
                f"table {table}", f"{count} of its rows name a row of {named} that is not there"
            )


def _keys() -> list[ForeignKey]:
    return [key for table in SQLModel.metadata.sorted_tables for key in table.foreign_keys]


def _strays(connection: Connection) -> Iterator[Problem]:
    """Yield the rows of tables without records that nothing tells of."""
    captured = select(VersionRow.body_sha256)
    query = select(BlobRow.sha256).where(col(BlobRow.sha256).not_in(captured))
    for (digest,) in connection.execute(query):
        yield Problem(f"blob {digest[:12]}", "no version was captured from it")
    heads = connection.execute(select(func.count()).select_from(LedgerHeadRow)).scalar_one()
    if heads != 1:
        yield Problem("ledger head", f"it has {heads} rows, not one")
