"""A desk's acts in any order: every past instant is what the database held then.

`python -m benchmarks.torture.history` runs many more sequences of the same machine.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.torture.machine import DeskMachine
from tests.conftest import Postgres
from tracker.store.engine import Engine

SEQUENCES = {"sqlite": 100, "postgresql": 10}
ACTS = 8


def run(sequences: int, engines: Callable[[], Engine], done: Callable[[Engine], None]) -> int:
    """Run so many sequences, each on a new database; return how many instants were rebuilt."""
    rebuilt = 0

    class Machine(DeskMachine):
        def new_engine(self) -> Engine:
            return engines()

        def teardown(self) -> None:
            nonlocal rebuilt
            if hasattr(self, "desk"):
                rebuilt += self.desk.check()
                done(self.desk.engine)

    chosen = settings(max_examples=sequences, stateful_step_count=ACTS)
    run_state_machine_as_test(Machine, settings=chosen)
    return rebuilt


def test_every_instant_is_what_was_held_then_on_sqlite(
    sqlite_template: Path, sqlite_engine: Engine
) -> None:
    path = Path(sqlite_engine.url.database or "")

    def emptied() -> Engine:
        # One engine keeps the statements that it compiled: half of the time.
        sqlite_engine.dispose()
        for old in path.parent.glob(f"{path.name}-*"):
            old.unlink()
        shutil.copyfile(sqlite_template, path)
        return sqlite_engine

    assert run(SEQUENCES["sqlite"], emptied, Engine.dispose) > 2 * SEQUENCES["sqlite"]


def test_every_instant_is_what_was_held_then_on_postgresql(
    postgres: Postgres, opened: Callable[[str], Engine]
) -> None:
    def new() -> Engine:
        return opened(postgres.address(postgres.create(Postgres.TEMPLATE)))

    def drop(engine: Engine) -> None:
        engine.dispose()
        postgres.drop(engine.url.database or "")

    assert run(SEQUENCES["postgresql"], new, drop) > 2 * SEQUENCES["postgresql"]
