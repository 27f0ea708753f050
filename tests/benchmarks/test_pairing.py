"""Contents are paired one to one, the most alike first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.pairing import SAME, dice, pair_up, word_places

TEXT = "The mayor isn’t sure, she said."


@pytest.mark.parametrize(
    ("spans", "starts"),
    [([[0, 31]], [0, 4, 10, 16, 22, 26]), ([[1, 9], [22, 25]], [1, 4, 22]), ([], [])],
    ids=["an apostrophe is no end", "a cut word counts", "nothing"],
)
def test_words_are_known_by_where_they_begin(spans: list[list[int]], starts: list[int]) -> None:
    assert word_places(TEXT, spans) == frozenset(starts)


def test_the_most_alike_come_first_and_ties_go_in_order() -> None:
    wanted = [frozenset("abcd"), frozenset("ab")]
    assert pair_up(wanted, [frozenset("ab"), frozenset("ab")]) == {1: 0, 0: 1}


sets = st.lists(st.frozensets(st.integers(0, 6)), max_size=6)


@given(sets, sets)
def test_pairs_are_one_to_one_and_alike_enough(
    wanted: list[frozenset[int]], given_: list[frozenset[int]]
) -> None:
    pairs = pair_up(wanted, given_)
    assert len(set(pairs.values())) == len(pairs)
    assert all(dice(wanted[i], given_[j]) >= SAME for i, j in pairs.items())
    left = [(i, j) for i in range(len(wanted)) for j in range(len(given_))]
    free = [(i, j) for i, j in left if i not in pairs and j not in pairs.values()]
    assert all(dice(wanted[i], given_[j]) < SAME for i, j in free)
