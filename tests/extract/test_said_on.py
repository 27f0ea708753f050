"""The day a statement was made, from the clause that attributes it."""

import pytest

from tracker.extract import extract
from tracker.extract.said_on import add_dates
from tracker.model import Act, Article, Kind, Published, Span, Statement, StatementType

PUBLISHED = Published.parse("2023-09-13")


def statement(text: str, source: str | None, cue: str, *contents: str) -> Statement:
    """Return a statement of `text` from its words, each of which stands there once."""

    def at(words: str) -> Span:
        assert text.count(words) == 1, words
        return Span(text.index(words), text.index(words) + len(words))

    return Statement(
        kind=Kind.CLAIM,
        type=StatementType.INDIRECT,
        act=Act.SPEECH,
        content=tuple(at(words) for words in contents),
        source=at(source) if source else None,
        cue=at(cue),
    )


DATED = [
    pytest.param(
        "The White Palace warned last week that Novaria would pay a price.",
        "The White Palace", "warned", "Novaria would pay a price",
        "2023-09-04", id="between cue and content",
    ),
    pytest.param(
        "The bridge is safe, Ruiz said on Tuesday.",
        "Ruiz", "said", "The bridge is safe",
        "2023-09-12", id="after the cue",
    ),
    pytest.param(
        "The bridge is safe, Ruiz said in a statement on Monday.",
        "Ruiz", "said", "The bridge is safe",
        "2023-09-11", id="in a statement",
    ),
    pytest.param(
        "On Monday, Ruiz told reporters in Orlo that the bridge was safe.",
        "Ruiz", "told", "the bridge was safe",
        "2023-09-11", id="before the source",
    ),
    pytest.param(
        "Chief Minister Ana Ruiz on Wednesday announced that the bridge was safe.",
        "Chief Minister Ana Ruiz", "announced", "the bridge was safe",
        "2023-09-13", id="between source and cue",
    ),
    pytest.param(
        "The auditor’s report, published on Monday, found that reserves had fallen.",
        "The auditor’s report", "found", "reserves had fallen",
        "2023-09-11", id="a document is dated",
    ),
    pytest.param(
        "“It is safe,” Ruiz said on Friday. “Use it.”",
        "Ruiz", "said", "“It is safe,”",
        "2023-09-08", id="amid a quotation",
    ),
    pytest.param(
        "“It is safe,” Ruiz wrote on X at 10 pm on Monday.",
        "Ruiz", "wrote", "“It is safe,”",
        "2023-09-11", id="behind an hour",
    ),
    pytest.param(
        "It was safe, Ruiz said in a 2016 interview.",
        "Ruiz", "said", "It was safe",
        "2016-01-01", id="the year of an interview",
    ),
    pytest.param(
        "Li was late; on Friday she told the KNA agency that it rained.",
        "she", "told", "it rained",
        "2023-09-08", id="in its own half of a sentence",
    ),
    pytest.param(
        "Ruiz told a writer from the weekly Strata in 1999 that it rained.",
        "Ruiz", "told", "it rained",
        "1999-01-01", id="behind where somebody is from",
    ),
    pytest.param(
        "Ruiz, asked on Tuesday by reporters, said it rained.",
        "Ruiz", "said", "it rained",
        "2023-09-12", id="asked that day",
    ),
]  # fmt: skip

UNDATED = [
    pytest.param(
        "Ruiz said that the bridge was shut on Monday.",
        "Ruiz", "said", "the bridge was shut on Monday",
        id="inside the content",
    ),
    pytest.param(
        "Ruiz, who took office in May, said that the bridge was safe.",
        "Ruiz", "said", "the bridge was safe",
        id="in a relative clause",
    ),
    pytest.param(
        "After the crash on Monday, Ruiz said that the bridge was safe.",
        "Ruiz", "said", "the bridge was safe",
        id="of another event",
    ),
    pytest.param(
        "The bridge fell on Monday. Ruiz said that it was old.",
        "Ruiz", "said", "it was old",
        id="in another sentence",
    ),
    pytest.param(
        "The bridge was shut in April by Ruiz, who said that it was old.",
        "who", "said", "it was old",
        id="before a relative pronoun",
    ),
    pytest.param(
        "The bridge will reopen on Friday, and Ruiz said that it was safe.",
        "Ruiz", "said", "it was safe",
        id="still to come",
    ),
    pytest.param(
        "Sales fell to 300 in July, and Ruiz said that it was cold.",
        "Ruiz", "said", "it was cold",
        id="in a clause of its own",
    ),
    pytest.param(
        "“It was mine,” Ruiz wrote of the 2010 gift.",
        "Ruiz", "wrote", "“It was mine,”",
        id="the year of what it tells of",
    ),
    pytest.param(
        "Ruiz, envoy to Orlo from 2007 to 2013, said that it rained.",
        "Ruiz", "said", "it rained",
        id="a term of office",
    ),
    pytest.param(
        "The file, opened in 1994, said that it rained.",
        "The file", "said", "it rained",
        id="what was done to it",
    ),
    pytest.param(
        "Only one of the delegates elected Sunday said that it rained.",
        "Only one of the delegates", "said", "it rained",
        id="what was done to them",
    ),
    pytest.param(
        "“It was long,” Ruiz said, referring to the debate on Sunday.",
        "Ruiz", "said", "“It was long,”",
        id="what it refers to",
    ),
    pytest.param(
        "“It was long,” Ruiz said, just prior to the vote on Sunday.",
        "Ruiz", "said", "“It was long,”",
        id="before another event",
    ),
    pytest.param(
        "In the past five years, Ruiz said, it rained.",
        "Ruiz", "said", "it rained",
        id="longer than anyone speaks",
    ),
    pytest.param(
        "The office, which published the file on Monday, said that it rained.",
        "The office", "said", "it rained",
        id="published by it, not said",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "day"), DATED)
