"""`tracker backup` and `tracker restore`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tracker import backup as backups
from tracker.cli import printing
from tracker.cli.context import Context, json_option, pass_context, print_json
from tracker.cli.transfer import held_interrupt, progress
from tracker.ingest.places import shipped_places
from tracker.store import schema


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    with progress() as bar, held_interrupt() as check:
        task = bar.add_task("pages", total=None)

        def copied(count: int, total: int) -> None:
            bar.update(task, completed=count, total=total)
            check()

        yield copied


@click.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The new file to write."
)
@json_option
@pass_context
def backup(context: Context, out: Path, as_json: bool) -> None:
    """Copy an SQLite database into one new file while others write, and verify the copy.

    It prints the ledger's head in the copy, to keep elsewhere. A database on PostgreSQL
    is backed up by pg_dump.
    """
    with _bar() as progress:
        copied = backups.back_up(context.looked_at, out, shipped_places(), progress)
    _print(copied, as_json, f"backed up to {out}", str(out))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_context
def restore(context: Context, file: Path, as_json: bool) -> None:
    """Put a backup where --database says, once it has been upgraded and verified.

    There must be no database there yet: nothing is overwritten. Backups of earlier
    releases are upgraded.
    """
    user, engine = context.settings.user, context.any_engine
    with _bar() as progress:
        copied = backups.restore(file, engine, user, shipped_places(), progress)
    _print(copied, as_json, f"restored {file} as {schema.display(engine)}", schema.display(engine))


def _print(copied: backups.Copied, as_json: bool, done: str, place: str) -> None:
    if as_json:
        print_json({"to": place, "checked": copied.checked, "seq": copied.seq, "hash": copied.hash})
        return
    click.echo(f"{done}: {printing.checked(copied.checked)}, no problems")
    click.echo(f"ledger entry {copied.seq}, head {copied.hash}")


COMMANDS = (backup, restore)
