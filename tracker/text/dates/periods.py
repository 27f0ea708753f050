"""Months, years and what is counted in them: halves, quarters, seasons, decades."""

import re
from functools import lru_cache

from tracker.text.dates.days import printed_year, short_year
from tracker.text.dates.intervals import Reckoned, months, shifted, weekend_of, years
from tracker.text.dates.patterns import (
    MONTH_NAME,
    OF_YEAR,
    ORDINARY,
    SHORT_YEAR,
    WITHIN,
    YEAR,
    month_number,
)
from tracker.text.dates.place import Place, Rule

_IN_MONTH = re.compile(
    r"(?i:\b(?:in|since|until|till|by|from|to|through|before|after|during|of|throughout|for"
    r"|between|around|back\sin|into|towards?|come)\s)\Z"
)
_LISTED_MONTH = re.compile(rf"\b{MONTH_NAME}(?:\s\d{{4}})?(?:,|\sand|\sor)\s\Z")
_OF_THE_MONTH = re.compile(r"\b(?i:the|an?|its|his|her|their|our)\s\Z")
_NAMED = frozenset({"april", "may", "june", "august"})
"""Months that are given or family names as well, so that they need more than a preposition."""
_COMING = re.compile(
    r"(?:[’']s)?\s(?:[\w’'-]+\s){0,2}?(?:elections?|vote|ballot|polls|primary|primaries|runoff"
    r"|referendum|conventions?|summit|conference|congress|deadline)\b"
)
_NOT_NAMED = re.compile(r"\s(?:[a-z]|[A-Z]{2})")
"""What stands behind a month that is one: a plain word or an acronym, not a capitalised word."""
_STATELY = re.compile(r"\s(?:company|bod|assembl|gathering|institution|presence|chamber)")
_CERTAIN = re.compile(r"(?i:\b(?:in|since|until|till|during|throughout|last|next|this)\s)\Z")
_MARCHING = re.compile(r"\s(?:on|for|of|to|against|madness|Madness)\s?\w?")


def _read_month(place: Place) -> Reckoned | None:
    month, which = month_number(place.match["month"]), place.group("which")
    year = printed_year(place)
    if year is not None:
        return months(year, month)
    if place.anchor is None or place.match["year"] or not _is_month(place):
        return None
    anchor = place.anchor
    if which == "this":
        return months(anchor.year, month)
    if which == "next":
        return months(anchor.year + (month <= anchor.month), month)
    if which == "last":
        return months(anchor.year - (month >= anchor.month), month)
    if place.ahead():
        return months(anchor.year + (month < anchor.month), month)
    if month != anchor.month and _COMING.match(place.after(50)) and not place.back():
        return None  # "the November election" may be last year's or this year's
    return months(anchor.year - (month > anchor.month), month)


def _is_month(place: Place) -> bool:
    """Say whether the words make it a month: "April" may be a woman, "March" a march."""
    name, before = place.match["month"], place.before(40)
    if place.match["which"] or place.match["part"]:
        return True
    if name.lower() in _NAMED and not _CERTAIN.search(before) and _is_person(place, name):
        return False
    if _IN_MONTH.search(before) or _LISTED_MONTH.search(before):
        return True
    if name == "March" and _MARCHING.match(place.after()):
        return False
    if _OF_THE_MONTH.search(before):  # "its October report"
        # "the November EU summit", but "the March Front says": a name that begins so
        follows = re.match(r"\s[a-z]" if name.lower() in _NAMED else _NOT_NAMED, place.after(20))
        return name != "May" and follows is not None and not _STATELY.match(place.after(20))
    return place.after(2) in ("’s", "'s") and name.lower() not in _NAMED


def _is_person(place: Place, name: str) -> bool:
    """Say whether a name follows ("by April Moyo") or the text has somebody of that name."""
    if re.match(r"\s[A-Z]", place.after()) or _ITS_AUTHOR.search(place.before(40)):
        return True
    return name in _people_named_as_months(place.text)


