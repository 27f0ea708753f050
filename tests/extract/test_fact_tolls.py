"""Tolls that stand alone, and the event of their article that they are of."""

import time

import pytest

from tests.extract.reported import PUBLISHED, event_of, figures
from tracker.extract import extract
from tracker.model import Article, Event

FLOOD = "A flood swept through the town of Orlava on Tuesday, the interior ministry said.\n\n"
PLACED = ("Orlava", "2023-09-12")


def toll_of(sentences: str, lead: str = FLOOD, title: str | None = None) -> Event | None:
    """Return the event of the last statement of an article that `lead` opens."""
    text = lead + sentences + "\n"
    found = extract(Article(text, title=title, published=PUBLISHED))[-1]
    assert found.content[0].start >= len(lead)
    return found.event


def where_and_when(event: Event | None) -> tuple[str | None, str | None]:
    assert event is not None
    return event.place, event.when.start.isoformat() if event.when else None


OF_THE_FLOOD = [
    ("Rescuers said 19 people had died.", [("dead", 19, 19, "person")]),
    ("19 people had died.", [("dead", 19, 19, "person")]),
    ("The coastguard put the toll at 18.", [("dead", 18, 18, "person")]),
    ("The death toll had risen to 17, with 22 missing, Deputy Mayor Ina Korvel said.",
     [("dead", 17, 17, "person"), ("missing", 22, 22, "person")]),
    ("Ina Korvel said the toll stood at 17 by Wednesday.", [("dead", 17, 17, "person")]),
    ("The number of dead had reached 21, Ina Korvel said.", [("dead", 21, 21, "person")]),
    ("“Two remain unaccounted for,” Ina Korvel said.", [("missing", 2, 2, "person")]),
    ("Ina Korvel said more than 12 people were injured.", [("injured", 12, None, "person")]),
    ("Nineteen people were killed in the flood, Ina Korvel said.", [("dead", 19, 19, "person")]),
    ("Three children were among the dead, Ina Korvel said.", [("dead", 3, 3, "child")]),
    ("Five people had died, according to Ina Korvel.", [("dead", 5, 5, "person")]),
    ("Orlava police said five people had died.", [("dead", 5, 5, "person")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), OF_THE_FLOOD, ids=[case[0] for case in OF_THE_FLOOD]
)
def test_a_toll_alone_is_of_the_event_told_before(
    sentence: str, expected: list[tuple[str, float | None, float | None, str | None]]
) -> None:
    event = toll_of(sentence)
    assert where_and_when(event) == PLACED
    assert figures(event) == expected


NOT_OF_IT = {
    "of another year": "In 1999, 400 people had died, Korvel said.",
    "of another year, told before": "The river last rose so high in 1999. 400 people had died.",
    "of the flood of another year": "The 1999 flood killed 400 people, Korvel said.",
    "since another year": "It was the worst flood since 1954. Five people had died, Korvel said.",
    "of long ago": "Decades ago the wall gave way. 400 people had died, Korvel said.",
    "each year": "Korvel said 40 people died here each year.",
    "possible": "Korvel said up to 60 people may have died.",
    "foretold": "Korvel said the toll would rise to 30.",
    "a condition": "Korvel said 300 people could die if the dam broke.",
    "what did not come": "Korvel said 300 people would have died without the wall.",
    "feared": "Korvel feared 19 people had died.",
    "asked": "Korvel asked whether 19 people had died.",
    "denied": "Korvel denied that 19 people had died.",
    "untrue": "Korvel said it was not true that 19 people had died.",
    "another place in its sentence": "Police in Torv said five people had died.",
    "another town's police": "Torv police said five people had died.",
    "another town's hospital": "The Torv hospital said 12 people were injured.",
    "another town's mayor": "The mayor of Torv, Bo Dill, said five people had died.",
    "another place before": "In neighbouring Torv, all roads are cut. Five people had died.",
    "spread to another place": "The water has spread to Torv. Five people had died.",
    "own circumstances": "Five people had died when a bus was swept away, Korvel said.",
    "a bus before": "A bus had left the mountain road. Five people had died, Korvel said.",
    "another flood": "A separate flood hit the valley. Five people had died, Korvel said.",
    "a crash": "A train crash shook the nation as well. Five people had died, Korvel said.",
    "an attack": "A gunman opened fire at the market. Five people had died, Korvel said.",
    "again": "The river rose again at dawn. Five people had died, Korvel said.",
    "the next day": "The wall broke the next day. Five people had died, Korvel said.",
    "the day before": "On Monday the wall broke. Five people had died, Korvel said.",
    "not put so": "Korvel said the coastguard had never put the toll at 18.",
    "an illness": "Korvel said nine people had died of cholera.",
    "more": "Korvel said five more people had died.",
    "another five": "Korvel said another five people had died.",
    "some of the dead": "Korvel said three were among the dead.",
    "some of the people": "Korvel said four soldiers had died.",
    "another cause": "Korvel said 19 people were killed in a mudslide.",
    "before the flood": "Three people had died by Monday, Korvel said.",
    "another day": "Korvel said five people had died on Sunday.",
}


@pytest.mark.parametrize("sentences", NOT_OF_IT.values(), ids=NOT_OF_IT)
def test_a_toll_that_may_be_of_something_else_stays_as_it_is(sentences: str) -> None:
    event = toll_of(sentences)
    assert event is None or event.place is None
    assert event is None or where_and_when(event)[1] != PLACED[1]


NO_TOLLS = [
    "40 people died here each year",
    "the river kills 40 people every year",
    "40 people are killed on average",
    "40 people a year drowned",
]


@pytest.mark.parametrize("content", NO_TOLLS)
def test_what_comes_every_year_is_no_toll(content: str) -> None:
    event = event_of(content, title="Flood in Orlava")
    assert event is None or figures(event) == []


AHEAD = [
    ("the toll would rise to 30", "possible"),
    ("the death toll could rise to as many as 30", "possible"),
    ("the toll will rise to 30", "possible"),
    ("30 people may have died", "possible"),
    ("the death toll in the May flood rose to 30", "happened"),
    ("the toll rose to 30", "happened"),
]


@pytest.mark.parametrize(("content", "modality"), AHEAD, ids=[case[0] for case in AHEAD])
def test_a_toll_that_is_foretold_has_not_been_counted(content: str, modality: str) -> None:
    event = event_of(content, title="Flood in Orlava")
    assert event is not None
    assert event.modality == modality


def test_a_flood_that_comes_every_year_has_a_toll() -> None:
    event = event_of("The flood killed 17 people in a valley that is soaked every year")
    assert figures(event_of("17 people died in a flood that comes every year")) == figures(event)
    assert figures(event) == [("dead", 17, 17, "person")]


def test_a_year_is_no_toll() -> None:
    event = event_of("A flood in 1999 killed 400 people")
    assert figures(event) == [("dead", 400, 400, "person")]
    assert figures(event_of("The flood left 1999 dead")) == [("dead", 1999, 1999, "person")]


def test_a_toll_of_another_place_keeps_it() -> None:
    assert where_and_when(toll_of("Korvel said five people had died in Torv.")) == ("Torv", None)


def test_a_flood_of_long_ago_behind_it_leaves_a_toll_its_event() -> None:
    text = FLOOD + "Korvel said 19 people had died.\n\nThe 1999 flood killed 400 people, she said."
    _, toll, old = extract(Article(text, published=PUBLISHED))
    assert where_and_when(toll.event) == PLACED
    assert where_and_when(old.event) == (None, "1999-01-01")


TWO = {
    "another place behind": "Korvel said 19 people had died.\n\nA flood hit Torv on Tuesday too.",
    "another day behind": "Korvel said 19 people had died.\n\nA flood hit Orlava on Sunday.",
}


@pytest.mark.parametrize("sentences", TWO.values(), ids=TWO)
def test_an_article_that_tells_of_two_leaves_a_toll_blank(sentences: str) -> None:
    text = FLOOD + sentences
    toll = next(s for s in extract(Article(text, published=PUBLISHED)) if "19" in s.text(text))
    assert where_and_when(toll.event) == (None, None)


LEADS = [
    ("Gunmen attacked the market in Orlava on Tuesday, police said.\n\n", None, PLACED),
    ("The town of Orlava was struck by a flood on Tuesday.\n\n", None, PLACED),
    ("It rained in the hills for days on end.\n\n", "Flood in Orlava kills many", ("Orlava", None)),
    ("Flood in Orlava kills many\n\nIt rained in the hills.\n\n", None, ("Orlava", None)),
    ("A flood swept the valley on Tuesday, the ministry said.\n\n", None, (None, "2023-09-12")),
    ("It rained in the hills for days on end.\n\n", "Flood fears grow", (None, None)),
]


@pytest.mark.parametrize(("lead", "title", "expected"), LEADS)
def test_what_an_article_tells_first(
    lead: str, title: str | None, expected: tuple[str | None, str | None]
) -> None:
    event = toll_of("Rescuers said 19 people had died.", lead, title)
    assert where_and_when(event) == expected


@pytest.mark.parametrize(("tolls", "between"), [(2_000, 0), (39, 100)])
def test_time_is_linear_in_the_text(tolls: int, between: int) -> None:
    text = FLOOD + (TOLL + "It rained in the hills of the north. " * between) * tolls
    started = time.process_time()
    assert len(extract(Article(text, published=PUBLISHED))) == tolls + 1
    assert time.process_time() - started < 20


TOLL = "19 people had died in the flood. "
