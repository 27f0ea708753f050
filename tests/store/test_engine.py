"""Opening a database: what is set on every connection, and what is refused in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.errors import BadInput, DatabaseProblem
from tracker.store import session as sessions
from tracker.store.engine import SAFE_SQLITE, Engine, make_folder, open_engine, sqlite_version

Opened = Callable[[str], Engine]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        pytest.param("journal_mode", "wal", id="write-ahead log"),
        pytest.param("synchronous", 2, id="FULL"),
        pytest.param("foreign_keys", 1, id="foreign keys checked"),
        pytest.param("busy_timeout", 30_000, id="waits for its turn"),
        pytest.param("recursive_triggers", 1, id="REPLACE fires the delete triggers"),
    ],
)
def test_every_sqlite_connection_is_set_up(
    sqlite_database: str, opened: Opened, pragma: str, value: object
) -> None:
    with opened(sqlite_database).connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_the_sqlite_that_runs_has_no_wal_reset_bug() -> None:
    assert sqlite_version() >= SAFE_SQLITE


def test_the_folder_of_a_sqlite_file_is_made_with_its_schema_only(
    tmp_path: Path, opened: Opened
) -> None:
    engine = opened(f"sqlite:///{tmp_path}/a/b/claims.db")
    assert not (tmp_path / "a").exists()
    make_folder(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert (tmp_path / "a" / "b" / "claims.db").exists()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="empty"),
        pytest.param("claims.db", id="a bare path"),
        pytest.param("postgresql//user:secret@host/name", id="no colon"),
        pytest.param("postgresql://user:secret@host:port/name", id="a port that is no number"),
        pytest.param("mysql://user:secret@host/name", id="another kind of database"),
        pytest.param("sqlite://", id="sqlite without a file"),
        pytest.param("sqlite:///:memory:", id="sqlite in memory"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(BadInput) as caught:
        open_engine(address)
    message = str(caught.value)
    assert "\n" not in message
    assert "secret" not in message


@pytest.mark.parametrize(
    "driver", ["sqlite", "sqlite+pysqlite", "sqlite+aiosqlite"], ids=lambda name: name
)
def test_sqlite_is_opened_through_the_one_driver(
    tmp_path: Path, opened: Opened, driver: str
) -> None:
    engine = opened(f"{driver}:///{tmp_path}/claims.db")
    with engine.connect() as connection:
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    assert version == ".".join(map(str, sqlite_version()))


@pytest.mark.parametrize(
    "driver", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"]
)
def test_postgresql_is_opened_through_psycopg(opened: Opened, driver: str) -> None:
    assert opened(f"{driver}://user@host/name").driver == "psycopg"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DatabaseProblem, match="no folder for the database"):
        make_folder(open_engine(f"sqlite:///{tmp_path}/taken/claims.db"))


def _junk(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough for a header " * 40)


@pytest.mark.parametrize(
    ("prepare", "suffix", "said"),
    [
        pytest.param(_junk, "", "this file is something else", id="another kind of file"),
        pytest.param(Path.mkdir, "", "check the path", id="a folder"),
        pytest.param(lambda path: None, "?mode=ro&uri=true", "check the path", id="missing"),
    ],
)
def test_a_file_that_cannot_be_opened_is_a_database_problem(
    tmp_path: Path, opened: Opened, prepare: Callable[[Path], None], suffix: str, said: str
) -> None:
    path = tmp_path / "claims.db"
    prepare(path)
    prefix = "file:" if suffix else ""
    engine = opened(f"sqlite:///{prefix}{path}{suffix}")
    with pytest.raises(DatabaseProblem, match=said) as caught, sessions.reading(engine) as session:
        session.connection()
    assert "\n" not in str(caught.value)


def test_a_server_that_does_not_answer_is_a_database_problem(
    tmp_path: Path, opened: Opened
) -> None:
    engine = opened(f"postgresql://someone:secret@/claims?host={tmp_path}")
    with (
        pytest.raises(DatabaseProblem, match="check that the server runs") as caught,
        sessions.reading(engine) as session,
    ):
        session.connection()
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_database_that_the_server_lacks_is_not_answered_with_init(
    postgresql_database: str, opened: Opened
) -> None:
    engine = opened(postgresql_database.replace("/test_", "/absent_"))
    with (
        pytest.raises(DatabaseProblem, match=r"does not exist: check that the server runs"),
        sessions.reading(engine) as session,
    ):
        session.connection()
