"""`tracker log`, `tracker verify` and `tracker checkpoint`."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from tracker import audit
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
from tracker.ingest.places import shipped_places
from tracker.store import ledger
from tracker.store.session import reading
from tracker.views.withheld import every_redaction


@click.command()
@click.option("--record", help="Only entries on the record of this uid, such as clm-… or lnk-….")
@click.option("--kind", help="Only entries on this kind of record, such as judgement.")
@click.option("--by", help="Only what this user wrote.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Entries.")
@json_option
@pass_context
def log(
    context: Context,
    record: str | None,
    kind: str | None,
    by: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Show the ledger: who wrote what and when, newest first."""
    with context.reading() as session:
        rows = ledger.entries(session, kind=kind, uid=record, user=by, limit=limit)
        total = ledger.count_entries(session, kind=kind, uid=record, user=by)
        shapes: list[dict[str, Any]] = [
            {
                "seq": row.seq,
                "at": row.at.isoformat(),
                "user": row.user,
                "action": row.action,
                "record_kind": row.record_kind,
                "record_uid": row.record_uid,
                "reason": ledger.reason_of(row, value),
                "value": json.loads(value.value) if value.value is not None else None,
                "hash": row.hash,
            }
            for row, value in rows
        ]
    if as_json:
        print_json_lines(shapes)
    else:
        _print_entries(shapes)
    more(total - len(shapes))


def _print_entries(shapes: list[dict[str, Any]]) -> None:
    screen = console()
    for shape in shapes:
        reason = f" ({shape['reason']})" if shape["reason"] else ""
        held = shape["value"]
        value = "[redacted]" if held is None else json.dumps(held, ensure_ascii=False)
        screen.print(
            f"{shape['seq']:>6}  {shape['at'][:19]}  {shape['user']}  {shape['action']}  "
            f"{shape['record_uid']}{reason}  {clip(value, 80)}"
        )


@click.command()
@json_option
@pass_context
def verify(context: Context, as_json: bool) -> int:
    """Check every quote against its text, every hash, and the ledger's chain.

    Exits 1 when anything does not hold.
    """
    checked, problems = audit.verify(context.looked_at, shipped_places())
    with reading(context.looked_at) as session:
        gone = every_redaction(session)
    if as_json:
        found = [{"record": p.record, "message": p.message} for p in problems]
        print_json({"checked": checked, "problems": found, "redactions": gone})
        return 1 if problems else 0
    for problem in problems:
        note(f"{problem.record}: {problem.message}")
    for line in _redacted(gone):
        click.echo(line)
    counted = ", ".join(f"{count} {name}" for name, count in checked.items())
    click.echo(f"checked {counted}: {len(problems) or 'no'} problems")
    return 1 if problems else 0


def _redacted(shapes: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each reason that words were redacted for, with how many records."""
    groups = Counter((s["user"], s["at"][:10], s["ground"], s["reason"]) for s in shapes)
    for (user, day, ground, reason), count in groups.items():
        yield f"{count} redacted, by {user} on {day} for {reason} ({ground})"


@click.command()
@json_option
@pass_context
def checkpoint(context: Context, as_json: bool) -> None:
    """Print the ledger's head, to keep elsewhere: it fixes all that was written so far."""
    with context.reading() as session:
        seq, head = ledger.head(session)
    if as_json:
        print_json({"seq": seq, "hash": head})
    else:
        click.echo(f"{seq} {head}")


COMMANDS = (log, verify, checkpoint)
