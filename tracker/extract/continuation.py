"""Quotations with no cue of their own, which go on with what the last speaker said.

A quotation that fills its sentence is one when it reads like a sentence. Scare
quotes, titles and slogans do not: they are short and end without a stop.
"""

from tracker.extract.draft import Draft
from tracker.extract.reading import Sentence
from tracker.model import Act
from tracker.text.sentences import QUOTED

CONTINUATION = "continuation"
"""The rule's name, by which later stages know such a quotation."""

_LEAST = 5
"""Words: a shorter quotation must end like a sentence to count as one."""

_CLOSING = "”\"’'»“ "


def find_unread(sentence: Sentence, end: int, drafts: list[Draft]) -> Draft | None:
    """Return the quotation that opens a sentence when no rule could read who said it.

    It ends with a comma, or like a sentence, inside its marks and other words follow: it
    was said by somebody. Who it was is left blank; losing the words would be worse.
    """
    if end == 0 or sentence.low[0] != QUOTED or any(draft.first == 0 for draft in drafts):
        return None
    words = sentence.tokens[0].text.strip(_CLOSING + "‘")
    is_speech = words[-1:] in ",.!?" and words[:1].isupper() and len(words.split()) >= _LEAST
    return Draft([(0, 1)], None, None, Act.SPEECH, "cue not read") if is_speech else None


def find_continuation(sentence: Sentence, end: int) -> Draft | None:
    """Return the quotation that makes up the whole sentence, None when other words are in it."""
    low = sentence.low
    if end == 0 or any(word != QUOTED and word[0].isalnum() for word in low[:end]):
        return None
    quotations = [at for at in range(end) if low[at] == QUOTED]
    if not quotations:
        return None
    words = sentence.tokens[quotations[0]].text
    ends = words.rstrip(_CLOSING)[-1:] in ".!?…,;-—–" or low[end:][:1] in ([","], ["."])
    if not ends or len(words.split()) < 2:
        return None
    if len(words.split()) < _LEAST and words.rstrip(_CLOSING)[-1:] not in ".!?…":
        return None
    content = [(quotations[0], quotations[-1] + 1)]
    return Draft(content, None, None, Act.SPEECH, CONTINUATION)
