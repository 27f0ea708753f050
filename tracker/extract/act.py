"""What a source does when it utters something: speaks, believes, intends, or shows it."""

from tracker.extract.cues import Cue
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.words import DOCUMENT_NOUNS, PREPOSITIONS
from tracker.model import Act
from tracker.text.tokens import word_set

_INTENDING = word_set(
    """
    vow promise pledge threaten swear refuse offer plan hope want intend propose agree seek
    wish prefer
    """
)
_COMMITTING = word_set("vow promise pledge threaten")
_NOUNS = (
    (
        word_set("plan plans pledge pledges promise promises effort efforts bid decision vow vows"),
        Act.INTENTION,
    ),
    (
        word_set(
            """
            belief beliefs view views opinion opinions fear fears concern concerns hope hopes doubt
            doubts idea ideas worry worries notion feeling confidence
            """
        ),
        Act.BELIEF,
    ),
)
_RELEASED = word_set("who which that ( , released published obtained conducted taken seen")


def act_of(sentence: Sentence, cue: Cue, source: Range | None, frame: str) -> Act:
    """Return the act of a statement with this cue, source and frame."""
    if source is not None and is_document(sentence, source):
        return Act.DOCUMENT
    lemma = cue.verb.lemma
    if lemma == "show":
        return Act.DOCUMENT  # whoever shows something, it is what is shown that tells
    if lemma in _COMMITTING or (frame == "infinitive" and lemma in _INTENDING):
        return Act.INTENTION
    if lemma in ("hope", "expect"):
        return Act.BELIEF
    return cue.verb.act


def act_of_words(sentence: Sentence, cue: Range, source: Range | None) -> Act:
    """Return the act of a cue that no rule read: by its noun ("his plan to"), else its verb."""
    if source is not None and is_document(sentence, source):
        return Act.DOCUMENT
    for at in reversed(range(*cue)):
        word = sentence.low[at]
        act = next((act for words, act in _NOUNS if word in words), None)
        if act is not None:
            return act
        if word in FORMS:
            verb = FORMS[word][0][0]
            return Act.INTENTION if verb.lemma in _COMMITTING else verb.act
    return Act.SPEECH


def is_document(sentence: Sentence, source: Range) -> bool:
    """Say whether the source's head noun names a document, an image or a poll.

    The head is the last word before what modifies it: "images" in "images released by
    the Kremlin". A proper name is none ("Sarah Law", "the Post").
    """
    low = sentence.low
    first, last = source
    head = last - 1
    for at in range(first + 1, last):
        modifies = low[at] in PREPOSITIONS or low[at] in _RELEASED
        if modifies or (low[at].endswith("ed") and not sentence.is_name(at)):
            head = at - 1
            break
    if low[head] not in DOCUMENT_NOUNS:
        return False
    named = sentence.is_name(head) and head > first and sentence.is_name(head - 1)
    return not named or low[head] in ("poll", "survey", "study", "report")
