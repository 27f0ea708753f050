"""Whether a stated confidence is the share that is right: tables and a diagram.

    python -m benchmarks.reliability [--corpora DIR]

Two confidences, as the product states them with the shipped model: of a statement, that a
reader would mark it, and of a named speaker, that it is the right one. A statement is right
when it pairs with a marked one (`benchmarks/pairing.py`); speakers are those of paired
statements (`benchmarks/spoken.py`). Measured on the marked articles that the shipped model
never saw, and on DIR/polnear/dev.jsonl. Confidences fall into tenths. The expected
calibration error is the mean gap between confidence and share right, each tenth weighing as
many as are in it. The diagram and the table of our own articles are written into docs/.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import figures, page
from benchmarks.attributions import as_attributions
from benchmarks.diagram import Panel, Point, draw
from benchmarks.figures import Found
from benchmarks.marked import as_whole_row
from benchmarks.pairing import pair_up, word_places
from benchmarks.relays import pair
from benchmarks.sets import BOTH, Development, polnear, readers, unseen
from benchmarks.spoken import attributed

DIAGRAM = page.DOCS / "reliability.svg"
BINS = 10

Judged = tuple[float, bool]
"""A confidence in [0, 1], and whether what it was stated of is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Confidences of one tenth: how many, their mean, and the share that is right."""

    low: float
    count: int
    stated: float
    right: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    args = parser.parse_args()
    by = {BOTH: readers()[BOTH]}
    rows = [as_whole_row(article) for article in unseen()]
    found = figures.read_all(rows, by[BOTH])
    spoken = figures.spoken_of(rows, found, figures.marked_labels(rows))
    ours = {"statements": judge_statements(rows, found), "named speakers": spoken.sure}
    report("marked articles that the shipped model never saw", ours)
    page.write_tables({"reliability": table(ours)})
    DIAGRAM.write_text(draw([panel(*one) for one in ours.items()]), encoding="utf-8")
    if args.corpora:
        development = Development(polnear(args.corpora, "dev"), by)
        theirs = {"statements": judge_outermost(development.rows, development.found[BOTH])}
        if development.labels:
            theirs["named speakers"] = development.spoken(BOTH).sure
        report("PolNeAR, development part", theirs)


def judge_statements(rows: Sequence[Mapping[str, Any]], found: Found) -> list[Judged]:
    """Return the confidence of each statement, and whether it is marked."""
    judged = []
    for row in rows:
        statements = attributed(found[row["id"]])
        right = set(pair(row["text"], row["attributions"], statements).values())
        judged += [(one.confidence, at in right) for at, one in enumerate(statements)]
    return judged


def judge_outermost(rows: Sequence[Mapping[str, Any]], found: Found) -> list[Judged]:
    """Return the same against marks that are outermost ones, resumed quotations joined."""
    judged = []
    for row in rows:
        ours = as_attributions(row["text"], list(found[row["id"]]))
        marked, given = (
            [word_places(row["text"], one["content"]) for one in side]
            for side in (row["attributions"], ours)
        )
        right = set(pair_up(marked, given).values())
        judged += [(one["confidence"], at in right) for at, one in enumerate(ours)]
    return judged


def bins(judged: Iterable[Judged]) -> list[Bin]:
    """Return the tenths that are not empty, the lowest first."""
    tenths: dict[int, list[Judged]] = {}
    for one in judged:
        tenths.setdefault(min(int(one[0] * BINS), BINS - 1), []).append(one)
    return [
        Bin(
            low=tenth / BINS,
            count=len(inside),
            stated=sum(confidence for confidence, _ in inside) / len(inside),
            right=sum(right for _, right in inside) / len(inside),
        )
        for tenth, inside in sorted(tenths.items())
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Return the expected calibration error, in [0, 1]; 0 of nothing."""
    total = sum(one.count for one in found)
    return sum(one.count * abs(one.stated - one.right) for one in found) / max(1, total)


def report(title: str, judged: Mapping[str, Sequence[Judged]]) -> None:
    print(f"\n{title}")
    for name, of in judged.items():
        found = bins(of)
        print(f"  {name}: {len(of):,}, expected calibration error {calibration_error(found):.3f}")
        print(f"    {'confidence':12}{'count':>7}{'stated':>8}{'right':>8}")
        for one in found:
            print(f"    {tenth(one):12}{one.count:7,}{one.stated:8.3f}{one.right:8.3f}")


def table(judged: Mapping[str, Sequence[Judged]]) -> list[str]:
    """Return the tables as one in Markdown."""
    lines = ["| | confidence | count | stated, mean | right |", "|---|---|--:|--:|--:|"]
    for name, of in judged.items():
        found = bins(of)
        lines += [
            f"| {name} | {tenth(one)} | {one.count} | {page.shown(one.stated)} |"
            f" {page.shown(one.right)} |"
            for one in found
        ]
        error = page.shown(calibration_error(found))
        lines.append(f"| {name} | expected calibration error | {len(of)} | | {error} |")
    return lines


def tenth(one: Bin) -> str:
    return f"{one.low:.1f} to {one.low + 1 / BINS:.1f}"


def panel(name: str, judged: Sequence[Judged]) -> Panel:
    """Return the diagram of one confidence."""
    found = bins(judged)
    return Panel(
        title=f"{name}: {len(judged):,}",
        note=f"expected calibration error {calibration_error(found):.3f}",
        points=tuple(Point(one.stated, one.right, one.count) for one in found),
    )


if __name__ == "__main__":
    main()
