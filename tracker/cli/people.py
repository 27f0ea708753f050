"""`tracker agent …`: who speaks, relays and takes part."""

from typing import Any

import click

from tracker.cli.claims import print_claim_rows
from tracker.cli.context import (
    Context,
    console,
    json_option,
    limit_options,
    pass_context,
    print_json,
    print_json_lines,
)
from tracker.views.agent import agent_rows, agent_shape


@click.group()
def agent() -> None:
    """People, organizations, groups and unnamed sources."""


@agent.command("list")
@limit_options
@json_option
@pass_context
def list_(context: Context, limit: int, offset: int, as_json: bool) -> None:
    """List agents in order of name."""
    with context.reading() as session:
        rows = agent_rows(session, limit, offset)
    if as_json:
        print_json_lines(rows)
        return
    screen = console()
    for row in rows:
        screen.print(f"{row['agent_id']:>5}  {row['kind']:<12}  {row['name']}")


@agent.command()
@click.argument("agent_id", type=int)
@json_option
@pass_context
def show(context: Context, agent_id: int, as_json: bool) -> None:
    """Show an agent: names, positions that articles state, and claims."""
    with context.reading() as session:
        shape = agent_shape(session, agent_id)
    if as_json:
        print_json(shape)
    else:
        _print_agent(shape)


def _print_agent(shape: dict[str, Any]) -> None:
    screen = console()
    screen.print(f"agent {shape['agent_id']}, {shape['kind']}: {shape['name']}")
    other = [name for name in shape["names"] if name != shape["name"]]
    if other:
        screen.print(f"  also: {', '.join(other)}")
    for occupancy in shape["occupancies"]:
        of = f" of {occupancy['of']}" if occupancy["of"] else ""
        articles = ", ".join(str(number) for number in occupancy["articles"])
        screen.print(f"  {occupancy['title']}{of} (article {articles})")
    for role, count in shape["hops"].items():
        screen.print(f"  {role} in {count} occurrences")
    print_claim_rows(shape["claims"])


COMMANDS = (agent,)
