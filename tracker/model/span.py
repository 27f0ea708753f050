"""Where words stand in a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

CONTEXT = 32
"""Codepoints of context kept on each side of a selector: enough to find the place again."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: codepoint offsets, `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand here in `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one codepoint."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved right by `by` codepoints."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Selector:
    """A span with the words themselves and what stands around them.

    Source: W3C Web Annotation Data Model, text quote and text position selectors.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, span: Span, text: str) -> Self:
        """Return the selector of `span` in `text`."""
        return cls(
            start=span.start,
            end=span.end,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(self.start, self.end)


def join_spans(spans: Iterable[Span], text: str) -> str:
    """Return the words of `spans` as one line to read, gaps shown as an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
