"""The figures of extraction on each set, by name: "content, all: F1" and the like.

Names are "MEASURE: FIGURE"; every figure is in [0, 1] and better when higher, but for the
wrong speakers of the sample articles, which are counted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks import golden, relays
from benchmarks.attributions import as_attributions
from benchmarks.floors import WRONG
from benchmarks.scoring import ALL, TYPES, Score, score
from benchmarks.spoken import Label, Spoken, labels_of
from tracker.model import Article, Statement
from tracker.pipeline import Reader

Row = Mapping[str, Any]
Found = Mapping[str, Sequence[Statement]]
"""The statements of each article, by its id."""


def read_all(rows: Sequence[Row], reader: Reader) -> Found:
    """Return what a reader finds in the articles, speakers resolved."""
    return {row["id"]: reader.read(Article(row["text"])).statements for row in rows}


def content_figures(rows: Sequence[Row], found: Found) -> dict[str, float]:
    """Return how well the contents and sources of marked articles are found."""
    predictions = [
        {"id": row["id"], "attributions": as_attributions(row["text"], list(found[row["id"]]))}
        for row in rows
    ]
    return of_scores(score(rows, predictions))


def of_scores(scores: Mapping[str, Score]) -> dict[str, float]:
    figures = {}
    for kind in (ALL, *TYPES):
        figures[f"content, {kind}: precision"] = scores[kind].precision
        figures[f"content, {kind}: recall"] = scores[kind].recall
        figures[f"content, {kind}: F1"] = scores[kind].f1
    figures["source: accuracy"] = scores[ALL].source_accuracy
    figures["content with source: F1"] = scores[ALL].end_to_end
    return figures


def speaker_figures(spoken: Spoken) -> dict[str, float]:
    return {
        "speaker: precision": spoken.precision,
        "speaker: coverage": spoken.coverage,
    }


def spoken_of(rows: Sequence[Row], found: Found, labels: Mapping[str, list[Label]]) -> Spoken:
    """Return who said it in the articles that have labels."""
    spoken = Spoken()
    for row in rows:
        if row["id"] in labels:
            spoken.add(row, found[row["id"]], labels[row["id"]])
    return spoken


def marked_labels(rows: Sequence[Row]) -> dict[str, list[Label]]:
    """Return the speakers of our own marked articles, by article."""
    return {row["id"]: labels_of(row) for row in rows}


def relay_figures(rows: Sequence[Row], found: Found) -> dict[str, float]:
    """Return how well the relays of marked articles are found."""
    counts: Counter[str] = Counter()
    for row in rows:
        relays.count(row, found[row["id"]], counts, [])
    return {
        "relay: precision": counts["right"] / max(1, counts["right"] + counts["wrong"]),
        "relay: recall": counts["hit"] / max(1, counts["marked"]),
    }


def sample_figures(reader: Reader) -> dict[str, float]:
    """Return how much of what is expected of the sample articles is as expected."""
    pairs = [pair for slug in golden.SLUGS for pair in golden.pairs(slug, reader)]
    faults = Counter(fault for pair in pairs for fault in golden.faults(pair))
    found = [pair.expected for pair in pairs if pair.found]
    named = sum(expected["speaker"] is not None for expected in found)
    same = len(found) - faults["speaker wrong"] - faults["speaker blank"]
    return {
        "statements: found": len(found) / len(pairs),
        "speakers: named": 1 - faults["speaker blank"] / named,
        WRONG: faults["speaker wrong"],
        "chains: whole": 1 - faults["chain"] / same,
        "events: type and dates": _right(found, faults, "event", "event"),
        "days of saying: right": _right(found, faults, "day", "said_on"),
    }


def _right(
    found: Sequence[golden.Expected], faults: Mapping[str, int], fault: str, name: str
) -> float:
    wanted = sum(bool(expected[name]) for expected in found)
    return 1 - faults[fault] / wanted


def by_name(readers: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the figures of each reader in one, named "READER, MEASURE: FIGURE"."""
    return {
        f"{name}, {figure}": value
        for name, figures in readers.items()
        for figure, value in figures.items()
    }
