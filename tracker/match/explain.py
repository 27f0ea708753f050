"""A comparison as rows to show: every feature and every gate, with a line of explanation."""

from dataclasses import dataclass

from tracker.match.features import FEATURES
from tracker.match.gates import GATES
from tracker.model import Comparison


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an explanation: what was looked at, what was found, what it means."""

    name: str
    value: str
    meaning: str


def explain(comparison: Comparison) -> list[Row]:
    """Return the features with their values, then the gates with what they found.

    A gate that found nothing has the value "same".
    """
    measured = [
        Row(feature.__name__, f"{comparison.features[feature.__name__]:.2f}", _first_line(feature))
        for feature in FEATURES
        if feature.__name__ in comparison.features
    ]
    found = {difference.gate: difference for difference in comparison.differences}
    gates = []
    for gate in GATES:
        difference = found.get(gate.__name__)
        value = f"{difference.left or '–'} | {difference.right or '–'}" if difference else "same"
        gates.append(Row(gate.__name__, value, _first_line(gate)))
    return measured + gates


def _first_line(documented: object) -> str:
    return (documented.__doc__ or "").partition("\n")[0]
