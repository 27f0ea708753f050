"""Each revision by itself, on a database full of rows: up, down and up again loses nothing.

A new revision is covered by being there.
"""

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import inspect

from tests.releases import RELEASES, fill
from tests.store.populate import populate
from tests.store.test_migrations import rows, shape
from tracker import audit
from tracker.errors import DatabaseProblem
from tracker.resources import shipped
from tracker.store import schema, triggers
from tracker.store.engine import Engine


def revisions() -> list[Script]:
    """Return the revisions, the first one first."""
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")))
    return list(ScriptDirectory.from_config(config).walk_revisions())[::-1]


REVISIONS = revisions()
COPIED = next(one.module.PUBLISHED for one in REVISIONS if one.revision == "0004")
FOLLOWING = [one for one in REVISIONS if one.down_revision is not None]


def upgrade(engine: Engine, revision: str) -> None:
    with schema.migrating(engine) as connection:
        command.upgrade(schema.config_for(connection), revision)


def filled(engine: Engine, revision: str) -> None:
    """Bring an empty database to a revision and fill every table."""
    upgrade(engine, revision)
    with schema.migrating(engine) as connection:
        names = populate(connection)
        if "published_start" in {c["name"] for c in inspect(connection).get_columns("claim")}:
            # A copy of what articles say: what a row of chance has there is no record.
            connection.exec_driver_sql(COPIED)
    assert len(names) > 20


def state(engine: Engine) -> tuple[object, object]:
    """Return every row and everything about the schema."""
    held = {name: sorted(map(repr, found)) for name, found in rows(engine).items()}
    return held, shape(engine)


def protected(engine: Engine) -> None:
    with schema.migrating(engine) as connection:
        assert triggers.broken(connection) == []


def test_there_is_one_line_of_revisions() -> None:
    before = [one.down_revision for one in REVISIONS]
    assert before == [None, *(one.revision for one in REVISIONS[:-1])]
    assert REVISIONS[-1].revision == schema.head_revision()


@pytest.mark.parametrize("revision", FOLLOWING, ids=lambda one: one.revision)
def test_up_down_and_up_again(empty_engine: Engine, revision: Script) -> None:
    before = str(revision.down_revision)
    filled(empty_engine, before)
    old = state(empty_engine)
    upgrade(empty_engine, revision.revision)
    new = state(empty_engine)
    protected(empty_engine)
    schema.downgrade(empty_engine, before)
    assert state(empty_engine) == old
    protected(empty_engine)
    upgrade(empty_engine, revision.revision)
    assert state(empty_engine) == new


@pytest.mark.parametrize("revision", REVISIONS, ids=lambda one: one.revision)
def test_a_downgrade_is_refused_or_loses_nothing(empty_engine: Engine, revision: Script) -> None:
    filled(empty_engine, revision.revision)
    old = state(empty_engine)
    refused = "would lose the records in"
    try:
        schema.downgrade(empty_engine, str(revision.down_revision or "base"))
    except DatabaseProblem as error:
        refused = str(error)
    else:
        upgrade(empty_engine, revision.revision)
    assert "would lose the records in" in refused
    assert state(empty_engine) == old


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_release_wrote_goes_up_down_and_up_and_verifies(
    empty_engine: Engine, release: str
) -> None:
    fill(empty_engine, release)
    with schema.migrating(empty_engine) as connection:
        # A release says the same in other words; a downgrade brings today's.
        triggers.drop_triggers(connection)
        triggers.create_triggers(connection)
    old = state(empty_engine)
    schema.upgrade(empty_engine)
    new = state(empty_engine)
    assert audit.verify(empty_engine)[1] == []
    schema.downgrade(empty_engine, release)
    assert state(empty_engine) == old
    schema.upgrade(empty_engine)
    assert state(empty_engine) == new
    assert audit.verify(empty_engine)[1] == []
