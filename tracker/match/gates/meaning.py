"""Gates on words that turn a sentence round: not, opposites, all and some, who did it to whom."""

from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz.distance import JaroWinkler

from tracker.match.features import SPELT_ALIKE
from tracker.match.lexicon import (
    ALIASES,
    CALENDAR,
    DENIALS,
    LITTLE,
    MODALS,
    MUCH,
    NEGATING_PHRASES,
    NEGATIONS,
    NOT_NEGATING,
    OPPOSITES,
    PREFIXES,
    QUANTIFIERS,
    RAISING,
)
from tracker.match.pair import NEAR, Pair, replaced, show
from tracker.match.prepare import TITLES, Prepared
from tracker.model import Difference
from tracker.text.normalise import Word, words
from tracker.text.variants import STOP_WORDS

NEAR_WINDOW = 4
"""Words before a cut in which a "not" still governs what follows ("I do not think that we
…"), and after it in which a denial speaks of what went before ("… is false")."""

HALF = 0.5
"""Share of the shorter text in the window from which its negations are weighed against the
other's: a denial brings words of its own, "the report that … is false"."""

SCOPE = 3
"""Words after a negation within which it denies the first one that carries content."""


def negation(pair: Pair) -> Difference | None:
    """The speaker of one side denies it, or a word that denies stands on one side only."""
    worded = _worded_negation(pair)
    left, right = pair.left.claim.denied, pair.right.claim.denied
    if left == right:
        return worded
    if worded:
        # Who denies that she came says what "she did not come" says.
        return None
    return Difference("negation", _DENIED if left else "", _DENIED if right else "")


_DENIED = "denied"


def negated_side(pair: Pair) -> Prepared | None:
    """Return the side that has the word of negation which the other lacks; None if unsure."""
    found = _worded_negation(pair)
    if found is None:
        return None
    negated = [
        side
        for side, shown in ((pair.left, found.left), (pair.right, found.right))
        if any(word.form in NEGATIONS for word in words(shown))
    ]
    return negated[0] if len(negated) == 1 else None


def _worded_negation(pair: Pair) -> Difference | None:
    if pair.closeness >= NEAR and pair.coverage >= HALF:
        found = _negated_prefix(pair) or _uneven_negations(pair)
        if found:
            return found
    return _word_denied_on_one_side(pair)


