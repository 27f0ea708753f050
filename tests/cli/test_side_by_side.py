"""Two texts with what differs marked: every word as printed, in its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli.side_by_side import marked
from tracker.text.diff import word_diff
from tracker.views.shapes import diff_shape

WORDS = st.sampled_from("The the ferry “ferry ferry, is late. late [sic] ‘not’ – 14 14,000".split())


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        pytest.param(
            "The ferry is late", "The ferry is late", "The ferry is late", None, id="same"
        ),
        pytest.param(
            "The ferry, is late.",
            "the ferry is not late",
            "The ferry, is late.",
            "the ferry is {+not+} late",
            id="each as it prints it",
        ),
        pytest.param("14 ships", "19 ships", "[-14-] ships", "{+19+} ships", id="replaced"),
        pytest.param("", "late", "", "{+late+}", id="nothing before"),
    ],
)
def test_each_side_has_its_own_words(old: str, new: str, left: str, right: str | None) -> None:
    edits = diff_shape(old, new)
    assert marked(old, edits, "delete").plain == left
    assert marked(new, edits, "insert").plain == (new if right is None else right)


@given(st.lists(WORDS), st.lists(WORDS))
def test_no_word_is_lost_or_altered(old: list[str], new: list[str]) -> None:
    edits = [{"op": e.op, "text": e.text} for e in word_diff(" ".join(old), " ".join(new))]
    for words, op, marks in ((old, "delete", ("[-", "-]")), (new, "insert", ("{+", "+}"))):
        line = marked(" ".join(words), edits, op).plain
        for mark in marks:
            line = line.replace(mark, "")
        assert line.split() == words
