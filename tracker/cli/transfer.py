"""`tracker import` and `tracker export`."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from tracker import gazetteer
from tracker.cli.context import Context, note, pass_context
from tracker.cli.past import past_options
from tracker.errors import BadInput
from tracker.exchange import bundle, entries, jsonl
from tracker.store.ledger import utc_now
from tracker.store.past import Asked

FORMATS = ("jsonl", "bundle")


@contextmanager
def held_interrupt() -> Iterator[Callable[[], None]]:
    """Hold Ctrl-C back until the function that is given is called; a second one acts at once.

    Raised just anywhere it can fall into the driver's work, or into a finalizer of
    Python's where it is lost.
    """
    pressed = threading.Event()

    def press(_number: int, _frame: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def check() -> None:
        if pressed.is_set():
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield check
        return
    before = signal.signal(signal.SIGINT, press)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="A folder of JSON Lines, or for some claims a zip that holds their evidence.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="A new folder to write to; a new zip with --format bundle.",
)
@click.argument("claim_ids", nargs=-1, type=int, metavar="[CLAIM]...")
@past_options
@pass_context
def export(context: Context, form: str, out: Path, claim_ids: tuple[int, ...]) -> None:
    """Write all records, one file a kind; `tracker import` of the folder restores them.

    With CLAIM numbers only those claims with their occurrences and relations are
    written: a selection to read, not to restore. So is one of what had been published
    by a day, which has no ledger.

    With --format bundle, CLAIM numbers are needed: a zip is written that a browser opens
    and `tracker_verify.py` in it checks where there is no tracker. It is of the present.
    """
    assert form in FORMATS
    if form == "bundle":
        _write_bundle(context, out, claim_ids)
        return
    published = context.asked.known_by is not None
    with context.reading() as session:
        jsonl.write(session, out, _told, list(claim_ids), with_ledger=not published)
    click.echo(f"exported to {out}")


def _write_bundle(context: Context, out: Path, claim_ids: tuple[int, ...]) -> None:
    if context.asked != Asked():
        raise BadInput("a bundle is of the present: leave out --as-of and --known-by")
    with context.reading() as session:
        count = bundle.export(session, out, claim_ids, utc_now())
    click.echo(f"exported {count} files to {out}")


def _told(kind: str, count: int) -> None:
    note(f"{count:>8} {kind}")


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@pass_context
def import_(context: Context, path: Path) -> int:
    """Read claims from a JSON Lines file, or restore an exported folder.

    A line is {"text", "external_id", "kind", "speaker", "said_on", "via", "url",
    "outlet", "published_at", "context"}; only the text is required. A bad line is
    reported and the rest goes on; the exit code is then 1. An import that was
    interrupted can be started again.
    """
    if path.is_dir():
        jsonl.restore(context.engine, path, context.settings.user, _told)
        gazetteer.seed(context.engine, context.settings.user)
        click.echo(f"restored {path}")
        return 0
    with Progress(console=Console(stderr=True), transient=True) as bar, held_interrupt() as check:
        task = bar.add_task("claims", total=None)

        def stored(count: int) -> None:
            bar.advance(task, count)
            check()

        outcome = entries.import_entries(context.engine, path, context.settings.user, stored)
    for line in outcome.refused:
        note(f"tracker: {line}")
    click.echo(
        f"{outcome.new} claims recorded, {outcome.known} known before, "
        f"{len(outcome.refused)} refused"
    )
    return 1 if outcome.refused else 0


COMMANDS = (export, import_)
