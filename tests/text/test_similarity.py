import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.similarity import LONGEST_EXACT, Block, Gap, align, in_order

SEQUENCES = st.lists(st.sampled_from("abcde"), max_size=12)

ALIGNED = {
    "same": ("a b c", "a b c", [Block(0, 0, 3)]),
    "cut": ("b c", "a b c d", [Block(0, 1, 2)]),
    "replaced": ("a b c", "a x c", [Block(0, 0, 1), Block(2, 2, 1)]),
    "nothing shared": ("a b", "c d", []),
    "the run is not torn by an earlier like word": ("a b c", "a x a b c", [Block(0, 2, 3)]),
    "empty": ("", "a", []),
}


@pytest.mark.parametrize(("left", "right", "blocks"), ALIGNED.values(), ids=ALIGNED)
def test_align(left: str, right: str, blocks: list[Block]) -> None:
    assert list(align(left.split(), right.split()).blocks) == blocks


def test_gaps_are_what_stands_between_and_around() -> None:
    alignment = align([*"xabyc"], [*"abzzcw"])
    assert alignment.inner_gaps() == [Gap(3, 4, 2, 4)]
    assert alignment.edge_gaps() == (Gap(0, 1, 0, 0), Gap(5, 5, 5, 6))
    assert (alignment.matched, alignment.longest_run) == (3, 2)


def test_without_shared_words_the_edge_is_everything() -> None:
    assert align(["a"], ["b", "c"]).edge_gaps()[0] == Gap(0, 1, 0, 2)


@given(SEQUENCES, SEQUENCES)
def test_blocks_hold_equal_words_in_order(left: list[str], right: list[str]) -> None:
    at_left = at_right = 0
    for block in align(left, right).blocks:
        assert block.left >= at_left
        assert block.right >= at_right
        at_left, at_right = block.left + block.size, block.right + block.size
        assert left[block.left : at_left] == right[block.right : at_right]


@given(SEQUENCES, SEQUENCES)
def test_words_in_order_do_not_depend_on_the_side(left: list[str], right: list[str]) -> None:
    assert in_order(left, right) == in_order(right, left)
    assert align(left, right).matched <= in_order(left, right)


def test_long_sequences_are_aligned_too() -> None:
    words = [str(number) for number in range(3 * LONGEST_EXACT)]
    assert align(words, words[5:]).longest_run == len(words) - 5
