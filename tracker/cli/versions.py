"""How versions of an article and notices on one look on a terminal, and their commands."""

from collections.abc import Callable
from typing import Any

import click

from tracker import notices
from tracker.cli.context import Context, address, console, json_option, pass_context, print_json
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER
from tracker.cli.printing import clip, diff_line, who
from tracker.errors import BadInput
from tracker.model import NoticeKind
from tracker.notices import About
from tracker.text.counts import count
from tracker.views.versions import diff_shapes

Shape = dict[str, Any]

_SAID = {"correction": "corrected", "retraction": "retracted", "clarification": "clarified"}

_HEAVIEST = ("retraction", "correction", "clarification")


def notice_line(shape: Shape, about: str = "") -> str:
    """Return a notice on one line: "retracted by Sample Wire on 2024-03-09 (N1): …".

    `about` is put before it: what it concerns, where that does not follow from where it stands.
    """
    when = f"on {shape['published_at']}" if shape["published_at"] else "on an unknown day"
    said = f"{about}{_SAID[shape['kind']]} by {shape['outlet'] or 'the outlet'} {when}"
    reach = shape.get("reach", "here")
    if reach != "here":
        also = "first" if reach == "first" else "also"
        said = f"{also} carried by an article since {said}"
    line = f"{said} ({shape['notice_id']}): {clip(shape['text'], 100)}"
    taken = shape["withdrawn"]
    if taken:
        return f"withdrawn by {taken['user']} ({taken['reason']}), it said: {line}"
    return line


def article_notice_line(shape: Shape) -> str:
    """Return a notice as it stands with its article: "claim 12 retracted by …" where it is not
    about the whole of it."""
    for part in ("claim", "occurrence"):
        if shape[f"{part}_id"] is not None:
            return notice_line(shape, f"{part} {shape[f'{part}_id']} ")
    return notice_line(shape)


def notice_mark(shapes: list[Shape], line: Callable[[Shape], str] = notice_line) -> str:
    """Return the heaviest notice as a mark behind a line of a list, "" where there is none."""
    heaviest = min(shapes, key=lambda shape: _HEAVIEST.index(shape["kind"]), default=None)
    if heaviest is None:
        return ""
    said = line(heaviest).split(" (N")[0]
    return f" [{said}]"


def history_line(history: list[Shape]) -> str:
    """Return what became of a statement: "present in version 1 (captured 2026-03-01), absent …"."""
    parts = []
    for step in history:
        where = f"version {step['version']} (captured {step['captured_at'][:10]})"
        word = {"present": "present in", "changed": "changed in", "gone": "absent in"}
        tail = ""
        if step["state"] == "ambiguous":
            tail = ", at one of several places"
        elif step["successor"] and not step["carried"]:
            tail = f", where occurrence {step['successor']} stands"
        parts.append(f"{word[step['fate']]} {where}{tail}")
    return "; ".join(parts)


def print_versions(shape: Shape) -> None:
    """Print the versions of an article, where it has more than one or was seen again."""
    for version in shape["versions"]:
        if len(shape["versions"]) == 1 and not version["seen_again"]:
            continue
        seen = ""
        if version["seen_again"]:
            how = "shown again after a newer one" if version["shown_again"] else "unchanged since"
            seen = (
                f"; {how}, seen again {count(version['seen_again'], 'time')}, "
                f"last at {version['last_seen_at'][:16]}"
            )
        console().print(
            f"  version {version['version']}: captured {version['captured_at'][:16]}, "
            f"{count(version['statements'], 'statement')}{seen}"
        )


def print_earlier(shape: Shape) -> None:
    """Print the statements of earlier versions that are changed or absent in this one."""
    screen = console()
    for statement in shape["earlier"]:
        screen.print(
            f"earlier: occurrence {statement['occurrence_id']}, claim {statement['claim_id']}: "
            f"{who(statement)}: {clip(statement['text'])}"
        )
        screen.print(f"    {history_line(statement['history'])}")


