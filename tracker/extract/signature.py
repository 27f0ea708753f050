"""Quotations that are signed: “We are proud of it.” – Jane Doe, chief executive.

Press releases, pull quotes and pasted posts name the speaker behind a dash.
"""

import re
from collections.abc import Sequence

from tracker.extract.draft import Draft
from tracker.extract.phrases import DASHES, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, PRONOUNS, ROLE_WORDS
from tracker.model import Act, Span
from tracker.text.sentences import QUOTED

_LONGEST = 18
"""Tokens of a signature: a name, an office, and of what."""

_LEAST = 4
"""Words: a shorter quotation before a dash may be a title."""

_SPEECH = ".!?,…"
_POST = re.compile(
    r"(?:[—–]|--?)\s?([^\W\d][^@\n(]{1,60}?)\s?\(@\w{1,30}\)\s(?=[A-Z0-9][a-z0-9]{0,9}\b)"
)
"""The signature of a pasted post: "— Ada Lind (@adalind) September 13, 2023"."""


def find_signature(sentence: Sentence, end: int) -> Draft | None:
    """Return the quotation that a dash and a name, and nothing else, follow."""
    low = sentence.low
    dash = next((at for at in range(min(end, 4)) if low[at] in DASHES), None)
    if not dash or {QUOTED} != set(low[:dash]) - {",", "."}:
        return None
    first, last = dash + 1, _name_end(sentence, dash + 1, end)
    if not first < last <= first + _LONGEST or not _may_sign(sentence, first, last):
        return None
    words = sentence.tokens[0].text.strip("“”\"'‘’«»„ ")
    if words[-1:] not in _SPEECH and len(words.split()) < _LEAST:
        return None
    content = [(0, dash - (low[dash - 1] in (",", ".")))]
    return Draft(content, (first, last), (dash, dash + 1), Act.SPEECH, "signature")


def _name_end(sentence: Sentence, first: int, end: int) -> int:
    """Return where the signature ends: before a bracket, a figure (a date) or the end."""
    low = sentence.low
    for at in range(first, end):
        if low[at] == "(" or low[at] in DASHES:
            return at
        if low[at][0].isdigit() and at > first + 1:
            return at - 1
    return end


def _may_sign(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the words are a name or an office, with what is set beside it."""
    low = sentence.low
    if QUOTED in low[first:last] or has_finite(sentence, first + 1, last):
        return False
    named = any(
        sentence.is_name(at) and low[at] not in DETERMINERS | PRONOUNS for at in range(first, last)
    )
    return named or not ROLE_WORDS.isdisjoint(low[first:last])


def is_signature(sentence: Sentence) -> bool:
    """Say whether a sentence is a dash and a signature, for the quotation before it."""
    end = len(sentence)
    if not 2 <= end <= _LONGEST + 1 or sentence.low[0] not in DASHES:
        return False
    last = _name_end(sentence, 1, end)
    return last > 1 and sentence.is_name(1) and _may_sign(sentence, 1, last)


def find_posts(text: str, paragraphs: Sequence[Span]) -> list[tuple[Span, Span, Span]]:
    """Return content, name and dash of each pasted post.

    The words of the post stand before the signature, in its paragraph or in the one before.
    """
    found = []
    for number, paragraph in enumerate(paragraphs):
        at = text.find("(@", paragraph.start, paragraph.end)
        dash = max(text.rfind(sign, paragraph.start, at) for sign in "—–-") if at > 0 else -1
        match = _POST.match(text, max(dash, 0), paragraph.end) if dash >= 0 else None
        if match is None:
            continue
        content = Span(paragraph.start, max(paragraph.start, dash))
        if not content.of(text).strip() and number:
            content = paragraphs[number - 1]
        words = content.of(text).rstrip()
        if words:
            span = Span(content.start, content.start + len(words))
            found.append((span, Span(*match.span(1)), Span(dash, dash + 1)))
    return found
