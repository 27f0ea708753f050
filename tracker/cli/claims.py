"""`tracker claim …`: reading claims and mending what extraction got wrong."""

from typing import Any

import click

from tracker import correction, match, review
from tracker.cli import printing
from tracker.cli.context import (
    Context,
    console,
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
from tracker.cli.numbers import NUMBER
from tracker.cli.past import past_options, told_apart
from tracker.cli.printing import chain, clip, diff_line, event, interval, place, who
from tracker.cli.speakers import one_speaker
from tracker.cli.versions import history_line, notice_line, notice_mark
from tracker.correction import Correction
from tracker.model import Kind
from tracker.store import search
from tracker.store.search import Filter
from tracker.store.session import Session
from tracker.views.claim import claim_rows, claim_shape, printed_shape
from tracker.views.labels import labelled

STRONGEST = 4
"""Features of a link that are printed; `--json` has them all."""


@click.group()
def claim() -> None:
    """Claims, each with every occurrence found of it."""


@claim.command("list")
@click.option("--speaker", help="Only this speaker's, by any name; a surname will do.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="Only this kind.")
@limit_options
@past_options
@json_option
@pass_context
def list_(
    context: Context,
    speaker: str | None,
    kind: str | None,
    limit: int,
    offset: int,
    as_json: bool,
) -> int:
    """List the claims first recorded; what repeats one is counted with it.

    Exits 1 when none is as asked for.
    """
    with context.reading() as session:
        wanted = Filter(speaker=one_speaker(session, speaker), kind=kind)
        rows = claim_rows(session, search.list_claims(session, wanted, limit, offset))
        total = search.count_claims(session, wanted)
        rows = rows if as_json else labelled(session, rows)
    if as_json:
        print_json_lines(rows)
    else:
        print_claim_rows(rows)
    return listed(
        total,
        offset + len(rows),
        narrowed=wanted != Filter(),
        none="no claims are so",
        empty=context.none_of("claims", "`tracker add` stores an article with those in it"),
    )


def print_claim_rows(rows: list[dict[str, Any]]) -> None:
    """Print claims, a line each."""
    screen = console()
    for row in rows:
        times = f" ×{row['occurrences']}" if row["occurrences"] > 1 else ""
        part = f" (part of claim {row['part_of']})" if row["part_of"] else ""
        screen.print(
            f"{row['claim_id']:>5}  {row['kind']:<5}  {place(row)}  {who(row)}: "
            f"{clip(row['text'], 120)}{times}{part}{notice_mark(row['notices'])}"
        )


@claim.command()
@click.argument("claim_id", type=NUMBER)
@past_options
@json_option
@pass_context
def show(context: Context, claim_id: int, as_json: bool) -> None:
    """Show a claim: the original, every occurrence, its chain, and what changed."""
    held = told_apart(context, f"claim {claim_id}", lambda s: _published(s, claim_id))
    with held, context.reading() as session:
        shape = claim_shape(session, claim_id)
        shape = shape if as_json else labelled(session, shape)
    if as_json:
        print_json(shape)
        return
    print_claim(shape)


def _published(session: Session, claim_id: int) -> str | None:
    shape = printed_shape(session, claim_id)
    at: str | None = shape["occurrences"][0]["published_at"]
    return at


def print_claim(shape: dict[str, Any]) -> None:
    """Print a claim whole."""
    screen = console()
    if shape["asked_for"] != shape["claim_id"]:
        screen.print(f"claim {shape['asked_for']} is part of claim {shape['claim_id']}:")
    screen.print(f"claim {shape['claim_id']}, {shape['kind']}, {shape['type']}: {who(shape)}")
    screen.print(f"  {shape['text']}")
    if shape["said_on"]:
        screen.print(f"  said: {interval(shape['said_on'])}")
    if shape["event"]:
        screen.print(f"  event: {event(shape['event'])}")
    screen.print(f"  {printing.independence(shape['independence'])}")
    for notice in shape["notices"]:
        screen.print(f"  ! {notice_line(notice)}")
    screen.print(f"  ledger entry {shape['entry']}, for --expect")
    for gone in shape["redactions"]:
        screen.print(f"  {printing.redaction(gone)}")
    for occurrence in shape["occurrences"]:
        _print_occurrence(occurrence, shape["claim_id"])
    for suggestion in shape["suggested_links"]:
        screen.print(
            f"  ? {suggestion['link_id']} {suggestion['status']}: perhaps claim "
            f"{suggestion['claim_id']} ({suggestion['score']:.2f}): {clip(suggestion['text'])}"
        )
        for judgement in suggestion["judgements"]:
            screen.print(f"    {printing.judgement(judgement)}")
    for relation in shape["relations"]:
        print_relation(relation, shape["claim_id"])


def _print_occurrence(occurrence: dict[str, Any], claim_id: int) -> None:
    screen = console()
    _print_place(occurrence)
    if occurrence["carried_from"]:
        return  # the same words of the same article: the rest stands above
    if occurrence["url"]:
        screen.print(f"    {occurrence['url']}")
    if occurrence["chain"]:
        screen.print(f"    chain: {chain(occurrence['chain'])}")
    if occurrence["link"]:
        _print_link(occurrence["link"], claim_id)
    for drift in occurrence["drift"]:
        screen.print(f"    {printing.drift_line(drift)}")
    for corrected in occurrence["corrections"]:
        screen.print(f"    {printing.correction(corrected)}")
    if occurrence["diff"]:
        screen.print("    ", diff_line(occurrence["diff"]), sep="")


def _print_place(occurrence: dict[str, Any]) -> None:
    """Print where an occurrence stands, what became of it, and what the outlet said of that."""
    screen = console()
    is_one = occurrence["version"] == 1 and not occurrence["history"]
    version = "" if is_one else f", version {occurrence['version']}"
    screen.print(
        f"- {occurrence['order']}: {place(occurrence)}, article {occurrence['article_id']}"
        f"{version}, occurrence {occurrence['occurrence_id']}"
    )
    if occurrence["rejected"]:
        screen.print(f"    {printing.set_aside(occurrence)}")
    if occurrence["version"] > 1 and not occurrence["carried_from"]:
        screen.print(f"    first seen in version {occurrence['version']} of the article")
    if occurrence["history"]:
        screen.print(f"    {history_line(occurrence['history'])}")
    for notice in occurrence["notices"]:
        screen.print(f"    ! {notice_line(notice)}")


def _print_link(link: dict[str, Any], claim_id: int) -> None:
    screen = console()
    wording = "" if link["claim_id"] == claim_id else f" of claim {link['claim_id']}"
    screen.print(
        f"    {link['link_id']}: {link['relation']}{wording}, {link['score']:.2f}, "
        f"{link['status']}, by {link['matcher']}"
    )
    values = link["features"]
    named = match.strongest(values, STRONGEST)
    if named:
        shown = ", ".join(f"{name.replace('_', ' ')} {values[name]:.2f}" for name in named)
        screen.print(f"    because: {shown}")
    for difference in link["differences"]:
        screen.print(
            f"    differs in {difference['gate']}: {difference['left']} ↔ {difference['right']}"
        )
    for judgement in link["judgements"]:
        screen.print(f"    {printing.judgement(judgement)}")


def print_relation(relation: dict[str, Any], claim_id: int | None = None) -> None:
    """Print a relation, seen from one of its claims when one is given."""
    screen = console()
    basis = f" by {relation['basis']}" if relation["basis"] else ""
    screen.print(f"! {relation['relation_id']} {relation['relation']}{basis}, {relation['status']}")
    for side in ("from", "to"):
        claim = relation[side]
        here = " (this claim)" if claim["claim_id"] == claim_id else ""
        screen.print(
            f"    claim {claim['claim_id']}{here}, {place(claim)}, "
            f"{who(claim)}: {clip(claim['text'])}"
        )
    for difference in relation["differences"]:
        screen.print(f"    {difference['gate']}: {difference['left']} ↔ {difference['right']}")


@claim.command()
@click.argument("occurrence_id", type=NUMBER)
@click.option("--speaker", help='Who said it; "" for unknown.')
@click.option("--content", multiple=True, help="The words, as printed; repeat for pieces.")
@click.option("--source", help="The words that name the source, as printed.")
@click.option("--cue", help="The words that attribute it (told, according to), as printed.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="What it is.")
@click.option("--reject", is_flag=True, help="This is no statement.")
@click.option("--confirm", is_flag=True, help="It is one, right as it is; takes back --reject.")
@reason_option
@expect_option
@writes
@pass_context
def correct(
    context: Context,
    occurrence_id: int,
    speaker: str | None,
    content: tuple[str, ...],
    source: str | None,
    cue: str | None,
    kind: str | None,
    reject: bool,
    confirm: bool,
    reason: str,
    expected: int | None,
) -> Done:
    """Mend what extraction got wrong in OCCURRENCE_ID; the machine's version stays beside it.

    Occurrence numbers are in `tracker article show` and `tracker claim show`.
    """
    change = Correction(
        speaker=speaker,
        content=content,
        source=source,
        cue=cue,
        kind=Kind(kind) if kind else None,
        reject=reject,
        confirm=confirm,
    )
    user = context.settings.user
    correction.correct(context.engine, occurrence_id, change, reason, user, expected)
    return done(
        f"occurrence {occurrence_id} corrected by {user}",
        occurrence_id=occurrence_id,
        user=user,
        fields=change.fields,
    )


@claim.command()
@click.argument("claim_id", type=NUMBER)
@click.argument("into_id", type=NUMBER, metavar="INTO")
@reason_option
@expect_option
@writes
@pass_context
def merge(context: Context, claim_id: int, into_id: int, reason: str, expected: int | None) -> Done:
    """Say that claim CLAIM_ID is claim INTO, also where the matcher holds them apart.

    The earlier by publication stays the original, and every occurrence is kept. It is a
    yes on the link between the two: `tracker judge L… withdraw` takes it back.
    """
    user = context.settings.user
    settled = review.merge(context.engine, claim_id, into_id, reason, user, expected)
    result = f"both are claim {settled.claim_id}" if settled.is_one else "they stay two claims"
    return done(
        f"{settled.link}: yes by {user}; it is now {settled.status}, {result}",
        user=user,
        **_settled(settled),
    )


def _settled(settled: review.Settled) -> dict[str, Any]:
    return {
        "link_id": settled.link,
        "status": str(settled.status),
        "occurrence_id": settled.occurrence_id,
        "claim_id": settled.claim_id,
        "is_one": settled.is_one,
    }


@claim.command()
@click.argument("occurrence_ids", type=NUMBER, nargs=-1, required=True, metavar="OCCURRENCE…")
@reason_option
@expect_option
@writes
@pass_context
def split(
    context: Context, occurrence_ids: tuple[int, ...], reason: str, expected: int | None
) -> Done:
    """Say that these occurrences are not of the claim that they were linked to.

    Each is a claim again, or part of another that it repeats. It is a no on the link
    that held it: `tracker judge L… withdraw` takes it back. Occurrence numbers are in
    `tracker article show` and `tracker claim show`.
    """
    user = context.settings.user
    settled = review.split(context.engine, occurrence_ids, reason, user, expected)
    lines = [
        f"{one.link}: no by {user}; it is now {one.status}, occurrence "
        f"{one.occurrence_id} is of claim {one.claim_id}"
        for one in settled
    ]
    return done(*lines, user=user, split=[_settled(one) for one in settled])


COMMANDS = (claim,)