@click.command()
@click.argument("article_id", type=NUMBER, metavar="ARTICLE")
@click.argument("old", type=NUMBER, required=False, metavar="[FROM]")
@click.argument("new", type=NUMBER, required=False, metavar="[TO]")
@json_option
@pass_context
def diff(
    context: Context, article_id: int, old: int | None, new: int | None, as_json: bool
) -> None:
    """Show what changed between two versions of ARTICLE, word by word.

    FROM and TO are versions; by default the last two.
    """
    with context.reading() as session:
        shape = diff_shapes(session, article_id, old, new)
    if as_json:
        print_json(shape)
        return
    screen = console()
    if old is None and new is None and shape["to"]["version"] == 1:
        captured = shape["to"]["captured_at"][:16]
        screen.print(f"article {article_id} has one version, captured {captured}: nothing changed")
        return
    sides = [f"version {s['version']} (captured {s['captured_at'][:16]})" for s in _sides(shape)]
    screen.print(f"article {article_id}: {' → '.join(sides)}")
    if all(edit["op"] == "equal" for edit in shape["diff"]):
        screen.print("no word differs")
        return
    line: list[Shape] = []
    for edit in shape["diff"]:
        line.append({**edit, "text": edit["text"].rstrip("\n")})
        if edit["text"].endswith("\n"):
            _print_paragraph(line)
            line = []


def _sides(shape: Shape) -> list[Shape]:
    return [shape["from"], shape["to"]]


def _print_paragraph(edits: list[Shape]) -> None:
    """Print a paragraph where it changed; of one that did not, how it begins."""
    if all(edit["op"] == "equal" for edit in edits):
        console().print(f"  {clip(edits[0]['text'], 60)}")
    else:
        console().print("  ", diff_line(edits), sep="")


@click.command()
@click.argument("article_id", type=NUMBER, metavar="ARTICLE")
@click.option("--kind", type=click.Choice([str(k) for k in NoticeKind]), help="What it is.")
@click.option("--text", help="What the outlet says; with --withdraw, why it is taken back.")
@click.option(
    "--published",
    metavar="DATE",
    help="When the outlet published it: 2023-09-13 or 2023-09-13T08:30:00+00:00.",
)
@click.option("--url", callback=address, help="Where the outlet published it.")
@click.option("--claim", "claim_id", type=NUMBER, help="It is about this claim in the article.")
@click.option("--occurrence", "occurrence_id", type=NUMBER, help="It is about this occurrence.")
@click.option("--withdraw", metavar="NOTICE", help="Take back a notice, such as N3.")
@writes
@pass_context
def notice(
    context: Context,
    article_id: int,
    kind: str | None,
    text: str | None,
    published: str | None,
    url: str | None,
    claim_id: int | None,
    occurrence_id: int | None,
    withdraw: str | None,
) -> Done:
    """Record that the outlet corrected, retracted or clarified ARTICLE.

    It is shown with every claim in the article, and with claims elsewhere that are linked
    to one of them; with --claim or --occurrence, with that one alone. Nothing is deleted.
    """
    user = context.settings.user
    if text is None or not text.strip():
        raise BadInput("--text is missing: what the outlet says, or why the notice is taken back")
    if withdraw:
        name = notices.withdraw(context.engine, article_id, withdraw, text.strip(), user)
        return done(
            f"{name}: withdrawn by {user}",
            notice_id=name,
            article_id=article_id,
            withdrawn=True,
            user=user,
        )
    if kind is None:
        raise BadInput("--kind is missing: correction, retraction or clarification")
    about = About(claim_id, occurrence_id)
    said = notices.Said(NoticeKind(kind), text.strip(), published, url)
    made = notices.record(context.engine, article_id, said, about, user)
    return done(
        f"{made.name}: {kind} of article {article_id} recorded by {user}; it reaches "
        f"{count(made.here, 'claim')} in it, of which {made.elsewhere} printed elsewhere too",
        notice_id=made.name,
        article_id=article_id,
        kind=kind,
        withdrawn=False,
        user=user,
        claims=made.here,
        claims_elsewhere=made.elsewhere,
    )
