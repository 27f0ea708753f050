"""`tracker agent …`: who speaks, relays and takes part."""

from typing import Any

import click

from tracker import identity
from tracker.cli.claims import print_claim_rows
from tracker.cli.context import (
    Context,
    console,
    ended,
    expect_option,
    json_option,
    limit_options,
    pass_context,
    print_json,
    print_json_lines,
    reason_option,
)
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER, AtLeast
from tracker.cli.printing import redaction
from tracker.store.agents import count_agents
from tracker.text.counts import count
from tracker.views.agent import agent_rows, agent_shape
from tracker.views.labels import labelled
from tracker.views.proposals import proposal_shape, proposals


@click.group()
def agent() -> None:
    """People, organizations, groups and unnamed sources.

    A full name is one agent over all articles; a bare surname is an agent of its
    article alone, until a person says whose it is.
    """


@agent.command("list")
@click.option("--proposed", is_flag=True, help="Pairs that may be one, the likeliest first.")
@limit_options
@json_option
@pass_context
def list_(context: Context, proposed: bool, limit: int, offset: int, as_json: bool) -> None:
    """List agents in order of name; one that was merged into another is listed with it."""
    with context.reading() as session:
        if proposed:
            pairs = proposals(session)
            rows = [proposal_shape(pair) for pair in pairs[offset : offset + limit]]
            total = len(pairs)
        else:
            rows, total = agent_rows(session, limit, offset), count_agents(session)
    if as_json:
        print_json_lines(rows)
    else:
        screen = console()
        for row in rows:
            if proposed:
                print_proposal(row)
            else:
                screen.print(f"{row['agent_id']:>5}  {row['kind']:<12}  {row['name']}")
    yet = "no agents yet: `tracker add` stores those that an article names"
    ended(total, offset + len(rows), "no pairs to propose" if proposed else yet)


def print_proposal(row: dict[str, Any]) -> None:
    """Print a pair of agents that may be one, and how to decide."""
    screen = console()
    where = f" in article {row['article_id']}" if row["article_id"] else ""
    screen.print(
        f"~ agent {row['agent_id']}, {row['name']}{where}: perhaps agent {row['into_id']}, "
        f"{row['into_name']} ({row['score']:.2f}: {row['reason']})"
    )
    force = "" if row["kind"] == row["into_kind"] else " [--force]"
    screen.print(
        f"    tracker agent merge{force}|distinct {row['agent_id']} {row['into_id']} --reason …"
    )


@agent.command()
@click.argument("agent_id", type=NUMBER)
@click.option("--limit", type=AtLeast(1), default=50, show_default=True, help="The most claims.")
@json_option
@pass_context
def show(context: Context, agent_id: int, limit: int, as_json: bool) -> None:
    """Show an agent: names, positions that articles state, what was merged, and claims."""
    with context.reading() as session:
        shape = agent_shape(session, agent_id, limit)
        shape = shape if as_json else labelled(session, shape)
    if as_json:
        print_json(shape)
    else:
        _print_agent(shape)
    ended(shape["claim_count"], len(shape["claims"]))


def _print_agent(shape: dict[str, Any]) -> None:
    screen = console()
    if shape["asked_for"] != shape["agent_id"]:
        screen.print(f"agent {shape['asked_for']} is part of agent {shape['agent_id']}:")
    screen.print(f"agent {shape['agent_id']}, {shape['kind']}: {shape['name']}")
    other = [name for name in shape["names"] if name != shape["name"]]
    if other:
        screen.print(f"  also: {', '.join(other)}")
    for gone in shape["redactions"]:
        screen.print(f"  {redaction(gone)}")
    for occupancy in shape["occupancies"]:
        of = f" of {occupancy['of']}" if occupancy["of"] else ""
        articles = ", ".join(map(str, occupancy["articles"]))
        noun = "article" if len(occupancy["articles"]) == 1 else "articles"
        screen.print(f"  {occupancy['title']}{of} ({noun} {articles})")
    for role, number in shape["hops"].items():
        screen.print(f"  {role} in {count(number, 'occurrence')}")
    for words, said in (("is", shape["merged"]), ("is not", shape["distinct"])):
        for word in said:
            screen.print(
                f"  agent {word['agent_id']}, {word['name']}, {words} agent {word['other_id']}, "
                f"{word['other_name']}: {word['user']}, {word['at'][:10]} ({word['reason']})"
            )
    print_claim_rows(shape["claims"])


@agent.command()
@click.argument("agent_id", type=NUMBER)
@click.argument("into_id", type=NUMBER, metavar="INTO")
@click.option("--force", is_flag=True, help="Also a person and an organization, or a group.")
@reason_option
@expect_option
@writes
@pass_context
def merge(
    context: Context,
    agent_id: int,
    into_id: int,
    force: bool,
    reason: str,
    expected: int | None,
) -> Done:
    """Say that AGENT_ID is INTO: one agent from now on, under the name of INTO.

    Nothing is overwritten: `tracker agent split AGENT_ID` takes it back.
    """
    user = context.settings.user
    identity.merge(context.engine, agent_id, into_id, reason, user, expected, force)
    return done(
        f"agent {agent_id} merged into agent {into_id} by {user}",
        agent_id=agent_id,
        into_id=into_id,
        user=user,
    )


@agent.command()
@click.argument("agent_id", type=NUMBER)
@reason_option
@expect_option
@writes
@pass_context
def split(context: Context, agent_id: int, reason: str, expected: int | None) -> Done:
    """Take back that AGENT_ID was merged into another agent."""
    user = context.settings.user
    other = identity.split(context.engine, agent_id, reason, user, expected)
    return done(
        f"agent {agent_id} parted from agent {other} by {user}",
        agent_id=agent_id,
        other_id=other,
        user=user,
    )


@agent.command()
@click.argument("agent_id", type=NUMBER)
@click.argument("other_id", type=NUMBER, metavar="OTHER")
@click.option("--withdraw", "is_back", is_flag=True, help="Take back your own word on the two.")
@reason_option
@expect_option
@writes
@pass_context
def distinct(
    context: Context,
    agent_id: int,
    other_id: int,
    is_back: bool,
    reason: str,
    expected: int | None,
) -> Done:
    """Say that AGENT_ID and OTHER are not one, so that they are no longer proposed."""
    user = context.settings.user
    if is_back:
        identity.take_back(context.engine, agent_id, other_id, reason, user, expected)
        line = f"agents {agent_id} and {other_id}: taken back by {user}"
    else:
        identity.tell_apart(context.engine, agent_id, other_id, reason, user, expected)
        line = f"agents {agent_id} and {other_id} told apart by {user}"
    return done(line, agent_id=agent_id, other_id=other_id, withdrawn=is_back, user=user)


COMMANDS = (agent,)
