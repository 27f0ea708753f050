"""Who charges somebody in the passive: "was accused by Lind of theft", "… of theft by Lind".

Behind "by" may as well stand whoever took part in what is charged ("accused of being paid by
Vane"); then nobody is named.
"""

from tracker.extract.cues import Cue
from tracker.extract.inverted import noun_phrase_from, with_appositions
from tracker.extract.phrases import DASHES, Range
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, FINITE, PLURALS, ROLE_WORDS, TIME_WORDS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_REACH = 24
"""Tokens of a charge before its "by"."""

_FRAMES = {"charge": ("of", "for"), "object_as": ("as",), "object_to": ("to",)}
_CLAUSES = word_set("who which that where when while and but after before because if")
_STANDING = word_set("stand abide live pass drop come go swear stick play stood")
"""Verbs of which "by" is a part ("urged to stand by her")."""

_FOR_WHAT = word_set("minister secretary spokesman spokeswoman spokesperson lawyer centre center")
"""Offices that are for something ("the minister for health")."""

_PARTICIPLES = word_set(
    """
    paid sold bought led held run made given taken written kept sent hit shot sworn drawn driven
    """
)


def agent_behind(sentence: Sentence, cue: Cue, limit: int) -> Range | None:
    """Return who stands behind "by" at the end of what a passive cue charges, None if unsure."""
    low, first = sentence.low, cue.last
    if first >= limit or not any(
        cue.takes(frame) and low[first] in words for frame, words in _FRAMES.items()
    ):
        return None
    for at in range(first + 2, min(limit - 1, first + _REACH)):
        word = low[at]
        if word in _CLAUSES or word in (",", ";", ":", QUOTED) or word in DASHES or word in FINITE:
            return None
        if word == "by":
            return _named(sentence, at, limit) if _is_cues_own(low[at - 1]) else None
    return None


def _is_cues_own(word: str) -> bool:
    """Say whether "by" behind this word belongs to the cue rather than to the word."""
    return not (word in _STANDING or word in _PARTICIPLES or word.endswith(("ed", "en")))


def _named(sentence: Sentence, by: int, limit: int) -> Range | None:
    """Return the person or body behind "by" where the clause ends with it."""
    low, first = sentence.low, by + 1
    if low[first] in ("him", "her", "them", "us", "me") and first + 1 >= limit:
        return (first, first + 1)
    end = noun_phrase_from(sentence, first)
    phrase = low[first:end]
    somebody = sentence.is_name(first) or any(w in ROLE_WORDS | PLURALS for w in phrase)
    if end == first or not (somebody or low[first] in DETERMINERS) or low[first] in TIME_WORDS:
        return None
    end = _before_second_verb(sentence, first, with_appositions(sentence, end))
    closed = end >= limit or low[end] in (",", ";", "and", "but", "on", "in", "at", "during")
    return (first, end) if closed or low[end] in TIME_WORDS else None


def _before_second_verb(sentence: Sentence, first: int, end: int) -> int:
    """Return where a name ends before "and" with a verb: "by Ada Lind and resigned"."""
    low = sentence.low
    joins = (at for at in range(first + 1, end - 1) if low[at] == "and")
    verbs = (at for at in joins if low[at + 1].endswith("ed") and not sentence.is_name(at + 1))
    return next(verbs, end)


def without_charge(sentence: Sentence, cue: Cue, agent: Range, limit: int) -> Range:
    """Return an agent without the charge that "of" was taken to bind to it: "by Lind of theft"."""
    low, (first, end) = sentence.low, agent
    behind = low[end : min(limit, end + 2)]
    if not cue.takes("charge") or behind[:1] in (["of"], ["for"]) or behind == [",", "of"]:
        return agent
    end = next((at for at in range(first, end) if low[at] == ","), end)
    marks = [at for at in range(first + 1, end - 1) if low[at] in ("of", "for")]
    if not marks:
        return agent
    last = marks[-1]
    named = len(marks) > 1 or sentence.is_name(last - 1)
    many = low[last - 1].endswith("s") and low[last + 1] not in DETERMINERS
    reason = low[last] == "for" and low[last - 1] not in _FOR_WHAT
    return (first, last) if named or many or reason else agent
