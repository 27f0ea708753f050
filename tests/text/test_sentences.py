"""Paragraphs and sentences: quotations whole, abbreviations, wrapped lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.quotation import find_quotations
from tracker.text.sentences import LONGEST, find_paragraphs, find_sentences


def sentences(text: str) -> list[str]:
    paragraphs = find_paragraphs(text)
    found = find_sentences(text, paragraphs, find_quotations(text, paragraphs))
    return [span.of(text) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained. We left.", ["It rained.", "We left."], id="two"),
        pytest.param(
            "“It rained. We left,” she said.",
            ["“It rained. We left,” she said."],
            id="quotation kept whole",
        ),
        pytest.param(
            "“We left.” It rained.", ["“We left.”", "It rained."], id="quotation ends one"
        ),
        pytest.param(
            "“Is it late?” he asked. No.",
            ["“Is it late?” he asked.", "No."],
            id="question with its cue",
        ),
        pytest.param(
            "Mr. Okafor met Dr. Lee. They spoke.",
            ["Mr. Okafor met Dr. Lee.", "They spoke."],
            id="titles",
        ),
        pytest.param(
            "The U.S. Senate sat. He lives in the U.S. The end.",
            ["The U.S. Senate sat.", "He lives in the U.S.", "The end."],
            id="initials of a state",
        ),
        pytest.param(
            "A. B. Jones left. He ran.", ["A. B. Jones left.", "He ran."], id="initials of a name"
        ),
        pytest.param(
            "It opened at 5 p.m. on Sept. 3.",
            ["It opened at 5 p.m. on Sept. 3."],
            id="times and months",
        ),
        pytest.param(
            "It cost 2.5 million. See www.a.example for more.",
            ["It cost 2.5 million.", "See www.a.example for more."],
            id="numbers, addresses",
        ),
        pytest.param("(It rained.) We left.", ["(It rained.)", "We left."], id="brackets"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_each_line_is_a_paragraph_in_text_that_is_not_wrapped() -> None:
    text = "A headline\nBy Ada Obi\n" + "It rained all day in the valley, and the river rose. " * 4
    assert len(find_paragraphs(text)) == 3


def test_line_ends_do_not_part_paragraphs_in_wrapped_text() -> None:
    line = "The river rose all day and the people of the valley went up\n"
    text = line * 8 + "\n" + line * 8
    assert len(find_paragraphs(text)) == 2


def test_endless_sentence_is_cut() -> None:
    assert len(sentences("rain " * (LONGEST + 5))) == 2


@given(st.text(alphabet='Ab .!?“”"\n', max_size=120))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    joined = "".join("".join(sentence.split()) for sentence in sentences(text))
    assert joined == "".join(text.split())
