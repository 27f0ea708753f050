"""What a desk's own answers say of the scores: precision, recall, a threshold to set.

Intervals of shares are Wilson's at 95 %, which hold for few answers too; that of the
threshold is a bootstrap with a fixed seed, so the same answers give the same figures.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt
from random import Random

Z = 1.959964
"""Standard deviations that hold 95 % of a normal distribution."""

FEWEST = 50
"""Answers below which no threshold is recommended: one mistake more or less among so few
moves the share by two points."""

RESAMPLES = 400
"""Samples of a bootstrap: its ends move by about a tenth of the interval with another seed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's yes (`is_same`) or no on a pair of this score, in [0, 1]."""

    score: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A share `hits` of `of`, with its 95 % interval; `value` is None of nothing."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share as counted."""
        return self.hits / self.of if self.of else None

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self._ends()[0]

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self._ends()[1]

    def _ends(self) -> tuple[float, float]:
        """Source: Wilson, JASA 22 (1927)."""
        if not self.of:
            return 0.0, 1.0
        share, spread = self.hits / self.of, Z * Z / self.of
        middle = (share + spread / 2) / (1 + spread)
        half = Z * sqrt(share * (1 - share) / self.of + spread / (4 * self.of)) / (1 + spread)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The lowest score from which pairs are the same often enough, in the answers given.

    `low` and `high` hold 95 % of the thresholds of resampled answers. `precision` and
    `recall` are those at the threshold; `is_proven` says that even the lower end of the
    precision's interval is enough.
    """

    score: float
    low: float
    high: float
    precision: Share
    recall: Share
    is_proven: bool


def recommend(answers: Sequence[Answer], precision: float) -> Threshold | None:
    """Return the threshold for this precision; None with too few answers, or where none does.

    It is the lowest that the answers prove, or, where they prove none, the lowest that
    has the precision in these answers.
    """
    if len(answers) < FEWEST:
        return None
    for is_enough in (_is_proven, _is_reached):
        score = _lowest(answers, precision, is_enough)
        if score is None:
            continue
        above = [answer for answer in answers if answer.score >= score]
        same = sum(answer.is_same for answer in above)
        low, high = _bootstrap(answers, precision, is_enough)
        return Threshold(
            score=score,
            low=low,
            high=high,
            precision=Share(same, len(above)),
            recall=Share(same, sum(answer.is_same for answer in answers)),
            is_proven=is_enough is _is_proven,
        )
    return None


Enough = Callable[[Share, float], bool]


def _is_proven(share: Share, precision: float) -> bool:
    return share.low >= precision


def _is_reached(share: Share, precision: float) -> bool:
    return share.hits >= precision * share.of


def _lowest(answers: Iterable[Answer], precision: float, is_enough: Enough) -> float | None:
    """Return the lowest score from which the share of yes is enough."""
    ranked = sorted(answers, key=lambda answer: -answer.score)
    same = count = 0
    lowest = None
    for score, tied in groupby(ranked, key=lambda answer: answer.score):
        for answer in tied:
            count += 1
            same += answer.is_same
        if is_enough(Share(same, count), precision):
            lowest = score
    return lowest


def _bootstrap(
    answers: Sequence[Answer], precision: float, is_enough: Enough
) -> tuple[float, float]:
    """Return the interval of the threshold; a sample in which none is enough counts as 1."""
    ordered = sorted(answers, key=lambda answer: (answer.score, answer.is_same))
    chance = Random(len(ordered))
    found = []
    for _ in range(RESAMPLES):
        lowest = _lowest(chance.choices(ordered, k=len(ordered)), precision, is_enough)
        found.append(1.0 if lowest is None else lowest)
    found.sort()
    cut = RESAMPLES // 40
    return found[cut], found[-cut - 1]


def answers_to_prove(precision: float) -> int:
    """Return how many answers without a mistake prove a precision below 1, at 95 %."""
    return ceil(Z * Z * precision / (1 - precision))
