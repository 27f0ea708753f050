"""Dates of one day: by the calendar, by a feast, or counted from today."""

import re
from datetime import date, timedelta

from tracker.model import Precision
from tracker.text.dates.intervals import Reckoned, exists, one_day
from tracker.text.dates.patterns import DAY, MONTH, OF_YEAR, PART, WEEKDAY, WEEKDAYS, month_number
from tracker.text.dates.place import Place, Rule

_AHEAD = 300
"""Days: a day of the month without a year that lies further back than this is the coming one.
A piece of 5 December that names "11 December" means next week, not 359 days ago."""

_LANDMARKS = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
"""Month and day that stand for an attack of one year ("the Sept. 11 attacks"), with that year."""
_LANDMARK_DAYS = 60
"""Days around the anchor within which "Sept. 11" alone may be this year's."""
_ATTACK = re.compile(
    r"(?:[’']s)?\s(?:[\w’']+\s){0,2}(?:attacks?|attackers?|riots?|rioters?|insurrection|committee"
    r"|massacres?|hijack\w+|assaults?|panel|hearings?|victims?|terror\w*)\b"
)
_ATTACK_BEFORE = re.compile(r"(?i:\b(?:after|before|since|post|of)[\s-])\Z")

_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
}
"""Feasts that fall on one day in every country that keeps them; Orthodox and lunar ones do not."""


def _read_iso(place: Place) -> Reckoned:
    return one_day(date(*(int(place.match[name]) for name in ("y", "m", "d"))))


def _read_slashed(place: Place) -> Reckoned | None:
    """Read "13/09/2023" and "9/13/2023"; "03/09/2023" is two days, one a reader."""
    first, second, year = (int(place.match[name]) for name in ("a", "b", "y"))
    if first > 12 or first == second:
        return one_day(date(year, second, first))
    return one_day(date(year, first, second)) if second > 12 else None


def _read_calendar(place: Place) -> Reckoned | None:
    """Read "July 27", "27 July 2023", "3-5 July", with or without a weekday before."""
    month = month_number(place.match["month"])
    first = _number(place.match["day"])
    last = _number(place.match["last"] or place.match["day"])
    year = printed_year(place)
    if year is None:
        if place.anchor is None or place.match["year"]:
            return None
        year = _year_of(place, month, last, place.anchor)
        if year is None:
            return None
    return date(year, month, first), date(year, month, last), Precision.DAY


def _read_two_days(place: Place) -> Reckoned | None:
    """Read "3 and 4 May", and "between 3 and 17 May"; others are two days, not one stretch."""
    in_a_row = _number(place.match["last"]) == _number(place.match["day"]) + 1
    between = re.search(r"(?i:\bbetween\s)\Z", place.before())
    return _read_calendar(place) if in_a_row or between else None


def _number(ordinal: str) -> int:
    return int(ordinal.rstrip("stndrh"))


def printed_year(place: Place) -> int | None:
    """Return the year given with a month ("2014", "last year"), None without one."""
    printed = place.group("year")
    if printed.isdigit():
        return int(printed)
    if not printed or place.anchor is None:
        return None
    if printed[-1].isdigit():
        return short_year(place, place.anchor)
    return place.anchor.year + {"last": -1, "this": 0, "next": 1}[printed.split()[0]]


def short_year(place: Place, anchor: date) -> int:
    """Return the year of two figures ("’94"): the last that ends so, or one soon to come."""
    year = anchor.year // 100 * 100 + int(place.group("year")[-2:])
    return year - 100 if year > anchor.year + (_SOON if place.ahead() else 1) else year


_SOON = 30
"""Years ahead within which a year of two figures is meant where a text looks ahead."""


def _year_of(place: Place, month: int, day: int, anchor: date) -> int | None:
    """Return the year that a day without one means, None where it is a landmark's."""
    near = range(anchor.year - 8, anchor.year + 9)  # 29 February can be eight years away
    days = [date(year, month, day) for year in near if exists(year, month, day)]
    past = max(value for value in days if value <= anchor)
    coming = min(value for value in days if value >= anchor)
    weekday = re.match(WEEKDAY, place.match[0])
    agreeing = [d for d in (past, coming) if weekday and _falls_on(d, weekday[0])]
    ahead = place.ahead() or (anchor - past).days > _AHEAD
    chosen = coming if ahead else past
    if len(agreeing) == 1:
        chosen = agreeing[0]
    return None if _is_landmark(place, chosen, anchor) else chosen.year


def _is_landmark(place: Place, chosen: date, anchor: date) -> bool:
    """Say whether a month and day without a year name the attack of that day."""
    key = chosen.month, chosen.day
    if _LANDMARKS.get(key, anchor.year) == anchor.year or not place.match[0][0].isalpha():
        return False
    if _ATTACK.match(place.after(40)):
        return True
    far = abs((chosen - anchor).days) > _LANDMARK_DAYS
    alone = key == (9, 11) and not place.ahead()
    return far and (alone or _ATTACK_BEFORE.search(place.before()) is not None)


def _falls_on(value: date, weekday: str) -> bool:
    return value.weekday() == WEEKDAYS.index(weekday.lower())


