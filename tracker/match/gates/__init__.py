"""Differences that forbid a link, whatever the score.

Pair cannot tell a true variant from a contradiction: "two missiles" and "three
missiles" are 97 % alike by letters, a true re-translation 43 %. So each gate looks
for one kind of difference and names it. A firm gate's difference means two claims;
a soft one's means that a person should look.
"""

from collections.abc import Callable

from tracker.match.gates.circumstance import date, day, event, modality, place, speaker
from tracker.match.gates.exchange import exchange
from tracker.match.gates.figures import number
from tracker.match.gates.negation_gate import negation, told_otherwise
from tracker.match.gates.other_names import other_name
from tracker.match.gates.pending import pending
from tracker.match.gates.retraction import retraction
from tracker.match.gates.roles import role
from tracker.match.gates.sequence import sequence
from tracker.match.gates.subjects import subject
from tracker.match.gates.turning_words import hedge, name, polarity, quantifier
from tracker.match.pair import Pair
from tracker.model import Difference

Gate = Callable[[Pair], Difference | None]

FIRM: tuple[Gate, ...] = (
    speaker,
    date,
    number,
    negation,
    polarity,
    role,
    name,
    pending,
    retraction,
)
"""Gates whose difference means that the two are different claims."""

SOFT: tuple[Gate, ...] = (
    day,
    event,
    place,
    modality,
    quantifier,
    hedge,
    told_otherwise,
    exchange,
    subject,
    sequence,
    other_name,
)
"""Gates whose difference leaves it to a person to say."""

GATES = FIRM + SOFT


def find_differences(pair: Pair) -> tuple[Difference, ...]:
    """Return what the gates find, in the order of `GATES`."""
    return tuple(found for gate in GATES if (found := gate(pair)) is not None)
