"""The paragraphs of an article as statements stand in them: without datelines."""

from tracker.model import Span
from tracker.text.datelines import find_dateline
from tracker.text.sentences import find_paragraphs


def body_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order, each from behind its dateline.

    "SEOUL, July 19 – North Korea fired …" says nothing of Seoul: the words before the
    dash are the writer's place and day, in no statement.
    """
    return [_behind_dateline(text, paragraph) for paragraph in find_paragraphs(text)]


def _behind_dateline(text: str, paragraph: Span) -> Span:
    dateline = find_dateline(text, paragraph)
    return Span(dateline.end, paragraph.end) if dateline is not None else paragraph
