"""Rebuild every past instant of many random histories of a desk, and compare each.

    python -m benchmarks.torture.history [--sequences N] [--acts N] [--seed N] [--server ADDRESS]

Each sequence is a new database, on SQLite in a temporary folder; with `--server`, the
address of an empty PostgreSQL database that may be written over, on that. Ends with 1
and the shortest history that fails when an instant is not what was held then.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.torture.machine import DeskMachine
from tracker.store import schema
from tracker.store.engine import Engine, open_engine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sequences", type=int, default=2_000)
    parser.add_argument("--acts", type=int, default=10, help="acts of a sequence")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--server", help="an empty PostgreSQL database to write over")
    arguments = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        new = on_server(arguments.server) if arguments.server else in_folder(Path(folder))
        sequences, instants = run(new, arguments.sequences, arguments.acts, arguments.seed)
    spent = time.perf_counter() - started
    print(f"{sequences:,} sequences, {instants:,} instants rebuilt, no difference ({spent:,.0f} s)")


def run(new: Callable[[], Engine], sequences: int, acts: int, number: int) -> tuple[int, int]:
    """Run sequences from a seed; return how many were run, and how many instants rebuilt."""
    counted = [0, 0]

    class Machine(DeskMachine):
        def new_engine(self) -> Engine:
            return new()

        def teardown(self) -> None:
            if hasattr(self, "desk"):
                counted[0] += 1
                counted[1] += self.desk.check()

    chosen = settings(
        max_examples=sequences,
        stateful_step_count=acts,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Machine), settings=chosen)
    return counted[0], counted[1]


def in_folder(folder: Path) -> Callable[[], Engine]:
    """Return what makes a new SQLite database again and again, under one engine."""
    template, path = folder / "migrated.db", folder / "claims.db"
    made = open_engine(f"sqlite:///{template}")
    schema.upgrade(made)
    made.dispose()
    engine = open_engine(f"sqlite:///{path}")

    def new() -> Engine:
        engine.dispose()
        for old in folder.glob(f"{path.name}*"):
            old.unlink()
        shutil.copyfile(template, path)
        return engine

    return new


def on_server(address: str) -> Callable[[], Engine]:
    """Return what empties a PostgreSQL database and brings its schema in again."""
    engine = open_engine(address)

    def new() -> Engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        schema.upgrade(engine)
        return engine

    return new


if __name__ == "__main__":
    main()
