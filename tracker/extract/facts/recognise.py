"""The event a content reports, if it reports one.

The first verb of a main clause whose frame is filled decides the type; a toll
("at least 24 people were killed") makes an event too, whose type is that of the
cause named beside it or in the article's lead. What stands in a subordinate clause,
a condition or a bare participle is not what the sentence reports.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tracker.extract.anchor import anchor_of
from tracker.extract.facts.clause import Clause, Report
from tracker.extract.facts.figures import TOLLS, Figure, find_figures
from tracker.extract.facts.frames import FRAMES
from tracker.extract.facts.lexicon import ATTACKS, DISASTERS, GATHERINGS, VERBS, WEAK_CAUSES, Frame
from tracker.extract.facts.nominals import NOUNS, opening_noun, read_noun
from tracker.extract.facts.places import place_of_toll
from tracker.extract.facts.presence import with_presence
from tracker.extract.facts.reading import SUBORDINATORS, Reading
from tracker.extract.facts.timing import nearest
from tracker.extract.facts.verbs import read_verb_group
from tracker.extract.facts.whereabouts import precision_of
from tracker.model import (
    Article,
    Event,
    EventType,
    Gazetteer,
    Modality,
    Quantity,
    Span,
)
from tracker.text.dates import FoundDate, find_dates

_BY_TYPE = {
    EventType.MISSILE_LAUNCH: frozenset(
        {"missiles", "rockets", "projectiles", "shells", "drones", "torpedoes", "warheads"}
        | {"mortars", "distance"}
    ),
    EventType.SATELLITE_LAUNCH: frozenset({"satellites"}),
    EventType.SATELLITE_LAUNCH_FAILURE: frozenset({"satellites", "count"}),
    EventType.SIGNING: frozenset({"amount"}),
    EventType.MEETING: frozenset({"count"}),
    EventType.TRAVEL: frozenset(),
    EventType.ARRIVAL: frozenset(),
}
_LEAD = 600
"""Codepoints of an article's opening that tell what it is about: headline and two sentences."""
_LONGEST = 2000
"""Codepoints of a content that are read: an event is told in its first sentences, and a
quotation of a whole speech must not take time that grows with its square."""
_HARM = TOLLS | {"rescued", "evacuated", "homes", "magnitude", "missiles", "rockets", "drones"}
_LEFT = frozenset("""is are was were left leaving put rose confirmed counted""".split())
"""Words without which "44 wounded" only names people, as in "a hospital received 44 wounded"."""
_TOLL_WORDS = frozenset(
    """killed dead died dies injured wounded missing toll hurt drowned perished displaced trapped
    unaccounted fatalities deaths bodies kills killing injuring evacuated rescued""".split()
)

_WEAK_FRAMES = {Frame.TELL, Frame.OCCUR, Frame.PRESENT}
_WEAK = frozenset(word for word, frames in VERBS.items() if {f for f, _ in frames} <= _WEAK_FRAMES)
"""Verbs that report an event only where a noun of `_NAMING` says which."""

_NAMING = NOUNS | GATHERINGS | ATTACKS | DISASTERS
_TRIGGERS = (VERBS.keys() | _TOLL_WORDS) - _WEAK
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Content:
    """A content to judge: its pieces of `text`, the dates in it, and what is known around it.

    `cause` is what the article's lead is about, `anchor` the day of publication.
    """

    text: str
    pieces: Sequence[Span]
    dates: Sequence[FoundDate]
    cause: EventType | None
    anchor: date | None


