"""Units that measure the same, and those that do not."""

import pytest

from tracker.text.conversions import ratio

SAME = [
    ("kilometre", "mile", 0.6214),
    ("foot", "metre", 0.3048),
    ("nautical mile", "kilometre", 1.852),
    ("hectare", "acre", 2.4711),
    ("tonne", "kilogram", 1000.0),
    ("week", "day", 7.0),
    ("hour", "minute", 60.0),
    ("decade", "month", 120.0),
    ("knot", "kilometre per hour", 1.852),
]


@pytest.mark.parametrize(("unit", "other", "how_many"), SAME)
def test_units_that_measure_the_same(unit: str, other: str, how_many: float) -> None:
    assert ratio(unit, other) == pytest.approx(how_many, rel=1e-4)
    assert ratio(other, unit) == pytest.approx(1 / how_many, rel=1e-4)


@pytest.mark.parametrize(
    ("unit", "other"),
    [("mile", "hour"), ("month", "day"), ("USD", "EUR"), ("missile", "mile"), (None, "mile")],
)
def test_what_does_not_measure_the_same(unit: str | None, other: str) -> None:
    assert ratio(unit, other) is None
