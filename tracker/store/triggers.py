"""Triggers that refuse changes to append-only tables, on both engines.

Migrations call `create_triggers` after they touched such a table: a batch
migration on SQLite rebuilds the table and drops its triggers without a word.

There is one narrow way through, for redaction: a row may be blotted out, and nothing
else of it changed, while a tombstone (`redaction`) names it whose ledger entry is not
yet behind the ledger's head. The head moves when the transaction ends, so the way is
shut again with it; a tombstone that lies about its entry does not verify.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

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


Columns = dict[str, list[str]]
"""The columns of each append-only table that this revision has."""


def create_triggers(connection: Connection) -> None:
    """Create every trigger that is not there, on the tables that this revision has."""
    for statement in (*_functions(connection).values(), *expected(connection).values()):
        connection.exec_driver_sql(statement)


def expected(connection: Connection) -> dict[str, str]:
    """Return the SQL that creates each trigger, by its name."""
    return _triggers(connection.dialect.name, _columns(connection))


def _functions(connection: Connection) -> dict[str, str]:
    """Return the SQL of each function that triggers on PostgreSQL call, by its name."""
    return _guards(connection.dialect.name, _columns(connection))


def _triggers(dialect: str, there: Columns) -> dict[str, str]:
    make = _on_postgresql if dialect == "postgresql" else _on_sqlite
    return {
        name: sql
        for table in there
        for name, sql in make(table, _allowed(dialect, there, table)).items()
    }


def _guards(dialect: str, there: Columns) -> dict[str, str]:
    if dialect != "postgresql" or not there:
        return {}
    allowed = {table: _allowed(dialect, there, table) for table in there}
    guards = {
        _guard(table): _GUARD.format(table=table, allowed=condition)
        for table, condition in allowed.items()
        if condition
    }
    return {"tracker_refuse": _FUNCTION, **guards}


def _guard(table: str) -> str:
    return f"tracker_redact_{table}"


_COLUMNS = {
    "sqlite": "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c"
    " WHERE t.type = 'table' ORDER BY t.name, c.cid",
    "postgresql": "SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = oid"
    f" WHERE relname IN {(*APPEND_ONLY, STRUCK_OUT)} AND relkind = 'r'"
    " AND relnamespace = current_schema()::regnamespace"
    " AND attnum > 0 AND NOT attisdropped ORDER BY relname, attnum",
}
"""Every column by its table, in order. Asked whenever a database is opened, so of the engines
themselves: with SQLAlchemy's inspection the check missed its bound of 5 ms on PostgreSQL."""


def _columns(connection: Connection) -> Columns:
    """Return the columns of the tables that this revision has."""
    found: Columns = {}
    for table, column in connection.exec_driver_sql(_COLUMNS[connection.dialect.name]):
        found.setdefault(table, []).append(column)
    return {table: found[table] for table in (*APPEND_ONLY, STRUCK_OUT) if table in found}


def _allowed(dialect: str, there: Columns, table: str) -> str | None:
    """Return the SQL condition under which a row of a table may be updated; None for never."""
    if "redaction" not in there:
        return _STRIKE if table == STRUCK_OUT else None
    if table == STRUCK_OUT:
        return f"{_STRIKE} AND NEW.reason_text IS NULL AND {_OPEN.format(which='')}"
    if table not in _BLOTS:
        return None
    named_by, blots = _BLOTS[table]
    differs = "IS NOT" if dialect == "sqlite" else "IS DISTINCT FROM"
    conditions = [_OPEN.format(which=f" AND redaction.record_uid = OLD.{named_by}")]
    for column in there[table]:
        kept = f'NOT (NEW."{column}" {differs} OLD."{column}")'
        blot = blots.get(column, "").format(f'"{column}"')
        conditions.append(f"({kept} OR ({blot}))" if blot else kept)
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


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a trigger, or a function of one; `ours` are those that are to be there."""

    name: str
    message: str
    ours: bool = True


def flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield every trigger that is missing, turned off, changed, or none of tracker's."""
    rows = connection.exec_driver_sql(_HELD[connection.dialect.name]).all()
    held = {str(name): str(made) for name, made in rows}
    there = _columns(connection)
    wanted = _triggers(connection.dialect.name, there)
    for name in sorted(wanted.keys() - held.keys()):
        yield Flaw(name, f"the trigger {name} is missing: its table can be changed")
    for name in sorted(held.keys() - wanted.keys()):
        yield Flaw(name, f"the trigger {name} is none of tracker's", ours=False)
    for name in sorted(held.keys() & wanted.keys()):
        if not _is_as_made(connection.dialect.name, held[name], wanted[name]):
            yield Flaw(name, f"the trigger {name} is not as tracker made it")
    functions = _guards(connection.dialect.name, there)
    bodies: dict[Any, Any] = dict(connection.exec_driver_sql(_BODIES).all()) if functions else {}
    for name, sql in functions.items():
        if bodies.get(name) != sql.replace("%%", "%").split("$$")[1]:
            yield Flaw(name, f"the function {name} is not as tracker made it")


def broken(connection: Connection) -> list[str]:
    """Return the names of what is to be there and is not, or not as made: nothing is safe then."""
    return [flaw.name for flaw in flaws(connection) if flaw.ours]


def _is_as_made(dialect: str, held: str, wanted: str) -> bool:
    if dialect == "sqlite":
        return held == wanted.replace("IF NOT EXISTS ", "")
    state, _, definition = held.partition(" ")
    words = wanted.partition(" ON ")[0].removeprefix("CREATE OR REPLACE ")
    calls = wanted[wanted.index(" FOR EACH ") :]  # whole: a condition would stand in it
    # "A" is one that fires for replicated rows as well.
    return state in ("O", "A") and f"CREATE {words} ON" in definition and definition.endswith(calls)


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, for a migration that changes or drops the tables."""
    tables = _columns(connection)
    for table in tables:
        for event in ("update", "delete", "truncate", "replace"):
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
    if connection.dialect.name == "postgresql":
        for function in ("refuse", *(f"redact_{table}" for table in tables)):
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS tracker_{function}()")
