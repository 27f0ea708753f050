"""From features and gates to one outcome.

The score is the probability that two claims are one, by a logistic model over the
features. The weights were fitted by `benchmarks/fit_weights.py` on pairs made from
the project's own annotated articles (`benchmarks/matching.py` measures them on
others'). Then the gates decide: a pair with any difference is never linked.
"""

from collections.abc import Mapping
from math import exp

from tracker.match import features
from tracker.match.features import Pair, Rarity, measure
from tracker.match.gates import FIRM, find_differences
from tracker.match.gates.circumstance import same_event
from tracker.match.prepare import prepare
from tracker.match.relations import claim_relation, concern_each_other, link_relation
from tracker.match.wording import Wording
from tracker.model import Claim, Comparison, Decision, Difference

MATCHER_NAME = "wording"
MATCHER_VERSION = "1"

BIAS = -9.0
WEIGHTS: Mapping[str, float] = {
    "wording": 4.0,
    "alignment": 2.0,
    "containment": 4.0,
    "run": 2.0,
    "letters": 1.0,
    "rare": 1.0,
    "names": 0.0,
    "figures": 0.5,
    "speaker": 2.0,
    "occasion": 1.5,
}
"""What each feature adds to the log-odds at its full value."""

LINK = 0.8
"""Probability from which a pair without differences is linked."""

SUGGEST = 0.4
"""Probability from which a pair is put before a person."""

LEAST_WORDS = 5
"""Content words on the shorter side without which nothing is linked automatically."""

SAME_WORDS_DAYS = 3
"""Days within which the same few words of the same speaker are worth suggesting."""

_FIRM = frozenset(gate.__name__ for gate in FIRM)


def content_word_count(text: str) -> int:
    """Return how many words of `text` carry meaning, an editor's words left out."""
    return len(prepare(Claim(text)).content)


def compare(left: Claim, right: Claim, rarity: Rarity | None = None) -> Comparison:
    """Return how `left`, the later claim, compares with `right`.

    `rarity` gives a stem's weight, its inverse document frequency for example;
    without it every word weighs the same. Each text is worked through once and kept,
    so that comparing one claim with many is cheap.
    """
    pair = Pair(prepare(left), prepare(right), rarity)
    values = measure(pair)
    score = probability(values)
    wording = Wording(pair)
    alike = score >= SUGGEST
    if not alike and not same_event(wording):
        return Comparison(score, Decision.NONE, features=values)
    differences = find_differences(wording)
    if differences and concern_each_other(wording, alike):
        return _different(wording, score, values, differences)
    decision = _decide(wording, score)
    relation = None if decision is Decision.NONE else link_relation(wording)
    return Comparison(score, decision, relation, features=values, differences=differences)


def probability(values: Mapping[str, float]) -> float:
    """Return the probability, in [0, 1], that the model gives to these feature values."""
    odds = BIAS + sum(weight * values[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + exp(-odds))


def _different(
    wording: Wording,
    score: float,
    values: Mapping[str, float],
    differences: tuple[Difference, ...],
) -> Comparison:
    """Return the outcome for a pair that a gate holds apart."""
    related = claim_relation(wording, differences)
    firm = any(difference.gate in _FIRM for difference in differences)
    suggested = not firm and score >= SUGGEST
    return Comparison(
        score,
        Decision.SUGGEST if suggested else Decision.NONE,
        link_relation(wording) if suggested else None,
        related[0] if related else None,
        related[1] if related else None,
        differences,
        values,
    )


def _decide(wording: Wording, score: float) -> Decision:
    """Return what to do with a pair that no gate holds apart."""
    left, right = wording.pair.left, wording.pair.right
    if min(len(left.content), len(right.content)) < LEAST_WORDS:
        return Decision.SUGGEST if _same_few_words(wording) else Decision.NONE
    if score < SUGGEST:
        return Decision.NONE
    if score >= LINK and _speaker_is_sure(wording):
        return Decision.LINK
    return Decision.SUGGEST


def _speaker_is_sure(wording: Wording) -> bool:
    """Say whether enough is known of the speakers to link without a person."""
    pair = wording.pair
    same = features.speaker(pair)
    if same == 1.0:
        return True
    nobody = not pair.left.claim.speaker and not pair.right.claim.speaker
    if nobody and same_event(wording):
        return True
    return pair.content.longest_run >= features.RUN


def _same_few_words(wording: Wording) -> bool:
    """Say whether a text too short to link is the very same, of one speaker and time."""
    pair = wording.pair
    if features.speaker(pair) != 1.0:
        return False
    days = features.days_apart(pair)
    return pair.left.printed == pair.right.printed and (days or 0) <= SAME_WORDS_DAYS
