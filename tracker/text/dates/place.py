"""A place in a text where a rule reads a date, and what it found there."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tracker.model import DateInterval, Span
from tracker.text.dates.intervals import Reckoned
from tracker.text.tense import looks_ahead, looks_back


@dataclass(frozen=True, slots=True)
class FoundDate:
    """One date expression: where it stands (prepositions left out) and what it means."""

    span: Span
    interval: DateInterval


@dataclass(frozen=True, slots=True)
class Place:
    """A match of one rule with what its reckoning needs.

    `looking` overrules what the words around say of past and future, where a date
    beside this one has already decided it.
    """

    text: str
    match: re.Match[str]
    anchor: date | None
    looking: bool | None = None

    def group(self, name: str) -> str:
        """Return the named group in lower case, "" where it did not take part."""
        return " ".join((self.match[name] or "").lower().split())

    def before(self, width: int = 16) -> str:
        """Return up to `width` codepoints before the expression."""
        return self.text[max(0, self.match.start() - width) : self.match.start()]

    def after(self, width: int = 16) -> str:
        """Return up to `width` codepoints behind the expression."""
        return self.text[self.match.end() : self.match.end() + width]

    def ahead(self) -> bool:
        """Say whether the words around place the expression in the future."""
        if self.looking is not None:
            return self.looking
        return looks_ahead(self.text, self.match.start(), self.match.end())

    def back(self) -> bool:
        """Say whether the words around place the expression in the past."""
        return not self.ahead() and looks_back(self.text, self.match.start(), self.match.end())


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of date looks like, and how it is reckoned.

    `read` returns None where the words are no date or leave open which one.
    """

    name: str
    pattern: str
    read: Callable[[Place], Reckoned | None]


@dataclass(frozen=True, slots=True)
class Hit:
    """A date that a rule has read; `last` is where its words end, behind `place` in a range."""

    rule: Rule
    place: Place
    reckoned: Reckoned
    last: int

    @property
    def start(self) -> int:
        """Where its words start."""
        return self.place.match.start()

    def read_again(self, anchor: date, *, ahead: bool) -> "Hit | None":
        """Return the same words counted from another day, None where they mean nothing then."""
        place = replace(self.place, anchor=anchor, looking=ahead)
        reckoned = read(self.rule, place)
        return replace(self, place=place, reckoned=reckoned) if reckoned else None


def read(rule: Rule, place: Place) -> Reckoned | None:
    """Return what `rule` makes of a place; days that the calendar lacks are none."""
    try:
        reckoned = rule.read(place)
    except (ValueError, OverflowError):
        return None
    return reckoned if reckoned and reckoned[0] <= reckoned[1] else None
