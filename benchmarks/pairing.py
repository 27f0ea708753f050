"""Which of two lists of contents are the same, each as the set of its words' places."""

import re
from collections.abc import Iterable, Mapping, Sequence

SAME = 0.5
"""Dice coefficient of the words of two contents from which they are the same."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")

Places = frozenset[int]


def word_places(text: str, spans: Iterable[Sequence[int]]) -> Places:
    """Return where the words of [start, end) `spans` begin."""
    return frozenset(a + m.start() for a, b in spans for m in _WORD.finditer(text[a:b]))


def dice(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the Dice coefficient of two sets, in [0, 1]."""
    return 2 * len(left & right) / max(1, len(left) + len(right))


def pair_up(wanted: Sequence[Places], given: Sequence[Places]) -> Mapping[int, int]:
    """Return {index of wanted: index of given}, one to one, the most alike first.

    Ties go in the order given; what is less alike than `SAME` is no pair.
    """
    alike = sorted(
        (-dice(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given) if w & g
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, i, j in alike:
        if -likeness >= SAME and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
