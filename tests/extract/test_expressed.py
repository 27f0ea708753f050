"""What somebody expresses: the verb, its noun and their preposition are the cue."""

import pytest

from tests.extract.readings import Expected, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ada Lind expressed great satisfaction over the results of the test.",
            Expected("the results of the test", "Ada Lind", "expressed great satisfaction over"),
            id="with adjectives",
        ),
        pytest.param(
            "She also expressed confidence that the wall was sound.",
            Expected("the wall was sound", "She", "expressed confidence"),
            id="that",
        ),
        pytest.param(
            "Inspectors have repeatedly voiced doubts about the dam.",
            Expected("the dam", "Inspectors", "have repeatedly voiced doubts about"),
            id="voiced",
        ),
        pytest.param(
            "The firm expressed a willingness to sell its mill.",
            Expected("to sell its mill", "The firm", "expressed a willingness"),
            id="an infinitive",
        ),
    ],
)
def test_what_is_expressed(text: str, expected: Expected) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "Ada Lind said the firm was late and expressed regret over the delay.",
            [("the firm was late", "Ada Lind"), ("the delay", "Ada Lind")],
            id="behind and",
        ),
        pytest.param(
            "Ada Lind said the plan was good, expressing hope that it would pass.",
            [("the plan was good", "Ada Lind"), ("it would pass", "Ada Lind")],
            id="a participle",
        ),
    ],
)
def test_it_ends_what_was_said_before(text: str, contents: list[tuple[str, str]]) -> None:
    assert [(s.content, s.source) for s in read(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The firm expressed its condolences to the families.",
        "Ada Lind did not express concern over it.",
        "Ada Lind has never expressed concern over it.",
        "Concern was expressed over the plan.",
        "The feelings expressed in the letter were hers.",
        "The gene is expressed in the liver.",
        "Ada Lind expressed concern.",
    ],
)
def test_nothing_is_expressed(text: str) -> None:
    assert read(text) == []


def test_it_tells_belief_wish_and_stand_apart() -> None:
    nouns = {"doubts about": "belief", "interest in": "intention", "support for": "speech"}
    found = {noun: read(f"Ada Lind expressed {noun} the mill.")[0].act for noun in nouns}
    assert found == nouns


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The road was closed and is said to be unsafe.", "The road … to be unsafe"),
        ("Ada Lind has left and is believed to be in Brask.", "Ada Lind … to be in Brask"),
    ],
)
def test_hearsay_of_a_shared_subject(text: str, content: str) -> None:
    assert [(s.content, s.source) for s in read(text)] == [(content, None)]
