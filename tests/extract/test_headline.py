"""Words in quotation marks that open a headline are kept, whoever said them."""

import pytest

from tests.extract.readings import read
from tracker.extract import extract
from tracker.model import Article

BODY = "\n\nThe mill closed on Monday."

KEPT = [
    "'They knew': engineer says warnings were ignored",
    '"I would take it myself": Helvar boss defends delay in recall',
    "‘They knew about it’: engineer says warnings were ignored",
    "“A bad day for Marlow”: residents on the closure of the mill",
    "‘Nobody told us’: Families wait for news after dam collapse",
    "'Nobody told us' – families wait for news after dam collapse",
    "'We can't go on': nurses walk out",
    "“We Cannot Go On”: Nurses Walk Out",
]


@pytest.mark.parametrize("headline", KEPT)
def test_quoted_words_that_open_a_headline_are_kept(headline: str) -> None:
    text = headline + BODY
    first = extract(Article(text=text))[0]
    at = next(headline.index(mark) for mark in (":", " –") if mark in headline)
    assert (first.text(text), first.source, first.speaker) == (headline[:at], None, None)


def test_the_rest_of_the_headline_is_read_as_well() -> None:
    found = read("'They knew': engineer says warnings were ignored" + BODY)
    assert ("warnings were ignored", "engineer") in [(s.content, s.source) for s in found]


@pytest.mark.parametrize(
    "headline",
    ["‘The Long Road’: a new film about Marlow", "'Parasite': film wins again"],
)
def test_the_title_of_a_work_is_no_statement(headline: str) -> None:
    assert extract(Article(text=headline + BODY)) == []


def test_a_name_alone_behind_the_colon_said_it() -> None:
    (statement,) = read("“We won”: Ada Lind" + BODY)
    assert (statement.content, statement.source) == ("“We won”", "Ada Lind")


@pytest.mark.parametrize("noun", ["engineer", "former engineer"])
def test_a_bare_noun_closes_a_headline(noun: str) -> None:
    (statement,) = read(f"‘They knew’, says {noun}" + BODY)
    assert (statement.content, statement.source) == ("‘They knew’", noun)


@pytest.mark.parametrize(
    ("headline", "content", "source"),
    [
        ("Toll in Orlo fire rises to nine: police", "Toll in Orlo fire rises to nine", "police"),
        ("Ferry sank within minutes: officials", "Ferry sank within minutes", "officials"),
        ("Rebels to free 120 soldiers: sources", "Rebels to free 120 soldiers", "sources"),
        (
            "Tarva fires 2 missiles into the sea: S. Tarva military",
            "Tarva fires 2 missiles into the sea",
            "S. Tarva military",
        ),
        (
            "Council aide: Sarvan and Orlo to hold third round",
            "Sarvan and Orlo to hold third round",
            "Council aide",
        ),
    ],
    ids=["rises", "sank", "to free", "fires", "a role before, to hold"],
)
def test_a_headline_with_an_unnamed_source(headline: str, content: str, source: str) -> None:
    (statement,) = read(headline + BODY)
    assert (statement.content, statement.source) == (content, source)


@pytest.mark.parametrize(
    "headline",
    [
        "Shooting in Orlo: police",
        "How the fire spreads to Orlo: police",
        "Life after the flood: a teacher",
        "Fire in Orlo: police on the scene",
        "Flood in Orlo: all the news",
        "The road to Orlo: officials",
    ],
)
def test_a_headline_that_tells_nothing_is_nobodys(headline: str) -> None:
    assert read(headline + BODY) == []


@pytest.mark.parametrize("label", ["Exclusive", "Breaking", "UPDATE"])
def test_a_desks_label_is_not_what_was_said(label: str) -> None:
    (statement,) = read(f"{label}: Envoys weigh a swap of prisoners, sources say" + BODY)
    assert statement.content == "Envoys weigh a swap of prisoners"


def test_a_heading_in_marks_within_an_article_is_kept() -> None:
    text = "Rain fell.\n\n‘The water came up to the door’\n\nOur reporter is in Marlow."
    (statement,) = extract(Article(text=text))
    assert (statement.text(text), statement.source) == ("‘The water came up to the door’", None)
