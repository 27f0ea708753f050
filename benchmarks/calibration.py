"""Whether the matching score is the share of pairs that are the same: a table and a diagram.

usage: PYTHONPATH=. python benchmarks/calibration.py [--write]

Measured on the labelled pairs of the half kept for testing (`benchmarks/labelled.py`), those
aside that a gate holds apart, since their score is of the wording alone. Scores fall into
tenths. `--write` puts the diagram into `docs/calibration.svg`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from diagram import Panel, Point, draw
from labelled import read_pairs

from tracker import match

DIAGRAM = Path(__file__).parent.parent / "docs" / "calibration.svg"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    judged = []
    for pair in read_pairs():
        compared = match.compare(pair.left, pair.right)
        if pair.half == "test" and not compared.differences:
            judged.append((compared.score, pair.same))
    points = bins(judged)
    for point in points:
        print(f"stated {point.stated:.3f}  same {point.right:.3f}  pairs {point.count}")
    error = sum(p.count * abs(p.stated - p.right) for p in points) / max(1, len(judged))
    print(f"{len(judged)} pairs, expected calibration error {error:.3f}")
    if write:
        panel = Panel(
            f"score of {len(judged)} pairs", f"expected calibration error {error:.3f}", points
        )
        DIAGRAM.write_text(draw([panel]), encoding="utf-8")


def bins(judged: Sequence[tuple[float, bool]]) -> tuple[Point, ...]:
    """Return the mean score and the share of same pairs of every tenth that is not empty."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for score, same in judged:
        tenths.setdefault(min(9, int(10 * score)), []).append((score, same))
    return tuple(
        Point(
            sum(score for score, _ in inside) / len(inside),
            sum(same for _, same in inside) / len(inside),
            len(inside),
        )
        for _, inside in sorted(tenths.items())
    )


if __name__ == "__main__":
    main()
