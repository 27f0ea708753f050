"""The one disaster or attack that an article tells of, where there is only one.

What stands before a toll decides: events there have to be of one type, at one place and on
one day, as far as they are told, with nothing in between that leads elsewhere or to
another time. Events behind it count as well, unless they are of long ago.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tracker.extract.facts.lexicon import (
    ATTACKS,
    DISASTERS,
    FUNCTION_WORDS,
    OFFICES,
    STRUCTURES,
    TITLES,
    VEHICLES,
    WEAK_CAUSES,
)
from tracker.extract.facts.places import place_at
from tracker.extract.facts.reading import Reading
from tracker.extract.facts.recognise import Surroundings, find_event
from tracker.model import (
    Article,
    DateInterval,
    Event,
    EventType,
    Modality,
    Precision,
    Span,
    Statement,
)
from tracker.text.names import fold_words

CAUSED = frozenset({EventType.ATTACK, EventType.DISASTER})
"""Types of event whose victims are counted."""

OLD = timedelta(days=14)
"""Before the day of publication by this much, an event is told for comparison."""

FAR = 8000
"""Codepoints from the last words on an event to a toll that may be of it; the text between is
read once for each toll."""

_COARSE = frozenset({Precision.MONTH, Precision.YEAR})
_COUNTING = re.compile(r"\b(?i:tolls?|number\sof|count\sof)\b")
_FAMILIES = (
    frozenset(
        """earthquake earthquakes quake tremor aftershock flood floods flooding floodwaters typhoon
        cyclone hurricane tornado landslide landslides mudslide mudslides avalanche tsunami eruption
        blizzard rockslide heatwave""".split()
    ),
    frozenset("wildfire wildfires bushfire blaze blast explosion explosions".split()),
    frozenset(
        """crash crashed collision derailment derailed derails sinking sinks sank capsizing capsizes
        capsized shipwreck wreck pileup pile-up""".split()
    ),
    frozenset({"stampede"}),
)
"""Disasters of which one may bring about another; those of two families are two."""

_OF_ATTACKS = _FAMILIES[1] | {"crash", "crashed", "collapse", "collapsed"}
"""Disasters that an attack brings about."""

_ANOTHER = re.compile(
    r"\b(?i:another|separate|second|similar|previous|earlier|other|last\syear[’']s|(?:1[5-9]|20)\d\d)"
    r"(?P<named>(?:\s[a-z-]+){1,3})"
)
_ANOTHER_TIME = re.compile(
    r"\b(?i:years?\sago|months?\sago|decades?|century|last\s(?:year|month)|annually"
    r"|again|(?:next|following)\sday|(?:days?|hours)\s(?:later|earlier|before)"
    r"|(?:each|every|per|a)\s(?:year|month))\b"
)
_HEADLINE = re.compile(r"\s*([^\n]{10,160}[^\s.!?:”\"’'])\s*\n")
"""A first line that is no sentence."""

_WHERE = frozenset("in near off at across around outside from into through over".split())
_NEARBY = frozenset({"neighbouring", "neighboring", "nearby"})
_SPREAD = frozenset({"spread", "spreads", "spreading", "moved", "close"})
_TOWNS = OFFICES | frozenset("town city village district province state police people".split())
_CAUSES = ATTACKS | DISASTERS
_LOCAL = re.compile(
    r"\b(?P<named>(?:[A-Z][\w’'-]+\s)(?:[\w-]+\s)?)"
    r"(?i:police|hospital|clinic|council|mayor|governor|fire\sservice|morgue)\b"
)
"""Who counts, with the town's name: "Torv police", "the Torv district hospital"."""

_OF_NO_TOWN = (
    TITLES
    | FUNCTION_WORDS
    | frozenset("city state regional national federal general central local provincial".split())
)
_A_THING = re.compile(r"\b(?i:an?|two|three|several)(?P<named>(?:\s[\w-]+){1,3})")
"""What may have come to harm by itself: "a bus had left the road"."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def happened(event: Event | None) -> bool:
    """Say whether it is a disaster or an attack that is said to have happened."""
    return event is not None and event.type in CAUSED and event.modality is Modality.HAPPENED


def extent_of(statement: Statement) -> tuple[int, int]:
    """Return where a statement's content starts and ends, as codepoints of the text."""
    return statement.content[0].start, statement.content[-1].end


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the words that tell of it and where they stand; a headline's are at 0."""

    start: int
    end: int
    words: str
    event: Event

    @classmethod
    def of(cls, text: str, statement: Statement) -> "Telling":
        """Return the telling of a statement that reports an event."""
        assert statement.event is not None
        return cls(*extent_of(statement), statement.text(text), statement.event)

    @property
    def when(self) -> DateInterval | None:
        """Its day, None where it may be the day of counting."""
        return None if _COUNTING.search(self.words) else self.event.when


