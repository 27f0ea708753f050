"""Triggers that refuse changes to append-only tables, on both engines.

Migrations call `create_triggers` after they touched such a table: a batch
migration on SQLite rebuilds the table and drops its triggers without a word.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect

APPEND_ONLY = ("ledger", "judgement", "correction", "article_version", "blob", "agent_identity")
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


KEYS = {"ledger": ("seq",), "ledger_value": ("seq",), "blob": ("sha256",)}
"""The columns by which a row of an append-only table could be replaced; else id and uid."""


def create_triggers(connection: Connection) -> None:
    """Create every trigger that is not there, on the tables that this revision has."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_FUNCTION)
    for statement in expected(connection).values():
        connection.exec_driver_sql(statement)


def expected(connection: Connection) -> dict[str, str]:
    """Return the SQL that creates each trigger, by its name."""
    make = _on_postgresql if connection.dialect.name == "postgresql" else _on_sqlite
    return {name: sql for table in _tables(connection) for name, sql in make(table).items()}


def _tables(connection: Connection) -> list[str]:
    there = set(inspect(connection).get_table_names())
    return [table for table in (*APPEND_ONLY, STRUCK_OUT) if table in there]


def _on_sqlite(table: str) -> dict[str, str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    # REPLACE deletes the row in its way, and says so to triggers only where the
    # connection asked for it (`recursive_triggers`): it is refused before it does.
    taken = " OR ".join(f"{key} = NEW.{key}" for key in KEYS.get(table, ("id", "uid")))
    when = {
        "update": f"WHEN {_NO_STRIKE} " if table == STRUCK_OUT else "",
        "delete": "",
        "insert": f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) ",
    }
    return {
        f"{table}_no_{_WORDS[event]}": f"CREATE TRIGGER IF NOT EXISTS {table}_no_{_WORDS[event]} "
        f"BEFORE {event.upper()} ON {table} {condition}{refuse}"
        for event, condition in when.items()
    }


_WORDS = {"update": "update", "delete": "delete", "insert": "replace"}


def _on_postgresql(table: str) -> dict[str, str]:
    made = {}
    for event in ("UPDATE", "DELETE", "TRUNCATE"):
        name = f"{table}_no_{event.lower()}"
        when = f"WHEN ({_NO_STRIKE})" if (table, event) == (STRUCK_OUT, "UPDATE") else ""
        each = "STATEMENT" if event == "TRUNCATE" else "ROW"
        made[name] = (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} "
            f"ON {table} FOR EACH {each} {when} EXECUTE FUNCTION tracker_refuse()"
        )
    return made


_HELD = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgenabled::text || ' ' || pg_get_triggerdef(t.oid)"
    " FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE NOT tgisinternal AND n.nspname = current_schema()",
}


def not_as_made(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the triggers: one missing, turned off, changed, or a strange one."""
    rows = connection.exec_driver_sql(_HELD[connection.dialect.name]).all()
    held = {str(name): str(made) for name, made in rows}
    wanted = expected(connection)
    for name in sorted(wanted.keys() - held.keys()):
        yield f"the trigger {name} is missing: its table can be changed"
    for name in sorted(held.keys() - wanted.keys()):
        yield f"the trigger {name} is none of tracker's"
    for name in sorted(held.keys() & wanted.keys()):
        if not _is_as_made(connection.dialect.name, held[name], wanted[name]):
            yield f"the trigger {name} is not as tracker made it"


def _is_as_made(dialect: str, held: str, wanted: str) -> bool:
    if dialect == "sqlite":
        return held == wanted.replace("IF NOT EXISTS ", "")
    state, _, definition = held.partition(" ")
    words = wanted.partition(" ON ")[0].removeprefix("CREATE OR REPLACE ")
    calls = "EXECUTE FUNCTION tracker_refuse()"
    return state == "O" and f"CREATE {words} ON" in definition and definition.endswith(calls)


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, for a downgrade that drops the tables."""
    for table in _tables(connection):
        for event in ("update", "delete", "truncate", "replace"):
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS tracker_refuse()")
