"""Who will not be named, and who will not talk: how a source stands to the press is no news."""

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.words import ADVERBS
from tracker.text.tokens import word_set

_NAMED = ("to be named", "to be identified", "to be quoted")
_ANONYMITY = (
    "not to be named",
    "not to be identified",
    "not to be quoted",
    "to remain anonymous",
    "to be identified only",
    "to be identified as",
    "to be identified by",
    "to be called",
)
_DECLINING = word_set("decline declines declined declining")
_TALKING = word_set("talk comment speak answer respond reply elaborate")
_DECLINED = word_set("declined declines refused refuses")
_ASKING = word_set("who whom what when where which why how whether if")
_PARTICULARS = word_set("details detail reasons reason figures figure names name particulars")
_NAMELESS = word_set("anonymity anonymous anonymously")
_CALLED = word_set("named identified quoted")
_FEARS = word_set("fear fears feared fearing worried afraid worry worries concerned")
_BECAUSE = word_set("because as since")
_CLAUSE = 12
"""Tokens between the wish not to be named and the fear that is its reason."""
_SUBJECT = 4
"""Tokens from "because" to its verb: "because the man himself feared"."""
_TO_WHOM = word_set(
    """
    to the press media reporters journalists any more questions further publicly immediately at
    all directly
    """
)
"""Words that may stand behind "to talk" and tell of nothing else."""


def keeps_silent(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a content is only that a source wishes no name, and why, or will not talk.

    "Refused to talk to reporters" is no claim; "refused to talk about the dam" tells of
    what, and is one.
    """
    if _fears_to_be_named(sentence, draft):
        return True
    words = sentence.low[draft.first : draft.content[-1][1]]
    if " ".join(words[:5]).startswith(_ANONYMITY):
        return True
    if draft.verb is not None and draft.verb.negated and _wishes_no_name(words):
        return True
    return _refuses(sentence, draft) and (_wishes_no_name(words) or _is_only_to_talk(words))


def falls_silent(low: list[str], at: int) -> bool:
    """Say whether the words from `at` on tell that whoever spoke would say no more.

    "…, but declined to comment further": these are the writer's. "But did not respond" may
    as well be of those that the statement is about.
    """
    words = low[at : at + 6]
    if words[:1] and words[0] in ("he", "she", "they", "it"):
        words = words[1:]
    if words[:1] and words[0] in ADVERBS:
        words = words[1:]
    if len(words) > 2 and words[0] in _DECLINED and words[1] == "to":
        return words[2] in _TALKING or _names_what(words[2:])
    negated = words[:1] in (["wouldn't"], ["didn't"])
    if words[1:2] == ["not"] and words[0] in ("would", "did"):
        negated, words = True, words[1:]
    if not negated or len(words) < 2:
        return False
    return words[1] in ("elaborate", "comment", "specify") or _names_what(words[1:])


def _names_what(words: list[str]) -> bool:
    """Say whether words are what one will not tell: "say who", "give details"."""
    asked = words[0] in ("say", "specify", "reveal", "disclose") and words[1:2] != []
    if asked and (words[1] in _ASKING or words[1:3] == ["to", "whom"]):
        return True
    return words[0] in ("give", "provide", "offer") and not _PARTICULARS.isdisjoint(words[1:])


def _fears_to_be_named(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a fear is why a source will not be named: "anonymity because he feared …"."""
    if draft.cue is None or draft.cue[0] >= draft.first:
        return False
    low, first = sentence.low, draft.cue[0]
    if _FEARS.isdisjoint(low[slice(*draft.cue)]):
        return False
    reach = range(first - 1, max(-1, first - _SUBJECT), -1)
    why = next((at for at in reach if low[at] in _BECAUSE), None)
    if why is None and low[first] == "fearing" and low[first - 1] == ",":
        why = first
    if why is None:
        return False
    before = range(max(1, why - _CLAUSE), why)
    return any(
        low[at] in _NAMELESS or (low[at - 1] == "be" and low[at] in _CALLED) for at in before
    )


def _wishes_no_name(words: list[str]) -> bool:
    return " ".join(words[:3]).startswith(_NAMED)


def _is_only_to_talk(words: list[str]) -> bool:
    return (
        words[:1] == ["to"]
        and words[1:2] != []
        and (words[1] in _TALKING and _TO_WHOM.issuperset(words[2:]))
    )


def _refuses(sentence: Sentence, draft: Draft) -> bool:
    if draft.cue is None:
        return False
    return any(
        word in _DECLINING or any(verb.lemma == "refuse" for verb, _ in FORMS.get(word, ()))
        for word in sentence.low[slice(*draft.cue)]
    )
