"""Finds the dates of a text: one master pattern for the places, then the rules in order.

Dates that stand together are then read together (`tracker.text.dates.ranges`), and
what is counted from a date in the text ("a day earlier") from that one
(`tracker.text.dates.linked`).
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from tracker.model import DateInterval, Span
from tracker.text.dates import counted, days, periods, weekdays
from tracker.text.dates.intervals import Reckoned
from tracker.text.dates.linked import find_linked
from tracker.text.dates.place import FoundDate, Hit, Place, Rule, read
from tracker.text.dates.ranges import join_ranges


def _unnamed(rule: Rule) -> str:
    """Return the rule's pattern without group names, so that it can stand beside others."""
    return re.sub(r"[(][?]P<[a-z]+>", "(?:", rule.pattern)


_BY_NAME = {rule.name: rule for m in (days, weekdays, periods, counted) for rule in m.RULES}
_ORDER = (
    *(
        "iso",
        "dotted",
        "slashed",
        "days_and",
        "month_days_and",
        "day_first",
        "month_first",
        "ordinal",
        "feast",
    ),
    *("month", "weekday", "near", "overnight", "relative", "ago", "stretch", "weekend"),
    *("end", "part", "season", "decade", "years", "short_year", "year"),
)
"""Rules as they are tried at one place: the one that takes in more words comes first."""
_RULES = [_BY_NAME[name] for name in _ORDER]
_PATTERNS = [(rule, re.compile(rule.pattern)) for rule in _RULES]
_DAYS_OF_MONTH = ("day_first", "month_first")
_DAY_OF_MONTH = re.compile("|".join(_unnamed(_BY_NAME[name]) for name in _DAYS_OF_MONTH))
_ANY = re.compile(
    r"(?<![\w$€£.,/–-])(?=[\dA-Za-z]|[’'‘]\d)(?:"
    + "|".join(_unnamed(rule) for rule in _RULES)
    + ")"
)


def find_dates(text: str, anchor: date | None) -> list[FoundDate]:
    """Return the date expressions of `text` in order, none overlapping.

    `anchor` is the day the text was published; without it only expressions that
    name their year are found. Days that do not exist ("31 June") are left out.
    Time is linear in the length of `text`.
    """
    return list(_find_dates(text, anchor))


@lru_cache(maxsize=2)
def _find_dates(text: str, anchor: date | None) -> tuple[FoundDate, ...]:
    """Return the dates; the last texts' are kept, since several stages ask for the same."""
    hits = join_ranges(text, list(_hits(text, anchor)))
    found = [_found(text, Span(hit.start, hit.last), hit.reckoned) for hit in hits]
    linked = [_found(text, span, reckoned) for span, reckoned in find_linked(text, hits)]
    return tuple(sorted([*found, *linked], key=lambda each: each.span))


def _hits(text: str, anchor: date | None) -> Iterator[Hit]:
    at = 0
    while match := _ANY.search(text, at):
        hit = _read_at(text, match.start(), anchor)
        if hit:
            yield hit
        at = hit.last if hit else _behind_no_date(text, match)


def _behind_no_date(text: str, match: re.Match[str]) -> int:
    """Return where to go on: behind a day that does not exist, which is no month either."""
    return match.end() if _DAY_OF_MONTH.match(text, match.start()) else match.start() + 1


def _found(text: str, span: Span, reckoned: Reckoned) -> FoundDate:
    printed = " ".join(span.of(text).split())
    return FoundDate(span, DateInterval(*reckoned, printed))


def _read_at(text: str, start: int, anchor: date | None) -> Hit | None:
    """Return what the first rule that makes sense of the words at `start` reads there."""
    for rule, pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match is None:
            continue
        place = Place(text, match, anchor)
        reckoned = read(rule, place)
        if reckoned is not None:
            return Hit(rule, place, reckoned, match.end())
        if rule.name in _DAYS_OF_MONTH:
            return None  # a day that does not exist is not the month alone
    return None
