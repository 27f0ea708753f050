"""The migrations: from nothing to the tables of the code and back, losing nothing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import main as alembic
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.util import CommandError
from sqlalchemy import Column, Connection, Text, insert, inspect, update

from tests.store.test_append_only import (
    A_COLUMN,
    ANSWERED,
    IDENTITY,
    ROWS,
    VERSIONS,
    WITHHELD,
    run,
)
from tracker.errors import DatabaseProblem
from tracker.store import schema
from tracker.store.chain import verify_chain
from tracker.store.engine import Engine
from tracker.store.ledger import (
    GENESIS,
    digest_of,
    get_entry,
    hash_of,
    reason_of,
)
from tracker.store.session import reading, writing
from tracker.store.tables import LedgerHeadRow, LedgerRow, LedgerValueRow
from tracker.store.triggers import create_triggers

TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    " ORDER BY tgname",
}


def _sorted(found: object) -> object:
    """Return columns in their order, and names without one sorted."""
    if not isinstance(found, list):
        return found
    if found and "type" in found[0]:
        return [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found]
    return sorted(map(str, found))


def shape(engine: Engine) -> dict[str, object]:
    """Return everything that a migration could lose: columns, keys, checks, indexes, triggers."""
    with engine.connect() as connection:
        seen = inspect(connection)
        # A table at a time this took ten times as long.
        parts = [
            seen.get_multi_columns(),
            seen.get_multi_pk_constraint(),
            seen.get_multi_foreign_keys(),
            seen.get_multi_unique_constraints(),
            seen.get_multi_check_constraints(),
            seen.get_multi_indexes(),
        ]
        tables: dict[str, object] = {
            name: [_sorted(part.get((None, name))) for part in parts]
            for name in seen.get_table_names()
        }
        triggers = connection.exec_driver_sql(TRIGGERS[connection.dialect.name]).all()
    return {**tables, "triggers": [tuple(row) for row in triggers]}


def fill(engine: Engine) -> None:
    run(engine, *ROWS, *IDENTITY, *VERSIONS, *WITHHELD, *ANSWERED)
    with writing(engine, "vera") as tx:
        tx.ledger.append("create", "claim", "clm-1", {"text": "t"})


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}").all()]
            for name in inspect(connection).get_table_names()
        }


def test_the_migrations_give_the_tables_of_the_code(engine: Engine) -> None:
    with schema.migrating(engine) as connection:
        command.check(schema.config_for(connection))


def test_down_to_nothing_and_up_again_gives_the_same_schema(engine: Engine) -> None:
    before = shape(engine)
    schema.downgrade(engine, "base")
    assert list(shape(engine)) == ["alembic_version", "triggers"]
    assert shape(engine)["triggers"] == []
    schema.upgrade(engine)
    assert shape(engine) == before


def test_every_append_only_table_has_its_triggers(engine: Engine) -> None:
    names = {name for name, _ in shape(engine)["triggers"]}  # type: ignore[attr-defined]
    events = ["update", "delete", "replace" if engine.dialect.name == "sqlite" else "truncate"]
    assert names == {f"{table}_no_{event}" for table in A_COLUMN for event in events}


@pytest.mark.parametrize("statement", ROWS[:2] + ROWS[3:4], ids=["article", "blob", "claim"])
def test_a_downgrade_that_would_lose_records_is_refused(engine: Engine, statement: str) -> None:
    run(engine, statement)
    before = rows(engine), shape(engine)
    with pytest.raises(DatabaseProblem, match="would lose the records in"):
        schema.downgrade(engine, "base")
    assert (rows(engine), shape(engine)) == before


OLD = (
    *ROWS,
    "INSERT INTO agent (id, uid, kind, name, key, scope)"
    " VALUES (1, 'agt-1', 'person', 'Jo Berg', 'jo berg', '')",
    "INSERT INTO attribution (id, occurrence_id, position, agent_id, role, made_by, active)"
    " VALUES (1, 1, 0, 1, 'speaker', 'machine', true)",
    "INSERT INTO place (id, uid, name, key) VALUES (1, 'plc-1', 'Larvik', 'larvik')",
    "INSERT INTO event (id, uid, type, modality, place_id)"
    " VALUES (1, 'evt-1', 'meeting', 'happened', 1)",
    "INSERT INTO participation (id, event_id, agent_id, role) VALUES (1, 1, 1, 'actor')",
)
"""Rows of the first schema in every table that a later revision changes."""

NEW = {
    "occurrence": "UPDATE occurrence SET speaker_confidence = 0.5",
    "attribution": "UPDATE attribution SET ground = 'not cleared to speak'",
    "event": "UPDATE event SET place_precision = 'city'",
    "participation": "UPDATE participation SET presence = 'absent'",
    "judgement": 'INSERT INTO judgement (id, uid, occurrence_id, verdict, reason, "user", at)'
    " VALUES (2, 'jdg-2', 1, 'yes', '', 'vera', '2023-09-13 08:30:00')",
    "agent_identity": ";".join(IDENTITY),
    "idempotency_key": ANSWERED[0],
    "place": "UPDATE place SET kind = 'city', origin = 'person'",
    "anchoring": VERSIONS[0],
    "article_notice": VERSIONS[1],
    "article_withdrawal": WITHHELD[0],
    "redaction": WITHHELD[1],
}
"""What the first schema has no place for, by table."""


def test_up_down_and_up_from_the_first_schema_loses_nothing(engine: Engine) -> None:
    newest = shape(engine)
    schema.downgrade(engine, "0001")
    first = shape(engine)
    run(engine, *OLD)
    with writing(engine, "vera") as tx:
        tx.ledger.append("create", "claim", "clm-1", {"text": "t"})
    before = rows(engine)
    schema.upgrade(engine)
    assert shape(engine) == newest
    after = rows(engine)
    for table in before.keys() - {"alembic_version"}:
        assert len(after[table]) == len(before[table]), table
    schema.downgrade(engine, "0001")
    assert (rows(engine), shape(engine)) == (before, first)
    schema.upgrade(engine)
    assert (rows(engine), shape(engine)) == (after, newest)
    with reading(engine) as session:
        assert verify_chain(session) == []


def test_claims_get_the_time_of_their_article(sampled_engine: Engine) -> None:
    said = "SELECT id, published_start FROM claim ORDER BY id"
    with sampled_engine.connect() as connection:
        before = connection.exec_driver_sql(said).all()
    schema.downgrade(sampled_engine, "0003")
    schema.upgrade(sampled_engine)
    with sampled_engine.connect() as connection:
        assert connection.exec_driver_sql(said).all() == before
    assert len({published for _, published in before}) > 2


@pytest.mark.parametrize("table", NEW)
def test_a_downgrade_that_would_lose_what_rows_hold_is_refused(engine: Engine, table: str) -> None:
    run(engine, *OLD, *NEW[table].split(";"))
    before = rows(engine), shape(engine)
    with pytest.raises(DatabaseProblem, match=f"would lose the records in '{table}'"):
        schema.downgrade(engine, "0001")
    assert (rows(engine), shape(engine)) == before


def test_a_downgrade_that_would_lose_reasons_is_refused(engine: Engine) -> None:
    with writing(engine, "vera") as tx:
        tx.ledger.append("create", "claim", "clm-1", {"text": "t"}, "why not")
    with pytest.raises(DatabaseProblem, match="would lose the records in 'ledger_value'"):
        schema.downgrade(engine, "0003")


def test_reasons_of_before_are_read_and_verify_after_an_upgrade(engine: Engine) -> None:
    """An entry of an older tracker holds the words of its reason in the chain itself."""
    schema.downgrade(engine, "0003")
    entry = {
        "seq": 1,
        "at": datetime(2023, 9, 13, 8, 30, tzinfo=UTC),
        "user": "vera",
        "action": "create",
        "record_kind": "claim",
        "record_uid": "clm-1",
        "digest": digest_of("s", b"{}"),
        "reason": "why not",
        "tool": "tracker 0",
        "previous": GENESIS,
    }
    with writing(engine, "vera") as tx:
        tx.session.execute(insert(LedgerRow), [{**entry, "hash": hash_of(entry)}])
        tx.session.execute(insert(LedgerValueRow), [{"seq": 1, "salt": "s", "value": "{}"}])
        tx.session.execute(update(LedgerHeadRow).values(seq=1, hash=hash_of(entry)))
    schema.upgrade(engine)
    with reading(engine) as session:
        assert verify_chain(session) == []
        assert reason_of(*get_entry(session, 1)) == "why not"


def rebuild(connection: Connection, table: str) -> None:
    """Migrate one table the way a revision does it: batch, then the triggers again."""
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table(table, recreate="always") as batch:
        batch.add_column(Column("note", Text))
    with operations.batch_alter_table(table, recreate="always") as batch:
        batch.drop_column("note")
    create_triggers(connection)


@pytest.mark.parametrize("table", sorted({*A_COLUMN, "article", "claim", "claim_relation"}))
def test_rebuilding_a_table_loses_no_row_check_key_index_or_trigger(
    sqlite_database: str, opened: Callable[[str], Engine], table: str
) -> None:
    engine = opened(sqlite_database)
    fill(engine)
    before = rows(engine), shape(engine)
    with schema.migrating(engine) as connection:
        rebuild(connection, table)
    assert rows(engine) == before[0]
    assert shape(engine) == before[1]
    with reading(engine) as session:
        assert verify_chain(session) == []


def test_a_migration_that_would_leave_rows_pointing_to_none_is_undone(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    engine = opened(sqlite_database)
    fill(engine)
    before = rows(engine)
    with (
        pytest.raises(DatabaseProblem, match="the migration was undone"),
        schema.migrating(engine) as connection,
    ):
        connection.exec_driver_sql("DELETE FROM article")
    assert rows(engine) == before


def test_foreign_keys_are_checked_again_after_a_migration(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    engine = opened(sqlite_database)
    fill(engine)
    schema.upgrade(engine)
    with pytest.raises(DatabaseProblem, match="FOREIGN KEY"):
        run(engine, "DELETE FROM article")


INI = str(Path(__file__).parents[2] / "alembic.ini")


@pytest.mark.parametrize("told", ["by option", "by environment"])
def test_alembic_works_from_the_command_line(
    empty_database: str, empty_engine: Engine, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    if told == "by environment":
        monkeypatch.setenv("TRACKER_DATABASE", empty_database)
        options = []
    else:
        options = ["-x", f"database={empty_database}"]
    alembic(["-c", INI, *options, "upgrade", "head"])
    schema.require_current(empty_engine)
    alembic(["-c", INI, *options, "check"])
    alembic(["-c", INI, *options, "downgrade", "base"])
    assert schema.current_revision(empty_engine) is None


def test_alembic_without_a_database_says_what_to_give() -> None:
    config = schema.Config(INI)
    with pytest.raises(CommandError, match="TRACKER_DATABASE"):
        command.upgrade(config, "head")