_ITS_AUTHOR = re.compile(
    r"\b(?:speech|statement|remarks?|comments?|letter|article|offer|written|made|given|[a-z]+ed)"
    r"\sby\s\Z"
)


_FAMILY = re.compile(r"\b(?:[A-Z][a-z]+|Mrs?\.?|Ms\.?|Dr\.?)\s(April|May|June|August)\b(?!\s\d)")
_NO_GIVEN_NAME = frozenset(
    """In Since By From Until Before After During Of For To Last Next This On Early Late Mid
    The And But Between Through When While If As It Then""".split()
)


@lru_cache(maxsize=4)
def _people_named_as_months(text: str) -> frozenset[str]:
    return frozenset(
        match[1] for match in _FAMILY.finditer(text) if match[0].split()[0] not in _NO_GIVEN_NAME
    )


_MIDWEEK = 3
"""Thursday, from which on "this weekend" is the coming one whatever the tense."""
_SHIFT = {"last": -1, "this": 0, "next": 1}


def _read_relative(place: Place) -> Reckoned | None:
    """Read "last week", "earlier this month", "next year", "this weekend"."""
    anchor = place.anchor
    if anchor is None or re.search(r"(?i)\bthe\s\Z", place.before()):
        return None  # "the last week" is a stretch of seven days or part of something
    if place.match["unit"][0].isupper():
        return None  # a programme: "told ABC’s This Week"
    shift = _SHIFT[place.group("which")]
    unit = place.group("unit")
    if unit == "weekend":
        just_over = shift == 0 and anchor.weekday() < _MIDWEEK and place.back()
        return weekend_of(shifted(anchor, "week", -1 if just_over else shift)[0])
    return shifted(anchor, unit, shift)


def _read_end(place: Place) -> Reckoned | None:
    """Read "the end of the year", "the start of this week"."""
    if place.anchor is None:
        return None
    shift = _SHIFT.get(place.group("which"), 0)
    return shifted(place.anchor, place.group("unit"), shift)


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def _read_part(place: Place) -> Reckoned | None:
    """Read "the first half of 2022" and "the second quarter" (of the calendar year)."""
    number, unit = _ORDINALS[place.group("number")], place.group("unit")
    if unit == "half":
        number = min(number, 2)
    length = 6 if unit == "half" else 3
    year = place.group("year")
    if year.isdigit():
        return months(int(year), (number - 1) * length + 1, length)
    if place.anchor is None or not (year or unit == "quarter"):
        return None  # "the first half" may be a game's
    if year:
        shift = _SHIFT.get(year.split()[0], 0)
        return months(place.anchor.year + shift, (number - 1) * length + 1, length)
    if re.match(r"\sof\b", place.after()):
        return None
    part = months(place.anchor.year, (number - 1) * length + 1, length)
    if part[0] > place.anchor and place.back():
        return months(place.anchor.year - 1, (number - 1) * length + 1, length)
    return part if place.ahead() or part[0] <= place.anchor else None


def _read_season(place: Place) -> Reckoned | None:
    """Read "the summer of 2021" as the year: its months differ by hemisphere.

    A winter is of two years, and nobody says which two.
    """
    return None if place.group("season") == "winter" else years(int(place.match["year"]))


def _read_decade(place: Place) -> Reckoned | None:
    """Read "the 1990s" as ten years; "the 1900s" may be ten or a hundred, and is left out."""
    first = int(place.match["first"])
    return None if first % 100 == 0 and first != 2000 else years(first, first + 9)


