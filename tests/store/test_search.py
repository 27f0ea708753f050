"""Claims are found by words, speaker, outlet, kind and days of publication."""

from datetime import date

import pytest

from tests.builders import captured
from tests.store.stored import NOON, person, statement, store
from tracker import match
from tracker.model import Agent, AgentKind, Kind
from tracker.store.agents import list_agents
from tracker.store.claims import get_occurrence, load_claims
from tracker.store.engine import Engine
from tracker.store.links import set_part_of
from tracker.store.search import Filter, claims_of_speaker, list_claims, search_claims
from tracker.store.session import reading, writing

LATE = "the ferry is late again"
NOT_LATE = "the ferry is never late"
CLOSED = "the harbour is closed"
SUNK = "the ferry sank"

OZOLA = person("Ilze Ozola", "Ozola")
OFFICE = Agent("Port Office", AgentKind.ORGANIZATION)

ARTICLES: tuple[tuple[str, Agent | None, Kind, str, str | None], ...] = (
    (LATE, OZOLA, Kind.CLAIM, "Sample Wire", "2024-05-02"),
    (NOT_LATE, OFFICE, Kind.CLAIM, "Harbour Post", "2024-05-04T08:00:00Z"),
    (CLOSED, None, Kind.QUOTE, "Sample Wire", None),
    (SUNK, OZOLA, Kind.FACT, "Harbour Post", "2024-05-03"),
)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """An engine on a database with the articles above, their claims numbered from 1."""
    for words, speaker, kind, outlet, published in ARTICLES:
        said = statement((0, len(words)), kind=kind, speaker=speaker.name if speaker else None)
        known = captured(words, outlet, published)
        store(engine, known, [said], [speaker] if speaker else [])
    return engine


def found(engine: Engine, query: str, wanted: Filter, limit: int = 10) -> list[str]:
    with reading(engine) as session:
        ids = search_claims(session, match.word_keys(query), wanted, limit)
        known = load_claims(session, ids)
    return [known[claim_id].claim.text for claim_id in ids]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", [NOT_LATE, SUNK, LATE, CLOSED], id="no words: all, newest first"),
        pytest.param("ferry", [NOT_LATE, SUNK, LATE], id="a word"),
        pytest.param("late ferry", [NOT_LATE, LATE], id="all words, in any order"),
        pytest.param("ferries", [NOT_LATE, SUNK, LATE], id="another form of the word"),
        pytest.param("ferry closed", [], id="words of two claims"),
        pytest.param("ferry bridge", [], id="one word that is nowhere"),
    ],
)
def test_all_words_are_needed(filled: Engine, query: str, expected: list[str]) -> None:
    assert found(filled, query, Filter()) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(Filter(speaker="Ilze Ozola"), [SUNK, LATE], id="speaker"),
        pytest.param(Filter(speaker="ILZE OZOLA"), [SUNK, LATE], id="spelling of the speaker"),
        pytest.param(Filter(speaker="Ozola"), [SUNK, LATE], id="alias"),
        pytest.param(Filter(speaker="Ilze"), [], id="part of a name"),
        pytest.param(Filter(outlet="Harbour Post"), [NOT_LATE, SUNK], id="outlet"),
        pytest.param(Filter(outlet="harbour-post"), [NOT_LATE, SUNK], id="spelling of the outlet"),
        pytest.param(Filter(outlet="Post"), [], id="part of an outlet"),
        pytest.param(Filter(kind="quote"), [CLOSED], id="kind"),
        pytest.param(Filter(since=date(2024, 5, 3)), [NOT_LATE, SUNK], id="since, inclusive"),
        pytest.param(Filter(since=date(2024, 5, 5)), [], id="since, too late"),
        pytest.param(Filter(until=date(2024, 5, 3)), [SUNK, LATE], id="until, inclusive"),
        pytest.param(
            Filter(until=date(2024, 5, 4)), [NOT_LATE, SUNK, LATE], id="until the day of a time"
        ),
        pytest.param(Filter(until=date(2024, 5, 1)), [], id="until, too early"),
        pytest.param(Filter(since=date(2024, 5, 3), until=date(2024, 5, 3)), [SUNK], id="one day"),
        pytest.param(
            Filter(speaker="Ozola", outlet="Sample Wire", kind="claim"), [LATE], id="all at once"
        ),
        pytest.param(Filter(speaker="Ozola", kind="quote"), [], id="each fits another"),
    ],
)
def test_filters_narrow(filled: Engine, wanted: Filter, expected: list[str]) -> None:
    assert found(filled, "", wanted) == expected
    with reading(filled) as session:
        listed = load_claims(session, list_claims(session, wanted, limit=10))
    assert sorted(stored.claim.text for stored in listed.values()) == sorted(expected)


def test_words_and_filters_both_hold(filled: Engine) -> None:
    assert found(filled, "late", Filter(outlet="Sample Wire")) == [LATE]


def test_the_limit_keeps_the_newest(filled: Engine) -> None:
    assert found(filled, "ferry", Filter(), limit=2) == [NOT_LATE, SUNK]


def test_of_one_day_the_newest_number_comes_first(engine: Engine) -> None:
    for words in (LATE, CLOSED, SUNK):
        store(engine, captured(words), [statement((0, len(words)))])
    assert found(engine, "", Filter()) == [SUNK, CLOSED, LATE]


def test_a_wording_that_is_part_of_another_claim_is_searched_but_not_listed(
    filled: Engine,
) -> None:
    with writing(filled, "vera", lambda: NOON) as tx:
        known = load_claims(tx.session, [1, 2])
        set_part_of(tx, known[2], known[1])
    assert found(filled, "never", Filter()) == [NOT_LATE]
    with reading(filled) as session:
        assert list_claims(session, Filter(), limit=10) == [1, 3, 4]


def test_a_rejected_extraction_is_not_listed(filled: Engine) -> None:
    with writing(filled, "vera", lambda: NOON) as tx:
        get_occurrence(tx.session, 2).rejected = True
    with reading(filled) as session:
        assert list_claims(session, Filter(), limit=10) == [1, 3, 4]


def test_lists_go_on_where_the_page_before_ended(filled: Engine) -> None:
    with reading(filled) as session:
        pages = [list_claims(session, Filter(), limit=2, offset=at) for at in (0, 2, 4)]
    assert pages == [[1, 2], [3, 4], []]


def test_claims_of_a_speaker_are_given_newest_number_first(filled: Engine) -> None:
    with reading(filled) as session:
        numbers = {row.name: row.id for row in list_agents(session, 10)}
        assert claims_of_speaker(session, numbers["Ilze Ozola"], 10) == [4, 1]
        assert claims_of_speaker(session, numbers["Ilze Ozola"], 1) == [4]
        assert claims_of_speaker(session, numbers["Port Office"], 10) == [2]
