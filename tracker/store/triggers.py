"""Triggers that refuse changes to append-only tables, on both engines.

Migrations call `create_triggers` after they touched such a table: a batch
migration on SQLite rebuilds the table and drops its triggers without a word.

There is one narrow way through, for redaction: a row may be blotted out, and nothing
else of it changed, while a tombstone (`redaction`) names it whose ledger entry is not
yet behind the ledger's head. The head moves when the transaction ends, so the way is
shut again with it; a tombstone that lies about its entry does not verify.
"""

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


def create_triggers(connection: Connection) -> None:
    """Create every trigger that is not there, on the tables that this revision has."""
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        connection.exec_driver_sql(_FUNCTION)
    for table in _tables(connection):
        allowed = _allowed(connection, table)
        for event in ("UPDATE", "DELETE") if sqlite else ("UPDATE", "DELETE", "TRUNCATE"):
            let = allowed if event == "UPDATE" else None
            (_create_on_sqlite if sqlite else _create_on_postgresql)(connection, table, event, let)


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


def _create_on_sqlite(connection: Connection, table: str, event: str, allowed: str | None) -> None:
    when = f"WHEN ({allowed}) IS NOT TRUE" if allowed else ""
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{event.lower()} BEFORE {event} "
        f"ON {table} {when} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _create_on_postgresql(
    connection: Connection, table: str, event: str, allowed: str | None
) -> None:
    function = "tracker_refuse"
    if allowed:
        function = f"tracker_redact_{table}"
        connection.exec_driver_sql(_GUARD.format(table=table, allowed=allowed))
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    connection.exec_driver_sql(
        f"CREATE OR REPLACE TRIGGER {table}_no_{event.lower()} BEFORE {event} "
        f"ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
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
        for event in ("update", "delete", "truncate"):
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event} ON {table}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
    if connection.dialect.name == "postgresql":
        for function in ("refuse", *(f"redact_{table}" for table in tables)):
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS tracker_{function}()")
