"""The owner and the application of a database on PostgreSQL as two roles."""

import psycopg
from sqlalchemy import make_url

from tracker.store.roles import roles_sql


def part_roles(address: str, owner: str, application: str) -> None:
    """Make the two roles and give them their rights, as the server's superuser does."""
    dsn = make_url(address).set(drivername="postgresql").render_as_string(False)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(roles_sql(owner, application))  # type: ignore[call-overload]
