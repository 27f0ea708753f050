"""`tracker judge` and `tracker review`: people decide."""

import sys
from typing import Any

import click
from rich.console import Console

from tracker import review as reviewing
from tracker.cli.claims import print_relation
from tracker.cli.context import (
    Context,
    console,
    ended,
    expect_option,
    is_terminal,
    json_option,
    note,
    pass_context,
    print_json_lines,
    reason_option,
)
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import AtLeast
from tracker.cli.one_by_one import OneByOne
from tracker.cli.people import print_proposal
from tracker.cli.printing import clip, diff_line, judgement, perhaps, place
from tracker.model import Verdict
from tracker.views.labels import labelled
from tracker.views.waiting import Waiting, waiting_shapes


@click.command()
@click.argument("name", metavar="ID")
@click.argument("verdict", metavar="ANSWER", type=click.Choice([*map(str, Verdict), "withdraw"]))
@reason_option
@expect_option
@writes
@pass_context
def judge(context: Context, name: str, verdict: str, reason: str, expected: int | None) -> Done:
    """Decide on a link (L12), a relation (R7) or a proposed speaker (S31): yes, no or unsure.

    Nothing is overwritten: `tracker judge L12 withdraw` takes back your own answer, and
    different people's answers stand side by side. A link that is denied is never made again; a
    speaker that is confirmed is the speaker until the answer is withdrawn.
    """
    user = context.settings.user
    if verdict == "withdraw":
        status = reviewing.withdraw(context.engine, name, reason, user, expected)
    else:
        answer = Verdict(verdict)
        status = reviewing.judge(context.engine, name, answer, reason, user, expected)
    return done(
        f"{name.upper()}: {verdict} by {user}; it is now {status}",
        id=name.upper(),
        verdict=verdict,
        status=str(status),
        user=user,
    )


@click.command()
@click.option("--only", type=click.Choice([str(kind) for kind in Waiting]), help="Only these.")
@click.option("--limit", type=AtLeast(1), default=20, show_default=True, help="The most of a list.")
@click.option("--list", "as_list", is_flag=True, help="Print a list, also at a terminal.")
@json_option
@pass_context
def review(context: Context, only: str | None, limit: int, as_list: bool, as_json: bool) -> None:
    """Decide what waits for a person: links, relations, speakers, agents, disputes.

    At a terminal one thing after another is asked, the two texts side by side, one key
    an answer, the most useful first: what is least certain and touches most. Elsewhere
    it is a list; decide with `tracker judge ID yes|no|unsure --reason …`, on agents that
    may be one with `tracker agent merge` or `tracker agent distinct`.
    """
    wanted = Waiting(only) if only else None
    if is_terminal() and sys.stdout.isatty() and not (as_list or as_json):
        OneByOne(context, Console(highlight=False, markup=False, emoji=False), wanted).run()
        return
    with context.reading() as session:
        shapes, total = waiting_shapes(session, limit, wanted)
        shapes = shapes if as_json else labelled(session, shapes)
    if as_json:
        print_json_lines(shapes)
    else:
        for shape in shapes:
            _print_waiting(shape)
        _say_how(shapes)
    ended(total, len(shapes), "nothing waits for a decision")


def _say_how(shapes: list[dict[str, Any]]) -> None:
    """Say how to answer the first; pairs of agents have it beside them."""
    names = [shape.get(f"{kind}_id") for shape in shapes for kind in _JUDGED]
    name = next(filter(None, names), None)
    if name:
        note(f"to decide: `tracker judge {name} yes|no|unsure --reason …`")


_JUDGED = ("link", "relation", "speaker")


def _print_waiting(shape: dict[str, Any]) -> None:
    if "relation_id" in shape:
        print_relation(shape)
        _print_judgements(shape)
    elif "link_id" in shape:
        _print_link(shape)
    elif "into_id" in shape:
        print_proposal(shape)
    else:
        _print_speaker(shape)


def _print_link(shape: dict[str, Any]) -> None:
    screen = console()
    screen.print(
        f"? {shape['link_id']} {shape['relation']}, {shape['score']:.2f}: is this claim "
        f"{shape['claim_id']}?"
    )
    screen.print(f"    claim: {shape['original']}")
    screen.print(f"    later: {shape['text']}")
    screen.print("    ", diff_line(shape["diff"]), sep="")
    _print_judgements(shape)


def _print_speaker(shape: dict[str, Any]) -> None:
    screen = console()
    source = f", printed as “{shape['source']['exact']}”" if shape["source"] else ""
    screen.print(f"? {shape['speaker_id']} {perhaps(shape)}{source}; {place(shape)}")
    screen.print(f"    {shape['text']}")
    screen.print(f"    in: {clip(shape['context'], 400)}")
    _print_judgements(shape)


def _print_judgements(shape: dict[str, Any]) -> None:
    for said in shape["judgements"]:
        console().print(f"    {judgement(said)}")


COMMANDS = (judge, review)
