"""How often the resolved speaker is right, by kind of mention.

Usage: python benchmarks/speakers.py ROWS.jsonl [--parity even|odd|all] [--show]

ROWS are annotated articles as JSON Lines: `{"id", "text", "attributions": [{"source",
"cue", "content", "relay", "who"}]}` with `[start, end)` codepoint offsets; `who` is
the full name, "A; B" for a joint source, "?" for nobody named. Gold spans go in,
so only the resolution is measured. Precision: right among non-blank speakers;
coverage: non-blank among attributions with a single known speaker. `--show` prints
every wrong speaker and the reasons for blank ones.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tracker.model import (
    Act,
    AgentKind,
    Article,
    Hop,
    HopRole,
    Kind,
    Span,
    Statement,
    StatementType,
)
from tracker.resolve import resolve
from tracker.resolve.countries import find_nationality
from tracker.resolve.lexicon import BODIES
from tracker.text.names import fold_words

_PRONOUNS = {"he", "she", "it", "they", "her", "him", "his", "who", "i", "we", "its", "their"}
_TITLES = set(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "senator",
        "sen",
        "rep",
        "gov",
        "the",
        "tan",
        "sri",
        "datuk",
        "seri",
        "chief",
        "alhaji",
        "count",
        "judge",
        "of",
        "in",
        "to",
    ]
)


def to_statements(text: str, rows: list[dict[str, Any]]) -> list[Statement]:
    """Return the gold attributions as extraction would hand them over."""
    order = sorted(
        range(len(rows)), key=lambda i: (rows[i]["content"][0][0], -rows[i]["content"][-1][1])
    )
    spans = [(rows[i]["content"][0][0], rows[i]["content"][-1][1]) for i in order]
    statements = []
    for place, i in enumerate(order):
        row = rows[i]
        content = tuple(Span(*s) for s in row["content"])
        quoted = all(text[s.start] in "“\"‘'" for s in content)
        source = Span(*row["source"][0]) if row["source"] else None
        relays = tuple(
            Hop(1, Span(*r).of(text), HopRole.RELAY, AgentKind.ORGANIZATION, Span(*r))
            for r in row["relay"]
        )
        at = source.start if source else content[0].start
        parent = next(
            (
                p
                for p in range(place - 1, -1, -1)
                if spans[p][0] <= at < spans[p][1]
                and any(s[0] <= at < s[1] for s in rows[order[p]]["content"])
            ),
            None,
        )
        statements.append(
            Statement(
                kind=Kind.QUOTE,
                type=StatementType.DIRECT if quoted else StatementType.INDIRECT,
                act=Act(row["act"]),
                content=content,
                source=source,
                cue=Span(*row["cue"][0]) if row["cue"] else None,
                chain=relays,
                parent=parent,
                rule="continuation" if source is None and row["who"] else "gold",
            )
        )
    return statements, order


def same_name(found: str, gold: str, text: str) -> bool:
    """Say whether two names agree.

    Honorifics aside they are equal, or one lies within the other and has its last
    word (of a body's name any word will do; nationalities and capitals count as
    their country). A name the article never prints in full ("Ofra" for Ofra Amar)
    is right when all that it prints is part of it.
    """
    left, right = _bare(found), _bare(gold)
    short, long = sorted((left, right), key=len)
    if not short or not set(short) <= set(long):
        return False
    body = bool(BODIES & {*left, *right}) or gold not in text
    return body or long[-1] in short


def _bare(name: str) -> list[str]:
    """Return the folded words of a name without titles, nations as their country."""
    words = [w for w in fold_words(name.replace("’s", "").replace("'s", "")) if w not in _TITLES]
    return [find_nationality(w) or w for w in words]


def mention_class(source: str | None, reason: str) -> str:
    """Return the class under which an attribution is counted."""
    if source is None:
        return "continuation"
    if source.lower() in _PRONOUNS:
        return "pronoun"
    words = source.split()
    capitals = [w for w in words if w[0].isupper() and w.lower() not in ("the", "a", "an")]
    if "name" in reason:
        return (
            reason.split(":", maxsplit=1)[0] if not reason.startswith("unsure") else "name, unsure"
        )
    return "description" if len(capitals) < len(words) else "name, unsure"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--parity", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    reasons: Counter[str] = Counter()
    spent, articles = 0.0, 0
    for line in options.rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        number = int(row["id"].rsplit("-", 1)[1])
        if options.parity != "all" and (number % 2 == 0) != (options.parity == "even"):
            continue
        statements, order = to_statements(row["text"], row["attributions"])
        start = time.process_time()
        resolution = resolve(Article(row["text"]), statements)
        spent += time.process_time() - start
        articles += 1
        for statement, i in zip(resolution.statements, order, strict=True):
            gold = row["attributions"][i]
            tally(counts, reasons, row, gold, statement, options.show)
    report(counts, reasons, articles, spent, options.show)


def tally(counts, reasons, row, gold, statement, show) -> None:
    source = statement.source.of(row["text"]) if statement.source else None
    who = gold["who"] or "?"
    total = counts.setdefault(mention_class(source, statement.speaker_reason), Counter())
    known = who != "?" and ";" not in who
    total["known"] += known
    if statement.speaker is None:
        total["blank"] += known
        reasons[statement.speaker_reason] += known
        if known and show:
            print(
                f"BLANK {row['id']} {gold['n']} [{source}] gold {who}: {statement.speaker_reason}"
            )
        return
    right = any(same_name(statement.speaker, name, row["text"]) for name in who.split("; "))
    total["right" if right else "wrong"] += 1
    total["found"] += known
    if not right and show:
        print(
            f"WRONG {row['id']} {gold['n']} [{source}] gold {who}, said {statement.speaker}: "
            f"{statement.speaker_reason}"
        )


def report(counts, reasons, articles, spent, show) -> None:
    total: Counter[str] = sum(counts.values(), Counter())
    print(f"{'mention':16} {'known':>6} {'cover':>6} {'right':>6} {'wrong':>6} {'prec':>6}")
    for name, c in [*sorted(counts.items()), ("all", total)]:
        named = c["right"] + c["wrong"]
        print(
            f"{name:16} {c['known']:6} {c['found'] / max(1, c['known']):6.3f} {c['right']:6} "
            f"{c['wrong']:6} {c['right'] / max(1, named):6.3f}"
        )
    if show:
        for reason, number in reasons.most_common():
            print(f"{number:6} {reason}")
    print(f"{articles} articles, {articles / spent:.0f} per CPU second")


if __name__ == "__main__":
    main()
