"""Times and dates as the news gives them: intervals with a precision."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """A date as an interval of days, both ends inclusive, and the words as printed."""

    start: date
    end: date
    precision: Precision
    as_printed: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a date interval ends {self.end} before it starts {self.start}")

    def overlaps(self, other: "DateInterval") -> bool:
        """Say whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def days_apart(self, other: "DateInterval") -> int:
        """Return the days between the nearest ends, 0 where they overlap."""
        if self.overlaps(other):
            return 0
        return max((other.start - self.end).days, (self.start - other.end).days)


@dataclass(frozen=True, slots=True)
class Published:
    """When a piece was published: a date, or a date with a time.

    `as_given` is what the outlet or the user said, in ISO form ("2023-09-13" or
    "2023-09-13T08:30:00+00:00"). A bare date may be any instant of that day in UTC.
    """

    as_given: str
    start: datetime
    end: datetime

    @classmethod
    @lru_cache(maxsize=4096)  # of many claims it is asked over and over
    def parse(cls, text: str) -> "Published":
        """Return the publication time that `text` names in ISO 8601.

        A time without a zone is taken as UTC.

        Raises:
            ValueError: it is neither an ISO date nor an ISO date and time.
        """
        text = text.strip()
        if len(text) <= 10:
            day = date.fromisoformat(text)
            start = datetime.combine(day, time.min, UTC)
            return cls(day.isoformat(), start, start + timedelta(days=1, microseconds=-1))
        at = datetime.fromisoformat(text)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
        return cls(at.isoformat(), at.astimezone(UTC), at.astimezone(UTC))

    @property
    def day(self) -> date:
        """The calendar day as the outlet gave it, in its own zone."""
        return date.fromisoformat(self.as_given[:10])

    def is_ahead(self, now: datetime) -> bool:
        """Say whether it lies more than a day after `now`, which no time zone explains."""
        return self.start > now + timedelta(days=1)

    def order_is_known(self, other: "Published") -> bool:
        """Say whether one is certainly before the other."""
        return self.end < other.start or other.end < self.start
