"""Who comes up in a text outside quotations, and whether as what a sentence is about."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from tracker.resolve.describe import find_described, only
from tracker.resolve.lexicon import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    OFFICES,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from tracker.resolve.phrase import Form, read_phrase
from tracker.resolve.point import Point
from tracker.resolve.roster import Roster
from tracker.resolve.runs import read_run
from tracker.resolve.scan import Mention, Opener, Reading
from tracker.text.names import joins, word_set

_SUBJECT_AFTER = word_set(
    "when as after before while because although though if that but and since until where"
)

_NOT_BEFORE_SUBJECT = PREPOSITIONS | word_set(
    "he she it they we i you who is was were are has had met saw told"
)
"""Words that show a name after them not to be what its sentence opens with."""

_ACTING = word_set(
    """is was has had said took told says tells made came went did does will would can could wants
    wrote gave won lost ran stood sat spoke thinks believes became began saw knew"""
)
"""Verbs that do not end in "ed" and show the name before them to be a subject."""

_OPENER = 6
"""Words of a sentence in which the person it opens with is looked for."""

_BRACKET = 60
"""Codepoints of a bracket before a name in it."""

_DETERMINERS = frozenset({"a", "an", "one", "another", "the", "his", "her", "their", "its"})
_PERSON_NOUNS = OFFICES | RELATIVES | FEMALE_NOUNS | MALE_NOUNS

_MARKED = frozenset({("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")})
"""The marks around the title of a book or song ("her history, ‘Borrowed Orbits’, …")."""


class _Placed(Protocol):
    """What stands somewhere in the text."""

    @property
    def start(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def _outside(items: Sequence[_P], spans: Sequence[tuple[int, int]]) -> Iterator[_P]:
    """Yield the items, in order, that begin outside the spans."""
    rest = iter(spans)
    current = next(rest, None)
    for item in items:
        while current is not None and current[1] <= item.start:
            current = next(rest, None)
        if current is None or current[0] > item.start:
            yield item


def _is_bracketed(text: str, start: int) -> bool:
    """Say whether a name stands in a bracket: the ward in "Cllr Ann Lee (Lab, Upper Orlo)"."""
    first = max(0, start - _BRACKET)
    return text.rfind("(", first, start) > text.rfind(")", first, start)


class Subjects:
    """The names of a text, and the people without one who open its sentences."""

    def __init__(self, reading: Reading, roster: Roster) -> None:
        self._reading = reading
        self._roster = roster

    def points(self, quoted: Sequence[tuple[int, int]]) -> Iterator[Point]:
        """Yield everybody with a name, then whoever else opens a sentence, each in order.

        `quoted` are the contents in quotation marks, in order.
        """
        for mention in _outside(self._reading.mentions, quoted):
            yield from self._mention(mention)
        for opener in _outside(self._reading.openers(), quoted):
            yield from self._opener(opener)

    def _mention(self, mention: Mention) -> Iterator[Point]:
        """Yield who has a name outside quotations, unless it is a title in marks itself."""
        text = self._reading.text
        marks = text[max(0, mention.start - 1) : mention.start], text[mention.end : mention.end + 1]
        if marks in _MARKED:
            return
        run = read_run(mention.words)
        if run.office_only:
            yield from self._titled(mention)
        found = self._roster.find(run.name, run.gender) if run.name else []
        if len(found) != 1:
            return
        if _is_bracketed(text, mention.start):
            yield Point(mention.start, found[0])
            return
        acts = self._acts(mention)
        subject = self._opens(mention) or (acts and found[0].person and len(run.name) > 1)
        yield Point(mention.start, found[0], subject=subject, acts=acts)

    def _titled(self, mention: Mention) -> Iterator[Point]:
        """Yield who is meant by a title in capitals that opens a sentence: "The Prime Minister"."""
        words = self._reading.words
        before = words[mention.first - 1] if mention.first else None
        if before is None or before.folded != "the" or mention.possessive:
            return
        opener = self._reading.sentences[self._reading.sentence_at(mention.start)]
        if opener != mention.first - 1 or not joins(before, words[mention.first]):
            return
        phrase = read_phrase(self._reading.text[before.start : mention.end])
        if phrase.form is Form.DESCRIPTION:
            entry = only(find_described(phrase, self._roster))
            yield Point(before.start, entry, subject=True, gender=phrase.gender)

    def _acts(self, mention: Mention) -> bool:
        """Say whether a verb follows a name that stands behind no preposition or verb."""
        words = self._reading.words
        if mention.possessive or mention.last >= len(words):
            return False
        before = words[mention.first - 1] if mention.first else None
        after = words[mention.last]
        if before is not None and before.folded in _NOT_BEFORE_SUBJECT:
            return False
        appositive = after.gap == ", "
        verb = after.folded in _ACTING or after.folded.endswith("ed")
        return appositive or (verb and joins(words[mention.last - 1], after))

    def _opener(self, opener: Opener) -> Iterator[Point]:
        """Yield a person without a name who opens a sentence ("An old man …")."""
        words = self._reading.words[opener.place : opener.place + _OPENER]
        if words[0].folded not in _DETERMINERS:
            return
        for index, word in enumerate(words[1:-1], 1):
            if word.capital or not joins(words[index - 1], word):
                return
            following = words[index + 1]
            if word.folded in _PERSON_NOUNS:
                if following.capital or following.folded in _PERSON_NOUNS or word.possessive:
                    return
                phrase = read_phrase(self._reading.text[opener.start : word.end])
                definite = phrase.form is Form.DESCRIPTION
                entry = only(find_described(phrase, self._roster)) if definite else None
                owned = words[0].folded in POSSESSIVES
                yield Point(opener.start, entry, subject=True, gender=phrase.gender, owned=owned)
                return

    def _opens(self, mention: Mention) -> bool:
        """Say whether a name begins its sentence or clause, its titles aside."""
        words = self._reading.words
        index = mention.first
        opener = self._reading.sentences[self._reading.sentence_at(mention.start)]
        if mention.possessive:
            return index == opener
        while index > opener:
            word = words[index - 1]
            if "," in words[index].gap or word.folded in _SUBJECT_AFTER:
                return True
            if index == mention.first - 4 or word.folded in _NOT_BEFORE_SUBJECT:
                return False
            if word.folded.endswith("ed"):
                return False
            index -= 1
        return True
