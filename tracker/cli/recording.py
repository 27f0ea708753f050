"""`tracker record`: a claim by hand."""

from typing import Any

import click

from tracker import recording
from tracker.cli.context import (
    Context,
    address,
    console,
    is_terminal,
    json_option,
    key_option,
    note,
    pass_context,
    print_json,
)
from tracker.cli.findings import finding_lines
from tracker.cli.numbers import NUMBER
from tracker.errors import BadInput
from tracker.model import Kind
from tracker.recording import Entry
from tracker.store.ledger import utc_now
from tracker.views.adding import findings_shape


@click.command()
@click.option("--text", help="The words, as they were said or printed.")
@click.option("--speaker", help="Who said it.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="What it is.")
@click.option("--said-on", metavar="DATE", help="When: 2023-09-13, 2023-09 or 2023.")
@click.option("--via", multiple=True, help="Who carried it; repeat, nearest to the speaker first.")
@click.option("--url", callback=address, help="Where it was printed or can be heard.")
@click.option("--outlet", help="Who published it.")
@click.option(
    "--published",
    metavar="DATE",
    help="When it was published: 2023-09-13 or 2023-09-13T08:30:00+00:00.",
)
@click.option("--context", "around", default="", help="The words around it.")
@click.option("--external-id", help="Your own number for it.")
@click.option(
    "--article", "article_id", type=NUMBER, help="A stored article that prints the words."
)
@key_option
@click.option("--again", is_flag=True, help="Also where that article has these words already.")
@json_option
@pass_context
def record(context: Context, /, as_json: bool, key: str | None, again: bool, **given: Any) -> None:
    """Record a claim by hand: heard at a press conference, or missed by extraction.

    It gets the same provenance as an extracted one and is linked like any other.
    On a terminal, what is missing is asked for.
    """
    entry = _entry(given)
    result = recording.record(context.engine, entry, context.settings.user, key, again)
    with context.reading() as session:
        shape = findings_shape(session, [result.occurrence_id])
    if result.is_new and recording.is_ahead(entry, utc_now()):
        note(f"tracker: {recording.ahead(entry, result)}")
    shape = {
        "occurrence_id": result.occurrence_id,
        "claim_id": result.claim_id,
        "article_id": result.article_id,
        "is_new": result.is_new,
        **shape,
    }
    if as_json:
        print_json(shape)
        return
    screen = console()
    screen.print(
        f"occurrence {result.occurrence_id}, claim {result.claim_id} "
        + ("recorded" if result.is_new else "was recorded before, nothing changed")
    )
    for line in finding_lines(shape, others=True):
        screen.print(line)


def _entry(given: dict[str, Any]) -> Entry:
    if given["text"] is None:
        if not is_terminal():
            raise BadInput("--text is missing: give the words that were said")
        _ask(given)
    return Entry(
        text=given["text"],
        kind=Kind(given["kind"]) if given["kind"] else None,
        speaker=given["speaker"],
        said_on=given["said_on"],
        via=tuple(given["via"]),
        url=given["url"],
        outlet=given["outlet"],
        published_at=given["published"],
        context=given["around"],
        external_id=given["external_id"],
        article_id=given["article_id"],
    )


def _ask(given: dict[str, Any]) -> None:
    """Ask for what a record should have; an empty answer leaves it unknown."""
    given["text"] = click.prompt("The words")
    for name, question in (
        ("speaker", "Who said it (empty if unknown)"),
        ("said_on", "When, such as 2023-09-13 (empty if unknown)"),
        ("outlet", "Who published it (empty if nobody)"),
        ("url", "Address (empty if none)"),
        ("published", "Published when, such as 2023-09-13 (empty if unknown)"),
    ):
        if given[name] is None:
            given[name] = click.prompt(question, default="", show_default=False) or None


COMMANDS = (record,)
