"""Which papers somebody is said to have told something."""

import pytest

from tracker.model import Article, HopRole
from tracker.pipeline import Reader


def through(text: str) -> dict[str, list[str]]:
    """Return the relays of each content, in order."""
    return {
        s.text(text): [hop.agent for hop in s.chain if hop.role is HopRole.RELAY]
        for s in Reader().read(Article(text=text)).statements
    }


@pytest.mark.parametrize("name", ["Le Matin", "El Diario", "Der Bote"])
def test_a_paper_named_with_its_article_was_told(name: str) -> None:
    text = f"Rain fell. Ada Lind told {name} that she was glad."
    assert through(text)["she was glad"] == [name]


def test_a_family_with_an_article_is_no_paper() -> None:
    text = "Marie Le Matin came. Ada Lind told Le Matin that she was glad."
    assert through(text)["she was glad"] == []


def test_a_papers_nationality_is_not_its_name() -> None:
    text = (
        "Rain fell. Ada Lind told the French daily that she was glad.\n\n"
        "Karl Vane told Radio Marlow that it was late. He told the Dutch broadcaster it was cold."
    )
    said = through(text)
    assert said["she was glad"] == ["French daily"]
    assert said["it was cold"] == ["Radio Marlow"]


NAMELESS = {
    "the source": ("“It is late,” the source said.", ["Sevinform"]),
    "another source": ("“It is late,” another source said.", []),
    "another noun": ("“It is late,” the official said.", []),
    "somebody named": ("It is over, Ada Lind said. “It is late,” the source said.", []),
}


@pytest.mark.parametrize(("sentence", "relays"), NAMELESS.values(), ids=NAMELESS)
def test_an_interview_without_a_name_goes_on(sentence: str, relays: list[str]) -> None:
    text = (
        "Rain fell.\n\nA source in the delegation told Sevinform that the talks were dead. "
        + sentence
        + " “Nobody is in a hurry.”"
    )
    said = through(text)
    assert said["the talks were dead"] == ["Sevinform"]
    assert said["“It is late,”"] == relays
    assert said["“Nobody is in a hurry.”"] == relays
