"""`tracker place …`: the places that facts look names up in."""

from typing import Any

import click

from tracker import gazetteer
from tracker.cli.claims import print_claim_rows
from tracker.cli.context import (
    Context,
    console,
    ended,
    expect_option,
    json_option,
    limit_options,
    listed,
    pass_context,
    print_json,
    print_json_lines,
    reason_option,
)
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER, AtLeast
from tracker.gazetteer import UNKNOWN, Edit
from tracker.model import PlacePrecision
from tracker.store.places import Known, count_places
from tracker.views.place import place_rows, place_shape

_KINDS = [str(kind) for kind in PlacePrecision]


@click.group()
def place() -> None:
    """Places by all their names: shipped ones, the desk's own, and those articles name.

    Facts found in articles look a printed name up here to tell what kind of place it is.
    """


@place.command("list")
@click.argument("query", required=False)
@click.option("--kind", type=click.Choice([*_KINDS, UNKNOWN]), help="Only this kind.")
@limit_options
@json_option
@pass_context
def list_(
    context: Context,
    query: str | None,
    kind: str | None,
    limit: int,
    offset: int,
    as_json: bool,
) -> int:
    """List places in order of name, those with QUERY in one of their names when it is given.

    Exits 1 when none is as asked for.
    """
    wanted = "" if kind == UNKNOWN else kind
    with context.reading() as session:
        rows = place_rows(session, wanted, query, limit, offset)
        total = count_places(session, wanted, query)
    if as_json:
        print_json_lines(rows)
    else:
        screen = console()
        for row in rows:
            screen.print(f"{row['place_id']:>5}  {_line(row)}")
    return listed(
        total,
        offset + len(rows),
        narrowed=query is not None or kind is not None,
        none="no places are so",
        empty="no places yet: `tracker place add` adds one",
    )


def _line(row: dict[str, Any]) -> str:
    within = f", {row['within']}" if row["within"] else ""
    also = f"; also {', '.join(row['aliases'])}" if row["aliases"] else ""
    return f"{row['kind'] or UNKNOWN:<8}  {row['name']}{within}{also}"


@place.command()
@click.argument("place_id", type=NUMBER)
@click.option("--limit", type=AtLeast(1), default=50, show_default=True, help="The most claims.")
@json_option
@pass_context
def show(context: Context, place_id: int, limit: int, as_json: bool) -> None:
    """Show a place: its names, who described it, and what is reported to happen there."""
    with context.reading() as session:
        shape = place_shape(session, place_id, limit)
    if as_json:
        print_json(shape)
    else:
        _print_place(shape)
    ended(shape["claim_count"], len(shape["claims"]))


def _print_place(shape: dict[str, Any]) -> None:
    screen = console()
    within = f" in {shape['within']}" if shape["within"] else ""
    kind = shape["kind"] or UNKNOWN
    screen.print(f"place {shape['place_id']}, {kind}{within}: {shape['name']}")
    if shape["aliases"]:
        screen.print(f"  also: {', '.join(shape['aliases'])}")
    screen.print(f"  from: {_FROM[shape['origin']]}")
    print_claim_rows(shape["claims"])


_FROM = {
    "shipped": "the list that ships with tracker",
    "person": "a person (see `tracker log --kind place`)",
    "article": "an article that names it",
}


@place.command()
@click.argument("name")
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="What kind of place.")
@click.option("--within", metavar="COUNTRY", help="The country it lies in.")
@click.option("--alias", "aliases", multiple=True, help="Another name of it; repeat for more.")
@reason_option
@writes
@pass_context
def add(
    context: Context,
    name: str,
    kind: str,
    within: str | None,
    aliases: tuple[str, ...],
    reason: str,
) -> Done:
    """Add the place NAME, for articles that are added from now on."""
    known = Known(name, PlacePrecision(kind), within or None, aliases)
    user = context.settings.user
    number = gazetteer.add(context.engine, known, reason, user)
    return done(f"place {number} added by {user}", place_id=number, user=user)


@place.command()
@click.argument("place_id", type=NUMBER)
@click.option("--name", help="The same name in another spelling.")
@click.option(
    "--kind",
    type=click.Choice([*_KINDS, UNKNOWN]),
    help="What kind of place; unknown keeps facts from looking it up.",
)
@click.option("--within", metavar="COUNTRY", help='The country it lies in; "" for none.')
@click.option("--alias", "add_aliases", multiple=True, help="One more name; repeat for more.")
@click.option(
    "--drop-alias",
    "drop_aliases",
    multiple=True,
    help="A name that is none of its; repeat for more.",
)
@reason_option
@expect_option
@writes
@pass_context
def edit(
    context: Context, /, place_id: int, reason: str, expected: int | None, **given: Any
) -> Done:
    """Say what the place PLACE_ID is, from now on.

    The ledger keeps what was known before, and updates of the shipped list leave an
    edited place alone.
    """
    user = context.settings.user
    gazetteer.edit(context.engine, place_id, Edit(**given), reason, user, expected)
    return done(f"place {place_id} edited by {user}", place_id=place_id, user=user)


COMMANDS = (place,)
