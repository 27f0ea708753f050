"""`tracker log` and `tracker verify`."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from tracker import audit, stamping
from tracker.cli.context import (
    Context,
    console,
    json_option,
    more,
    note,
    pass_context,
    print_json,
    print_json_lines,
)
from tracker.cli.printing import clip
from tracker.cli.stamps import read_checkpoint, read_roots, roots_option, stamp_lines
from tracker.ingest.places import shipped_places
from tracker.model import Published
from tracker.store import ledger
from tracker.store.ledger import Wanted
from tracker.store.session import reading
from tracker.views.log import log_shapes
from tracker.views.shapes import Shape
from tracker.views.withheld import every_redaction


class Moment(click.ParamType[Published]):
    """A day or a time in ISO form, as the interval that it may mean; a day is one in UTC."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Published:
        """Return the interval that the words name, or fail with how to write one."""
        try:
            return Published.parse(str(value))
        except ValueError:
            self.fail(f"{value!r} is no time: write 2024-05-02 or 2024-05-02T18:30", param, ctx)


@click.command()
@click.option("--record", help="Only entries on the record of this uid, such as clm-… or lnk-….")
@click.option("--kind", help="Only entries on this kind of record, such as judgement.")
@click.option("--by", help="Only what this user wrote.")
@click.option("--since", type=Moment(), help="Only from this day or time on (UTC).")
@click.option("--until", type=Moment(), help="Only to this day or time, which is included (UTC).")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Entries.")
@json_option
@pass_context
def log(
    context: Context,
    record: str | None,
    kind: str | None,
    by: str | None,
    since: Published | None,
    until: Published | None,
    limit: int,
    as_json: bool,
) -> None:
    """Show the ledger: who wrote what and when, newest first, and what it changed.

    With --json each entry has the record's `value` after it, `before` it, and the fields
    that it `changed`.
    """
    wanted: Wanted = {
        "kind": kind,
        "uid": record,
        "user": by,
        "since": since.start if since else None,
        "until": until.end + timedelta(microseconds=1) if until else None,
    }
    with context.reading() as session:
        shapes = log_shapes(session, wanted, limit)
        total = ledger.count_entries(session, **wanted)
    if as_json:
        print_json_lines(shapes)
    else:
        _print_entries(shapes)
    more(total - len(shapes))


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
        found = [{"record": p.record, "message": p.message} for p in problems]
        told = {"checked": checked, "problems": found, "redactions": gone, **stamped.record()}
        print_json(told)
        return 1 if problems else 0
    for problem in problems:
        note(f"{problem.record}: {problem.message}")
    for line in (*_redacted(gone), *stamp_lines(stamped, kept, trusted is not None)):
        click.echo(line)
    counted = ", ".join(f"{count} {name}" for name, count in checked.items())
    held = f", against the checkpoint of {kept.at.isoformat()[:19]}" if kept else ""
    click.echo(f"checked {counted}{held}: {len(problems) or 'no'} problems")
    return 1 if problems else 0


def _redacted(shapes: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each reason that words were redacted for, with how many records."""
    groups = Counter((s["user"], s["at"][:10], s["ground"], s["reason"]) for s in shapes)
    for (user, day, ground, reason), count in groups.items():
        yield f"{count} redacted, by {user} on {day} for {reason} ({ground})"


COMMANDS = (log, verify)
