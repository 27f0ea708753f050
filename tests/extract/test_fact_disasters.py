"""The ways in which news tells a disaster, and what only sounds like one."""

import pytest

from tests.extract.reported import PUBLISHED, event_of, figures
from tracker.extract.facts import add_facts
from tracker.model import Article

TOLD = [
    ("A dam gave way on Monday, killing at least 12 people", ("dead", 12)),
    ("The dam burst, leaving 12 people dead and 30 missing", ("dead", 12)),
    ("The river burst its banks, leaving nine people missing", ("missing", 9)),
    ("The roof of a market hall caved in, killing six people", ("dead", 6)),
    ("A hillside gave way above Orlo, leaving 14 people dead", ("dead", 14)),
    ("A bus plunged into a ravine near Orlo, killing 12 people", ("dead", 12)),
    ("A building came down in Orlo, killing 12 people", ("dead", 12)),
    ("A helicopter went down near Orlo, killing four people", ("dead", 4)),
    ("A crane toppled in Orlo, killing two workers", ("dead", 2)),
    ("The bus caught fire, leaving 40 people injured", ("injured", 40)),
    ("A mine shaft flooded on Monday, trapping 40 miners", ("trapped", 40)),
    ("A warehouse burned down in Orlo, killing three people", ("dead", 3)),
    ("A bridge collapsed in Orlo, injuring 14 people", ("injured", 14)),
    ("Two tornadoes hit Orlo, killing three people", ("dead", 3)),
    ("A rockfall killed two climbers", ("dead", 2)),
]

NOT_TOLD = [
    "The dam gave way to a garden",
    "The wall came down in 1989",
    "The plane went down the runway with 12 people on board",
    "The school gave way on the pay demand",
    "The firm burst onto the market",
    "The house caught fire with buyers",
    "The union came down hard on him, leaving 12 clerks in tears",
    "The dam was given a new wall",
]


@pytest.mark.parametrize(("content", "toll"), TOLD, ids=[case[0] for case in TOLD])
def test_a_disaster_is_told_with_its_toll(content: str, toll: tuple[str, int]) -> None:
    event = event_of(content)
    assert event is not None
    assert event.type == "disaster"
    assert toll in [(kind, least) for kind, least, _, _ in figures(event)]


@pytest.mark.parametrize("content", NOT_TOLD)
def test_no_disaster(content: str) -> None:
    assert event_of(content) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "A dam gave way on Monday, killing at least 12 people.",
        "The bus caught fire on Monday, leaving 40 people injured.",
    ],
)
def test_an_article_asserts_it(sentence: str) -> None:
    (fact,) = add_facts(Article(sentence, published=PUBLISHED), [])
    assert fact.text(sentence) == sentence.rstrip(".")
    assert fact.event is not None
    assert fact.event.type == "disaster"