class Story:
    """What an article tells of, to be asked for the event that a toll is of."""

    def __init__(
        self, article: Article, surroundings: Surroundings, tellings: Sequence[Telling]
    ) -> None:
        self._surroundings = surroundings
        headline = _of_headline(article, surroundings)
        self._tellings = sorted([*headline, *tellings], key=lambda telling: telling.start)

    def event_before(self, start: int, end: int, causes: frozenset[str]) -> Event | None:
        """Return the event that a toll at `start` to `end` is of, None where that is unsure.

        `causes` are words by which the toll itself names it ("the flood"). The event has a
        place or a day; where it has no place, no other may be named behind it.
        """
        before = [telling for telling in self._tellings if telling.start < start]
        if not before or not _name_the_same(before, causes):
            return None
        behind = [one for one in self._tellings if one.start >= start and not self._is_old(one)]
        event = _one_event([*before, *behind])
        nearest = max(telling.end for telling in before)
        if event is None or not 0 <= start - nearest <= FAR:
            return None
        until = self._end_of_sentence(end)
        between = Span(nearest, until)
        if self._other_causes(until, event.type) or self._leads_away(between, event):
            return None
        return None if _things(between.of(self._surroundings.text)) - _words(before) else event

    def _is_old(self, telling: Telling) -> bool:
        anchor, when = self._surroundings.anchor, telling.when
        return anchor is not None and when is not None and _is_past(when, anchor)

    def _end_of_sentence(self, at: int) -> int:
        ends = [self._surroundings.text.find(mark, at) for mark in (". ", ".\n", "\n")]
        return min((end for end in ends if end >= 0), default=len(self._surroundings.text))

    @cached_property
    def _causes(self) -> list[tuple[int, str]]:
        """The words for disasters and attacks in the text, with their starts, "" for another
        event than the one told."""
        text = self._surroundings.text
        found = [
            (match.start(), low)
            for match in _WORD.finditer(text)
            if (low := match.group().lower()) in _CAUSES - WEAK_CAUSES
        ]
        found += [
            (match.start(), "")
            for match in _ANOTHER.finditer(text)
            if _CAUSES & set(match["named"].split())
        ]
        return sorted(found)

    def _other_causes(self, until: int, kind: EventType) -> bool:
        """Say whether the text up to `until` names a disaster or attack that is another."""
        words = {word for _, word in self._causes[: bisect_left(self._causes, (until, ""))]}
        if "" in words:
            return True
        if kind is EventType.ATTACK:
            return bool(words & DISASTERS - _OF_ATTACKS)
        return bool(words & ATTACKS) or sum(bool(words & family) for family in _FAMILIES) > 1

    def _days(self, span: Span) -> list[DateInterval]:
        return [found.interval for found in self._surroundings.dates_within(span)]

    def _leads_away(self, between: Span, event: Event) -> bool:
        """Say whether the text from an event to a toll's end tells of another time or place."""
        text, start, end = self._surroundings.text, between.start, between.end
        if _ANOTHER_TIME.search(text, start, end):
            return True
        days = self._days(between)
        if event.when is not None and any(when.end < event.when.start for when in days):
            return True
        if any(_is_past(when, self._surroundings.anchor) for when in days):
            return True
        reading = Reading(text, (between,))
        if any(not _is_one_place(place, event.place) for place in _places(reading)):
            return True
        named = set(fold_words(event.place or ""))
        return any(
            word[0].isupper()
            and word.lower() not in _OF_NO_TOWN
            and not named & {*fold_words(word)}
            for found in _LOCAL.finditer(text, start, end)
            for word in found["named"].split()
        )


def _of_headline(article: Article, surroundings: Surroundings) -> Iterator[Telling]:
    """Yield the event that the headline reports: "Flood in Orlo kills 17"."""
    words = article.title or _HEADLINE.match(article.text)
    if words is None:
        return
    title = Article(words if isinstance(words, str) else words[1], published=article.published)
    found = find_event(Surroundings(title, surroundings.gazetteer), (Span(0, len(title.text)),))
    if found is not None and happened(found.event):
        yield Telling(0, 0, title.text, found.event)


def _is_past(when: DateInterval, day: date | None) -> bool:
    """Say whether `when` is too early, or too wide, to be of what is news on `day`."""
    return when.precision in _COARSE or (day is not None and when.end < day - OLD)


def _words(tellings: Sequence[Telling]) -> set[str]:
    return {word for telling in tellings for word in _WORD.findall(telling.words.lower())}


def _name_the_same(tellings: Sequence[Telling], causes: frozenset[str]) -> bool:
    """Say whether each of `causes` is a word that the tellings have, one flood or several."""
    words = {word.removesuffix("s") for word in _words(tellings)}
    return {cause.removesuffix("s") for cause in causes} <= words


def _things(text: str) -> set[str]:
    """Return the vehicles and buildings that a text brings in: "a bus", "two houses"."""
    found = {word for match in _A_THING.finditer(text) for word in match["named"].split()}
    return found & (VEHICLES | STRUCTURES)


def _one_event(tellings: Sequence[Telling]) -> Event | None:
    """Return what the tellings have in common, None where they are of two or tell neither."""
    if len({telling.event.type for telling in tellings}) > 1:
        return None
    placed = [telling.event for telling in tellings if telling.event.place is not None]
    dated = [telling.when for telling in tellings if telling.when is not None]
    if any(not _is_one_place(event.place, placed[0].place) for event in placed[1:]):
        return None
    if not placed and not dated:
        return None
    if any(not when.overlaps(dated[0]) for when in dated[1:]):
        return None
    precise = min(dated, key=lambda when: (when.end - when.start, when.start), default=None)
    return Event(
        type=tellings[0].event.type,
        when=precise,
        place=placed[0].place if placed else None,
        place_precision=placed[0].place_precision if placed else None,
    )


def _is_one_place(one: str | None, other: str | None) -> bool:
    """Say whether the words of one name are among those of the other: "Orlo", "Orlo harbour"."""
    if one is None or other is None:
        return False
    here, there = set(fold_words(one)), set(fold_words(other))
    return here <= there or there <= here


def _places(reading: Reading) -> Iterator[str]:
    for index, token in enumerate(reading.tokens):
        before = reading.low(index - 1)
        led = (token.low == "of" and before in _TOWNS) or (token.low == "to" and before in _SPREAD)
        if led or token.low in _WHERE or token.low in _NEARBY:
            place = place_at(reading, index + 1)
            if place is not None:
                yield place
