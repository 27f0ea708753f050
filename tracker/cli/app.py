"""The command group, its options, and how errors become exit codes.

Exit codes: 0 done; 1 not found, not verified, or part of a batch failed; 2 bad
input or an unusable database; 130 interrupted.
"""

import os
import sys
from itertools import chain

import click

from tracker import __version__
from tracker.cli import (
    articles,
    backup,
    checkpoint,
    claims,
    database,
    decide,
    demo,
    evaluate,
    extraction,
    models,
    people,
    places,
    recording,
    redact,
    search,
    timeline,
    transfer,
    trust,
    undo,
)
from tracker.cli.context import Context
from tracker.cli.usage import told
from tracker.config import load_settings
from tracker.errors import Conflict, NotFound, NotVerified, TrackerError

_EXIT_ONE = (NotFound, Conflict, NotVerified)

INTERRUPTED = 130


class _Group(click.Group):
    """A group whose own options may also stand after the command, as people type them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments with the group's own options moved to the front."""
        own, others = _own_options(args)
        _require_one_database(own)
        return super().parse_args(ctx, [*chain.from_iterable(own), *others])


Given = list[tuple[str, str]]
"""Options of the group with their values, in the order given."""


def _own_options(arguments: list[str]) -> tuple[Given, list[str]]:
    """Return the group's own options, and all other arguments."""
    own: Given = []
    others: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            others += [argument, *waiting]
            break
        if argument in _OWN and waiting:
            own.append((argument, waiting.pop(0)))
        elif argument.startswith(tuple(f"{name}=" for name in _OWN)):
            name, _, value = argument.partition("=")
            own.append((name, value))
        else:
            others.append(argument)
    return own, others


def _require_one_database(own: Given) -> None:
    """Check that the database is named once, or always as the same.

    Raises:
        click.UsageError: it is named as two; whichever was meant, the other must not be written.
    """
    if len({value for name, value in own if name == "--database"}) > 1:
        raise click.UsageError("--database is given twice, with two addresses: give one")


_OWN = ("--database", "--user", "--semantic-model")


@click.group(
    cls=_Group,
    epilog="--database, --user and --semantic-model may stand before or after the command.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="tracker")
@click.option("--database", metavar="ADDRESS", help="Database, such as sqlite:///claims.db.")
@click.option("--user", metavar="NAME", help="Who writes; default TRACKER_USER or the login name.")
@click.option(
    "--semantic-model",
    metavar="DIR",
    help="Match by meaning too, with the model of sentences in DIR (the extra `semantic`).",
)
@click.pass_context
def cli(
    context: click.Context, database: str | None, user: str | None, semantic_model: str | None
) -> None:
    """Record who said what, when and through whom, and find it again.

    Give it news articles; it stores every attributed claim, quote and reported
    fact, and links what later articles repeat to the claim first recorded.
    """
    given = {"database": database, "user": user, "semantic_model": semantic_model}
    context.obj = Context(load_settings({k: v for k, v in given.items() if v is not None}))
    context.call_on_close(context.obj.close)


for module in (
    database,
    demo,
    articles,
    extraction,
    recording,
    transfer,
    claims,
    people,
    places,
    search,
    timeline,
    decide,
    evaluate,
    models,
    checkpoint,
    trust,
    undo,
    redact,
    backup,
):
    for command in module.COMMANDS:
        cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; errors become one line each."""
    try:
        code = cli.main(args=arguments, prog_name="tracker", standalone_mode=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        return _report(error)
    return code if isinstance(code, int) else 0


def _report(error: BaseException) -> int:
    """Print what went wrong as one line and return the exit code; raise what is a fault of ours."""
    if _is_interrupt(error):
        click.echo("tracker: interrupted; nothing half done was kept", err=True)
        return INTERRUPTED
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()  # the help, on standard error: nothing was asked for
        return error.exit_code
    if isinstance(error, click.ClickException):
        click.echo(f"tracker: {told(error)}", err=True)
        return 2
    if isinstance(error, TrackerError):
        click.echo(f"tracker: {error}", err=True)
        return 1 if isinstance(error, _EXIT_ONE) else 2
    raise error


def _is_interrupt(error: BaseException | None) -> bool:
    """Say whether Ctrl-C is behind an error.

    One that comes in the middle of the driver's or SQLAlchemy's work can show as their
    complaint about the state they were left in.
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt | click.exceptions.Abort):
            return True
        error = error.__cause__ or error.__context__
    return False


__all__ = ["cli", "main", "run"]
