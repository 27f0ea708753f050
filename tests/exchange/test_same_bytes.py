"""The same acts give the same bytes on both engines, ledger and all."""

import itertools
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.torture.desk import Clock, State, canonical, clocked
from benchmarks.torture.machine import DeskMachine
from tests.builders import add_samples
from tests.conftest import Postgres
from tracker.store.engine import Engine
from tracker.store.session import reading

SEQUENCES = 8


@pytest.fixture
def counted_salts(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let salts follow each other; the function that is given starts them anew."""
    numbers: list[Iterator[int]] = []

    def start() -> None:
        numbers[:] = [itertools.count()]

    monkeypatch.setattr(secrets, "token_hex", lambda size: f"{next(numbers[0]):0{2 * size}x}")
    start()
    return start


@pytest.fixture
def postgresql(postgres: Postgres, opened: Callable[[str], Engine]) -> Callable[[], Engine]:
    """Make a new migrated PostgreSQL database."""
    return lambda: opened(postgres.address(postgres.create(Postgres.TEMPLATE)))


def held(engine: Engine) -> State:
    with reading(engine) as session:
        return canonical(session)


def test_the_samples(
    sqlite_engine: Engine, postgresql: Callable[[], Engine], counted_salts: Callable[[], None]
) -> None:
    exports = []
    for engine in (sqlite_engine, postgresql()):
        counted_salts()
        with clocked(Clock()):
            add_samples(engine)
        exports.append(held(engine))
    one, other = exports
    assert len(one["occurrences"]) > 100
    for kind in one:
        assert one[kind] == other[kind], kind


def test_any_acts(
    sqlite_template: Path,
    tmp_path: Path,
    opened: Callable[[str], Engine],
    postgresql: Callable[[], Engine],
    counted_salts: Callable[[], None],
) -> None:
    numbers = itertools.count()

    def sqlite() -> Engine:
        path = tmp_path / f"{next(numbers)}.db"
        shutil.copyfile(sqlite_template, path)
        return opened(f"sqlite:///{path}")

    one, other = (_exports(new, counted_salts) for new in (sqlite, postgresql))
    assert len(one) >= SEQUENCES
    assert len({str(export) for export in one}) > SEQUENCES / 2
    assert one == other


def _exports(new: Callable[[], Engine], counted_salts: Callable[[], None]) -> list[State]:
    """Return what each of some sequences of acts, the same ones always, leaves behind."""
    exports: list[State] = []

    class Machine(DeskMachine):
        def new_engine(self) -> Engine:
            counted_salts()
            return new()

        def teardown(self) -> None:
            if hasattr(self, "desk"):
                exports.append(held(self.desk.engine))
                self.desk.engine.dispose()

    chosen = settings(
        max_examples=SEQUENCES, stateful_step_count=10, phases=[Phase.generate], derandomize=False
    )
    run_state_machine_as_test(seed(7)(Machine), settings=chosen)
    return exports
