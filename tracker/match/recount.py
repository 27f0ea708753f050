"""One thing counted twice, in other words: 14 complaints, 31 complaints."""

from collections import Counter
from collections.abc import Sequence

from tracker.match import setting
from tracker.match.events import speak_as_one
from tracker.match.gates.figure import YEAR, Figure, same_figure
from tracker.match.gates.figures import told_figures
from tracker.match.pair import Pair
from tracker.match.prepare import Prepared
from tracker.text.normalise import stem
from tracker.text.variants import word_set

DAYS = 14
"""Days within which one source that counts the same gives a new count, or a rival one."""

SHARED_WORDS = 3
SHARED_SHARE = 0.45
"""Content words, the thing counted among them, and their share of the shorter text, that show
that the same is counted."""


WORDS_OF_TWO = 4
SHARE_OF_TWO = 0.6
"""The same where two sources count: "the strike costs the country 20 million euros a day"."""


def counts_one_thing(pair: Pair) -> bool:
    """Say whether the two give figures that differ for one thing, whatever the wording.

    One source, each time with but one figure: of two it would have to be known which is meant.
    Or two sources, who use most of the same words, and each count it once.
    """
    left, right = told_figures(pair)
    days = setting.days_apart(pair)
    if not left or not right or days is None or days > DAYS:
        return False
    shorter = min(len(pair.left.content), len(pair.right.content))
    if speak_as_one(pair.left.claim, pair.right.claim):
        if len(left) != 1 or len(right) != 1 or same_figure(left[0], right[0]):
            return False
        enough = pair.shared >= SHARED_WORDS and pair.shared >= SHARED_SHARE * shorter
        return enough and _are_of_one_noun(pair, left[0], right[0])
    enough = pair.shared >= WORDS_OF_TWO and pair.shared >= SHARE_OF_TWO * shorter
    if not enough and not _is_counted_in_few_words(pair, left, right, days):
        return False
    if _times(pair.left) != _times(pair.right):
        return False
    counted = _counted_once(left, right)
    return any(not same_figure(*figures) for figures in counted)


def _is_counted_in_few_words(
    pair: Pair, left: Sequence[Figure], right: Sequence[Figure], days: int
) -> bool:
    """Say whether two sources each give one figure for what they tell in much the same few words
    at one time: "3,000 people marched in Orlen", "10,000 people marched through Orlen"."""
    if days > DAYS_OF_FEW or len(left) != 1 or len(right) != 1:
        return False
    unit = left[0].unit
    if unit != right[0].unit or unit in (None, "percent") or str(unit)[:3].isupper():
        return False  # of money, "cost" and "million" say nothing of what is paid for
    told = min(len(side.content) - _figures_in(side) for side in (pair.left, pair.right))
    return pair.shared >= SHARED_WORDS and pair.shared >= SHARE_OF_FEW * told


def _figures_in(side: Prepared) -> int:
    return sum(found[0].isdigit() for found in side.content)


DAYS_OF_FEW = 2
SHARE_OF_FEW = 0.75
"""Days, and the share of the words of the shorter text that carry meaning, figures aside."""


def _times(side: Prepared) -> frozenset[str]:
    """Return the years of a text, and whether it tells of the last or the next one."""
    forms = {word.form for word in side.words}
    return frozenset(form for form in forms if form in _LAST_OR_NEXT or YEAR.fullmatch(form))


_LAST_OR_NEXT = word_set("last next previous")


def _counted_once(left: Sequence[Figure], right: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the figures of one unit, a noun or a currency, of which either side has one."""
    units = Counter(f.unit for f in left), Counter(f.unit for f in right)
    once = {u for u in units[0] if u not in (None, "percent") and units[0][u] == units[1][u] == 1}
    return [(a, b) for a in left for b in right if a.unit == b.unit and a.unit in once]


def _are_of_one_noun(pair: Pair, left: Figure, right: Figure) -> bool:
    """Say whether both count what the texts name by one noun; a rate or a price may be of
    anything."""
    if left.unit in (None, "percent") or left.unit != right.unit:
        return False
    noun = stem(str(left.unit).rpartition(" ")[2])
    return noun in pair.left.bag and noun in pair.right.bag
