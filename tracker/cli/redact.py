"""`tracker redact …`: words that must go, with a tombstone where they stood."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

import click

from tracker import redaction
from tracker.cli.context import Context, not_blank, note, pass_context
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER
from tracker.model import Ground, Order
from tracker.redaction import Redacted


def _order_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say why, on what ground and who asked, passed on as one `order`."""

    @wraps(function)
    def command(*args: Any, reason: str, ground: str, asked_by: str | None, **options: Any) -> Any:
        return function(*args, order=Order(Ground(ground), reason, asked_by), **options)

    for option in (
        click.option("--asked-by", metavar="NAME", help="Who asked for it, if that may be known."),
        click.option(
            "--ground",
            type=click.Choice([str(ground) for ground in Ground]),
            required=True,
            help="What it rests on.",
        ),
        click.option(
            "--reason",
            required=True,
            callback=not_blank,
            help="Why; shown where the words stood.",
        ),
    ):
        command = option(command)
    return command


def _redact(
    context: Context,
    what: str,
    take: Callable[[Order, str], Redacted],
    order: Order,
    **which: int,
) -> Done:
    """Redact as ordered, in the user's name, and return what came of it."""
    user = context.settings.user
    remains = list(map(_in_words, take(order, user).remains))
    if remains:
        places = ", ".join(remains)
        note(f"tracker: the same words still stand in {places}")
    if context.engine.dialect.name == "postgresql":
        note("tracker: run VACUUM FULL on the server: dead rows hold the words until then")
    return done(
        f"{what}: redacted by {user}",
        **which,
        reason=order.reason,
        ground=str(order.ground),
        user=user,
        remains=remains,
    )


def _in_words(place: str) -> str:
    """Return a table and row as a person calls it; the ledger's rows are its entries."""
    table, _, row = place.rpartition(" ")
    return (
        f"ledger entry {row}" if table.startswith("ledger") else f"{table.replace('_', ' ')} {row}"
    )


@click.group()
def redact() -> None:
    """Take words out for good: on legal grounds, or because they are personal data.

    A tombstone with the reason, the author, the time and the ground stands where they
    stood, and `tracker verify` still holds. It cannot be taken back: to put something
    aside and keep it, see `tracker article withdraw` and `tracker claim correct --reject`.
    Backups, exports and replicas made before hold the words still.
    """


@redact.command()
@click.argument("article_id", type=NUMBER)
@click.option("--version", "number", type=NUMBER, help="A version; default the latest.")
@click.option(
    "--words", multiple=True, help="Words as printed, wherever they stand; repeat for more."
)
@click.option("--all", "is_whole", is_flag=True, help="The whole text, its title and author.")
@_order_options
@writes
@pass_context
def article(
    context: Context,
    article_id: int,
    number: int | None,
    words: tuple[str, ...],
    is_whole: bool,
    order: Order,
) -> Done:
    """Redact words of an article version, or all of it, and the bytes it came from."""
    if bool(words) is is_whole:
        raise click.UsageError("give --words, or --all for the whole text")
    take = partial(redaction.redact_article, context.engine, article_id, number, words)
    return _redact(context, f"article {article_id}", take, order, article_id=article_id)


@redact.command()
@click.argument("occurrence_id", type=NUMBER)
@_order_options
@writes
@pass_context
def occurrence(context: Context, occurrence_id: int, order: Order) -> Done:
    """Redact the words of one occurrence in its article."""
    take = partial(redaction.redact_occurrence, context.engine, occurrence_id)
    what = f"occurrence {occurrence_id}"
    return _redact(context, what, take, order, occurrence_id=occurrence_id)


@redact.command()
@click.argument("claim_id", type=NUMBER)
@_order_options
@writes
@pass_context
def claim(context: Context, claim_id: int, order: Order) -> Done:
    """Redact a claim in every article that was found to print it."""
    take = partial(redaction.redact_claim, context.engine, claim_id)
    return _redact(context, f"claim {claim_id}", take, order, claim_id=claim_id)


@redact.command()
@click.argument("agent_id", type=NUMBER)
@_order_options
@writes
@pass_context
def agent(context: Context, agent_id: int, order: Order) -> Done:
    """Redact the names of an agent; the words of articles are redacted by themselves."""
    take = partial(redaction.redact_agent, context.engine, agent_id)
    return _redact(context, f"agent {agent_id}", take, order, agent_id=agent_id)


@redact.command("reason")
@click.argument("entry", type=NUMBER)
@_order_options
@writes
@pass_context
def reason_(context: Context, entry: int, order: Order) -> Done:
    """Redact the reason that was given with ledger ENTRY, by its number in `tracker log`.

    Judgements, corrections and whatever else has exactly these words for a reason lose
    them with it.
    """
    take = partial(redaction.redact_reason, context.engine, entry)
    return _redact(context, f"the reason of entry {entry}", take, order, reason_of=entry)


@redact.command()
@writes
@pass_context
def shred(context: Context) -> Done:
    """Overwrite what redacted words left in the free space of an SQLite file.

    Every redaction does so; this is for one that another program kept from it.
    """
    is_done = redaction.shred(context.engine)
    on_server = "on PostgreSQL run VACUUM FULL on the server"
    line = "the free space is overwritten" if is_done else on_server
    return done(line, overwritten=is_done)


COMMANDS = (redact,)
