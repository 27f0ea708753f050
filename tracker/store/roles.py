"""The roles of a PostgreSQL server: one that owns the tables, one that the program works as.

Triggers alone keep out slips: who owns a table can drop them. The application's role
owns nothing, and has no right to change or delete what is append-only. Redaction, which
blots such rows out, is therefore work for the owner's role.
"""

from sqlalchemy import Connection
from sqlmodel import SQLModel

from tracker.errors import DatabaseProblem
from tracker.store.triggers import APPEND_ONLY, GUARDS, STRUCK_OUT

HEAD = "ledger_head"

DELETED_FROM = ("claim_key", "place", "place_name")
"""Tables without records of their own, of which rows are taken out."""


def roles_sql(owner: str, application: str) -> str:
    """Return the SQL that makes both roles in the current database, to run as its superuser.

    It may be run again, as after an upgrade that made new tables. Passwords are for the
    administrator to set.
    """
    tables = sorted([*SQLModel.metadata.tables, "alembic_version"])
    changed = [t for t in tables if t not in (*APPEND_ONLY, STRUCK_OUT, "alembic_version")]
    filled = [t for t in tables if t not in (HEAD, "alembic_version")]
    has, app = _quoted(owner), _quoted(application)
    lines = [
        "BEGIN;",
        _create(owner, "NOLOGIN"),
        _create(application, "LOGIN"),
        "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {has};",
        *(f"ALTER TABLE {_quoted(table)} OWNER TO {has};" for table in tables),
        *(f"ALTER FUNCTION {name}() OWNER TO {has};" for name in ("tracker_refuse", *GUARDS)),
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {app};",
        f"GRANT USAGE ON SCHEMA public TO {app};",
        f"GRANT SELECT ON {_list(tables)} TO {app};",
        f"GRANT INSERT ON {_list(filled)} TO {app};",
        f"GRANT UPDATE ON {_list(changed)} TO {app};",
        f"GRANT DELETE ON {_list(DELETED_FROM)} TO {app};",
        f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {app};",
        "COMMIT;",
    ]
    return "\n".join(lines)


_MAY_BLOT = f"""
SELECT current_user, tableowner FROM pg_tables
WHERE schemaname = current_schema() AND tablename = '{STRUCK_OUT}'
  AND NOT has_table_privilege(quote_ident(schemaname) || '.{STRUCK_OUT}', 'UPDATE')
"""


def require_redactor(connection: Connection) -> None:
    """Check that the role of this session may blot out rows of append-only tables.

    Raises:
        DatabaseProblem: it may not; the message names the role that may.
    """
    if connection.dialect.name != "postgresql":
        return
    refused = connection.exec_driver_sql(_MAY_BLOT).first()
    if refused is not None:
        role, owner = refused
        raise DatabaseProblem(
            f"the role {role} may not redact, for that changes what is append-only: connect as a "
            f"member of {owner}, with `options=-crole%3D{owner}` in the address's query"
        )


def _create(role: str, may: str) -> str:
    literal = role.replace("'", "''")
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{literal}') "
        f"THEN CREATE ROLE {_quoted(role)} {may}; END IF; END $$;"
    )


def _list(tables: list[str] | tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, tables))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
