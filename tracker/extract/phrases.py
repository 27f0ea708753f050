"""Noun phrases by their surface: where one may end, and whether words hold a finite verb."""

from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    LEADING,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

Range = tuple[int, int]
"""Token positions: first, and one past the last."""

DASHES = frozenset(["—", "–", "--", "-"])
STOPS = frozenset([",", ";", ":", ".", "!", "?", "…", "...", "“", "”", '"', QUOTED]) | DASHES
RELATIVES = frozenset(["who", "which", "that"])

_POSTMODIFIER = word_set(
    """
    by to with in on at from under about for into familiar close as during this last earlier
    """
)
_PARTICIPLES = word_set("'s made held led sent built brought sold left told won lost met kept paid")
"""Finite forms that are participles before a preposition ("a vote held in May")."""

_NOUNS = word_set(
    """
    claims reports notes states projects estimates stated posts concerned hopes fears plans
    records shows finds promises counts signals estimated alleged proposed suspected
    expected feared written known said
    """
)
"""Forms of reporting verbs that are as often a noun or an adjective within a subject."""

_FIRST = word_set("minister secretary lady deputy vice sergeant officer lieutenant")
"""Offices that "First" may belong to."""

_DAY_PARTS = word_set("week month year night day morning afternoon evening")
_ING_NOUNS = word_set(
    """
    king nothing everything something anything polling wing spring morning evening
    """
)


def has_finite(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a word from `first` to before `end` is plainly a finite verb."""
    return any(is_finite(sentence, at, end) for at in range(first, end))


def is_finite(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether the word is plainly a finite verb, not a participle after its noun."""
    low = sentence.low
    word = low[at]
    following = low[at + 1] if at + 1 < end else ""
    if sentence.is_name(at) and at > 0:
        return False  # "Mr Shook", "Will Hurd", "May"
    if word in FINITE:
        return word not in _PARTICIPLES or following not in _POSTMODIFIER
    if word.endswith("ed") and len(word) > 4:
        if low[at - 1] in DETERMINERS or word.endswith("eed"):
            return False
        return following in DETERMINERS or following in PRONOUNS or following in ("him", "them")
    if word in _NOUNS:
        return False
    return any(
        kind in ("past", "s") and "clause" in verb.frames for verb, kind in FORMS.get(word, ())
    )


def is_reporting_participle(word: str) -> bool:
    """Say whether the word is "adding", "saying" and the like, behind which a clause begins."""
    return word.endswith("ing") and any(
        kind == "ing" and "clause" in verb.frames for verb, kind in FORMS.get(word, ())
    )


def in_relative(low: list[str], at: int, limit: int) -> bool:
    """Say whether a verb follows a relative pronoun closely ("the man who runs the port")."""
    for index in range(at - 1, max(limit, at - 4) - 1, -1):
        word = low[index]
        if word in RELATIVES:
            return index > limit and low[index - 1] not in STOPS
        if word not in ADVERBS and word not in AUXILIARIES and word not in PRONOUNS:
            return False
    return False


def trim_phrase(sentence: Sentence, first: int, end: int) -> Range | None:
    """Return the phrase without the adverbs and dates that lead it; None when nothing is left.

    "But last night Mr Vane" gives "Mr Vane"; what cannot be a subject gives None.
    """
    step = first
    while step is not None and step < end:
        first = step
        step = _behind_leading(sentence, first, end)
        if step == first:
            break
    first = step
    if first >= end or not _can_be_subject(sentence, first, end):
        return None
    return _behind_coordination(sentence, first, end)


def _behind_leading(sentence: Sentence, first: int, end: int) -> int:
    """Return where the phrase goes on behind one leading adverb or date (`first` if none)."""
    low = sentence.low
    word = low[first]
    if word == "first" and sentence.is_name(first) and low[first + 1 : first + 2] != []:
        ranked = low[first + 1] in _FIRST and sentence.is_name(first + 1)
        return first if ranked else first + 1  # "First Minister Ana Lund"
    if word in ("last", "next", "this"):
        return first + 2 if first + 1 < end and low[first + 1] in _DAY_PARTS else first
    if word in LEADING or word in WEEKDAYS or word in (")", "]"):
        return first + 1
    if word in ADVERBS and word != "both":
        return first + 1
    if word in ("on", "in", "by", "at") and first + 2 < end:
        return _behind_date(low, first, end)
    return first


def _behind_date(low: list[str], first: int, end: int) -> int:
    """Return where the phrase goes on behind "on Tuesday", "in the evening"."""
    if low[first + 1] not in TIME_WORDS | DETERMINERS:
        return first
    at = first + 2
    while at < end and low[at] in TIME_WORDS | _DAY_PARTS:
        at += 1
    plain = low[first + 1] in TIME_WORDS - {"this", "last"}
    return at if plain or (at < end and at > first + 2) else first


def _behind_coordination(sentence: Sentence, first: int, end: int) -> Range:
    """Return what follows "and" where the words before it hold a verb of their own."""
    low = sentence.low
    for at in range(end - 2, first, -1):
        if low[at + 1] in RELATIVES:
            continue  # "a clerk who worked there and who was hurt said"
        if low[at] in ("and", "or") and any(
            low[index].endswith("ed") or low[index] in FINITE for index in range(first, at)
        ):
            return (at + 1, end)
    return (first, end)


def _can_be_subject(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words can name someone: not a bare preposition or participle."""
    low = sentence.low
    word, last = low[first], low[end - 1]
    if word in ("about", "around") and first + 1 < end:
        return low[first + 1][0].isdigit() or low[first + 1] in ("half", "a")
    if word == "at" and first + 2 < end and low[first + 1] in ("least", "most"):
        return True
    if word in PREPOSITIONS or word in ("to", "and", "or", "not", "there", "asked"):
        return False
    if end - first == 1 and word.endswith("ly") and not sentence.is_name(first):
        return False
    if last in PREPOSITIONS or last in ("not", "to", "and", "or") or last in DETERMINERS - _ALONE:
        return False
    if word in PRONOUNS or sentence.is_name(end - 1) or word in DETERMINERS:
        return True
    return not word.endswith("ing") or word in _ING_NOUNS


_ALONE = word_set("this that these those some any all both another few two three four five six one")
"""Determiners that can stand for a noun ("some said", "one said")."""
