"""`tracker add` and `tracker article …`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

import click

from tracker import pipeline, withdrawal
from tracker.cli import versions
from tracker.cli.context import (
    Context,
    console,
    ended,
    expect_option,
    json_option,
    key_option,
    limit_options,
    note,
    pass_context,
    print_json,
    print_json_lines,
    reason_option,
)
from tracker.cli.done import Done, done, writes
from tracker.cli.findings import finding_lines
from tracker.cli.numbers import NUMBER
from tracker.cli.past import past_options, told_apart
from tracker.cli.printing import clip, correction, place, redaction, set_aside, statement_lines
from tracker.cli.sources import Given, captures, source_options
from tracker.cli.unknown import ahead, unknown
from tracker.errors import BadInput, DatabaseProblem, TrackerError
from tracker.ingest import is_address, is_archive
from tracker.model import Capture, CaptureState
from tracker.store import retries
from tracker.store.articles import count_articles, get_article, sha256
from tracker.store.ledger import utc_now
from tracker.store.retries import Request
from tracker.store.session import Session
from tracker.text.counts import count
from tracker.views.adding import findings_shape
from tracker.views.article import article_rows, article_shape, placed_shape
from tracker.views.labels import labelled


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

    SOURCE is a file (.txt .html .json), an archive of pages (.warc .warc.gz), an
    address, or - for standard input. Options given here win over what a file says
    of itself. Adding the same text again changes nothing; other text at the same
    address is a new version, and says what became of each statement. Of several
    sources a bad one is reported and the rest are added; the exit code is then 1. A
    page that nothing can read in the memory and time it may take is stored as bytes
    without statements, and reported too.
    """
    is_one = len(sources) == 1 and not is_archive(sources[0])
    if key is not None and not is_one:
        raise BadInput("--idempotency-key is of one source with one article: add them one by one")
    tried = failed = 0
    for name, capture_it in _all(context, sources, given):
        tried += 1
        try:
            if not _add_one(context, name, capture_it, given, key, as_json):
                failed += 1
        except DatabaseProblem:
            raise
        except TrackerError as error:
            if is_one:
                raise
            failed += 1
            note(f"tracker: {error}")
    if failed and tried > 1:
        note(f"tracker: {failed} of {tried} sources failed")
    return 1 if failed else 0


def _all(
    context: Context, sources: Sequence[str], given: Given
) -> Iterator[tuple[str, Callable[[], Capture]]]:
    """Yield each article with what captures it; what ends an archive early is told as one more."""
    for source in sources:
        try:
            yield from captures(context.settings, source, given)
        except BadInput as error:
            yield source, partial(_fail, error)


def _fail(error: BadInput) -> Capture:
    raise error


def _add_one(
    context: Context,
    source: str,
    capture_it: Callable[[], Capture],
    given: Given,
    key: str | None,
    as_json: bool,
) -> bool:
    """Add one article and print what came of it; say whether it could be read."""
    engine = context.engine
    # What an address holds may change between two requests, so it is the address that counts.
    asked = _asked(key, given, address=source) if is_address(source) else None
    result = pipeline.answered(engine, asked)
    if result is None:
        capture = capture_it()
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
    if not result.state.is_unread:
        for line in filter(None, (unknown(shape, given), ahead(shape, utc_now()))):
            note(f"tracker: {source}: {line}")
        return True
    note(
        f"tracker: {source}: {result.state.meaning}; its bytes are kept without statements, "
        "give its text as .txt"
    )
    return False


def _asked(key: str | None, given: Given, **source: str) -> Request | None:
    return None if key is None else retries.request(key, "add", {**asdict(given), **source})


def print_added(shape: dict[str, Any]) -> None:
    """Print what adding one source came to."""
    screen = console()
    name = f"article {shape['article_id']}, version {shape['version']} ({place(shape)})"
    if shape["outcome"] == "unchanged":
        since = f", unchanged since {shape['captured_at'][:10]}" if shape["url"] else ""
        screen.print(f"{name}: already stored, nothing changed{since}")
        if shape["withdrawn"]:
            back = f"`tracker article restore {shape['article_id']}` takes that back"
            screen.print(f"  {set_aside(shape)}: {back}")
        return
    word = "added" if shape["outcome"] == "added" else "is a new version"
    screen.print(f"{name} {word}: {count(shape['statements'], 'statement')}")
    meaning = CaptureState(shape["state"]).meaning
    if meaning:
        screen.print(f"  {meaning}")
    if shape["outcome"] == "new_version" and shape["became"]:
        became = shape["became"]
        stand = count(became["present"], "stands", "stand")
        screen.print(
            f"  of the earlier statements {stand} in it, "
            f"{became['changed']} changed, {count(became['gone'], 'is', 'are')} absent"
        )
    for line in finding_lines(shape, others=False):
        screen.print(line)
    if shape["unsure"]:
        screen.print(f"  {shape['unsure']} without a sure speaker: `tracker article show`")
    if shape["proposed"]:
        screen.print(f"  {shape['proposed']} with a likely one: `tracker review --only speakers`")


