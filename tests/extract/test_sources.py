"""Who is printed as the source: the whole of it, and nothing that says another thing."""

import pytest

from tests.extract.readings import read
from tracker.model import Article
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.training import open_model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Its director, Per Lunde, said the vents were shut.",
            [("the vents were shut", "Its director, Per Lunde")],
            id="a name that is a preposition elsewhere",
        ),
        pytest.param(
            "“We lost the year,” said its chair, Jonah Pell, “and it was not our fault.”",
            [("“We lost the year,” … “and it was not our fault.”", "its chair, Jonah Pell")],
            id="an office no list knows, and the quotation goes on",
        ),
        pytest.param(
            "“We lost the year,” said the town clerk, Jonah Pell.",
            [("“We lost the year,”", "the town clerk, Jonah Pell")],
            id="a known office",
        ),
        pytest.param(
            "Ada Cho was told by the town clerk, Jonah Pell, that the sum was known.",
            [("the sum was known", "the town clerk, Jonah Pell")],
            id="told by an office with its name",
        ),
        pytest.param(
            "“It is late,” said a Western diplomat briefed on the talks.",
            [("“It is late,”", "a Western diplomat briefed on the talks")],
            id="briefed on",
        ),
        pytest.param(
            "The talks will fail, said two officials briefed on the plan.",
            [("The talks will fail", "two officials briefed on the plan")],
            id="briefed on, no quotation",
        ),
        pytest.param(
            "The talks will fail, said a person close to the mayor, who added that Cho knew it.",
            [("The talks will fail", "a person close to the mayor"), ("Cho knew it", "who")],
            id="who added that",
        ),
        pytest.param(
            "The talks will fail, said a person close to the mayor, who asked not to be named.",
            [
                (
                    "The talks will fail",
                    "a person close to the mayor, who asked not to be named",
                )
            ],
            id="who asked not to be named",
        ),
        pytest.param(
            "First Minister Ada Lind said it was late.",
            [("it was late", "First Minister Ada Lind")],
            id="First as part of an office",
        ),
        pytest.param(
            "First Ada Lind said it was late.",
            [("it was late", "Ada Lind")],
            id="first as an adverb",
        ),
    ],
)
def test_the_printed_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.content, s.source) for s in read(text)] == expected


def test_an_adverb_behind_the_source_is_the_verbs() -> None:
    opened = open_model(data_folder("model"))
    reader = Reader(model=opened.reader, model_name=opened.name)
    text = (
        "Rain fell.\n\nForeign Minister Ada Lind said that her country would not sign. "
        "She also expressed confidence that a compromise was possible."
    )
    found = reader.read(Article(text=text)).statements
    sources = {s.text(text): (s.source.of(text), s.speaker) for s in found if s.source}
    assert sources["a compromise was possible"] == ("She", "Ada Lind")
