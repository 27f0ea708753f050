"""`tracker extract` and `tracker match`: read-only looks at a text."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

import click
from rich.console import Console

from tracker import linking
from tracker.cli.context import Context, console, json_option, pass_context, print_json
from tracker.cli.numbers import AtLeast
from tracker.cli.printing import explanation_lines, statement_lines
from tracker.cli.sources import Given, capture_source, source_options
from tracker.cli.speakers import say_if_many
from tracker.errors import BadInput
from tracker.exchange.entries import texts_of
from tracker.recording import Entry, as_claim, check
from tracker.text.counts import count
from tracker.views.joint import together
from tracker.views.matching import candidate_shapes, waterfall_shape
from tracker.views.shapes import explanation_shape, statement_shape


@click.command()
@click.argument("source")
@source_options
@click.option(
    "--explain", is_flag=True, help="Say which rule or model found each, and how sure it is."
)
@json_option
@pass_context
def extract(context: Context, source: str, given: Given, explain: bool, as_json: bool) -> None:
    """Print the statements found in SOURCE; needs and changes no database.

    SOURCE is a file (.txt .html .json), an archive of one page (.warc .warc.gz), an address,
    or - for standard input.
    """
    capture = capture_source(context.settings, source, given)
    if capture.state.is_unread:
        raise BadInput(f"{source}: {capture.state.meaning}; give its text as .txt")
    article = capture.article
    statements = context.bare_reader.read(article).statements
    screen = console()
    for number, statement in enumerate(statements):
        shape = statement_shape(statement, article.text)
        why = explanation_shape(statement) if explain else None
        if as_json:
            print_json(shape if why is None else {**shape, "explanation": why})
            continue
        for line in statement_lines(shape, f"[{number}]"):
            screen.print(line)
        for line in explanation_lines(why) if why else ():
            screen.print(line)
    if not as_json:
        found = count(len(statements), "statement")
        screen.print(f"{found}, read by {context.bare_reader.model_name}")


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8-sig"), default="-")
@click.option(
    "--limit", type=AtLeast(1), default=10, show_default=True, help="The most candidates."
)
@click.option("--explain", is_flag=True, help="Show what makes up each score.")
@click.option("--speaker", help="Who said the lines that do not say it; a surname will do.")
@json_option
@pass_context
def match(
    context: Context,
    file: IO[str],
    limit: int,
    explain: bool,
    speaker: str | None,
    as_json: bool,
) -> None:
    """Print the stored claims most like each line of FILE; changes nothing.

    A line is a text, or JSON {"id", "text", "speaker", "said_on", "published_at"}; without
    FILE they are read from standard input. What the speaker said, alone or with others, is
    searched as well, on whatever day it was.
    """
    told: set[str] = set()
    with context.reading() as session:
        for identifier, entry in _queries(file, speaker):
            if entry.speaker and entry.speaker not in told:
                told.add(entry.speaker)
                say_if_many(session, entry.speaker)
            ranked = linking.rank(session, as_claim(entry), limit)
            shapes = candidate_shapes(session, ranked)
            candidates = [
                shape | ({"waterfall": waterfall_shape(comparison)} if explain else {})
                for shape, (_, comparison) in zip(shapes, ranked, strict=True)
            ]
            if as_json:
                print_json({"id": identifier, "candidates": candidates})
            else:
                _print_candidates(entry.text, candidates)


def _queries(file: IO[str], speaker: str | None) -> Iterator[tuple[str, Entry]]:
    """Yield (id, what to look for) for every line that is not blank.

    Raises:
        BadInput: a line is malformed, or there is none.
    """
    is_empty = True
    try:
        for number, line in enumerate(file, 1):
            if line.strip():
                is_empty = False
                identifier, entry = _query(line.strip(), number)
                yield identifier, replace(entry, speaker=entry.speaker or speaker)
    except UnicodeDecodeError as error:
        raise BadInput(f"the queries are not UTF-8: {error}") from error
    if is_empty:
        raise BadInput(f"{_name(file)}: there is nothing to look for: give a text on each line")


def _name(file: IO[str]) -> str:
    """Return what to call a file that was read."""
    return "standard input" if file.name == "<stdin>" else file.name


def _query(line: str, number: int) -> tuple[str, Entry]:
    if not line.startswith("{"):
        return str(number), Entry(text=line)
    try:
        given: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise BadInput(f'line {number}: give a text, or JSON with a "text": {error}') from error
    try:
        wanted = {name: given[name] for name in _ASKED if name in given}
        entry = Entry(**texts_of(wanted))
        check(entry)
    except BadInput as error:
        raise BadInput(f"line {number}: {error}") from error
    identifier = given.get("id")
    return str(number if identifier is None else identifier), entry


_ASKED = ("text", "speaker", "said_on", "published_at")
"""What a line of JSON says of what to look for; whatever else it has is passed over."""


def _print_candidates(text: str, candidates: list[dict[str, Any]]) -> None:
    screen = console()
    screen.print(text)
    if not candidates:
        screen.print("  nothing stored is like it")
    for candidate in candidates:
        who = candidate["speaker"] or together(candidate)
        speaker = f"{who}: " if who else ""
        parts = (
            f"  {candidate['score']:.2f}",
            f"{candidate['decision']:<7}",
            f"claim {candidate['claim_id']}",
            _relation(candidate),
            f"{speaker}{candidate['text']}",
        )
        screen.print("  ".join(filter(None, parts)))
        for difference in candidate["differences"]:
            screen.print(
                f"        {difference['gate']}: {difference['left'] or '–'}"
                f" ↔ {difference['right'] or '–'}"
            )
        if candidate["held_back"]:
            screen.print(f"        not linked: {candidate['held_back']}")
        if "waterfall" in candidate:
            _print_waterfall(screen, candidate["waterfall"])


def _relation(candidate: dict[str, Any]) -> str:
    """Return how two wordings of one claim stand, or two claims that concern each other."""
    if candidate["claim_relation"]:
        return f"{candidate['claim_relation']} by {candidate['basis']}"
    return candidate["relation"] or ""


def _print_waterfall(screen: Console, waterfall: dict[str, Any]) -> None:
    """Print what made the score, what weighs most first: the gates that found a difference, then
    each feature that adds to the log-odds, with its value and what it means."""
    rows = waterfall["rows"]
    gates = [row for row in rows if row["adds"] is None and row["value"] != "same"]
    adding = sorted((row for row in rows if row["adds"]), key=lambda row: -abs(row["adds"]))
    for row in gates:
        screen.print(f"          gate  {row['name']:<14}  {row['value']}  {row['meaning']}")
    screen.print(f"        {waterfall['starts_at']:+6.2f}  to start from, in log-odds")
    for row in adding:
        shown = f"{row['name']:<14}  {row['value']:<5}  {row['meaning']}"
        screen.print(f"        {row['adds']:+6.2f}  {shown}")
    rest = len(rows) - len(gates) - len(adding)
    screen.print(f"        … {rest} more that changed nothing: --json")


COMMANDS = (extract, match)
