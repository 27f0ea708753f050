"""What the user states about a source, and how much of it may be read.

What is stated on the command line wins over what a file or page says of itself.
"""

from dataclasses import dataclass, fields

from tracker.errors import BadInput
from tracker.ingest.check import can_be_stored, check_text
from tracker.model import Published


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source; None where nothing is said.

    `published` is an ISO date or date and time. `encoding` names a Python text codec.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None:
                check_text(value, f"--{field.name}")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be read: sizes in bytes, times in seconds.

    `max_body_bytes` bounds a page or JSON file as received, `max_text_bytes` the
    text in it, counted in UTF-8. `read_memory` and `read_timeout` bound the process
    that reads a page: its address space, and its time by the clock and on the processor.
    """

    max_text_bytes: int = 10_000_000
    max_body_bytes: int = 25_000_000
    fetch_timeout: float = 30.0
    read_memory: int = 1_000_000_000
    read_timeout: float = 60.0


def declared(value: object) -> str | None:
    """Return what a page says of itself, cleaned; None for what is no text or cannot be stored.

    A page that a broken name stands in is not refused: its text is whole, and an
    unknown outlet is shown as unknown.
    """
    return clean(value) if isinstance(value, str) and can_be_stored(value) else None


def clean(value: str | None) -> str | None:
    """Return a name or title without the white space around it, None when nothing is left."""
    return (value or "").strip() or None


def parse_published(value: str | None, field: str) -> Published | None:
    """Return the publication time that `value` names, None when there is none.

    Raises:
        BadInput: it is no ISO date; the message names `field` and what is accepted.
    """
    if clean(value) is None:
        return None
    try:
        return Published.parse(str(value))
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"{field}: {value!r} is not a date; give 2023-09-13, 2023-09-13T08:30:00 (UTC) "
            "or 2023-09-13T08:30:00+02:00"
        ) from error
