"""Raw SQL on append-only tables: refused as the application's role, or found by verify."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from benchmarks.torture.asking import found_alone, found_by_tracker
from benchmarks.torture.store import rows_of, small_store
from tests.builders import add, captured
from tests.conftest import Postgres
from tests.store.test_append_only import A_COLUMN
from tests.store.two_roles import part_roles
from tracker import audit, gazetteer, notices, pipeline, redaction, withdrawal
from tracker.ingest.places import shipped_places
from tracker.model import Ground, NoticeKind, Order
from tracker.notices import About, Said
from tracker.store import retries, schema
from tracker.store.engine import Engine, open_engine
from tracker.store.triggers import APPEND_ONLY, KEYS, STRUCK_OUT

TABLES = {table: (KEYS.get(table, ("id",))[0], column) for table, column in A_COLUMN.items()}
"""The key and another column of each append-only table."""

ON_BOTH = {
    "update": "UPDATE {table} SET {column} = 'altered'",
    "update of the key": "UPDATE {table} SET {key} = {key}",
    "delete": "DELETE FROM {table}",
    "delete of some": "DELETE FROM {table} WHERE {column} IS NOT NULL OR {key} IS NOT NULL",
    "upsert": "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key})"
    " DO UPDATE SET {column} = 'altered'",
    "drop": "DROP TABLE {table}",
    "rename": "ALTER TABLE {table} RENAME TO other",
    "drop of a column": "ALTER TABLE {table} DROP COLUMN {column}",
}

ON_POSTGRESQL = ON_BOTH | {
    "truncate": "TRUNCATE {table} CASCADE",
    "drop with all": "DROP TABLE {table} CASCADE",
    "merge": "MERGE INTO {table} t USING (SELECT 1) s ON true"
    " WHEN MATCHED THEN UPDATE SET {column} = 'altered'",
    "update below": "WITH x AS (UPDATE {table} SET {column} = 'x' RETURNING 1) SELECT * FROM x",
    "no trigger": "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "drop of a trigger": "DROP TRIGGER {table}_no_update ON {table}",
    "a trigger": "CREATE TRIGGER mine BEFORE INSERT ON {table} FOR EACH ROW"
    " EXECUTE FUNCTION tracker_refuse()",
    "a rule": "CREATE RULE mine AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "ownership": "ALTER TABLE {table} OWNER TO CURRENT_USER",
    "rights": "GRANT ALL ON {table} TO PUBLIC; UPDATE {table} SET {column} = 'altered'",
    "replica": "SET session_replication_role = replica",
    "the function": "CREATE OR REPLACE FUNCTION tracker_refuse() RETURNS trigger LANGUAGE plpgsql"
    " AS $$ BEGIN RETURN NEW; END $$",
    "no function": "DROP FUNCTION tracker_refuse() CASCADE",
    "the owner's role": "SET ROLE raw_owner",
}

ON_SQLITE = ON_BOTH | {
    "replace": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "replace of some": "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    "update or replace": "UPDATE OR REPLACE {table} SET {key} = (SELECT max({key}) FROM {table})",
}


def test_each_table_is_covered_here() -> None:
    assert set(TABLES) == {*APPEND_ONLY, STRUCK_OUT}


class Application:
    """A database whose owner and application are two roles."""

    def __init__(self, address: str) -> None:
        self.address = make_url(address).set(username="raw_app")
        self.dsn = self.address.set(drivername="postgresql").render_as_string(False)

    def run(self, statement: str) -> None:
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def application(postgres: Postgres) -> Iterator[Application]:
    name = postgres.create(Postgres.TEMPLATE)
    address = postgres.address(name)
    for _ in range(2):  # it may be run again
        part_roles(address, "raw_owner", "raw_app")
    made = Application(address)
    engine = open_engine(made.address.render_as_string(False))
    schema.upgrade(engine)
    assert gazetteer.seed(engine, "vera") > 0
    add(engine, "“The hall will open in June,” Mayor Tobias Rehn said.")
    add(engine, "“The hall will open in June,” Mayor Tobias Rehn said.", outlet="Sample Evening")
    fill(engine)
    engine.dispose()
    yield made
    postgres.drop(name)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small database with a row in every append-only table."""
    path = small_store(tmp_path_factory.mktemp("raw") / "small.db")
    engine = open_engine(f"sqlite:///{path}")
    fill(engine)
    redaction.redact_occurrence(engine, 2, Order(Ground.LEGAL, "an order"), "vera")
    engine.dispose()
    return path


def fill(engine: Engine) -> None:
    """Add an article twice, on request, a notice on it, and set it aside and back."""
    mill = "“Three people died in the mill on Monday,” Mayor Ada Lind said."
    capture = captured(mill, url="https://wire.example/mill", published="2024-05-06")
    asked = retries.request("first", "add", {"text": mill})
    article = pipeline.add(engine, capture, "vera", pipeline.Reader(), asked).article_id
    add(engine, mill.replace("Three", "Four"), url="https://wire.example/mill")
    notices.record(
        engine, article, Said(NoticeKind.CORRECTION, "Four, not three."), About(), "vera"
    )
    withdrawal.withdraw(engine, article, "a mistake", "vera")
    withdrawal.restore(engine, article, "no mistake", "vera")


def test_the_application_works_as_its_role(
    application: Application, opened: Callable[[str], Engine]
) -> None:
    engine = opened(application.address.render_as_string(False))
    add(engine, "“The hall will open in June,” Mayor Tobias Rehn said.", outlet="Sample Daily")
    _, problems = audit.verify(engine, shipped_places())
    assert problems == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ON_POSTGRESQL.values(), ids=ON_POSTGRESQL)
def test_postgresql_refuses_the_application(
    application: Application, table: str, statement: str
) -> None:
    key, column = TABLES[table]
    with pytest.raises(psycopg.Error) as refused:
        application.run(statement.format(table=table, key=key, column=column))
    assert isinstance(refused.value, psycopg.errors.InsufficientPrivilege)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ON_SQLITE.values(), ids=ON_SQLITE)
def test_sqlite_refuses_or_both_verifiers_notice(
    small: Path, tmp_path: Path, table: str, statement: str
) -> None:
    path = tmp_path / "raw.db"
    path.write_bytes(small.read_bytes())
    key, column = TABLES[table]
    database = sqlite3.connect(path)  # as another program opens it: no pragma is set
    try:
        database.execute(statement.format(table=table, key=key, column=column))
        database.commit()
    except sqlite3.DatabaseError:
        database.rollback()
        database.close()
        assert rows_of(path) == rows_of(small)
    else:
        database.close()
        assert found_by_tracker(path) is not None
        assert found_alone(path) is not None


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["update", "delete", "upsert", "replace", "update or replace"])
def test_sqlite_refuses_every_change_of_rows(
    small: Path, tmp_path: Path, table: str, name: str
) -> None:
    path = tmp_path / "raw.db"
    path.write_bytes(small.read_bytes())
    key, column = TABLES[table]
    database = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        database.execute(ON_SQLITE[name].format(table=table, key=key, column=column))
    database.close()
