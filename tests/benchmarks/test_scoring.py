"""The scores mean what benchmarks/scoring.py says they mean."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring import Score, Text, dice, quotations, score

TEXT = (
    "“We will rebuild the pier,” said Mayor Ilse Brandt of Norhaven. Council members, who met "
    "on Monday, fear that the money will “never arrive” in time. She thanked them."
)


def spans(text: str, words: str) -> list[list[int]]:
    """Return where each piece of `words`, parted by "|", stands in the text."""
    pieces = [piece for piece in words.split("|") if piece]
    return [[text.index(piece), text.index(piece) + len(piece)] for piece in pieces]


def row(content: str, source: str = "", kind: str | None = None) -> dict[str, Any]:
    found = {"source": spans(TEXT, source), "cue": [], "content": spans(TEXT, content)}
    return found | ({"type": kind} if kind else {})


def scored(marked: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, Score]:
    return score(
        [{"id": "a", "text": TEXT, "attributions": marked}], [{"id": "a", "attributions": found}]
    )


PIER = "We will rebuild the pier"
MONEY = "the money will “never arrive” in time"


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("“We will rebuild the pier,”", 1),
        ("We will", 1),  # Dice 4/7
        ("We", 0),  # Dice 2/6
        ("We will rebuild the pier,” said Mayor Ilse Brandt of Norhaven", 1),  # Dice 10/16
        ("the pier,” said Mayor Ilse Brandt of Norhaven", 0),  # Dice 4/13
        ("She thanked them", 0),
    ],
    ids=["marks aside", "over half", "one word", "too long", "shifted", "elsewhere"],
)
def test_contents_are_the_same_from_half_their_tokens(found: str, right: int) -> None:
    scores = scored([row(PIER)], [row(found)])
    assert (scores["all"].found_right, scores["all"].marked_found) == (right, right)


def test_pairs_are_one_to_one_and_the_most_alike_first() -> None:
    scores = scored([row(PIER)], [row("We will rebuild the"), row(PIER), row("We will")])
    assert scores["all"].precision == pytest.approx(1 / 3)
    assert scores["all"].recall == 1
    assert scores["all"].f1 == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PIER, "direct"), ("She thanked them", "indirect"), (MONEY, "mixed")],
)
def test_the_type_follows_from_the_quotation_marks(content: str, kind: str) -> None:
    scores = scored([row(content)], [row(content, kind="direct")])
    assert {name for name, of in scores.items() if of.found} == {"all", kind}
    assert scores[kind].f1 == 1


def test_a_pair_of_unequal_types_counts_for_both() -> None:
    scores = scored([row(MONEY, kind="indirect")], [row(MONEY)])
    assert (scores["indirect"].recall, scores["indirect"].found) == (1, 0)
    assert (scores["mixed"].precision, scores["mixed"].marked) == (1, 0)


@pytest.mark.parametrize(
    ("marked", "found", "right"),
    [
        ("Mayor Ilse Brandt of Norhaven", "Brandt", 1),
        ("Mayor Ilse Brandt of Norhaven", "Norhaven", 0),
        ("Council members, who met on Monday", "members", 1),
        ("Council members, who met on Monday", "Monday", 0),
        ("She", "She", 1),
        ("Mayor Ilse Brandt of Norhaven", "", 0),
    ],
    ids=["head", "behind of", "head before a comma", "behind a comma", "pronoun", "not found"],
)
def test_a_source_is_right_by_its_head(marked: str, found: str, right: int) -> None:
    scores = scored([row(PIER, marked)], [row(PIER, found)])
    assert (scores["all"].with_source, scores["all"].source_right) == (1, right)


def test_a_source_that_is_not_marked_does_not_count() -> None:
    scores = scored([row(PIER)], [row(PIER, "Mayor Ilse Brandt")])
    assert (scores["all"].with_source, scores["all"].source_accuracy) == (0, 0)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no way” and left.", ["“no way”"]),
        ('He said "no way" and "never".', ['"no way"', '"never"']),
        ("“It goes on.\nThe next line.", ["“It goes on."]),
        ("‘I don’t know,’ she said. ‘Not “yet”.’", ["‘I don’t know,’", "‘Not “yet”.’"]),
        ("“He said ‘no’ to it.”", ["“He said ‘no’ to it.”"]),
        ("The workers’ union isn’t here.", []),
    ],
    ids=["curly", "straight", "not closed", "British", "single inside double", "apostrophes"],
)
def test_quotations_are_read_line_by_line(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == inside


def test_an_article_of_which_nothing_was_found_counts() -> None:
    scores = score([{"id": "a", "text": TEXT, "attributions": [row(PIER)]}], [])
    assert (scores["all"].marked, scores["all"].recall, scores["all"].precision) == (1, 0, 0)


ranges = st.tuples(st.integers(0, len(TEXT)), st.integers(1, 60)).map(lambda r: [r[0], sum(r)])
rows = st.lists(
    st.fixed_dictionaries(
        {
            "content": st.lists(ranges, min_size=1, max_size=2),
            "source": st.lists(ranges, max_size=1),
        }
    ),
    max_size=6,
)


@given(rows, rows)
def test_scores_are_shares_and_change_sides_with_their_sides(
    left: list[dict[str, Any]], right: list[dict[str, Any]]
) -> None:
    there, back = scored(left, right), scored(right, left)
    for name in there:
        assert 0 <= there[name].f1 <= 1
        assert there[name].source_right <= there[name].with_source <= there[name].marked
    assert there["all"].found == back["all"].marked
    assert there["all"].found_right == there["all"].marked_found


@given(rows)
def test_what_is_marked_is_right(marked: list[dict[str, Any]]) -> None:
    every = scored(marked, marked)["all"]
    assert every.found_right == every.found
    assert every.source_right == every.with_source


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_dice_is_symmetric_and_1_for_equal_sets(
    left: frozenset[int], right: frozenset[int]
) -> None:
    assert dice(left, right) == dice(right, left)
    assert dice(left, left) == bool(left)


def test_tokens_keep_their_apostrophes() -> None:
    words = [token.group() for token in Text("The mayor’s plan isn't re-read.").tokens]
    assert words == ["The", "mayor’s", "plan", "isn't", "re", "read"]
