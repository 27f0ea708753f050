import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.diff import Edit, text_diff, word_diff

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


OLD = "One line stays.\n\nThe mayor said two ferries sank.\n\nThis one goes, whatever comes.\n"


@pytest.mark.parametrize(
    ("new", "edits"),
    [
        pytest.param(OLD, [("equal", 3)], id="the same"),
        pytest.param(OLD.replace("two", "six"), [("equal", 2), ("delete", 1)], id="a word"),
        pytest.param(f"Put in.\n\n{OLD}", [("insert", 1), ("equal", 3)], id="one put in"),
        pytest.param("", [("delete", 3)], id="all taken out"),
    ],
)
def test_texts_are_compared_by_paragraph(new: str, edits: list[tuple[str, int]]) -> None:
    found = text_diff(OLD, new)
    for op, least in edits:
        assert sum(edit.op == op for edit in found) >= least


@given(st.lists(st.sampled_from(["a b c", "a b d", "x", "a c c d", "b"])), st.data())
def test_the_edits_of_a_text_are_both_texts(old: list[str], data: st.DataObject) -> None:
    new = data.draw(st.lists(st.sampled_from(["a b c", "a b d", "x", "q r s t", "b"])))
    found = text_diff("\n".join(old), "\n".join(new))
    for lines, left_out in ((old, "insert"), (new, "delete")):
        kept = " ".join(edit.text for edit in found if edit.op != left_out)
        assert kept.split() == " ".join(lines).split()
