"""The ledger: every entry chained, every way of tampering found, redaction possible."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.test_append_only import tombstone
from tracker.store.chain import verify_chain, walk
from tracker.store.engine import WRITES, Engine
from tracker.store.ledger import (
    GENESIS,
    Ledger,
    count_entries,
    digest_of,
    entries,
    hash_of,
    head,
    last_value,
    reason_of,
)
from tracker.store.session import reading, writing

START = datetime(2023, 9, 13, 8, 30, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    """Return a clock that moves on by a second at each reading, the first at `START`."""
    seconds = iter(range(1_000_000))
    return lambda: START + timedelta(seconds=next(seconds))


def fill(engine: Engine, count: int, user: str = "vera") -> None:
    with writing(engine, user, ticking()) as tx:
        for number in range(count):
            tx.ledger.append("create", "claim", f"clm-{number}", {"n": number, "text": "Да, 火"})


def problems(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return [f"{problem.record}: {problem.message}" for problem in verify_chain(session)]


def tamper(engine: Engine, *statements: str) -> None:
    """Change the database as someone would who holds the file: past the triggers."""
    with engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET session_replication_role = replica")
            else:
                for (name,) in connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                ).all():
                    connection.exec_driver_sql(f"DROP TRIGGER {name}")
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for statement in statements:
                connection.exec_driver_sql(statement)
    engine.dispose()


def test_a_new_ledger_is_whole(engine: Engine) -> None:
    assert problems(engine) == []
    with reading(engine) as session:
        assert head(session) == (0, GENESIS)


def test_entries_are_numbered_and_chained_across_transactions(engine: Engine) -> None:
    for count in (3, 1, 2):
        fill(engine, count)
    with reading(engine) as session:
        rows = [row for row, _ in walk(session)]
        assert head(session) == (6, rows[-1].hash)
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row.previous for row in rows] == [GENESIS, *(row.hash for row in rows[:-1])]
    assert problems(engine) == []


def test_an_entry_says_who_what_when_with_what_and_why(engine: Engine) -> None:
    with writing(engine, "vera", lambda: START) as tx:
        assert tx.ledger.append("judge", "judgement", "jdg-1", {"verdict": "yes"}, "same day") == 1
    with reading(engine) as session:
        ((row, value),) = entries(session)
    assert (row.user, row.action, row.record_kind, row.record_uid) == (
        "vera",
        "judge",
        "judgement",
        "jdg-1",
    )
    assert (row.at, reason_of(row, value), row.tool.split()[0]) == (START, "same day", "tracker")
    assert value.value == '{"verdict":"yes"}'
    assert row.digest == digest_of(value.salt, b'{"verdict":"yes"}')
    assert row.hash == hash_of(row.model_dump())


def test_equal_values_have_different_digests(engine: Engine) -> None:
    with writing(engine, "vera", lambda: START) as tx:
        tx.ledger.append("create", "claim", "clm-1", {"text": "yes"})
        tx.ledger.append("create", "claim", "clm-2", {"text": "yes"})
    with reading(engine) as session:
        digests = {row.digest for row, _ in walk(session)}
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param({}, [5, 4, 3, 2, 1], id="all, newest first"),
        pytest.param({"user": "vera"}, [3, 2, 1], id="of a user"),
        pytest.param({"uid": "clm-1"}, [5, 2], id="of a record"),
        pytest.param({"kind": "place"}, [], id="of another kind"),
        pytest.param({"user": "olga", "uid": "clm-0"}, [4], id="of a user, of a record"),
        pytest.param({"since": START + timedelta(seconds=1)}, [5, 4], id="from a time on"),
        pytest.param({"until": START + timedelta(seconds=1)}, [3, 2, 1], id="before a time"),
        pytest.param(
            {"since": START, "until": START + timedelta(seconds=1)},
            [3, 2, 1],
            id="between two times",
        ),
    ],
)
def test_entries_are_found(engine: Engine, wanted: dict[str, Any], expected: list[int]) -> None:
    for second, user, count in ((0, "vera", 3), (1, "olga", 2)):
        at = START + timedelta(seconds=second)
        with writing(engine, user, lambda at=at: at) as tx:
            for number in range(count):
                tx.ledger.append("create", "claim", f"clm-{number}", {"n": number})
    with reading(engine) as session:
        assert [row.seq for row, _ in entries(session, **wanted)] == expected
        assert [row.seq for row, _ in entries(session, limit=2, **wanted)] == expected[:2]
        assert count_entries(session, **wanted) == len(expected)


def test_the_last_value_of_a_record_is_the_newest(engine: Engine) -> None:
    with writing(engine, "vera", lambda: START) as tx:
        tx.ledger.append("create", "claim", "clm-1", {"speaker": None})
        tx.ledger.append("correct", "claim", "clm-1", {"speaker": "Ana Ilves"})
        tx.ledger.append("create", "link", "clm-1", {"speaker": "another kind"})
    with reading(engine) as session:
        assert last_value(session, "claim", "clm-1") == {"speaker": "Ana Ilves"}
        assert last_value(session, "claim", "clm-2") is None


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        pytest.param(
            ["UPDATE ledger SET \"user\" = 'olga' WHERE seq = 2"],
            ["ledger entry 2: its hash does not match what it says"],
            id="another author",
        ),
        pytest.param(
            ["UPDATE ledger SET reason = 'why not' WHERE seq = 4"],
            ["ledger entry 4: its hash does not match what it says"],
            id="a reason put in later",
        ),
        pytest.param(
            ["UPDATE ledger_value SET value = '{\"n\":9}' WHERE seq = 3"],
            ["ledger entry 3: its value is not the one that was written"],
            id="another value",
        ),
        pytest.param(
            ["UPDATE ledger_value SET salt = 'zz' WHERE seq = 3"],
            ["ledger entry 3: its value is not the one that was written"],
            id="another salt",
        ),
        pytest.param(
            ["DELETE FROM ledger_value WHERE seq = 3"],
            ["ledger entry 3: its value is missing"],
            id="a value taken out",
        ),
        pytest.param(
            ["DELETE FROM ledger_value WHERE seq = 2", "DELETE FROM ledger WHERE seq = 2"],
            [
                "ledger entry 3: entry 2 should stand here: entries are missing",
                "ledger entry 3: it does not follow from the entry before",
            ],
            id="an entry taken out",
        ),
        pytest.param(
            ["DELETE FROM ledger_value WHERE seq = 1", "DELETE FROM ledger WHERE seq = 1"],
            [
                "ledger entry 2: entry 1 should stand here: entries are missing",
                "ledger entry 2: it does not follow from the entry before",
            ],
            id="the first entry taken out",
        ),
        pytest.param(
            ["DELETE FROM ledger_value WHERE seq = 5", "DELETE FROM ledger WHERE seq = 5"],
            ["ledger head: it names entry 5, the last one is 4"],
            id="the last entry taken out",
        ),
        pytest.param(
            ["DELETE FROM ledger_value", "DELETE FROM ledger"],
            ["ledger head: it names entry 5, the last one is 0"],
            id="everything taken out",
        ),
        pytest.param(
            [f"UPDATE ledger_head SET hash = '{'f' * 64}'"],
            ["ledger head: its hash is not that of entry 5"],
            id="another head",
        ),
        pytest.param(
            [
                "UPDATE ledger_value SET seq = 7 WHERE seq = 4",
                "UPDATE ledger_value SET seq = 4 WHERE seq = 5",
                "UPDATE ledger_value SET seq = 5 WHERE seq = 7",
            ],
            [
                "ledger entry 4: its value is not the one that was written",
                "ledger entry 5: its value is not the one that was written",
            ],
            id="two values exchanged",
        ),
    ],
)
def test_tampering_is_found_and_named(
    engine: Engine, statements: list[str], found: list[str]
) -> None:
    fill(engine, 5)
    tamper(engine, *statements)
    assert problems(engine) == found


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE ledger SET at = 'yesterday' WHERE seq = 2", id="no time"),
        pytest.param("UPDATE ledger SET tool = x'00ff' WHERE seq = 2", id="bytes for text"),
        pytest.param("UPDATE ledger SET at = 5 WHERE seq = 2", id="a number for a time"),
    ],
)
def test_what_cannot_even_be_read_is_a_problem_not_a_crash(
    sqlite_database: str, opened: Callable[[str], Engine], statement: str
) -> None:
    engine = opened(sqlite_database)
    fill(engine, 3)
    tamper(engine, statement)
    (problem,) = problems(engine)
    assert "cannot be read" in problem


def test_a_value_that_is_struck_out_leaves_the_chain_whole(engine: Engine) -> None:
    fill(engine, 3)
    with writing(engine, "vera") as tx:
        connection = tx.session.connection()
        connection.exec_driver_sql(tombstone("clm-1").replace(", 2, 'x'", ", 4, 'x'"))
        connection.exec_driver_sql("UPDATE ledger_value SET value = NULL, salt = '' WHERE seq = 2")
    assert problems(engine) == []
    with reading(engine) as session:
        assert last_value(session, "claim", "clm-1") is None
        assert last_value(session, "claim", "clm-2") is not None


def test_a_chain_longer_than_one_batch_verifies(engine: Engine) -> None:
    fill(engine, 2_345)
    assert problems(engine) == []
    tamper(engine, "UPDATE ledger SET action = 'x' WHERE seq IN (1000, 1001, 2345)")
    assert [problem.split(":")[0] for problem in problems(engine)] == [
        "ledger entry 1000",
        "ledger entry 1001",
        "ledger entry 2345",
    ]


def test_a_transaction_that_writes_nothing_leaves_the_head(engine: Engine) -> None:
    fill(engine, 2)
    with reading(engine) as session:
        before = head(session)
    with writing(engine, "vera") as tx:
        assert isinstance(tx.ledger, Ledger)
    with reading(engine) as session:
        assert head(session) == before


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abé", max_size=3), inner),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.dictionaries(st.text("abcé\x00", max_size=3), JSON))
def test_any_value_comes_back_and_verifies(engine: Engine, value: dict[str, object]) -> None:
    """The database grows from example to example: the chain must hold all the way."""
    with writing(engine, "vera", lambda: START) as tx:
        tx.ledger.append("create", "claim", "clm-1", value)
    with reading(engine) as session:
        assert last_value(session, "claim", "clm-1") == json.loads(json.dumps(value))
        assert verify_chain(session) == []
