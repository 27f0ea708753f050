"""Whether one word may stand for another: what vouches that a replaced word changes nothing.

Stems are compared. Letters alone do not vouch: "adopt" and "adapt", "county" and "country" are
as like as two forms of one word are.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from rapidfuzz.distance import JaroWinkler

from tracker.match.lexicon import ALIASES, CALENDAR
from tracker.match.opposites import OPPOSITES
from tracker.match.setting import SPELT_ALIKE
from tracker.match.synonyms import SYNONYMS
from tracker.text.variants import word_set


def is_vouched(word: str, is_name: bool, others: Iterable[str]) -> bool:
    """Say whether any of `others` may stand for the word. Figures and days are left to the gates
    that read them."""
    if word[0].isdigit() or word in CALENDAR:
        return True
    return any(_may_stand_for(word, other, is_name) for other in others)


def is_one_written_otherwise(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether the words of the two sides have the same letters, or those of the one are the
    first letters of the other: "multi party", "multiparty"; "N.Y.", "New York"."""
    one, other = "".join(left), "".join(right)
    if one == other:
        return True
    return one == "".join(word[0] for word in right) or other == "".join(w[0] for w in left)


def _may_stand_for(one: str, other: str, is_name: bool) -> bool:
    if other in OPPOSITES.get(one, ()):
        return False
    if other in SYNONYMS.get(one, ()) or _are_of_one_root(one, other):
        return True
    if not is_name:
        return False
    return (
        JaroWinkler.similarity(one, other) >= SPELT_ALIKE
        or other in ALIASES.get(one, ())
        or one in ALIASES.get(other, ())
    )


def _are_of_one_root(one: str, other: str) -> bool:
    """Say whether the two are one root with other ends: "grow" and "growth", "decid" and "decis".
    Ends that make a person of a deed are none: a prison is no prisoner."""
    pairs = zip(one, other, strict=False)
    root = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], pairs))
    ends = one[root:], other[root:]
    if root < LEAST_ROOT or not _ENDS.issuperset(ends):
        return frozenset(ends) in _TURNED and root >= LEAST_ROOT
    return max(map(len, ends)) > 1 or root >= LONG_ROOT


LEAST_ROOT, LONG_ROOT = 4, 6
"""Letters that two forms of one word begin with, at the least, and where their ends have but one
letter: a part is no party."""

_ENDS = word_set(
    """i y en ed ing ion tion sion ation ition at ate ment al ial ism ic ical iti ty ive tive ative
    ous ful ness anc ance enc ence dom li abl ibl able ible ur iz ifi th ship"""
) | {""}
"""Ends that stems of one root may have."""

_TURNED = {
    frozenset(ends) for ends in (("d", "s"), ("d", "t"), ("v", "f"), ("c", "s"), ("b", "pt"))
}
"""Letters that change into each other at the end of a root: decide, decision; prove, proof."""
