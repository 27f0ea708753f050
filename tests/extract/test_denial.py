"""A denial is no assertion: the cue decides which it is."""

import pytest

from tracker.extract import extract
from tracker.model import Article


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The minister denied that she had threatened the union.", True),
        ("Ada Lind has denied that the bridge was unsafe.", True),
        ("Ada Lind said that the bridge was unsafe.", False),
    ],
    ids=["denied", "has denied", "said"],
)
def test_denials_are_marked(text: str, denied: bool) -> None:
    outermost = [s for s in extract(Article(text=text)) if s.parent is None]
    assert [s.denied for s in outermost] == [denied]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ada Lind denied this, saying that the bridge was safe.", [True, False]),
        ("Ada Lind denied, after the report, that the bridge was unsafe.", [True]),
    ],
    ids=["what is said beside a denial", "what is denied behind an aside"],
)
def test_what_is_said_beside_a_denial_is_asserted(text: str, denied: list[bool]) -> None:
    assert [s.denied for s in extract(Article(text=text))] == denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ada Lind dismissed the union's figures as “a bedtime story”.", False),
        ("Ada Lind rejected the offer as “an insult to every nurse”.", False),
        ("Ada Lind dismissed reports that he had worked as “a spy”.", True),
        ("Ada Lind rejected claims that the bridge was unsafe.", True),
    ],
    ids=["a name for it", "another name", "as inside the claim", "claims"],
)
def test_what_is_called_something_is_said_of_it(text: str, denied: bool) -> None:
    assert {s.denied for s in extract(Article(text=text))} == {denied}
