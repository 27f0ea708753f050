"""Contents that are not clauses: what was urged, called, charged, measured, rejected."""

from tracker.extract.cues import Cue
from tracker.extract.phrases import DASHES
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, FINITE, PREPOSITIONS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_REACH = 14
"""Tokens an object may have before its "to", "of", "as"."""

_QUESTIONS = word_set("whether if how why what when where who which")
_NAMING = word_set("call label brand dub term declare consider")
_IT = word_set("it him her them himself herself this that")
_COUNTS = word_set(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousands dozens
    """
)
_NO_OBJECT = PREPOSITIONS | DASHES | word_set(", ( and or . ; : not out to")


def find_object_to(sentence: Sentence, cue: Cue, end: int) -> tuple[int, str] | None:
    """Find "the union to accept" behind "urged"."""
    low, start = sentence.low, cue.last
    if not cue.takes("object_to") or cue.passive:
        return None
    for at in range(start + 1, min(end - 1, start + _REACH)):
        word = low[at]
        if word in ("that", ",", ":", QUOTED) or word in FINITE or word in _QUESTIONS:
            return None
        if word == "to" and not sentence.is_name(at + 1) and low[at + 1] not in DETERMINERS:
            return (start, "object_to")
    return None


def find_charge(sentence: Sentence, cue: Cue, end: int) -> tuple[int, str] | None:
    """Find "him of lying" behind "accused"; behind "thanked him", "for coming"."""
    low, start = sentence.low, cue.last
    if cue.passive:
        return None
    reach = range(start + 1, min(end, start + _REACH))
    if cue.takes("thanks"):
        return next(((at, "thanks") for at in reach if low[at] in ("for", "on")), None)
    if not cue.takes("charge"):
        return None
    marks = ("to",) if cue.verb.lemma == "liken" else ("of", "for")
    return (start, "charge") if any(low[at] in marks for at in reach) else None


def find_object_as(sentence: Sentence, cue: Cue, end: int) -> tuple[int, str] | None:
    """Find "the plan “a trick”" behind "called", "it as a trick" behind "described"."""
    if not cue.takes("object_as") or cue.passive:
        return None
    region = sentence.low[cue.last : end]
    if not region or region[0] in _NO_OBJECT - {"for"}:
        return None
    found = (cue.last, "object_as")
    if cue.verb.lemma not in _NAMING:
        return found if "as" in region[1 : _REACH + 2] else None
    if QUOTED in region[1:] or any(word in ("a", "an") for word in region[1:12]):
        return found
    named = region[0] in _IT and len(region) > 1 and region[1] not in (",", "and", "to", "on")
    return found if named else None


def find_measure(sentence: Sentence, cue: Cue, end: int) -> tuple[int, str] | None:
    """Find "the toll at 41" behind "put"."""
    low, start = sentence.low, cue.last
    if not cue.takes("measure") or cue.passive:
        return None
    for at in range(start + 1, min(end - 1, start + _REACH)):
        if low[at] in (",", QUOTED):
            return None
        if low[at] == "at" and any(
            word[0].isdigit() or word in "£$€" or word in _COUNTS for word in low[at + 1 : at + 4]
        ):
            return (start, "measure")
    return None


def find_object(sentence: Sentence, cue: Cue, end: int) -> tuple[int, str] | None:
    """Find a noun phrase as content: "the plan" behind "denounced"."""
    if not cue.takes("object") or cue.passive or sentence.low[cue.last] in _NO_OBJECT:
        return None
    return (cue.last, "object")
