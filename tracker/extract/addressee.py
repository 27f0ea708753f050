"""Who was told: the noun phrase between "told" and what was said, or the subject of "was told"."""

from tracker.extract.clauses import looks_like_clause
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.phrases import DASHES
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    DETERMINERS,
    FINITE,
    OUTLET_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_OBJECTIVES = word_set("him her them us me you it himself herself")
_AUDIENCES = word_set("reporters journalists lawmakers supporters voters police")
_MARKS = frozenset([",", ":", ";", ".", "!", "?", QUOTED, "(", "-", "that"]) | DASHES
_BEHIND = (
    (PREPOSITIONS - {"of", "for"}) | WEEKDAYS | word_set("yesterday last this earlier the and")
)
_NO_HEARER = (
    PREPOSITIONS
    | SUBORDINATORS
    | ADVERBS
    | WEEKDAYS
    | PRONOUNS
    | word_set("to that there yes no nothing everything lies not and or")
)
_LONGEST = 5
"""Tokens of a bare noun with what describes it."""

_TIMES = WEEKDAYS | word_set("last this earlier yesterday to")


def addressee_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where the addressee that begins at `start` ends (`start` when there is none)."""
    low = sentence.low
    if start >= end:
        return start
    if low[start] in _OBJECTIVES or low[start] in _AUDIENCES:
        return _behind_hers(sentence, start, end) if low[start] == "her" else start + 1
    if not _can_begin(sentence, start, end):
        return start
    at = start
    while at < end and not _breaks(low, start, at):
        at += 1
    if at < end and low[at] in FINITE:
        # what was taken for an addressee is the subject of what was said, or ends with it
        return _before_name(sentence, start, at) or start
    return at


def _before_name(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where a name begins behind a plain noun: "told the court | Ann Lee had"."""
    first = end
    while first > start and sentence.is_name(first - 1):
        first -= 1
    heard = first - 1 > start and sentence.low[start] in DETERMINERS and first < end
    plain = heard and sentence.low[first - 1] not in PREPOSITIONS | DETERMINERS
    return first if plain and not any(map(sentence.is_name, range(start, first))) else None


def last_hearer_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where the bare noun ends that closes a sentence: "…, Lind told parliament on Monday".

    `start` when what stands there is no noun by itself, but a clause, or a word that opens one.
    """
    low = sentence.low
    if start >= end or low[start] in _NO_HEARER or looks_like_clause(sentence, start, end):
        return start
    at = start
    while at < end and at - start < _LONGEST and sentence.is_word(at) and low[at] not in _BEHIND:
        at += 1
    closed = at == end or low[at] in _BEHIND or low[at] in _MARKS - {"that", QUOTED, ":"}
    return at if closed else start


def _behind_hers(sentence: Sentence, start: int, end: int) -> int:
    """Return where "her students" ends in "told her students the wall …", where "her" does else."""
    low, at = sentence.low, start + 1
    while at < end and not sentence.is_name(at) and not _breaks(low, start, at):
        at += 1
    opens = at < end and (low[at] in DETERMINERS or low[at] in PRONOUNS or low[at] == "that")
    return at if opens else start + 1


def _can_begin(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.low[start]
    if word in DETERMINERS or sentence.is_name(start) or word.endswith("s"):
        return True
    return any(near in OUTLET_WORDS for near in sentence.low[start : min(end, start + 4)])


def _breaks(low: list[str], start: int, at: int) -> bool:
    """Say whether the word at `at` no longer belongs to the addressee."""
    word = low[at]
    if word in _MARKS or word in SUBORDINATORS:
        return True
    if word in PREPOSITIONS:
        return word not in ("of", "for")
    if at == start:
        return False
    if word in PRONOUNS or word in _TIMES or word in FINITE:
        return True
    return word in DETERMINERS and low[at - 1] not in ("of", "for", "and")


def unname_hearers(sentence: Sentence, drafts: list[Draft], cues: list[Cue]) -> None:
    """Take from a draft the source that the model gave it where that is who was told.

    "Cho was told: “…”", "Cho was asked whether …": nobody is named, and Cho did not say it.
    """
    passive = [cue for cue in cues if cue.passive and cue.takes("addressee", "question")]
    for draft in drafts:
        if draft.cue is None or draft.source is None:
            continue
        first, last = draft.cue
        told = any(first <= cue.head < last for cue in passive)
        asked = draft.verb is None and sentence.low[first:last] == ["asked"] and first == 0
        if (told and draft.source[1] <= first) or (asked and draft.source[0] >= last):
            draft.source = None  # "Asked whether she knew, Cho said no"
