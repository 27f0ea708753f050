"""Datelines: the town, day and agency that stand before an article's first words.

"SEOUL, July 19 (Hanbit News) -- ", "Mexico City (AFP) – ", "(Reuters) - ", "March 6 – ".
"""

import re
from dataclasses import dataclass

from tracker.model import Span
from tracker.text.names import fold_name, word_set

_WIRES = word_set(
    """
    reuters afp ap upi tass interfax xinhua yonhap kyodo dpa efe ansa bloomberg pti ani ians pa
    aap anadolu ukrinform belga bernama antara wafa sana irna isna mena kcna sputnik tanjug hina
    bta agerpres mti pap ntb ritzau lusa kuna qna wam bna unian itar-tass cnn bbc
    """
)
_FULL_NAMES = frozenset(
    {
        "agence france presse",
        "associated press",
        "united press international",
        "ria novosti",
        "press association",
        "pa media",
        "press trust of india",
        "asian news international",
        "australian associated press",
        "canadian press",
        "thomson reuters",
        "dow jones newswires",
        "news agency of nigeria",
        "tribune news service",
    }
)
_WIRE_ENDS = (
    *("news agency", "press agency", "newswire", "wire", "news service", "press service"),
    *("wire service", "news bureau"),
)

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽА-Я"
_DASH = r"\s?(?:[–—]|--?)\s(?=\S)"
_IN_CAPITALS = re.compile(
    rf"(?=[^\s–—-]{{0,40}}[A-ZÀ-ÖØ-Þ]{{3}})[{_UPPER}][{_UPPER}ā-ž.’'/ -]{{2,40}}"
    rf"(?:,[^–—\n]{{1,40}}?)?(?:\s?\((?P<agency>[^)\n]{{2,40}})\))?{_DASH}"
)
_WITH_AGENCY = re.compile(
    rf"(?:\w[\w.,’'/ -]{{1,60}}\s)?\((?P<agency>[A-Z][^)\n]{{1,40}})\){_DASH}"
)
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?"
)
_WHEN = rf"(?:{_WEEKDAY},?\s)?{_DAY}|\d{{4}}-\d\d-\d\d|{_WEEKDAY}"
_DATE_ALONE = re.compile(
    rf"(?:(?:{_WHEN}){_DASH}|\((?:{_WHEN})\)(?:{_DASH}|[.:]?\s(?=\S)))", re.IGNORECASE
)
"""A day and no town: "March 6 – ", "MONDAY, 6 MARCH —", "(March 6) "."""
_REACH = 70
"""Codepoints within which a dateline's bracket opens."""

_NO_DASH = re.compile(
    rf"[{_UPPER}][{_UPPER}.’' -]{{2,40}}\s\((?P<agency>[A-Z][^)\n]{{1,20}})\)\s(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: `end` is where the article's own words begin, `agency` its bracket."""

    end: int
    agency: Span | None


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """Return the dateline that opens a paragraph, None where it has none.

    A town that is not in capitals needs a known agency, so that "Ann Lee (Labour) – "
    is none.
    """
    day = _DATE_ALONE.match(text, paragraph.start, paragraph.end)
    if day is not None:
        return Dateline(day.end(), None)
    match = _IN_CAPITALS.match(text, paragraph.start, paragraph.end)
    if match is None:
        bounds = (text, paragraph.start, paragraph.end)
        if text.find("(", paragraph.start, min(paragraph.end, paragraph.start + _REACH)) < 0:
            return None  # most paragraphs, at a tenth of the time
        match = _WITH_AGENCY.match(*bounds) or _NO_DASH.match(*bounds)
        if match is None or not is_wire(match["agency"].split("/")[0]):
            return None
    bracket = Span(*match.span("agency")) if match["agency"] else None
    return Dateline(match.end(), bracket)


def is_wire(name: str) -> bool:
    """Say whether a name is that of an agency that others print, by itself or its nouns."""
    folded = fold_name(name).removeprefix("the ")
    if folded in _FULL_NAMES or fold_name(name).replace(" ", "-") in _WIRES:
        return True
    return folded.endswith(_WIRE_ENDS) and " " in folded and name.strip()[0].isupper()
