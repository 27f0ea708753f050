"""What every command needs: the settings, the database, the way to print."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import click
from rich.console import Console

from tracker import gazetteer, match
from tracker.cli.numbers import AtLeast
from tracker.cli.past import head_line, stamp
from tracker.config import Settings
from tracker.ingest.check import check_address
from tracker.model import Gazetteer
from tracker.pipeline import Reader
from tracker.resources import data_folder
from tracker.semantic.lazily import Lazily
from tracker.store.engine import Engine, open_engine
from tracker.store.model_in_use import with_meaning
from tracker.store.past import Asked, reading_past
from tracker.store.safety import require_safe
from tracker.store.schema import require_current
from tracker.store.session import Session, reading
from tracker.training import open_model

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass
class Context:
    """The settings of this run; the database is opened when first asked for.

    `asked` is the past that its commands read; by itself the present.
    """

    settings: Settings
    asked: Asked = field(default_factory=Asked)

    @cached_property
    def any_engine(self) -> Engine:
        """The database, whatever its schema, with the model of sentences that was named."""
        engine, folder = open_engine(self.settings.database), self.settings.semantic_model
        return with_meaning(engine, Lazily(folder)) if folder else engine

    @cached_property
    def engine(self) -> Engine:
        """The database, at this program's schema and safe to use."""
        engine = self.looked_at
        require_safe(engine, self.settings.unsafe_server)
        return engine

    @cached_property
    def looked_at(self) -> Engine:
        """The database, at this program's schema: for commands that say what is wrong with it."""
        require_current(self.any_engine)
        return self.any_engine

    @cached_property
    def reader(self) -> Reader:
        """What reads articles, with the places that the database knows."""
        return self._reader(gazetteer.of_database(self.engine))

    @cached_property
    def bare_reader(self) -> Reader:
        """What reads articles where there is no database, with the shipped places."""
        return self._reader(gazetteer.shipped())

    def _reader(self, places: Gazetteer) -> Reader:
        """Return a reader with the model of the settings, or the shipped one."""
        model = open_model(self.settings.model or data_folder("model"))
        return Reader(places, model.reader, model.name)

    @property
    def in_past(self) -> bool:
        """Whether a past was asked for."""
        return self.asked != Asked()

    def none_of(self, things: str, how: str) -> str:
        """Return the line for a list of all `things` that has none, and `how` there come to be."""
        return f"no {things} by then" if self.in_past else f"no {things} yet: {how}"

    def close(self) -> None:
        """Close the database if it was opened."""
        if "any_engine" in self.__dict__:
            self.any_engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads: the present, or the past that was asked for.

        What is printed then opens with a line that says which past it is, or as JSON
        says it in every object.
        """
        if not self.in_past:
            with reading(self.engine) as session:
                yield session
            return
        with reading_past(self.engine, self.asked, match.keys) as past:
            run = click.get_current_context()
            run.meta[_STAMP] = stamp(past)
            if not run.params.get("as_json"):
                console().print(head_line(past))
            yield past.session


pass_context = click.make_pass_decorator(Context)


def json_option(function: Function) -> Function:
    """Add `--json`: print JSON, one object a line for lists."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def key_option(function: Function) -> Function:
    """Add `--idempotency-key`, for those who ask again when they did not hear the answer."""
    return click.option(
        "--idempotency-key",
        "key",
        metavar="KEY",
        help="A name of your own for this request: given again it gets the same answer, with"
        " another input it is refused.",
    )(function)


def limit_options(function: Function) -> Function:
    """Add `--limit` and `--offset` for lists."""
    function = click.option(
        "--offset", type=AtLeast(0), default=0, show_default=True, help="Rows to pass over."
    )(function)
    return click.option(
        "--limit", type=AtLeast(1), default=50, show_default=True, help="The most rows."
    )(function)


def expect_option(function: Function) -> Function:
    """Add `--expect`: the ledger number that the edit rests on."""
    return click.option(
        "--expect",
        "expected",
        type=AtLeast(0),
        metavar="ENTRY",
        help="Refuse when it was changed after this ledger entry (`entry` in JSON).",
    )(function)


def not_blank(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a reason that says something.

    Raises:
        click.BadParameter: it is empty.
    """
    if not value.strip():
        raise click.BadParameter("it is empty: say why, for those who come after")
    return value


def address(_context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return a web address as it is given.

    Raises:
        BadInput: it is none; nothing could be found by it later.
    """
    if value is not None:
        check_address(value, option.opts[0])
    return value


def reason_option(function: Function) -> Function:
    """Add `--reason`, which the ledger keeps with the edit."""
    return click.option(
        "--reason", required=True, callback=not_blank, help="Why, for those who come after."
    )(function)


def console() -> Console:
    """Return a console on standard output that never breaks or invents words.

    Printed news holds square brackets and words like ":warning:"; neither is markup.
    """
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


_STAMP = "tracker.past"
"""Where a run keeps what JSON says of the past that it shows."""


def print_json(value: object) -> None:
    """Print one JSON object on one line, as printed in the news: not escaped."""
    told = click.get_current_context().meta.get(_STAMP)
    if told and isinstance(value, dict):
        value = {**told, **value}
    click.echo(json.dumps(value, ensure_ascii=False))


def print_json_lines(values: Iterable[object]) -> None:
    """Print JSON objects, one a line."""
    for value in values:
        print_json(value)


def note(line: str) -> None:
    """Print a line for the person, not for the next program: on standard error."""
    click.echo(line, err=True)


def ended(total: int, seen: int, nothing: str | None = None) -> None:
    """Say what a list does not show: how many rows it stopped short of, or that there is none.

    `seen` counts the rows that were passed over too; `nothing` is the line for an empty list.
    It goes to standard error, so that what is printed stays rows and nothing else.
    """
    if total == 0 and nothing is not None:
        note(nothing)
    elif total > seen:
        note(f"… {total - seen} more: --limit")


def listed(total: int, seen: int, *, narrowed: bool, none: str, empty: str) -> int:
    """Say what a list does not show, as `ended` does, and return its exit code.

    It is 1 where the list was narrowed to what is not there, as for a search that finds
    nothing: `none` is then the line. `empty` is the one for a list of all that there is.
    """
    ended(total, seen, none if narrowed else empty)
    return 1 if narrowed and not total else 0


def is_terminal() -> bool:
    """Say whether a person can be asked."""
    return sys.stdin.isatty()
