"""What a command that writes came to: a line for a person, or the same as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from tracker import undo as undoing
from tracker.cli.context import Context, json_option, print_json
from tracker.store.session import entries_written


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: what to print, and the exit code."""

    shape: Mapping[str, Any]
    lines: tuple[str, ...]
    code: int = 0


def done(*lines: str, **shape: Any) -> Done:
    """Return what was done, told in lines to a person and by field to a program."""
    return Done(shape, lines)


def writes(function: Callable[..., Done]) -> Callable[..., int]:
    """Print what a command did, and add `--json` to it.

    The JSON has `entry`, the last ledger entry that was written, for `--expect` of the next
    edit, null where nothing was; and `undo`, those that `tracker undo` takes, the first few
    where there are many.
    """

    @wraps(function)
    def command(*args: Any, as_json: bool, **options: Any) -> int:
        with entries_written() as entries:
            did = function(*args, **options)
        if as_json:
            print_json({**did.shape, **_written(entries)})
        else:
            for line in did.lines:
                click.echo(line)
        return did.code

    return json_option(command)


UNDONE = 20
"""Entries to undo that are told at most: a bulk import is not taken back one by one."""


def _written(entries: list[range]) -> dict[str, Any]:
    if not entries:
        return {"entry": None, "undo": []}
    numbers = range(entries[0].start, entries[-1].stop)
    context: Context = click.get_current_context().obj
    return {"entry": numbers[-1], "undo": undoing.undoable(context.engine, numbers, UNDONE)}
