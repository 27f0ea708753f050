"""Two reports of events: what they agree in, and what comes of it."""

from dataclasses import replace

import pytest

from tests.match.claims import OTHER_SPEAKER, SPEAKER, day, fact, launch, quote
from tracker.match import compare, explain
from tracker.match.facts import FACT_FEATURES, measure_facts
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.model import (
    Claim,
    ClaimRelation,
    DateInterval,
    Decision,
    Event,
    EventType,
    Modality,
    Precision,
    Qualifier,
)

FIRED = "Norland fired two ballistic missiles into the eastern sea from its northern base"
FIRST = "2024-05-01"
WEEK = DateInterval(day("2024-04-29").start, day("2024-05-05").start, Precision.WEEK, "this week")
MONTH = DateInterval(day("2024-05-01").start, day("2024-05-31").start, Precision.MONTH, "in May")
ONE = launch(FIRST, place="Port Anse")


def counted(count: float, qualifier: Qualifier, unit: str = "missile") -> Event:
    low = None if qualifier is Qualifier.AT_MOST else count
    high = None if qualifier is Qualifier.AT_LEAST else count
    missiles = replace(ONE.quantities[0], minimum=low, maximum=high, unit=unit, qualifier=qualifier)
    return replace(ONE, quantities=(missiles,))


def measured(left: Event, right: Event) -> dict[str, float]:
    return measure_facts(Pair(prepare(fact(FIRED, left)), prepare(fact(FIRED, right))))


VALUES = {
    "type": (replace(ONE, type=EventType.SATELLITE_LAUNCH), "fact_type", 0.0),
    "actor": (launch(FIRST, actor="Norland's navy"), "fact_actor", 1.0),
    "another actor": (launch(FIRST, actor="Sundia"), "fact_actor", 0.0),
    "no actor": (replace(ONE, participants=()), "fact_actor", 0.5),
    "place within": (launch(FIRST, place="Anse"), "fact_place", 1.0),
    "another place": (launch(FIRST, place="Kel"), "fact_place", 0.0),
    "no place": (launch(FIRST), "fact_place", 0.5),
    "date": (ONE, "fact_date", 1.0),
    "its week": (replace(ONE, when=WEEK), "fact_date", 0.75),
    "its month": (replace(ONE, when=MONTH), "fact_date", 0.75),
    "another date": (launch("2024-05-08"), "fact_date", 0.0),
    "no date": (launch(None), "fact_date", 0.5),
    "figure": (ONE, "fact_quantity", 1.0),
    "another figure": (launch(FIRST, 3), "fact_quantity", 0.0),
    "at least one": (counted(1, Qualifier.AT_LEAST), "fact_quantity", 0.75),
    "up to one": (counted(1, Qualifier.AT_MOST), "fact_quantity", 0.0),
    "another unit": (counted(9, Qualifier.EXACTLY, "kilometre"), "fact_quantity", 0.5),
    "no figure": (replace(ONE, quantities=()), "fact_quantity", 0.5),
    "planned": (replace(ONE, modality=Modality.PLANNED), "fact_modality", 0.0),
}


@pytest.mark.parametrize(("other", "name", "value"), VALUES.values(), ids=VALUES)
def test_each_thing_that_a_fact_tells(other: Event, name: str, value: float) -> None:
    assert measured(other, ONE)[name] == value
    assert measured(ONE, other)[name] == value


def test_what_is_planned_may_be_what_is_possible() -> None:
    planned, possible = (
        replace(ONE, modality=modality) for modality in (Modality.PLANNED, Modality.POSSIBLE)
    )
    assert measured(planned, possible)["fact_modality"] == 0.5


def test_only_two_facts_are_compared_as_facts() -> None:
    assert measure_facts(Pair(prepare(fact(FIRED, ONE)), prepare(quote(FIRED)))) == {}


def test_an_explanation_shows_every_one_of_them_first() -> None:
    rows = explain(compare(fact(FIRED, ONE), fact(FIRED, ONE)))
    names = [feature.__name__ for feature in FACT_FEATURES]
    assert [row.name for row in rows[: len(names)]] == names
    assert all(row.meaning.endswith(".") for row in rows)
    assert {row.adds for row in rows[: len(names)]} == {0.0}


DECISIONS = {
    "one event": (fact(FIRED, ONE), Decision.LINK),
    "a date unknown": (fact(FIRED, launch(None)), Decision.SUGGEST),
    "a month of days": (fact(FIRED, replace(ONE, when=MONTH)), Decision.SUGGEST),
    "another date": (fact(FIRED, launch("2024-05-08"), published="2024-05-08"), Decision.NONE),
    "another actor": (fact(FIRED, launch(FIRST, actor="Sundia")), Decision.SUGGEST),
    "another place": (fact(FIRED, launch(FIRST, place="Kel")), Decision.SUGGEST),
    "another kind": (
        fact(FIRED, replace(ONE, type=EventType.SATELLITE_LAUNCH)),
        Decision.SUGGEST,
    ),
    "only planned": (fact(FIRED, replace(ONE, modality=Modality.PLANNED)), Decision.SUGGEST),
    "no place and no figure": (
        fact(FIRED, replace(launch(FIRST), quantities=())),
        Decision.LINK,
    ),
}


@pytest.mark.parametrize(("later", "decision"), DECISIONS.values(), ids=DECISIONS)
def test_a_fact_is_linked_where_nothing_known_disagrees(later: Claim, decision: Decision) -> None:
    compared = compare(later, fact(FIRED, ONE))
    assert compared.decision is decision
    assert "fact_date" in compared.features


def test_a_country_by_its_capital_is_no_other_actor() -> None:
    left, right = (fact(FIRED, launch(FIRST, actor=actor)) for actor in ("Seoul", "South Korea"))
    assert compare(left, right).decision is Decision.LINK


def test_one_voice_in_like_words_needs_no_date_of_the_event() -> None:
    left, right = fact(FIRED, launch(None), SPEAKER), fact(FIRED, ONE, SPEAKER)
    assert compare(left, right).decision is Decision.LINK


FIGURES = {
    "grown, later": ("2024-05-03", 3, None, ClaimRelation.UPDATES),
    "grown, later, of another speaker": ("2024-05-03", 3, SPEAKER, ClaimRelation.CONTRADICTS),
    "fallen, later": ("2024-05-03", 1, None, ClaimRelation.CONTRADICTS),
    "grown, at one time": ("2024-05-02", 3, None, ClaimRelation.CONTRADICTS),
}


@pytest.mark.parametrize(
    ("published", "count", "speaker", "relation"), FIGURES.values(), ids=FIGURES
)
def test_another_figure_for_one_event(
    published: str, count: float, speaker: str | None, relation: ClaimRelation
) -> None:
    earlier = fact(FIRED, ONE, OTHER_SPEAKER if speaker else None)
    compared = compare(fact(FIRED, launch(FIRST, count), speaker, published), earlier)
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == (relation, "number")
