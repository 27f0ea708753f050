"""The day that an article counts from: publication, where the reporter was."""

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract import anchor, extract
from tracker.extract.anchor import anchor_of
from tracker.extract.zones import zone_of
from tracker.model import Article, Published

LATE = "2023-09-13T22:30:00Z"

ANCHORS = [
    pytest.param("The port is shut.", "2023-09-13", "2023-09-13", id="a bare date"),
    pytest.param("The port is shut.", LATE, "2023-09-13", id="no dateline"),
    pytest.param("SEOUL — The port is shut.", LATE, "2023-09-14", id="the reporter’s day"),
    pytest.param("Shut\n\nSeoul (AFP) – The port.", LATE, "2023-09-14", id="below a headline"),
    pytest.param("SEOUL, Sept 13 (Reuters) — It is.", LATE, "2023-09-14", id="the zone decides"),
    pytest.param("SEOUL — It is shut.", "2023-09-13", "2023-09-13", id="no time to convert"),
    pytest.param("ROME — It is shut.", LATE, "2023-09-14", id="Rome"),
    pytest.param("ROME, Ga. — It is shut.", LATE, "2023-09-13", id="Rome in Georgia"),
    pytest.param(
        "DOVER, N.H. (AP) — It is.", "2023-09-13T02:30:00Z", "2023-09-12", id="a state’s zone"
    ),
    pytest.param("ORLO, Sept 14 (KNA) - It is.", LATE, "2023-09-14", id="no zone: its own day"),
    pytest.param("ORLO, Sept 9 (KNA) - It is.", LATE, "2023-09-09", id="a reprint"),
    pytest.param("ORLO, March 9 (KNA) - It is.", LATE, "2023-09-13", id="too old for a reprint"),
    pytest.param("ORLO, Sept 9, 2023 (KNA) - It is.", None, "2023-09-09", id="unpublished"),
    pytest.param("ORLO, Sept 9 (KNA) - It is.", None, None, id="unpublished, no year"),
    pytest.param("The port is shut.", None, None, id="nothing known"),
]


def article(text: str, published: str | None) -> Article:
    return Article(text, published=Published.parse(published) if published else None)


@pytest.mark.parametrize(("text", "published", "day"), ANCHORS)
def test_the_day_counted_from(text: str, published: str | None, day: str | None) -> None:
    found = anchor_of(article(text, published))
    assert (found.isoformat() if found else None) == day


def test_a_statement_of_the_reporter_s_today() -> None:
    text = "SEOUL — The port is safe, Ruiz told the KNA agency on Thursday."
    (found,) = extract(article(text, LATE))
    assert found.said_on
    assert found.said_on.start == date(2023, 9, 14)


def test_a_system_without_zones_counts_by_the_outlet_s_day(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(key: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(key)

    monkeypatch.setattr(anchor, "ZoneInfo", missing)
    assert anchor_of(article("TOKYO — It is quite shut.", LATE)) == date(2023, 9, 13)


@pytest.mark.parametrize(
    ("town", "region", "zone"),
    [
        ("seoul", "", "Asia/Seoul"),
        ("sydney", "Australia", "Australia/Sydney"),
        ("london", "Ontario", "America/Toronto"),
        ("paris", "Texas", "America/Chicago"),
        ("orlo", "", None),
    ],
)
def test_zones_of_towns(town: str, region: str, zone: str | None) -> None:
    assert zone_of(town, region) == zone
    assert zone is None or ZoneInfo(zone)


@given(text=st.text(max_size=80), published=st.datetimes().map(lambda at: at.isoformat()))
def test_the_anchor_is_within_a_day_or_a_reprint_s_month(text: str, published: str) -> None:
    given_day = date.fromisoformat(published[:10])
    found = anchor_of(article(text, published))
    assert found is not None
    assert -1 <= (given_day - found).days <= 31


def test_time_is_linear_in_the_text() -> None:
    for text in ("AAA " * 100_000, "Aaa Bbb (\n" * 100_000, "A" * 100_000):
        assert anchor_of(article(text, LATE)) == date(2023, 9, 13)
