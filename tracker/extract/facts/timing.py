"""Which of the dates in a content is the event's."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from tracker.extract.facts.reading import SUBORDINATORS
from tracker.model import DateInterval
from tracker.text.dates import FoundDate

_CAUSAL = frozenset({"after", "when", "as", "before"})
_HOURS = re.compile(
    r"(?i:\b(?:before|after|since|until)\s(?:dawn|midnight|noon|dark|sunrise|sunset)\b)"
)
_BACKWARDS = 60
"""Codepoints added to the distance of a date before the verb: English puts it after."""


def nearest(
    text: str, dates: Sequence[FoundDate], at: int, *, of_toll: bool = False
) -> DateInterval | None:
    """Return the date nearest to `at` that no subordinate clause parts from it.

    A toll's cause ("19 died when …") happened with it, so its date counts (`of_toll`).
    """
    parting = SUBORDINATORS - {"what"} - (_CAUSAL if of_toll else frozenset())
    best: tuple[int, DateInterval] | None = None
    for found in _single(text, dates):
        between = text[min(found.span.end, at) : max(found.span.start, at)]
        words = _HOURS.sub("", between).lower().replace(",", " ").split()
        crossing = any(word in parting for word in words[1 if found.span.end < at else 0 :])
        distance = len(between) + (_BACKWARDS if found.span.start < at else 0)
        if not crossing and (best is None or distance < best[0]):
            best = distance, found.interval
    return best[1] if best else None


_AND_AGAIN = re.compile(r"\s(?:and|or)\s(?:(?:again|then|later)\s)?(?:(?:in|on)\s)?")


def _single(text: str, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """Return the dates without those of "in May and again in August": not of one event."""
    kept: list[FoundDate] = []
    joined = False
    for found, after in zip_longest(dates, dates[1:]):
        stop = after.span.start if after else found.span.end
        goes_on = bool(_AND_AGAIN.fullmatch(text[found.span.end : stop]))
        if not (joined or goes_on):
            kept.append(found)
        joined = goes_on
    return kept
