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
