"""Find the printed source of a cue: the noun phrase before it that is its subject.

There is no parser. The subject reaches left to the nearest clause boundary (a comma, a
dash, a conjunction, another finite verb), with appositions between commas taken along
("Lena Cho, who runs the port, said").
"""

from tracker.extract.cues import Cue
from tracker.extract.fronted import behind_fronted
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import (
    DASHES,
    RELATIVES,
    STOPS,
    Range,
    has_finite,
    in_relative,
    is_finite,
    is_reporting_participle,
    trim_phrase,
)
from tracker.extract.reading import Sentence
from tracker.extract.relative import leads_to_subject, relative_before, subject_within
from tracker.extract.words import (
    DETERMINERS,
    LEADING,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_EITHER_CASE = frozenset(["it", "you"])
"""Pronouns that may as well be an object ("people who have read it said")."""

_COMMA = frozenset([","])
_DESCRIBING = word_set("who whose which whom where")
_AFTER_THAT = word_set(
    """
    is are was have has asked declined refused night day morning afternoon evening week month year
    """
)

LONGEST_SOURCE = 45
"""Tokens: a subject with its appositions is not longer; what is, was misread."""


def source_left(sentence: Sentence, cue: Cue, floor: int = 0) -> Range | None:
    """Return the subject printed before the cue, None when there is none.

    `floor` is the first position it may take in.
    """
    low = sentence.low
    end = _without_day(low, floor, cue.group)
    if end <= floor:
        return None
    if low[end - 1] == ",":
        return _before_comma(sentence, end, floor)
    if low[end - 1] in DASHES:
        opening = _nearest(sentence, end - 1, floor, DASHES)
        head = _phrase_ending(sentence, opening, floor) if opening else None
        return (head[0], end - 1) if head else None
    return _phrase_ending(sentence, end, floor)


def _nearest(sentence: Sentence, closing: int, floor: int, signs: frozenset[str]) -> int | None:
    """Return the position of the nearest of `signs` before `closing`."""
    first = max(floor, closing - LONGEST_SOURCE)
    return next((at for at in range(closing - 1, first - 1, -1) if sentence.low[at] in signs), None)


def _before_comma(sentence: Sentence, end: int, floor: int) -> Range | None:
    """Return a subject whose apposition ends at the comma before `end`."""
    low = sentence.low
    right = end - 1
    while True:
        left = _nearest(sentence, right, floor, _COMMA)
        if left is None or low[left + 1] == QUOTED or not _is_apposition(sentence, left + 1, right):
            return None
        head = _phrase_ending(sentence, left, floor)
        if head is not None and _is_head(sentence, head, left, right, floor):
            aside = right - left == 2 and low[left + 1] in TIME_WORDS | LEADING
            placed = low[left + 1] in PREPOSITIONS and not sentence.is_name(left + 1)  # not "Per"
            adverbial = aside or placed or low[left + 1].endswith("ing")
            return head if adverbial else (head[0], end - 1)
        right = left


def _is_head(sentence: Sentence, head: Range, left: int, right: int, floor: int) -> bool:
    """Say whether a phrase is what its neighbour describes, not itself a description.

    "its president, Ann Lee" is a head with its name; in "Ann Lee, the president, 52," the
    head is the first.
    """
    low, first = sentence.low, head[0]
    named = all(sentence.is_name(at) for at in range(left + 1, right))
    if (named and not sentence.is_name(first)) or first in (floor, 0) or low[first - 1] != ",":
        return True
    if low[first].isdigit() or low[first] in _DESCRIBING:
        return False
    described = first >= 2 and sentence.is_name(first - 2) and low[first - 2] not in TIME_WORDS
    if not described:
        return True
    if sentence.is_name(first) and left - first <= 2:
        return left - first != 1
    return any(sentence.is_name(at) for at in range(first, min(left, first + 3)))


def _is_apposition(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words between two commas may describe the name before them."""
    if end <= first:
        return False
    low = sentence.low
    word = low[first]
    if word in _DESCRIBING or word[0].isdigit():
        return True
    if word in PRONOUNS or word in SUBORDINATORS - {"as"} or word in ("and", "or"):
        return False
    relative = not RELATIVES.isdisjoint(low[first:end]) or "whose" in low[first:end]
    return relative or not has_finite(sentence, first, end)


def _phrase_ending(sentence: Sentence, end: int, floor: int) -> Range | None:
    """Return the noun phrase that ends before `end`, reaching left to its clause's start."""
    low = sentence.low
    if end <= floor:
        return None
    last = low[end - 1]
    alone = end - 2 < floor or low[end - 2] in STOPS | SUBORDINATORS | LEADING
    if last in PRONOUNS and (alone or last not in _EITHER_CASE):
        return (end - 1, end)
    if last in RELATIVES and end - 1 > floor:
        return (end - 1, end)
    first, depth = end, 0
    limit = max(floor, end - LONGEST_SOURCE)
    while first > limit:
        word = low[first - 1]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif not depth and _is_boundary(sentence, first - 1, end, limit):
            break
        first -= 1
    if first > limit:
        pronoun = relative_before(sentence, first, end, limit)
        head = _phrase_ending(sentence, pronoun, floor) if pronoun else None
        if head is not None:
            return (head[0], end)
    if first > limit and _takes_object(low[first - 1]):
        # "denied the charge and Vane said": the first noun is the object of "denied"
        joined = [at for at in range(first, end - 1) if low[at] in ("and", "but")]
        first = joined[-1] + 1 if joined else first
    phrase = trim_phrase(sentence, behind_fronted(sentence, (first, end)), end)
    return subject_within(sentence, phrase) if phrase else None


def _without_day(low: list[str], floor: int, end: int) -> int:
    """Return where a subject ends without the day behind it: "Police on Saturday said …".

    Behind a relative clause the day is the clause's ("the group who wrote on Monday said"),
    unless a comma closes it ("Cho, who runs the port, on Monday said").
    """
    if end - 2 <= floor or low[end - 1] not in WEEKDAYS or low[end - 2] != "on":
        return end
    if low[end - 3] == ",":
        return end - 2
    near = low[max(floor, end - LONGEST_SOURCE) : end]
    return end if any(word in _DESCRIBING or word == "that" for word in near) else end - 2


def _takes_object(word: str) -> bool:
    return any(not verb.frames.isdisjoint(("object", "charge")) for verb, _ in FORMS.get(word, ()))


def _is_boundary(sentence: Sentence, at: int, end: int, limit: int) -> bool:
    """Say whether the subject that ends before `end` cannot reach to the word at `at`."""
    low = sentence.low
    word = low[at]
    if word in STOPS or word == "(" or word in SUBORDINATORS - {"that", "than"}:
        return True
    if word == "which" and low[at - 1] in PREPOSITIONS:
        return True
    if word == "that":
        # "the panel that reviewed the bids said": a relative, no clause of its own
        relative = at + 2 < end and low[at + 1].endswith("ed") and low[at + 2] in DETERMINERS
        return at + 1 < end and low[at + 1] not in _AFTER_THAT and not relative
    if is_reporting_participle(low[at]) and at + 1 < end:
        return True
    if word in ("be", "have") and at and low[at - 1] == "to":
        return False  # "an official who asked not to be named said"
    if not is_finite(sentence, at, end):
        return False
    return not in_relative(low, at, limit) or leads_to_subject(sentence, at, end)
