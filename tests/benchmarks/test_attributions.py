"""What is compared is brought to one manner of marking."""

import pytest

from benchmarks.attributions import as_attributions
from benchmarks.marked import as_row
from tracker.extract import extract
from tracker.ingest.marked import parse_tagged
from tracker.model import Article


def contents(tagged: str) -> list[list[str]]:
    """Return the contents of a tagged text's rows, in words."""
    row = as_row(parse_tagged(tagged, "a-001", "a test"))
    return [[row["text"][s:e] for s, e in mark["content"]] for mark in row["attributions"]]


PIER = '<C n="1" act="speech">“We rebuild,”</C> <S n="1">she</S> <Q n="1">said</Q>.'


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        (
            PIER + ' <S n="2" who="Ada Lind"/><C n="2" act="speech">“It pays.”</C>',
            [["“We rebuild,”", "“It pays.”"]],
        ),
        (
            '<S n="1">Lind</S> <Q n="1">said</Q>: <C n="1" act="speech">“We rebuild.”</C>\n\n'
            '<S n="2" who="Ada Lind"/><C n="2" act="speech">“It pays.”</C>',
            [["“We rebuild.”"], ["“It pays.”"]],
        ),
        (
            '<S n="1">Lind</S> <Q n="1">said</Q>: <C n="1" act="speech">“We rebuild.</C>\n\n'
            '<S n="2" who="Ada Lind"/><C n="2" act="speech">“It pays.”</C>',
            [["“We rebuild.", "“It pays.”"]],
        ),
        (
            '<S n="1">Lind</S> <Q n="1">said</Q> <C n="1" act="speech"><S n="2">Mr Obi</S> '
            '<Q n="2">feared</Q> <C n="2" act="belief">a flood</C></C>.',
            [["Mr Obi feared a flood"]],
        ),
        (
            PIER + ' <S n="2">He</S> <Q n="2">agreed</Q>: <C n="2" act="speech">“Yes.”</C>',
            [["“We rebuild,”"], ["“Yes.”"]],
        ),
    ],
    ids=["resumed", "a new paragraph", "runs on", "nested", "another speaker"],
)
def test_marked_articles_are_marked_as_polnear_is(tagged: str, expected: list[list[str]]) -> None:
    assert contents(tagged) == expected


def test_extraction_joins_what_the_marks_join() -> None:
    text = "“We will rebuild the pier,” Mayor Ilse Brandt said. “It will pay for itself.”"
    [found] = as_attributions(text, extract(Article(text=text)))
    assert [text[s:e] for s, e in found["content"]] == [
        "“We will rebuild the pier,”",
        "“It will pay for itself.”",
    ]
    assert [text[s:e] for s, e in found["source"]] == ["Mayor Ilse Brandt"]
