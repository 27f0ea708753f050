"""Who speaks in a transcript or an interview, by the labels before their paragraphs.

"THE PRESIDENT: Thank you all.", "Lind: We had no choice.", "Q: Why?". A label is believed
only where a conversation is laid out so: several labelled paragraphs, some label more than
once, and people who say "I", "we" or "you". Lists print "Venue: …" the same way.

What a label says holds for the paragraphs behind it until the next label.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extract.words import WEEKDAYS
from tracker.model import Span
from tracker.text.tokens import word_set

_NAME = r"[A-Z][\w.’'&-]{0,30}"
_LABEL = re.compile(
    rf"[*_]{{0,2}}((?:{_NAME})(?: (?:{_NAME}|of|the|de|van|von|and|for)){{0,5}})"
    r"(?:\s?\([^()\n]{1,60}\)|, [^:.\n]{2,60})?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
_LETTER = re.compile(r"([QA])\d{0,2}[.:]\s+(?=\S)")
_PERSONAL = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]e|[Uu]s|[Mm]y|[Oo]ur|[Yy]our)\b|\b(?:WE|YOU|MY|OUR|YOUR)\b"
)
_ASKING = word_set("q question questions reporter interviewer moderator host journalist audience")
_ANSWERING = word_set("a answer")
_NO_LABELS = WEEKDAYS | word_set(
    """
    pros cons verdict price rating score result date time venue location where when what who
    why how director cast age city job pay name weight height size title note notes correction
    update updated photo photos image caption video watch listen related source sources
    contact email tel telephone fax web website opinion analysis editor's summary background
    interview conversation profile review obituary exclusive breaking live comments letters
    copyright topics tags admission tickets address winner losers winners
    """
)
_QUOTES = "“\"‘'„«`"
"""Before quoted words a label is a colon like others: what follows may be the writer's."""

_EDITED = re.compile(
    r"(?:This|The|Our) (?:conversation|interview|transcript|exchange|discussion)\b"
    r"[^\n]{0,120}\b(?:edited|condensed|shortened|abridged)\b"
)
_LEAST = 3
"""Labelled paragraphs: fewer are no conversation."""

_INITIALS = 3
"""Letters: a label so short stands for a name in an interview ("OB:"), not in a transcript."""

_PERSONAL_SHARE = 1 / 3
_GAP = 4
"""Paragraphs without a label that a turn may run on over before the next label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a row.

    `first` is the number of its first paragraph; `pieces` are its paragraphs, the first
    from behind the label. `name` is None in "A: …", which names nobody, and `asks` says
    that the words are an interviewer's.
    """

    first: int
    name: Span | None
    colon: Span
    pieces: tuple[Span, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class _Label:
    paragraph: int
    name: Span
    end: int
    word: str
    capitals: bool
    quoted: bool


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """Return the turns of the conversation that `text` prints, [] where it prints none."""
    labels = _labels(text, paragraphs)
    if not _is_conversation(text, paragraphs, labels):
        return []
    asking = _asking(text, paragraphs, labels)
    spoken = {label.word for label in labels if not label.quoted}
    return [
        _turn(text, paragraphs, label, following, asks=label.word in asking)
        for label, following in zip(labels, [*labels[1:], None], strict=True)
        if label.word in spoken
    ]


def _labels(text: str, paragraphs: Sequence[Span]) -> list[_Label]:
    """Return the labels in order; a headline with a colon is one only when it comes again."""
    labels = [
        label
        for number, paragraph in enumerate(paragraphs)
        if (label := _label(text, number, paragraph)) is not None
    ]
    headline = bool(labels) and labels[0].paragraph == 0
    again = any(label.word == labels[0].word for label in labels[1:])
    return labels[1:] if headline and not again else labels


def _label(text: str, number: int, paragraph: Span) -> _Label | None:
    match = _LETTER.match(text, paragraph.start, paragraph.end) or _LABEL.match(
        text, paragraph.start, paragraph.end
    )
    if match is None:
        return None
    printed = match.group(1)
    words = printed.lower().split()
    if not _NO_LABELS.isdisjoint(words):
        return None
    capitals = len(printed) > 1 and printed.isupper()
    quoted = text[match.end()] in _QUOTES
    return _Label(number, Span(*match.span(1)), match.end(), " ".join(words), capitals, quoted)


def _is_conversation(text: str, paragraphs: Sequence[Span], labels: Sequence[_Label]) -> bool:
    plain = [label for label in labels if not label.quoted]
    counts = Counter(label.word for label in plain)
    if len(plain) < _LEAST or len(counts) < 2 or max(counts.values()) < 2:
        return False
    personal = sum(
        1 for label in plain if _PERSONAL.search(text, label.end, paragraphs[label.paragraph].end)
    )
    return personal >= _PERSONAL_SHARE * len(plain)


def _asking(text: str, paragraphs: Sequence[Span], labels: Sequence[_Label]) -> set[str]:
    """Return the labels of those who ask: "Q", and whoever mostly ends with a question mark."""
    counts = Counter(label.word for label in labels)
    questions = Counter(
        label.word
        for label in labels
        if text[label.end : paragraphs[label.paragraph].end].rstrip('*_”" ').endswith("?")
    )
    asking = {word for word in counts if 2 * questions[word] > counts[word] > 1}
    return asking | (_ASKING & counts.keys())


def _turn(
    text: str, paragraphs: Sequence[Span], label: _Label, following: _Label | None, *, asks: bool
) -> Turn:
    last = _last(text, paragraphs, label, following)
    rest = (
        span
        for span in paragraphs[label.paragraph + 1 : last]
        if text[span.start] not in "([*#" and not _EDITED.match(text, span.start, span.end)
    )
    pieces = (Span(label.end, paragraphs[label.paragraph].end), *rest)
    sign = ":" if ":" in text[label.name.end : label.end] else "."
    colon = text.index(sign, label.name.end)
    name = None if label.word in _ASKING | _ANSWERING else label.name
    return Turn(label.paragraph, name, Span(colon, colon + 1), pieces, asks)


def _last(text: str, paragraphs: Sequence[Span], label: _Label, following: _Label | None) -> int:
    """Return one past the last paragraph of a turn.

    Where the next label is the same, or a question stands in between, only the answers
    are labelled: what lies between is the interviewer's. Behind the last label only a
    transcript, with its names in capitals, goes on; an article has the writer's words there.
    """
    first = label.paragraph + 1
    if label.capitals and label.name.end - label.name.start <= _INITIALS:
        return first
    if following is None:
        return len(paragraphs) if label.capitals else first
    between = paragraphs[first : following.paragraph]
    runs_on = label.capitals or len(between) <= _GAP
    asked = any(text[span.end - 1] == "?" for span in between)
    return following.paragraph if runs_on and not asked and following.word != label.word else first
