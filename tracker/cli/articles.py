"""`tracker add` and `tracker article …`."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from tracker import pipeline
from tracker.cli.context import (
    Context,
    console,
    json_option,
    key_option,
    limit_options,
    more,
    note,
    pass_context,
    print_json,
    print_json_lines,
)
from tracker.cli.printing import clip, correction, place, statement_lines
from tracker.cli.sources import Given, capture_source, source_options
from tracker.errors import BadInput, DatabaseProblem, TrackerError
from tracker.ingest.capture import is_address
from tracker.store import retries
from tracker.store.articles import count_articles, sha256
from tracker.store.retries import Request
from tracker.views.adding import findings_shape
from tracker.views.article import article_rows, article_shape, placed_shape


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@source_options
@key_option
@json_option
@pass_context
def add(
    context: Context, sources: Sequence[str], given: Given, key: str | None, as_json: bool
) -> int:
    """Store articles with every statement in them, and link what they repeat.

    SOURCE is a file (.txt .html .json), an address, or - for standard input.
    Options given here win over what a file says of itself. Adding the same text
    again changes nothing. Of several sources a bad one is reported and the rest
    are added; the exit code is then 1.
    """
    if key is not None and len(sources) > 1:
        raise BadInput("--idempotency-key is of one source: add them one by one")
    failed = 0
    for source in sources:
        try:
            _add_one(context, source, given, key, as_json)
        except DatabaseProblem:
            raise
        except TrackerError as error:
            if len(sources) == 1:
                raise
            failed += 1
            note(f"tracker: {error}")
    if failed:
        note(f"tracker: {failed} of {len(sources)} sources were not added")
    return 1 if failed else 0


def _add_one(context: Context, source: str, given: Given, key: str | None, as_json: bool) -> None:
    engine = context.engine
    # What an address holds may change between two requests, so it is the address that counts.
    asked = _asked(key, given, address=source) if is_address(source) else None
    result = pipeline.answered(engine, asked)
    if result is None:
        capture = capture_source(context.settings, source, given)
        asked = asked or _asked(key, given, sha256=sha256(capture.body))
        result = pipeline.add(engine, capture, context.settings.user, context.reader, asked)
    with context.reading() as session:
        shape = {
            "outcome": str(result.outcome),
            **placed_shape(session, result.article_id, result.version),
            **findings_shape(session, result.occurrences),
        }
    if as_json:
        print_json(shape)
    else:
        print_added(shape)


def _asked(key: str | None, given: Given, **source: str) -> Request | None:
    return None if key is None else retries.request(key, "add", {**asdict(given), **source})


def print_added(shape: dict[str, Any]) -> None:
    """Print what adding one source came to."""
    screen = console()
    name = f"article {shape['article_id']}, version {shape['version']} ({place(shape)})"
    if shape["outcome"] == "unchanged":
        screen.print(f"{name}: already stored, nothing changed")
        return
    word = "added" if shape["outcome"] == "added" else "is a new version"
    screen.print(f"{name} {word}: {shape['statements']} statements")
    if shape["state"] == "unknown_language":
        screen.print("  not in English: stored without statements")
    if shape["state"] == "truncated":
        screen.print("  the page could not be read whole: its text is marked as truncated")
    for link in shape["linked"]:
        screen.print(
            f"  = claim {link['claim_id']} ({link['relation']}, {link['score']:.2f}; first in "
            f"{place(link['first'])}): {clip(link['text'])}"
        )
    for link in shape["suggested"]:
        screen.print(
            f"  ? {link['link_id']}: perhaps claim {link['claim_id']} ({link['relation']}, "
            f"{link['score']:.2f}): {clip(link['text'])}"
        )
    for relation in shape["relations"]:
        basis = f" by {relation['basis']}" if relation["basis"] else ""
        screen.print(
            f"  ! {relation['relation_id']}: {relation['relation']}{basis} claim "
            f"{relation['to']['claim_id']}: {clip(relation['from']['text'])}"
        )
    if shape["unsure"]:
        screen.print(f"  {shape['unsure']} without a sure speaker: `tracker article show`")
    if shape["proposed"]:
        screen.print(f"  {shape['proposed']} with a likely one: `tracker review --only speakers`")


@click.group()
def article() -> None:
    """Articles and the statements in them."""


@article.command("list")
@limit_options
@json_option
@pass_context
def list_(context: Context, limit: int, offset: int, as_json: bool) -> None:
    """List the articles, oldest number first."""
    with context.reading() as session:
        rows, total = article_rows(session, limit, offset), count_articles(session)
    if as_json:
        print_json_lines(rows)
    else:
        screen = console()
        for row in rows:
            title = clip(row["title"] or row["url"] or "", 80)
            screen.print(
                f"{row['article_id']:>5}  v{row['version']}  {place(row)}  "
                f"{row['statements']} statements  {title}"
            )
    more(total - offset - len(rows))


@article.command()
@click.argument("article_id", type=int)
@click.option("--version", "number", type=int, help="A version; default the latest.")
@json_option
@pass_context
def show(context: Context, article_id: int, number: int | None, as_json: bool) -> None:
    """Show an article's statements in the order of its text."""
    with context.reading() as session:
        shape = article_shape(session, article_id, number)
    if as_json:
        print_json(shape)
        return
    screen = console()
    screen.print(f"article {article_id}, version {shape['version']}: {place(shape)}")
    for name in ("title", "author", "url", "captured_at", "state"):
        if shape[name]:
            screen.print(f"  {name.replace('_', ' ')}: {shape[name]}")
    for statement in shape["statements"]:
        label = f"occurrence {statement['occurrence_id']}, claim {statement['claim_id']}:"
        for line in statement_lines(statement, label):
            screen.print(line)
        _print_decision(statement)


def _print_decision(statement: dict[str, Any]) -> None:
    screen = console()
    if statement["rejected"]:
        screen.print("    rejected: a person said that this is no statement")
    link = statement["link"]
    if link:
        screen.print(
            f"    {link['link_id']}: {link['relation']} of claim {link['claim_id']}, "
            f"{link['score']:.2f}, {link['status']}"
        )
    for suggestion in statement["suggested_links"]:
        screen.print(
            f"    {suggestion['link_id']}: perhaps claim {suggestion['claim_id']}, "
            f"{suggestion['score']:.2f}, {suggestion['status']}"
        )
    for corrected in statement["corrections"]:
        screen.print(f"    {correction(corrected)}")


COMMANDS = (add, article)

__all__ = ["COMMANDS", "print_added"]
