"""Dates as news prose gives them, each as an interval of days with a precision.

A news text counts from the day it was published, the anchor. Its habits are not
those of a calendar: "on Wednesday" in a piece of a Wednesday is that very day,
"last Wednesday" is not; "July" without a year is the most recent one unless the
words before look ahead ("will reopen in July"), and stays a whole month. General
date readers get the first of these wrong by a week, in either direction.

One master pattern finds the places, one small function a rule does the reckoning
(`tracker.text.tense` says whether the words around look ahead). Without an anchor
only what names its year can be read, the rest is left out rather than guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tracker.model import DateInterval, Precision, Span
from tracker.text.tense import looks_ahead

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6} | {
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a couple of": 2,
}

_AHEAD = 300
"""Days: a day of the month without a year that lies further back than this is the coming one.
A piece of 5 December that names "11 December" means next week, not 359 days ago."""

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
_MONTH_NAME = (
    r"(?=[A-Z])(?i:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)"
)
_MONTH_SHORT = r"(?=[A-Z])(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_MONTH = rf"(?:{_MONTH_NAME}|{_MONTH_SHORT})(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|%|\w)"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,/–-]\d)"
_OF_YEAR = rf"(?:(?:,|\sof)?\s(?P<year>{_YEAR}|(?i:last|this|next)\syear\b))?"
_PART = r"(?:morning|afternoon|evening|night)"
_AMONG = r"(?:\s?[-–—]\s?|\sto\s)"

_Reckoned = tuple[date, date, Precision] | None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """One date expression: where it stands (prepositions left out) and what it means."""

    span: Span
    interval: DateInterval


@dataclass(frozen=True, slots=True)
class _Place:
    """A match of one rule with what its reckoning needs."""

    text: str
    match: re.Match[str]
    anchor: date | None

    def group(self, name: str) -> str:
        """Return the named group in lower case, "" where it did not take part."""
        return (self.match[name] or "").lower()

    def before(self, width: int = 16) -> str:
        """Return up to `width` codepoints before the expression."""
        return self.text[max(0, self.match.start() - width) : self.match.start()]

    def ahead(self) -> bool:
        """Say whether the words around place the expression in the future."""
        return looks_ahead(self.text, self.match.start(), self.match.end())


def _day(value: date) -> _Reckoned:
    return value, value, Precision.DAY


def _week(of: date) -> tuple[date, date, Precision]:
    monday = of - timedelta(days=of.weekday())
    return monday, monday + timedelta(days=6), Precision.WEEK


def _month(year: int, month: int) -> _Reckoned:
    """Return the month; `month` may run out of 1 to 12 and carries into the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1), Precision.MONTH


def _year(year: int) -> _Reckoned:
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _number(ordinal: str) -> int:
    return int(ordinal.rstrip("stndrh"))


def _read_iso(place: _Place) -> _Reckoned:
    year, month, day = (int(place.match[name]) for name in ("y", "m", "d"))
    return _day(date(year, month, day))


def _read_calendar(place: _Place) -> _Reckoned:
    """Read "July 27", "27 July 2023", "3-5 July", with or without a weekday before."""
    month = _month_number(place.match["month"])
    first = _number(place.match["day"])
    last = _number(place.match["last"] or place.match["day"])
    year = _printed_year(place)
    if year is None:
        if place.anchor is None or place.match["year"]:
            return None
        year = _year_of(place, month, last, place.anchor)
    return date(year, month, first), date(year, month, last), Precision.DAY


def _printed_year(place: _Place) -> int | None:
    """Return the year given with a month ("2014", "last year"), None without one."""
    printed = place.group("year")
    if printed.isdigit():
        return int(printed)
    if not printed or place.anchor is None:
        return None
    return place.anchor.year + {"last": -1, "this": 0, "next": 1}[printed.split()[0]]


def _year_of(place: _Place, month: int, day: int, anchor: date) -> int:
    """Return the year that a day without one means."""
    years = range(anchor.year - 8, anchor.year + 9)  # 29 February can be eight years away
    days = [date(year, month, day) for year in years if _exists(year, month, day)]
    past = max(value for value in days if value <= anchor)
    coming = min(value for value in days if value >= anchor)
    return coming.year if place.ahead() or (anchor - past).days > _AHEAD else past.year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_BEFORE_MONTH = re.compile(
    r"(?i:\b(?:in|since|until|till|by|from|to|through|before|after|during|of|throughout|for)\s)\Z"
)


