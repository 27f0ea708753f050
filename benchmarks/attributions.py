"""Attributions in the form that is scored: JSON rows of [start, end) codepoint offsets.

PolNeAR marks a quotation that is resumed after its cue (“A,” she said. “B.”), or runs on
into the next paragraph, as one attribution; extraction and our own marked articles give
the second its own, without source or cue. The two are joined, so that like is compared
with like.
"""

from collections.abc import Sequence
from typing import Any

from tracker.model import Span, Statement

Row = dict[str, Any]
"""{"source", "cue", "content", "type"?, "confidence"?}, the parts lists of [start, end) offsets.

Of joined ones, type and confidence are those of the first.
"""

CLOSING = "”\"’'»"
"""What ends a quotation; a paragraph of one that runs on ends without."""


def as_attributions(text: str, statements: list[Statement]) -> list[Row]:
    """Return the outermost attributed statements, without what the article itself asserts."""
    kept = [s for s in statements if s.parent is None and s.rule != "asserted fact"]
    rows = [
        {
            "source": pairs(statement.source),
            "cue": pairs(statement.cue),
            "content": pairs(*statement.content),
            "type": statement.type.value,
            "confidence": statement.confidence,
        }
        for statement in kept
    ]
    return joined(text, rows, [statement.rule == "continuation" for statement in kept])


def joined(text: str, rows: Sequence[Row], resumed: Sequence[bool]) -> list[Row]:
    """Return attributions in text order with those that resume another joined to it."""
    joint: list[Row] = []
    end = 0
    for row, goes_on in zip(rows, resumed, strict=True):
        first = row["content"][0][0]
        if goes_on and joint and ("\n" not in text[end:first] or text[end - 1] not in CLOSING):
            joint[-1]["content"] += row["content"]
        else:
            joint.append(row)
        spans = row["content"] + row["source"] + row["cue"]
        end = max(last for _, last in spans)
    return joint


def pairs(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]
