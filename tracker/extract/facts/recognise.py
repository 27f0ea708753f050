"""The event a content reports, if it reports one.

The first verb of a main clause whose frame is filled decides the type; a toll
("at least 24 people were killed") makes an event too, whose type is that of the
cause named beside it or in the article's lead. What stands in a subordinate clause,
a condition or a bare participle is not what the sentence reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.extract.facts.figures import TOLLS, Figure, find_figures
from tracker.extract.facts.frames import FRAMES, Clause, Report
from tracker.extract.facts.lexicon import ATTACKS, DISASTERS, VERBS, Frame
from tracker.extract.facts.places import place_after
from tracker.extract.facts.reading import SUBORDINATORS, Reading
from tracker.model import DateInterval, Event, EventType, Modality, Quantity, Span
from tracker.text.dates import FoundDate

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
}
_HARM = TOLLS | {"rescued", "evacuated", "homes", "magnitude", "missiles", "rockets", "drones"}
_TOLL_WORDS = frozenset(
    """killed dead died dies injured wounded missing toll hurt drowned perished displaced trapped
    unaccounted fatalities deaths bodies kills killing injuring evacuated rescued""".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """An event with the clause that reports it (None where only a toll does)."""

    event: Event
    clause: Clause | None
    main: bool


def lead_cause(text: str) -> EventType | None:
    """Return whether an article's opening names an attack or a disaster, whichever is first."""
    for word in text.lower().replace(",", " ").replace(".", " ").split():
        cause = _cause_of({word})
        if cause is not None:
            return cause
    return None


def _cause_of(words: set[str]) -> EventType | None:
    if words & ATTACKS:
        return EventType.ATTACK
    return EventType.DISASTER if words & DISASTERS else None


def find_event(
    text: str,
    pieces: Sequence[Span],
    dates: Sequence[FoundDate],
    cause: EventType | None,
    *,
    denied: bool = False,
) -> Found | None:
    """Return the event that the content `pieces` of `text` reports.

    `dates` are those of the content, `cause` what the article's lead is about.
    `denied` says that the source denies the content.
    """
    reading = Reading(text, pieces)
    lows = {token.low for token in reading.tokens}
    if not (lows & VERBS.keys() or lows & _TOLL_WORDS):
        return None
    found = _by_verb(reading, cause, pieces, dates) or _by_toll(reading, cause, pieces, dates)
    if found is None:
        return None
    return replace(found, event=replace(found.event, modality=Modality.DENIED)) if denied else found


def _by_verb(
    reading: Reading,
    cause: EventType | None,
    pieces: Sequence[Span],
    dates: Sequence[FoundDate],
) -> Found | None:
    for index, token in enumerate(reading.tokens):
        for frame, form in VERBS.get(token.low, ()):
            group = reading.verb_group(index, form)
            if not group.finite:
                continue
            subject = reading.subject(group.start)
            if subject is None or subject.subordinate or not subject.end:
                continue
            clause = Clause(reading, index, form, group, subject)
            report = FRAMES[frame](clause)
            if report is not None and not _negated_object(clause, frame):
                return _found(clause, report, cause, pieces, dates)
    return None


def _negated_object(clause: Clause, frame: Frame) -> bool:
    """Say whether nobody did it ("no missiles were fired")."""
    return "no" in clause.subject_words()[:4] and frame is not Frame.FAIL


def _found(
    clause: Clause,
    report: Report,
    cause: EventType | None,
    pieces: Sequence[Span],
    dates: Sequence[FoundDate],
) -> Found:
    figures = find_figures(clause.reading.text, pieces)
    tolls = [figure for figure in figures if figure.quantity.property in TOLLS]
    kind = report.type
    if kind is EventType.MISSILE_LAUNCH and tolls:
        kind = EventType.ATTACK
    at = clause.reading.tokens[clause.index].start
    if kind is EventType.DISASTER and tolls and cause is EventType.ATTACK:
        kind = _cause_of(set(clause.subject_words())) or kind
    event = Event(
        type=kind,
        when=_nearest(clause.reading.text, dates, at),
        place=report.place,
        participants=report.participants,
        quantities=_quantities(kind, figures),
        modality=_modality(clause),
    )
    return Found(event, clause, main=True)


def _modality(clause: Clause) -> Modality:
    if clause.group.modality is Modality.PLANNED and "if" in {t.low for t in clause.reading.tokens}:
        return Modality.POSSIBLE
    return clause.group.modality


def _quantities(kind: EventType, figures: Sequence[Figure]) -> tuple[Quantity, ...]:
    wanted = _BY_TYPE.get(kind, _HARM)
    return tuple(f.quantity for f in figures if f.quantity.property in wanted)


def _nearest(text: str, dates: Sequence[FoundDate], at: int) -> DateInterval | None:
    """Return the date nearest to `at` that no subordinate clause parts from it."""
    best: tuple[int, DateInterval] | None = None
    for found in dates:
        between = text[min(found.span.end, at) : max(found.span.start, at)]
        words = between.lower().replace(",", " ").split()
        crossing = any(word in SUBORDINATORS for word in words[1 if found.span.end < at else 0 :])
        distance = len(between)
        if not crossing and (best is None or distance < best[0]):
            best = distance, found.interval
    return best[1] if best else None


def _by_toll(
    reading: Reading,
    cause: EventType | None,
    pieces: Sequence[Span],
    dates: Sequence[FoundDate],
) -> Found | None:
    """Return the event that a toll alone reports."""
    figures = find_figures(reading.text, pieces)
    tolls = [figure for figure in figures if figure.quantity.property in TOLLS]
    if not tolls:
        return None
    kind = _cause_of({token.low for token in reading.tokens}) or cause
    if kind is None:
        return None
    index = next(i for i, t in enumerate(reading.tokens) if t.end > tolls[0].at)
    event = Event(
        type=kind,
        when=_nearest(reading.text, dates, tolls[0].at),
        place=place_after(reading, 0, ("in", "at", "near", "off")),
        quantities=_quantities(kind, figures),
    )
    return Found(event, None, main=_stands_in_main_clause(reading, index))


def _stands_in_main_clause(reading: Reading, index: int) -> bool:
    left = index
    while left > 0 and reading.low(left - 1) not in (",", ";", ":", "—", "–"):
        left -= 1
        if reading.low(left) in SUBORDINATORS:
            return False
    return True
