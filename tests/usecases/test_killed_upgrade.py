"""An upgrade that is killed leaves the old database or the new one, never one between."""

import multiprocessing
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from benchmarks.torture import failpoints
from tests.conftest import Postgres
from tests.releases import fill, write_file
from tests.store.test_every_migration import state
from tests.usecases.test_releases import as_upgraded
from tracker.cli.app import run
from tracker.store import schema
from tracker.store.engine import Engine, open_engine

RELEASE = "0001"
AT_STATEMENTS, AT_RANDOM = 12, 8
"""Twenty kills on each engine."""

FINISHED = 5
"""Every how manieth is upgraded to the end and verified."""

CONTEXT = multiprocessing.get_context("forkserver")

Fresh = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """Make database after database as the first release left them."""
    if request.param == "sqlite":
        write_file(RELEASE, tmp_path / "old.db")
        numbers = iter(range(1000))

        def make() -> str:
            path = tmp_path / f"{next(numbers)}.db"
            path.write_bytes((tmp_path / "old.db").read_bytes())
            return f"sqlite:///{path}"

        yield make
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    names = [postgres.create("template0")]
    engine = open_engine(postgres.address(names[0]))
    fill(engine, RELEASE)
    engine.dispose()

    def copy() -> str:
        names.append(postgres.create(names[0]))
        return postgres.address(names[-1])

    yield copy
    for name in reversed(names):
        postgres.drop(name)


def init(address: str, statement: int) -> None:
    """Run `tracker init`, and die before its `statement`-th statement (0: live)."""
    if statement:
        failpoints.arm_statement(statement)
    sys.stdout = sys.stderr = Path("/dev/null").open("w", encoding="utf-8")  # noqa: SIM115
    sys.exit(run(["--database", address, "init"]))


def started(address: str, statement: int = 0) -> "multiprocessing.process.BaseProcess":
    process = CONTEXT.Process(target=init, args=(address, statement))
    process.start()
    return process


def statements_of(upgrade: Callable[[Engine], None], address: str) -> int:
    """Return how many statements an upgrade takes."""
    engine, said = open_engine(address), [0]

    def count(*_arguments: object) -> None:
        said[0] += 1

    event.listen(engine, "before_cursor_execute", count)
    upgrade(engine)
    engine.dispose()
    return said[0]


def test_old_or_new_and_never_between(fresh: Fresh, opened: Callable[[str], Engine]) -> None:
    old = state(opened(fresh()))
    last = statements_of(schema.upgrade, fresh())
    done = opened(fresh())
    schema.upgrade(done)
    new = state(done)
    start = time.monotonic()
    whole = started(fresh())
    whole.join()
    assert whole.exitcode == 0
    longest = time.monotonic() - start
    chance, left = random.Random(5), set()
    kills = [(1 + (last - 1) * n // (AT_STATEMENTS - 1), 0.0) for n in range(AT_STATEMENTS)]
    kills += [(0, chance.uniform(0, longest)) for _ in range(AT_RANDOM)]
    for number, (statement, seconds) in enumerate(kills):
        address = fresh()
        process = started(address, statement)
        process.join(seconds or None)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL or seconds
        engine = opened(address)
        found = state(engine)
        if schema.current_revision(engine) == RELEASE:
            assert found == old
        else:
            # The places that ship with the program come after, in a transaction of their own.
            assert found[1] == new[1]
            assert without_places(found[0]) == without_places(new[0])
        left.add(schema.current_revision(engine))
        if number % FINISHED == 0:
            as_upgraded(engine)
        engine.dispose()
    assert RELEASE in left


def without_places(held: object) -> dict[str, object]:
    assert isinstance(held, dict)
    changed = ("place", "place_name", "ledger", "ledger_value", "ledger_head")
    return {name: found for name, found in held.items() if name not in changed}
