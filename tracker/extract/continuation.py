"""Quotations with no cue of their own, which go on with what the last speaker said.

A quotation that fills its sentence is one when it reads like a sentence. Scare
quotes, titles and slogans do not: they are short and end without a stop.
"""

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.words import FINITE
from tracker.model import Act
from tracker.text.sentences import QUOTED

CONTINUATION = "continuation"
"""The rule's name, by which later stages know such a quotation."""

_LEAST = 5
"""Words: a shorter quotation must end like a sentence to count as one."""

_PHRASE = 6
"""Words from which quoted words that go on with a sentence are no name or scare quote."""

_SHORT = 4
"""Letters: of a title's words, longer ones have a capital."""

_CLOSING = "”\"’'»“ "


def find_unread(sentence: Sentence, end: int, drafts: list[Draft]) -> list[Draft]:
    """Return the quotations of a sentence when no rule could read who said them.

    One that opens the sentence ends with a comma, or like a sentence, inside its marks; any
    other follows a colon, reads like a whole sentence, or goes on with the writer's for six
    words or more: it was said by somebody. Who it was is left blank; losing the words would
    be worse.
    """
    taken = {at for draft in drafts for first, last in draft.content for at in range(first, last)}
    return [
        Draft([(at, at + 1)], None, None, Act.SPEECH, "cue not read")
        for at in range(end)
        if sentence.low[at] == QUOTED and at not in taken and _is_speech(sentence, at)
    ]


def _is_speech(sentence: Sentence, at: int) -> bool:
    """Say whether quoted words are somebody's, not a title or a phrase of a few words."""
    words = sentence.tokens[at].text.strip(_CLOSING + "‘„`«")
    parts = words.split()
    led_up = at > 0 and (sentence.low[at - 1] == ":" or _is_said(sentence, at))
    if _is_title(parts):
        return False
    if not words[:1].isupper():
        return len(parts) >= _PHRASE
    if len(parts) < _LEAST:
        return led_up and len(parts) > 1 and words[-1] in ".!?…"
    # a line of its own over an entry or between paragraphs, which has no full stop
    heading = len(sentence) == 1 and any(word.casefold() in FINITE for word in parts)
    return led_up or heading or words[-1] in (",.!?" if at == 0 else ".!?…")


def _is_said(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of speech and a comma lead up to quoted words."""
    return sentence.low[at - 1] == "," and any(
        form in ("past", "s") and "quote" in verb.frames
        for word in sentence.low[: at - 1]
        for verb, form in FORMS.get(word, ())
    )


def _is_title(words: list[str]) -> bool:
    """Say whether all longer words have a capital, as in the title of a work."""
    longer = [word for word in words if len(word) > _SHORT]
    return bool(longer) and all(word[0].isupper() for word in longer)


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
    if not ends or len(words.split()) < 2 or not any(map(str.isalnum, words)):
        return None
    if len(words.split()) < _LEAST and words.rstrip(_CLOSING)[-1:] not in ".!?…":
        return None
    content = [(quotations[0], quotations[-1] + 1)]
    return Draft(content, None, None, Act.SPEECH, CONTINUATION)
