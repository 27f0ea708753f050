"""The gate on what came first, or on what the rest hangs: "he praised it before he left", "he left
before he praised it"."""

from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Difference

_IN_TIME = {"before": True, "until": True, "then": True, "after": False}
_ON_CONDITION = {"unless": True, "if": False, "when": False, "once": False, "because": False}
_LATER = _IN_TIME | _ON_CONDITION
"""Words between two deeds, and whether the second is the later one. What an "if" or a "because"
opens comes first."""

Parts = tuple[frozenset[str], frozenset[str]]


def sequence(pair: Pair) -> Difference | None:
    """What came first on one side came second on the other."""
    if len(pair.left.bag & pair.right.bag) < LEAST_SHARED:
        return None
    here, there = _between_deeds(pair.left), _between_deeds(pair.right)
    if here is None or there is None or not _are_of_a_kind(pair, here, there):
        return None
    left, right = _in_order(pair.left, here), _in_order(pair.right, there)
    if left is None or right is None or not _are_turned_round(left, right):
        return None
    return Difference("sequence", _around(pair.left, here), _around(pair.right, there))


LEAST_SHARED = 3
"""Content words that both sides have, at the least."""


def _between_deeds(side: Prepared) -> int | None:
    """Return the place of the one word that tells what came first; None if there are more."""
    places = [at for at, word in enumerate(side.words) if word.form in _LATER]
    return places[0] if len(places) == 1 else None


def _are_of_a_kind(pair: Pair, here: int, there: int) -> bool:
    return (pair.left.words[here].form in _IN_TIME) == (pair.right.words[there].form in _IN_TIME)


def _in_order(side: Prepared, at: int) -> Parts | None:
    """Return the content stems of what came first and of what followed, in the sentence of the
    word at a place; None where it cannot be told."""
    start = max((end + 1 for end in side.sentence_ends if end < at), default=0)
    end = min((end + 1 for end in side.sentence_ends if end >= at), default=len(side.stems))
    turn = end
    if at == start:
        turn = min((stop + 1 for stop in side.clause_ends if at < stop < end - 1), default=end)
    told = side.bag & frozenset(side.stems[turn:end] if at == start else side.stems[start:at])
    opened = side.bag & frozenset(side.stems[at + 1 : turn])
    if not told or not opened:
        return None
    return (told, opened) if _LATER[side.words[at].form] else (opened, told)


def _are_turned_round(left: Parts, right: Parts) -> bool:
    (first, second), (earlier, later) = left, right
    if not (second & earlier and first & later) or second & later:
        return False
    return len(first & later) + len(second & earlier) > len(first & earlier)


def _around(side: Prepared, at: int) -> str:
    return show(side, range(max(0, at - 2), min(len(side.words), at + 3)))
