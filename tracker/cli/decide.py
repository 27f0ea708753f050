"""`tracker judge` and `tracker review`: people decide."""

import click

from tracker import review as reviewing
from tracker.cli.claims import print_relation
from tracker.cli.context import Context, console, json_option, pass_context, print_json_lines
from tracker.cli.printing import diff_line
from tracker.model import Verdict
from tracker.views.waiting import waiting_shapes


@click.command()
@click.argument("name", metavar="ID")
@click.argument("verdict", type=click.Choice([*map(str, Verdict), "withdraw"]))
@click.option("--reason", required=True, help="Why, for those who come after.")
@pass_context
def judge(context: Context, name: str, verdict: str, reason: str) -> None:
    """Decide on a link (L12) or a relation (R7): yes, no or unsure.

    Nothing is overwritten: an answer can be withdrawn, and different people's
    answers stand side by side. A link that is denied is never made again.
    """
    user = context.settings.user
    if verdict == "withdraw":
        status = reviewing.withdraw(context.engine, name, reason, user)
    else:
        status = reviewing.judge(context.engine, name, Verdict(verdict), reason, user)
    click.echo(f"{name.upper()}: {verdict} by {user}; it is now {status}")


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The most.")
@json_option
@pass_context
def review(context: Context, limit: int, as_json: bool) -> None:
    """List the links and relations that wait for a person's decision.

    Decide with `tracker judge ID yes|no|unsure --reason …`.
    """
    with context.reading() as session:
        shapes = waiting_shapes(session, limit)
    if as_json:
        print_json_lines(shapes)
        return
    screen = console()
    for shape in shapes:
        if "relation_id" in shape:
            print_relation(shape)
            continue
        screen.print(
            f"? {shape['link_id']} {shape['relation']}, {shape['score']:.2f}: is this claim "
            f"{shape['claim_id']}?"
        )
        screen.print(f"    claim: {shape['original']}")
        screen.print(f"    later: {shape['text']}")
        screen.print("    ", diff_line(shape["diff"]), sep="")
    if not shapes:
        screen.print("nothing waits for a decision")


COMMANDS = (judge, review)
