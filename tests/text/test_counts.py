"""Counts are told in the singular where there is one."""

import pytest

from tracker.text.counts import count


@pytest.mark.parametrize(
    ("number", "nouns", "told"),
    [
        (0, ("article",), "0 articles"),
        (1, ("article",), "1 article"),
        (2, ("article",), "2 articles"),
        (1, ("is", "are"), "1 is"),
        (3, ("is", "are"), "3 are"),
        (0, ("entry", "entries"), "0 entries"),
    ],
)
def test_a_count_with_its_noun(number: int, nouns: tuple[str, ...], told: str) -> None:
    assert count(number, *nouns) == told
