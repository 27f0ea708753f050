"""Who will not be named, and who will not talk: how a source stands to the press is no news."""

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
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
_TO_WHOM = word_set(
    """
    to the press media reporters journalists any more questions further publicly immediately at
    all directly
    """
)
"""Words that may stand behind "to talk" and tell of nothing else."""


def keeps_silent(sentence: Sentence, draft: Draft) -> bool:
    """Say whether the content is only a source's wish for anonymity, or that it will not talk.

    "Refused to talk to reporters" is no claim; "refused to talk about the dam" tells of
    what, and is one.
    """
    words = sentence.low[draft.first : draft.content[-1][1]]
    if " ".join(words[:5]).startswith(_ANONYMITY):
        return True
    if draft.verb is not None and draft.verb.negated and _wishes_no_name(words):
        return True
    return _refuses(sentence, draft) and (_wishes_no_name(words) or _is_only_to_talk(words))


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
