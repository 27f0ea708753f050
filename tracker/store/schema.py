"""The schema's revision: creating, upgrading, and refusing what does not fit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from tracker.errors import DatabaseProblem, NeedsInit, NewerSchema
from tracker.resources import shipped
from tracker.store import triggers
from tracker.store.engine import WRITES, make_folder
from tracker.store.session import translated

_UPGRADE_LOCK = 7_203_911
"""The key of PostgreSQL's advisory lock on upgrading: any number, the same for all."""


def upgrade(engine: Engine) -> None:
    """Bring the database to this program's schema; several at once wait for each other.

    Raises:
        NewerSchema: a newer program wrote the database.
        DatabaseProblem: it cannot be reached or written.
    """
    make_folder(engine)
    _run(engine, lambda config: command.upgrade(config, "head"))


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to an earlier revision ("base" for none).

    Raises:
        DatabaseProblem: records would be lost, or the database cannot be written.
    """
    _run(engine, lambda config: command.downgrade(config, revision))


def mend_triggers(engine: Engine) -> list[str]:
    """Put back the triggers that are gone or not as made; return their names.

    Raises:
        NewerSchema: a newer program wrote the database.
        DatabaseProblem: it cannot be reached or written.
    """
    with translated(engine), migrating(engine) as connection:
        _refuse_newer(connection, config_for(connection))
        broken = triggers.broken(connection)
        if broken:
            triggers.drop_triggers(connection)
            triggers.create_triggers(connection)
        return broken


def _run(engine: Engine, action: Callable[[Config], None]) -> None:
    with translated(engine), migrating(engine) as connection:
        config = config_for(connection)
        _refuse_newer(connection, config)
        action(config)


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """Open the transaction that migrations run in: one at a time, all or nothing.

    Raises:
        DatabaseProblem: on SQLite, the migration left rows that point to none.
    """
    with engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        if connection.dialect.name == "sqlite":
            with _foreign_keys_off(connection), connection.begin():
                yield connection
                _refuse_dangling(connection)
        else:
            with connection.begin():
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})")
                yield connection


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    # Rebuilding a table with foreign keys on would delete the rows that point to it,
    # and the setting cannot be changed inside a transaction.
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    # A rebuilt table gets its name back by a rename, which would stop at any trigger of
    # another table that looks into the one that is gone meanwhile.
    cursor.execute("PRAGMA legacy_alter_table=ON")
    try:
        yield
    finally:
        cursor.execute("PRAGMA legacy_alter_table=OFF")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def _refuse_dangling(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if dangling is not None:
        raise DatabaseProblem(
            f"the migration was undone: row {dangling[1]} of {dangling[0]!r} would point to "
            f"a row of {dangling[2]!r} that is not there"
        )


def config_for(connection: Connection) -> Config:
    """Return Alembic's configuration for an open connection."""
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def current_revision(engine: Engine) -> str | None:
    """Return the revision of the database, None when it has no schema."""
    with translated(engine), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head_revision() -> str | None:
    """Return the revision that this program works with."""
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    return ScriptDirectory.from_config(config).get_current_head()


def require_current(engine: Engine) -> None:
    """Check that the database has this program's schema.

    Raises:
        NeedsInit: it has none, or an older one.
        NewerSchema: a newer program wrote it.
        DatabaseProblem: it cannot be reached or read.
    """
    name = display(engine)
    if engine.dialect.name == "sqlite" and not _exists(engine):
        raise NeedsInit(f"no database at {name}: run `tracker init`")
    with translated(engine), engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current == head_revision():
            return
        if current is None:
            raise NeedsInit(f"the database {name} is empty: run `tracker init`")
        _refuse_newer(connection, config_for(connection))
    raise NeedsInit(f"the database {name} has an older schema ({current}): run `tracker init`")


def _exists(engine: Engine) -> bool:
    return Path(engine.url.database or "").exists()


def _refuse_newer(connection: Connection, config: Config) -> None:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        return
    try:
        ScriptDirectory.from_config(config).get_revision(current)
    except CommandError as error:
        raise NewerSchema(
            f"the database has schema {current}, which this tracker does not know: "
            "it was written by a newer version; upgrade tracker"
        ) from error


def display(engine: Engine) -> str:
    """Return the database's address to show, without its password."""
    return engine.url.render_as_string(hide_password=True)


def refuse_if_populated(connection: Connection, *tables: str) -> None:
    """Stop a downgrade that would drop tables with rows in them.

    Raises:
        DatabaseProblem: one of the tables has rows.
    """
    refuse_if_any(connection, dict.fromkeys(tables, "1 = 1"))


def refuse_if_any(connection: Connection, conditions: Mapping[str, str]) -> None:
    """Stop a downgrade that would lose what rows hold; `conditions` is SQL by table.

    Raises:
        DatabaseProblem: one of the tables has rows that meet its condition.
    """
    for table, condition in conditions.items():
        query = f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1"
        if connection.exec_driver_sql(query).first() is not None:
            raise DatabaseProblem(
                f"the downgrade would lose the records in {table!r}: export them first and "
                "downgrade an empty database"
            )
