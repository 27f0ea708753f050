"""The roles of a PostgreSQL server: one that owns the tables, one that the program works as.

Triggers alone keep out slips: who owns a table can drop them. The application's role
owns nothing, and has no right to change or delete what is append-only. Redaction, which
blots such rows out, is therefore work for the owner's role.
"""

from sqlmodel import SQLModel

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
