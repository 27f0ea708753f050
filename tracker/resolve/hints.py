"""Small signs in the words around a statement: who is no person, asks, answers or quotes."""

import re

from tracker.model import Span
from tracker.resolve.lexicon import (
    BODIES,
    DOCUMENTS,
    FEMALE_NOUNS,
    GROUPS,
    MALE_NOUNS,
    OFFICES,
    QUANTIFIERS,
    RELATIVES,
    Gender,
)
from tracker.resolve.phrase import Form, Phrase
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.scan import Mention, Reading
from tracker.text.names import fold_name, word_set

NO_PERSON = (DOCUMENTS | BODIES | GROUPS | {"they", "it", "we", "percent", "cent"}) - OFFICES

PERSON_NOUNS = (
    OFFICES
    | RELATIVES
    | FEMALE_NOUNS
    | MALE_NOUNS
    | word_set(
        """official person member source insider somebody someone one who he she individual adult
        child kid baby colleague friend another voter staffer operative
        republican democrat user fan figure"""
    )
)
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "-old")
"""How nouns for people end; a thing that ends so costs only a doubt."""

QUOTES = re.compile(r"quot(?:e|es|ed|ing)\b")
PASSIVE = re.compile(r"\b(?:is|was|were|been|being|be)\b")
REPLY = re.compile(r"\b(?:answer|repl|respond|retort|shot back|conced)", re.IGNORECASE)
"""What the person who has just asked does not do."""

CLAUSE_REACH = 40
"""Codepoints between a source and what it says, from which the cue may be another's."""

TOLD = re.compile(r"(?:tell|told|ask|inform|warn|remind|assur)", re.IGNORECASE)
"""Cues with a hearer, whom a pronoun after them may mean."""

HEADLINE = "headline colon"
"""The rule under which extraction hands over what a headline gives to whom its colon names."""

NAMED_SO = re.compile(r" (?:\w+ly |has |had )?(?:call(?:s|ed)|term(?:s|ed)|describ(?:es|ed))\b")
"""How somebody's own name for a thing goes on: "what he called"."""

ASKS = re.compile(r"\b(?:ask|asks|asked|asking|wondered)\b", re.IGNORECASE)

SAME = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
"""A sentence about the speaker between two quotes: "She paused." """

OTHER = {Gender.FEMALE: "he", Gender.MALE: "she"}
"""Whom a sentence between two quotes is about when it is not about the speaker."""

TAIL = re.compile(r" (?:came|went|was|is|were|read|reads|ran|runs)\b")
"""What shows that the words after a quote say whose it is ("came the reply")."""


NEXT = re.compile(r"[ ,–—]*")
APPOSED = re.compile(r",? (?:\(\w[\w.-]{0,8}\)|of (?:the )?[A-Z][\w. ]{2,20}|\d\d),? ")
"""What may stand between a name and its "who": "(R-Ohio)", "of Vermont", ", 41, "."""

APPOSITION = re.compile(
    r"(?:, \d\d)?,? (?:an?|the|his|her|its|their|from|of|with|at|head|chief|leader)\b"
    r" [^,.;:!?“”\"\n]{2,90}, "
)
"""The same in whole phrases: ", a clerk at the Brask Institute, ", " from the Port Union, "."""


def is_place(place: Mention, name: Mention, reading: Reading) -> bool:
    """Say whether a name is only the place or party of the one before ("Lee of Vermont, who")."""
    between = reading.text[name.end : place.start]
    return name.end <= place.start and between in (" of ", " from ", ", of ", ", from ", " (")


def is_heading(text: str, quote: Span) -> bool:
    """Say whether a quote is a line of its own that ends without a full stop."""
    line = text[text.rfind("\n", 0, quote.start) + 1 : quote.start]
    after = text[quote.end : quote.end + 1]
    last = text[quote.start : quote.end].rstrip("”\"’'» ")[-1:]
    return not line.strip() and after in ("", "\n") and last not in ".!?…–—-"


def is_no_person(phrase: Phrase) -> bool:
    """Say whether a source without a name is a thing, a body or several people."""
    if phrase.form is Form.DOCUMENT or phrase.head in NO_PERSON:
        return True
    words = phrase.words.lower().split()
    several = bool(words) and (words[0] in QUANTIFIERS - {"one", "another"} or words[0] in GROUPS)
    if several or (phrase.form is Form.UNNAMED and (phrase.head or "").endswith("s")):
        return True
    return phrase.form is Form.UNNAMED and not any(is_person_noun(w) for w in words)


def is_person_noun(word: str) -> bool:
    """Say whether a word is a noun for a person, by its meaning or its ending."""
    word = word.strip(",.;:’'").removesuffix("’s").removesuffix("'s")
    known = word in PERSON_NOUNS or word.rsplit("-", 1)[-1] in PERSON_NOUNS
    return known or word.endswith(PERSON_ENDINGS)


def hidden_name(phrase: Phrase, roster: Roster) -> Entry | None:
    """Return the person whose name a phrase hides: "Law" for Jane Law, "a tired Law"."""
    *before, last = phrase.words.split() or [""]
    plain = all(w.islower() and w not in PERSON_NOUNS for w in before)
    if not last[:1].isupper() or len(before) > 2 or not plain or last.isupper():
        return None
    found = roster.find((last,))
    known = len(found) == 1 and found[0].person and len(found[0].words) > 1
    return found[0] if known and found[0].folded[-1] == fold_name(last) else None
