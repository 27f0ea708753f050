"""Dates counted back or on from the anchor: "two weeks ago", "the past year"."""

import re

from tracker.text.dates.intervals import Reckoned, shifted, stretch
from tracker.text.dates.patterns import COUNT, count_of
from tracker.text.dates.place import Place, Rule

_VAGUE = re.compile(
    r"(?i:\b(?:than|over|nearly|almost|about|some|around|roughly|least|under|perhaps|maybe)\s)\Z"
)
_GOES_ON = re.compile(r"\sof\b|[’']s\b|-|\sand\sa\s(?:half|quarter)\b")
"""What makes it a part of something, or longer than it says: "the past decade and a half"."""
_ROUND = 10
"""Years: "20 years ago" is a round number, not the year 20 before this one."""


def _read_ago(place: Place) -> Reckoned | None:
    if place.anchor is None or _VAGUE.search(place.before()):
        return None
    number, unit = count_of(place.group("count")), place.group("unit")
    if unit == "year" and number % _ROUND == 0:
        return None
    return shifted(place.anchor, unit, -number)


def _read_stretch(place: Place) -> Reckoned | None:
    """Read "the past week" as the seven days up to the anchor, "the next week" as those behind."""
    if place.anchor is None or _GOES_ON.match(place.after(12)):
        return None
    which = place.group("which")
    if which != "past" and not re.search(
        r"(?i:\b(?:in|over|during|within|for|of|throughout)\s)\Z", place.before()
    ):
        return None  # "the last week was wet" may be of a season
    if not place.match["count"] and place.match[0].endswith("s"):
        return None  # "the coming days"
    number = count_of(place.group("count") or "one")
    forward = which in ("next", "coming")
    return stretch(place.anchor, place.group("unit"), number if forward else -number)


RULES = (
    Rule(
        "ago",
        rf"(?i:(?P<count>{COUNT})\s(?P<unit>day|week|month|year)s?\sago)\b",
        _read_ago,
    ),
    Rule(
        "stretch",
        rf"(?i:the\s(?P<which>past|last|next|coming)\s(?:(?P<count>{COUNT})\s)?"
        r"(?P<unit>day|week|month|year|decade)s?)\b",
        _read_stretch,
    ),
)
