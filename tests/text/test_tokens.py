"""Tokens: what counts as one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.tokens import tokenize, word_set


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Korea’s plan", ["Korea’s", "plan"], id="apostrophe"),
        pytest.param("bullet-proof", ["bullet-proof"], id="hyphen"),
        pytest.param("The U.S. said", ["The", "U.S.", "said"], id="abbreviation"),
        pytest.param("Mr. Lee", ["Mr.", "Lee"], id="title"),
        pytest.param("Robert S. Ford", ["Robert", "S.", "Ford"], id="initial"),
        pytest.param("1,000 and 2.5", ["1,000", "and", "2.5"], id="numbers"),
        pytest.param("at 4:10: no", ["at", "4:10", ":", "no"], id="a time"),
        pytest.param("11:04:30 won 3:1", ["11:04:30", "won", "3:1"], id="seconds and a score"),
        pytest.param("page 4:the rest", ["page", "4", ":", "the", "rest"], id="no time"),
        pytest.param("He left.", ["He", "left", "."], id="full stop"),
        pytest.param("wait ... no -- yes", ["wait", "...", "no", "--", "yes"], id="runs of marks"),
        pytest.param("@ada #rain", ["@ada", "#rain"], id="handles"),
        pytest.param(
            "see https://a.example/x?y=1.", ["see", "https://a.example/x?y=1", "."], id="address"
        ),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


def test_offsets_count_from_the_start_of_the_text() -> None:
    token = next(tokenize("one two three", 4, 7))
    assert (token.start, token.end, token.low) == (4, 7, "two")


def test_word_set_parts_at_white_space() -> None:
    assert word_set("a b\n c") == {"a", "b", "c"}


@given(st.text(max_size=100))
def test_tokens_are_exact_and_in_order(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()
