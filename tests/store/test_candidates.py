"""Claims are found again by rare shared keys, by speaker and days, and by event."""

import itertools
import random
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from math import log

import pytest
from sqlalchemy.event import listen
from sqlmodel import Session, col, select

from tests.builders import captured
from tests.store.stored import NOON, person, statement, store, store_keyed, store_words
from tracker import match
from tracker.model import DateInterval, Event, EventType, Kind, Precision
from tracker.store import candidates
from tracker.store.candidates import (
    add_keys,
    drop_keys,
    find_by_event,
    find_by_speaker,
    find_candidates,
    rank_candidates,
)
from tracker.store.engine import Engine
from tracker.store.session import reading, writing
from tracker.store.tables import ClaimRow, KeyCountRow


def found(engine: Engine, keys: Collection[int], limit: int = 50) -> list[int]:
    with reading(engine) as session:
        return find_candidates(session, keys, limit)


def counts(engine: Engine) -> dict[int, int]:
    with reading(engine) as session:
        return {row.hash: row.claims for row in session.exec(select(KeyCountRow))}


HELD: tuple[set[int], ...] = (
    {1, 7},
    {2, 3, 8},
    {2, 3, 9},
    {3, 9},
    {9, -(2**31)},
    {2**31 - 1},
    set(),
)
"""Keys of the claims 1 to 7. So 1, 7, 8 and the extremes have one claim, 2 two, 3 and 9 three."""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param({1, 9}, [1, 3, 4, 5], id="one rare before one of many"),
        pytest.param({7, 2}, [1, 2, 3], id="one before one of two"),
        pytest.param({2, 3, 9}, [3, 2, 4, 5], id="the sum of rarities"),
        pytest.param({1, 2, 3}, [2, 3, 1, 4], id="two less rare before one rare"),
        pytest.param({9}, [3, 4, 5], id="equals in order of number"),
        pytest.param({2**31 - 1}, [6], id="the highest key"),
        pytest.param({-(2**31)}, [5], id="the lowest key"),
        pytest.param({4, 5, 6}, [], id="keys of no claim"),
        pytest.param(set(), [], id="no keys"),
    ],
)
def test_the_rarest_shared_keys_rank_first(
    engine: Engine, keys: set[int], expected: list[int]
) -> None:
    assert store_keyed(engine, *HELD) == [1, 2, 3, 4, 5, 6, 7]
    assert found(engine, keys) == expected


def test_the_limit_keeps_the_best(engine: Engine) -> None:
    store_keyed(engine, {9}, {9}, {9, 1})
    assert found(engine, {1, 9}, limit=1) == [3]
    with reading(engine) as session:
        equals = session.exec(select(ClaimRow.id).where(col(ClaimRow.id) < 3).order_by("uid"))
        assert found(engine, {1, 9}, limit=2) == [3, equals.first()]


def test_keys_that_too_many_share_are_not_looked_up(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "COMMON", 3)
    store_keyed(engine, {9, 8}, {9, 8}, {9, 8}, {9, 1})
    assert found(engine, {8}) == [1, 2, 3], "as many as may be"
    assert found(engine, {9}) == [], "one more"
    assert found(engine, {9, 1}) == [4], "the others still count"


def test_claims_of_many_articles_are_counted_together(engine: Engine) -> None:
    store_keyed(engine, {1, 2}, {2}, outlet="Sample Wire")
    store_keyed(engine, {2, 3}, outlet="Harbour Post")
    assert counts(engine) == {1: 1, 2: 3, 3: 1}


def test_dropped_keys_are_no_longer_counted_nor_found(engine: Engine) -> None:
    one, other = store_keyed(engine, {1, 2}, {2, 3})
    with writing(engine, "vera", lambda: NOON) as tx:
        drop_keys(tx.session, tx.session.get_one(ClaimRow, one))
    assert counts(engine) == {1: 0, 2: 1, 3: 1}
    assert found(engine, {1, 2, 3}) == [other]


