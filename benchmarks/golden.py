"""The sample articles read end to end, each expected statement with the one found for it.

The tests of the sample articles and the gate both look at them through this.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pairing import pair_up, word_places
from tracker.model import Article, Published, Statement
from tracker.pipeline import Reader
from tracker.resources import shipped

SEEDS = shipped("seeds")
SLUGS = sorted(p.name.removesuffix(".expected.json") for p in SEEDS.glob("[0-9]*.expected.json"))

Expected = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """An expected statement and the one found for it, None for a miss."""

    expected: Expected
    found: Statement | None

    @property
    def words(self) -> str:
        """What the expected statement begins with."""
        return str(self.expected["content"][0])


def files() -> list[Path]:
    """Return the sample articles and what is expected of them."""
    return sorted(SEEDS.glob("[0-9]*.json"))


def article(slug: str) -> Article:
    fields = json.loads((SEEDS / f"{slug}.json").read_text(encoding="utf-8"))
    return Article(
        fields["text"],
        url=fields["url"],
        outlet=fields["outlet"],
        title=fields["title"],
        published=Published.parse(fields["published_at"]),
    )


def pairs(slug: str, reader: Reader) -> tuple[Pair, ...]:
    """Return every expected statement with the one found, the most alike first come."""
    source = article(slug)
    text = source.text
    expected = json.loads((SEEDS / f"{slug}.expected.json").read_text("utf-8"))["statements"]
    found = reader.read(source).statements
    matched = pair_up(
        [
            word_places(text, [(text.index(c), text.index(c) + len(c)) for c in e["content"]])
            for e in expected
        ],
        [word_places(text, [(c.start, c.end) for c in s.content]) for s in found],
    )
    return tuple(
        Pair(e, found[matched[i]] if i in matched else None) for i, e in enumerate(expected)
    )


def faults(pair: Pair) -> Iterator[str]:
    """Yield what of a pair is not as expected: one of `FAULTS`, none for a miss but that."""
    expected, found = pair.expected, pair.found
    if found is None:
        yield "missed"
        return
    if found.speaker not in (None, expected["speaker"]):
        yield "speaker wrong"
    elif found.speaker is None and expected["speaker"] is not None:
        yield "speaker blank"
    elif chain(found) != [
        (hop["position"], hop["agent"], hop["role"]) for hop in expected["chain"]
    ]:
        yield "chain"
    wanted = expected["event"]
    if wanted and event(found) != (wanted["type"], wanted["start"], wanted["end"]):
        yield "event"
    said_on = expected["said_on"]
    if said_on and dates(found) != (said_on["start"], said_on["end"]):
        yield "day"


FAULTS = ("missed", "speaker wrong", "speaker blank", "chain", "event", "day")


def chain(statement: Statement) -> list[tuple[int, str, str]]:
    return [(hop.position, hop.agent, str(hop.role)) for hop in statement.chain]


def dates(statement: Statement) -> tuple[str, str] | None:
    when = statement.said_on
    return (when.start.isoformat(), when.end.isoformat()) if when else None


def event(statement: Statement) -> tuple[str, str | None, str | None] | None:
    found = statement.event
    if found is None:
        return None
    when = found.when
    first, last = (when.start.isoformat(), when.end.isoformat()) if when else (None, None)
    return (str(found.type), first, last)
