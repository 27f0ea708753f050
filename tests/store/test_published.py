"""What had been published by a day, and which report was the first one then."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from benchmarks.torture.desk import Clock, canonical, clocked
from tests.builders import add
from tracker import identity, match
from tracker.errors import BadInput
from tracker.exchange import jsonl
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.session import reading
from tracker.store.tables import AgentRow, ArticleRow, ClaimRow, OutletRow
from tracker.views.claim import claim_shape

SHUT = "The harbour of Ostrel will stay shut until the divers have left on Friday"
WIRE = f"“{SHUT},” Mayor Jana Kolar said."
DAILY = f"Mayor Jana Kolar said: “{SHUT}.”"
OTHER = "Minister Emil Sorokin said the repairs would cost 40 million crowns."


def by(engine: Engine, day: str, as_of: int | None = None) -> Asked:
    return Asked(as_of, date.fromisoformat(day))


def outlets(engine: Engine, day: str) -> set[str]:
    """Return the outlets of the articles that count."""
    query = select(OutletRow.name).join(ArticleRow, col(ArticleRow.outlet_id) == col(OutletRow.id))
    with reading_past(engine, by(engine, day), match.keys) as past:
        return set(past.session.exec(query))


def add_at(engine: Engine, captured: str, text: str, **known: str | None) -> int:
    """Add an article that is captured at noon of a day; return its number."""
    clock = Clock(datetime.fromisoformat(f"{captured}T12:00:00").replace(tzinfo=UTC))
    with clocked(clock):
        return add(engine, text, **known).article_id


@pytest.fixture
def reported(engine: Engine) -> Engine:
    """A quote in two outlets, the second two days later, and something else after that."""
    add_at(engine, "2024-06-01", WIRE, outlet="Wire", published="2024-05-02")
    add_at(engine, "2024-06-01", DAILY, outlet="Daily", published="2024-05-04T09:00:00+00:00")
    add_at(engine, "2024-06-01", OTHER, outlet="Evening", published="2024-05-06")
    return engine


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        ("2024-05-01", set()),
        ("2024-05-02", {"Wire"}),
        ("2024-05-03", {"Wire"}),
        ("2024-05-04", {"Wire", "Daily"}),
        ("2024-05-06", {"Wire", "Daily", "Evening"}),
    ],
)
def test_articles_count_from_the_day_they_were_published(
    reported: Engine, day: str, counted: set[str]
) -> None:
    assert outlets(reported, day) == counted


def test_nothing_of_what_was_not_out_is_told(reported: Engine) -> None:
    with reading_past(reported, by(reported, "2024-05-04"), match.keys) as past:
        told = str(canonical(past.session) | {"ledger": []})
    assert "Kolar" in told
    assert "Sorokin" not in told
    assert "Evening" not in told


def test_reports_are_counted_among_what_was_out(reported: Engine) -> None:
    assert _outlets_of(reported, "2024-05-02") == ["Wire"]
    assert _outlets_of(reported, "2024-05-04") == ["Wire", "Daily"]


def _outlets_of(engine: Engine, day: str) -> list[str]:
    with reading_past(engine, by(engine, day), match.keys) as past:
        shape = claim_shape(past.session, 1)
        assert shape["independence"]["articles"] == len(shape["occurrences"])
        return [occurrence["outlet"] for occurrence in shape["occurrences"]]


def test_unknown_publication_counts_from_the_capture(engine: Engine) -> None:
    add_at(engine, "2024-05-10", WIRE, outlet="Wire", published=None)
    add_at(engine, "2024-05-10", OTHER, outlet="Daily", published="2024-05-12")
    with reading_past(engine, by(engine, "2024-05-09"), match.keys) as past:
        assert past.of_unknown_date == 1
    assert outlets(engine, "2024-05-09") == set()
    assert outlets(engine, "2024-05-10") == {"Wire"}
    assert outlets(engine, "2024-05-12") == {"Wire", "Daily"}


@pytest.fixture
def late_version(engine: Engine) -> Engine:
    """An address whose text had the quote only in June, and an outlet that had it in May."""
    url = "https://wire.example/1"
    add_at(engine, "2024-05-02", OTHER, outlet="Wire", published="2024-05-02", url=url)
    add_at(engine, "2024-06-01", WIRE, outlet="Wire", published="2024-05-02", url=url)
    add_at(engine, "2024-06-02", DAILY, outlet="Daily", published="2024-05-04")
    add_at(engine, "2024-06-03", DAILY, outlet="Evening", published="2024-05-05")
    return engine


def _wholes(session: Session) -> dict[int, int | None]:
    query = select(ClaimRow.id, ClaimRow.part_of_id).where(col(ClaimRow.text).contains("harbour"))
    return dict(session.exec(query).all())


def test_a_later_version_counts_from_its_capture_and_another_report_is_first(
    late_version: Engine,
) -> None:
    with reading(late_version) as session:
        now = _wholes(session)
    original, first, second = sorted(now)
    assert now == {original: None, first: original, second: original}
    with reading_past(late_version, by(late_version, "2024-05-20"), match.keys) as past:
        assert _wholes(past.session) == {first: None, second: first}
        shape = claim_shape(past.session, second)
    assert shape["claim_id"] == first
    assert [o["outlet"] for o in shape["occurrences"]] == ["Daily", "Evening"]
    assert shape["independence"]["articles"] == 2
    with reading_past(late_version, by(late_version, "2024-06-01"), match.keys) as past:
        assert _wholes(past.session) == now


def test_nothing_stored_is_changed(late_version: Engine) -> None:
    with reading(late_version) as session:
        before = canonical(session)
    with reading_past(late_version, by(late_version, "2024-05-20"), match.keys) as past:
        assert canonical(past.session) != before
    with reading(late_version) as session:
        assert canonical(session) == before


def test_both_pasts_together(late_version: Engine) -> None:
    clock = datetime(2024, 6, 2, 12, tzinfo=UTC)
    asked = Asked(clock, date(2024, 5, 20))
    with reading_past(late_version, asked, match.keys) as past:
        (whole,) = _wholes(past.session).values()
        assert whole is None


def test_an_agent_stands_for_one_that_was_named(reported: Engine) -> None:
    with reading(reported) as session:
        ids = dict(session.exec(select(AgentRow.name, AgentRow.id)).all())
    identity.merge(reported, ids["Jana Kolar"], ids["Emil Sorokin"], "a pen name", "vera")
    with reading_past(reported, by(reported, "2024-05-02"), match.keys) as past:
        assert claim_shape(past.session, 1)["speaker"] == "Emil Sorokin"


def test_an_export_of_it_cannot_be_taken_for_a_whole_one(
    reported: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    with reading_past(reported, by(reported, "2024-05-04"), match.keys) as past:
        jsonl.write(past.session, tmp_path / "out", _quiet, [], with_ledger=False)
    assert not (tmp_path / "out" / "ledger.jsonl").exists()
    with pytest.raises(BadInput, match=r"no whole export: it lacks ledger\.jsonl"):
        jsonl.restore(second_sqlite_engine, tmp_path / "out", "desk", _quiet)


def _quiet(*_: Any) -> None:
    """Pass over what is told of the progress."""
