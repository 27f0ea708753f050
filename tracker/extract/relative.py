"""Subjects that hold a clause: "a clerk who works where the papers were found said …".

The words between such a clause's verb and the cue are that verb's object or complement
("found", "the wall"), and nobody who could have said anything. The subject is the noun
before "who", with its clause.
"""

from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import STOPS, Range, is_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    BE,
    DETERMINERS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_WORDS,
)
from tracker.text.tokens import word_set

_OPENING = frozenset(["who", "whose", "which"])
_JOINS = frozenset(["and", "but"])
_NO_OBJECT = word_set("say think hope insist argue suspect")
"""Verbs behind which a noun begins a clause of its own."""


def relative_before(sentence: Sentence, first: int, end: int, limit: int) -> int | None:
    """Return where the relative clause opens that ends before the cue, None without one.

    The words from `first` to before `end` stand before the cue, and a boundary before them;
    the clause opens behind `limit`.
    """
    verb = first - 1
    low = sentence.low
    if low[end - 1] in DETERMINERS | PREPOSITIONS:
        return None
    if not is_finite(sentence, verb, end) or _is_new_subject(sentence, (first, end)):
        return None
    for at in range(verb - 1, limit, -1):
        if low[at] in STOPS:
            return None
        if low[at] in _OPENING:
            return None if low[at - 1] in STOPS | PREPOSITIONS else at
    return None


def leads_to_subject(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether a noun behind the verb at `at` is a subject: "the man who thinks Vane said"."""
    lemmas = {verb.lemma for verb, _ in FORMS.get(sentence.low[at], ())}
    if _NO_OBJECT.isdisjoint(lemmas) or at + 1 >= end:
        return False
    article = sentence.low[at + 1] in DETERMINERS and at + 2 < end
    return article or sentence.is_name(at + 1)


def subject_within(sentence: Sentence, phrase: Range) -> Range:
    """Return the subject at the end of a clause about its object: "the man who police said"."""
    first, end = phrase
    low = sentence.low
    if end - first < 3 or low[end - 2] not in ("who", "whom", "which"):
        return phrase
    speaks = sentence.is_name(end - 1) or low[end - 1] in PLURALS | ROLE_WORDS
    return (end - 1, end) if speaks else phrase


def _is_new_subject(sentence: Sentence, phrase: Range) -> bool:
    """Say whether the words behind a verb are the cue's own subject, no part of the verb's clause.

    So they are behind "and" ("a man who was hurt and Vane said"), and behind a verb that a
    clause may follow ("the man who thinks Vane said it").
    """
    low, (first, end) = sentence.low, phrase
    joined = next((at + 1 for at in range(first, end - 1) if low[at] in _JOINS), None)
    if joined is not None and _opens_noun(sentence, joined):
        return True
    if first == end or low[first - 1] in BE:
        return False
    reports = any("clause" in verb.frames for verb, _ in FORMS.get(low[first - 1], ()))
    return reports and _opens_noun(sentence, first)


def _opens_noun(sentence: Sentence, at: int) -> bool:
    word = sentence.low[at]
    return sentence.is_name(at) or word in DETERMINERS or word in PRONOUNS
