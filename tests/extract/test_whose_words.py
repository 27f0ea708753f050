"""Words go to who said them, by rules and the shipped model together, or to nobody."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Read with rules and the shipped model, as users do."""
    opened = open_model(data_folder("model"))
    return Reader(model=opened.reader, model_name=opened.name)


def said(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    """Return the statements as (words, speaker)."""
    return [(one.text(text), one.speaker) for one in reader.read(Article(text=text)).statements]


SECOND_SPEAKERS = [
    "and her deputy, Boris Nem, added",
    "and Boris Nem, her deputy, said",
    "and her deputy, Boris Nem, agreed",
    "and her deputy Boris Nem replied",
    "but the council’s secretary, Boris Nem, countered",
    "while her deputy, Boris Nem, warned",
]


@pytest.mark.parametrize("second", SECOND_SPEAKERS)
@pytest.mark.parametrize(
    "first",
    [
        "“Never,” Mayor Ada Lind said, ",
        "“Never,” said Mayor Ada Lind, ",
        "“Never,” Mayor Ada Lind told the council on Monday, ",
    ],
)
def test_second_speaker_behind_a_quotation(reader: Reader, first: str, second: str) -> None:
    expected = [("“Never,”", "Ada Lind"), ("“We would know.”", "Boris Nem")]
    assert said(reader, f"{first}{second}: “We would know.”") == expected


@pytest.mark.parametrize("second", SECOND_SPEAKERS)
def test_second_speaker_behind_a_clause(reader: Reader, second: str) -> None:
    found = said(reader, f"Mayor Ada Lind said the bridge was safe, {second}: “We would know.”")
    assert found == [("the bridge was safe", "Ada Lind"), ("“We would know.”", "Boris Nem")]


def test_short_names_of_two_speakers(reader: Reader) -> None:
    found = said(reader, "“Never,” Mayor Ada Lind said and Nem, her deputy, added: “We knew.”")
    assert found == [("“Never,”", "Ada Lind"), ("“We knew.”", "Nem")]


@pytest.mark.parametrize(
    ("relative", "second"),
    [
        ("who called the report “a joke”", "the report “a joke”"),
        ("who has called the report “a joke”", "the report “a joke”"),
        ("who on Sunday said: “We knew.”", "“We knew.”"),
    ],
)
def test_speaker_behind_the_cue_with_a_relative(reader: Reader, relative: str, second: str) -> None:
    found = said(reader, f"The bridge is safe, said Mayor Ada Lind, {relative}.")
    assert found == [("The bridge is safe", "Ada Lind"), (second, "Ada Lind")]


def test_what_was_demanded_stays_within_who_told_of_it(reader: Reader) -> None:
    found = said(
        reader,
        "The caller demanded 5 million euros, said police chief Anton Reyle, who described the "
        "man as “calm, almost polite”.",
    )
    assert found == [
        ("The caller demanded 5 million euros", "Anton Reyle"),
        ("5 million euros", None),
        ("the man as “calm, almost polite”", "Anton Reyle"),
    ]


def test_subject_before_the_verb_keeps_its_clause(reader: Reader) -> None:
    text = "Ada Lind, the mayor, said Boris Nem, who called the report “a joke”, had left."
    assert said(reader, text)[0] == (
        "Boris Nem, who called the report “a joke”, had left",
        "Ada Lind",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The sirens were silent, said Ada Lind, who said on Tuesday they sounded at 4:10.",
            [("The sirens were silent", "Ada Lind"), ("they sounded at 4:10", "Ada Lind")],
            id="in a relative",
        ),
        pytest.param(
            "Ada Lind said at 4:10 the sirens had sounded.",
            [("the sirens had sounded", "Ada Lind")],
            id="before the clause",
        ),
        pytest.param(
            "Ada Lind said the sirens had sounded at 16:10 and stopped by 17:30.",
            [("the sirens had sounded at 16:10 and stopped by 17:30", "Ada Lind")],
            id="twice",
        ),
        pytest.param(
            "Ada Lind said in a message at 4:10: “The sirens are sounding.”",
            [("“The sirens are sounding.”", "Ada Lind")],
            id="and a colon behind it",
        ),
    ],
)
def test_colon_of_a_time_introduces_nothing(
    reader: Reader, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert said(reader, text) == expected


@pytest.mark.parametrize(
    "day", ["March 13 – ", "13 March — ", "(March 13) ", "Monday, 13 March - "]
)
def test_day_alone_is_a_dateline(reader: Reader, day: str) -> None:
    text = f"{day}“We will not give in,” Mayor Ada Lind said, adding that the bridge was shut."
    expected = [("“We will not give in,”", "Ada Lind"), ("the bridge was shut", "Ada Lind")]
    assert said(reader, text) == expected
