"""The schema's revision: what each state of a database is answered with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect

from tests.store.test_append_only import run
from tracker.errors import DatabaseProblem, NeedsInit, NewerSchema
from tracker.store import schema
from tracker.store.engine import Engine


def test_a_fresh_database_is_created_once(empty_engine: Engine) -> None:
    assert schema.current_revision(empty_engine) is None
    schema.upgrade(empty_engine)
    schema.require_current(empty_engine)
    assert schema.current_revision(empty_engine) == schema.head_revision()
    schema.upgrade(empty_engine)
    schema.require_current(empty_engine)


def test_an_empty_database_needs_init(empty_engine: Engine) -> None:
    with empty_engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    with pytest.raises(NeedsInit, match=r"is empty: run `tracker init`"):
        schema.require_current(empty_engine)


def test_asking_does_not_make_a_file(tmp_path: Path, opened: Callable[[str], Engine]) -> None:
    with pytest.raises(NeedsInit, match=r"no database at .*: run `tracker init`"):
        schema.require_current(opened(f"sqlite:///{tmp_path}/claims.db"))
    assert not (tmp_path / "claims.db").exists()


@pytest.mark.parametrize(
    "action",
    [
        pytest.param(schema.require_current, id="using it"),
        pytest.param(schema.upgrade, id="upgrading it"),
        pytest.param(lambda engine: schema.downgrade(engine, "base"), id="downgrading it"),
    ],
)
def test_a_database_of_a_newer_program_is_left_alone(
    engine: Engine, action: Callable[[Engine], None]
) -> None:
    run(engine, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema, match=r"schema 9999.*upgrade tracker"):
        action(engine)
    assert schema.current_revision(engine) == "9999"


def test_an_older_schema_needs_init(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next release's migrations: these, and one more after them."""
    current = schema.current_revision(engine)
    migrations = tmp_path / "migrations"
    (migrations / "versions").mkdir(parents=True)
    for source in schema.shipped("migrations").rglob("*.py"):
        (migrations / source.relative_to(schema.shipped("migrations"))).write_bytes(
            source.read_bytes()
        )
    (migrations / "versions" / "next.py").write_text(
        f"revision = 'next'\ndown_revision = {current!r}\n"
        "def upgrade(): pass\ndef downgrade(): pass\n"
    )
    monkeypatch.setattr(schema, "shipped", lambda name: tmp_path / name)
    with pytest.raises(NeedsInit, match=rf"older schema \({current}\): run `tracker init`"):
        schema.require_current(engine)
    schema.upgrade(engine)
    schema.require_current(engine)
    assert schema.current_revision(engine) == "next"


def test_a_migration_that_fails_leaves_nothing_behind(empty_engine: Engine) -> None:
    """DDL is part of the transaction on both engines: no half of a schema."""

    def migrate_and_fail() -> None:
        with schema.migrating(empty_engine) as connection:
            command.upgrade(schema.config_for(connection), "head")
            assert "claim" in inspect(connection).get_table_names()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        migrate_and_fail()
    with empty_engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_a_junk_file_is_a_database_problem(tmp_path: Path, opened: Callable[[str], Engine]) -> None:
    (tmp_path / "claims.db").write_bytes(b"this is not a database, it is a text " * 50)
    with pytest.raises(DatabaseProblem, match="this file is something else"):
        schema.require_current(opened(f"sqlite:///{tmp_path}/claims.db"))