def negations_in(found: Sequence[Word], start: int, end: int) -> list[int]:
    """Return the places in `found[start:end]` of words that deny."""
    return [
        at
        for at in range(max(0, start), min(end, len(found)))
        if (found[at].form in NEGATIONS or _ends_a_phrase(found, at))
        and (at + 1 == len(found) or found[at + 1].form not in NOT_NEGATING)
        and not (
            at + 2 < len(found) and found[at + 1].form == "more" and found[at + 2].form == "than"
        )
        and not _goes_on(found, at)
    ]


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Say whether a "nor" goes on with the denial before it: "neither time nor money" is one."""
    before = found[max(0, at - 2 * SCOPE) : at]
    return found[at].form == "nor" and any(word.form == "neither" for word in before)


def _ends_a_phrase(found: Sequence[Word], at: int) -> bool:
    return at > 0 and (found[at - 1].form, found[at].form) in NEGATING_PHRASES


def _uneven_negations(pair: Pair) -> Difference | None:
    """One side denies an odd number of times more, in or just before the shared stretch."""
    places = []
    for side, (start, end) in zip((pair.left, pair.right), pair.windows, strict=True):
        after = range(end, min(end + NEAR_WINDOW, len(side.words)))
        places.append(
            negations_in(side.words, start - NEAR_WINDOW, end)
            + [at for at in after if side.words[at].form in DENIALS]
        )
    left, right = places
    doubled = sum(_is_doubly_negated(pair, i, j) for i, j in _prefixed(pair))
    if (len(left) + doubled) % 2 == len(right) % 2:
        return None
    return Difference("negation", _around(pair.left, left), _around(pair.right, right))


def _around(side: Prepared, places: Sequence[int]) -> str:
    """Return the words around the last negation, empty where there is none."""
    if not places:
        return ""
    return show(side, range(max(0, places[-1] - 1), min(len(side.words), places[-1] + 3)))


def _negated_prefix(pair: Pair) -> Difference | None:
    """One side has "illegal" where the other has "legal"."""
    for i, j in _prefixed(pair):
        if not _is_doubly_negated(pair, i, j):
            return Difference("negation", pair.left.words[i].form, pair.right.words[j].form)
    return None


def _is_doubly_negated(pair: Pair, i: int, j: int) -> bool:
    """Say whether the longer word has a "not" before it: "not impossible" is possible."""
    left_is_long = len(pair.left.words[i].form) > len(pair.right.words[j].form)
    side, at = (pair.left, i) if left_is_long else (pair.right, j)
    return bool(negations_in(side.words, at - SCOPE, at))


def _prefixed(pair: Pair) -> Iterator[tuple[int, int]]:
    """Yield the places of words that replace each other, a prefix of denial on one of them."""
    for gap in pair.gaps:
        left, right = replaced(gap)
        for i, j in product(left, right):
            one, other = pair.left.words[i].form, pair.right.words[j].form
            short, long = sorted((one, other), key=len)
            if len(short) > 3 and any(long == prefix + short for prefix in PREFIXES):
                yield i, j


def _word_denied_on_one_side(pair: Pair) -> Difference | None:
    """A shared word is denied here and not there, whatever the rest says."""
    left, right = _denied(pair.left), _denied(pair.right)
    for here, there, side in ((left, right, pair.right), (right, left, pair.left)):
        for stemmed, at in here.items():
            if stemmed in there or side.counts[stemmed] != 1:
                continue
            if _stands_denied_elsewhere(side, stemmed) or _denies_on(side, stemmed):
                continue
            denied = _around(pair.left if here is left else pair.right, [at])
            plain = _beside(side, stemmed)
            shown = (denied, plain) if here is left else (plain, denied)
            return Difference("negation", *shown)
    return None


def _denied(side: Prepared) -> dict[str, int]:
    """Return the content stems that a negation stands right before, and its place."""
    found: dict[str, int] = {}
    for at in negations_in(side.words, 0, len(side.words)):
        for place in range(at + 1, min(at + 1 + SCOPE, len(side.words))):
            if side.words[place].form not in STOP_WORDS:
                found.setdefault(side.stems[place], at)
                break
    return found


def _stands_denied_elsewhere(side: Prepared, stemmed: str) -> bool:
    """Say whether a negation stands a little further before the word."""
    at = side.stems.index(stemmed)
    return bool(negations_in(side.words, at - 2 * SCOPE, at))


def _denies_on(side: Prepared, stemmed: str) -> bool:
    """Say whether what is denied here is denied of its object: "expected no work" is "did not
    expect work"."""
    at = side.stems.index(stemmed)
    return stemmed in RAISING and bool(negations_in(side.words, at + 1, at + 1 + SCOPE))


def _beside(side: Prepared, stemmed: str) -> str:
    at = side.stems.index(stemmed)
    return show(side, range(max(0, at - 2), min(len(side.words), at + 1)))


def polarity(pair: Pair) -> Difference | None:
    """A word was replaced by its opposite."""
    if not pair.near_verbatim:
        return _opposite_in_place(pair)
    for gap in pair.gaps:
        left, right = replaced(gap)
        for i, j in product(left, right):
            if _are_opposite(pair, i, j):
                return Difference(
                    "polarity", pair.left.words[i].printed, pair.right.words[j].printed
                )
    return None


def _are_opposite(pair: Pair, i: int, j: int) -> bool:
    left, right = pair.left, pair.right
    if right.stems[j] in OPPOSITES.get(left.stems[i], ()):
        return True
    groups = {QUANTIFIERS.get(side.words[at].form) for side, at in ((left, i), (right, j))}
    return bool(groups & MUCH) and bool(groups & LITTLE)


def _opposite_in_place(pair: Pair) -> Difference | None:
    """In other words a word has its opposite between the same words: "the rarest reason for"."""
    here, there = pair.own
    for i in _followed(pair.left, here):
        for j in _followed(pair.right, there):
            if _beside_it(pair.left, i) == _beside_it(pair.right, j) and _are_opposite(pair, i, j):
                return Difference(
                    "polarity", pair.left.words[i].printed, pair.right.words[j].printed
                )
    return None


