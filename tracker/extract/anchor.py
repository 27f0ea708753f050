"""The day that an article counts from: what "today" and "on Wednesday" mean in it.

That is the day of publication, in the place where the reporter was when a time is
known: what left Seoul at 22:30 UTC on the 13th was written on the 14th. A reprint
counts from the day in its dateline. Where the day of publication is not known, the
dateline gives it, if it has a year; without one nothing does.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.extract.zones import zone_of
from tracker.model import Article, Precision, Published
from tracker.text.dates import find_dates

_OPENING = 2000
"""Codepoints in which a dateline stands: behind headline, byline and a note or two."""
_DATELINE = re.compile(
    r"^[ \t]*(?P<town>[A-Z][A-Z.’'-]{2,}(?:\s[A-Z][A-Z.’'-]+){0,2}"
    r"|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}(?=[^–—\n(]{0,40}\())"
    r"(?:/[A-Z][\w.’'-]{2,30})?(?P<rest>,[^–—\n(]{1,40}?)?(?:\s?\([^)\n]{2,30}\))?"
    r"\s?(?:[–—]|--?)\s",
    re.MULTILINE,
)
"""A town in capitals, or one before its agency, at the head of a line: "LAGOS, March 3 —",
"Washington (AFP) –"."""
_REPRINTED = (timedelta(days=2), timedelta(days=30))
"""How much older than its publication a dateline shows a piece to be a reprint. One day
is no sign: the wire's evening is the paper's morning."""


@dataclass(frozen=True, slots=True)
class _Dateline:
    """`town` in lower case; `rest` is what follows it, a region, a day or both."""

    town: str
    rest: str


@lru_cache(maxsize=4)
def anchor_of(article: Article) -> date | None:
    """Return the day that relative dates in the article count from, None if unknown."""
    dateline = _find_dateline(article.text)
    if article.published is None:
        return _written(dateline, None)
    day = _local_day(article.published, dateline)
    written = _written(dateline, day or article.published.day)
    if day is None:
        day = article.published.day
        if written and abs(day - written) <= timedelta(days=1):
            return written  # the reporter knew what day it was there
    if written and _REPRINTED[0] <= day - written <= _REPRINTED[1]:
        return written
    return day


def _find_dateline(text: str) -> _Dateline | None:
    match = _DATELINE.search(text[:_OPENING])
    return _Dateline(match["town"].lower(), (match["rest"] or "").strip(", ")) if match else None


def _written(dateline: _Dateline | None, published: date | None) -> date | None:
    """Return the day in the dateline, its year taken from publication where it has none."""
    found = find_dates(dateline.rest, published) if dateline else []
    days = [each.interval for each in found if each.interval.precision is Precision.DAY]
    return days[0].start if len(days) == 1 and days[0].start == days[0].end else None


def _local_day(published: Published, dateline: _Dateline | None) -> date | None:
    """Return the day of publication where the piece was written, None if that is not known.

    A bare date is the outlet's own and stays. A time does not tell without a town that
    the table has and a zone that the system knows: `zoneinfo` reads the system's zone
    files or the `tzdata` package, and a system with neither counts by the outlet's day.
    """
    if published.start != published.end:
        return published.day
    region = re.split(r",|\s\d", dateline.rest)[0].strip() if dateline else ""
    zone = zone_of(dateline.town, region) if dateline else None
    if zone is None:
        return None
    try:
        return published.start.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, OverflowError):
        return None
