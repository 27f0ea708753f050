"""A quotation behind how somebody is: "The mayor is furious: “…”"."""

import pytest

from tracker.model import Article
from tracker.pipeline import Reader

QUOTED = "“They knew and they did nothing.”"


def source(before: str) -> str | None:
    """Return the printed source of the quotation behind the words and a colon."""
    text = f"{before}: {QUOTED}"
    (found,) = [one for one in Reader().read(Article(text=text)).statements if one.text(text)]
    assert found.text(text) == QUOTED
    return found.source.of(text) if found.source else None


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Halina Drozd is furious", "Halina Drozd"),
        ("Halina Drozd, 52, is blunt", "Halina Drozd"),
        ("Halina Drozd, head of the water board, is furious", "Halina Drozd"),
        ("Halina Drozd, who runs the water board, was relieved", "Halina Drozd"),
        ("Halina Drozd is in no doubt", "Halina Drozd"),
        (
            "The head of the water board, Halina Drozd, is furious",
            "The head of the water board, Halina Drozd",
        ),
        ("Opposition leader Halina Drozd is scathing", "Opposition leader Halina Drozd"),
        ("Halina Drozd of the water board is furious", "Halina Drozd of the water board"),
        ("The mayor of Brask is furious", "The mayor of Brask"),
        ("Residents are furious", "Residents"),
    ],
)
def test_whoever_is_named_is_quoted(before: str, who: str) -> None:
    assert source(before) == who


@pytest.mark.parametrize(
    "before",
    [
        "The mayor (who was late) said",
        "The mayor who was late said",
        "The mayor, who was late, said",
        "Mayor Halina Drozd (who was late) said",
        "Halina Drozd (who was late) said",
    ],
)
def test_a_cue_before_the_colon_is_the_only_one(before: str) -> None:
    text = f"{before}: {QUOTED}"
    found = Reader().read(Article(text=text)).statements
    assert [one.cue.of(text) for one in found if one.cue] == ["said"]


@pytest.mark.parametrize(
    "before",
    [
        "The message is clear",
        "The sign on the door is clear",
        "The report by the director is clear",
        "The mayor’s office is furious",
        "Halina Drozd’s reply is simple",
        "Halina Drozd is the author of a slogan",
        "Halina Drozd is known for one line",
        "Halina Drozd was shown one line",
        "Halina Drozd was reading the sign",
        "For Halina Drozd, head of the water board, it is simple",
    ],
)
def test_nobody_is_guessed(before: str) -> None:
    assert source(before) is None