def _read_month(place: _Place) -> _Reckoned:
    month, which = _month_number(place.match["month"]), place.group("which")
    year = _printed_year(place)
    if year is not None:
        return _month(year, month)
    if place.anchor is None or not (which or _BEFORE_MONTH.search(place.before())):
        return None  # "April" and "May" alone may be people, "March" a verb
    anchor = place.anchor
    if which.startswith("this"):
        return _month(anchor.year, month)
    if which.startswith("next"):
        return _month(anchor.year + (month <= anchor.month), month)
    if which.startswith("last"):
        return _month(anchor.year - (month >= anchor.month), month)
    if place.ahead():
        return _month(anchor.year + (month < anchor.month), month)
    return _month(anchor.year - (month > anchor.month), month)


_NO_DAY = re.compile(
    r"(?:(?i:\b(?:every|each|per|any)|\bthe\sday\s(?:on|of))"
    r"|\b(?:Good|Black|Ash|Bloody|Super|Cyber|Fat|Holy|Easter|Palm|Maundy|Whit|Shrove))\s\Z"
)
_NAMING = re.compile(r"\s[A-Z]")
_BEFORE_DAY = re.compile(
    r"(?i:(?:\b(?:on|last|next|this|by|until|till|since|late|early|before|after|of|from|for|to"
    r"|through|and|or|said|announced|overnight)|[,;(—–-])\s)\Z"
)


def _read_weekday(place: _Place) -> _Reckoned:
    anchor, which = place.anchor, place.group("which")
    before = place.before()
    if anchor is None or _NO_DAY.search(before):
        return None
    named = _NAMING.match(place.text, place.match.end())
    if named and not which and not _BEFORE_DAY.search(before):
        return None  # "the Sunday Herald", "Friday Okoro"
    weekday = _WEEKDAYS.index(place.group("weekday"))
    back = timedelta(days=(anchor.weekday() - weekday) % 7)
    on = timedelta(days=(weekday - anchor.weekday()) % 7)
    week = place.group("week") or ("this" if which == "this" else "")
    if week:
        shift = {"last": -7, "this": 0, "next": 7}[week]
        return _day(_week(anchor)[0] + timedelta(days=weekday + shift))
    if which in ("last", "past", "this past"):
        return _day(anchor - (back or timedelta(days=7)))
    if which:
        return _day(anchor + (on or timedelta(days=7)))
    return _day(anchor + on if place.ahead() else anchor - back)


def _read_near(place: _Place) -> _Reckoned:
    """Read "yesterday", "tonight", "last night", "this morning"."""
    if place.anchor is None:
        return None
    words = " ".join(place.match[0].lower().split())
    shift = 0
    if "before yesterday" in words:
        shift = -2
    elif "yesterday" in words or words.startswith("last"):
        shift = -1
    elif "after tomorrow" in words:
        shift = 2
    elif "tomorrow" in words:
        shift = 1
    return _day(place.anchor + timedelta(days=shift))


def _read_relative(place: _Place) -> _Reckoned:
    """Read "last week", "earlier this month", "next year", "this weekend"."""
    anchor = place.anchor
    if anchor is None or re.search(r"(?i)\bthe\s\Z", place.before()):
        return None  # "the last week" is a stretch of seven days or part of something
    shift = {"last": -1, "this": 0, "next": 1}[place.group("which")]
    unit = place.group("unit")
    if unit.startswith("week"):
        monday, sunday, precision = _week(anchor + timedelta(days=7 * shift))
        return (monday + timedelta(days=5) if unit == "weekend" else monday), sunday, precision
    return _back(anchor, unit, -shift)


def _back(anchor: date, unit: str, count: int) -> _Reckoned:
    """Return the day, week, month or year that lies `count` of them before the anchor's."""
    if unit == "day":
        return _day(anchor - timedelta(days=count))
    if unit == "week":
        return _week(anchor - timedelta(days=7 * count))
    if unit == "month":
        return _month(anchor.year, anchor.month - count)
    return _year(anchor.year - count)


_VAGUE = re.compile(r"(?i:\b(?:than|over|nearly|almost|about|some|around|roughly|least|under)\s)\Z")


