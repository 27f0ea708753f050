"""What somebody gives voice to: "expressed great concern over the plan", "voiced doubt that".

The verb says nothing by itself; with the noun behind it and that noun's preposition it is
one cue, and what follows is what the concern or the doubt is about.
"""

from bisect import bisect_left

from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.ends import content_end
from tracker.extract.lexicon import Verb
from tracker.extract.opening import Opening
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.subjects import shared_source
from tracker.extract.verb_group import verb_group
from tracker.extract.words import AUXILIARIES, BE, NEGATIONS, PREPOSITIONS, PRONOUNS, TIME_WORDS
from tracker.model import Act
from tracker.text.tokens import word_set

EXPRESS = "express"
"""The lemma of these cues, which no other rule reads."""

_VERBS = {
    "expressed": "past",
    "voiced": "past",
    "expresses": "s",
    "expressing": "ing",
    "voicing": "ing",
}
_BELIEFS = word_set(
    """
    concern concerns worry worries fear fears doubt doubts reservations misgivings scepticism
    skepticism confidence hope hopes optimism pessimism belief conviction unease alarm suspicion
    suspicions certainty
    """
)
_WISHES = word_set("interest willingness readiness desire wish intention preference determination")
_STANDS = word_set(
    """
    satisfaction dissatisfaction regret regrets support opposition disappointment outrage anger
    frustration gratitude appreciation thanks condolences sympathy sympathies surprise shock
    dismay sorrow sadness joy pride delight solidarity disapproval approval objection objections
    amusement bewilderment horror relief admiration indignation displeasure remorse
    """
)
_ABOUT = word_set("over about at for with in of on towards toward to that")
_FRAMES = {"that": "that", "to": "infinitive"}
_WHEN = TIME_WORDS | word_set("the weekend week month year day night morning evening afternoon")
_LATER = 12
"""Cues behind one that can end its content."""

_REACH = 7
"""Tokens from the verb to its noun: "its deep and sincere regret"."""


def expressed_cues(sentence: Sentence, end: int) -> list[Cue]:
    """Return the cues of a sentence that are "expressed" with its noun, in order."""
    cues = (_cue(sentence, at, end) for at in range(end) if sentence.low[at] in _VERBS)
    return [cue for cue in cues if cue is not None]


def find_expressed(
    sentence: Sentence,
    expressed: list[Cue],
    cues: list[Cue],
    after: list[Draft],
    found: list[Draft],
    end: int,
) -> list[Draft]:
    """Return what is expressed; `cues` are all of the sentence, `found` what they introduce,
    `after` the statements with their cue behind."""
    drafts = []
    heads = [cue.head for cue in cues]
    for cue in expressed:
        source = _source(sentence, cue, after + found)
        frame = _FRAMES.get(sentence.low[cue.last - 1], "object")
        opening = Opening(cue.last - (frame == "infinitive"), frame)
        at = bisect_left(heads, cue.last)
        stop = content_end(sentence, cue, opening, cues[at : at + _LATER], after, end)
        if source is None or stop <= opening.start:
            continue
        place = (cue.first, cue.last - (frame != "object"))
        content = [(opening.start, stop)]
        drafts.append(Draft(content, source, place, cue.verb.act, f"before {frame}", verb=cue))
    return drafts


def _source(sentence: Sentence, cue: Cue, found: list[Draft]) -> Range | None:
    """Return the subject before the cue, or one that it shares with the cue before it."""
    before = sentence.low[cue.group - 1] if cue.group else ""
    if cue.form == "ing" or before in ("and", "but"):
        return shared_source(sentence, cue, found)
    source = source_left(sentence, cue)
    shares = source is None and before == "," and sentence.low[cue.first] != "had"
    return shared_source(sentence, cue, found) if shares else source


def _cue(sentence: Sentence, at: int, end: int) -> Cue | None:
    """Return the cue of the verb at `at`, None where its noun names nothing."""
    low = sentence.low
    noun = _noun(sentence, at, end)
    if noun is None or noun + 2 >= end or low[noun + 1] not in _ABOUT:
        return None
    if low[noun + 1] == "to" and low[noun] not in _WISHES:
        return None  # "its condolences to the families"
    if low[noun + 1] != "that" and _WHEN.issuperset(low[noun + 2 : noun + 4]):
        return None  # "expressed hope over the weekend"
    verb = Verb(EXPRESS, frozenset(["clause", "object", "infinitive"]), _act(low[noun]))
    group = verb_group(sentence, at, verb)
    if not BE.isdisjoint(group.helpers) or not NEGATIONS.isdisjoint(group.helpers):
        return None
    return Cue(verb, group.start, group.first, at, noun + 2, _VERBS[low[at]])


def _noun(sentence: Sentence, at: int, end: int) -> int | None:
    """Return the noun that the verb has for its object, nothing but adjectives between."""
    low = sentence.low
    barred = PREPOSITIONS | AUXILIARIES | PRONOUNS | {",", "that", "to"}
    for index in range(at + 1, min(end, at + _REACH)):
        if low[index] in _BELIEFS | _WISHES | _STANDS:
            return index
        if low[index] in barred or not sentence.is_word(index):
            return None
    return None


def _act(noun: str) -> Act:
    if noun in _BELIEFS:
        return Act.BELIEF
    return Act.INTENTION if noun in _WISHES else Act.SPEECH
