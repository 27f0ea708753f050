"""Dates counted from another date of the text: "a day earlier", "the eve of Monday's vote".

They are found only where the text names that other day beside them: behind in the
same phrase ("two days after Monday's vote"), or before, when the sentence and the one
before it name a single day. Otherwise what they count from is not known.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from tracker.model import Precision, Span
from tracker.text.dates.intervals import Reckoned, shifted
from tracker.text.dates.patterns import COUNT, count_of
from tracker.text.dates.place import Hit

_LINKED = re.compile(
    rf"\b(?i:(?P<count>{COUNT})\s(?P<unit>day|week|month|year)s?\s"
    r"(?P<way>earlier|later|before|after)"
    r"|the\s(?P<next>next|following|previous|preceding|same)\sday"
    r"|the\sday\s(?P<side>before|after)"
    r"|the\s(?P<eve>eve)\sof)\b"
)
_REACH = 200
"""Codepoints back to the day that "a day earlier" counts from."""
_PHRASE = re.compile(
    r"\s(?:(?:the|a|an|his|her|its|their)\s)?(?:(?!he\b|she\b|it\b|they\b|we\b|who\b|that\b|which\b"
    r"|was\b|were\b|is\b|are\b|had\b|has\b|will\b|said\b)[\w’'-]+\s){0,4}"
)
"""A noun phrase up to the day in it, with no clause of its own."""
_SENTENCE = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘])")
_ENDS = re.compile(r"\s?(?:[.,;:!?)”—–]|\Z|\s-|\n)")
_VAGUE = re.compile(
    r"(?i:\b(?:than|over|nearly|almost|about|some|around|roughly|least|under|within|up\sto)\s)\Z"
)


def find_linked(text: str, hits: Sequence[Hit]) -> Iterator[tuple[Span, Reckoned]]:
    """Yield the places counted from one of `hits`, which are in order, with their dates."""
    if not hits:
        return
    starts = [hit.start for hit in hits]
    for match in _LINKED.finditer(text):
        at = bisect_left(starts, match.start())
        if (at and hits[at - 1].last > match.start()) or (
            at < len(hits) and hits[at].start < match.end()
        ):
            continue  # "the day before yesterday"
        if _VAGUE.search(text, max(0, match.start() - 16), match.start()):
            continue
        try:
            reckoned = _reckon(text, match, hits, at)
        except (ValueError, OverflowError):
            continue
        if reckoned is not None:
            yield Span(*match.span()), reckoned


def _reckon(text: str, match: re.Match[str], hits: Sequence[Hit], at: int) -> Reckoned | None:
    way = (match["way"] or match["side"] or "").lower()
    sign = -1 if way in ("before", "earlier") or match["eve"] else 1
    if match["next"]:
        base = _day_before(text, match.start(), hits, at)
        shift = {"next": 1, "following": 1, "same": 0}.get(match["next"].lower(), -1)
        return shifted(base, "day", shift) if base else None
    base = None
    if way not in ("earlier", "later"):
        base = _day_behind(text, match.end(), hits, at)
    if base is None and not match["eve"] and _counts_back(text, match, way):
        sentences = 1 if (match["unit"] or "day").lower() == "day" else 0
        base = _day_before(text, match.start(), hits, at, sentences)
    if base is None:
        return None
    if not match["count"]:
        return shifted(base, "day", sign)
    if way == "later" and match["unit"].lower() in ("month", "year"):
        return None  # so far on, a story counts from something else than its last day
    number = count_of(" ".join(match["count"].lower().split()))
    return shifted(base, match["unit"].lower(), sign * number)


def _counts_back(text: str, match: re.Match[str], way: str) -> bool:
    """Say whether nothing stands behind it that it could count from."""
    return way in ("earlier", "later") or bool(way == "before" and _ENDS.match(text, match.end()))


def _day_behind(text: str, end: int, hits: Sequence[Hit], at: int) -> date | None:
    """Return the day named in the phrase that starts at `end`."""
    if at >= len(hits) or hits[at].start - end > _REACH or not _is_day(hits[at]):
        return None
    phrase = _PHRASE.fullmatch(text, end, hits[at].start)
    return hits[at].reckoned[0] if phrase else None


def _day_before(
    text: str, start: int, hits: Sequence[Hit], at: int, sentences: int = 1
) -> date | None:
    """Return the only day named before `start` in its sentence and so many before that."""
    days = set()
    while at and start - hits[at - 1].last <= _REACH:
        at -= 1
        between = text[hits[at].last : start + 1]  # with the capital of a sentence it opens
        if "\n" in between or len(_SENTENCE.findall(between)) > sentences:
            break
        if not _is_day(hits[at]):
            continue
        days.add(hits[at].reckoned[0])
    return days.pop() if len(days) == 1 else None


def _is_day(hit: Hit) -> bool:
    first, last, precision = hit.reckoned
    return precision is Precision.DAY and first == last
