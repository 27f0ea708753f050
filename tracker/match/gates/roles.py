"""The gate on who did it to whom: the same words, in other places."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from rapidfuzz.distance import LCSseq

from tracker.match.gates.side_by_side import may_change_places
from tracker.match.gates.voice import voice
from tracker.match.lexicon import BEING, SYMMETRIC
from tracker.match.opposites import OPPOSITES
from tracker.match.pair import Pair, replaced, show
from tracker.match.prepare import Prepared
from tracker.match.synonyms import SYNONYMS
from tracker.model import Difference
from tracker.text.variants import STOP_WORDS


def role(pair: Pair) -> Difference | None:
    """The same two have changed places around the same deed."""
    return _around_a_deed(pair) or _crosswise(pair) or _changed_places(pair) or voice(pair)


def _crosswise(pair: Pair) -> Difference | None:
    """What stood here stands there, and the other way round: damp and dry, dry and damp."""
    if not pair.near_verbatim:
        return None
    swaps = [replaced(gap) for gap in pair.gaps]
    told = [(_telling(pair.left, one), _telling(pair.right, other)) for one, other in swaps]
    for (at, here), (behind, there) in combinations(enumerate(told), 2):
        if not (here[0] and here[1] and here == there[::-1] and here[0] != here[1]):
            continue
        left, right = swaps[at]
        if not may_change_places(pair.left, left, swaps[behind][0]):
            return Difference("role", show(pair.left, left), show(pair.right, right))
    return None


def _telling(side: Prepared, places: range) -> tuple[str, ...]:
    """Return the stems at `places` that carry meaning; figures are the number gate's."""
    return tuple(
        side.stems[at]
        for at in places
        if side.words[at].form not in STOP_WORDS and not side.stems[at][0].isdigit()
    )


def _changed_places(pair: Pair) -> Difference | None:
    """All words are the same, but two stretches have changed places around a third."""
    left, right = pair.left.stems, pair.right.stems
    if len(left) != len(right) or left == right or Counter(left) != Counter(right):
        return None
    start = next(at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b)
    after = next(
        at for at, (a, b) in enumerate(zip(left[::-1], right[::-1], strict=True)) if a != b
    )
    swaps = list(_exchanged(pair, start, len(left) - after))
    if not swaps or any(may_change_places(pair.left, *swap) for swap in swaps):
        return None
    stretch = range(start, len(left) - after)
    return Difference("role", show(pair.left, stretch), show(pair.right, stretch))


def _exchanged(pair: Pair, start: int, end: int) -> Iterator[tuple[range, range]]:
    """Yield the two stretches at the ends of a part of the left side that have changed places
    on the right, each way in which the words can be so parted."""
    left, right = pair.left.stems, pair.right.stems
    for further, first, last in product(range(REACH), range(1, REACH), range(1, REACH)):
        here, there = left[start : end + further], right[start : end + further]
        behind = len(here) - last
        if behind < first or any(word[0].isdigit() for word in here[:first] + here[behind:]):
            continue
        if here[behind:] + here[first:behind] + here[:first] != there:
            continue
        one = range(start, start + first)
        other = range(start + behind, start + behind + last)
        if behind > first or _are_parted(pair, one, other):
            yield one, other


def _are_parted(pair: Pair, one: range, other: range) -> bool:
    """Say whether a comma stands between two neighbours on either side, so that neither has been
    moved from the one end of a clause to the other: "according to A, B"."""
    return (
        one.stop - 1 in pair.left.clause_ends
        and one.start + len(other) - 1 in pair.right.clause_ends
    )


def _around_a_deed(pair: Pair) -> Difference | None:
    if has_an_opposite(pair) or not _are_the_same_words(pair.left, pair.right):
        return None
    right_places = {pair.right.stems[at]: at for at in _singles(pair.right)}
    places = [at for at in _singles(pair.left) if pair.left.stems[at] in right_places]
    for here, before, after in _deeds(pair.left, places):
        deed, one, other = (pair.left.stems[at] for at in (here, before, after))
        there, i, j = right_places[deed], right_places[one], right_places[other]
        if not j < there < i or max(there - j, i - there) > REACH or deed in SYMMETRIC:
            continue
        if _takes_alike(pair, here, there) and _are_exchanged(pair, one, other):
            left, right = range(before, after + 1), range(j, i + 1)
            return Difference("role", show(pair.left, left), show(pair.right, right))
    return None


