"""`tracker search` and `tracker conflicts`."""

from datetime import datetime
from typing import Any

import click

from tracker import match
from tracker.cli.claims import print_claim_rows, print_relation
from tracker.cli.context import (
    Context,
    console,
    ended,
    json_option,
    pass_context,
    print_json_lines,
)
from tracker.cli.numbers import AtLeast
from tracker.cli.past import past_options
from tracker.cli.printing import figure
from tracker.cli.speakers import one_speaker
from tracker.cli.times import DAY, require_order
from tracker.errors import BadInput
from tracker.model import Kind
from tracker.store.search import Filter, count_found, search_claims
from tracker.views.asked import require_outlet
from tracker.views.claim import claim_rows
from tracker.views.conflicts import conflict_shapes, count_conflicts
from tracker.views.labels import labelled


@click.command()
@click.argument("query")
@click.option("--speaker", help="Only this speaker's, by any name; a surname will do.")
@click.option("--outlet", help="Only what this outlet printed.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="Only this kind.")
@click.option("--from", "since", type=DAY, metavar="DATE", help="Published on or after this day.")
@click.option("--to", "until", type=DAY, metavar="DATE", help="Published on or before this day.")
@click.option("--limit", type=AtLeast(1), default=20, show_default=True, help="The most claims.")
@past_options
@json_option
@pass_context
def search(
    context: Context,
    query: str,
    speaker: str | None,
    outlet: str | None,
    kind: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    as_json: bool,
) -> int:
    """Find claims that have all the words of QUERY, in any order and form; newest first.

    Exits 1 when there is none.
    """
    if not query.strip():
        raise BadInput("there are no words to search for: `tracker claim list` shows every claim")
    require_order(since, until)
    words = match.word_keys(query)
    if not words:
        raise BadInput(f"{query!r} holds only words too common to search for: give others")
    with context.reading() as session:
        if outlet is not None:
            require_outlet(session, outlet)
        wanted = Filter(
            speaker=one_speaker(session, speaker),
            outlet=outlet,
            kind=kind,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
        narrowed = wanted != Filter()
        rows = claim_rows(session, search_claims(session, words, wanted, limit))
        total = count_found(session, words, wanted)
        rows = rows if as_json else labelled(session, rows)
    if as_json:
        print_json_lines(rows)
    else:
        print_claim_rows(rows)
    ended(total, len(rows), "no claim has all of these words" + (" and is so" if narrowed else ""))
    return 0 if rows else 1


@click.command()
@click.option("--limit", type=AtLeast(1), default=50, show_default=True, help="The most conflicts.")
@click.option("--rejected", is_flag=True, help="Also those that people said no to, marked so.")
@past_options
@json_option
@pass_context
def conflicts(context: Context, limit: int, rejected: bool, as_json: bool) -> None:
    """List rival figures, contradictions, updates and denials, newest first.

    Those that people rejected (`tracker judge R7 no`) are left out.
    """
    with context.reading() as session:
        shapes = conflict_shapes(session, limit, rejected=rejected)
        total = count_conflicts(session, rejected=rejected)
        shapes = shapes if as_json else labelled(session, shapes)
    if as_json:
        print_json_lines(shapes)
    else:
        _print_conflicts(shapes)
    ended(total, len(shapes), "no conflicts")


def _print_conflicts(shapes: list[dict[str, Any]]) -> None:
    screen = console()
    for shape in shapes:
        print_relation(shape)
        for side in ("from", "to"):
            figures = "; ".join(figure(quantity) for quantity in shape[side]["figures"])
            if figures:
                screen.print(f"    figures of claim {shape[side]['claim_id']}: {figures}")


COMMANDS = (search, conflicts)
