"""A text as extraction reads it: paragraphs, quotations, sentences, and which words are quoted."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from tracker.extract.paragraphs import lay_out
from tracker.extract.parted import with_their_cues
from tracker.extract.turns import Turn
from tracker.model import Span, StatementType
from tracker.text.quotation import Quotation, find_quotations
from tracker.text.sentences import QUOTED, split_paragraph, split_text
from tracker.text.tokens import Token

_WORD = re.compile(r"\w+(?:['’]\w+)*")

_SHORTEST_INNER = 25
"""Codepoints: a shorter quotation has no room for a statement within it."""

DIRECT_SHARE = 0.9
"""Share of the words inside quotation marks from which a statement counts as direct."""


@dataclass(slots=True)
class Sentence:
    """A sentence as tokens; a quotation is one token whose `low` is “”.

    `paragraph` is the number of its paragraph; `inside` says that it stands within a
    quotation or a labelled speaker's words. Positions in the rules are indexes
    into `tokens`; `low` are the tokens' lower-case words, for speed.
    """

    tokens: list[Token]
    paragraph: int
    inside: bool = False
    low: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.low = [token.low.replace("’", "'") for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from `first` to before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def is_name(self, index: int) -> bool:
        """Say whether the token begins with a capital letter (or is a handle)."""
        return self.tokens[index].text[0].isupper() or self.tokens[index].text[0] == "@"

    def is_word(self, index: int) -> bool:
        """Say whether the token is a word, not a mark or a quotation."""
        return self.tokens[index].text[-1].isalnum() or (
            len(self.low[index]) > 2
            and (self.low[index] != QUOTED and self.tokens[index].text[0].isalnum())
        )


@dataclass(slots=True)
class Reading:
    """A text with its paragraphs, quotations and sentences, read once for all rules."""

    text: str
    paragraphs: list[Span]
    quotations: list[Quotation]
    sentences: list[Sentence]
    outer: list[Quotation]
    turns: tuple[Turn, ...]
    _starts: list[int]
    _quoted: list[int]
    _outer_starts: list[int] = field(init=False)
    _outer_ends: list[int] = field(init=False)
    _paragraph_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._outer_starts = [quotation.span.start for quotation in self.outer]
        self._outer_ends = [quotation.span.end for quotation in self.outer]
        self._paragraph_ends = [paragraph.end for paragraph in self.paragraphs]

    @classmethod
    def of(cls, text: str) -> "Reading":
        """Return the reading of `text`; time is linear in its length."""
        layout = lay_out(text)
        paragraphs = list(layout.paragraphs)
        spoken = {piece.start for turn in layout.turns for piece in turn.pieces}
        quotations = find_quotations(text, paragraphs)
        outer = [quotation for quotation in quotations if quotation.depth == 0]
        sentences = [
            Sentence(tokens, number, inside=paragraphs[number].start in spoken)
            for number, split in enumerate(split_text(text, paragraphs, quotations))
            for tokens in with_their_cues(split)
        ]
        counted = _count_quoted(text, outer)
        return cls(text, paragraphs, quotations, sentences, outer, layout.turns, *counted)

    def inner_sentences(self) -> list[Sentence]:
        """Return the sentences inside the outermost quotations, quotations in them one token."""
        inner = [quotation for quotation in self.quotations if quotation.depth == 1]
        starts = [quotation.span.start for quotation in inner]
        sentences = []
        for quotation in self.outer:
            span = quotation.inner
            if span.end - span.start < _SHORTEST_INNER:
                continue
            inside = inner[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            number = bisect_left(self._paragraph_ends, span.start)
            for tokens in split_paragraph(self.text, span, inside):
                sentences.append(Sentence(tokens, number, inside=True))
        return sentences

    def quoted_in(self, content: tuple[Span, ...]) -> list[Span]:
        """Return the outermost quotations that share a codepoint with `content`."""
        first = bisect_left(self._outer_ends, content[0].start + 1)
        last = bisect_left(self._outer_starts, content[-1].end)
        return [quotation.span for quotation in self.outer[first:last]]

    def type_of(self, spans: tuple[Span, ...]) -> StatementType:
        """Return how the words of `spans` are given: inside quotation marks, outside, or both."""
        words = quoted = 0
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            words += last - first
            quoted += self._quoted[last] - self._quoted[first]
        if not quoted:
            return StatementType.INDIRECT
        return StatementType.DIRECT if quoted >= DIRECT_SHARE * words else StatementType.MIXED


def _count_quoted(text: str, outer: list[Quotation]) -> tuple[list[int], list[int]]:
    """Return the starts of all words, and how many words before each are quoted."""
    starts: list[int] = []
    counts = [0]
    ends = iter(outer)
    current = next(ends, None)
    for match in _WORD.finditer(text):
        at = match.start()
        while current is not None and current.span.end <= at:
            current = next(ends, None)
        inside = current is not None and current.span.start <= at
        starts.append(at)
        counts.append(counts[-1] + inside)
    return starts, counts
