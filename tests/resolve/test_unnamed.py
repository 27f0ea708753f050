"""What unnamed sources are, and why they are not named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.helpers import say
from tracker.model import SourceType
from tracker.resolve.unnamed import Grounds, source_type

OFFICIAL, EXPERT, WITNESS, DOCUMENT, COLLECTIVE = (
    SourceType.OFFICIAL,
    SourceType.EXPERT,
    SourceType.WITNESS,
    SourceType.DOCUMENT,
    SourceType.COLLECTIVE,
)

TYPES = [
    ("a senior government official", OFFICIAL),
    ("two unnamed officials at the port", OFFICIAL),
    ("a diplomatic source", OFFICIAL),
    ("a source at the ministry", OFFICIAL),
    ("a spokesman for the company", OFFICIAL),
    ("a retired general", OFFICIAL),
    ("experts", EXPERT),
    ("a team of scientists", EXPERT),
    ("three military analysts", EXPERT),
    ("eight witnesses", WITNESS),
    ("a resident who saw the crash", WITNESS),
    ("six people who attended", WITNESS),
    ("a report by the ministry", DOCUMENT),
    ("a leaked letter", DOCUMENT),
    ("images released by the palace", DOCUMENT),
    ("a police report", DOCUMENT),
    ("critics", COLLECTIVE),
    ("the opposition", COLLECTIVE),
    ("some residents", COLLECTIVE),
    ("58 percent of voters", COLLECTIVE),
    ("some", COLLECTIVE),
    ("two residents", None),
    ("a resident", None),
    ("a source", None),
    ("a person briefed on the matter", None),
    ("two people familiar with the talks", None),
    ("people briefed on the talks", None),
    ("one of them", None),
    ("the minister’s driver", None),
    ("the general public", COLLECTIVE),
    ("the company", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "kind"), TYPES, ids=[words for words, _ in TYPES])
def test_types(words: str, kind: SourceType | None) -> None:
    assert source_type(words) is kind


@given(st.text(max_size=60))
def test_any_words_have_a_type_or_none(words: str) -> None:
    assert source_type(words) in (None, *SourceType)


SECRET = "because the plan is secret"
GROUNDS = [
    (
        f"It is late, said an official, who asked not to be named {SECRET}.",
        "an official",
        f"who asked not to be named {SECRET}",
    ),
    (
        "An official, speaking on condition of anonymity, said it was late.",
        "An official",
        "speaking on condition of anonymity",
    ),
    (
        "Speaking on condition of anonymity, an official said it was late.",
        "an official",
        "Speaking on condition of anonymity",
    ),
    (
        "An official who declined to be identified said it was late.",
        "An official who declined to be identified",
        "who declined to be identified",
    ),
    (
        "An official who was not authorised to speak publicly said it was late.",
        "An official who was not authorised to speak publicly",
        "who was not authorised to speak publicly",
    ),
    (
        "It was late, an official said, declining to be named, citing security rules.",
        "an official",
        "declining to be named, citing security rules",
    ),
    (
        f"It was late, an official said. He asked not to be named {SECRET}.",
        "an official",
        f"He asked not to be named {SECRET}",
    ),
    ("It was late, an official said. A bystander asked not to be named.", "an official", None),
    ("An official said the plan was named after a mayor.", "An official", None),
]


@pytest.mark.parametrize(("text", "source", "ground"), GROUNDS, ids=[g[0] for g in GROUNDS])
def test_grounds(text: str, source: str, ground: str | None) -> None:
    content = "late" if "late" in text else "mayor"
    statement = say(text, content, source, near=0)
    assert Grounds(text, [statement]).of(statement.source) == ground


def test_a_ground_within_what_is_said_is_anothers() -> None:
    text = "Ministers said a clerk who asked not to be named had left."
    content = "a clerk who asked not to be named had left"
    statement = say(text, content, "Ministers", near=0)
    assert Grounds(text, [statement]).of(statement.source) is None
