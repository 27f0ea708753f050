"""Whether the database itself is sound: its pages, its references, its triggers."""

from collections.abc import Iterator

from sqlalchemy import Connection, MetaData
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
    yield from _references(connection, SQLModel.metadata)
    yield from (Problem("database", found) for found in triggers.not_as_made(connection))
    yield from _strays(connection)


def _pages(connection: Connection) -> Iterator[Problem]:
    """Yield what SQLite says of its pages, indexes and constraints."""
    for (found,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").all():
        if found != "ok":
            yield Problem("database", str(found))


def _references(connection: Connection, metadata: MetaData) -> Iterator[Problem]:
    """Yield the references that name a row that is not there, on either engine."""
    for table in metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            held, named = key.parent, key.column
            there = named.table.alias()
            dangling = held.is_not(None) & ~(
                select(1).where(there.c[named.name] == held).correlate(table).exists()
            )
            query = select(func.count()).select_from(table).where(dangling)
            if count := connection.execute(query).scalar_one():
                yield Problem(
                    f"table {table.name}",
                    f"{count} of its rows name a {named.table.name} by "
                    f"{held.name} that is not there",
                )


def _strays(connection: Connection) -> Iterator[Problem]:
    """Yield the rows of tables without records that nothing tells of."""
    captured = select(VersionRow.body_sha256)
    query = select(BlobRow.sha256).where(col(BlobRow.sha256).not_in(captured))
    for (digest,) in connection.execute(query):
        yield Problem(f"blob {digest[:12]}", "no version was captured from it")
    heads = connection.execute(select(func.count()).select_from(LedgerHeadRow)).scalar_one()
    if heads != 1:
        yield Problem("ledger head", f"it has {heads} rows, not one")
