"""Fit the weights of the matching score on pairs from the project's own articles.

usage: python benchmarks/fit_weights.py FOLDER [--semantic-model DIR] [--write]

FOLDER holds `*.txt` in the annotation markup and `PAIRS.md`. Learns from pairs made of the
articles of one half (`benchmarks/made_pairs.py`) and from the labelled pairs of that half
(`benchmarks/labelled.py`), those left out that a gate is to tell apart: the score is of
wording and circumstances, and a gate's difference comes on top. Pairs of which neither speaker
nor event is known have weights of their own. `--write` puts the weights into
`tracker/match/weights.py`; the same articles give the same bytes. With a model of sentences
they are the weights beside it, and go into `tracker/match/weights_with_meaning.py`.

Logistic regression by Newton's method with a ridge; a weight that would be below zero is
held at zero, since no feature may make two claims less alike the more they share.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from math import exp
from pathlib import Path

from labelled import Labelled, read_pairs
from made_pairs import Made, make_pairs

from tracker.match.features import measure
from tracker.match.nearness import meaning
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.match.rarity import rarity
from tracker.model import Meaning
from tracker.semantic.sentence_model import Embedded

ANCHORED = (
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
    "own_figures",
    "occasion",
)
"""Features that are weighed where a speaker or an event is known. Of the others, evidence, run,
order, names and figures came out at zero when fitted with these; days, events and places cannot be
learnt from the pairs."""

BARE = (
    "whole_wording",
    "found",
    "fullness",
    "letter_pairs",
    "beyond",
    "untold",
    "strewn",
    "joined",
    "own_figures",
)
"""Features that are weighed where neither is known. The words of a speaker are cut and stay the
same claim; a report that says more tells of more, and a clause in one place more than words strewn
about; a fuller name or the day is no further fact. Chosen on news sentences of others, on which the
weights are not fitted."""

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

ALONE = "What the features weigh in the score: written by"
BESIDE = """What the features weigh in the score where a model of sentences is asked too.

Fitted with {} ({}); the scale of `meaning` is made alike for all
models (`tracker/semantic/scale.py`), so that the weights hold for another one nearly.
Written by"""

MATCH = Path(__file__).parent.parent / "tracker" / "match"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--semantic-model", type=Path, metavar="DIR")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.semantic_model
    model = Embedded(folder) if folder else None
    weighed = [(*features, *[meaning.__name__] * bool(model)) for features in (ANCHORED, BARE)]
    anchored, bare = pairs_to_learn_from(arguments.folder), bare_pairs()
    for pairs in (anchored, bare):
        print(
            f"{sum(p.same for p in pairs)} same, {sum(not p.same for p in pairs)} different pairs"
        )
    text = as_module(
        BESIDE.format(folder.name, model.name) if model else ALONE,
        *(
            (features, fit([values_of(pair, features, model) for pair in pairs], pairs))
            for features, pairs in zip(weighed, (anchored, bare), strict=True)
        ),
    )
    print(text)
    if arguments.write:
        module = MATCH / ("weights_with_meaning.py" if model else "weights.py")
        module.write_text(text, encoding="utf-8")


def pairs_to_learn_from(folder: Path) -> list[Made]:
    """Return the made and the labelled pairs of the half that is not for testing."""
    labelled = [
        Made(pair.left, pair.right, pair.same, LABELLED)
        for pair in read_pairs()
        if pair.half == "fit" and pair.kind not in FOR_GATES and not _is_bare(pair)
    ]
    made = [
        pair if pair.same else replace(pair, weight=DIFFERENT * pair.weight)
        for pair in make_pairs(folder)
    ]
    return [*made, *labelled]


def bare_pairs() -> list[Made]:
    """Return the labelled pairs of that half for which nobody is named, and where one says
    something else of a matter than the other, each with both told together."""
    pairs = []
    for pair in read_pairs():
        if pair.half == "fit" and pair.kind not in FOR_GATES and _is_bare(pair):
            pairs.append(Made(pair.left, pair.right, pair.same, 1.0 if pair.same else OTHER))
            if not pair.same:
                both = replace(pair.left, text=f"{pair.right.text} {pair.left.text}")
                pairs.append(Made(both, pair.right, False, TOGETHER))
    return pairs


OTHER = 0.5
TOGETHER = 0.25
"""Weight of a pair that is not the same, and of one where a side tells both, against 1 for one
that is the same: the two kinds weigh about the same."""


def _is_bare(pair: Labelled) -> bool:
    return not pair.left.speaker and not pair.right.speaker


Fitted = tuple[Sequence[str], Sequence[float]]
"""Names of features, and the bias followed by the weight of each."""


def as_module(title: str, anchored: Fitted, bare: Fitted) -> str:
    """Return the weights as the text of a module."""
    return _MODULE.format(
        title=title,
        bias=anchored[1][0],
        weights=_table(*anchored),
        bare_bias=bare[1][0],
        bare_weights=_table(*bare),
    )


def _table(features: Sequence[str], weights: Sequence[float]) -> str:
    lines = [
        f'    "{name}": {weight:.2f},'
        for name, weight in zip(features, weights[1:], strict=True)
        if weight >= LEAST
    ]
    return "\n".join(lines)


LEAST = 0.05
"""Weights below this are left out: no pair is decided by them."""

_MODULE = '''"""{title} `benchmarks/fit_weights.py`."""

BIAS = {bias:.2f}
"""Log-odds of two claims with nothing in common, where a speaker or an event is known."""

WEIGHTS = {{
{weights}
}}
"""What each feature adds to the log-odds at its full value."""

BARE_BIAS = {bare_bias:.2f}
"""The same where neither is known."""

BARE_WEIGHTS = {{
{bare_weights}
}}
"""The same where neither is known."""
'''


def values_of(pair: Made, features: Sequence[str], model: Meaning | None) -> list[float]:
    compared = Pair(prepare(pair.left), prepare(pair.right), rarity, model)
    values = measure(compared)
    if model is not None:
        values[meaning.__name__] = meaning(compared)
    return [1.0, *(values[name] for name in features)]


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
