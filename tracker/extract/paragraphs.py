"""The paragraphs of an article as statements stand in them: without datelines."""

import re

from tracker.model import Span
from tracker.text.sentences import find_paragraphs

_DATELINE = re.compile(
    r"(?=[^\s–—-]*[A-Z]{3})[A-Z][A-Z.’' -]{2,30}(?:,[^–—\n]{1,40}?)?(?:\s?\([^)\n]{2,30}\))?"
    r"\s?(?:[–—]|--?)\s(?=\S)"
)
"""Town in capitals, perhaps a date or country and an agency, then a dash:
"SEOUL, July 19 – ", "LAGOS (Meridian News) — "."""


def body_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order, each from behind its dateline.

    "SEOUL, July 19 – North Korea fired …" says nothing of Seoul: the words before the
    dash are the writer's place and day, in no statement.
    """
    return [_behind_dateline(text, paragraph) for paragraph in find_paragraphs(text)]


def _behind_dateline(text: str, paragraph: Span) -> Span:
    match = _DATELINE.match(text, paragraph.start, paragraph.end)
    return Span(match.end(), paragraph.end) if match else paragraph
