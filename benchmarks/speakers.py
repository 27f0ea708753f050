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
from dataclasses import dataclass, field
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
from tracker.resolve.lexicon import BODIES
from tracker.text.countries import find_nationality
from tracker.text.names import fold_words, word_set

_PRONOUNS = word_set("he she it they her him his who which i we its their")
_TITLES = word_set(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness senator sen rep gov the tan
    sri datuk seri chief alhaji count judge of in to"""
)

Row = dict[str, Any]


def to_statements(text: str, rows: list[Row]) -> tuple[list[Statement], list[int]]:
    """Return the gold attributions as extraction would hand them over, and their old places."""
    spans = [(row["content"][0][0], row["content"][-1][1]) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: (spans[i][0], -spans[i][1]))
    statements: list[Statement] = []
    for i in order:
        statements.append(to_statement(text, rows[i], statements))
    return statements, order


def to_statement(text: str, row: Row, before: list[Statement]) -> Statement:
    """Return one gold attribution as a statement; its parent is one of those before it."""
    content = tuple(Span(*s) for s in row["content"])
    quoted = all(text[s.start] in "“\"‘'" for s in content)
    source = Span(*row["source"][0]) if row["source"] else None
    place = source or content[0]
    inside = (p for p in reversed(range(len(before))) if encloses(before[p], place))
    relays = (Span(*r) for r in row["relay"])
    return Statement(
        kind=Kind.QUOTE,
        type=StatementType.DIRECT if quoted else StatementType.INDIRECT,
        act=Act(row["act"]),
        content=content,
        source=source,
        cue=Span(*row["cue"][0]) if row["cue"] else None,
        chain=tuple(
            Hop(1, relay.of(text), HopRole.RELAY, AgentKind.ORGANIZATION, relay) for relay in relays
        ),
        parent=next(inside, None),
        rule="continuation" if source is None and row["who"] else "gold",
    )


def encloses(statement: Statement, place: Span) -> bool:
    return any(s.start <= place.start < s.end for s in statement.content)


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
    if reason in ("full name", "short name", "description", "document of a named maker"):
        return reason
    return "unsure" if reason.startswith("unsure") else "no name found"


@dataclass
class Tally:
    """The counts by class of mention, and the lines to show."""

    classes: dict[str, Counter[str]] = field(default_factory=dict)
    blanks: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def add(self, row: Row, gold: Row, statement: Statement) -> None:
        """Count one resolved statement."""
        source = statement.source.of(row["text"]) if statement.source else None
        who, speaker, reason = gold["who"] or "?", statement.speaker, statement.speaker_reason
        counts = self.classes.setdefault(mention_class(source, reason), Counter())
        known = who != "?" and ";" not in who
        counts["known"] += known
        where = f"{row['id']} {gold['n']} [{source}] gold {who}"
        if speaker is None:
            self.blanks[reason] += known
            if known:
                self.lines.append(f"BLANK {where}: {reason}")
            return
        right = any(same_name(speaker, name, row["text"]) for name in who.split("; "))
        counts["right" if right else "wrong"] += 1
        counts["found"] += known
        if not right:
            self.lines.append(f"WRONG {where}, said {speaker}: {reason}")

    def report(self) -> None:
        """Print the table."""
        total: Counter[str] = sum(self.classes.values(), Counter())
        print(f"{'mention':26} {'known':>6} {'cover':>6} {'right':>6} {'wrong':>6} {'prec':>6}")
        for name, c in [*sorted(self.classes.items()), ("all", total)]:
            cover = c["found"] / max(1, c["known"])
            precision = c["right"] / max(1, c["right"] + c["wrong"])
            print(
                f"{name:26} {c['known']:6} {cover:6.3f} {c['right']:6} {c['wrong']:6}"
                f" {precision:6.3f}"
            )


def wanted(row: Row, parity: str) -> bool:
    """Say whether an article is in the half asked for, by its number."""
    even = int(row["id"].rsplit("-", 1)[1]) % 2 == 0
    return parity == "all" or even == (parity == "even")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--parity", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if wanted(row, options.parity)]
    tally, spent = Tally(), 0.0
    for row in rows:
        statements, order = to_statements(row["text"], row["attributions"])
        start = time.process_time()
        resolution = resolve(Article(row["text"]), statements)
        spent += time.process_time() - start
        for statement, i in zip(resolution.statements, order, strict=True):
            tally.add(row, row["attributions"][i], statement)
    if options.show:
        print(*tally.lines, sep="\n")
        print(*(f"{n:6} {reason}" for reason, n in tally.blanks.most_common()), sep="\n")
    tally.report()
    print(f"{len(rows)} articles, {len(rows) / spent:.0f} per CPU second")


if __name__ == "__main__":
    main()
