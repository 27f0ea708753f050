"""Fit the weights of the matching score on pairs from the project's own articles.

usage: python benchmarks/fit_weights.py FOLDER [--write]

FOLDER holds `*.txt` in the annotation markup and `PAIRS.md`. Learns from pairs made of the
articles of one half (`benchmarks/made_pairs.py`) and from the labelled pairs of that half
(`benchmarks/labelled.py`), those left out that a gate is to tell apart: the score is of
wording and circumstances, and a gate's difference comes on top. `--write` puts the weights
into `tracker/match/weights.py`; the same articles give the same bytes.

Logistic regression by Newton's method with a ridge; a weight that would be below zero is
held at zero, since no feature may make two claims less alike the more they share.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from math import exp
from pathlib import Path

from labelled import read_pairs
from made_pairs import Made, make_pairs

from tracker.match.features import measure
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.match.rarity import rarity

FEATURES = (
    "whole_wording",
    "neighbours",
    "alignment",
    "containment",
    "found",
    "fullness",
    "own_words",
    "spelling",
    "whole_spelling",
    "kept",
    "letters",
    "rare",
    "occasion",
)
"""Features that are weighed. Of the others, evidence, run, order, names and figures came out at
zero when fitted with these; days, events and places cannot be learnt from the pairs."""

RIDGE = 2.0
"""Strength of the pull of weights towards zero, in pairs."""

LABELLED = 4.0
"""Weight of a labelled pair, against 1 for one made by rule: there are about 200."""

DIFFERENT = 0.25
"""What a made pair of different claims counts, against 1: so that the two kinds weigh about the
same, as among the claims that share rare words and of which a desk wants to know."""

FOR_GATES = {
    "number",
    "negation",
    "antonym",
    "quantifier",
    "day",
    "role",
    "name",
    "another speaker",
}
"""Kinds of labelled pairs that differ in what a gate looks at, and hardly in their wording."""

WEIGHTS = Path(__file__).parent.parent / "tracker" / "match" / "weights.py"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pairs = pairs_to_learn_from(arguments.folder)
    weights = fit([values_of(pair) for pair in pairs], pairs)
    print(f"{sum(p.same for p in pairs)} same, {sum(not p.same for p in pairs)} different pairs")
    text = as_module(weights)
    print(text)
    if arguments.write:
        WEIGHTS.write_text(text, encoding="utf-8")


def pairs_to_learn_from(folder: Path) -> list[Made]:
    """Return the made and the labelled pairs of the half that is not for testing."""
    labelled = [
        Made(pair.left, pair.right, pair.same, LABELLED)
        for pair in read_pairs()
        if pair.half == "fit" and pair.kind not in FOR_GATES
    ]
    made = [
        pair if pair.same else replace(pair, weight=DIFFERENT * pair.weight)
        for pair in make_pairs(folder)
    ]
    return [*made, *labelled]


def as_module(weights: Sequence[float]) -> str:
    """Return the weights as the text of a module."""
    lines = [
        f'    "{name}": {weight:.2f},'
        for name, weight in zip(FEATURES, weights[1:], strict=True)
        if weight >= LEAST
    ]
    return "\n".join([_HEAD.format(bias=weights[0]), *lines, "}", _FOOT])


LEAST = 0.05
"""Weights below this are left out: no pair is decided by them."""

_HEAD = '''"""What the features weigh in the score: written by `benchmarks/fit_weights.py`."""

BIAS = {bias:.2f}
"""Log-odds of two claims with nothing in common."""

WEIGHTS = {{'''

_FOOT = '''"""What each feature adds to the log-odds at its full value."""
'''


def values_of(pair: Made) -> list[float]:
    values = measure(Pair(prepare(pair.left), prepare(pair.right), rarity))
    return [1.0, *(values[name] for name in FEATURES)]


def fit(rows: Sequence[Sequence[float]], pairs: Sequence[Made]) -> list[float]:
    """Return bias and weights; features are dropped, worst first, until none is negative."""
    kept = list(range(len(rows[0])))
    while True:
        weights = newton([[row[i] for i in kept] for row in rows], pairs)
        worst = min(range(1, len(kept)), key=lambda i: weights[i])
        if weights[worst] >= 0:
            return [weights[kept.index(i)] if i in kept else 0.0 for i in range(len(rows[0]))]
        del kept[worst]


def newton(rows: Sequence[Sequence[float]], pairs: Sequence[Made], steps: int = 15) -> list[float]:
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(steps):
        gradient = [-RIDGE * w if i else 0.0 for i, w in enumerate(weights)]
        curvature = [[RIDGE * (i == j and i > 0) for j in range(size)] for i in range(size)]
        for row, pair in zip(rows, pairs, strict=True):
            chance = logistic(weights, row)
            miss, bend = pair.weight * (pair.same - chance), pair.weight * chance * (1 - chance)
            for i, value in enumerate(row):
                gradient[i] += miss * value
                for j in range(size):
                    curvature[i][j] += bend * value * row[j]
        step = solve(curvature, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return weights


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x of `matrix` x = `right`, by Gaussian elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [row[size] / row[i] for i, row in enumerate(rows)]


def logistic(weights: Sequence[float], row: Sequence[float]) -> float:
    odds = sum(w * v for w, v in zip(weights, row, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


if __name__ == "__main__":
    main()
