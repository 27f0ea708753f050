"""Views of one connection that stand before the tables and show them as they were.

Both engines look a bare name up among a connection's temporary relations first, so
every query of the program reads the past through them, unchanged. What did not change
since is read from its own table with its own indexes; only what did is written anew.
Rolling the transaction back takes all of it away.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert
from sqlmodel import SQLModel

import tracker.store.tables  # noqa: F401 (the metadata knows a table once its class is read)

TABLES: Mapping[str, tuple[str, str]] = {
    "outlet": ("id", "outlet"),
    "article": ("id", "article"),
    "article_version": ("id", "article_version"),
    "agent": ("id", "agent"),
    "agent_name": ("id", "agent_name"),
    "occupancy": ("id", "occupancy"),
    "agent_identity": ("id", "agent_identity"),
    "place": ("id", "place"),
    "place_name": ("place_id", "place"),
    "event": ("id", "event"),
    "participation": ("event_id", "event"),
    "claim": ("id", "claim"),
    "claim_key": ("claim_id", "claim_key"),
    "occurrence": ("id", "occurrence"),
    "selector": ("occurrence_id", "occurrence"),
    "attribution": ("occurrence_id", "occurrence"),
    "reported_fact": ("occurrence_id", "occurrence"),
    "link": ("id", "link"),
    "claim_relation": ("id", "claim_relation"),
    "judgement": ("id", "judgement"),
    "correction": ("id", "correction"),
    "anchoring": ("id", "anchoring"),
    "article_notice": ("id", "article_notice"),
    "article_withdrawal": ("id", "article_withdrawal"),
    "idempotency_key": ("id", "idempotency_key"),
    "redaction": ("id", "redaction"),
}
"""Each table that is seen as it was: the column, and the set of numbers, that hide a row."""

LOG = ("ledger", "ledger_value", "ledger_head")
"""The ledger's own tables, which end with the entry that is asked for."""

AS_THEY_ARE = ("blob", "key_count")
"""Tables that nothing reads but through others, or that say nothing of the past."""


def real_schema(connection: Connection) -> str:
    """Return the schema of the tables that the temporary relations stand before."""
    query = "SELECT 'main'" if connection.dialect.name == "sqlite" else "SELECT current_schema()"
    return str(connection.exec_driver_sql(query).scalar_one())


class Shadow:
    """The temporary relations of a connection, in a transaction that is rolled back.

    `hide` is for rows that were not there, or that `put` writes as they were; what
    `leave_out` names is not shown either way.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._on_sqlite = connection.dialect.name == "sqlite"
        self._schema = real_schema(connection)
        self._made: dict[str, Table] = {}

    def real(self, table: str) -> str:
        """Return the name of a table that no temporary relation stands before."""
        return f'{self._schema}."{table}"'

    def left(self, name: str) -> Table:
        """Return the table of the numbers that are left out."""
        return self._set(f"left_{name}")

    def gone(self, name: str) -> Table:
        """Return the table of the numbers that are hidden."""
        return self._set(f"gone_{name}")

    def hide(self, name: str, ids: Iterable[int]) -> None:
        """Hide rows of the present."""
        rows = [{"id": row_id} for row_id in ids]
        if rows:
            self._connection.execute(insert(self.gone(name)), rows)

    def hide_where(self, name: str, query: str) -> None:
        """Hide the rows of the present whose numbers an SQL query gives."""
        self._run(f"INSERT INTO {self.gone(name).name} {query}")

    def leave_out(self, name: str, query: Any) -> None:
        """Leave out the rows, as they were, whose numbers a query of the past gives."""
        self._connection.execute(insert(self.left(name)).from_select(["id"], query))

    def put(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows as they were; their present ones are hidden apart."""
        if rows:
            self._connection.execute(insert(self._was(table)), list(rows))

    def put_from(self, table: str, query: str) -> None:
        """Write the rows that an SQL query of the table gives."""
        self._run(f"INSERT INTO {self._was(table).name} {query}")

    def replace(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows with a number anew, whether their present ones are hidden yet or not."""
        numbers = ", ".join(str(int(row["id"])) for row in rows)
        was, gone = self._was(table).name, self.gone(table).name
        self._run(f"DELETE FROM {was} WHERE id IN ({numbers})")
        self._run(f"DELETE FROM {gone} WHERE id IN ({numbers})")
        self.hide(table, [row["id"] for row in rows])
        self.put(table, rows)

    def _set(self, name: str) -> Table:
        if name not in self._made:
            self._run(f"CREATE TEMPORARY TABLE {name} (id INTEGER PRIMARY KEY)")
            self._made[name] = Table(name, MetaData(), Column("id", Integer, primary_key=True))
        return self._made[name]

    def _was(self, table: str) -> Table:
        name = f"was_{table}"
        if name not in self._made:
            self._run(f"CREATE TEMPORARY TABLE {name} AS SELECT * FROM {self.real(table)} LIMIT 0")
            columns = SQLModel.metadata.tables[table].columns
            plain = (Column(column.name, column.type) for column in columns)
            self._made[name] = Table(name, MetaData(), *plain)
        return self._made[name]

    def show(self, *tables: str) -> None:
        """Put views before these tables, or before all; again where some are there."""
        filled = {name for name in self._made if self._holds(name)}
        temporary = "temp" if self._on_sqlite else "pg_temp"
        for table in tables or TABLES:
            self._run(f'DROP VIEW IF EXISTS {temporary}."{table}"')
            body = self._body(table, filled)
            if body is not None:
                self._run(f'CREATE TEMPORARY VIEW "{table}" AS {body}')
        if not self._on_sqlite:
            for name in sorted(filled):
                self._run(f"ANALYZE {name}")

    def _body(self, table: str, filled: set[str]) -> str | None:
        """Return the view's query; None where the table is as it was."""
        column, name = TABLES[table]
        left = [_without(f"left_{name}", column)] if f"left_{name}" in filled else []
        gone = [_without(f"gone_{name}", column)] if f"gone_{name}" in filled else []
        if not left and not gone and f"was_{table}" not in filled:
            return None
        names = [f't."{c.name}"' for c in SQLModel.metadata.tables[table].columns]
        arms = [_select(names, self.real(table), gone + left)]
        if f"was_{table}" in filled:
            arms.append(_select(names, f"was_{table}", left))
        return " UNION ALL ".join(arms)

    def show_log(self, seq: int, head: str) -> None:
        """End the ledger with an entry, whose hash is then its head."""
        for table in ("ledger", "ledger_value"):
            self._run(
                f"CREATE TEMPORARY VIEW {table} AS SELECT * FROM {self.real(table)} "
                f"WHERE seq <= {int(seq)}"
            )
        # A view takes no parameters; somebody may have put anything where the hash stands.
        quoted = head.replace("'", "''")
        self._run(
            f"CREATE TEMPORARY VIEW ledger_head AS SELECT 1 AS id, {int(seq)} AS seq, "
            f"'{quoted}' AS hash"
        )

    def _holds(self, name: str) -> bool:
        query = f"SELECT 1 FROM {name} LIMIT 1"
        return self._connection.exec_driver_sql(query).first() is not None

    def _run(self, statement: str) -> None:
        self._connection.exec_driver_sql(statement)


def _without(name: str, column: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM {name} AS h WHERE h.id = t.{column})"


def _select(names: Sequence[str], source: str, conditions: Sequence[str]) -> str:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT {', '.join(names)} FROM {source} AS t{where}"
