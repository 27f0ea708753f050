"""Gates on who said it, when, and of which event."""

import re
from datetime import date as Date  # noqa: N812 - a gate is called `date`
from functools import lru_cache
from itertools import product

from tracker.match import setting
from tracker.match.events import agents_agree, events_of, same_event
from tracker.match.gates.figure import YEAR
from tracker.match.lexicon import CALENDAR
from tracker.match.pair import Pair, replaced, show
from tracker.match.prepare import Prepared
from tracker.model import Claim, DateInterval, Difference, Event, Modality, Precision, StatementType
from tracker.text.dates import find_dates

_QUOTATION = re.compile(r"[“\"«„][^“”\"«»„]*(?:[”\"»]|$)")


def speaker(pair: Pair) -> Difference | None:
    """Two named speakers who are not the same."""
    if setting.speaker(pair) > 0:
        return None
    left, right = pair.left.claim, pair.right.claim
    return Difference("speaker", left.speaker or "", right.speaker or "")


def date(pair: Pair) -> Difference | None:
    """Other days: of the event, of the saying, or named in the text."""
    return _event_dates(pair) or _saying_dates(pair, 2) or _named_dates(pair)


def day(pair: Pair) -> Difference | None:
    """Days that may be the same: next to each other, or of an event without a date."""
    return _saying_dates(pair, 1) or _undated_events(pair)


def _event_dates(pair: Pair) -> Difference | None:
    events = events_of(pair)
    if events is None:
        return None
    one, other = events[0].when, events[1].when
    if one and other:
        return None if one.overlaps(other) else Difference("date", _shown(one), _shown(other))
    left, right = pair.left, pair.right
    if one and right.claim.published and _is_after(one, right.claim.published.day, events[1]):
        return Difference("date", _shown(one), right.claim.published.as_given)
    if other and left.claim.published and _is_after(other, left.claim.published.day, events[0]):
        return Difference("date", left.claim.published.as_given, _shown(other))
    return None


def _is_after(when: DateInterval, published: Date, event: Event) -> bool:
    """Say whether a day lies after the other report, which tells of what has happened."""
    return event.modality is Modality.HAPPENED and when.start > published


def _undated_events(pair: Pair) -> Difference | None:
    """Reports of an event, one without a date, printed more than a few days apart."""
    events = events_of(pair)
    left, right = pair.left.claim.published, pair.right.claim.published
    if events is None or (events[0].when and events[1].when) or not left or not right:
        return None
    if abs((left.day - right.day).days) <= UNDATED_DAYS:
        return None
    return Difference("day", left.as_given, right.as_given)


UNDATED_DAYS = 3
"""Days of publication within which two reports of an undated event may be of one."""


def _saying_dates(pair: Pair, least: int) -> Difference | None:
    """The days of the saying are known to be `least` days apart (2: or more)."""
    if same_event(pair):
        return None
    left, right = pair.left.claim, pair.right.claim
    if left.said_on and right.said_on:
        apart = left.said_on.days_apart(right.said_on)
    else:
        apart = max(_days_too_late(left, right), _days_too_late(right, left))
    if apart < least or (least == 1 and apart != 1):
        return None
    return Difference("date" if least > 1 else "day", _shown_saying(left), _shown_saying(right))


def _days_too_late(said: Claim, printed: Claim) -> int:
    """Return by how many days the one was said after the other, of no known day, was in print:
    a vow of Friday is not the one that Monday's paper had, however like the words are."""
    if said.said_on is None or printed.published is None:
        return 0
    return max(0, (said.said_on.start - printed.published.day).days)


def _shown_saying(claim: Claim) -> str:
    """Return the day of the saying, or when it was in print."""
    if claim.said_on:
        return _shown(claim.said_on)
    return f"printed {claim.published.day.isoformat()}" if claim.published else ""


def _named_dates(pair: Pair) -> Difference | None:
    """Days, months or years in the text that differ, in nearly the same words."""
    if not pair.near_verbatim:
        return _other_years(pair) or _other_months(pair)
    for gap in pair.gaps:
        left, right = replaced(gap)
        calendar = [_calendar(pair.left, left), _calendar(pair.right, right)]
        years_differ = _years_differ(_years(pair.left, left), _years(pair.right, right))
        days_differ = _days_differ(pair, *calendar)
        years_differ = years_differ or _relative_year_differs(pair, left, right)
        if years_differ or (days_differ and not _resolve_alike(pair)):
            return Difference("date", show(pair.left, left), show(pair.right, right))
    return _resolved_dates(pair) or (_other_months(pair) if _replaces_figures(pair) else None)


def _replaces_figures(pair: Pair) -> bool:
    """Say whether something with a figure or a month was replaced, as where days differ."""
    return any(
        side.stems[at][0].isdigit() or side.stems[at] in CALENDAR
        for gap in pair.gaps
        for side, places in zip((pair.left, pair.right), replaced(gap), strict=True)
        for at in places
    )


def named_days(pair: Pair) -> tuple[DateInterval, DateInterval] | None:
    """Return the first day that either text names, None where one names none or they share one."""
    left, right = (
        [found for found in _dates(side, side.bare) if found.precision in _NEAR]
        for side in (pair.left, pair.right)
    )
    if not left or not right or any(_may_be_one(a, b) for a, b in product(left, right)):
        return None
    return left[0], right[0]


_NEAR = (Precision.DAY, Precision.WEEK, Precision.MONTH)


