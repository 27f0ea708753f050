"""Many processes at once: nothing is lost, nothing is written twice."""

import multiprocessing
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlmodel import func, select

from tracker.store import schema
from tracker.store.chain import verify_chain, walk
from tracker.store.engine import Engine, open_engine
from tracker.store.ledger import last_value
from tracker.store.session import reading, writing
from tracker.store.tables import LedgerRow

PROCESSES = 16
TURNS = 4

# A server that imports this module once and forks: 16 fresh interpreters would
# spend 15 s of a small machine on imports alone.
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])


def count_up(address: str, user: str) -> None:
    """Read the last number in the ledger and write the next, `TURNS` times."""
    engine = open_engine(address)
    for _ in range(TURNS):
        with writing(engine, user, lambda: datetime(2023, 9, 13, tzinfo=UTC)) as tx:
            last = last_value(tx.session, "counter", "cnt-1") or {"n": 0}
            tx.ledger.append("count", "counter", "cnt-1", {"n": last["n"] + 1})
    engine.dispose()


def upgrade(address: str, _user: str) -> None:
    engine = open_engine(address)
    schema.upgrade(engine)
    schema.require_current(engine)
    engine.dispose()


def at_once(function: Callable[[str, str], None], address: str, processes: int) -> None:
    """Run a function in that many processes at once; fail when one of them fails."""
    running = [
        CONTEXT.Process(target=function, args=(address, f"user-{number}"))
        for number in range(processes)
    ]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * processes


def test_no_read_modify_write_is_lost(database: str, engine: Engine) -> None:
    at_once(count_up, database, PROCESSES)
    with reading(engine) as session:
        assert verify_chain(session) == []
        values = [value.value for _, value in walk(session) if value is not None]
        users = Counter(session.exec(select(LedgerRow.user)))
        assert session.exec(select(func.max(LedgerRow.seq))).one() == PROCESSES * TURNS
    assert values == [f'{{"n":{number}}}' for number in range(1, PROCESSES * TURNS + 1)]
    assert users == {f"user-{number}": TURNS for number in range(PROCESSES)}


@pytest.mark.parametrize("processes", [8])
def test_a_fresh_database_is_created_once_by_many(
    empty_database: str, empty_engine: Engine, processes: int
) -> None:
    at_once(upgrade, empty_database, processes)
    schema.require_current(empty_engine)
    with reading(empty_engine) as session:
        assert verify_chain(session) == []
