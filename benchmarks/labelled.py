"""Measure the matcher on labelled pairs cut from the project's own articles.

usage: python benchmarks/labelled.py [--pairs pairs|turned] [--half test|fit] [--wrong]
                                     [--semantic-model DIR]

`benchmarks/labels/pairs.jsonl` holds pairs of claims that a reader called the same or not,
each with its kind; half of the articles were kept for testing, and nothing is fitted or
chosen on those. `turned.jsonl` holds harder ones, told in other words, and nearly as often
turned into another claim by those words; no weight is fitted on them. Prints what becomes of
each kind, precision and recall of automatic links with their intervals, and the share of
conflicts that is related as such.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any
from zlib import crc32

from tracker import match
from tracker.model import Claim, Comparison, Decision, Published, StatementType
from tracker.semantic.sentence_model import Embedded

LABELS = Path(__file__).parent / "labels"
PAIRS = LABELS / "pairs.jsonl"


@dataclass(frozen=True)
class Labelled:
    """Two claims, `left` the later one, and what a reader said of them.

    `relation` is how two different claims concern each other, None if they do not.
    """

    id: str
    half: str
    article: str
    same: bool
    kind: str
    relation: str | None
    left: Claim
    right: Claim


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pairs", choices=("pairs", "turned"), default="pairs")
    parser.add_argument("--half", choices=("test", "fit"), default="test")
    parser.add_argument("--wrong", action="store_true", help="print the pairs linked wrongly")
    parser.add_argument("--semantic-model", type=Path, metavar="DIR")
    arguments = parser.parse_args()
    held = read_pairs(LABELS / f"{arguments.pairs}.jsonl")
    pairs = [pair for pair in held if pair.half == arguments.half]
    model = Embedded(arguments.semantic_model) if arguments.semantic_model else None
    compared = [match.compare(pair.left, pair.right, model=model) for pair in pairs]
    for line in outcomes(pairs, compared):
        print(line)
    if arguments.wrong:
        for pair, found in zip(pairs, compared, strict=True):
            if found.decision is Decision.LINK and not pair.same:
                print(f"{pair.id} {pair.kind}: {pair.left.text}\n    {pair.right.text}")


def read_pairs(path: Path = PAIRS) -> list[Labelled]:
    """Return the labelled pairs in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        return [_pair(json.loads(line)) for line in lines]


def half_of(article: str) -> str:
    """Return the half that an article belongs to; articles on one event share theirs."""
    if article.startswith("f-"):
        number = int(article[2:])
        article = "f-001" if number in (1, 2, 34) else f"f-{number - (number % 2 == 0):03d}"
    return "fit" if crc32(f"half:{article}".encode()) % 2 else "test"


def _pair(row: dict[str, Any]) -> Labelled:
    return Labelled(
        row["id"],
        row["half"],
        row["article"],
        bool(row["label"]),
        row["kind"],
        row["relation"],
        _claim(row["a"]),
        _claim(row["b"]),
    )


def _claim(side: dict[str, Any]) -> Claim:
    speaker = side["speaker"]
    return Claim(
        side["text"],
        type=StatementType(side["type"]),
        speaker=speaker,
        speaker_names=(speaker,) if speaker else (),
        published=Published.parse(side["published_at"]),
    )


def outcomes(pairs: Sequence[Labelled], compared: Sequence[Comparison]) -> Iterable[str]:
    """Yield a line for each kind, then the totals."""
    both = list(zip(pairs, compared, strict=True))
    yield f"{'':24}{'pairs':>6}{'link':>6}{'suggest':>9}{'none':>6}{'related':>9}"
    for same in (True, False):
        kinds = dict.fromkeys(pair.kind for pair in pairs if pair.same is same)
        for kind in kinds:
            of_kind = [found for pair, found in both if pair.same is same and pair.kind == kind]
            yield _counts(("same, " if same else "different, ") + kind, of_kind)
    yield _counts("same", [found for pair, found in both if pair.same])
    yield _counts("different", [found for pair, found in both if not pair.same])
    linked = [pair.same for pair, found in both if found.decision is Decision.LINK]
    yield share("precision of links", sum(linked), len(linked))
    yield share("recall of links", sum(linked), sum(pair.same for pair in pairs))
    offered = [found for pair, found in both if pair.same and found.decision is not Decision.NONE]
    yield share("linked or suggested, of the same", len(offered), sum(p.same for p in pairs))
    conflicts = [
        found.claim_relation is not None and found.decision is not Decision.LINK
        for pair, found in both
        if pair.relation == "contradicts"
    ]
    yield share("conflicts related as such", sum(conflicts), len(conflicts))


def _counts(name: str, found: Sequence[Comparison]) -> str:
    decisions = [
        sum(one.decision is decision for one in found)
        for decision in (Decision.LINK, Decision.SUGGEST, Decision.NONE)
    ]
    related = sum(one.claim_relation is not None for one in found)
    link, suggest, none = decisions
    return f"{name:24}{len(found):6}{link:6}{suggest:9}{none:6}{related:9}"


def share(name: str, part: int, whole: int) -> str:
    """Return a share with its 95 % interval by Wilson's formula, as a line."""
    low, high = interval(part, whole)
    return f"{name}: {part} of {whole} = {part / max(1, whole):.3f} ({low:.3f} to {high:.3f})"


def interval(part: int, whole: int, z: float = 1.96) -> tuple[float, float]:
    """Return the interval of 95 % confidence for a share; all of [0, 1] for none."""
    if not whole:
        return 0.0, 1.0
    p, width = part / whole, 1 + z * z / whole
    middle = (p + z * z / (2 * whole)) / width
    reach = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / width
    return max(0.0, middle - reach), min(1.0, middle + reach)


if __name__ == "__main__":
    main()