def _followed(side: Prepared, own: Sequence[str]) -> list[int]:
    """Return the places of the side's own words that may have an opposite."""
    return [
        at
        for at, stemmed in enumerate(side.stems[:-FOLLOWING])
        if stemmed in own and (stemmed in OPPOSITES or side.words[at].form in QUANTIFIERS)
    ]


def _beside_it(side: Prepared, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return side.stems[max(0, at - 1) : at], side.stems[at + 1 : at + 1 + FOLLOWING]


FOLLOWING = 2
"""Words behind a word, with the one before it, that show in a sentence of other words that it
stands for its opposite: of what "helps buy cheaper pills" another "sells cheaper pills"."""


def quantifier(pair: Pair) -> Difference | None:
    """All became some, many became few."""
    return _other_group(pair, QUANTIFIERS, "quantifier")


def hedge(pair: Pair) -> Difference | None:
    """What will be became what may be."""
    return _other_group(pair, MODALS, "hedge")


def _other_group(pair: Pair, groups: dict[str, str], gate: str) -> Difference | None:
    if not pair.near_verbatim:
        return None
    for left, right in _joined_gaps(pair):
        one = {groups.get(pair.left.words[at].form) for at in left} - {None}
        other = {groups.get(pair.right.words[at].form) for at in right} - {None}
        if one and other and not one & other:
            return Difference(gate, show(pair.left, left), show(pair.right, right))
    return None


def _joined_gaps(pair: Pair) -> Iterator[tuple[range, range]]:
    """Yield what was replaced, in order, gaps with no more than a word between them as one:
    "the entire crew", "part of the crew". Of what stands at an edge only the nearest words."""
    before, after = map(replaced, pair.every_word.edge_gaps())
    gaps = [(before[0][-AT_EDGE:], before[1][-AT_EDGE:])]
    gaps += map(replaced, pair.every_word.inner_gaps())
    gaps += [(after[0][:AT_EDGE], after[1][:AT_EDGE])]
    joined: list[tuple[range, range]] = []
    for left, right in gaps:
        if joined and 0 <= left.start - joined[-1][0].stop <= 1:
            before = joined.pop()
            left = range(before[0].start, left.stop)
            right = range(before[1].start, right.stop)
        joined.append((left, right))
    yield from joined


AT_EDGE = 3
"""Words before the first shared one, or behind the last, that may stand for others there."""


def name(pair: Pair) -> Difference | None:
    """A name stands where another name stood."""
    if not pair.near_verbatim:
        return None
    for gap in pair.gaps:
        left, right = replaced(gap)
        here, there = _names_at(pair.left, left), _names_at(pair.right, right)
        if here and there and not _may_name_the_same(here, there):
            return Difference("name", show(pair.left, left), show(pair.right, right))
    return _name_in_brackets(pair)


def _names_at(side: Prepared, places: range) -> list[str]:
    """Return the stems of the names at `places`; days and months are the date gate's."""
    return [
        side.stems[at]
        for at in places
        if side.is_name(at) and side.stems[at] not in CALENDAR and side.words[at].form not in TITLES
    ]


def _may_name_the_same(left: Sequence[str], right: Sequence[str]) -> bool:
    if any(_are_akin(one, other) for one, other in product(left, right)):
        return True
    return _is_acronym(left, right) or _is_acronym(right, left)


def _are_akin(one: str, other: str) -> bool:
    stem_length = min(len(one), len(other), 5)
    if stem_length >= 4 and one[:stem_length] == other[:stem_length]:
        return True
    if min(len(one), len(other)) >= 4 and JaroWinkler.similarity(one, other) >= SPELT_ALIKE:
        return True
    return one == other or other in ALIASES.get(one, ()) or one in ALIASES.get(other, ())


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(long) > 1 and any(word == "".join(part[0] for part in long) for word in short)


def _name_in_brackets(pair: Pair) -> Difference | None:
    """The editors of the two sides put other names into the quotation."""
    left, right = pair.left, pair.right
    here, there = left.bracketed_names, right.bracketed_names
    if not here or not there or _may_name_the_same(here, there):
        return None
    if set(here) & right.bag or set(there) & left.bag:
        return None
    return Difference("name", " ".join(here), " ".join(there))
