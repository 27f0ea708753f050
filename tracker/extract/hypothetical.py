"""Speech that a text only supposes or asks about: "if the mayor says …", "had she said …".

Nobody has said it, so that it is no statement; that what a clause of time tells of did
happen ("when the mayor says") is left to stand.
"""

from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import STOPS, Range
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.words import ADVERBS, HAVE, PRONOUNS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_CONDITIONS = word_set("if unless whether lest")
_NOT_YET = word_set("until once")
_SUPPOSING = word_set("suppose imagine supposing assuming")
_LEADS = (("in", "case"), ("provided", "that"), ("assuming", "that"), ("supposing", "that"))
_BEFORE_SUBJECT = ADVERBS - _NOT_YET | word_set("or not and what")
"""Words that may part a condition from its subject: "whether or not the mayor said"."""

_WITH_BASE = word_set("do does did will would shall should can could may might must")
_WITH_PARTICIPLE = word_set("has have had")
_OPENING = STOPS | word_set("and but or so")


def is_hypothetical(sentence: Sentence, source: Range, cue: Cue | None) -> bool:
    """Say whether a source is only supposed, or asked, to have said something."""
    low, first = sentence.low, source[0]
    if first == 0 and low[0] in _SUPPOSING and source[1] > 1:
        return True
    if _is_condition(low, first):
        return True
    if cue is None or source[1] > cue.group:
        return False
    if _is_inverted(sentence, source, cue):
        return True
    if first and low[first - 1] in _NOT_YET and cue.form in ("s", "base"):
        return True  # "until the mayor says so"
    whole = source_left(sentence, cue)  # "if the mayor of Brask, Ada Lind, says"
    return whole is not None and whole[0] < first and _is_condition(low, whole[0])


def without_hypothetical(sentence: Sentence, drafts: list[Draft], cues: list[Cue]) -> list[Draft]:
    """Return the drafts without those that state what nobody has said.

    What stands before its cue is left: "if it rains, the mayor said, we leave".
    """
    kept = []
    for draft in drafts:
        verb = draft.verb or _cue_in(cues, draft.cue)
        source = draft.source or (source_left(sentence, verb) if verb else None)
        if source is None or not (
            is_hypothetical(sentence, source, verb) or (verb is None and _is_asked(sentence, draft))
        ):
            kept.append(draft)
    return kept


def _is_asked(sentence: Sentence, draft: Draft) -> bool:
    """Say whether "did" opens the clause of a verb that by itself would be no cue."""
    low, source, cue = sentence.low, draft.source, draft.cue
    if source is None or cue is None or source[0] == 0 or source[1] != cue[0]:
        return False
    base = any(form == "base" for _, form in FORMS.get(low[cue[1] - 1], ()))
    return base and low[source[0] - 1] in _WITH_BASE and _opens(low, source[0] - 1)


def _cue_in(cues: list[Cue], place: Range | None) -> Cue | None:
    """Return the cue whose verb stands at a place."""
    return next((cue for cue in cues if place and place[0] <= cue.head < place[1]), None)


def _is_condition(low: list[str], first: int) -> bool:
    """Say whether a subject at `first` stands behind "if" or its like."""
    at = first - 1
    while at > 0 and low[at] in _BEFORE_SUBJECT:
        at -= 1
    if at <= 0:
        return at == 0 and low[0] in _CONDITIONS | _SUPPOSING
    return low[at] in _CONDITIONS or (low[at - 1], low[at]) in _LEADS


def _is_inverted(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Say whether an auxiliary opens the clause: "did she say", "should he say", "had she said".

    "Why did she say" tells that she did.
    """
    low, at = sentence.low, source[0] - 1
    if at < 0 or cue.form == "ing" or source[1] != cue.group:
        return False
    participle = not HAVE.isdisjoint(low[cue.group : cue.head])
    fits = low[at] in (_WITH_BASE if cue.form == "base" or participle else _WITH_PARTICIPLE)
    middle = low[at] == "had" and low[source[0]] in PRONOUNS and low[at - 1] != QUOTED
    return fits and (_opens(low, at) or middle)


def _opens(low: list[str], at: int) -> bool:
    return at == 0 or low[at - 1] in _OPENING
