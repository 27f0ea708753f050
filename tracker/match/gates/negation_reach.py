"""What a "not" denies: whether one that a cut took away denies what the cut left.

"There was no money, and the pier was built" cut to "the pier was built" is as affirmed as
before, "I do not think that the pier was built" is not. Where the words do not tell, the
negation is taken to reach what remains.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.match.gates.negation_words import negations_in
from tracker.match.lexicon import EMBEDDING, RAISING
from tracker.match.pair import Pair
from tracker.match.prepare import Prepared
from tracker.text.normalise import words
from tracker.text.variants import word_set

NEAR_WINDOW = 4
"""Words before a cut in which a "not" still governs what follows ("I do not think that we
…"), and after it in which a denial speaks of what went before ("… is false")."""

Cut = tuple[int, int]
"""Where a cut that the other side made begins, and the first word that it left."""

_PASSED_OVER = word_set(
    """longer more most much way ways means case circumstances account once ever yet even really
    always still again just simply also now today any quite so very too all that have has had be
    been being do does did a an the his her its their our my your to"""
)
"""Words behind a "not" that may stand between it and what it denies."""

_LINKING = word_set("and but while although though whereas yet so because since when")
"""Words that open a clause of their own."""

_HANDING_ON = word_set("or nor that whether if how why to")
"""Words at the end of a cut by which the "not" before them reaches beyond it."""

_PREPOSITIONS = word_set(
    """about above across after against along among around as at before behind below beneath beside
    between beyond by despite down during except for from in inside into like near of off on onto
    outside over past per since than through throughout till toward towards under until up upon
    via with within"""
)

_AUXILIARIES = word_set(
    """am is are was were be been being have has had having do does did will would shall should can
    could may might must"""
)

_PARTICIPLES = word_set("be been being")

_SUBJECTS = word_set(
    """a an the this that these those it he she they we i you there who what which his her its their
    our my your all every each some any many most few both everyone everybody everything someone
    somebody something one"""
)
"""Words that open what may stand as a sentence by itself."""

_OF_A_VERB = word_set("not never")

_BEFORE_A_WORD = word_set("no none nobody nothing neither nor few")
"""Negations that deny a noun, and with it the deed it stands before."""

FAR = 9
"""Words before a cut in which a "not" may still deny a saying that what follows hangs on."""

_LEAD = 40
"""Codepoints before a fragment, in its own sentence, in which a negation is looked for."""


def cut_off(pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places, left and right, of negations that the other side cut off together
    with all that they deny."""
    left, right = pair.left, pair.right
    return _cut_from(pair, left, right), _cut_from(pair, right, left)


def _cut_from(pair: Pair, side: Prepared, other: Prepared) -> frozenset[int]:
    if not negations_in(side.words, 0, len(side.words)):
        return frozenset()
    return frozenset(_spared(side, other, _cuts(pair, side)))


def _spared(side: Prepared, other: Prepared, cuts: Sequence[Cut]) -> Iterator[int]:
    for start, left in cuts:
        for at in negations_in(side.words, start, left):
            if not _reaches(side, at, left) or (start == 0 and _hangs(side, other, at, left)):
                yield at


def _cuts(pair: Pair, side: Prepared) -> list[Cut]:
    """Return the stretches of a side that the other left out: before its first word, and where
    it has an ellipsis."""
    blocks = pair.every_word.blocks
    if not blocks:
        return []
    is_left = side is pair.left
    other = pair.right if is_left else pair.left
    here, there = (0, 1) if is_left else (1, 0)
    cuts = [(0, blocks[0][here])] if blocks[0][there] == 0 and blocks[0][here] else []
    if len(blocks) == 1 or len(other.pieces) == 1:
        return cuts
    opened = _piece_starts(other)
    for before, after in pairwise(blocks):
        start, end = before[here] + before.size, after[here]
        if start < end and before[there] + before.size == after[there] and after[there] in opened:
            cuts.append((start, end))
    return cuts


def _piece_starts(side: Prepared) -> frozenset[int]:
    """Return the places of the words behind an ellipsis."""
    at, starts = 0, set()
    for piece in side.pieces:
        starts.add(at)
        at += len(piece)
    return frozenset(starts) if at == len(side.words) else frozenset()


def _reaches(side: Prepared, at: int, left: int) -> bool:
    """Say whether the negation at a place denies the words from `left` on."""
    between = [word.form for word in side.words[at + 1 : left]]
    if not between:
        return at not in side.sentence_ends
    if any(place in side.sentence_ends for place in range(at, left)):
        return False
    if at in side.clause_ends or between[0] in _PREPOSITIONS:
        return True  # "not, as some say, a thief"; "not in any way harm"
    linked = next((i for i, form in enumerate(between) if form in _LINKING), len(between))
    stems = side.stems[at + 1 : at + 1 + linked]
    if any(stem in EMBEDDING or stem in RAISING for stem in stems):
        return True
    if linked < len(between):
        return False
    only_small = all(_is_passed_over(form) for form in between)
    if only_small or between[-1] in _HANDING_ON or side.words[left].form in _HANDING_ON:
        return True
    at_a_comma = any(place in side.clause_ends for place in range(at + 1, left))
    if at_a_comma or side.words[left].form in _LINKING:
        return False
    return side.words[at].form in _BEFORE_A_WORD and side.words[left].form not in _PREPOSITIONS


def embedding_before(side: Prepared, start: int) -> list[int]:
    """Return the places, `FAR` to `NEAR_WINDOW` words before a place, of negations that deny
    the whole of what stands there: "nobody at the ministry believes (that) | it will hold"."""
    if start == 0 or not (side.words[start - 1].form == "that" or _embeds(side, start - 1, start)):
        return []
    far = negations_in(side.words, start - FAR, start - NEAR_WINDOW)
    return [at for at in far if _embeds(side, at + 1, start)]


def _embeds(side: Prepared, begin: int, end: int) -> bool:
    """Say whether one sentence, and no new clause, leads from here over a word like "say"."""
    if any(place in side.sentence_ends for place in range(begin, end)):
        return False
    found = side.stems[begin:end]
    linked = any(word.form in _LINKING for word in side.words[begin:end])
    return not linked and any(stem in EMBEDDING or stem in RAISING for stem in found)


def _is_passed_over(form: str) -> bool:
    return form in _PASSED_OVER or form.endswith("ly")


def _is_an_order(side: Prepared, at: int) -> bool:
    """Say whether the "not" forbids something: "Do not | put it in" leaves the very order."""
    opens = at == 1 or at - 2 in side.sentence_ends
    return opens and side.words[at - 1].form == "do"


def _hangs(side: Prepared, other: Prepared, at: int, left: int) -> bool:
    """Say whether a cut right behind the "not" left the rest of its verb and no subject, so
    that it says nothing by itself: "never | been a friend", "not | under command".

    The sentence around it has the "not" outside the quotation marks, or is not known.
    """
    first = side.words[left].form
    if left != at + 1 or side.words[at].form not in _OF_A_VERB or first in _SUBJECTS:
        return False
    before = {word.form for word in side.words[max(0, at - 2) : at]}
    if before.isdisjoint(_AUXILIARIES) and first not in _PREPOSITIONS | _PARTICIPLES:
        return False
    context = other.claim.context
    if not context:
        return not _is_an_order(side, at)
    opens = max(0, context.find(other.claim.text))
    lead = words(context[max(0, opens - _LEAD) : opens])
    return bool(negations_in(lead, 0, len(lead)))