_NO_DAY_OF_MONTH = re.compile(
    r"(?i:\b(?:hole|green|par|birdie|bogey|tee|fairway|putt|floor|storey|story|inning|lap)s?\b)"
)


def _read_ordinal(place: Place) -> Reckoned | None:
    """Read "the 13th" as a day of this month, the one before, or the one after."""
    anchor = place.anchor
    if anchor is None or _NO_DAY_OF_MONTH.search(place.before(80)):
        return None
    if not re.search(r"(?i:\b(?:on|by|until|till|since)\s)\Z", place.before()):
        return None
    day = _number(place.match["day"])
    which = place.group("which")
    if which:
        return one_day(_of_month(anchor, {"last": -1, "this": 0, "next": 1}[which], day))
    if place.ahead():
        return one_day(_of_month(anchor, 0 if day >= anchor.day else 1, day))
    return one_day(_of_month(anchor, 0 if day <= anchor.day else -1, day))


def _of_month(anchor: date, shift: int, day: int) -> date:
    month = anchor.month + shift
    return date(anchor.year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def _read_feast(place: Place) -> Reckoned | None:
    if re.search(r"(?i:\b(?:orthodox|lunar|chinese|jewish|coptic)\s)\Z", place.before()):
        return None
    month, day = _FEASTS[place.group("feast").replace("’", "'")]
    year = printed_year(place)
    if year is None and place.anchor is not None and not place.match["year"]:
        year = _year_of(place, month, day, place.anchor)
    return one_day(date(year, month, day)) if year is not None else None


_TITLED = re.compile(r"(?:\b[A-Z][\w’']*|\b[Tt]he)\s\Z")
_TITLE_GOES_ON = re.compile(r"\s(?:Show|show|programme|program)\b")


def _read_near(place: Place) -> Reckoned | None:
    """Read "yesterday", "tonight", "last night", "this morning"."""
    if place.anchor is None or _is_title(place):
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
    return one_day(place.anchor + timedelta(days=shift))


def _is_title(place: Place) -> bool:
    """Say whether a capital makes it a name: "USA Today", "the Tonight Show"."""
    capital = place.match[0][0].isupper() and " " not in place.match[0]
    return capital and bool(
        _TITLED.search(place.before(30)) or _TITLE_GOES_ON.match(place.after(12))
    )


_UNTIMELY = re.compile(r"(?i:\b(?:almost|happen\w*|not|stay\w*|chang\w+|becom\w+|became)\s)\Z")


def _read_overnight(place: Place) -> Reckoned | None:
    """Read "overnight" as the night before the anchor: it began a day earlier."""
    if place.anchor is None or _UNTIMELY.search(place.before()):
        return None
    return place.anchor - timedelta(days=1), place.anchor, Precision.DAY


_WEEKDAY_BEFORE = rf"(?:{WEEKDAY}\b,?\s)?"
_AMONG = r"(?:\s?[-–—]\s?|\sto\s)"
_UP_TO = rf"(?:{_AMONG}(?P<last>{DAY})(?!\s[a-z]+s\b))?"
_AND = rf"\sand\s(?P<last>{DAY})(?!\s[a-z]+s\b)"

RULES = (
    Rule("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:(?!\w|[-.]\d)|(?=T\d\d:))", _read_iso),
    Rule("dotted", r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)(?!\w|\.\d)", _read_iso),
    Rule(
        "slashed",
        r"(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>(?:19|20)\d\d)(?![\w/])",
        _read_slashed,
    ),
    Rule(
        "days_and",
        rf"(?P<day>{DAY}){_AND}(?:\sof)?\s(?P<month>{MONTH}){OF_YEAR}",
        _read_two_days,
    ),
    Rule("month_days_and", rf"(?P<month>{MONTH})\s(?P<day>{DAY}){_AND}{OF_YEAR}", _read_two_days),
    Rule(
        "day_first",
        rf"{_WEEKDAY_BEFORE}(?P<day>{DAY}){_UP_TO}(?:\sof)?\s(?P<month>{MONTH}){OF_YEAR}",
        _read_calendar,
    ),
    Rule(
        "month_first",
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s(?P<day>{DAY}){_UP_TO}{OF_YEAR}",
        _read_calendar,
    ),
    Rule(
        "ordinal",
        r"(?:the|The)\s(?P<day>(?:[23]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th))"
        r"(?:\sof\s(?P<which>last|this|next)\smonth\b|(?=[.,;:!?)\n]|\s(?:at|when)\b|\Z))",
        _read_ordinal,
    ),
    Rule(
        "feast",
        r"(?P<feast>New\sYear[’']s\s(?:Eve|Day)|Christmas\s(?:Eve|Day)|Boxing\sDay"
        rf"|Valentine[’']s\sDay|May\sDay)\b{OF_YEAR}",
        _read_feast,
    ),
    Rule(
        "near",
        r"(?i:(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|(?:yesterday|tomorrow)"
        rf"(?:\s{PART})?|today|tonight|last\snight|this\s(?:morning|afternoon|evening))\b",
        _read_near,
    ),
    Rule(
        "overnight",
        r"(?i:overnight)(?=[.,;:]|\s(?:and|in|from|by|after|as|when|with|near|at|against)\b|\Z)",
        _read_overnight,
    ),
)
