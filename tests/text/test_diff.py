import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.diff import Edit, word_diff

DIFFS = {
    "same": ("We came.", "We came.", [Edit("equal", "We came.")]),
    "punctuation and case are no change": (
        "“We came,” he said",
        '"we came" he said.',
        [Edit("equal", '"we came" he said.')],
    ),
    "replaced": (
        "rocket technology there",
        "rocket engineering there",
        [
            Edit("equal", "rocket"),
            Edit("delete", "technology"),
            Edit("insert", "engineering"),
            Edit("equal", "there"),
        ],
    ),
    "cut": ("We came and saw", "and saw", [Edit("delete", "We came"), Edit("equal", "and saw")]),
    "put in": (
        "We saw",
        "We also saw",
        [Edit("equal", "We"), Edit("insert", "also"), Edit("equal", "saw")],
    ),
    "from nothing": ("", "all new", [Edit("insert", "all new")]),
    "a mark alone": ("yes – no", "yes — no", [Edit("equal", "yes — no")]),
}


@pytest.mark.parametrize(("old", "new", "edits"), DIFFS.values(), ids=DIFFS)
def test_word_diff(old: str, new: str, edits: list[Edit]) -> None:
    assert word_diff(old, new) == edits


@given(st.text("ab ,“"), st.text("ab ,“"))
def test_the_new_words_are_all_there(old: str, new: str) -> None:
    edits = word_diff(old, new)
    assert " ".join(e.text for e in edits if e.op != "delete") == " ".join(new.split())


@given(st.text("ab "), st.text("ab "))
def test_the_old_words_are_all_there(old: str, new: str) -> None:
    edits = word_diff(old, new)
    assert " ".join(e.text for e in edits if e.op != "insert") == " ".join(old.split())
