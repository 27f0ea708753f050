"""The paragraphs of an article as statements stand in them.

Left out are the words that only lay the page out: datelines, the hour of an entry in a live
report, the sign of a list, the label of who speaks in a transcript, and lines that lead
to other pages.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.extract.turns import Turn, find_turns
from tracker.model import Span
from tracker.text.datelines import find_dateline
from tracker.text.sentences import find_paragraphs

_HOUR = re.compile(
    r"\[?(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)\]?"
    r"(?:\s?(?:GMT|BST|CES?T|E[SD]?T|P[SD]?T|UTC))?\s?(?:[–—|:]|--?)\s?(?=\S)",
    re.IGNORECASE,
)
"""When an entry of a live report was made: "14:05 – ", "10.32am: ", "9:34 p.m. | "."""

_ENTRY = re.compile(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?\s(?=[A-Z“\"])")
"""The same where only a space follows: "14:05 The mayor said"."""

_BULLET = re.compile(r"[•‣▪●■►*·]\s+(?=\S)")
_ELSEWHERE = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: stories| articles)?|more on this"
    r"|recommended|don[’']t miss|share (?:this|on)|sign up|subscribe)\b\s?(?:[:|–—>]|$)",
    re.IGNORECASE,
)
"""A line that leads to other pages repeats their headlines, which say nothing here."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text, and the turns of those who speak in it by label."""

    paragraphs: tuple[Span, ...]
    turns: tuple[Turn, ...]


def body_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order, each from behind its dateline or label.

    "SEOUL, July 19 – North Korea fired …" says nothing of Seoul: the words before the
    dash are the writer's place and day, in no statement.
    """
    return list(lay_out(text).paragraphs)


@lru_cache(maxsize=2)
def lay_out(text: str) -> Layout:
    """Return the layout of `text`; the last texts' are kept, since several stages ask for it."""
    paragraphs = [
        _behind_marks(text, paragraph)
        for paragraph in find_paragraphs(text)
        if not _ELSEWHERE.match(text, paragraph.start, paragraph.end)
    ]
    turns = find_turns(text, paragraphs)
    for turn in turns:
        paragraphs[turn.first] = turn.pieces[0]
    return Layout(tuple(paragraphs), tuple(turns))


def _behind_marks(text: str, paragraph: Span) -> Span:
    for marks in (_BULLET, _HOUR, _ENTRY):
        match = marks.match(text, paragraph.start, paragraph.end)
        if match:
            paragraph = Span(match.end(), paragraph.end)
    dateline = find_dateline(text, paragraph)
    return Span(dateline.end, paragraph.end) if dateline is not None else paragraph
