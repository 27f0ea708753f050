"""Weekdays and weekends, the dates that news prose uses most."""

import re
from datetime import date, timedelta

from tracker.model import Precision
from tracker.text.dates.intervals import Reckoned, one_day, week_of, weekend_of
from tracker.text.dates.patterns import PART, WEEKDAY, WEEKDAYS
from tracker.text.dates.place import Place, Rule

_NO_DAY = re.compile(
    r"(?:(?i:\b(?:every|each|per|any|on\sa|one)|\bthe\sday\s(?:on|of))"
    r"|\b(?:Good|Black|Ash|Bloody|Super|Cyber|Fat|Holy|Easter|Palm|Maundy|Whit|Shrove|Giving"
    r"|Blue|Man))\s\Z"
)
_NAMING = re.compile(r"\s[A-Z]")
_BEFORE_DAY = re.compile(
    r"(?i:(?:\b(?:on|last|next|this|by|until|till|since|late|early|before|after|of|from|for|to"
    r"|through|and|or|said|announced|overnight)|[,;(—–-])\s)\Z"
)
_KIND = re.compile(r"\s(?:papers?|newspapers?|shows|school|schools|lunch|best|roast)\b")


def _read_weekday(place: Place) -> Reckoned | None:
    anchor, which = place.anchor, place.group("which")
    before = place.before()
    if anchor is None or _NO_DAY.search(before) or _is_habit(place):
        return None
    if _NAMING.match(place.after()) and not which and not _BEFORE_DAY.search(before):
        return None  # "the Sunday Herald", "Friday Okoro"
    weekday = WEEKDAYS.index(place.group("weekday"))
    week = place.group("week")
    if week:
        shift = {"last": -7, "this": 0, "next": 7}[week]
        return one_day(week_of(anchor)[0] + timedelta(days=weekday + shift))
    latest = anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
    coming = anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    before_it = latest if latest < anchor else latest - timedelta(days=7)
    after_it = coming if coming > anchor else coming + timedelta(days=7)
    if which in ("last", "next"):
        return _one_or_two(anchor, before_it if which == "last" else after_it)
    if "past" in which:
        return one_day(before_it)
    if "coming" in which:
        return one_day(after_it)
    if which == "this":
        return one_day(latest if place.back() else coming)
    return one_day(coming if place.ahead() else latest)


def _is_habit(place: Place) -> bool:
    """Say whether it only says of what kind something is: "the Sunday papers"."""
    return bool(_KIND.match(place.after()) and re.search(r"(?i:\bthe\s)\Z", place.before()))


def _one_or_two(anchor: date, nearest: date) -> Reckoned:
    """Return what "last" or "next" makes of the nearest such day before or after the anchor.

    From another week it is that day. Within the anchor's own week writers differ:
    "last Monday" in a piece of a Wednesday is two days ago to some and nine to
    others, so that both days are the ends of what is returned.
    """
    away = timedelta(days=7 if nearest > anchor else -7)
    if week_of(nearest) != week_of(anchor):
        return one_day(nearest)
    return min(nearest, nearest + away), max(nearest, nearest + away), Precision.WEEK


def _read_weekend(place: Place) -> Reckoned | None:
    """Read "over the weekend": the latest that has begun, or the coming one."""
    anchor = place.anchor
    if anchor is None or not re.search(r"(?i:\b(?:over|at|on|during)\s)\Z", place.before()):
        return None
    if re.match(r"\s(?:of|before|after)\b|\s\d", place.after()):
        return None  # "the weekend of 3 May", "the weekend before the vote"
    begun = anchor.weekday() >= 5
    if place.ahead() or begun:
        return weekend_of(anchor)
    return weekend_of(anchor - timedelta(days=7))


RULES = (
    Rule(
        "weekday",
        r"(?:(?P<which>(?i:last|next|this\spast|this\scoming|this|past|coming))\s)?"
        rf"(?P<weekday>{WEEKDAY})\b(?:\s{PART}\b)?"
        r"(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?",
        _read_weekday,
    ),
    Rule("weekend", r"(?:the\sweekend)\b(?!-)", _read_weekend),
)