def _other_years(pair: Pair) -> Difference | None:
    """Both name years, and none that the other names."""
    left, right = (_years(side, range(len(side.words))) for side in (pair.left, pair.right))
    if not _years_differ(left, right):
        return None
    return Difference("date", *(" ".join(map(_as_year, sorted(y))) for y in (left, right)))


def _other_months(pair: Pair) -> Difference | None:
    """Both name a month, or a day of one, and none that the other names, however they put it."""
    left, right = (
        [found for found in _dates(side, side.bare) if _NAMES_A_MONTH.search(found.as_printed)]
        for side in (pair.left, pair.right)
    )
    if not left or not right or any(_may_be_one(a, b) for a, b in product(left, right)):
        return None
    return Difference("date", left[0].as_printed, right[0].as_printed)


def _may_be_one(one: DateInterval, other: DateInterval) -> bool:
    """Say whether two dates share a day, in whatever year where neither prints one: whether
    "July 1" was or will be is told by the sentence around it, and not always told right."""
    if one.overlaps(other):
        return True
    if YEAR.search(one.as_printed) or YEAR.search(other.as_printed):
        return False
    first, second = (((d.start.month, d.start.day), (d.end.month, d.end.day)) for d in (one, other))
    return first[0] <= second[1] and second[0] <= first[1]


_NAMES_A_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[-./]\d", re.IGNORECASE
)


def _as_year(digits: str) -> str:
    return digits if len(digits) > 3 else f"{digits}0s"


def _days_differ(pair: Pair, left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether the days named are not the same; "yesterday" is some weekday or other."""
    if not left or not right or left & right:
        return False
    known = all(side.claim.published or side.claim.said_on for side in (pair.left, pair.right))
    return known or bool({CALENDAR[day] for day in left} & {CALENDAR[day] for day in right})


def _years(side: Prepared, places: range) -> frozenset[str]:
    """Return the years at `places`, of a decade what its years begin with."""
    forms = [word.form for word in side.words] + [""]
    return frozenset(
        forms[at][:3] if forms[at + 1] == "s" else forms[at]
        for at in places
        if YEAR.fullmatch(forms[at])
    )


def _years_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether both have years and none in common, where a decade has its years."""
    one = any(a.startswith(b) or b.startswith(a) for a, b in product(left, right))
    return bool(left and right) and not one


def _relative_year_differs(pair: Pair, left: range, right: range) -> bool:
    """Say whether one has a year where the other has "last year", which was another one."""
    named = [bool(_years(pair.left, left)), bool(_years(pair.right, right))]
    if named[0] == named[1]:
        return False
    here, there = (
        [d for d in _dates(side, show(side, places)) if d.precision is Precision.YEAR]
        for side, places in ((pair.left, left), (pair.right, right))
    )
    return bool(here and there) and not any(a.overlaps(b) for a, b in product(here, there))


def _calendar(side: Prepared, places: range) -> frozenset[str]:
    return frozenset(side.stems[at] for at in places if side.stems[at] in CALENDAR)


def _dates(side: Prepared, text: str) -> tuple[DateInterval, ...]:
    published, said = side.claim.published, side.claim.said_on
    return _dates_in(text, published.day if published else said.start if said else None)


@lru_cache(maxsize=8192)
def _dates_in(text: str, anchor: Date | None) -> tuple[DateInterval, ...]:
    return tuple(found.interval for found in find_dates(text, anchor))


def _resolve_alike(pair: Pair) -> bool:
    """Say whether some day on the left is one on the right, counted from publication."""
    left = _dates(pair.left, pair.left.bare)
    right = _dates(pair.right, pair.right.bare)
    return any(one.overlaps(other) for one in left for other in right)


def _resolved_dates(pair: Pair) -> Difference | None:
    """Days in the reporters' own words ("on Wednesday") that are not the same days.

    Words in quotation marks are left out: a quotation may be printed again weeks
    later, and its "Wednesday" is still the first one.
    """
    sides = []
    for side in (pair.left, pair.right):
        if side.claim.type is StatementType.DIRECT:
            return None
        own_words = _QUOTATION.sub(" ", side.bare)
        near = (Precision.DAY, Precision.WEEK)
        sides.append([found for found in _dates(side, own_words) if found.precision in near])
    left, right = sides
    if not left or not right or any(one.overlaps(other) for one in left for other in right):
        return None
    return Difference("date", _shown(left[0]), _shown(right[0]))


def place(pair: Pair) -> Difference | None:
    """The same kind of event on the same day, at places that differ by name."""
    events = events_of(pair)
    if events is None or setting.place(pair) > 0:
        return None
    return Difference("place", events[0].place or "", events[1].place or "")


def event(pair: Pair) -> Difference | None:
    """Another kind of event, or another who did it."""
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is None or right is None:
        return None
    if left.type is not right.type:
        return Difference("event", left.type, right.type)
    if agents_agree(left.actor, right.actor) > 0:
        return None
    return Difference("event", left.actor or "", right.actor or "")


def modality(pair: Pair) -> Difference | None:
    """One tells what happened, the other what is planned, possible or denied."""
    events = events_of(pair)
    if events is None or events[0].modality is events[1].modality:
        return None
    return Difference("modality", events[0].modality, events[1].modality)


def _shown(when: DateInterval) -> str:
    """Return the days in ISO form, two where they differ."""
    if when.start == when.end:
        return when.start.isoformat()
    return f"{when.start.isoformat()} to {when.end.isoformat()}"
