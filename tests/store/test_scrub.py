"""Blotting words out of texts: nothing moves, nothing else changes, nothing is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import BLOCK, Span
from tracker.store.scrub import are_gone, blotted
from tracker.store.strike import Words

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=BLOCK), min_size=1, max_size=60)


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """Draw a text with spans in it, which may overlap."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(place, place), min_size=1, max_size=4))
    return text, [Span(min(pair), max(pair)) for pair in ends]


@given(spanned())
def test_a_block_stands_for_each_codepoint_and_the_rest_is_as_it_was(
    drawn: tuple[str, list[Span]],
) -> None:
    text, spans = drawn
    new = blotted(text, spans)
    assert len(new) == len(text)
    gone = {place for span in spans for place in range(span.start, span.end)}
    assert [BLOCK if place in gone else one for place, one in enumerate(text)] == list(new)
    assert are_gone(new, spans)


@given(TEXTS, TEXTS, TEXTS)
def test_words_are_blotted_out_of_whatever_holds_them(left: str, piece: str, right: str) -> None:
    value = left + piece + right
    blot = Words((piece,)).blot(value)
    assert len(blot) == len(value)
    assert piece not in blot


@pytest.mark.parametrize(
    ("value", "hidden"),
    [
        ("Marek Tolan", "███████████"),
        ("MAREK TOLAN: wrist set", "███████████: wrist set"),
        ("tolan", "█████"),
        ("broken; wrist", "█████████████"),
        ("broken arm", "broken arm"),
        ("two", "two"),
        ("", ""),
        ("–", "–"),
    ],
)
def test_what_is_part_of_the_words_is_hidden(value: str, hidden: str) -> None:
    words = Words(("Marek Tolan’s broken wrist", "Marek Tolan"))
    assert words.hide(value) == hidden


def test_a_ledger_value_holds_words_as_json_writes_them() -> None:
    words = Words(('the "old" bridge\n',))
    assert words.written_in('{"text":"By The \\"old\\" bridge\\n"}'.replace("The", "the"))
    assert not words.written_in('{"text":"the old bridge"}')
