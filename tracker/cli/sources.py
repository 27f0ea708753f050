"""The options that say what is known of a source, shared by `add` and `extract`."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from tracker.config import Settings
from tracker.ingest import Given, Limits, capture
from tracker.model import Capture

_OPTIONS = (
    click.option("--url", help="The address it was published at."),
    click.option("--outlet", help="Who published it."),
    click.option("--title", help="Its headline, where that is not in the text."),
    click.option("--author", help="Its author."),
    click.option(
        "--published",
        metavar="DATE",
        help="When: 2023-09-13 or 2023-09-13T08:30:00+00:00.",
    ),
    click.option("--encoding", help="The text's encoding, where it is not UTF-8."),
)


def source_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options and pass them to the command as one `given`."""

    @wraps(function)
    def command(*args: Any, **options: Any) -> Any:
        names = ("url", "outlet", "title", "author", "published", "encoding")
        given = Given(**{name: options.pop(name) for name in names})
        return function(*args, given=given, **options)

    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def capture_source(settings: Settings, source: str, given: Given) -> Capture:
    """Return what `source` (a path, an address, or "-") holds. Raises as `capture` does."""
    limits = Limits(
        max_text_bytes=settings.max_text_bytes,
        max_body_bytes=settings.max_body_bytes,
        fetch_timeout=settings.fetch_timeout,
        read_memory=settings.read_memory,
        read_timeout=settings.read_timeout,
    )
    return capture(source, given, limits, sys.stdin.buffer)


__all__ = ["Given", "capture_source", "source_options"]
