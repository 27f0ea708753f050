"""Contents that only point to other words: "it", "so", "that on Wednesday", "the same"."""

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.words import TIME_WORDS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_POINTING = word_set(
    """
    it so that this these those them him her me us same otherwise likewise such he she they
    """
)
_TELLING = word_set(
    """
    announce predict claim allege suggest reveal describe discuss promise pledge threaten vow note
    explain stress reiterate show find record cite ask speak talk
    """
)
_BESIDE = TIME_WORDS | word_set("the on in at again too as much all to , . : ;")
"""Words that add nothing to such a one but when, or that it was not the first time."""


def points_elsewhere(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a content is only a word that stands for what others say.

    Quoted words are left, a clause ("that was wrong"), and what somebody takes a stand on:
    "denied it" and "opposes this" tell of the speaker. "Anyone who says otherwise is lying"
    says nothing of what is said otherwise.
    """
    words = [word for first, last in draft.content for word in sentence.low[first:last]]
    if QUOTED in words or _takes_stand(sentence, draft):
        return False
    if words[0] == "otherwise":
        return words[1:2] not in ([","], [":"])
    head = words[: words.index(":")] if ":" in words else words
    return not _POINTING.isdisjoint(head) and (_POINTING | _BESIDE).issuperset(head)


def _takes_stand(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a cue's verb says where its source stands on a thing: "denied", "opposes"."""
    return draft.cue is not None and any(
        "object" in verb.frames and verb.lemma not in _TELLING
        for word in sentence.low[slice(*draft.cue)]
        for verb, _ in FORMS.get(word, ())
    )
