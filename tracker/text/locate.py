"""Where a person's words stand in a text."""

from tracker.errors import BadInput
from tracker.model import Span


def find_once(text: str, words: str, option: str) -> Span:
    """Return where `words` stand in `text`.

    Raises:
        BadInput: they do not stand there, or more than once.
    """
    if not words.strip():
        raise BadInput(f"{option}: there are no words in it: copy some as printed")
    start = text.find(words)
    if start < 0:
        raise BadInput(f"{option}: the article's text does not hold {words!r}: copy it as printed")
    if text.find(words, start + 1) >= 0:
        raise BadInput(f"{option}: {words!r} stands more than once in the text: give more words")
    return Span(start, start + len(words))
