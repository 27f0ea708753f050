"""The gate on decisions: taken on one side, still to be taken on the other."""

from collections.abc import Iterator

from tracker.match.lexicon import DECIDING
from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Difference

REACH = 3
"""Words before a verb among which stands what puts it into the future."""

_AHEAD = frozenset({"will", "would", "shall", "may", "might", "must", "should", "could", "to"})
_DONE = frozenset({"have", "had", "has"})


def pending(pair: Pair) -> Difference | None:
    """One tells what was decided, the other that it is still to be: "voted to", "will vote on"."""
    for stem in sorted(pair.left.bag & pair.right.bag & DECIDING):
        left, right = dict(_told(pair.left, stem)), dict(_told(pair.right, stem))
        if len(set(left.values())) == len(set(right.values())) == 1 and (
            set(left.values()) != set(right.values())
        ):
            return Difference("pending", _shown(pair.left, left), _shown(pair.right, right))
    return None


def _told(side: Prepared, stem: str) -> Iterator[tuple[int, bool]]:
    """Yield the places of a verb that is told as done or as still to come, and whether as done."""
    for at, word in enumerate(side.words):
        if side.stems[at] != stem:
            continue
        before = {earlier.form for earlier in side.words[max(0, at - REACH) : at]}
        if before & _AHEAD and not before & _DONE:
            yield at, False
        elif word.form.endswith(("ed", "chose", "chosen")) and not before & _AHEAD:
            yield at, True


def _shown(side: Prepared, places: dict[int, bool]) -> str:
    at = min(places)
    return show(side, range(max(0, at - 1), min(len(side.words), at + 2)))
