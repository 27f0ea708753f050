"""`--as-of` and `--known-by`: reading what was known, or had been published, by then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from tracker.cli.times import read_time
from tracker.errors import BadInput, NotFound
from tracker.store.ledger import utc_now
from tracker.store.past import Past
from tracker.store.session import Session, reading

Function = TypeVar("Function", bound=Callable[..., Any])


def past_options(function: Function) -> Function:
    """Add `--as-of` and `--known-by`; what the command reads is then the past."""
    function = click.option(
        "--known-by",
        metavar="DATE",
        expose_value=False,
        callback=_keep_known_by,
        help="Only what had been published by the end of this day (UTC).",
    )(function)
    return click.option(
        "--as-of",
        metavar="TIME",
        expose_value=False,
        callback=_keep_as_of,
        help="As the database was: a date, a date and time, or '#123', a ledger entry.",
    )(function)


def _keep_as_of(context: click.Context, _: click.Parameter, given: str | None) -> None:
    if given is not None:
        context.obj.asked = replace(context.obj.asked, as_of=parse_time(given, utc_now()))


def _keep_known_by(context: click.Context, _: click.Parameter, given: str | None) -> None:
    if given is not None:
        context.obj.asked = replace(context.obj.asked, known_by=_day(given))


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given.strip())
    except ValueError as error:
        raise BadInput(f"--known-by {given!r} is no day: give a date (2024-03-05)") from error


def parse_time(given: str, now: datetime) -> datetime | int:
    """Return the instant, or the number of the ledger entry, that a person gives.

    A date is the end of that day, UTC; a time without a zone is one in UTC.

    Raises:
        BadInput: it is none of these, or lies ahead of `now`.
    """
    meant = read_time(given, "--as-of")
    if isinstance(meant, int):
        return meant
    start, end = meant
    if start > now:
        raise BadInput(f"--as-of {given!r} lies ahead: what will be known then nobody can say")
    return end


@contextmanager
def told_apart(
    context: Any, what: str, published: Callable[[Session], str | None]
) -> Iterator[None]:
    """Say of what a past does not have whether it came later, or never was.

    `published` finds it in the present, and returns when it was published.
    """
    try:
        yield
    except NotFound:
        asked = context.asked
        if asked.as_of is None and asked.known_by is None:
            raise
        with reading(context.engine) as session:
            at = published(session)  # raises what was raised where it is not there either
        if asked.as_of is not None:
            raise NotFound(f"{what} was not yet recorded by then") from None
        day = asked.known_by.isoformat()
        if at is None:
            raise NotFound(f"{what} is undated: whether it was out by {day} is not known") from None
        raise NotFound(f"{what} was not yet published by {day}") from None


def head_line(past: Past) -> str:
    """Return the line that says which past is shown."""
    told = []
    if past.end is not None:
        asked = past.asked.as_of
        if isinstance(asked, int):
            seq = past.end.seq
            whole = "" if asked == seq else f", whose write ends with entry {seq}"
            told.append(f"as of ledger entry {asked}{whole}, {_shown(past.end.at)}")
        else:
            entry = f"ledger entry {past.end.seq}" if past.end.seq else "before the first entry"
            told.append(f"as of {_shown(asked)}, {entry}")
    if past.asked.known_by is not None:
        left = past.of_unknown_date
        articles = "article" if left == 1 else "articles"
        out = f", {left} {articles} not surely out by then left aside" if left else ""
        told.append(f"as published by {past.asked.known_by.isoformat()}{out}")
    return "; ".join(told)


def _shown(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def stamp(past: Past) -> dict[str, Any]:
    """Return what JSON says of the past that is shown."""
    found: dict[str, Any] = {}
    if past.end is not None:
        asked = past.asked.as_of
        moment = past.end.at if isinstance(asked, int) else asked
        found["as_of"] = moment.isoformat() if moment else None
        found["as_of_entry"] = past.end.seq
    if past.asked.known_by is not None:
        found["known_by"] = past.asked.known_by.isoformat()
        found["not_surely_out"] = past.of_unknown_date
    return found
