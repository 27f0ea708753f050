"""Statements attributed with "according to", before or behind what they say."""

from tracker.extract.act import is_document
from tracker.extract.draft import Draft
from tracker.extract.inverted import with_appositions
from tracker.extract.phrases import DASHES, Range, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.resuming import resumes
from tracker.extract.words import DETERMINERS, LEADING, PREPOSITIONS, PRONOUNS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_LONGEST_NAME = 5
_NOT_BEHIND = (PREPOSITIONS | word_set("and or who which whose that where , (")) - PRONOUNS
_ENDS = frozenset([",", QUOTED, ";", ":", ")", "."]) | DASHES - {"-"}


def find_according(sentence: Sentence, end: int) -> list[Draft]:
    """Return the statements of the sentence that "according to" attributes."""
    low = sentence.low
    found = []
    for at in range(len(low) - 2):
        if low[at] == "according" and low[at + 1] == "to" and at + 2 < end:
            draft = _statement(sentence, at, end)
            if draft is not None:
                found.append(draft)
    return found


def _statement(sentence: Sentence, at: int, end: int) -> Draft | None:
    low = sentence.low
    source = _source(sentence, at + 2, end)
    if source is None:
        return None
    stop = source[1]
    act = Act.DOCUMENT if is_document(sentence, source) else Act.SPEECH
    opens = at == 0 or low[at - 1] in (";", ":", "and", "but") or (at <= 2 and low[0] in LEADING)
    if opens:
        start = stop + 1 if stop < end and low[stop] == "," else stop
        start = _behind_cited(low, start, end)
        content = [(start, end)] if start < end else []
        rule = "according before"
    else:
        cut = at - 1 if low[at - 1] == "," or low[at - 1] in DASHES else at
        content = [(0, cut)] if cut > 1 else []
        if (
            cut < at
            and stop + 1 < end
            and low[stop] in (",", low[cut])
            and resumes(sentence, stop + 1, end, 0, cut)
        ):
            content.append((stop + 1, end))
        rule = "according after"
    return Draft(content, source, (at, at + 2), act, rule) if content else None


def _behind_cited(low: list[str], start: int, end: int) -> int:
    """Return where the statement begins behind ", citing two officials," (`start` without)."""
    if low[start : start + 1] not in (["citing"], ["quoting"]):
        return start
    return next((at + 1 for at in range(start + 2, end - 1) if low[at] == ","), start)


def _source(sentence: Sentence, first: int, end: int) -> Range | None:
    """Return the source behind "according to", to the next mark, with its apposition."""
    low = sentence.low
    stop = first
    while stop < end and low[stop] not in _ENDS:
        if low[stop] in ("and", "but") and has_finite(sentence, stop + 1, min(end, stop + 6)):
            break
        stop += 1
    if stop == first:
        return None
    if stop < end:
        beside = _behind_name(sentence, first, stop, end) or with_appositions(sentence, stop)
        at_start = first == 2
        if beside >= end or (at_start and low[beside] == ","):
            stop = beside if beside < end or not at_start else stop
    return (first, stop)


def _behind_name(sentence: Sentence, first: int, comma: int, end: int) -> int | None:
    """Return where the name ends that is set off behind "the operator": ", Brekka Kraft,"."""
    low, at = sentence.low, comma + 1
    if low[comma] != "," or low[first] not in DETERMINERS or sentence.is_name(comma - 1):
        return None
    while at < end and sentence.is_name(at):
        at += 1
    named = 0 < at - comma - 1 <= _LONGEST_NAME and at + 1 < end and low[at] == ","
    goes_on = named and not sentence.is_name(at + 1) and low[at + 1] not in _NOT_BEHIND
    return at if goes_on else None
