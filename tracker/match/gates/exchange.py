"""The gate on two that have changed places in a sentence that is otherwise told alike.

`role` is sure of it where all words are the same. Here words may be cut off, put in or changed
around the two, so that it is left to a person to say.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from tracker.match.gates.roles import has_an_opposite, role
from tracker.match.gates.side_by_side import ARTICLES, may_change_places
from tracker.match.lexicon import BEING, CALENDAR, HOLDING
from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Difference
from tracker.text.variants import STOP_WORDS


def exchange(pair: Pair) -> Difference | None:
    """Two stand in each other's places: "the mayor told the judge", "the judge told the mayor"."""
    return _throughout(pair) or _in_two_places(pair)


def _throughout(pair: Pair) -> Difference | None:
    """Each of two words stands wherever the other does on the other side: "the pilot blamed the
    tower, and the tower nobody", "the tower blamed the pilot, and the pilot nobody"."""
    left, right = pair.left.content, pair.right.content
    if len(left) != len(right) or left == right or pair.left.bag != pair.right.bag:
        return None
    one, other = next((a, b) for a, b in zip(left, right, strict=True) if a != b)
    exchanged = {one: other, other: one}
    repeated = max(left.count(one), left.count(other)) > 1
    if not repeated or tuple(exchanged.get(stem, stem) for stem in left) != right:
        return None  # what stands but once is looked for below
    here, there = pair.left.stems.index(one), pair.right.stems.index(other)
    return Difference(
        "exchange",
        show(pair.left, range(here, min(here + SHOWN, len(pair.left.words)))),
        show(pair.right, range(there, min(there + SHOWN, len(pair.right.words)))),
    )


SHOWN = 4
"""Words shown of what was exchanged throughout."""


def _in_two_places(pair: Pair) -> Difference | None:
    if pair.content.matched == pair.shared or not _share_most(pair):
        return None
    left, right = _shared(pair.left, pair.right), _shared(pair.right, pair.left)
    for here, there in _exchanged(pair, left, right):
        if any(pair.left.stems[at] in CALENDAR for places in here for at in places):
            continue  # "on Thursday, helped by demand", "helped by demand, on Thursday"
        if _is_told_alike(pair, here, there) and not may_change_places(pair.left, *here):
            if has_an_opposite(pair) or role(pair):
                return None  # told by a gate that is sure of it
            return Difference(
                "exchange",
                show(pair.left, range(here[0].start, here[1].stop)),
                show(pair.right, range(there[0].start, there[1].stop)),
            )
    return None


LEAST_SHARED, SHARED_SHARE = 3, 0.8
"""Content words that both have, at the least, and their share of the side that has fewer."""


def _share_most(pair: Pair) -> bool:
    fewer = min(len(pair.left.bag), len(pair.right.bag))
    shared = len(pair.left.bag & pair.right.bag)
    return shared >= LEAST_SHARED and shared >= SHARED_SHARE * fewer


def _shared(side: Prepared, other: Prepared) -> list[int]:
    """Return the places of the content words that either side has as often; figures have a gate
    of their own."""
    return [
        at
        for at, stemmed in enumerate(side.stems)
        if 0 < side.counts[stemmed] == other.counts[stemmed] and not stemmed[0].isdigit()
    ]


Two = tuple[range, range]


def _exchanged(pair: Pair, left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[Two, Two]]:
    """Yield where the two stand on either side, first the one that comes first there, for each way
    in which the shared words between the first and the last that differ can be so parted."""
    here = [pair.left.stems[at] for at in left]
    there = [pair.right.stems[at] for at in right]
    differ = [at for at, (a, b) in enumerate(zip(here, there, strict=True)) if a != b]
    if not differ:
        return
    start, end = differ[0], differ[-1] + 1
    here, there = here[start:end], there[start:end]
    for first, last in product(range(1, MOST_IN_A_NAME + 1), repeat=2):
        behind = len(here) - last
        if behind < first or any(here.count(one) > 1 for one in here[:first] + here[behind:]):
            continue  # "stone by stone"
        if here[behind:] + here[first:behind] + here[:first] == there:
            ours, theirs = left[start:end], right[start:end]
            yield (
                (_range(ours[:first]), _range(ours[behind:])),
                (_range(theirs[:last]), _range(theirs[len(theirs) - first :])),
            )


MOST_IN_A_NAME = 6
"""Content words of each of the two: "companies seeking state contracts in Belmar"."""


def _range(places: Sequence[int]) -> range:
    return range(places[0], places[-1] + 1)


def _is_told_alike(pair: Pair, here: Two, there: Two) -> bool:
    """Say whether what stands between the two holds them together in one way on both sides: both
    "was told by", both "than"."""
    left, right = _holding(pair.left, here), _holding(pair.right, there)
    if left != right:
        return False
    if _tells(pair.left, here) and _tells(pair.right, there):
        return True
    if not left:
        return _are_parted(pair.left, here) and _are_parted(pair.right, there)
    return _before(pair.left, here[0].start) != left[-1]  # "in Mill Street in Harnmoor"


def _holding(side: Prepared, two: Two) -> tuple[str, ...]:
    forms = (side.words[at].form for at in range(two[0].stop, two[1].start))
    return tuple("be" if form in BEING else form for form in forms if form in HOLDING)


def _tells(side: Prepared, two: Two) -> bool:
    """Say whether a word that carries meaning stands between the two."""
    return any(side.words[at].form not in STOP_WORDS for at in range(two[0].stop, two[1].start))


def _are_parted(side: Prepared, two: Two) -> bool:
    return two[0].stop - 1 in side.clause_ends


def _before(side: Prepared, at: int) -> str:
    """Return the word before this one, articles left out."""
    forms = [word.form for word in side.words[max(0, at - 3) : at] if word.form not in ARTICLES]
    return forms[-1] if forms else ""
