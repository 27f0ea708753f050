"""How many of the marked relays the chains hold, and how many of theirs are marked.

Usage: python -m benchmarks.relays ROWS.jsonl [--parity even|odd|all] [--show]

ROWS are annotated articles as JSON Lines: `{"id", "text", "attributions": [{"content",
"source", "relay", "who"}]}` with `[start, end)` codepoint offsets. The articles are read
as the product reads them. A found statement is paired with the attribution whose content
is most like its own (Dice of words, at least 0.5). A relay is right when its span touches
a marked one of that attribution; those of an attribution that holds it in its content,
and its source, are as right, since words within another's come through that other, but
only the former are looked for. Relays that the text does not print (the rest of an
interview) have no span and are counted apart. A marked relay that is the article's own
outlet ("told us", "this newspaper") is not looked for: the outlet ends every chain, and
these texts do not say who printed them. Nor is the agency of a dateline or byline, which
every chain has and no attribution is marked with. Unnamed: speakers that no name is known
for, how many of them have a type, and how many a ground.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.pairing import pair_up, word_places
from tracker.model import AgentKind, Article, Hop, HopRole, Statement
from tracker.pipeline import Reader
from tracker.resolve.credits import find_origins

_OWN = re.compile(r"(?:us|(?:this|our) [a-z ]+)$")

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--parity", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for line in options.rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        odd = int(row["id"].rsplit("-", 1)[1]) % 2
        if options.parity == "all" or (options.parity == "odd") == bool(odd):
            count(row, Reader().read(Article(row["text"])).statements, counts, lines)
    if options.show:
        print(*lines, sep="\n")
    report(counts)


def report(counts: Counter[str]) -> None:
    """Print the figures."""
    found, right = counts["right"] + counts["wrong"], counts["hit"]
    print(f"precision {counts['right'] / max(1, found):.3f} ({counts['right']} of {found})")
    print(f"recall    {right / max(1, counts['marked']):.3f} ({right} of {counts['marked']})")
    for name in (
        "statement missed",
        "not printed",
        "of the statement around",
        "on no marked statement",
        "order wrong",
    ):
        print(f"{name:24} {counts[name]}")
    print(
        f"unnamed {counts['unnamed']}: typed {counts['typed']}, with a ground {counts['ground']};",
        *(f"{n} {name[5:]}" for name, n in counts.items() if name.startswith("type ")),
    )


def count(
    row: Row, statements: Sequence[Statement], counts: Counter[str], lines: list[str]
) -> None:
    """Count one article."""
    text, golds = row["text"], row["attributions"]
    pairs = pair(text, golds, statements)
    for place, statement in enumerate(statements):
        count_unnamed(statement, counts, lines, row["id"])
        if place not in pairs.values():
            stray = [hop for hop in relays(text, statement.chain) if hop.span]
            counts["on no marked statement"] += len(stray)
            if stray and statement.rule != "asserted fact":
                lines.append(f"STRAY {row['id']} {names(stray)}: {statement.text(text)[:70]}")
    for number, gold in enumerate(golds):
        at = pairs.get(number)
        found = statements[at] if at is not None else None
        held = statements[found.parent].chain if found and found.parent is not None else ()
        count_one(row, gold, found.chain if found else None, counts, lines)
        counts["of the statement around"] += len(
            {hop.span for hop in held if hop.span}
            & {h.span for h in (found.chain if found else ())}
        )


def count_one(
    row: Row, gold: Row, chain: tuple[Hop, ...] | None, counts: Counter[str], lines: list[str]
) -> None:
    """Count the relays of one attribution; `chain` is None where it was not found."""
    where = f"{row['id']} {gold['n']}"
    marked = [s for s in gold["relay"] if not _OWN.match(row["text"][s[0] : s[1]])]
    counts["marked"] += len(marked)
    hops = relays(row["text"], chain or ())
    implied = [s for g in row["attributions"] if holds(g, gold) for s in g["source"] + g["relay"]]
    counts["not printed"] += sum(h.span is None for h in hops)
    counts["statement missed"] += len(marked) if chain is None else 0
    order = []
    for start, end in marked:
        hit = next((h for h in hops if h.span and touches(h, [[start, end]])), None)
        counts["hit"] += hit is not None
        order += [hit.position] if hit else []
        if hit is None:
            fault = "LOST" if chain is not None else "LOST WITH ITS STATEMENT"
            lines.append(f"{fault} {where} {row['text'][start:end]}: {around(row, start, end)}")
    counts["order wrong"] += order != sorted(order)
    for hop in hops:
        if hop.span is None:
            continue
        right = touches(hop, marked + implied)
        counts["right" if right else "wrong"] += 1
        if not right:
            shown = around(row, hop.span.start, hop.span.end)
            lines.append(f"WRONG {where} {hop.agent}: {shown}")


def count_unnamed(statement: Statement, counts: Counter[str], lines: list[str], where: str) -> None:
    """Count the unnamed speakers of a statement, their types and grounds."""
    for hop in statement.chain:
        if hop.kind is not AgentKind.UNNAMED or hop.role is not HopRole.SPEAKER:
            continue
        counts["unnamed"] += 1
        counts["typed"] += hop.source_type is not None
        counts["ground"] += hop.ground is not None
        counts[f"type {hop.source_type or 'none'}"] += 1
        lines.append(f"UNNAMED {where} {hop.source_type or '-'} [{hop.agent}] {hop.ground or ''}")


def pair(text: str, golds: Sequence[Row], statements: Sequence[Statement]) -> Mapping[int, int]:
    """Return {attribution: statement}, the most alike first come."""
    return pair_up(
        [word_places(text, gold["content"]) for gold in golds],
        [word_places(text, [(s.start, s.end) for s in one.content]) for one in statements],
    )


def holds(outer: Row, inner: Row) -> bool:
    """Say whether an attribution stands in another's content."""
    start = inner["content"][0][0]
    return outer is not inner and any(a <= start < b for a, b in outer["content"])


def touches(hop: Hop, spans: list[list[int]]) -> bool:
    return hop.span is not None and any(a < hop.span.end and hop.span.start < b for a, b in spans)


def relays(text: str, chain: tuple[Hop, ...]) -> list[Hop]:
    """Return the relays of a chain without the agency whose copy the article is."""
    whole = {(origin.name, origin.span) for origin in find_origins(Article(text))}
    return [h for h in chain if h.role is HopRole.RELAY and (h.agent, h.span) not in whole]


def names(hops: list[Hop]) -> str:
    return ", ".join(hop.agent for hop in hops)


def around(row: Row, start: int, end: int) -> str:
    """Return the words before and behind, on one line."""
    return " ".join(row["text"][max(0, start - 60) : end + 40].split())


if __name__ == "__main__":
    main()
