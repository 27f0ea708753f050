import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.copies import COPIED, LEAST_RUNS, find_copies, runs

WORDS = """harbour storm winter council ferry quay lamp cannery dredger pilot coaster breakwater
island tide island court vessel bill silt channel point summer fish worker town customs""".split()


def prose(seed: int, words: int = 300) -> str:
    """Sentences of six to fourteen words drawn by chance, in paragraphs of three."""
    chance = random.Random(seed)
    sentences: list[str] = []
    left = words
    while left > 0:
        length = min(left, chance.randint(6, 14))
        sentences.append(" ".join(chance.choices(WORDS, k=length)).capitalize() + ".")
        left -= length
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


def replaced(text: str, every: int) -> str:
    """The text with each word whose place is a multiple of `every` replaced."""
    words = text.split(" ")
    return " ".join(w if at % every else f"other{at}" for at, w in enumerate(words, 1))


SPEECH = "“" + " ".join(prose(9).split()) + "”"

PAIRS = {
    "the same": (prose(1), prose(1), True),
    "another headline": (f"One\n\n{prose(1)}", f"Another one\n\n{prose(1)}", True),
    "cut after half": (prose(1), prose(1)[: len(prose(1)) // 2], True),
    "within a longer one": (prose(1), f"{prose(2)}\n\n{prose(1)}\n\n{prose(3)}", True),
    "each twelfth word replaced": (prose(1), replaced(prose(1), 12), True),
    "each sixth word replaced": (prose(1), replaced(prose(1), 6), False),
    "other marks and spelling": (prose(1), prose(1).replace("harbour", "harbor"), True),
    "another text": (prose(1), prose(2), False),
    "one speech, other words around it": (
        f"{prose(1, 120)}\n\n{SPEECH}",
        f"{prose(2, 120)}\n\n{SPEECH}",
        False,
    ),
    "too short to tell": (prose(1, LEAST_RUNS), prose(1, LEAST_RUNS), False),
    "empty": ("", "", False),
}


@pytest.mark.parametrize(("left", "right", "copied"), PAIRS.values(), ids=PAIRS)
def test_a_pair(left: str, right: str, copied: bool) -> None:
    found = find_copies({"left": runs(left), "right": runs(right)})
    assert bool(found) is copied
    assert all(COPIED <= copy.share <= 1 for copy in found)


def test_many_copies_are_all_of_the_longest() -> None:
    whole = prose(1)
    texts = {n: runs(whole[: len(whole) - 20 * n]) for n in range(10)}
    assert {(copy.one, copy.other) for copy in find_copies(texts)} == {(n, 0) for n in range(1, 10)}


def test_a_run_does_not_go_over_a_quotation() -> None:
    assert not runs("One two three “four five” six seven eight")
    assert len(runs("One two three four five six")) == 2


@given(st.text(max_size=400))
def test_runs_never_fail_and_are_the_same_again(text: str) -> None:
    assert runs(text) == runs(text)


@given(st.permutations(range(6)))
def test_which_are_copies_does_not_depend_on_the_order(order: list[int]) -> None:
    texts = {n: runs(prose(n % 3, 200 + 10 * n)) for n in order}
    assert {(copy.one, copy.other) for copy in find_copies(texts)} == {(0, 3), (1, 4), (2, 5)}
