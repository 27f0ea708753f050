"""What stands before a verb and belongs to it: "has repeatedly", "did, however,", "went on to"."""

from dataclasses import dataclass

from tracker.extract.lexicon import Verb
from tracker.extract.reading import Sentence
from tracker.extract.words import ADVERBS, AUXILIARIES, BE, NEGATIONS
from tracker.text.tokens import word_set

_NOT_ADVERBS = word_set(
    """
    family july italy reply early daily weekly only assembly supply ally rally bully
    monopoly anomaly butterfly
    """
)
_ASIDES = ADVERBS | word_set(
    """
    however though meanwhile moreover nevertheless nonetheless indeed besides admittedly
    so far of course in turn fact at least for now part his her its their
    """
)
"""Words of what may be put between an auxiliary and its verb, between commas."""

_LONGEST_ASIDE = 4
"""Tokens between those commas."""

_GOING_ON = word_set("went goes")
_LEADING_ON = word_set("hastened hastens proceeded continued continues")
_MINDED = word_set("quick careful keen anxious eager pains")
_MADE_TO = word_set("forced obliged compelled")
_TAKING = ("clause", "addressee")
_CONCEDING = word_set("admit concede acknowledge confess")
"""What somebody has to say who "had to admit" it; firms that had to report may not have."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The words before a verb that belong to it.

    The group begins at the position `start` with its adverbs, its cue at `first`. `helpers`
    are the auxiliaries and negations, the nearest first. `led` says that words before its
    "to" tell that it came about ("went on to say", "had to admit").
    """

    start: int
    first: int
    helpers: tuple[str, ...]
    led: bool


def verb_group(sentence: Sentence, index: int, verb: Verb) -> VerbGroup:
    """Return the group of the verb at `index`; no name is of it ("Jim Kelly said").

    "has repeatedly said" is a cue from "has"; "also said" from "said"; so are "having
    earlier stressed", which only hangs on another clause, and "did not, however, say".
    """
    low = sentence.low
    lead = _lead(low, index, verb)
    first = group = index if lead is None else lead
    helpers: list[str] = []
    apart = False
    while group > 0:
        word = low[group - 1]
        opening = _aside_before(low, group)
        if opening is not None:
            group, apart = opening, True
            continue
        helper = word in AUXILIARIES or word in NEGATIONS
        if not helper and (group == 1 or not is_adverb(word)):
            break
        if group > 1 and sentence.is_name(group - 1) and not sentence.is_name(index):
            break  # in a headline all words have capitals
        group -= 1
        if helper:
            if not apart:
                first = index if word == "having" else group
            helpers.append(word)
    return VerbGroup(group, first, tuple(helpers), led=lead is not None)


def is_adverb(word: str) -> bool:
    """Say whether a word may stand between an auxiliary and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def _aside_before(low: list[str], end: int) -> int | None:
    """Return where ", however," begins that ends before `end`, an auxiliary before it."""
    if low[end - 1] != ",":
        return None
    for at in range(end - 2, max(0, end - 3 - _LONGEST_ASIDE), -1):
        if low[at] == ",":
            helper = low[at - 1] in AUXILIARIES or low[at - 1] in NEGATIONS
            return at if helper and at < end - 2 else None
        if low[at] not in _ASIDES and not is_adverb(low[at]):
            return None
    return None


def _lead(low: list[str], index: int, verb: Verb) -> int | None:
    """Return where "went on to" begins before the verb at `index`, None when nothing leads to it.

    "Wanted to say" and "was expected to say" leave open whether it was said.
    """
    if index < 2 or low[index - 1] != "to" or verb.frames.isdisjoint(_TAKING):
        return None
    before, at = low[index - 2], index - 2
    if before == "on" and at and low[at - 1] in _GOING_ON:
        return at - 1
    if before in _LEADING_ON:
        return at
    is_ = any(word in BE for word in low[max(0, at - 5) : at])
    if before in _MINDED and is_:
        return at - 1 if before == "pains" and low[at - 1] == "at" else at
    if verb.lemma not in _CONCEDING:
        return None
    if before == "had" and not (at and low[at - 1] in AUXILIARIES):
        return at
    return at if before in _MADE_TO and is_ else None
