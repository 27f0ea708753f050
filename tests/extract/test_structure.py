"""What statements are made of: types, nesting, continuations, editorial words, order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.readings import read
from tracker.extract import extract
from tracker.model import Article


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("“We sail at dawn,” she said.", "direct", id="direct"),
        pytest.param("She said they would sail at dawn.", "indirect", id="indirect"),
        pytest.param("She said they would “sail at dawn” or never.", "mixed", id="mixed"),
    ],
)
def test_type(text: str, type_: str) -> None:
    assert read(text)[0].type == type_


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We sail at dawn,” she said.\n\n“The fog has lifted.”", id="next paragraph"),
        pytest.param("“We sail at dawn,” she said. “The fog has lifted.”", id="same paragraph"),
        pytest.param("She said: “We sail at dawn.\n\n“The fog has lifted.”", id="mark left off"),
    ],
)
def test_continuation(text: str) -> None:
    found = read(text)
    assert [(one.rule == "continuation", one.source) for one in found] == [
        (False, found[0].source),
        (True, None),
    ]
    assert found[1].content == "“The fog has lifted.”"


def test_statement_within_a_statement() -> None:
    found = read("Ms Cho said the mayor had promised to resign.")
    assert [(one.source, one.parent) for one in found] == [("Ms Cho", None), ("the mayor", 0)]


def test_statement_within_quoted_words() -> None:
    found = read("“The mayor told us that the port would close by spring,” she said.")
    assert [(one.source, one.parent) for one in found] == [("she", None), ("The mayor", 0)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "“They [the crew] left (too late) … again,” she said.",
            ("[the crew]", "(too late)", "…"),
            id="inside a quotation",
        ),
        pytest.param("She said the crew (all ten) had left.", (), id="outside a quotation"),
    ],
)
def test_editorial(text: str, words: tuple[str, ...]) -> None:
    assert read(text)[0].editorial == words


_PIECES = st.sampled_from(
    [
        "Ms Cho",
        "said",
        "told KNA",
        "that",
        "the port is shut",
        ",",
        ".",
        "“We sail,”",
        "he",
        "adding",
        "according to",
        "and",
        ";",
        "\n\n",
        "‘no’",
        "KNA reported",
        "is expected to",
        "who",
        "—",
        "was told by",
        ":",
        "citing",
        "quoted him as saying",
        "“",
        "if",
        "in an interview with",
    ]
)


@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_statements_are_well_formed_whatever_the_words(text: str) -> None:
    found = extract(Article(text=text))
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
    for index, one in enumerate(found):
        assert all(0 <= piece.start < piece.end <= len(text) for piece in one.content)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert one.parent is None or one.parent < index
        assert 0 < one.confidence <= 1
        assert all(
            hop.span and hop.agent == " ".join(hop.span.of(text).split()) for hop in one.chain
        )
        if one.source:
            assert one.source.of(text).strip() == one.source.of(text) != ""
            assert not any(one.source.overlaps(piece) for piece in one.content)
