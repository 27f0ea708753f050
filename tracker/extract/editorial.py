"""Find what the editor put into quoted words: [brackets], (parentheses), ellipses."""

import re

from tracker.model import Span

_EDITED = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)|…|\.{3,}|\. \. \.")


def find_editorial(text: str, content: tuple[Span, ...], quoted: list[Span]) -> tuple[Span, ...]:
    """Return the editor's words and marks that stand inside quotation marks within `content`.

    `quoted` are the outermost quotations that touch the content.
    """
    found = []
    for piece in content:
        for quotation in quoted:
            start, end = max(piece.start, quotation.start), min(piece.end, quotation.end)
            if start < end:
                found += [Span(*match.span()) for match in _EDITED.finditer(text, start, end)]
    return tuple(found)
