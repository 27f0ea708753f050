"""Where the subject begins behind a phrase that opens its sentence without a comma.

"In recent weeks officials have warned", "After the vote Lind said", "At the hearing the
mayor told": what was taken for one noun phrase is two. The second begins at an article
that no preposition governs, at a name behind a plain noun, or behind a stretch of time
or a place.
"""

from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    DETERMINERS,
    LEADING,
    PLURALS,
    PREPOSITIONS,
    ROLE_WORDS,
    TIME_WORDS,
)
from tracker.text.tokens import word_set

_CONJUNCTIONS = frozenset(["after", "before", "since", "until"])
"""Prepositions too, at which a subject's search to the left has stopped."""

_ARTICLES = word_set("the a an his her its their our my this these those some many most several")
_SPANS = word_set(
    """
    years months weeks days hours decades minutes moments year month week decade weekend night
    morning afternoon evening day summer winter spring autumn
    """
)
_JOINS = word_set("and or of 's") | DETERMINERS
_OPENING = word_set("and but ; : — – --")
_LONGEST_SPAN = 4
"""Tokens of a stretch of time behind its preposition: "the past few years"."""


def behind_fronted(sentence: Sentence, phrase: Range) -> int:
    """Return where the subject begins in a phrase before a verb (its start when it is one)."""
    low, (first, end) = sentence.low, phrase
    opening = first
    while opening < end and low[opening] in LEADING:
        opening += 1
    if opening == first and first and low[first - 1] in _CONJUNCTIONS:
        opening = first - 1
    elif opening >= end or low[opening] not in PREPOSITIONS:
        return first
    before = min(first, opening)
    if before and low[before - 1] not in _OPENING:
        return first
    if low[opening + 1 : opening + 2] in (["least"], ["most"]) or "that" in low[opening:end]:
        return first  # "at least two members of the panel that reviewed the bids"
    inside = opening + 1
    for split in (_at_article, _at_name, _behind_span, _behind_place):
        at = split(sentence, inside, end)
        if at is not None:
            return at
    return first


def _at_article(sentence: Sentence, inside: int, end: int) -> int | None:
    """Return the last article behind a noun: "at the hearing | the head of the union"."""
    low = sentence.low
    return next(
        (
            at
            for at in range(end - 1, inside, -1)
            if low[at] in _ARTICLES and low[at - 1] not in PREPOSITIONS | _JOINS
        ),
        None,
    )


def _at_name(sentence: Sentence, inside: int, end: int) -> int | None:
    """Return where a name begins behind a plain noun: "after the vote | Ada Lind"."""
    low = sentence.low
    at = end - 1
    while at > inside and sentence.is_name(at - 1):
        at -= 1
    plain = at > inside and low[at - 1].isalpha() and low[at - 1] not in PREPOSITIONS | _JOINS
    # "after former Governor Ann Lee said": behind a conjunction a clause may begin
    phrase = low[inside - 1] not in _CONJUNCTIONS or low[inside] in DETERMINERS
    return at if plain and phrase and sentence.is_name(at) else None


def _behind_span(sentence: Sentence, inside: int, end: int) -> int | None:
    """Return what follows a stretch of time: "in recent weeks | officials"."""
    low = sentence.low
    reach = range(inside, min(end - 1, inside + _LONGEST_SPAN))
    at = next((at for at in reach if low[at] in _SPANS), None)
    if at is None or any(
        sentence.is_name(i) and low[i] not in TIME_WORDS for i in range(inside, at)
    ):
        return None
    return at + 1


def _behind_place(sentence: Sentence, inside: int, end: int) -> int | None:
    """Return a bare plural behind a name or a year: "in Orlo | residents"."""
    low = sentence.low
    at = inside
    while at < end and (sentence.is_name(at) or low[at].isdigit()):
        at += 1
    several = low[end - 1].endswith("s") or low[end - 1] in PLURALS | ROLE_WORDS
    plain = all(low[i].isalpha() and low[i] not in PREPOSITIONS | _JOINS for i in range(at, end))
    return at if inside < at < end and several and plain else None
