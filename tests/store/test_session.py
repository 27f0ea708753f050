"""Transactions: all or nothing, reads on one state, text that both engines hold."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, insert, select, text

from tracker.errors import BadInput, DatabaseProblem
from tracker.store.chain import verify_chain
from tracker.store.engine import Engine
from tracker.store.ledger import entries, head
from tracker.store.session import reading, writing
from tracker.store.tables import OutletRow
from tracker.store.types import Json, UtcDateTime

NOON = datetime(2023, 9, 13, 12, 0, 0, 250_000, tzinfo=UTC)


class Stop(Exception):
    """What the caller's own code raised."""


def add_outlet(engine: Engine, name: str, error: BaseException | None = None) -> None:
    with writing(engine, "vera", lambda: NOON) as tx:
        tx.session.add(OutletRow(uid=f"out-{name}", name=name, key=name))
        tx.session.flush()
        tx.ledger.append("create", "outlet", f"out-{name}", {"name": name})
        if error is not None:
            raise error


def outlets(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(OutletRow.name).order_by(col(OutletRow.id))))


def test_what_was_written_is_read_with_its_ledger_entry(engine: Engine) -> None:
    add_outlet(engine, "harbour post")
    assert outlets(engine) == ["harbour post"]
    with reading(engine) as session:
        ((row, value),) = entries(session)
    assert (row.seq, row.user, row.action, row.at) == (1, "vera", "create", NOON)
    assert value.value == '{"name":"harbour post"}'


@pytest.mark.parametrize(
    "error", [Stop(), KeyboardInterrupt(), SystemExit(1)], ids=lambda error: type(error).__name__
)
def test_an_error_undoes_the_records_and_the_ledger(engine: Engine, error: BaseException) -> None:
    add_outlet(engine, "first")
    with pytest.raises(type(error)):
        add_outlet(engine, "second", error)
    assert outlets(engine) == ["first"]
    with reading(engine) as session:
        assert head(session)[0] == 1
        assert verify_chain(session) == []
    add_outlet(engine, "third")
    assert outlets(engine) == ["first", "third"]


def test_a_reader_sees_one_state_while_others_write(engine: Engine) -> None:
    with reading(engine) as session:
        before = session.exec(select(OutletRow.name)).all()
        add_outlet(engine, "meanwhile")
        assert session.exec(select(OutletRow.name)).all() == before == []
    assert outlets(engine) == ["meanwhile"]


def test_a_reading_session_cannot_write(engine: Engine) -> None:
    with pytest.raises(DatabaseProblem, match=r"read-?only"), reading(engine) as session:
        session.execute(insert(OutletRow).values(uid="out-1", name="n", key="n"))
    assert outlets(engine) == []


def test_a_connection_that_has_read_can_write_again(engine: Engine) -> None:
    """Connections are pooled: what reading set on one must not stay."""
    for name in ("one", "two", "three"):
        assert name not in outlets(engine)
        add_outlet(engine, name)
    assert outlets(engine) == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("Nul\x00sen", r"U\+0000 at codepoint 3", id="NUL"),
        pytest.param("Løve\ud83d", r"U\+D83D at codepoint 4", id="lone surrogate"),
    ],
)
def test_text_that_one_engine_would_not_give_back_is_refused_on_both(
    engine: Engine, name: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said), writing(engine, "vera") as tx:
        tx.session.add(OutletRow(uid="out-1", name=name, key="k"))
    assert outlets(engine) == []


@pytest.mark.parametrize(
    "name",
    [
        "Плесецк 통신",
        "a\u2028b\r\n\tc",
        "👩‍🚀 e\u0301",
        "'; DROP TABLE outlet; --",
        "%s %(x)s :x \\0",
    ],
    ids=["scripts", "line ends", "beyond the BMP", "SQL", "placeholders"],
)
def test_text_comes_back_as_it_was_given(engine: Engine, name: str) -> None:
    add_outlet(engine, name)
    assert outlets(engine) == [name]


def test_a_broken_rule_of_the_schema_is_one_line(engine: Engine) -> None:
    add_outlet(engine, "twice")
    with pytest.raises(DatabaseProblem) as caught:
        add_outlet(engine, "twice")
    assert "outlet" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unmigrated_database_says_what_to_run(empty_engine: Engine) -> None:
    with pytest.raises(DatabaseProblem, match="run `tracker init`"):
        add_outlet(empty_engine, "early")


def test_a_sqlite_file_that_cannot_be_written_says_so(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    path = sqlite_database.removeprefix("sqlite:///")
    engine = opened(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(DatabaseProblem, match="make the file and its folder writable"):
        add_outlet(engine, "never")
    assert Path(path).exists()


def test_a_full_disk_is_said_and_nothing_is_half_written(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    engine = opened(sqlite_database)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DatabaseProblem, match="free some space"):
        add_outlet(engine, "x" * 1_000_000)
    assert outlets(engine) == []
    with reading(engine) as session:
        assert verify_chain(session) == []


def test_a_held_lock_is_waited_for_then_said(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    engine, other = opened(sqlite_database), opened(sqlite_database)
    with writing(engine, "vera") as tx:
        tx.ledger.append("create", "outlet", "out-1", {})
        with other.connect() as connection:
            connection.connection.cursor().execute("PRAGMA busy_timeout=10")
        with pytest.raises(DatabaseProblem, match="another program holds it"):
            add_outlet(other, "second")
    add_outlet(other, "third")
    assert outlets(engine) == ["third"]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("2023-09-13T12:00:00.250000+00:00", id="UTC"),
        pytest.param("2023-09-13T22:00:00.250000+10:00", id="Vladivostok"),
        pytest.param("2023-09-13T08:30:00.250000-03:30", id="St. John's"),
    ],
)
def test_a_time_comes_back_in_utc(engine: Engine, given: str) -> None:
    query = text("SELECT at FROM ledger").columns(at=UtcDateTime())
    with writing(engine, "vera", lambda: datetime.fromisoformat(given)) as tx:
        tx.ledger.append("create", "outlet", "out-1", {})
    with reading(engine) as session:
        at: Any = session.execute(query).scalar_one()
        assert verify_chain(session) == []
    assert at == NOON
    assert at.utcoffset().total_seconds() == 0


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        UtcDateTime().process_bind_param(datetime(2023, 9, 13), None)  # type: ignore[arg-type]


def test_json_has_the_same_bytes_whatever_the_order() -> None:
    column = Json()
    one = column.process_bind_param({"b": [1, 2.5, None], "a": "Плесецк"}, None)  # type: ignore[arg-type]
    two = column.process_bind_param({"a": "Плесецк", "b": [1, 2.5, None]}, None)  # type: ignore[arg-type]
    assert one == two == '{"a":"Плесецк","b":[1,2.5,null]}'
    assert column.process_result_value(one, None) == {"a": "Плесецк", "b": [1, 2.5, None]}  # type: ignore[arg-type]
