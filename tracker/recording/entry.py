"""What a person gives of a claim, checked without a database."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime

from tracker.errors import BadInput
from tracker.ingest.check import check_address, check_text
from tracker.model import DateInterval, Kind, Precision, Published


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim to record. Only `text` is required; `via` is nearest relay first.

    `said_on` is an ISO day, month or year; `published_at` an ISO date or time.
    `article_id` names a stored article that prints the words.
    """

    text: str
    kind: Kind | None = None
    speaker: str | None = None
    said_on: str | None = None
    via: tuple[str, ...] = ()
    url: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    context: str = ""
    external_id: str | None = None
    article_id: int | None = None


def check(entry: Entry) -> None:
    """Check what can be checked of an entry without a database.

    Raises:
        BadInput: the text or a name is empty, holds what no database stores, or an address or a
            date is malformed.
    """
    if not entry.text.strip():
        raise BadInput("the claim's text is empty: give the words that were said")
    for value in (entry.text, entry.speaker, entry.context, entry.outlet, *entry.via):
        check_text(value or "", "the claim")
    for field, name in (("speaker", entry.speaker or None), ("outlet", entry.outlet or None)):
        _check_name(field, name)
    for name in entry.via:
        _check_name("via", name)
    if entry.url:
        check_address(entry.url, "url")
    published_of(entry)
    if entry.said_on:
        parse_said_on(entry.said_on)


def _check_name(field: str, name: str | None) -> None:
    """Refuse a name of nothing but blanks, which would be an agent that nobody can see."""
    if name is not None and not name.strip():
        raise BadInput(f"{field}: the name {name!r} is blank: give a name, or leave it out")


def published_of(entry: Entry) -> Published | None:
    """Return when an entry was published.

    Raises:
        BadInput: it is no date.
    """
    if entry.published_at is None:
        return None
    try:
        return Published.parse(entry.published_at)
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"published_at: {entry.published_at!r} is no date: give 2023-09-13 or "
            "2023-09-13T08:30:00+00:00"
        ) from error


def is_ahead(entry: Entry, now: datetime) -> bool:
    """Say whether an entry was published in the future, which can hardly be right.

    What names its article was published with that.
    """
    published = published_of(entry) if entry.article_id is None else None
    return published is not None and published.is_ahead(now)


def parse_said_on(text: str) -> DateInterval:
    """Return the interval that an ISO day, month or year names.

    Raises:
        BadInput: it is none of the three.
    """
    try:
        match text.strip().split("-"):
            case [year]:
                start = date(int(year), 1, 1)
                return DateInterval(start, date(start.year, 12, 31), Precision.YEAR, text)
            case [year, month]:
                start = date(int(year), int(month), 1)
                return DateInterval(start, _month_end(start), Precision.MONTH, text)
            case _:
                day = date.fromisoformat(text.strip())
                return DateInterval(day, day, Precision.DAY, text)
    except ValueError as error:
        raise BadInput(
            f"said_on: {text!r} is no date: give a day 2023-09-13, month 2023-09 or year 2023"
        ) from error


def _month_end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
