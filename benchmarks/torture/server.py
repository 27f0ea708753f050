"""Tampering with rows on PostgreSQL, as a superuser who passes by the triggers can.

Each change is committed, `tracker verify` and the standalone verifier are asked, the latter of
an export, and the rows are put back as they were. A change has to be found by both, or leave
every record identical.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from benchmarks.torture import options
from benchmarks.torture.asking import first_found, found_alone
from benchmarks.torture.databases import fresh_databases, migrated
from benchmarks.torture.store import KEYS, Tally, records_in, tally_line
from benchmarks.torture.whole import fill
from tracker.errors import TrackerError
from tracker.exchange import jsonl
from tracker.store.engine import Engine, open_engine

UNREADABLE = (TrackerError, SQLAlchemyError, ValueError, TypeError, LookupError, AttributeError)
"""What exporting a damaged record can end in."""

PAST_THE_TRIGGERS = "SET LOCAL session_replication_role = replica"

ALTERED = {
    "VARCHAR": "{0} || 'x'",
    "TEXT": "{0} || 'x'",
    "INTEGER": "1 - {0}",
    "BIGINT": "1 - {0}",
    "BOOLEAN": "NOT {0}",
    "DOUBLE PRECISION": "{0} / 2",
    "TIMESTAMP": "{0} + interval '1 second'",
    "DATE": "{0} + 1",
    "BYTEA": "'\\x00'::bytea",
}
"""Another value of a column, by its type; where it has none, one of FROM_NOTHING is put."""

FROM_NOTHING = {
    "VARCHAR": "'x'",
    "TEXT": "'x'",
    "INTEGER": "1",
    "BIGINT": "1",
    "BOOLEAN": "true",
    "DOUBLE PRECISION": "0.5",
    "TIMESTAMP": "now()",
    "DATE": "now()",
    "BYTEA": "'\\x00'::bytea",
}

OTHER_KEY = {
    "uid": "uid || '0'",
    "sha256": "sha256 || '0'",
    "key": "key || ' x'",
    "name": "name || ' x'",
    "number": "number + 1",
}
"""What a doubled row has instead, where a column may not be the same twice."""


@dataclass(frozen=True)
class Table:
    """A table: its key, and its columns with their types."""

    name: str
    key: str
    columns: dict[str, str]


def tables(engine: Engine) -> list[Table]:
    """Return the tables with records."""
    found = []
    seen = inspect(engine)
    for name in sorted(set(seen.get_table_names()) - {*KEYS}):
        (key,) = seen.get_pk_constraint(name)["constrained_columns"]
        columns = {c["name"]: str(c["type"]).split("(")[0] for c in seen.get_columns(name)}
        found.append(Table(name, key, columns))
    return found


def changes(engine: Engine, table: Table) -> Iterator[tuple[str, ...]]:
    """Yield every change of one row of a table, or of two neighbours, as SQL."""
    name, key = table.name, table.key
    with engine.connect() as connection:
        query = f"SELECT {key} FROM {name} ORDER BY {key}"
        keys = [f"'{one}'" for one in connection.exec_driver_sql(query).scalars()]
    for one in keys:
        yield (f"DELETE FROM {name} WHERE {key} = {one}",)
        yield (_doubled(table, one),)
        for column, kind in table.columns.items():
            value = ALTERED[kind].format(f'"{column}"')
            put = f"COALESCE({value}, {FROM_NOTHING[kind]})"
            yield (f'UPDATE {name} SET "{column}" = {put} WHERE {key} = {one}',)
    for one, two in pairwise(keys):
        yield tuple(_renumbered(table, one, two))
        for column, kind in table.columns.items():
            if column != key:
                yield tuple(_exchanged(table, column, kind, one, two))


def _doubled(table: Table, one: str) -> str:
    other = OTHER_KEY | {
        "id": "(SELECT max(id) + 1 FROM {0})",
        "seq": "(SELECT max(seq) + 1 FROM {0})",
    }
    values = ", ".join(other.get(c, f'"{c}"').format(table.name) for c in table.columns)
    names = ", ".join(f'"{c}"' for c in table.columns)
    row = f"{table.name} WHERE {table.key} = {one}"
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {row}"


def _renumbered(table: Table, one: str, two: str) -> Iterator[str]:
    """Yield what gives two rows each other's key: they stand in another order."""
    aside = "'aside'" if table.columns[table.key] == "VARCHAR" else "-7"
    for old, new in ((one, aside), (two, one), (aside, two)):
        yield f"UPDATE {table.name} SET {table.key} = {new} WHERE {table.key} = {old}"


