"""`tracker import` and `tracker export`."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from tracker import gazetteer
from tracker.cli.context import Context, note, pass_context
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER
from tracker.cli.past import past_options
from tracker.errors import BadInput
from tracker.exchange import bundle, entries, jsonl
from tracker.store import counts
from tracker.store.counts import Findings
from tracker.store.ledger import utc_now
from tracker.text.counts import count

FORMATS = ("jsonl", "bundle")


def progress() -> Progress:
    """Return a progress bar on standard error, shown to a person alone: elsewhere it would leave
    an empty line."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=not console.is_terminal)


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
@click.argument("claim_ids", nargs=-1, type=NUMBER, metavar="[CLAIM]...")
@past_options
@writes
@pass_context
def export(context: Context, form: str, out: Path, claim_ids: tuple[int, ...]) -> Done:
    """Write all records, one file a kind; `tracker import` of the folder restores them.

    With CLAIM numbers only those claims with their occurrences and relations are
    written: a selection to read, not to restore. So is one of what had been published
    by a day, which has no ledger.

    With --format bundle, CLAIM numbers are needed: a zip is written that a browser opens
    and `tracker_verify.py` in it checks where there is no tracker. It is of the present.
    """
    assert form in FORMATS
    if form == "bundle":
        return _write_bundle(context, out, claim_ids)
    published = context.asked.known_by is not None
    with context.reading() as session:
        told = _Told()
        jsonl.write(session, out, told, list(claim_ids), with_ledger=not published)
    return done(f"exported to {out}", to=str(out), format=form, records=told.counts)


def _write_bundle(context: Context, out: Path, claim_ids: tuple[int, ...]) -> Done:
    if context.in_past:
        raise BadInput("a bundle is of the present: leave out --as-of and --known-by")
    with context.reading() as session:
        files = bundle.export(session, out, claim_ids, utc_now())
    line = f"exported {count(files, 'file')} to {out}"
    return done(line, to=str(out), format="bundle", files=files)


@dataclass
class _Told:
    """Tells a person how many records of a kind went by, and keeps it."""

    counts: dict[str, int] = field(default_factory=dict)

    def __call__(self, kind: str, number: int) -> None:
        self.counts[kind] = number
        note(f"{number:>8} {kind}")


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@writes
@pass_context
def import_(context: Context, path: Path) -> Done:
    """Read claims from a JSON Lines file, or restore an exported folder.

    A line is {"text", "external_id", "kind", "speaker", "said_on", "via", "url",
    "outlet", "published_at", "context"}; only the text is required. A bad line is
    reported and the rest goes on; the exit code is then 1. It says how many were stored,
    were there before, and were linked to what they repeat. An import that was interrupted
    can be started again.
    """
    if path.is_dir():
        told = _Told()
        jsonl.restore(context.engine, path, context.settings.user, told)
        gazetteer.seed(context.engine, context.settings.user)
        return done(f"restored {path}", restored=str(path), records=told.counts)
    with progress() as bar, held_interrupt() as check:
        task = bar.add_task("claims", total=None)

        def stored(number: int) -> None:
            bar.advance(task, number)
            check()

        outcome = entries.import_entries(context.engine, path, context.settings.user, stored)
    for line in (*outcome.refused, *outcome.doubtful):
        note(f"tracker: {line}")
    with context.reading() as session:
        found = counts.of_findings(session, outcome.claims)
    line = (
        f"{count(outcome.new, 'claim')} recorded, {outcome.known} known before, "
        f"{len(outcome.refused)} refused"
    )
    lines = (line, _found_line(found)) if any(found) else (line,)
    told_of = {
        "recorded": outcome.new,
        "known": outcome.known,
        "refused": list(outcome.refused),
        "doubtful": list(outcome.doubtful),
        **found._asdict(),
    }
    return Done(told_of, lines, code=1 if outcome.refused else 0)


def _found_line(found: Findings) -> str:
    """Return how many claims that were recorded repeat others, may repeat or concern them."""
    told = ", ".join(f"{number} {name}" for name, number in found._asdict().items() if number)
    waits = found.suggested or found.related
    return f"  of these {told}" + (": `tracker review`" if waits else "")


COMMANDS = (export, import_)
