"""Dates that stand together: "from 3 to 5 May", "between March and June 2021".

The later of two days decides the earlier one. In a piece of a Monday, "on Sunday and
Monday" ends on that day, and "on Monday and Tuesday" ended six days ago. Two years or
days with "from … to" or "between … and" are one stretch, and so are two days in a row.
"""

import re
from dataclasses import replace
from datetime import timedelta

from tracker.model import Precision
from tracker.text.dates.place import Hit

_TO = re.compile(r"\s(?:to|through|until|till)\s(?:early\s|late\s)?|\s?[–-]\s?")
_AND = re.compile(r",?\s(?:and|or)\s(?:on\s|in\s)?")
_FROM = re.compile(r"(?i:\bfrom\s(?:early\s|late\s)?)\Z")
_BETWEEN = re.compile(r"(?i:\bbetween\s)\Z")
_MOVED = re.compile(
    r"(?i:\b(?:postpon|mov|reschedul|delay|push|shift|chang|extend|brought|bring|rose|rise|fell"
    r"|fall|increas|decreas|grew|grow|climb|drop|up\b|down\b)[^.;\n]{0,60})\Z"
)
"""What makes two ends of "from … to" two dates: "moved from Monday to Friday"."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


def join_ranges(text: str, hits: list[Hit]) -> list[Hit]:
    """Return the dates, in order, with those that stand together put right and joined."""
    joined: list[Hit] = []
    for hit in hits:
        pair = _pair(text, joined[-1], hit) if joined else None
        if pair is None:
            joined.append(hit)
        else:
            joined[-1:] = pair
    return joined


def _pair(text: str, one: Hit, other: Hit) -> list[Hit] | None:
    """Return the two dates put right, or the one they make; None where they stand apart."""
    between = text[one.last : other.start] if other.start - one.last <= 16 else ""
    to, listed = _TO.fullmatch(between), _AND.fullmatch(between)
    if not (to or listed) or one.reckoned[2] is not other.reckoned[2]:
        return None
    before = text[max(0, one.start - 70) : one.start]
    spans = bool(to and _FROM.search(before)) or bool(listed and _BETWEEN.search(before))
    by_weekday = one.rule.name == other.rule.name == "weekday"
    if not spans and not by_weekday:
        return None
    if spans and to and _MOVED.search(before):
        return None
    ordered = _in_order(one, other)
    if ordered is None:
        return None
    one, other = ordered
    first, last = one.reckoned[0], other.reckoned[1]
    in_a_row = one.reckoned[2] is Precision.DAY and last - first == timedelta(days=1)
    if spans or to or (in_a_row and "and" in between):
        reckoned = (first, last, one.reckoned[2])
        return [replace(other, place=one.place, rule=one.rule, reckoned=reckoned)]
    return [one, other]


def _in_order(one: Hit, other: Hit) -> tuple[Hit, Hit] | None:
    """Return both with the first before the second, None where that cannot be."""
    names_year = _YEAR.search(other.place.match[0]) and not _YEAR.search(one.place.match[0])
    if one.reckoned[1] < other.reckoned[0] and not names_year:
        return one, other
    if one.place.ahead() and not names_year:
        later = other.read_again(one.reckoned[1], ahead=True)
        return (one, later) if later and one.reckoned[1] < later.reckoned[0] else None
    earlier = one.read_again(other.reckoned[0], ahead=False)
    return (earlier, other) if earlier and earlier.reckoned[1] < other.reckoned[0] else None
