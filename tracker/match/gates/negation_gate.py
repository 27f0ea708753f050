"""The gate on negation: "not" and its like, denials, and prefixes that deny.

What counts is not how often a text says "not" but whether what both sides carry is denied
on the one and not on the other.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from tracker.match.gates.negation_reach import NEAR_WINDOW, cut_off, embedding_before
from tracker.match.gates.negation_words import SCOPE, negations_in
from tracker.match.lexicon import DENIALS, DENYING, NEGATIONS, PREFIXES, RAISING
from tracker.match.opposites import OPPOSITES
from tracker.match.pair import NEAR, Pair, replaced, show
from tracker.match.prepare import Prepared
from tracker.model import Difference
from tracker.text.normalise import words
from tracker.text.variants import STOP_WORDS, word_set

HALF = 0.5
"""Share of the shorter text in the window from which its negations are weighed against the
other's: a denial brings words of its own, "the report that … is false"."""


Aside = tuple[frozenset[int], frozenset[int]]
"""Places, left and right, of negations that a cut took away with what they deny."""


def negation(pair: Pair) -> Difference | None:
    """The speaker of one side denies it, or a word that denies stands on one side only."""
    worded = None if told_otherwise(pair) else _worded_negation(pair)
    left, right = pair.left.claim.denied, pair.right.claim.denied
    if left == right:
        return worded
    if worded:
        # Who denies that she came says what "she did not come" says.
        return None
    return Difference("negation", _DENIED if left else "", _DENIED if right else "")


_DENIED = "denied"


def told_otherwise(pair: Pair) -> Difference | None:
    """A word denies on one side, and the other may say so too: "did not heed", "ignored"."""
    found, denying = _worded_negation(pair), negated_side(pair)
    if found is not None and not pair.near_verbatim and _both_deny(pair):
        return Difference("told_otherwise", found.left, found.right)
    if found is None or denying is None:
        return None
    plain = pair.right if denying is pair.left else pair.left
    places = [at for at in _denying_too(plain, denying) if _in_its_place(pair, denying, at)]
    word = plain.words[places[0]].printed if places else ""
    shown = (found.left, word) if denying is pair.left else (word, found.right)
    return Difference("told_otherwise", *shown) if word else None


def _both_deny(pair: Pair) -> bool:
    """Say whether both sides deny something: told in other words it may be the same."""
    return all(negations_in(side.words, 0, len(side.words)) for side in (pair.left, pair.right))


def _denying_too(plain: Prepared, denying: Prepared) -> Iterator[int]:
    """Yield the places of words that may say what a "not" says with other words: of such as have
    a denial inside, of opposites of the other side's words, and of "than anybody"."""
    starts = {word.form[:SAME_START] for word in denying.words}
    plainly = zip(denying.words, denying.stems, strict=True)
    others = {stemmed for word, stemmed in plainly if word.form not in NEGATIONS}
    others.difference_update(plain.stems)
    for at, word in enumerate(plain.words):
        if word.form[:SAME_START] in starts:
            continue
        opposed = not OPPOSITES.get(plain.stems[at], _NO_STEMS).isdisjoint(others)
        compared = word.form.startswith("any") and plain.words[at - 1].form == "than"
        if word.form in DENYING or opposed or compared:
            yield at


def _in_its_place(pair: Pair, denying: Prepared, at: int) -> bool:
    """Say whether the word at a place of the other side stands about where the "not" does, if the
    two are so like that it can be told."""
    if not pair.near_verbatim:
        return True
    negated = set(negations_in(denying.words, 0, len(denying.words)))
    for gap in pair.gaps:
        there, here = replaced(gap) if denying is pair.left else replaced(gap)[::-1]
        if not negated.isdisjoint(there) and here.start - SCOPE <= at < here.stop + SCOPE:
            return True
    return False


_NO_STEMS: frozenset[str] = frozenset()


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
    aside = cut_off(pair)
    if pair.closeness >= NEAR and pair.coverage >= HALF:
        found = _negated_prefix(pair) or _uneven_negations(pair, aside)
        if found:
            return found
    return _word_denied_on_one_side(pair, aside)


def _uneven_negations(pair: Pair, aside: Aside) -> Difference | None:
    """One side denies an odd number of times more, in or just before the shared stretch."""
    left, right = (
        [
            at
            for at in negations_in(side.words, start - NEAR_WINDOW, end)
            + embedding_before(side, start)
            + _denials_behind(side, end)
            if at not in left_out
        ]
        for side, (start, end), left_out in zip(
            (pair.left, pair.right), pair.windows, aside, strict=True
        )
    )
    left, right = _unmatched(pair, left, right)
    doubled = sum(_is_doubly_negated(pair, i, j) for i, j in _prefixed(pair))
    if (len(left) + doubled) % 2 == len(right) % 2:
        return None
    return Difference("negation", _around(pair.left, left), _around(pair.right, right))