class Surroundings:
    """What an article gives to every content in it: its text, day, dates and subject.

    `gazetteer` tells what kind of place a name is.
    """

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.text = article.text
        self.gazetteer = gazetteer
        self.anchor = anchor_of(article)
        self.cause = lead_cause(f"{article.title or ''} {article.text[:_LEAD]}")
        self._triggers: list[int] = []
        self._nouns: list[int] = []
        for word in _WORD.finditer(article.text):
            low = word.group().lower()
            if low in _TRIGGERS:
                self._triggers.append(word.start())
            elif low in _NAMING:
                self._nouns.append(word.start())

    @cached_property
    def _dates(self) -> list[FoundDate]:
        return find_dates(self.text, self.anchor)

    @cached_property
    def _starts(self) -> list[int]:
        return [found.span.start for found in self._dates]

    def may_report(self, span: Span, *, told: bool = False) -> bool:
        """Say whether `span` holds a word that can report an event: most text holds none.

        What a noun names ("the arrival of Ruiz") needs a verb that tells of it, in the span
        or before it (`told`).
        """
        if _any_within(self._triggers, span):
            return True
        if not _any_within(self._nouns, span):
            return False
        return told or any(w.lower() in _WEAK for w in _WORD.findall(span.of(self.text)))

    def content(self, pieces: Sequence[Span]) -> Content:
        """Return the content of `pieces`, cut to what is read of it."""
        read: list[Span] = []
        left = _LONGEST
        for piece in pieces:
            if left > 0:
                read.append(Span(piece.start, min(piece.end, piece.start + left)))
            left -= piece.end - piece.start
        dates = [found for piece in read for found in self.dates_within(piece)]
        return Content(self.text, read, dates, self.cause, self.anchor)

    def dates_within(self, span: Span) -> list[FoundDate]:
        """Return the dates that stand within `span`, in text order."""
        first, last = (bisect_left(self._starts, at) for at in (span.start, span.end))
        return [found for found in self._dates[first:last] if span.contains(found.span)]


def _any_within(starts: Sequence[int], span: Span) -> bool:
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end


@dataclass(frozen=True, slots=True)
class Found:
    """An event with the clause that reports it (None where only a toll does).

    `stayed_away` says that it tells of people who were not there.
    """

    event: Event
    clause: Clause | None
    main: bool
    frame: Frame | None = None
    stayed_away: bool = False


def lead_cause(text: str) -> EventType | None:
    """Return whether an article's opening names an attack or a disaster, whichever is first."""
    words = [word.strip(",.:;()“”\"’'") for word in text.lower().split()]
    for weak in (WEAK_CAUSES, frozenset[str]()):
        for word in words:
            cause = _cause_of({word} - weak)
            if cause is not None:
                return cause
    return None


def _cause_of(words: set[str]) -> EventType | None:
    if words & ATTACKS:
        return EventType.ATTACK
    return EventType.DISASTER if words & DISASTERS else None


_DENYING = ("denied", "denies", "denying")


def find_event(surroundings: Surroundings, pieces: Sequence[Span], cue: str = "") -> Found | None:
    """Return the event that the content of `pieces` reports, None where it reports none.

    `cue` is the last word of the cue, in lower case: who "denied" it, or who "announced"
    what only a noun names.
    """
    named = cue in _DENYING or any(frame is Frame.TELL for frame, _ in VERBS.get(cue, ()))
    if not any(surroundings.may_report(piece, told=named) for piece in pieces):
        return None
    content = surroundings.content(pieces)
    reading = Reading(content.text, content.pieces)
    found = _by_verb(reading, content) or _by_toll(reading, content)
    denied = cue in _DENYING
    if found is None and named:
        found = _by_noun(reading, content)
    if found is None:
        return None
    event = found.event
    ahead = content.anchor and event.when and event.when.start > content.anchor
    if denied:
        event = replace(event, modality=Modality.DENIED)
    elif ahead and event.modality is Modality.HAPPENED:
        event = replace(event, modality=Modality.PLANNED)  # "meets on Monday"
    if event.place is not None:
        precision = precision_of(event.place, reading, surroundings.gazetteer)
        event = replace(event, place_precision=precision)
    return replace(found, event=_with_presence(found, event, denied=denied))


def _with_presence(found: Found, event: Event, *, denied: bool) -> Event:
    names = found.clause.names() if found.clause else ()
    denying = denied or (found.clause is not None and found.clause.group.denying)
    away = found.stayed_away
    return with_presence(event, found.frame, names, stayed_away=away, denying=denying)


def _by_verb(reading: Reading, content: Content) -> Found | None:
    for index, token in enumerate(reading.tokens):
        for frame, form in VERBS.get(token.low, ()):
            group = read_verb_group(reading, index, form)
            if not group.finite:
                continue
            subject = reading.subject(group.start)
            if subject is None or subject.subordinate or not subject.end:
                continue
            clause = Clause(reading, index, form, group, subject)
            report = FRAMES[frame](clause)
            if report is not None and not _negated_object(clause, frame):
                return replace(_found(clause, report, content), frame=frame)
    return None


