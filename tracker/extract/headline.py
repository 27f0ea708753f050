"""Quoted words that open a headline, and whose words it is: “They knew”: engineer; …: police.

Quoted words are somebody's, but those behind the colon need not name whose. Titles of works
stand there as well (“The Long Road”: a new film), and are told by their capitals.
"""

from tracker.extract.draft import Draft
from tracker.extract.phrases import DASHES, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_WORDS,
)
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_MARKS = "”\"’'»“‘„`« ,.!?"
_LONGEST_NAME = 5
_LEAST = 2
"""Words: one alone is as often a title or a scare quote."""

_SPEAKERS = PRONOUNS | word_set("me us my our your you his him her their i'm we're it's that's")
_CLAUSE = 4
"""Words of the shortest headline that says something before its colon."""

_CLOSING = word_set(
    """
    police officials official sources source military minister ministers ministry lawyer lawyers
    experts analysts prosecutors army navy coastguard governor mayor witnesses firefighters
    authorities spokesman spokeswoman spokesperson researchers scientists doctors regulator
    watchdog union unions aide aides diplomats media report reports study survey poll data
    documents
    """
)
_ASKING = word_set("what how why who where when which whose inside meet")
_LINKS = word_set("of the de van and")


def find_headline_quote(sentence: Sentence, end: int) -> Draft | None:
    """Return the quoted words that open a headline before a colon or a dash.

    Their speaker is named only where nothing but a name stands behind: “We won”: Ada Lind.
    """
    low = sentence.low
    if end <= 2 or not (low[1] == ":" or low[1] in DASHES) or not _is_said(sentence):
        return None
    capitals = not any(word[0].islower() for word in sentence.tokens[0].text.split())
    if not capitals and end - 2 <= _LONGEST_NAME and _is_somebody(sentence, 2, end):
        return Draft([(0, 1)], (2, end), (1, 2), Act.SPEECH, "headline colon")
    return Draft([(0, 1)], None, None, Act.SPEECH, "cue not read")


def find_closing_role(sentence: Sentence, end: int) -> Draft | None:
    """Return what a headline gives to an unnamed source behind its colon: "… in fire: police".

    The part alone names a source, so that a headline's verb ("rises to", "to free") will do.
    """
    low = sentence.low
    at = end - 1
    while at > 0 and low[at] != ":" and end - at <= _LONGEST_NAME:
        at -= 1
    source = (at + 1, end)
    if at < _CLAUSE or low[at] != ":" or QUOTED in low[:at] or ":" in low[:at]:
        return None
    if low[end - 1] not in _CLOSING or not all(
        sentence.is_word(i) or low[i].endswith(".") for i in range(*source)
    ):
        return None
    barred = DETERMINERS | PREPOSITIONS | PRONOUNS | FINITE
    if not barred.isdisjoint(low[slice(*source)]) or low[0] in _ASKING:
        return None
    if not any(_tells(sentence, i) for i in range(1, at - 1)):
        return None
    act = Act.DOCUMENT if low[end - 1] in DOCUMENT_NOUNS else Act.SPEECH
    first = next((i + 1 for i in range(at) if low[0] == "(" and low[i] == ")"), 0)
    return Draft([(first, at)], source, (at, at + 1), act, "headline colon")


def _tells(sentence: Sentence, at: int) -> bool:
    """Say whether a word is likely a headline's verb: "sank", "rises to", "kills 9", "to free"."""
    low = sentence.low
    word, following = low[at], low[at + 1]
    if word in FINITE:
        return True
    if low[at - 1] in DETERMINERS | PREPOSITIONS:
        return False
    if word == "to":
        return following not in DETERMINERS and not sentence.is_name(at + 1)
    goes_on = following in DETERMINERS | PREPOSITIONS or following == "to" or following[0].isdigit()
    return word.endswith(("s", "ed")) and not word.endswith(("ss", "'s")) and goes_on


def _is_said(sentence: Sentence) -> bool:
    """Say whether the words are of a sentence or a phrase in lower case, not a title."""
    words = sentence.tokens[0].text.replace("’", "'").strip(_MARKS).split()
    if len(words) < _LEAST:
        return False
    low = [word.casefold().strip(_MARKS) for word in words]
    if any(word in FINITE or word in _SPEAKERS or word.endswith("n't") for word in low):
        return True
    plain = [word for word in words[1:] if word.casefold() not in DETERMINERS | PREPOSITIONS]
    return any(word[0].islower() for word in plain)


def _is_somebody(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words are a person's name or an office, and nothing else."""
    low = sentence.low
    if low[first] in DETERMINERS | PREPOSITIONS | PRONOUNS or has_finite(sentence, first, end):
        return False
    named = all(sentence.is_name(at) or low[at] in _LINKS for at in range(first, end))
    return (named and end - first > 1) or (low[end - 1] in ROLE_WORDS and named)
