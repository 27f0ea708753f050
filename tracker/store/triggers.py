"""Triggers that refuse changes to append-only tables, on both engines.

Migrations call `create_triggers` after they touched such a table: a batch
migration on SQLite rebuilds the table and drops its triggers without a word.
"""

from sqlalchemy import Connection, inspect

APPEND_ONLY = (
    "ledger",
    "judgement",
    "correction",
    "article_version",
    "blob",
    "agent_identity",
    "idempotency_key",
)
"""Tables of which no row is ever changed or deleted."""

STRUCK_OUT = "ledger_value"
"""The table whose values may be struck out (value null, salt empty), and nothing else."""

_FUNCTION = """
CREATE OR REPLACE FUNCTION tracker_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME;
END $$
"""

# The salt goes with the value: with it, a short value could be guessed from its digest.
_NO_STRIKE = "NEW.value IS NOT NULL OR NEW.salt <> '' OR NEW.seq <> OLD.seq"


def create_triggers(connection: Connection) -> None:
    """Create every trigger that is not there, on the tables that this revision has."""
    if connection.dialect.name == "postgresql":
        _create_on_postgresql(connection)
    else:
        _create_on_sqlite(connection)


def _tables(connection: Connection) -> list[str]:
    there = set(inspect(connection).get_table_names())
    return [table for table in (*APPEND_ONLY, STRUCK_OUT) if table in there]


def _create_on_sqlite(connection: Connection) -> None:
    for table in _tables(connection):
        for event in ("UPDATE", "DELETE"):
            when = f"WHEN {_NO_STRIKE}" if (table, event) == (STRUCK_OUT, "UPDATE") else ""
            connection.exec_driver_sql(
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{event.lower()} BEFORE {event} "
                f"ON {table} {when} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _create_on_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(_FUNCTION)
    for table in _tables(connection):
        for event in ("UPDATE", "DELETE", "TRUNCATE"):
            when = f"WHEN ({_NO_STRIKE})" if (table, event) == (STRUCK_OUT, "UPDATE") else ""
            each = "STATEMENT" if event == "TRUNCATE" else "ROW"
            connection.exec_driver_sql(
                f"CREATE OR REPLACE TRIGGER {table}_no_{event.lower()} BEFORE {event} "
                f"ON {table} FOR EACH {each} {when} EXECUTE FUNCTION tracker_refuse()"
            )


_PRESENT = {
    # A trigger that was made anew with another body protects nothing.
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'"
    " OR (type = 'trigger' AND sql LIKE '%RAISE(ABORT%')",
    "postgresql": "SELECT relname FROM pg_class WHERE relkind = 'r'"
    " AND relnamespace = current_schema()::regnamespace"
    " UNION ALL SELECT tgname FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid"
    " WHERE pg_class.relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
    " AND proname = 'tracker_refuse' AND prosrc LIKE '%RAISE EXCEPTION%'",
}
"""The names of tables, and of triggers that would refuse."""


def missing(connection: Connection) -> list[str]:
    """Return the triggers, of tables that are there, that are gone, disabled or refuse nothing."""
    query = _PRESENT[connection.dialect.name].replace("%", "%%")
    there = set(connection.exec_driver_sql(query).scalars())
    events = ["update", "delete"] + ["truncate"] * (connection.dialect.name == "postgresql")
    protected = [table for table in (*APPEND_ONLY, STRUCK_OUT) if table in there]
    wanted = [f"{table}_no_{event}" for table in protected for event in events]
    return [name for name in wanted if name not in there]


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, for a downgrade that drops the tables."""
    for table in _tables(connection):
        for event in ("update", "delete", "truncate"):
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS tracker_refuse()")
