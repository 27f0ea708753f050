"""A quotation whose cue no rule can read is kept, with nobody named for it."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader


@pytest.mark.parametrize(
    "text",
    [
        "“The dam was never inspected after the flood,” begins a letter that was found.",
        "“Has anybody inspected the dam at all?” a clerk can be heard asking the two guards.",
    ],
    ids=["a letter", "overheard"],
)
def test_an_opening_quotation_is_never_lost(text: str) -> None:
    (statement, *_) = Reader().read(Article(text=text)).statements
    assert statement.text(text) == text[: text.index("”") + 1]
    assert statement.rule == "cue not read"
    assert statement.speaker is None
    assert statement.speaker_reason.startswith("unsure")


def test_a_short_quotation_that_a_verb_leads_up_to_is_not_lost() -> None:
    text = "The clerk, by then, it may be, too tired, somehow, said to nobody, “We failed.”"
    assert "“We failed.”" in [s.text(text) for s in Reader().read(Article(text=text)).statements]


@pytest.mark.parametrize(
    "text",
    [
        "To her, the plan remains “a gift to people who never needed one”, and no more.",
        "Its leaflet hits the mayor for taking “four times more money from the mill than from us”.",
        "She saw Vane leave, and that made him “by any measure a man who had given up”.",
    ],
    ids=["a phrase", "an object", "a judgement"],
)
def test_a_long_quotation_within_a_sentence_is_not_lost(text: str) -> None:
    quoted = text[text.index("“") : text.index("”") + 1]
    found = Reader().read(Article(text=text)).statements
    (statement,) = [s for s in found if quoted in s.text(text)]
    assert statement.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "The “gift to people” was never sent.",
        "“A Long Day at the Mill House” is a history of the town.",
        "They read from “the Long Day at the Mill House” to the end.",
    ],
    ids=["a scare quote", "a title", "a title within"],
)
def test_short_phrases_and_titles_within_a_sentence_are_none(text: str) -> None:
    assert list(Reader().read(Article(text=text)).statements) == []


@pytest.mark.parametrize(
    "text",
    ["“Borrowed Orbits” is a history of the space programme.", "“Modernisation” cost 40 jobs."],
    ids=["a title", "a scare quote"],
)
def test_titles_and_scare_quotes_are_no_statements(text: str) -> None:
    assert [
        s for s in Reader().read(Article(text=text)).statements if s.rule == "cue not read"
    ] == []


def test_what_follows_it_is_not_given_to_an_earlier_speaker() -> None:
    text = (
        "Ada Lind said the bridge was shut.\n\n“The dam was never inspected after the flood,” "
        "begins a letter that was found.\n\n“Nobody has seen the keys since then.”"
    )
    last = Reader().read(Article(text=text)).statements[-1]
    assert last.text(text) == "“Nobody has seen the keys since then.”"
    assert last.speaker is None
