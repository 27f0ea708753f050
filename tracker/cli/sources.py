"""The options that say what is known of a source, shared by `add` and `extract`."""

import sys
from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import Any

import click

from tracker.cli.context import address, note
from tracker.config import Settings
from tracker.errors import BadInput
from tracker.ingest import Archive, Given, Limits, capture, is_archive
from tracker.model import Capture
from tracker.text.counts import count

_OPTIONS = (
    click.option("--url", callback=address, help="The address it was published at."),
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
    if is_archive(source):
        pages = [read for _, read in captures(settings, source, given)]
        if len(pages) == 1:
            return pages[0]()
        raise BadInput(
            f"{source}: there are {count(len(pages), 'page')} in this archive; give one of them"
        )
    return capture(source, given, limits_of(settings), sys.stdin.buffer)


def captures(
    settings: Settings, source: str, given: Given
) -> Iterator[tuple[str, Callable[[], Capture]]]:
    """Yield the name of each article in `source` with what captures it: an archive holds many.

    Raises:
        BadInput: an archive cannot be read, or not any further.
    """
    if not is_archive(source):
        yield source, partial(capture_source, settings, source, given)
        return
    limits = limits_of(settings)
    archive = Archive(source, given, limits)
    for page in archive:
        yield page.name, partial(page.capture, given, limits)
    if archive.passed_over:
        others = count(archive.passed_over, "other record")
        were = "was" if archive.passed_over == 1 else "were"
        note(f"{source}: {others} in this archive {were} passed over")


def limits_of(settings: Settings) -> Limits:
    return Limits(
        max_text_bytes=settings.max_text_bytes,
        max_body_bytes=settings.max_body_bytes,
        fetch_timeout=settings.fetch_timeout,
        read_memory=settings.read_memory,
        read_timeout=settings.read_timeout,
    )


__all__ = ["Given", "capture_source", "captures", "source_options"]
