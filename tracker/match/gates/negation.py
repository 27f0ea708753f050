"""The gate on negation: "not" and its like, denials, and prefixes that deny.

What counts is not how often a text says "not" but whether what both sides carry is denied
on the one and not on the other.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from tracker.match.lexicon import (
    DENIALS,
    NEGATING_PHRASES,
    NEGATIONS,
    NOT_NEGATING,
    PREFIXES,
    RAISING,
)
from tracker.match.pair import NEAR, Pair, replaced, show
from tracker.match.prepare import Prepared
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
