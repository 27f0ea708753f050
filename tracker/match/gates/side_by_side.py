"""Two that stand side by side in a sentence: nothing changes when they change places."""

from collections import Counter

from tracker.match.lexicon import HOLDING, ORDINALS, SYMMETRIC
from tracker.match.pair import Pair
from tracker.match.prepare import Prepared


def may_change_places(side: Prepared, one: range, other: range) -> bool:
    """Say whether the words at the two places are members of one list, or do together what they
    do: "teachers and parents", "A met B"."""
    one, other = sorted((one, other), key=lambda places: places.start)
    between = side.stems[one.stop : other.start]
    if not SYMMETRIC.isdisjoint(between):
        return not _owns(side, other)
    if "with" in between and not SYMMETRIC.isdisjoint(side.bag) and _SMALL.issuperset(between):
        return True
    if _are_told_in_order(side):
        return False
    return _are_joined(side, one, other) or _are_listed(side, one, other)


def are_listed_in_another_order(pair: Pair, left: range, right: range) -> bool:
    """Say whether the words at `left` stand on the right where the left side has those at `right`,
    and may do so: "Norland met Vesmark", "Vesmark met Norland"."""
    here = pair.left.stems[left.start : left.stop]
    there = pair.right.stems[right.start : right.stop]
    if Counter(pair.left.stems) != Counter(pair.right.stems):
        return False
    other = _place_of(there, pair.left)
    if other is None or _place_of(here, pair.right) is None:
        return False
    apart = left.stop <= other.start or other.stop <= left.start
    return apart and may_change_places(pair.left, left, other)


def _place_of(stems: tuple[str, ...], side: Prepared) -> range | None:
    """Return where the stems stand in a row, None where they do not or the first is repeated."""
    if not stems or side.stems.count(stems[0]) != 1:
        return None
    at = side.stems.index(stems[0])
    return range(at, at + len(stems)) if side.stems[at : at + len(stems)] == stems else None


def _owns(side: Prepared, places: range) -> bool:
    """Say whether what is done is done to something of theirs: "married the director's sister"."""
    return side.words[places[-1]].printed.endswith("'s")


def _are_told_in_order(side: Prepared) -> bool:
    """Say whether it is told of several in turn who did what: "first and second"."""
    forms = [word.form for word in side.words]
    return "respectively" in forms or sum(form in ORDINALS for form in forms) > 1


def _are_joined(side: Prepared, one: range, other: range) -> bool:
    """Say whether an "and" or "or" joins the two, what is told of both said twice or not: "wheat
    prices and barley prices"."""
    between = side.stems[one.stop : other.start]
    at = next((at for at, word in enumerate(between) if word in _JOINING), None)
    if at is None:
        return between == _AS_WELL_AS
    before = side.stems[max(0, one.start - 2) : one.start]
    joining = _JOINING | ARTICLES | (_SMALL & frozenset(before))
    return joining.issuperset(between[at:]) and (
        between[:at] == side.stems[other.stop : other.stop + at]
    )


def _are_listed(side: Prepared, one: range, other: range) -> bool:
    """Say whether the two stand in a list of more, or the one names what the other is: "A, B and
    C", "the minister, Marta Velin,"."""
    between = side.stems[one.stop : other.start]
    if one.stop - 1 not in side.clause_ends:
        return False
    last = [word for word in between[-2:] if word not in ARTICLES]
    if last and last[-1] in _JOINING and HOLDING.isdisjoint(between):
        return True
    if not ARTICLES.issuperset(between):
        return False
    behind = side.stems[other.stop : other.stop + 1]
    return other.stop - 1 in side.clause_ends or not _JOINING.isdisjoint(behind)


_JOINING = frozenset({"and", "or", "nor"})
_AS_WELL_AS = ("as", "well", "as")
ARTICLES = frozenset({"a", "an", "the", "both", "either", "neither"})
_SMALL = ARTICLES | frozenset({"of", "in", "by", "for", "to", "with", "from", "at", "on"})
