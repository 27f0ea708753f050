"""`tracker log` and `tracker verify`."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from tracker import audit, stamping
from tracker.cli import printing
from tracker.cli.context import (
    Context,
    console,
    json_option,
    listed,
    note,
    pass_context,
    print_json,
    print_json_lines,
)
from tracker.cli.numbers import AtLeast
from tracker.cli.printing import clip
from tracker.cli.stamps import read_checkpoint, read_roots, roots_option, stamp_lines
from tracker.cli.times import Interval, read_option
from tracker.ingest.places import shipped_places
from tracker.store import ledger
from tracker.store.ledger import Wanted
from tracker.store.session import Session, reading
from tracker.text.counts import count
from tracker.views.log import log_shapes, require_known
from tracker.views.shapes import Shape
from tracker.views.withheld import every_redaction


@click.command()
@click.option("--record", help="Only entries on the record of this uid, such as clm-… or lnk-….")
@click.option("--kind", help="Only entries on this kind of record, such as judgement.")
@click.option("--by", help="Only what this user wrote.")
@click.option(
    "--since",
    metavar="TIME",
    callback=read_option,
    help="Only from then on: a date, a date and time (UTC), or '#123', a ledger entry.",
)
@click.option(
    "--until", metavar="TIME", callback=read_option, help="Only to then, which is included."
)
@click.option("--limit", type=AtLeast(1), default=20, show_default=True, help="The most entries.")
@json_option
@pass_context
def log(
    context: Context,
    record: str | None,
    kind: str | None,
    by: str | None,
    since: Interval | int | None,
    until: Interval | int | None,
    limit: int,
    as_json: bool,
) -> int:
    """Show the ledger: who wrote what and when, newest first, and what it changed.

    Exits 1 when no entry is as asked for.

    With --json each entry has the record's `value` after it, `before` it, and the fields
    that it `changed`.
    """
    wanted: Wanted = {"kind": kind, "uid": record, "user": by}
    with context.reading() as session:
        if since is not None:
            wanted["since"] = _interval(session, since)[0]
        if until is not None:
            wanted["until"] = _interval(session, until)[1] + timedelta(microseconds=1)
        shapes = log_shapes(session, wanted, limit)
        total = ledger.count_entries(session, **wanted)
        if not total:
            require_known(session, wanted)
    if as_json:
        print_json_lines(shapes)
    else:
        _print_entries(shapes)
    return listed(
        total,
        len(shapes),
        narrowed=any(value is not None for value in wanted.values()),
        none="no entries of the ledger are so",
        empty="no entries yet: whatever is written makes some",
    )


def _interval(session: Session, given: Interval | int) -> Interval:
    """Return the instants that are meant; an entry was written at one."""
    if not isinstance(given, int):
        return given
    row, _ = ledger.get_entry(session, given)
    return row.at, row.at


def _print_entries(shapes: list[Shape]) -> None:
    screen = console()
    for shape in shapes:
        reason = f" ({shape['reason']})" if shape["reason"] else ""
        held = "[redacted]" if shape["value"] is None else clip(_brief(shape["value"]), 80)
        value = "" if shape["before"] is not None else f"  {held}"
        screen.print(
            f"{shape['seq']:>6}  {shape['at'][:19]}  {shape['user']}  {shape['action']}  "
            f"{shape['record_uid']}{reason}{value}"
        )
        for changed in shape["changed"]:
            before, after = clip(_brief(changed["before"]), 60), clip(_brief(changed["after"]), 60)
            screen.print(f"        {changed['field']}: {before} → {after}")


def _brief(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@click.command()
@click.option(
    "--verify-against",
    "against",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A checkpoint kept elsewhere, printed or JSON: finds what was cut off, put back or "
    "written anew since.",
)
@roots_option
@json_option
@pass_context
def verify(context: Context, against: Path | None, roots: Path | None, as_json: bool) -> int:
    """Check every record, text, capture and reference, the ledger's chain, and time stamps.

    Exits 1 when anything does not hold.
    """
    kept, trusted = read_checkpoint(against) if against else None, read_roots(roots)
    checked, problems = audit.verify(context.looked_at, shipped_places(), kept)
    stamped = stamping.verify(context.looked_at, trusted)
    problems = [*problems, *stamped.problems]
    with reading(context.looked_at) as session:
        gone = every_redaction(session)
    if as_json:
        listed = [{"record": p.record, "message": p.message} for p in problems]
        told = {"checked": checked, "problems": listed, "redactions": gone, **stamped.record()}
        print_json(told)
        return 1 if problems else 0
    for problem in problems:
        note(f"{problem.record}: {problem.message}")
    for line in (*_redacted(gone), *stamp_lines(stamped, kept, trusted is not None)):
        click.echo(line)
    held = f", against the checkpoint of {kept.at.isoformat()[:19]}" if kept else ""
    found = count(len(problems), "problem") if problems else "no problems"
    click.echo(f"checked {printing.checked(checked)}{held}: {found}")
    return 1 if problems else 0


def _redacted(shapes: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each reason that words were redacted for, with how many records."""
    groups = Counter((s["user"], s["at"][:10], s["ground"], s["reason"]) for s in shapes)
    for (user, day, ground, reason), number in groups.items():
        yield f"{number} redacted, by {user} on {day} for {reason} ({ground})"


COMMANDS = (log, verify)