def _unmatched(pair: Pair, left: list[int], right: list[int]) -> tuple[list[int], list[int]]:
    """Return the places without those that deny what the other side denies outside its window:
    "without resistance" may stand anywhere."""
    if (len(left) + len(right)) % 2 == 0:
        return left, right
    sides = ((pair.left, left, pair.right, right), (pair.right, right, pair.left, left))
    for side, places, other, counted in sides:
        there = _denied(other, frozenset(counted))
        for stemmed, at in _denied(side, frozenset()).items():
            alike = stemmed in there and side.words[at] == other.words[there[stemmed]]
            alike = alike or _is_not_yet(other, stemmed)
            if at in places and alike and side.stems.count(stemmed) == 1:
                places.remove(at)
    return left, right


def _denials_behind(side: Prepared, end: int) -> list[int]:
    near = range(end, min(end + NEAR_WINDOW, len(side.words)))
    return [at for at in near if side.words[at].form in DENIALS]


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


def _word_denied_on_one_side(pair: Pair, aside: Aside) -> Difference | None:
    """A shared word is denied here and not there, whatever the rest says."""
    left, right = _denied(pair.left, aside[0]), _denied(pair.right, aside[1])
    ways = ((left, right, pair.left, pair.right), (right, left, pair.right, pair.left))
    for here, there, denying, side in ways:
        for stemmed, at in here.items():
            # What is both said and denied on one side may be of two things.
            if stemmed in there or side.counts[stemmed] != 1 or denying.counts[stemmed] != 1:
                continue
            if _stands_denied_elsewhere(side, stemmed) or _denies_on(side, stemmed):
                continue
            if _denies_alike(denying.words[at].form, side) or _is_still_to_be(
                denying, at, side, stemmed
            ):
                continue
            denied = _around(denying, [at])
            plain = _beside(side, stemmed)
            shown = (denied, plain) if here is left else (plain, denied)
            return Difference("negation", *shown)
    return None


def _denied(side: Prepared, aside: frozenset[int]) -> dict[str, int]:
    """Return the content stems that a negation stands right before, and its place."""
    found: dict[str, int] = {}
    for at in negations_in(side.words, 0, len(side.words)):
        if at in aside:
            continue
        told = [
            place
            for place in range(at + 1, min(at + 1 + _scope(side, at), len(side.words)))
            if side.words[place].form not in STOP_WORDS
        ]
        if told:
            found.setdefault(side.stems[told[-1 if _scope(side, at) > SCOPE else 0]], at)
    return found


def _scope(side: Prepared, at: int) -> int:
    """Return how far what a "not" denies may stand: behind a "that" there is a subject first."""
    opens = at + 1 < len(side.words) and side.words[at + 1].form == "that"
    return SCOPE + 2 if opens else SCOPE


def _stands_denied_elsewhere(side: Prepared, stemmed: str) -> bool:
    """Say whether a negation stands a little further before the word."""
    at = side.stems.index(stemmed)
    return _is_not_yet(side, stemmed) or bool(negations_in(side.words, at - 2 * SCOPE, at))


def _is_not_yet(side: Prepared, stemmed: str) -> bool:
    """Say whether a "before" stands a little before the word: "before it had seen one" is
    "when it had not seen one"."""
    if stemmed not in side.stems:
        return False
    at = side.stems.index(stemmed)
    return any(word.form == "before" for word in side.words[max(0, at - SCOPE) : at])


def _denies_alike(form: str, side: Prepared) -> bool:
    """Say whether a verb or noun of denial stands there too, wherever: "the failure of talks",
    "the talks failed"."""
    return form not in _SMALL and any(
        word.form[:SAME_START] == form[:SAME_START] for word in side.words
    )


_SMALL = word_set("not no never none nobody nothing nowhere neither nor without unless to short")
"""Negations that say nothing of what they deny, and the ends of phrases that do not."""

SAME_START = 4
"""Letters by which forms of one word of denial are known: fail, failed, failure."""


def _is_still_to_be(denying: Prepared, at: int, side: Prepared, stemmed: str) -> bool:
    """Say whether the side tells only of what was to be done, and the other that it has not been:
    "paid to replace it", "not replaced"; "yet to ratify it", "has to be ratified"."""
    here, there = denying.stems.index(stemmed), side.stems.index(stemmed)
    ahead = any(word.form == "to" for word in side.words[max(0, there - 2) : there])
    form, other = denying.words[here].form, side.words[there].form
    done = form.endswith("ed") and form != other
    return ahead and (done or (denying.words[at - 1].form == "yet" and form != other))


def _denies_on(side: Prepared, stemmed: str) -> bool:
    """Say whether what is denied here is denied of its object: "expected no work" is "did not
    expect work", "knew nothing" is "did not know"."""
    at = side.stems.index(stemmed)
    behind = negations_in(side.words, at + 1, at + 1 + SCOPE)
    if stemmed in RAISING:
        return bool(behind)
    return any(side.words[there].form in _NOUGHT and there - at <= CLOSE for there in behind)


_NOUGHT = frozenset({"nothing", "nobody", "noone", "none", "no"})

CLOSE = 2
"""Words behind a verb in which a "nothing" denies the deed: "changed nothing"."""


def _beside(side: Prepared, stemmed: str) -> str:
    at = side.stems.index(stemmed)
    return show(side, range(max(0, at - 2), min(len(side.words), at + 1)))