def _exchanged(table: Table, column: str, kind: str, one: str, two: str) -> Iterator[str]:
    """Yield what gives two rows each other's value in a column."""
    name, key = table.name, table.key
    values = f'SELECT {key} AS k, "{column}" AS v FROM {name}'
    yield f"CREATE TEMP TABLE aside ON COMMIT DROP AS {values}"
    if kind == "VARCHAR":  # it may have to be another in every row
        yield f"UPDATE {name} SET \"{column}\" = 'aside' WHERE {key} = {one}"
    for to, of in ((two, one), (one, two)):
        yield (
            f'UPDATE {name} SET "{column}" = (SELECT v FROM aside WHERE k = {of})'
            f" WHERE {key} = {to}"
        )


class Server:
    """A database on PostgreSQL, and what it holds unharmed."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine, self.folder = engine, folder
        self.records = records_in(engine)
        assert self.records is not None
        assert self._asked() == (None, None)

    def keep(self, table: Table) -> None:
        """Keep the rows of a table, to be put back after each change."""
        with self.engine.begin() as connection:
            connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS kept")
            connection.exec_driver_sql("DROP TABLE IF EXISTS kept.rows")
            connection.exec_driver_sql(f"CREATE TABLE kept.rows AS SELECT * FROM {table.name}")

    def judge(self, tally: Tally, table: Table, statements: tuple[str, ...]) -> None:
        """Make a change, ask both verifiers, and put back what was there."""
        try:
            self._run(*statements)
        except DBAPIError:
            return  # the schema itself refuses it
        tally.tried += 1
        tracker, alone = self._asked()
        tally.by_tracker += tracker is not None
        tally.alone += alone is not None
        if tracker is None or alone is None:
            if records_in(self.engine) == self.records:
                tally.identical += 1
            else:
                what = "; ".join(statements)
                tally.missed.append(f"{what} (alone: {alone}; tracker: {tracker})")
        self._run(f"DELETE FROM {table.name}", f"INSERT INTO {table.name} SELECT * FROM kept.rows")

    def _asked(self) -> tuple[str | None, str | None]:
        tracker = first_found(self.engine)
        shutil.rmtree(self.folder, ignore_errors=True)  # an export overwrites nothing
        try:
            jsonl.export(self.engine, self.folder, lambda kind, count: None, [])
        except UNREADABLE as error:
            return tracker, f"it cannot be exported: {error}"
        return tracker, found_alone(self.folder)

    def _run(self, *statements: str) -> None:
        with self.engine.begin() as connection:
            connection.exec_driver_sql(PAST_THE_TRIGGERS)
            for statement in statements:
                connection.exec_driver_sql(statement)


def change_rows(engine: Engine, folder: Path, most: int) -> Tally:
    """Make each change of a row, or `most` of them, and count who noticed."""
    tally = Tally("rows deleted, inserted, swapped, changed on PostgreSQL")
    server = Server(engine, folder)
    held = [(table, change) for table in tables(engine) for change in changes(engine, table)]
    if most < len(held):
        held = sorted(random.Random(11).sample(held, most), key=lambda one: one[0].name)
    now = None
    for table, statements in held:
        if table != now:
            server.keep(now := table)
        server.judge(tally, table, statements)
    assert server._asked() == (None, None), "all was put back"
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Print what a run came to; return 1 when something was missed."""
    parser = options.parser(__doc__)
    options.number(parser, "changes", None, "changes of rows to make")
    given = options.parse(parser, arguments)
    if "postgresql" not in given.engine:
        return 0
    start = time.monotonic()
    with fresh_databases("postgresql", migrated) as fresh, tempfile.TemporaryDirectory() as folder:
        engine = open_engine(fresh())
        fill(engine)
        there = sum(len(list(changes(engine, table))) for table in tables(engine))
        most = options.most(given, "changes", there)
        tally = change_rows(engine, Path(folder) / "export", most)
        engine.dispose()
    print(f"{tally_line(tally)}; {time.monotonic() - start:.0f} s")
    print("\n".join(f"missed: {what}" for what in tally.missed[:50]) or "nothing was missed")
    return 1 if tally.missed else 0


if __name__ == "__main__":
    sys.exit(main())
