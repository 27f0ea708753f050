"""A comparison as rows to show: every feature and every gate, with a line of explanation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.match.facts import FACT_FEATURES
from tracker.match.features import FEATURES
from tracker.match.gates import GATES
from tracker.match.nearness import meaning
from tracker.match.odds import model_for
from tracker.model import Comparison

MEASURES: tuple[Callable[..., float], ...] = (*FACT_FEATURES, *FEATURES, meaning)
"""What is measured, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an explanation: what was looked at, what was found, what it means.

    `adds` is what a feature adds to the log-odds, 0 where it is only shown, and None for a
    gate: whatever the score, a gate's difference forbids a link.
    """

    name: str
    value: str
    meaning: str
    adds: float | None = None


def start(comparison: Comparison) -> float:
    """Return the log-odds from which what the features add leads up to the score's."""
    return model_for(comparison.features)[0]


def explain(comparison: Comparison) -> list[Row]:
    """Return what facts have in common, the features, then the gates with what they found.

    `start` and what the features add are the log-odds of the score. A gate that found
    nothing has the value "same".
    """
    _, weights = model_for(comparison.features)
    measured = [
        _measured(feature, comparison.features[feature.__name__], weights)
        for feature in MEASURES
        if feature.__name__ in comparison.features
    ]
    found = {difference.gate: difference for difference in comparison.differences}
    gates = []
    for gate in GATES:
        difference = found.get(gate.__name__)
        value = f"{difference.left or '–'} | {difference.right or '–'}" if difference else "same"
        gates.append(Row(gate.__name__, value, _first_line(gate)))
    return measured + gates


def strongest(values: Mapping[str, float], most: int) -> list[str]:
    """Return the names of the features that add most to a score, the strongest first."""
    _, weights = model_for(values)
    adds = {name: abs(weights.get(name, 0.0) * value) for name, value in values.items()}
    ranked = sorted((name for name in adds if adds[name]), key=lambda name: (-adds[name], name))
    return ranked[:most]


def _measured(feature: Callable[..., float], value: float, weights: Mapping[str, float]) -> Row:
    name = feature.__name__
    return Row(name, f"{value:.2f}", _first_line(feature), weights.get(name, 0.0) * value)


def _first_line(documented: object) -> str:
    return (documented.__doc__ or "").partition("\n")[0]
