"""Two reported facts held against each other, one small function for each thing they tell.

Shown beside the features of wording and stored with a link, these have no weight in the
score: whether two reports are of one event is a rule (`tracker.match.events`), and what
differs is for the gates. The first line of each docstring is shown to people.
"""

from collections.abc import Callable
from itertools import product

from tracker.match import setting
from tracker.match.events import agents_agree, dates_meet
from tracker.match.gates.figure import Figure, can_both_hold, same_figure, same_unit
from tracker.match.gates.figures import event_figures
from tracker.match.pair import Pair
from tracker.match.setting import UNKNOWN, agree
from tracker.model import Event, Modality

LIKELY = 0.75
"""What is no more than compatible: days that overlap, 27 beside "at least 24"."""


def fact_type(left: Event, right: Event) -> float:
    """Whether both report one kind of event."""
    return float(left.type is right.type)


def fact_actor(left: Event, right: Event) -> float:
    """Whether one and the same did it: 0.5 where either report leaves it out."""
    return agents_agree(left.actor, right.actor)


def fact_place(left: Event, right: Event) -> float:
    """Whether it is at one place: 0.5 where either report names none."""
    return agree(left.place, right.place)


def fact_date(left: Event, right: Event) -> float:
    """Whether it is on the same days: 0.75 if they may be the same, 0.5 unknown."""
    if left.when is None or right.when is None:
        return UNKNOWN
    if (left.when.start, left.when.end) == (right.when.start, right.when.end):
        return 1.0
    may_be = left.when.overlaps(right.when) or dates_meet(left.when, right.when)
    return LIKELY if may_be else 0.0


def fact_quantity(left: Event, right: Event) -> float:
    """Whether the figures agree: 0.75 if both can hold, 0.5 where they count nothing alike."""
    rates = [
        max(_figures_agree(one, other) for one, other in product(here, there))
        for _, here, there in event_figures(left, right)
        if here and there
    ]
    return min(rates, default=UNKNOWN)


def _figures_agree(one: Figure, other: Figure) -> float:
    if not same_unit(one, other):
        return UNKNOWN
    if same_figure(one, other):
        return 1.0
    return LIKELY if can_both_hold(one, other) else 0.0


def fact_modality(left: Event, right: Event) -> float:
    """Whether both say that it happened, or both that it is planned, possible, denied."""
    if left.modality is right.modality:
        return 1.0
    return UNKNOWN if {left.modality, right.modality} == _AHEAD else 0.0


_AHEAD = {Modality.PLANNED, Modality.POSSIBLE}


FACT_FEATURES: tuple[Callable[[Event, Event], float], ...] = (
    fact_type,
    fact_actor,
    fact_place,
    fact_date,
    fact_quantity,
    fact_modality,
)
"""What is compared of two facts, in the order it is shown; their wording comes after."""


def measure_facts(pair: Pair) -> dict[str, float]:
    """Return the value of each by name; none where a side reports no event."""
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is None or right is None:
        return {}
    return {feature.__name__: feature(left, right) for feature in FACT_FEATURES}


def is_undated(pair: Pair) -> bool:
    """Say whether a report gives no day of its event, or only a month of the other's day.

    Only a person can tell then. The words of one named speaker, printed within days, are one
    utterance all the same.
    """
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is None or right is None:
        return False
    if left.when and right.when and dates_meet(left.when, right.when):
        return False
    one_voice = setting.speaker(pair) == 1.0 and bool(setting.occasion(pair))
    return not (one_voice and pair.near_verbatim)
