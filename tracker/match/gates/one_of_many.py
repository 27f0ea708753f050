"""One against several of a kind: "shot a bear", "shot three bears"."""

from collections.abc import Iterator

from tracker.match.lexicon import MEASURES
from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Difference

_ONE = frozenset({"a", "an", "1"})


def one_of_many(pair: Pair) -> Difference | None:
    """One side, in which nothing is counted, tells of one, the other of several."""
    for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
        if any(_is_several(word.form) for word in other.words):
            continue
        for noun, at in _counted(side):
            if side.counts[noun] != 1 or other.counts[noun] != 1:
                continue
            there = other.stems.index(noun)
            if there and other.words[there - 1].form in _ONE:
                shown = [show(x, range(i - 1, i + 1)) for x, i in ((side, at), (other, there))]
                return Difference("number", *(shown if side is pair.left else shown[::-1]))
    return None


def _counted(side: Prepared) -> Iterator[tuple[str, int]]:
    """Yield each noun right behind a number of several, and its place; "two years" is a measure."""
    for at, word in enumerate(side.words[:-1]):
        if _is_several(word.form) and side.stems[at + 1] not in MEASURES:
            yield side.stems[at + 1], at + 1


def _is_several(form: str) -> bool:
    return form.isdecimal() and len(form) < LONG and int(form) > 1


LONG = 4
"""Digits from which a number may be a year."""