def test_the_cue_is_dated(text: str, source: str, cue: str, content: str, day: str) -> None:
    article = Article(text, published=PUBLISHED)
    (found,) = add_dates(article, [statement(text, source, cue, content)])
    assert found.said_on is not None
    assert found.said_on.start.isoformat() == day


@pytest.mark.parametrize(("text", "source", "cue", "content"), UNDATED)
def test_a_date_that_is_not_the_cue_s(text: str, source: str, cue: str, content: str) -> None:
    article = Article(text, published=PUBLISHED)
    given = statement(text, source, cue, content)
    assert add_dates(article, [given]) == [given]


def said_on(text: str) -> list[str | None]:
    """Return what `extract` reads as the date of each statement, as printed."""
    found = extract(Article(text, published=PUBLISHED))
    return [s.said_on.as_printed if s.said_on else None for s in found]


def test_a_quotation_that_goes_on_was_said_with_the_one_before() -> None:
    text = "“The bridge is safe,” Ruiz said on Friday. “You can all use it again.”"
    assert said_on(text) == ["Friday", "Friday"]


def test_it_goes_on_from_paragraph_to_paragraph() -> None:
    text = (
        "“The bridge is safe,” Ruiz said on Friday.\n\n“You can all use it again.”\n\n"
        "“We have tested every part of it.”"
    )
    assert said_on(text) == ["Friday", "Friday", "Friday"]


def test_it_does_not_go_on_behind_other_words() -> None:
    text = (
        "“The bridge is safe,” Ruiz said on Friday. The bridge is green and old. "
        "“You can all use it again.”"
    )
    assert said_on(text) == ["Friday", None]


def test_a_new_cue_without_a_date_has_none() -> None:
    text = "“The bridge is safe,” Ruiz said on Friday. “You can all use it again,” he added."
    assert said_on(text) == ["Friday", None]


def test_the_date_of_the_saying_is_not_that_of_the_event() -> None:
    text = "Novaria fired two missiles on Monday, the Orlo military said on Tuesday."
    (found,) = extract(Article(text, published=PUBLISHED))
    assert found.said_on
    assert found.said_on.as_printed == "Tuesday"
    assert found.event
    assert found.event.when
    assert found.event.when.as_printed == "Monday"


def test_each_cue_has_its_own_date() -> None:
    text = "Ruiz said on Monday that it rained, while Li said on Tuesday that it snowed."
    first = statement(text, "Ruiz", "said on Monday", "it rained")
    second = statement(text, "Li", "said on Tuesday", "it snowed")
    cues = [
        Statement(
            kind=s.kind, type=s.type, act=s.act, content=s.content, source=s.source,
            cue=Span(s.cue.start, s.cue.start + 4) if s.cue else None,
        )
        for s in (first, second)
    ]  # fmt: skip
    found = add_dates(Article(text, published=PUBLISHED), cues)
    assert [s.said_on.as_printed for s in found if s.said_on] == ["Monday", "Tuesday"]


def test_without_a_date_of_publication_a_weekday_means_nothing() -> None:
    text = "Ruiz said on Monday that it rained."
    given = statement(text, "Ruiz", "said", "it rained")
    assert add_dates(Article(text), [given]) == [given]


def test_time_is_linear_in_the_text() -> None:
    line = "Ruiz said on Monday that it rained. "
    text = line * 5_000
    statements = [
        Statement(
            kind=Kind.CLAIM,
            type=StatementType.INDIRECT,
            act=Act.SPEECH,
            content=(Span(at + 25, at + 34),),
            source=Span(at, at + 4),
            cue=Span(at + 5, at + 9),
        )
        for at in range(0, len(text), len(line))
    ]
    found = add_dates(Article(text, published=PUBLISHED), statements)
    assert all(s.said_on is not None for s in found)
