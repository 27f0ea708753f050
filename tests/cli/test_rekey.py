"""`tracker db rekey`: every claim gets the keys of its words, also after a run was killed."""

import json
import os
import signal
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlmodel import func, select

from benchmarks.bulk import load
from benchmarks.generated import Maker
from tests.cli.conftest import Tracker
from tracker import match
from tracker.store import chain, ledger
from tracker.store.engine import Engine
from tracker.store.rekey import BATCH, rekey
from tracker.store.session import reading
from tracker.store.tables import ClaimKeyRow, KeyCountRow

CLAIMS = 12 * BATCH + 7

MARK = 7
"""A key that only the other function makes."""


def keys_of_old(words: str) -> frozenset[int]:
    """Another way to make keys: some that stay, some that go."""
    return frozenset([*sorted(match.keys(words))[:2], MARK])


def table(engine: Engine) -> tuple[set[tuple[int, int]], dict[int, int]]:
    """Return all keys, and how many claims each is said to have, where it is some."""
    with reading(engine) as session:
        rows = session.exec(select(ClaimKeyRow.hash, ClaimKeyRow.claim_id)).all()
        counted = session.exec(select(KeyCountRow.hash, KeyCountRow.claims)).all()
    keys = {(key, claim) for key, claim in rows}
    return keys, {key: claims for key, claims in counted if claims}


def logged(engine: Engine) -> list[dict[str, int]]:
    with reading(engine) as session:
        return [json.loads(value.value or "") for _, value in ledger.entries(session, kind="keys")]


def marked(engine: Engine) -> int:
    """Return how many claims have keys of the other function."""
    with reading(engine) as session:
        return session.exec(select(func.count()).where(ClaimKeyRow.hash == MARK)).one()


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """An engine on a database of claims."""
    load(engine, list(Maker(5).claims(CLAIMS)))
    return engine


def test_keys_that_are_right_stay(tracker: Tracker, filled: Engine) -> None:
    before = table(filled)
    ran = tracker("db", "rekey")
    assert (ran.code, ran.out) == (0, f"{CLAIMS} claims gone through, 0 had other keys\n")
    assert table(filled) == before
    assert logged(filled) == [{"claims": CLAIMS, "changed": 0}]


def test_keys_of_another_function_are_replaced(tracker: Tracker, filled: Engine) -> None:
    before = table(filled)
    rekey(filled, keys_of_old, "desk", lambda _: None)
    assert table(filled) != before
    ran = tracker("db", "rekey")
    assert ran.out == f"{CLAIMS} claims gone through, {CLAIMS} had other keys\n"
    assert table(filled) == before
    with reading(filled) as session:
        assert chain.verify_chain(session) == []


def test_a_run_that_was_killed_is_finished_by_another(
    tracker: Tracker, filled: Engine, database: str
) -> None:
    before = table(filled)
    rekey(filled, keys_of_old, "desk", lambda _: None)
    command = [sys.executable, "-m", "tracker", "--database", database, "db", "rekey"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(os.environ))
    while process.poll() is None and marked(filled) == CLAIMS:
        pass
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    keys, counts = table(filled)
    assert keys != before[0], "it was killed half way"
    assert sum(counts.values()) == len(keys), "keys and counts agree whenever it stops"
    ran = tracker("db", "rekey")
    left = int(ran.out.split()[4])
    assert 0 < left < CLAIMS
    assert left % BATCH == CLAIMS % BATCH
    assert table(filled) == before
    assert logged(filled)[0] == {"claims": CLAIMS, "changed": left}
    assert len(logged(filled)) == 2, "the run that was killed said nothing"


def test_an_empty_database_has_nothing_to_do(tracker: Tracker) -> None:
    assert tracker("db", "rekey").out == "0 claims gone through, 0 had other keys\n"


def test_keys_of_a_claim_are_found_by_an_index(sqlite_engine: Engine) -> None:
    with reading(sqlite_engine) as session:
        plan = session.execute(text("EXPLAIN QUERY PLAN SELECT * FROM claim_key WHERE claim_id=1"))
        assert "ix_claim_key_claim_id" in str(plan.all())