@click.group()
def article() -> None:
    """Articles and the statements in them."""


@article.command("list")
@limit_options
@past_options
@json_option
@pass_context
def list_(context: Context, limit: int, offset: int, as_json: bool) -> None:
    """List the articles, oldest number first."""
    with context.reading() as session:
        rows, total = article_rows(session, limit, offset), count_articles(session)
        rows = rows if as_json else labelled(session, rows)
    if as_json:
        print_json_lines(rows)
    else:
        screen = console()
        for row in rows:
            title = clip(row["title"] or row["url"] or "", 80)
            aside = " (withdrawn)" if row["withdrawn"] else ""
            screen.print(
                f"{row['article_id']:>5}  v{row['version']}  {place(row)}  "
                f"{count(row['statements'], 'statement')}  {title}{aside}"
                f"{versions.notice_mark(row['notices'], versions.article_notice_line)}"
            )
    ended(total, offset + len(rows), context.none_of("articles", "`tracker add` stores one"))


@article.command()
@click.argument("article_id", type=NUMBER)
@click.option("--version", "number", type=NUMBER, help="A version; default the latest.")
@past_options
@json_option
@pass_context
def show(context: Context, article_id: int, number: int | None, as_json: bool) -> None:
    """Show an article's statements in the order of its text."""
    held = told_apart(context, f"article {article_id}", lambda s: _published(s, article_id))
    with held, context.reading() as session:
        shape = article_shape(session, article_id, number)
        shape = shape if as_json else labelled(session, shape)
    if as_json:
        print_json(shape)
        return
    screen = console()
    screen.print(f"article {article_id}, version {shape['version']}: {place(shape)}")
    for name in ("title", "author", "url", "captured_at", "state"):
        if shape[name]:
            screen.print(f"  {name.replace('_', ' ')}: {shape[name]}")
    versions.print_versions(shape)
    for notice in shape["notices"]:
        screen.print(f"  ! {versions.article_notice_line(notice)}")
    for line in _withheld(shape):
        screen.print(f"  {line}")
    for statement in shape["statements"]:
        label = f"occurrence {statement['occurrence_id']}, claim {statement['claim_id']}:"
        for line in statement_lines(statement, label):
            screen.print(line)
        _print_decision(statement)
    versions.print_earlier(shape)


def _published(session: Session, article_id: int) -> str | None:
    at: str | None = get_article(session, article_id).published_at
    return at


def _withheld(shape: dict[str, Any]) -> Iterator[str]:
    """Yield what was taken out of sight of an article: all of it, or words."""
    held = shape["withdrawn"]
    if held:
        yield f"withdrawn: {held['reason']} ({held['user']}, {held['at'][:10]})"
    for gone in shape["redactions"]:
        yield redaction(gone)


def _print_decision(statement: dict[str, Any]) -> None:
    screen = console()
    if statement["rejected"]:
        screen.print(f"    {set_aside(statement)}")
    if statement["new_in"]:
        place_of = statement["in_place_of"]
        was = f", in place of occurrence {place_of}" if place_of else ""
        screen.print(f"    first seen in version {statement['new_in']}{was}")
    if statement["history"]:
        screen.print(f"    {versions.history_line(statement['history'])}")
    for notice in statement["notices"]:
        if notice["reach"] != "here":
            screen.print(f"    ! {versions.notice_line(notice)}")
    link = statement["link"]
    if link and statement["carried_from"]:
        screen.print(f"    {link['link_id']}: carried on from claim {link['claim_id']}")
    elif link:
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


@article.command()
@click.argument("article_id", type=NUMBER)
@reason_option
@expect_option
@writes
@pass_context
def withdraw(context: Context, article_id: int, reason: str, expected: int | None) -> Done:
    """Set an article aside that was added by mistake, with every statement in it.

    Nothing is deleted: it is shown as withdrawn and counted nowhere, and what was linked
    to it is linked anew. `tracker article restore` takes it back.
    """
    user = context.settings.user
    number = withdrawal.withdraw(context.engine, article_id, reason, user, expected)
    return done(
        f"article {article_id} withdrawn by {user}: "
        f"{count(number, 'statement does', 'statements do')} not count",
        article_id=article_id,
        withdrawn=True,
        user=user,
        statements=number,
    )


@article.command()
@click.argument("article_id", type=NUMBER)
@reason_option
@expect_option
@writes
@pass_context
def restore(context: Context, article_id: int, reason: str, expected: int | None) -> Done:
    """Take back that an article was withdrawn."""
    user = context.settings.user
    number = withdrawal.restore(context.engine, article_id, reason, user, expected)
    return done(
        f"article {article_id} restored by {user}: "
        f"{count(number, 'statement counts', 'statements count')} again",
        article_id=article_id,
        withdrawn=False,
        user=user,
        statements=number,
    )


article.add_command(versions.diff)
article.add_command(versions.notice)

COMMANDS = (add, article)

__all__ = ["COMMANDS", "print_added"]
