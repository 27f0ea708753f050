"""How Alembic reaches the database: the program's connection, or TRACKER_DATABASE."""

import os

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlmodel import SQLModel

import tracker.store.tables
from tracker.store.engine import open_engine
from tracker.store.schema import migrating

assert tracker.store.tables.__all__, "the tables are registered by importing them"


def run(connection: Connection) -> None:
    """Run the migrations on an open connection, in its transaction."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def asked_for() -> str:
    """Return the address given by `-x database=…` or TRACKER_DATABASE."""
    address = context.get_x_argument(as_dictionary=True).get("database")
    address = address or os.environ.get("TRACKER_DATABASE")
    if not address:
        raise CommandError("no database: give -x database=sqlite:///claims.db or TRACKER_DATABASE")
    return address


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = open_engine(asked_for())
    with migrating(engine) as opened:
        run(opened)
    engine.dispose()
