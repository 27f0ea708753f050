"""What a command that writes came to: a line for a person, or the same as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from tracker.cli.context import json_option, print_json
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

    The JSON has the first and the last ledger entry that were written: what `tracker undo`
    takes back, and what `--expect` holds the next edit against. Both are null where nothing
    was.
    """

    @wraps(function)
    def command(*args: Any, as_json: bool, **options: Any) -> int:
        with entries_written() as entries:
            did = function(*args, **options)
        if as_json:
            first, last = (entries[0][0], entries[-1][-1]) if entries else (None, None)
            print_json({**did.shape, "first_entry": first, "entry": last})
        else:
            for line in did.lines:
                click.echo(line)
        return did.code

    return json_option(command)
