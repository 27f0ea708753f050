"""One source that counts one thing twice, in other words: 14 complaints, 31 complaints."""

from tracker.match import features
from tracker.match.events import speak_as_one
from tracker.match.gates.figure import Figure, same_figure
from tracker.match.gates.figures import told_figures
from tracker.match.pair import Pair
from tracker.text.normalise import stem

DAYS = 14
"""Days within which one source that counts the same gives a new count, or a rival one."""

SHARED_WORDS = 3
SHARED_SHARE = 0.45
"""Content words, the thing counted among them, and their share of the shorter text, that show
that the same is counted."""


def counts_one_thing(pair: Pair) -> bool:
    """Say whether one source gives two figures that differ for one thing, whatever the wording.

    Either side has but one figure: of two it would have to be known which is meant.
    """
    left, right = told_figures(pair)
    days = features.days_apart(pair)
    if len(left) != 1 or len(right) != 1 or days is None or days > DAYS:
        return False
    if not speak_as_one(pair.left.claim, pair.right.claim) or same_figure(left[0], right[0]):
        return False
    shorter = min(len(pair.left.content), len(pair.right.content))
    enough = pair.shared >= SHARED_WORDS and pair.shared >= SHARED_SHARE * shorter
    return enough and _are_of_one_noun(pair, left[0], right[0])


def _are_of_one_noun(pair: Pair, left: Figure, right: Figure) -> bool:
    """Say whether both count what the texts name by one noun; a rate or a price may be of
    anything."""
    if left.unit in (None, "percent") or left.unit != right.unit:
        return False
    noun = stem(str(left.unit).rpartition(" ")[2])
    return noun in pair.left.bag and noun in pair.right.bag
