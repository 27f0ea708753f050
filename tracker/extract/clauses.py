"""Tell a clause from a phrase, and what only says when, where or how from what is asserted."""

import re

from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_CONTRACTED = word_set("it's that's he's she's they're we're i'm there's i've you're we've")
_CONTRACTIONS = ("n't", "'re", "'ve", "'ll", "'m", "'d")
_NOT_PAST = word_set("need hundred united indeed speed feed seed breed")
_OBJECTIVE = DETERMINERS | PRONOUNS | word_set("to that him them")
_DAY_PARTS = word_set("week month year night day morning afternoon evening")
_OCCASIONS = word_set(
    """
    statement interview letter tweet post email message report speech briefing note
    """
)
_OPENERS = (
    PREPOSITIONS | TIME_WORDS | ADVERBS | word_set("when while asked speaking simply to out back")
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_REACH = 40
"""Tokens within which a clause shows its verb; bounds the work on run-on sentences."""


def looks_like_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the words hold a subject and a finite verb (or quoted words for one)."""
    low = sentence.low
    if low[start] in _CONTRACTED:
        return True
    if low[start] in PRONOUNS | {"that", "this", "there"} and start + 1 < end:
        return low[start + 1] not in (")", "]")
    reach = range(start + 1, min(end, start + _REACH))
    return any(_is_predicate(low, start, at, end) and not _is_named(sentence, at) for at in reach)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Say whether a word that could be a verb is a name: "May", "Omar Ahmed", "Tom Reed"."""
    word = sentence.low[at]
    return (word == "may" or word.endswith("ed")) and sentence.is_name(at)


def _is_predicate(low: list[str], start: int, at: int, end: int) -> bool:
    word = low[at]
    if word in FINITE or (word == QUOTED and at > start + 1) or word.endswith(_CONTRACTIONS):
        return True
    if word.endswith("ed"):
        return word not in _NOT_PAST
    third_person = word.endswith("s") and not word.endswith(("ss", "'s", "us"))
    return (
        third_person
        and low[at - 1] not in DETERMINERS
        and at + 1 < end
        and low[at + 1] in _OBJECTIVE
    )


def only_adverbial(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the words are a date, a place or an occasion, with nothing asserted."""
    if start < end and sentence.low[start] == ",":
        start += 1
    if start >= end:
        return True
    word = sentence.low[start]
    return word in _OPENERS or word.endswith("ly")


def skip_adverbial(sentence: Sentence, start: int, end: int) -> int:
    """Return where the clause begins behind a date or an occasion ("said Monday the …")."""
    low = sentence.low
    at = start
    while at < end and (low[at] in WEEKDAYS or _is_loose(low[at])):
        at += 1
    if at + 1 < end and low[at] == "at" and _CLOCK.fullmatch(low[at + 1]):
        return at + 2 + (low[at + 2 : at + 3] in (["a.m."], ["p.m."], ["am"], ["pm"]))
    if at + 1 >= end or low[at] not in ("on", "in", "last", "this", "late", "early"):
        return at
    if low[at + 1] in TIME_WORDS | _DAY_PARTS:
        at += 2
        while at < end and (low[at] in TIME_WORDS | _DAY_PARTS or low[at].isdigit()):
            at += 1
    elif low[at] == "in" and low[at + 1] in ("a", "an"):
        near = range(at + 2, min(end, at + 5))
        return next((i + 1 for i in near if low[i] in _OCCASIONS), at)
    return at


def _is_loose(word: str) -> bool:
    if word in ("only", "both", "never"):
        return False
    return word in ADVERBS or word in ("yesterday", "today", "tonight")
