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


FRONTED = {
    "for years": ("For years residents have said that the dam was weak.", "residents"),
    "for forty years": ("For forty years people have said that the dam was weak.", "people"),
    "in recent weeks": ("In recent weeks officials have warned the dam was weak.", "officials"),
    "over the weekend": ("Over the weekend officials said the dam was weak.", "officials"),
    "by Tuesday evening": ("By Tuesday evening police said the dam was weak.", "police"),
    "since a year": ("Since 2019 residents have said the dam was weak.", "residents"),
    "in a town": ("In Orlo residents say the dam was weak.", "residents"),
    "a hearing, a name": ("During the hearing Lind said that the dam was weak.", "Lind"),
    "after a vote, a name": ("After the vote Ada Lind said the dam was weak.", "Ada Lind"),
    "before, two articles": ("Before the match the coach said the dam was weak.", "the coach"),
    "at, two articles": (
        "At the hearing the head of the union said the dam was weak.",
        "the head of the union",
    ),
    "behind but": ("But in recent weeks officials have said the dam was weak.", "officials"),
    "an office before a name": (
        "After former Governor Ann Lee said the dam was weak, the hall was cleared.",
        "former Governor Ann Lee",
    ),
    "a name after of": ("The people of Orlo say the dam was weak.", "The people of Orlo"),
}


@pytest.mark.parametrize(("text", "source"), FRONTED.values(), ids=FRONTED)
def test_a_subject_behind_a_phrase_without_a_comma(text: str, source: str) -> None:
    (statement,) = read(text)
    assert (statement.source, statement.content[:16]) == (source, "the dam was weak")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Lind said that she resigned.", "she resigned"),
        ("Ada Lind said that Vane resigned.", "Vane resigned"),
        ("Ada Lind still believes that the dam leaks.", "the dam leaks"),
    ],
)
def test_a_short_clause_without_its_that(text: str, content: str) -> None:
    assert [s.content for s in read(text)] == [content]


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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "At least two members of the panel that reviewed the bids said it was late.",
            "At least two members of the panel that reviewed the bids",
        ),
        ("The panel that reviewed the bids said it was late.", "The panel that reviewed the bids"),
        ("Vane told the board that injured men said it was late.", "injured men"),
    ],
)
def test_a_source_with_a_relative(text: str, source: str) -> None:
    assert read(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cole denied the charge, blaming a man who, he said, “wanted her chair from then”.",
            ("who … “wanted her chair from then”", "he"),
        ),
        ("Lind met a man who, police said, had fled.", ("who … had fled", "police")),
    ],
)
def test_an_aside_in_a_relative_says_no_more_than_that(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in [(s.content, s.source) for s in read(text)]
    assert not any(s.content.startswith(("Cole", "Lind")) for s in read(text))


def test_a_name_alone_behind_whose_husband_he_is() -> None:
    found = read("“She bought her fish here,” added her husband, Ben.")
    assert [s.source for s in found] == ["her husband, Ben"]


@pytest.mark.parametrize("cue", ["agreed", "added", "said"])
def test_a_verb_before_a_colon_is_read_once(cue: str) -> None:
    found = read(f"Their neighbour Tunde {cue}: “She was one of us.”")
    assert [(s.content, s.source) for s in found] == [
        ("“She was one of us.”", "Their neighbour Tunde")
    ]
