"""Rebuild every past instant of many random histories of a desk, and compare each.

Each history is a new database. Ends with the shortest one that fails when an instant is not
what was held then.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.torture import options
from benchmarks.torture.databases import fresh_databases, migrated
from benchmarks.torture.machine import DeskMachine
from tracker.store import schema
from tracker.store.engine import Engine, open_engine
from tracker.store.ledger import GENESIS

SEQUENCES = 2_000

PAST_THE_TRIGGERS = "session_replication_role = replica"


def main(arguments: list[str] | None = None) -> int:
    """Print what a run of each engine came to; a fault is raised, with the history that has it."""
    parser = options.parser(__doc__)
    options.number(parser, "sequences", SEQUENCES, "histories of each engine")
    parser.add_argument("--acts", type=int, default=10, help="acts of a sequence")
    parser.add_argument("--seed", type=int, default=0, help="other histories for another number")
    given = options.parse(parser, arguments)
    for kind in given.engine:
        started = time.perf_counter()
        with ENGINES_OF[kind]() as new:
            sequences, instants = run(new, given.sequences, given.acts, given.seed)
        spent = time.perf_counter() - started
        print(
            f"{kind}: {sequences:,} sequences, {instants:,} instants rebuilt, no difference; "
            f"{spent:.0f} s",
            flush=True,
        )
    return 0


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


@contextmanager
def on_sqlite() -> Iterator[Callable[[], Engine]]:
    """Give what makes a new SQLite database again and again, under one engine."""
    with tempfile.TemporaryDirectory(prefix="tracker-history-") as name:
        template, path = Path(name, "migrated.db"), Path(name, "claims.db")
        made = open_engine(f"sqlite:///{template}")
        schema.upgrade(made)
        made.dispose()
        engine = open_engine(f"sqlite:///{path}")

        def new() -> Engine:
            engine.dispose()
            for old in path.parent.glob(f"{path.name}*"):
                old.unlink()
            shutil.copyfile(template, path)
            return engine

        yield new
        engine.dispose()


@contextmanager
def on_postgresql() -> Iterator[Callable[[], Engine]]:
    """Give what makes a PostgreSQL database empty again and again, under one engine."""
    with fresh_databases("postgresql", migrated) as fresh:
        engine = open_engine(fresh())
        with engine.begin() as connection:
            held = connection.exec_driver_sql(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                " AND tablename NOT IN ('alembic_version', 'ledger_head')"
            ).scalars()
            tables = ", ".join(held)

        def new() -> Engine:
            with engine.begin() as connection:
                # Past the triggers and keys: nothing here is to be kept.
                connection.exec_driver_sql(f"SET LOCAL {PAST_THE_TRIGGERS}")
                connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY")
                connection.exec_driver_sql(f"UPDATE ledger_head SET seq = 0, hash = '{GENESIS}'")
            return engine

        yield new
        engine.dispose()


ENGINES_OF = {"sqlite": on_sqlite, "postgresql": on_postgresql}

if __name__ == "__main__":
    sys.exit(main())
