"""Quoted words that open a headline: “They knew”: engineer says warnings were ignored.

They are somebody's, but the words behind the colon need not name whose. Titles of works stand
there as well (“The Long Road”: a new film), and are told by their capitals.
"""

from tracker.extract.draft import Draft
from tracker.extract.phrases import DASHES, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS, ROLE_WORDS
from tracker.model import Act
from tracker.text.tokens import word_set

_MARKS = "”\"’'»“‘„`« ,.!?"
_LONGEST_NAME = 5
_LEAST = 2
"""Words: one alone is as often a title or a scare quote."""

_SPEAKERS = PRONOUNS | word_set("me us my our your you his him her their i'm we're it's that's")
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