_IN_YEAR = re.compile(
    r"(?i:\b(?:in|since|of|by|from|until|till|during|before|after|between|through|throughout"
    r"|to|than|around|circa|back\sin|for|with|for\sall\sof|(?:19|20)\d\d(?:,|,?\sand|,?\sor))\s)\Z"
)
_YEAR_S = re.compile(r"(?:\b(?i:the|an?|his|her|its|their|our|my|your|whose|that)|\w[’']s?)\s\Z")
_SOMETHING = re.compile(
    r"\s(?:and\s(?:19|20)\d\d\s)?(?!and\b|or\b|to\b|in\b|of\b|per\b|[A-Z][a-z]+s\b)[A-Za-z]"
)
_COUNTED = re.compile(
    r"\s?(?:people|men|women|children|homes|troops|soldiers|miles|met(?:er|re)s|kilomet(?:er|re)s"
    r"|feet|acres|jobs|families|votes|units|dead|per|times|tonnes|tons|years|days|hours|GMT|UTC"
    r"|local|hrs|[ECMP][SD]T|CET|BST|IST|KST|JST|km|kg|m\b|%)"
)
_PLURALS_OF_A_YEAR = re.compile(
    r"\s(?:\w+\s){0,2}(?:elections|riots|protests|olympics|games|attacks|midterms|primaries|floods"
    r"|talks|accords|earthquakes|sanctions|polls|finals|results|campaigns|figures|levels|wars)\b",
    re.IGNORECASE,
)


def _read_year(place: Place) -> Reckoned | None:
    if _COUNTED.match(place.after(20)):
        return None
    year = int(place.match["year"])
    if place.match["part"] or _IN_YEAR.search(place.before()):
        return years(year)
    if not 1900 < year < 2100 or not _YEAR_S.search(place.before()):
        return None
    after = place.after(40)
    counts_it = re.match(r"\s[a-z]+(?<![sui])s\b", after) and not _PLURALS_OF_A_YEAR.match(after)
    return years(year) if _SOMETHING.match(after) and not counts_it else None


def _read_short_year(place: Place) -> Reckoned | None:
    if place.anchor is None or not _IN_YEAR.search(place.before()):
        return None
    return years(short_year(place, place.anchor))


def _read_years(place: Place) -> Reckoned | None:
    """Read "2019-21" and "1914–1918"."""
    first, last = place.match["first"], place.match["last"]
    through = int(first[: 4 - len(last)] + last)
    known = _IN_YEAR.search(place.before()) or _YEAR_S.search(place.before())
    return years(int(first), through) if known and 0 < through - int(first) < 100 else None


RULES = (
    Rule(
        "month",
        rf"(?:(?P<part>{ORDINARY.replace('(?:early', '(?i:early')}|(?i:{WITHIN}))"
        rf"|(?P<which>(?i:last|next|this))\s)?(?P<month>{MONTH_NAME})\b{OF_YEAR}",
        _read_month,
    ),
    Rule(
        "relative",
        r"(?i:(?:(?:earlier|later|early|late)\s)?(?P<which>last|this|next)\s"
        r"(?P<unit>weekend|week|month|year))\b",
        _read_relative,
    ),
    Rule(
        "end",
        rf"(?i:{WITHIN}(?P<which>the|this|last|next)\s(?P<unit>week|month|year))\b(?!-)",
        _read_end,
    ),
    Rule(
        "part",
        r"(?i:the\s(?P<number>first|second|third|fourth|last|final)\s(?P<unit>half|quarter))\b"
        rf"(?:\sof\s(?P<year>{YEAR}|(?i:the|this|last|next)\syear\b))?",
        _read_part,
    ),
    Rule(
        "season",
        rf"(?:the\s)?(?P<season>(?i:spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<year>{YEAR})",
        _read_season,
    ),
    Rule(
        "decade",
        r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<first>(?:1[5-9]|20)\d0)[’']?s\b",
        _read_decade,
    ),
    Rule(
        "years",
        r"(?P<first>(?:1[5-9]|20)\d\d)\s?[–-]\s?(?P<last>(?:1[5-9]|20)?\d\d)(?![\w-])",
        _read_years,
    ),
    Rule("short_year", rf"(?P<year>{SHORT_YEAR})", _read_short_year),
    Rule("year", rf"(?P<part>{ORDINARY}|{WITHIN})?(?P<year>{YEAR})", _read_year),
)
