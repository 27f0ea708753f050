"""Days, weeks, months and years as intervals: both ends inclusive, weeks from Monday."""

from datetime import date, timedelta

from tracker.model import Precision

Reckoned = tuple[date, date, Precision]
"""First day, last day, precision."""


def one_day(value: date) -> Reckoned:
    """Return the day as an interval."""
    return value, value, Precision.DAY


def week_of(value: date) -> Reckoned:
    """Return the week that holds `value`, Monday to Sunday."""
    monday = value - timedelta(days=value.weekday())
    return monday, monday + timedelta(days=6), Precision.WEEK


def weekend_of(value: date) -> Reckoned:
    """Return the Saturday and Sunday of the week that holds `value`."""
    monday, sunday, precision = week_of(value)
    return monday + timedelta(days=5), sunday, precision


def months(year: int, month: int, count: int = 1) -> Reckoned:
    """Return `count` months; `month` may run out of 1 to 12 and carries into the year."""
    first = _first_of(year, month)
    return first, _first_of(year, month + count) - timedelta(days=1), Precision.MONTH


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def years(first: int, last: int | None = None) -> Reckoned:
    """Return the year, or the years from `first` to `last`."""
    return date(first, 1, 1), date(last or first, 12, 31), Precision.YEAR


def shifted(value: date, unit: str, count: int) -> Reckoned:
    """Return the day, week, month or year `count` of them after the one that holds `value`."""
    if unit == "day":
        return one_day(value + timedelta(days=count))
    if unit == "week":
        return week_of(value + timedelta(days=7 * count))
    if unit == "month":
        return months(value.year, value.month + count)
    return years(value.year + count)


def stretch(value: date, unit: str, count: int) -> Reckoned:
    """Return the days from `value` to `count` units away from it, behind it when negative."""
    days = {"day": 1, "week": 7, "month": 0, "year": 0, "decade": 0}[unit] * count
    in_months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0) * count
    first = _first_of(value.year, value.month + in_months)
    length = (_first_of(first.year, first.month + 1) - first).days
    other = first.replace(day=min(value.day, length)) + timedelta(days=days)
    precision = Precision.YEAR if unit == "decade" else Precision(unit)
    return min(value, other), max(value, other), precision


def exists(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