def _read_ago(place: _Place) -> _Reckoned:
    if place.anchor is None or _VAGUE.search(place.before()):
        return None
    count = " ".join(place.group("count").split())
    number = _COUNTS.get(count) or int(count)
    return _back(place.anchor, place.group("unit"), number)


def _read_year(place: _Place) -> _Reckoned:
    return _year(int(place.match[0][-4:]))


_WEEKDAY_BEFORE = rf"(?:(?:{_WEEKDAY})\b,?\s)?"
_PERIOD_BEFORE = r"(?:(?i:early|late|mid)[\s-])?"
_YEAR_PREPOSITIONS = (
    *("in", "since", "of", "by", "from", "until", "during", "before", "after", "early", "late"),
    *("between", "and", "to"),
)
_BEFORE_YEAR = "|".join(rf"(?<=\b(?i:{word})\s)" for word in _YEAR_PREPOSITIONS)

_RULES: dict[str, tuple[str, Callable[[_Place], _Reckoned]]] = {
    "iso": (r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", _read_iso),
    "dotted": (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>[12]\d{3})(?!\d)", _read_iso),
    "day_first": (
        rf"{_WEEKDAY_BEFORE}(?P<day>{_DAY})(?:{_AMONG}(?P<last>{_DAY}))?(?:\sof)?\s"
        rf"(?P<month>{_MONTH}){_OF_YEAR}",
        _read_calendar,
    ),
    "month_first": (
        rf"{_WEEKDAY_BEFORE}(?P<month>{_MONTH})\s(?P<day>{_DAY})(?:{_AMONG}(?P<last>{_DAY}))?"
        rf"{_OF_YEAR}",
        _read_calendar,
    ),
    "month": (
        rf"{_PERIOD_BEFORE}(?:(?P<which>(?i:last|next|this))\s)?(?P<month>{_MONTH_NAME})\b"
        rf"{_OF_YEAR}",
        _read_month,
    ),
    "weekday": (
        r"(?:(?P<which>(?i:last|next|this\spast|this\scoming|this|past|coming))\s)?"
        rf"(?P<weekday>{_WEEKDAY})\b(?:\s{_PART})?(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?",
        _read_weekday,
    ),
    "near": (
        r"(?i:(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|(?:yesterday|tomorrow)"
        rf"(?:\s{_PART})?|today|tonight|last\snight|this\s(?:morning|afternoon|evening))\b",
        _read_near,
    ),
    "relative": (
        r"(?i:(?:(?:earlier|later|early|late)\s)?(?P<which>last|this|next)\s"
        r"(?P<unit>weekend|week|month|year))\b",
        _read_relative,
    ),
    "ago": (
        rf"(?i:(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s(?P<unit>day|week|month|year)s?\sago)\b",
        _read_ago,
    ),
    "year": (rf"(?:{_BEFORE_YEAR})(?:(?:early|late|mid)[\s-])?{_YEAR}", _read_year),
}

_PATTERNS = {name: re.compile(pattern) for name, (pattern, _) in _RULES.items()}
_ANY = re.compile(
    r"(?<![\w$€£.,/–-])(?=[\dA-Za-z])(?:"
    + "|".join(
        f"(?P<rule_{name}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})"
        for name, (pattern, _) in _RULES.items()
    )
    + ")"
)


def find_dates(text: str, anchor: date | None) -> list[FoundDate]:
    """Return the date expressions of `text` in order, none overlapping.

    `anchor` is the day the text was published; without it only expressions that
    name their year are found. Days that do not exist ("31 June") are left out.
    Time is linear in the length of `text`.
    """
    return list(_find_dates(text, anchor))


@lru_cache(maxsize=2)
def _find_dates(text: str, anchor: date | None) -> tuple[FoundDate, ...]:
    """Return the dates; the last texts' are kept, since several stages ask for the same."""
    found: list[FoundDate] = []
    for hit in _ANY.finditer(text):
        name = (hit.lastgroup or "")[len("rule_") :]
        match = _PATTERNS[name].match(text, hit.start())
        if match is None:
            continue
        try:
            reckoned = _RULES[name][1](_Place(text, match, anchor))
        except (ValueError, OverflowError):
            continue
        if reckoned is None or reckoned[1] < reckoned[0]:
            continue
        printed = " ".join(match[0].split())
        found.append(FoundDate(Span(*match.span()), DateInterval(*reckoned, printed)))
    return tuple(found)