def test_keys_dropped_and_given_again_count_once(engine: Engine) -> None:
    one, other = store_keyed(engine, {1, 2}, {2, 3})
    with writing(engine, "vera", lambda: NOON) as tx:
        row = tx.session.get_one(ClaimRow, one)
        drop_keys(tx.session, row)
        add_keys(tx.session, [(row.id, frozenset({1, 4}))])
    assert counts(engine) == {1: 1, 2: 1, 3: 1, 4: 1}
    assert found(engine, {4}) == [one]
    assert found(engine, {2}) == [other]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "since", "until", "is_found"),
    [
        pytest.param("2024-05-02", "2024-05-01", "2024-05-03", True, id="within"),
        pytest.param("2024-05-02", "2024-05-02", "2024-05-02", True, id="the day itself"),
        pytest.param("2024-05-02", "2024-05-02T23:59", "2024-05-09", True, id="some of the day"),
        pytest.param("2024-05-02", "2024-05-03", "2024-05-09", False, id="a day too early"),
        pytest.param("2024-05-02", "2024-04-01", "2024-05-01T23:59", False, id="too late"),
        pytest.param("2024-05-02T12:00:00Z", "2024-05-02T12:00", "2024-05-03", True, id="from"),
        pytest.param("2024-05-02T12:00:00Z", "2024-05-01", "2024-05-02T12:00", True, id="to"),
        pytest.param("2024-05-02T12:00:00Z", "2024-05-02T12:01", "2024-05-03", False, id="after"),
        pytest.param(
            "2024-05-02T01:00:00+03:00", "2024-05-01T22:00", "2024-05-01T22:00", True, id="a zone"
        ),
        pytest.param(None, "0001-01-01", "9999-12-31", False, id="undated"),
    ],
)
def test_a_speaker_is_looked_for_within_days(
    engine: Engine, published: str | None, since: str, until: str, is_found: bool
) -> None:
    row = store_words(engine, "the ferry is late", person("Ilze Ozola"), published=published)
    with reading(engine) as session:
        claims = find_by_speaker(session, ["Ilze Ozola"], at(since), at(until), 5)
    assert claims == ([row.claim_id] if is_found else [])


ANY_TIME = (at("0001-01-01"), at("9999-12-31"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Ilze Ozola"], [1, 3], id="the name"),
        pytest.param(["ILZE OZOLA"], [1, 3], id="another spelling"),
        pytest.param(["Ozola"], [1, 3], id="an alias that one article gives"),
        pytest.param(["Jo Berg", "Ozola"], [1, 2, 3], id="any of the names"),
        pytest.param(["Ilze"], [], id="a part of the name"),
        pytest.param(["Berg Jo"], [], id="the words turned round"),
        pytest.param([], [], id="no name"),
    ],
)
def test_a_speaker_is_found_by_every_name(
    engine: Engine, names: list[str], expected: list[int]
) -> None:
    store_words(engine, "the ferry is late", person("Ilze Ozola", "Ozola"))
    store_words(engine, "the ferry is not late", person("Jo Berg"))
    store_words(engine, "the ferry is early", person("Ilze Ozola"))
    store_words(engine, "the ferry is red")
    with reading(engine) as session:
        assert find_by_speaker(session, names, *ANY_TIME, 5) == expected


def days(first: int, last: int) -> DateInterval:
    return DateInterval(date(2024, 5, first), date(2024, 5, last), Precision.WEEK, "")


LAUNCHES = (
    Event(EventType.MISSILE_LAUNCH, days(6, 12)),
    Event(EventType.MISSILE_LAUNCH, days(13, 13)),
    Event(EventType.MEETING, days(6, 12)),
    Event(EventType.MISSILE_LAUNCH),
)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(1, 31, [1, 2], id="around both"),
        pytest.param(9, 9, [1], id="inside"),
        pytest.param(12, 13, [1, 2], id="at the ends"),
        pytest.param(1, 6, [1], id="up to the first day"),
        pytest.param(13, 20, [2], id="from the last day"),
        pytest.param(1, 5, [], id="before"),
        pytest.param(14, 31, [], id="after"),
    ],
)
def test_an_event_is_found_by_type_and_days(
    engine: Engine, first: int, last: int, expected: list[int]
) -> None:
    text = "one two three four"
    spots = [text.index(word) for word in text.split()]
    facts = [
        statement((spot, spot + 3), kind=Kind.FACT, event=event)
        for spot, event in zip(spots, LAUNCHES, strict=True)
    ]
    store(engine, captured(text), facts)
    with reading(engine) as session:
        within = (date(2024, 5, first), date(2024, 5, last))
        assert find_by_event(session, "missile_launch", *within, 5) == expected


SAID = tuple(
    f"the {' '.join(words)} is late"
    for words in itertools.product(("red", "old"), ("ferry", "bridge"), ("north", "harbour"))
)
"""What one speaker said on one day."""

ASKED = "the red ferry is closed"

CROSSING = Event(EventType.MEETING, days(2, 2))


def find_all(session: Session, limit: int) -> tuple[list[int], ...]:
    """Return what each of the three searches finds for `ASKED`."""
    keys = match.keys(ASKED)
    return (
        find_candidates(session, match.keys("is late"), limit),
        find_by_speaker(session, ["Ilze Ozola"], *ANY_TIME, limit, keys),
        find_by_event(session, "meeting", date(2024, 5, 1), date(2024, 5, 3), limit, keys),
    )


