"""Units that measure the same: 650 kilometres are some 400 miles, two weeks are 14 days.

Money is not converted, since its rates change by the day, nor what is ambiguous: gallons, tons and
degrees are several units each.
"""

_ALIKE = {
    "length": {
        **{"kilometre": 1000.0, "metre": 1.0, "centimetre": 0.01, "millimetre": 0.001},
        **{"mile": 1609.344, "nautical mile": 1852.0},
        **{"yard": 0.9144, "foot": 0.3048, "inch": 0.0254},
    },
    "area": {
        **{"hectare": 1e4, "acre": 4046.856, "square metre": 1.0, "square foot": 0.09290304},
        **{"square kilometre": 1e6, "square mile": 2.589988e6},
    },
    "weight": {"tonne": 1000.0, "kilogram": 1.0, "gram": 0.001},
    "speed": {"kilometre per hour": 1.0, "mile per hour": 1.609344, "knot": 1.852},
    "power": {"gigawatt": 1000.0, "megawatt": 1.0},
    "duration": {
        **{"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0},
    },
    "span": {"month": 1.0, "year": 12.0, "decade": 120.0},
}
"""Each unit in a common one. Source: the international yard and pound agreement of 1959."""

_KIND = {unit: (kind, factor) for kind, units in _ALIKE.items() for unit, factor in units.items()}


def ratio(unit: str | None, other: str | None) -> float | None:
    """Return how many of `other` one `unit` is; None where they do not measure the same."""
    if unit is None or other is None or unit not in _KIND or other not in _KIND:
        return None
    (kind, factor), (other_kind, other_factor) = _KIND[unit], _KIND[other]
    return factor / other_factor if kind == other_kind else None
