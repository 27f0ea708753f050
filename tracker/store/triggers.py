"""Triggers that refuse changes to append-only tables, on both engines.

Migrations call `create_triggers` after they touched such a table: a batch
migration on SQLite rebuilds the table and drops its triggers without a word.

There is one narrow way through, for redaction: a row may be blotted out, and nothing
else of it changed, while a tombstone (`redaction`) names it whose ledger entry is not
yet behind the ledger's head. The head moves when the transaction ends, so the way is
shut again with it; a tombstone that lies about its entry does not verify.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, inspect

APPEND_ONLY = (
    "ledger",
    "judgement",
    "correction",
    "article_version",
    "blob",
    "agent_identity",
    "anchoring",
    "article_notice",
    "article_withdrawal",
    "redaction",
    "idempotency_key",
)
"""Tables of which no row is ever changed or deleted, but for what `_BLOTS` lets through."""

STRUCK_OUT = "ledger_value"
"""The table whose values may be struck out (value null, salt empty), and nothing else."""

_FUNCTION = """
CREATE OR REPLACE FUNCTION tracker_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME;
END $$
"""

_GUARD = """
CREATE OR REPLACE FUNCTION tracker_redact_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ({allowed}) IS NOT TRUE THEN
        RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$
"""

# The salt goes with the value: with it, a short value could be guessed from its digest.
_STRIKE = "NEW.value IS NULL AND NEW.salt = '' AND NEW.seq = OLD.seq"

_OPEN = (
    "EXISTS (SELECT 1 FROM redaction, ledger_head WHERE redaction.entry > ledger_head.seq{which})"
)

_BLOTTED = "length(NEW.{0}) = length(OLD.{0}) AND replace(NEW.{0}, '█', '') = ''"
_SAME_LENGTH = "length(NEW.{0}) = length(OLD.{0})"

_BLOTS: dict[str, tuple[str, dict[str, str]]] = {
    "judgement": ("uid", {"reason": _BLOTTED}),
    "agent_identity": ("uid", {"reason": _BLOTTED}),
    "article_withdrawal": ("uid", {"reason": _BLOTTED}),
    "correction": ("uid", dict.fromkeys(("before", "after", "reason"), _BLOTTED)),
    "article_version": (
        "uid",
        {
            "text": _SAME_LENGTH,
            "text_sha256": _SAME_LENGTH,
            "title": _SAME_LENGTH,
            "author": _SAME_LENGTH,
        },
    ),
    "blob": ("sha256", {"body": "length(NEW.body) = 0", "codec": "NEW.codec = 'redacted'"}),
}
"""By table: the column that a tombstone names its rows by, and what each may become."""


KEYS = {"ledger": ("seq",), "ledger_value": ("seq",), "blob": ("sha256",)}
"""The columns by which a row of an append-only table could be replaced; else id and uid."""


GUARDS = tuple(f"tracker_redact_{table}" for table in (*_BLOTS, STRUCK_OUT))
"""The functions on PostgreSQL that let a redaction through and nothing else."""


def create_triggers(connection: Connection) -> None:
    """Create every trigger that is not there, on the tables that this revision has."""
    for statement in (*_functions(connection).values(), *expected(connection).values()):
        connection.exec_driver_sql(statement)


def expected(connection: Connection) -> dict[str, str]:
    """Return the SQL that creates each trigger, by its name."""
    make = _on_postgresql if connection.dialect.name == "postgresql" else _on_sqlite
    return {
        name: sql
        for table in _tables(connection)
        for name, sql in make(table, _allowed(connection, table)).items()
    }


def _functions(connection: Connection) -> dict[str, str]:
    """Return the SQL of each function that triggers on PostgreSQL call, by its name."""
    if connection.dialect.name != "postgresql":
        return {}
    allowed = {table: _allowed(connection, table) for table in _tables(connection)}
    guards = {
        _guard(table): _GUARD.format(table=table, allowed=condition)
        for table, condition in allowed.items()
        if condition
    }
    return {"tracker_refuse": _FUNCTION, **guards}


def _guard(table: str) -> str:
    return f"tracker_redact_{table}"


def _tables(connection: Connection) -> list[str]:
    there = set(inspect(connection).get_table_names())
    return [table for table in (*APPEND_ONLY, STRUCK_OUT) if table in there]


def _allowed(connection: Connection, table: str) -> str | None:
    """Return the SQL condition under which a row of a table may be updated; None for never."""
    seen = inspect(connection)
    if not seen.has_table("redaction"):
        return _STRIKE if table == STRUCK_OUT else None
    if table == STRUCK_OUT:
        return f"{_STRIKE} AND NEW.reason_text IS NULL AND {_OPEN.format(which='')}"
    if table not in _BLOTS:
        return None
    named_by, blots = _BLOTS[table]
    differs = "IS NOT" if connection.dialect.name == "sqlite" else "IS DISTINCT FROM"
    conditions = [_OPEN.format(which=f" AND redaction.record_uid = OLD.{named_by}")]
    for column in seen.get_columns(table):
        name = f'"{column["name"]}"'
        kept = f"NOT (NEW.{name} {differs} OLD.{name})"
        blot = blots.get(column["name"])
        conditions.append(f"({kept} OR ({blot.format(name)}))" if blot else kept)
    changes = " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in blots)
    return " AND ".join([*conditions, f"({changes})"])


def _on_sqlite(table: str, allowed: str | None) -> dict[str, str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    # REPLACE deletes the row in its way, and says so to triggers only where the
    # connection asked for it (`recursive_triggers`): it is refused before it does.
    taken = " OR ".join(f"{key} = NEW.{key}" for key in KEYS.get(table, ("id", "uid")))
    when = {
        "update": f"WHEN ({allowed}) IS NOT TRUE " if allowed else "",
        "delete": "",
        "insert": f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) ",
    }
    return {
        f"{table}_no_{_WORDS[event]}": f"CREATE TRIGGER IF NOT EXISTS {table}_no_{_WORDS[event]} "
        f"BEFORE {event.upper()} ON {table} {condition}{refuse}"
        for event, condition in when.items()
    }


_WORDS = {"update": "update", "delete": "delete", "insert": "replace"}


def _on_postgresql(table: str, allowed: str | None) -> dict[str, str]:
    made = {}
    for event in ("UPDATE", "DELETE", "TRUNCATE"):
        name = f"{table}_no_{event.lower()}"
        each = "STATEMENT" if event == "TRUNCATE" else "ROW"
        function = _guard(table) if allowed and event == "UPDATE" else "tracker_refuse"
        made[name] = (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} "
            f"ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
        )
    return made


_HELD = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgenabled::text || ' ' || pg_get_triggerdef(t.oid)"
    " FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE NOT tgisinternal AND n.nspname = current_schema()",
}

_BODIES = (
    "SELECT proname, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE n.nspname = current_schema()"
)


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
    functions = _functions(connection)
    bodies: dict[Any, Any] = dict(connection.exec_driver_sql(_BODIES).all()) if functions else {}
    for name, sql in functions.items():
        if bodies.get(name) != sql.replace("%%", "%").split("$$")[1]:
            yield f"the function {name} is not as tracker made it"


def _is_as_made(dialect: str, held: str, wanted: str) -> bool:
    if dialect == "sqlite":
        return held == wanted.replace("IF NOT EXISTS ", "")
    state, _, definition = held.partition(" ")
    words = wanted.partition(" ON ")[0].removeprefix("CREATE OR REPLACE ")
    calls = wanted[wanted.index("EXECUTE FUNCTION") :]
    return state == "O" and f"CREATE {words} ON" in definition and definition.endswith(calls)


_PRESENT = {
    # A trigger that was made anew with another body protects nothing.
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'"
    " OR (type = 'trigger' AND sql LIKE '%RAISE(ABORT%')",
    "postgresql": "SELECT relname FROM pg_class WHERE relkind = 'r'"
    " AND relnamespace = current_schema()::regnamespace"
    " UNION ALL SELECT tgname FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid"
    " WHERE pg_class.relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
    " AND (proname = 'tracker_refuse'"
    " OR (proname = 'tracker_redact_' || relname AND tgname = relname || '_no_update'))"
    " AND prosrc LIKE '%RAISE EXCEPTION%'",
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
    """Drop every trigger, for a migration that changes or drops the tables."""
    tables = _tables(connection)
    for table in tables:
        for event in ("update", "delete", "truncate", "replace"):
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
    if connection.dialect.name == "postgresql":
        for function in ("refuse", *(f"redact_{table}" for table in tables)):
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS tracker_{function}()")
