"""Find the subject that several cues of one sentence share.

"Kim thanked Putin …, having earlier stressed …", "Putin meets Kim, says Russia will
…" and "he said, adding that …" print the source once. A later cue without a
subject of its own takes that of the cue before it, else the noun phrase with which
the sentence opens.
"""

from tracker.extract.act import is_document
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import Range, trim_phrase
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    FINITE,
    LEADING,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)
from tracker.text.sentences import QUOTED

_LONGEST = 30
_BEFORE_PARTICIPLE = frozenset(
    [",", "—", "–", "and", "but", "by", "while", "before", "after", "when", QUOTED]
)


def participle_source(sentence: Sentence, cue: Cue, found: list[Draft]) -> Range | None:
    """Return who an "-ing" cue belongs to: "…, adding that", "a letter urging"."""
    low = sentence.low
    if any(word in BE for word in low[cue.group : cue.head]):
        return source_left(sentence, cue)
    if cue.group == 0:
        return None
    before = low[cue.group - 1]
    if before in _BEFORE_PARTICIPLE or before.endswith("ly"):
        return shared_source(sentence, cue, found)
    if before in PREPOSITIONS:
        return None
    source = source_left(sentence, cue)
    if source and (is_document(sentence, source) or sentence.is_name(source[1] - 1)):
        return source
    return source if cue.verb.lemma in ("say", "argue", "claim", "urge", "call") else None


def shared_source(sentence: Sentence, cue: Cue, found: list[Draft]) -> Range | None:
    """Return the source of the nearest cue before this one, else the sentence's subject."""
    earlier = [
        draft for draft in found if draft.verb and draft.source and draft.verb.head < cue.head
    ]
    if not earlier:
        return leading_subject(sentence, cue.group)
    fitting = [
        draft
        for draft in earlier
        if cue.form == "ing" or len(earlier) == 1 or (draft.verb and draft.verb.form == cue.form)
    ]
    nearest = max(fitting, key=lambda draft: draft.verb.head if draft.verb else 0, default=None)
    return nearest.source if nearest else None


def undisputed_subject(sentence: Sentence, cue: Cue, found: list[Draft]) -> Range | None:
    """Return the sentence's subject for a verb behind a comma, unless someone else spoke since.

    "Vane meets Cho, says …" and "Vane, speaking in Marlow, told …" have one candidate;
    "Cho said Vane had lied, accused …" has two, and none is taken.
    """
    subject = leading_subject(sentence, cue.group)
    for draft in found:
        other = draft.source if draft.verb and draft.verb.head < cue.head else None
        if subject and other and not (subject[0] <= other[0] and other[1] <= subject[1]):
            return None
    return subject


def leading_subject(sentence: Sentence, stop: int) -> Range | None:
    """Return the noun phrase that opens the main clause before position `stop`."""
    low = sentence.low
    start = 0
    for _ in range(4):
        end = start
        # "In a note released on Friday, Vane warned": the phrase's participle is no verb of hers
        phrase = start == 0 < stop and low[0] in PREPOSITIONS and "," in low[:stop]
        while end < stop and low[end] not in (",", QUOTED, ";", ":"):
            if end > start and not phrase and _is_verb(sentence, end):
                return _phrase(sentence, start, end)
            end += 1
        if end >= stop or low[end] != ",":
            return None
        if _is_adverbial(low[start]):
            start = end + 1
            continue
        closing = next((i for i in range(end + 1, stop) if low[i] == ","), None)
        if closing is None or (closing + 1 < stop and not _is_verb(sentence, closing + 1)):
            return None
        return (start, closing)
    return None


def _is_adverbial(word: str) -> bool:
    """Say whether a phrase that begins so only says when, where or how."""
    return (
        word in PREPOSITIONS | SUBORDINATORS | TIME_WORDS | LEADING
        or word.endswith("ing")
        or word.endswith("ed")
    )


def _phrase(sentence: Sentence, start: int, end: int) -> Range | None:
    while end > start and (
        sentence.low[end - 1] in ADVERBS or sentence.low[end - 1].endswith("ly")
    ):
        end -= 1
    if not start < end <= start + _LONGEST:
        return None
    return trim_phrase(sentence, start, end)


def _is_present(sentence: Sentence, at: int) -> bool:
    """Say whether a word is the present verb of a name or of "he": "Vane appears in a clip"."""
    low = sentence.low
    if not low[at].endswith("s") or low[at].endswith("ss") or at + 1 >= len(low):
        return False
    before = at - 1
    while before > 0 and (low[before] in ADVERBS or low[before].endswith("ly")):
        before -= 1
    subject = sentence.is_name(before) or low[before] in ("he", "she")
    return subject and low[at + 1] in PREPOSITIONS | DETERMINERS


def _is_verb(sentence: Sentence, at: int) -> bool:
    word = sentence.low[at]
    if word in FINITE:
        return True
    if sentence.is_name(at) or sentence.low[at - 1] in DETERMINERS:
        return False
    if word.endswith("ed") and len(word) > 4:
        return True
    if _is_present(sentence, at):
        return True
    return any(kind in ("past", "s") for _, kind in FORMS.get(word, ()))
