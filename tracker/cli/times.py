"""Times as people give them on the command line: a day, a time, or an entry of the ledger."""

from datetime import UTC, date, datetime, time

import click

from tracker.cli.numbers import NUMBER
from tracker.errors import BadInput

Interval = tuple[datetime, datetime]
"""The first and the last instant that is meant, in UTC."""

DAY = click.DateTime(["%Y-%m-%d"])
"""A day, as an option takes it."""

_FORMS = (
    "give a date (2024-03-05), a date and time (2024-03-05T14:00Z; without a zone it is UTC), "
    "or a ledger entry ('#123')"
)


def read_time(given: str, option: str) -> Interval | int:
    """Return the instants that a person may mean, or the number of a ledger entry.

    A date is all of that day, UTC; a time without a zone is one in UTC.

    Raises:
        BadInput: it is none of these; the message names `option`.
        NotFound: no ledger has so many entries.
    """
    words = given.strip()
    number = words.removeprefix("#")
    if number != words and number.isascii() and number.isdigit():
        return NUMBER.convert(number, None, None)
    try:
        return _instants(words)
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{option} {given!r} is no time: {_FORMS}") from error


def _instants(words: str) -> Interval:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        moment = datetime.fromisoformat(words.removesuffix(" UTC"))
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return moment, moment
    return datetime.combine(day, time.min, UTC), datetime.combine(day, time.max, UTC)


def read_option(
    _context: click.Context, option: click.Parameter, given: str | None
) -> Interval | int | None:
    """Return what `read_time` does of an option's value, as its callback."""
    return None if given is None else read_time(given, option.opts[0])


def require_order(since: datetime | None, until: datetime | None) -> None:
    """Check that --from is not after --to: nothing would be found.

    Raises:
        BadInput: it is.
    """
    if since is not None and until is not None and until < since:
        raise BadInput(
            f"--to {until:%Y-%m-%d} is before --from {since:%Y-%m-%d}: change them round"
        )
