"""Whom "who" means, where a description stands between it and the name."""

import pytest

from tracker.extract import extract
from tracker.model import Article, Statement
from tracker.resolve import resolve

TOLD = "“It is late,” said Ada Lind. “It is cold,” said Carl Vane.\n\n"


def by_who(text: str) -> Statement:
    """Return the statement whose source is "who"."""
    article = Article(TOLD + text)
    found = resolve(article, extract(article)).statements
    return next(s for s in found if s.source and s.source.of(article.text) == "who")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The dog belongs to Ada Lind, a clerk at the Brask Institute, who fears it is ill.",
            "Ada Lind",
            id="a body in the description",
        ),
        pytest.param(
            "The dog belongs to Ada Lind, the former clerk, who fears it is ill.",
            "Ada Lind",
            id="a description",
        ),
        pytest.param(
            "The dog belongs to Ada Lind, 41, from Brask, who fears it is ill.",
            "Ada Lind",
            id="an age and a town",
        ),
        pytest.param(
            "Ada Lind met a clerk at the Brask Institute, who fears it is ill.",
            None,
            id="somebody unnamed",
        ),
        pytest.param(
            "Ada Lind left, and a man from Brask, who fears the dog is ill, stayed.",
            None,
            id="a man in between",
        ),
    ],
)
def test_who_behind_a_description(text: str, speaker: str | None) -> None:
    assert by_who(text).speaker == speaker


def test_one_told_of_in_passing_is_not_whom_the_next_he_means() -> None:
    article = Article(
        "Piet Moor said the dam was safe. Asked whether Carl Vane, the former mayor of Brask, "
        "who has called the dam a ruin, was right, Moor sighed. “It will hold,” he said."
    )
    found = resolve(article, extract(article)).statements
    assert found[-1].speaker in ("Piet Moor", None)