def _are_exchanged(pair: Pair, one: str, other: str) -> bool:
    """Say whether the sentences read alike once the two have changed places: where the whole
    sentence is put in another order, they do not."""
    swap = {one: other, other: one}
    exchanged = [swap.get(stemmed, stemmed) for stemmed in pair.left.content]
    right = pair.right.content
    alike = LCSseq.similarity(exchanged, right)
    least = READS_ALIKE * max(len(exchanged), len(right))
    return alike >= least and alike > LCSseq.similarity(pair.left.content, right)


READS_ALIKE = 0.75
"""Share of the content words of the longer side that stand in one order."""


_OF_A_NOUN = frozenset("a an the this that his her its their our my your".split())
"""Words behind which no deed stands but a thing."""


def _takes_alike(pair: Pair, here: int, there: int) -> bool:
    """Say whether the deed is told in one way on both sides: both as done or both as suffered,
    both "signed him" or both "signed for him"."""
    left, right = pair.left, pair.right
    if _is_passive(left, here) != _is_passive(right, there):
        return False
    return _takes(left, here) == _takes(right, there)


def _takes(side: Prepared, deed: int) -> str:
    """Return the preposition right behind the deed, empty where there is none."""
    behind = side.words[deed + 1].form if deed + 1 < len(side.words) else ""
    return behind if behind in _TAKEN else ""


_TAKEN = frozenset({"for", "to", "with", "from", "by", "of", "on", "at", "into", "against"})


def has_an_opposite(pair: Pair) -> bool:
    """Say whether a word met its opposite: "A pays more than B", "B pays less than A". Where both
    sides have either, as in "rose after it had fallen", none did."""
    here, there = (frozenset(side.stems) - frozenset(other.stems) for side, other in _both(pair))
    return any(
        not (_has_an_ally(one, there) and _has_an_ally(other, here))
        for one in here
        for other in OPPOSITES.get(one, frozenset()) & there
    )


def _has_an_ally(word: str, others: frozenset[str]) -> bool:
    """Say whether any of the others may say what the word does, or is opposite to the same."""
    against = OPPOSITES.get(word, frozenset())
    return any(
        other in SYNONYMS.get(word, ()) or not against.isdisjoint(OPPOSITES.get(other, ()))
        for other in others
    )


def _both(pair: Pair) -> tuple[tuple[Prepared, Prepared], tuple[Prepared, Prepared]]:
    return (pair.left, pair.right), (pair.right, pair.left)


REACH = 5
"""Words between a deed and who does it or whom it befalls."""


def _are_the_same_words(left: Prepared, right: Prepared) -> bool:
    shared = len(left.bag & right.bag)
    return shared >= 3 and shared >= 0.8 * max(len(left.bag), len(right.bag))


def _singles(side: Prepared) -> list[int]:
    """Return the places of content words, figures aside, that occur once."""
    return [
        at
        for at, stemmed in enumerate(side.stems)
        if side.words[at].form not in STOP_WORDS
        and not stemmed[0].isdigit()
        and side.counts[stemmed] == 1
    ]


def _deeds(side: Prepared, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each word that may be a deed with the words before and after it in reach."""
    for index, here in enumerate(places):
        if side.is_name(here) or (here and side.words[here - 1].form in _OF_A_NOUN):
            continue
        before = [at for at in places[max(0, index - REACH) : index] if here - at <= REACH]
        after = [at for at in places[index + 1 : index + 1 + REACH] if at - here <= REACH]
        for one, other in product(before, after):
            yield here, one, other


def _is_passive(side: Prepared, deed: int) -> bool:
    before = side.words[max(0, deed - 2) : deed]
    behind = side.words[deed + 1 : deed + 1 + REACH]
    return any(word.form in BEING for word in before) or any(w.form == "by" for w in behind)
