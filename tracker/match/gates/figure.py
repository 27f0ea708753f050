"""A figure, and whether two of them may be one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.model import Qualifier
from tracker.text.conversions import ratio
from tracker.text.numbers import find_quantities

TOLERANCE = 0.05
"""Relative: "about 120" and 118 are one figure. Without "about" figures are equal or not."""

CONVERTED = 0.05
"""The same between units: 100 kilometres are told as 62 miles, and as 60."""

VAGUE_UP_TO = 5.0
"""How often its least value a vague figure may mean: "dozens" is 24 to 120."""

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
"""What is read as a year rather than a count."""

_COUNTRY_OF_DOLLARS = re.compile(r"[A-Z]\$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure to compare: bounds (None where open), unit, and the words as printed."""

    low: float | None
    high: float | None
    unit: str | None
    about: bool
    printed: str

    @property
    def value(self) -> float:
        """The figure as one number, its lower bound where it has two."""
        return next((bound for bound in (self.low, self.high) if bound is not None), 0.0)

    @property
    def is_bare(self) -> bool:
        """Whether it is in dollars of a country that is not said: "$5"."""
        return "$" in self.printed and not _COUNTRY_OF_DOLLARS.search(self.printed)


@lru_cache(maxsize=8192)
def figures_of(text: str) -> tuple[Figure, ...]:
    """Return the figures of `text` in order."""
    return tuple(
        Figure(q.minimum, q.maximum, q.unit, q.qualifier is Qualifier.ABOUT, q.span.of(text))
        for q in find_quantities(text)
    )


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Say whether some number fits both: 27 fits "at least 24". Of two limits one is wrong."""
    both = _converted(one, other), other
    lows = [figure.low for figure in both if figure.low is not None]
    highs = [high for figure in both if (high := _most(figure)) is not None]
    return bool(lows) and (not highs or max(lows) <= min(highs))


def _most(figure: Figure) -> float | None:
    """Return the most that a figure may mean, None where it is open."""
    if figure.high is None and figure.about and figure.low is not None:
        return VAGUE_UP_TO * figure.low
    return figure.high


def are_in_other_units(one: Figure, other: Figure) -> bool:
    """Say whether two figures measure the same, each in a unit of its own: miles, kilometres."""
    return one.unit != other.unit and ratio(one.unit, other.unit) is not None


def same_figure(one: Figure, other: Figure) -> bool:
    """Say whether two figures give the same number, cautions aside, of whatever unit; of units
    that measure the same the same amount."""
    if are_in_other_units(one, other):
        return _is_same_amount(one, other)
    for vague, firm in ((one, other), (other, one)):
        if vague.about and vague.high is None and vague.low is not None:
            return vague.low <= firm.value <= VAGUE_UP_TO * vague.low
    if _is_rounded(one, other) or _is_rounded(other, one):
        return True
    return _are_within(one, other, TOLERANCE if one.about or other.about else 1e-9)


def _is_same_amount(one: Figure, other: Figure) -> bool:
    about = one.about or other.about
    return _are_within(_converted(one, other), other, CONVERTED + (TOLERANCE if about else 0.0))


def _converted(one: Figure, other: Figure) -> Figure:
    """Return a figure in the unit of the other, where the two measure the same."""
    factor = ratio(one.unit, other.unit) or 1.0
    low, high = (None if bound is None else bound * factor for bound in (one.low, one.high))
    return replace(one, low=low, high=high)


def _are_within(one: Figure, other: Figure, share: float) -> bool:
    return all(
        abs(a - b) <= share * max(abs(a), abs(b))
        for a, b in zip(_bounds(one), _bounds(other), strict=True)
    )


def _is_rounded(part: Figure, rate: Figure) -> bool:
    """Say whether a rate in figures is what a part in words may mean: 33 percent "a third", 31
    "almost a third", 54 "more than half"."""
    in_words = not any(map(str.isdigit, part.printed)) and any(map(str.isdigit, rate.printed))
    if not in_words or not part.unit == rate.unit == "percent" or None in (rate.low, rate.high):
        return False
    apart = rate.value - part.value
    firm = part.low == part.high and not part.about
    if firm:
        return abs(apart) < ROUNDED
    over, under = part.high is None or part.about, part.low is None or part.about
    return (over and 0 <= apart < NEARLY) or (under and 0 <= -apart < NEARLY)


ROUNDED, NEARLY = 0.75, 5.0
"""Points of a hundred by which two thirds may be off 66 or 67 percent, and by which a part with
"more than", "nearly" or "about" may be off the rate."""


def _bounds(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return low or 0.0, high or 0.0


def same_unit(one: Figure, other: Figure) -> bool:
    """Say whether two figures may count the same: one unit or two that measure the same, one noun,
    people, or unsaid."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return True
    if are_in_other_units(one, other):
        return True
    if {one.unit, other.unit} <= _DOLLARS:
        return one.is_bare or other.is_bare
    nouns = one.unit.rpartition(" ")[2], other.unit.rpartition(" ")[2]
    return nouns[0] == nouns[1] or all(noun in _PEOPLE for noun in nouns)


_DOLLARS = frozenset({"USD", "AUD", "CAD", "SGD", "NZD", "HKD"})

_PEOPLE = frozenset(
    {"person", "victim", "passenger", "body", "corpse", "man", "woman", "civilian", "resident"}
    | {"casualty", "fatality", "death", "life", "survivor", "guest", "soul", "villager", "soldier"}
    | {"worker", "employee", "miner", "sailor", "skier", "climber", "hiker", "tourist"}
    | {"traveller", "commuter", "pilgrim", "worshipper"}
)
"""Whoever is counted where something happens: all there are, as a rule, and no part of them as
children or firefighters are."""


def rival(left: Sequence[Figure], right: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the first two figures that count the same and differ."""
    return next(((a, b) for a in left for b in right if same_unit(a, b)), None)
