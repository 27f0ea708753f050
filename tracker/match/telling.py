"""Words that tell something: they carry meaning and are no names.

Statements of one story share its names whatever they say: "Rehn's stance on the harbour" and
"his rival Rehn". What is asserted stands in the other words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.match.pair import Pair
from tracker.match.prepare import Prepared
from tracker.text.variants import STOP_WORDS

AS_IN_A_HEADLINE = 0.7
"""Share of the words that carry meaning, the first left aside, that are capitalised, and some
small word too, where capitals mark no names: "Rail Strike Will Go On"."""

LEAST_TOLD = 1.5
LEAST_SHARE = 0.4
"""Telling words that two long texts share, and their share of the side that has fewer, without
which they share hardly more than names. In US political news nearly all such pairs that scored
0.9 and more were of one matter and not one claim."""

MUCH_TOLD = 2.5
MUCH_SHARE = 0.58
MUCH_OF_THE_OTHER = 0.5
"""The same, and the share of the other side, with which two texts tell the same. Of pairs of one
speaker in an article that scored from 0.75 to 0.9, five in ten were one claim, of those with so
much in common all."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many telling words a text has, and how many of them the other has, or like ones."""

    words: int
    shared: float

    @property
    def share(self) -> float:
        """What is shared as a share of what is told, 0 of nothing."""
        return self.shared / self.words if self.words else 0.0


def shares_only_names(pair: Pair) -> bool:
    """Say whether what two texts share is names, and hardly anything of what is told of them."""
    fewer, _ = both_told(pair)
    return fewer.shared < LEAST_TOLD or fewer.share < LEAST_SHARE


def tells_the_same(pair: Pair) -> bool:
    """Say whether either side has much of what the other tells."""
    fewer, more = both_told(pair)
    enough = fewer.shared >= MUCH_TOLD and fewer.share >= MUCH_SHARE
    return enough and more.share >= MUCH_OF_THE_OTHER


def both_told(pair: Pair) -> tuple[Told, Told]:
    """Return what the side with fewer telling words tells, then the other."""
    names = names_of(pair.left) | names_of(pair.right)
    sides = zip((pair.left, pair.right), pair.own, pair.likes, strict=True)
    fewer, more = sorted(
        (_told(side, own, likes, names) for side, own, likes in sides),
        key=lambda one: (one.words, one.shared),
    )
    return fewer, more


def _told(
    side: Prepared, own: Sequence[str], likes: Mapping[str, float], names: frozenset[str]
) -> Told:
    words = sum(stem not in names for stem in side.content)
    missing = sum(1 - likes.get(stem, 0.0) for stem in own if stem not in names)
    return Told(words, words - missing)


def names_of(side: Prepared) -> frozenset[str]:
    """Return the stems of the names of a side; none of a headline, where capitals mark none."""
    behind = range(1, len(side.words))
    small = [at for at in behind if side.words[at].form in STOP_WORDS]
    telling = [at for at in behind if side.words[at].form not in STOP_WORDS]
    if any(side.words[at].printed[0].isupper() and side.words[at].form != "i" for at in small):
        capitalised = sum(side.is_name(at) for at in telling)
        if capitalised > AS_IN_A_HEADLINE * len(telling):
            return frozenset()
    return side.names