@pytest.mark.parametrize("limit", [1, 3, 5, 8])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_left_out_does_not_depend_on_the_order_of_adding(
    engine: Engine, seed: int, limit: int
) -> None:
    speaker = person("Ilze Ozola")
    for words in random.Random(seed).sample(SAID, len(SAID)):
        said = statement((0, len(words)), speaker=speaker.name, kind=Kind.FACT, event=CROSSING)
        store(engine, captured(words, published="2024-05-02"), [said], [speaker])
    with reading(engine) as session:
        rows = {row.id: row for row in session.exec(select(ClaimRow))}
        by_words, *by_occasion = find_all(session, limit)
    uids = sorted(row.uid for row in rows.values())
    assert sorted(rows[claim].uid for claim in by_words) == uids[:limit], "all are equals"
    best = sorted(
        rows.values(), key=lambda row: (-len(match.keys(row.text) & match.keys(ASKED)), row.uid)
    )
    assert by_occasion == [sorted(row.id for row in best[:limit])] * 2


def test_no_more_claims_of_a_speaker_are_read_than_may_be(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "READ", 3)
    for words in SAID:
        store_words(engine, words, person("Ilze Ozola"), published="2024-05-02")
    with reading(engine) as session:
        found = find_by_speaker(session, ["Ilze Ozola"], *ANY_TIME, 5)
        first = session.exec(select(ClaimRow.id).order_by(col(ClaimRow.uid)).limit(3)).all()
    assert found == sorted(first)


@pytest.mark.parametrize("length", [1, 7, 31, 366])
def test_an_event_of_uncertain_days_is_found_from_its_last_one(engine: Engine, length: int) -> None:
    starts = date(2024, 1, 1)
    ends = starts + timedelta(days=length - 1)
    event = Event(EventType.MEETING, DateInterval(starts, ends, Precision.YEAR, ""))
    (row,) = store(engine, captured("they met"), [statement((0, 8), kind=Kind.FACT, event=event)])
    with reading(engine) as session:
        assert find_by_event(session, "meeting", ends, ends, 5) == [row.claim_id]
        after = ends + timedelta(days=1)
        assert find_by_event(session, "meeting", after, after, 5) == []


def test_claims_of_speaker_and_event_are_read_from_their_days_on(sqlite_engine: Engine) -> None:
    plans = []
    with reading(sqlite_engine) as session:
        listen(session.connection(), "before_cursor_execute", lambda *a: plans.append(a[2:4]))
        find_by_speaker(session, ["Ilze Ozola"], at("2024-05-01"), at("2024-05-03"), 5)
        find_by_event(session, "meeting", date(2024, 5, 1), date(2024, 5, 3), 5)
        asked = [one for one in plans if "ORDER BY claim.uid" in one[0]]
        steps = [
            str(session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all())
            for sql, values in asked
        ]
    assert "ix_claim_speaker_id_published_start (speaker_id=? AND published_start>?" in steps[0]
    assert "ix_event_type_starts (type=? AND starts>? AND starts<?)" in steps[1]


def test_the_rarest_keys_fill_the_work_of_a_query(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "WORK", 4)
    store_keyed(engine, {9, 8}, {9, 8}, {9, 1})
    assert found(engine, {1, 8, 9}) == [3, 1, 2], "one and two fit, three more do not"
    assert found(engine, {9}) == [1, 2, 3]


def test_claims_that_share_too_few_keys_are_left_out(engine: Engine) -> None:
    store_keyed(engine, {1, 2, 3}, {1, 2}, {1})
    with reading(engine) as session:
        assert find_candidates(session, {1, 2, 3}, least=2) == [1, 2]


def test_candidates_are_ranked_by_what_they_share(engine: Engine) -> None:
    equals = store_keyed(engine, {9}, {9}, {9}, {9}, {1, 2}, {1, 2, 3})[:4]
    with reading(engine) as session:
        uids = dict(session.exec(select(ClaimRow.id, ClaimRow.uid)).all())
        ranked = rank_candidates(session, {1, 2, 3, 9}, 4)
    kept = sorted(equals, key=uids.__getitem__)[:2]
    assert [(one.claim_id, one.shared) for one in ranked] == [
        (6, 3),
        (5, 2),
        *((i, 1) for i in kept),
    ]
    summed = [log(7 / 2) * 2 + log(7), log(7 / 2) * 2, log(7 / 4), log(7 / 4)]
    assert [float(one.rarity) for one in ranked] == pytest.approx([s * 1e6 for s in summed], abs=1)


@pytest.mark.parametrize(
    ("share", "count"), [pytest.param(0.1, 4, id="kept"), pytest.param(0.2, 2, id="left out")]
)
def test_equals_at_the_limit_are_left_out_where_they_share_little(
    engine: Engine, share: float, count: int
) -> None:
    store_keyed(engine, {9}, {9}, {9}, {9}, {1, 2}, {1, 2, 3})
    with reading(engine) as session:
        ranked = rank_candidates(session, {1, 2, 3, 9}, 4, share=share)
        whole = rank_candidates(session, {1, 2, 3, 9}, 9, share=share)
    assert (len(ranked), len(whole)) == (count, 6)
    assert [one.claim_id for one in ranked[:2]] == [6, 5]
