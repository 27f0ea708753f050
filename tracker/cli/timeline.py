"""`tracker timeline`: who said what when, first carried by whom, and how it changed."""

from datetime import datetime
from typing import Any

import click

from tracker.cli import printing
from tracker.cli.context import (
    Context,
    console,
    ended,
    json_option,
    limit_options,
    note,
    pass_context,
    print_json_lines,
)
from tracker.cli.past import past_options
from tracker.cli.printing import clip, diff_line, interval, place, published, who
from tracker.cli.times import DAY, require_order
from tracker.cli.versions import notice_line
from tracker.errors import NotFound
from tracker.model import EventType
from tracker.store.timeline import Selection
from tracker.store.timeline import count as count_claims
from tracker.text.counts import count
from tracker.views.asked import Subject, ask
from tracker.views.labels import labelled
from tracker.views.timeline import timeline_shapes


@click.command()
@click.argument("name", metavar="NAME-OR-CLAIM")
@click.option(
    "--as",
    "subject",
    type=click.Choice([str(s) for s in Subject]),
    help="What NAME is, where it may be several things.",
)
@click.option(
    "--type",
    "event_type",
    type=click.Choice([str(t) for t in EventType]),
    help="Only events of this type.",
)
@click.option(
    "--from", "since", type=DAY, metavar="DATE", help="First published on or after this day."
)
@click.option(
    "--to", "until", type=DAY, metavar="DATE", help="First published on or before this day."
)
@limit_options
@past_options
@json_option
@pass_context
def timeline(
    context: Context,
    name: str,
    subject: str | None,
    event_type: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    offset: int,
    as_json: bool,
) -> None:
    """Show who said what when, the earliest claim first, and how each was carried on.

    NAME-OR-CLAIM is a speaker's name or "agent 12"; a claim's number, which takes in the
    claims that stand against it; a place; or a kind of event, such as "missile launch" or
    "missile launch at Sunan".
    """
    require_order(since, until)
    narrow = Selection(
        event_type=event_type,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    with context.reading() as session:
        asked = ask(session, name, Subject(subject) if subject else None, narrow)
        lines = timeline_shapes(session, asked.selection, limit, offset)
        total = count_claims(session, asked.selection)
        lines = lines if as_json else labelled(session, lines)
    if not total:
        fits = "fits --type, --from and --to" if narrow != Selection() else "is recorded"
        raise NotFound(f"no claim of {asked.title} {fits}")
    for line in asked.notes:
        note(line)
    if as_json:
        print_json_lines(lines)
    else:
        console().print(f"{asked.subject} timeline of {asked.title}: {count(total, 'claim')}")
        for shape in lines:
            print_line(shape)
    ended(total, offset + len(lines))


def print_line(shape: dict[str, Any]) -> None:
    """Print a claim of a timeline: what was said, by whom carried, and what became of it."""
    screen = console()
    unknown = "  (order unknown)" if shape["order"] == "unknown" else ""
    first = shape["reports"][0]
    said = f", said {interval(shape['said_on'])}" if shape["said_on"] else ""
    screen.print(f"{published(first['published_at'])}  claim {shape['claim_id']}{said}{unknown}")
    screen.print(f"    {who(shape)}: {clip(shape['text'])}")
    screen.print(f"    first carried by {_carriers(shape['first_carried'])}")
    screen.print(f"    {printing.independence(shape['independence'])}")
    for notice in shape["notices"]:
        screen.print(f"    ! {notice_line(notice)}")
    for series in shape["figures"]:
        screen.print(f"    {series['property']}: {_figures(series['reports'])}")
    for report in shape["reports"][1:]:
        _print_report(report)
    if shape["more_reports"]:
        screen.print(f"  … {shape['more_reports']} more: `tracker claim show {shape['claim_id']}`")
    for link in shape["perhaps"]:
        screen.print(
            f"  ? {link['link_id']} {link['status']}: perhaps claim {link['claim_id']} "
            f"({link['score']:.2f}), {place(link)}, {who(link)}: {clip(link['text'], 100)}"
        )
    for relation in shape["relations"]:
        _print_relation(relation)


def _carriers(first: dict[str, Any]) -> str:
    places = [place(by) for by in first["by"]]
    return places[0] if first["order_known"] else f"{' or '.join(places)} (order unknown)"


def _figures(reports: list[dict[str, Any]]) -> str:
    if len(reports) == 1:
        return str(reports[0]["as_printed"])
    return "; ".join(_figure(report) for report in reports)


def _figure(report: dict[str, Any]) -> str:
    return f"{report['as_printed']} ({place(report)}, claim {report['claim_id']})"


def _print_report(report: dict[str, Any]) -> None:
    screen = console()
    link, order = report["link"], report["order"]
    changes = ", ".join(report["changes"]) or "unchanged"
    linked = f" [{link['link_id']} {link['relation']}, {link['status']}]" if link else ""
    unknown = " (order unknown)" if order == "unknown" else ""
    screen.print(f"  + {place(report)}{unknown}: {changes}{linked}")
    if report["chain"]:
        screen.print(f"      {printing.chain(report['chain'])}")
    for drift in report["drift"]:
        screen.print(f"      {printing.drift_line(drift)}")
    if report["changes"]:
        screen.print("      ", diff_line(report["diff"]), sep="")


def _print_relation(relation: dict[str, Any]) -> None:
    other = relation["other"]
    basis = f" by {relation['basis']}" if relation["basis"] else ""
    changed = "changed position: " if relation["changed_position"] else ""
    words = (
        f"{relation['relation']} claim {other['claim_id']}{basis}"
        if relation["direction"] == "to"
        else f"claim {other['claim_id']} {relation['relation']} this{basis}"
    )
    console().print(
        f"  ! {relation['relation_id']} {changed}{words}, {relation['status']}: "
        f"{place(other)}, {who(other)}: {clip(other['text'], 100)}"
    )


COMMANDS = (timeline,)