def _negated_object(clause: Clause, frame: Frame) -> bool:
    """Say whether nobody did it ("no missiles were fired")."""
    return "no" in clause.subject_words()[:4] and frame is not Frame.FAIL


def _found(clause: Clause, report: Report, content: Content) -> Found:
    figures = find_figures(content.text, content.pieces)
    tolls = [figure for figure in figures if figure.quantity.property in TOLLS]
    kind = report.type
    if kind is EventType.MISSILE_LAUNCH and tolls:
        kind = EventType.ATTACK
    at = clause.reading.tokens[clause.index].start
    if kind is EventType.DISASTER and tolls and content.cause is EventType.ATTACK:
        kind = _cause_of(set(clause.subject_words())) or kind
    event = Event(
        type=kind,
        when=nearest(content.text, content.dates, at),
        place=report.place,
        participants=report.participants,
        quantities=_quantities(kind, figures),
        modality=_modality(clause, kind),
    )
    return Found(event, clause, main=True, stayed_away=report.absent)


def _modality(clause: Clause, kind: EventType) -> Modality:
    if kind is EventType.SATELLITE_LAUNCH_FAILURE and clause.group.modality is Modality.FAILED:
        return Modality.HAPPENED  # the failure did
    if {"neither", "nor"} & set(clause.subject_words()):
        return Modality.DENIED
    if clause.group.modality is Modality.PLANNED and "if" in {t.low for t in clause.reading.tokens}:
        return Modality.POSSIBLE
    return clause.group.modality


def _quantities(kind: EventType, figures: Sequence[Figure]) -> tuple[Quantity, ...]:
    wanted = _BY_TYPE.get(kind, _HARM)
    return tuple(f.quantity for f in figures if f.quantity.property in wanted)


def _by_toll(reading: Reading, content: Content) -> Found | None:
    """Return the event that a toll alone reports."""
    figures = find_figures(content.text, content.pieces)
    tolls = [figure for figure in figures if figure.quantity.property in TOLLS]
    tolls = [toll for toll in tolls if not toll.bare or _LEFT & {t.low for t in reading.tokens}]
    if not tolls:
        return None
    kind = _cause_of({token.low for token in reading.tokens}) or content.cause
    if kind is None:
        return None
    index = next(i for i, t in enumerate(reading.tokens) if t.end > tolls[0].at)
    event = Event(
        type=kind,
        when=nearest(content.text, content.dates, tolls[0].at, of_toll=True),
        place=place_of_toll(reading, index),
        quantities=_quantities(kind, figures),
        modality=_modality_of_toll(reading, index, tolls[0].span.start),
    )
    return Found(event, None, main=_stands_in_main_clause(reading, index))


def _modality_of_toll(reading: Reading, toll: int, figure: int) -> Modality:
    """Return "possible" for "may have died", "would have killed" and a toll that "could rise to
    30", where the figure, at a codepoint of the text, stands behind the word `toll`."""
    before = set(reading.lows(toll - 8, toll))
    between = {t.text for t in reading.tokens[toll : toll + 12] if t.start < figure}
    ahead = (before & _UNSURE) | (between & (_UNSURE | {"will"}))
    return Modality.POSSIBLE if ahead else Modality.HAPPENED


_UNSURE = frozenset({"may", "might", "could", "would"})


def _by_noun(reading: Reading, content: Content) -> Found | None:
    """Return the event that a content without a verb names."""
    index = opening_noun(reading)
    report = read_noun(reading, index, index + 1) if index is not None else None
    if index is None or report is None:
        return None
    figures = find_figures(content.text, content.pieces)
    event = Event(
        type=report.type,
        when=nearest(content.text, content.dates, reading.tokens[index].start),
        place=report.place,
        participants=report.participants,
        quantities=_quantities(report.type, figures),
    )
    return Found(event, None, main=False)


def _stands_in_main_clause(reading: Reading, index: int) -> bool:
    left = index
    if reading.low(index).endswith("ing") and reading.low(index - 1) == ",":
        left -= 1  # "…, killing 49": the clause before is what it belongs to
    while left > 0 and reading.low(left - 1) not in (",", ";", ":", "—", "–"):
        left -= 1
        if reading.low(left) in SUBORDINATORS:
            return False
    return True
