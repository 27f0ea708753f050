"""Fit the weights of the matching score on pairs made from the project's own articles.

usage: python benchmarks/fit_weights.py FOLDER

FOLDER holds `articles/*.txt` in the annotation markup and `PAIRS.md`. Prints the
bias and weights to put into `tracker/match/score.py`, and how well they do on the
fifth of the pairs that was kept aside. Logistic regression by Newton's method with a
ridge; a weight that would be below zero is held at zero, since no feature may make
two claims less alike the more they share. All that it learns from is the project's own.
"""

import argparse
import random
from collections.abc import Sequence
from math import exp, log
from pathlib import Path

from made_pairs import Made, make_pairs

from tracker.match.features import measure
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.match.score import WEIGHTS

RIDGE = 2.0
"""Strength of the pull of weights towards zero, in pairs."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    pairs = make_pairs(parser.parse_args().folder)
    random.Random(2).shuffle(pairs)
    names = list(WEIGHTS)
    rows = [values_of(pair, names) for pair in pairs]
    aside = len(pairs) // 5
    weights = fit(rows[aside:], pairs[aside:])
    print(f"{sum(p.same for p in pairs)} same, {sum(not p.same for p in pairs)} different pairs")
    print(f"BIAS = {weights[0]:.2f}")
    for name, weight in zip(names, weights[1:], strict=True):
        print(f'    "{name}": {weight:.2f},')
    report(rows[:aside], pairs[:aside], weights)


def values_of(pair: Made, names: Sequence[str]) -> list[float]:
    values = measure(Pair(prepare(pair.left), prepare(pair.right)))
    return [1.0, *(values[name] for name in names)]


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


def report(
    rows: Sequence[Sequence[float]], pairs: Sequence[Made], weights: Sequence[float]
) -> None:
    """Print loss and, by tenths of probability, how many pairs are the same."""
    chances = [logistic(weights, row) for row in rows]
    loss = -sum(log(max(1e-9, c if p.same else 1 - c)) for c, p in zip(chances, pairs, strict=True))
    print(f"kept aside: {len(pairs)} pairs, log loss {loss / len(pairs):.3f}")
    for tenth in range(10):
        same = [
            p.same for c, p in zip(chances, pairs, strict=True) if int(min(c, 0.999) * 10) == tenth
        ]
        if same:
            low, share = tenth / 10, sum(same) / len(same)
            print(f"  {low:.1f} to {low + 0.1:.1f}: {len(same):5} pairs, {share:.3f} same")


if __name__ == "__main__":
    main()
