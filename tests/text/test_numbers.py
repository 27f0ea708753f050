"""Quantities: what is a figure, with which bounds and unit, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.numbers import find_quantities
from tracker.text.units import singular

FIGURES = [
    ("fired two ballistic missiles on Wednesday", "two ballistic missiles", 2, 2,
     "ballistic missile", "exactly"),
    ("two short-range ballistic missiles", "two short-range ballistic missiles", 2, 2,
     "short-range ballistic missile", "exactly"),
    ("killing twenty-four people", "twenty-four people", 24, 24, "person", "exactly"),
    ("At least 24 people were killed", "At least 24 people", 24, None, "person", "at_least"),
    ("more than 1,000 km away", "more than 1,000 km", 1000, None, "kilometre", "at_least"),
    ("1,000 kilometres away", "1,000 kilometres", 1000, 1000, "kilometre", "exactly"),
    ("no fewer than five homes", "no fewer than five homes", 5, None, "home", "at_least"),
    ("20 or more people", "20 or more people", 20, None, "person", "at_least"),
    ("up to 30 percent", "up to 30 percent", None, 30, "percent", "at_most"),
    ("as many as 12 drones", "as many as 12 drones", None, 12, "drone", "at_most"),
    ("fewer than 50 soldiers", "fewer than 50 soldiers", None, 50, "soldier", "at_most"),
    ("some 40,000 displaced", "some 40,000 displaced", 40000, 40000, "person", "about"),
    ("nearly 300 miles", "nearly 300 miles", 300, 300, "mile", "about"),
    ("over two days", "two days", 2, 2, "day", "exactly"),
    ("between 10 and 15 drones", "between 10 and 15 drones", 10, 15, "drone", "about"),
    ("10-15 drones", "10-15 drones", 10, 15, "drone", "about"),
    ("$2-3 million", "$2-3 million", 2e6, 3e6, "USD", "about"),
    ("a dozen people", "a dozen people", 12, 12, "person", "about"),
    ("dozens of people", "dozens of people", 24, None, "person", "about"),
    ("tens of thousands of people", "tens of thousands of people", 2e4, None, "person", "about"),
    ("two hundred and fifty-six dead", "two hundred and fifty-six dead", 256, 256, "person",
     "exactly"),
    ("half a million people", "half a million people", 5e5, 5e5, "person", "exactly"),
    ("$1.5 billion", "$1.5 billion", 1.5e9, 1.5e9, "USD", "exactly"),
    ("two million dollars", "two million dollars", 2e6, 2e6, "USD", "exactly"),
    ("€2m", "€2m", 2e6, 2e6, "EUR", "exactly"),
    ("an extra £240million", "£240million", 2.4e8, 2.4e8, "GBP", "exactly"),
    ("15 per cent of voters", "15 per cent", 15, 15, "percent", "exactly"),
    ("a third of voters", "a third", 33.33, 33.33, "percent", "exactly"),
    ("a third fewer voters", "a third", 33.33, 33.33, "percent", "exactly"),
    ("fell by a quarter in May", "a quarter", 25.0, 25.0, "percent", "exactly"),
    ("cut by half", "half", 50.0, 50.0, "percent", "exactly"),
    ("One in five believes it", "One in five", 20, 20, "percent", "exactly"),
    ("failed twice in its bid", "twice", 2, 2, "time", "exactly"),
    ("62m tall", "62m", 62, 62, "metre", "exactly"),
    ("5m people", "5m people", 5e6, 5e6, "person", "exactly"),
    ("a magnitude 6.4 earthquake", "6.4", 6.4, 6.4, "magnitude", "exactly"),
    ("a 6.4-magnitude earthquake", "6.4-magnitude", 6.4, 6.4, "magnitude", "exactly"),
    ("nine Kyrgyz servicemen", "nine Kyrgyz servicemen", 9, 9, "serviceman", "exactly"),
    ("the toll rose to 23", "23", 23, 23, None, "exactly"),
    ("One firefighter died", "One firefighter", 1, 1, "firefighter", "exactly"),
    ("killed 2000 soldiers", "2000 soldiers", 2000, 2000, "soldier", "exactly"),
    ("over 12 square kilometres", "over 12 square kilometres", 12, None, "square kilometre",
     "at_least"),
    ("more than a dozen people", "more than a dozen people", 12, None, "person", "at_least"),
    ("up to a dozen people", "up to a dozen people", None, 12, "person", "at_most"),
    ("up to dozens of people", "up to dozens of people", 24, None, "person", "about"),
    ("several dozen people", "several dozen people", 36, None, "person", "about"),
    ("a few hundred people", "a few hundred people", 300, None, "person", "about"),
    ("a couple of missiles", "a couple of missiles", 2, 2, "missile", "about"),
    ("a pair of missiles", "a pair of missiles", 2, 2, "missile", "exactly"),
    ("a single missile", "a single missile", 1, 1, "missile", "exactly"),
    ("nearly half the homes", "nearly half", 50, 50, "percent", "about"),
    ("more than a third of voters", "more than a third", 33.33, None, "percent", "at_least"),
    ("a quarter of a million people", "a quarter of a million people", 250_000, 250_000,
     "person", "exactly"),
    ("two and a half million people", "two and a half million people", 2.5e6, 2.5e6,
     "person", "exactly"),
    ("1½ hours", "1½ hours", 1.5, 1.5, "hour", "exactly"),
    ("two or three missiles", "two or three missiles", 2, 3, "missile", "about"),
    ("two to three missiles", "two to three missiles", 2, 3, "missile", "about"),
    ("one-in-five", "one-in-five", 20, 20, "percent", "exactly"),
    ("three out of four houses", "three out of four", 75, 75, "percent", "exactly"),
    ("one in every five adults", "one in every five", 20, 20, "percent", "exactly"),
    ("two out of every five days", "two out of every five", 40, 40, "percent", "exactly"),
    ("10–15 drones", "10–15 drones", 10, 15, "drone", "about"),
    ("between $10m and $15m", "between $10m and $15m", 1e7, 1.5e7, "USD", "about"),
    ("put the toll at 14", "14", 14, 14, None, "exactly"),
    ("just over 100 people", "just over 100 people", 100, None, "person", "at_least"),
    ("in excess of 40 people", "in excess of 40 people", 40, None, "person", "at_least"),
    ("20 people or more", "20 people or more", 20, None, "person", "at_least"),
    ("20 people at most", "20 people at most", None, 20, "person", "at_most"),
    ("perhaps 20 people", "perhaps 20 people", 20, 20, "person", "about"),
    ("a 300-strong crowd", "300-strong", 300, 300, "person", "exactly"),
    ("there were no casualties", "no casualties", 0, 0, "casualty", "exactly"),
    ("Nobody was hurt", "Nobody", 0, 0, "person", "exactly"),
]  # fmt: skip

NO_FIGURES = [
    "It opened in 2019.",
    "They met on July 27 and 3 August.",
    "It left at 9.52am, at 18:05 and at 4 p.m.",
    "A 54-year-old man spoke.",
    "Ana Reyes, 58, spoke.",
    "No one came; one of them left; one wonders.",
    "They won 2-1.",
    "They beat the visitors 9–4 in Orlo.",
    "There were no further casualties and no reports of deaths.",
    "A single question remained, a single one.",
    "Nobody came, and half was lost.",
    "The 2024 elections were free.",
    "See Resolution 1718, Ward 6, paragraph 7.2 and Covid-19.",
    "It flew on 2023-09-13.",
    "The garden of the Four Seasons was shut.",
    "The 3rd and the 21st came.",
]


@pytest.mark.parametrize(
    ("text", "words", "minimum", "maximum", "unit", "qualifier"),
    FIGURES,
    ids=[case[0] for case in FIGURES],
)
def test_a_figure(
    text: str,
    words: str,
    minimum: float | None,
    maximum: float | None,
    unit: str | None,
    qualifier: str,
) -> None:
    (found,) = find_quantities(text)
    assert found.span.of(text) == words
    assert (found.minimum, found.maximum) == (minimum, maximum)
    assert (found.unit, found.qualifier) == (unit, qualifier)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert find_quantities(text) == []


def test_a_part_and_its_whole_are_two_figures_of_one_unit() -> None:
    text = "Twenty-two of the 180 passengers were injured."
    found = find_quantities(text)
    assert [(q.minimum, q.unit) for q in found] == [(22, "passenger"), (180, "passenger")]


def test_a_change_is_no_range() -> None:
    found = find_quantities("Cases rose from 611 to 1,842 cases.")
    assert [q.maximum for q in found] == [611, 1842]


@pytest.mark.parametrize(
    ("plural", "one"),
    [("missiles", "missile"), ("bodies", "body"), ("women", "woman"), ("houses", "house"),
     ("losses", "loss"), ("buses", "bus"), ("troops", "troop")],
)  # fmt: skip
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "1-",
        "two ",
        "a hundred and ",
        "$",
        "5 of the ",
        "half the ",
        "a couple of ",
        "no casualties ",
        "one or ",
        "toll at ",
    ],
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    assert len(find_quantities(unit * 20_000)) <= 20_000


WORDS = st.sampled_from(
    "two twenty five hundred thousand million and a half dozen of the at least more than up to "
    "no casualties nobody was several single pair or perhaps quarter "
    "between 10 - 1,000 15 % $ € 2m percent people missiles km twice third in 2019 one . ,".split()
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


@given(TEXTS)
def test_any_text_gives_ordered_spans_and_bounds(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for quantity in found:
        assert quantity.minimum is not None or quantity.maximum is not None
        if quantity.minimum is not None and quantity.maximum is not None:
            assert quantity.minimum <= quantity.maximum


@given(st.integers(1, 999_999))
def test_separators_do_not_change_a_figure(number: int) -> None:
    plain = find_quantities(f"at least {number} people")
    grouped = find_quantities(f"at least {number:,} people")
    assert [q.minimum for q in plain] == [q.minimum for q in grouped] == [number]
