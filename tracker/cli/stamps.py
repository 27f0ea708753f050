"""What the command line says of time stamps, and the files it reads for them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from tracker.errors import BadInput
from tracker.model import Checkpoint, Stamp
from tracker.stamping import Found, Roots
from tracker.text.counts import count

Function = TypeVar("Function", bound=Callable[..., Any])

READABLE = click.Path(path_type=Path, dir_okay=False, exists=True)

UNTRUSTED = "stamp not checked against a root: name one with --timestamp-roots FILE"


def roots_option(function: Function) -> Function:
    """Add `--timestamp-roots`, the certificates that the user trusts."""
    return click.option(
        "--timestamp-roots",
        "roots",
        type=READABLE,
        help="Certificates (PEM) that you trust: a time stamp has to be signed under one.",
    )(function)


def read_roots(path: Path | None) -> Roots | None:
    """Return the certificates of a file; None for no file.

    Raises:
        BadInput: it cannot be read.
    """
    return None if path is None else Roots(str(path), read_bytes(path))


def read_checkpoint(path: Path) -> Checkpoint:
    """Return the checkpoint in a file.

    Raises:
        BadInput: it cannot be read, or holds none.
    """
    try:
        return Checkpoint.parse(read_bytes(path).decode("utf-8"))
    except ValueError as error:
        raise BadInput(f"{path}: {error}") from error


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error


def stamp_lines(found: Found, kept: Checkpoint | None, asked: bool) -> Iterator[str]:
    """Yield a line on each stamp of a checkpoint, by default of the newest that has one.

    `asked` says that the user named roots, and so waits for an answer.
    """
    if found.unread:
        unread = count(found.unread, "time stamp was", "time stamps were")
        yield f"{unread} not read: that needs pip install 'tracker[timestamp]'"
    entries = max((one.kept.checkpoint.entries for one in found.checked), default=0)
    shown = [
        one
        for one in found.checked
        if (one.kept.checkpoint == kept if kept else one.kept.checkpoint.entries == entries)
    ]
    for one in shown:
        behind = f"signed under {one.roots}" if one.roots else UNTRUSTED
        covered = count(one.kept.checkpoint.entries, "entry", "entries")
        yield f"checkpoint of {covered} {told(one.stamp)}; {behind}"
    if not shown and not found.unread and (asked or (kept and found.checked)):
        yield f"no time stamp in the ledger holds{' for this checkpoint' if kept else ''}"
    others = len(found.checked) - len(shown)
    if others:
        yield f"{count(others, 'other time stamp')}: --json tells of each"


def told(stamp: Stamp) -> str:
    """Return what a stamp says of itself: when, how exactly, and by whom."""
    exact = f" (± {stamp.accuracy:g} s)" if stamp.accuracy is not None else ""
    return f"stamped {stamp.at.isoformat()}{exact} by {stamp.authority}"
