"""Our own marked articles as rows to score against, in PolNeAR's manner.

PolNeAR marks outermost attributions only, and a quotation that is resumed after its cue,
or runs on into the next paragraph, as one; ours are brought to the same here.
"""

from collections.abc import Iterable
from typing import Any

from benchmarks.attributions import Row, joined, pairs
from tracker.model import Attribution, MarkedArticle


def as_row(article: MarkedArticle) -> dict[str, Any]:
    """Return {"id", "text", "attributions"}, as the lines of PolNeAR are."""
    outer = outermost(article.attributions)
    rows = [as_attribution(mark) for mark in outer]
    resumed = [not mark.source and not mark.cue for mark in outer]
    return {
        "id": article.id,
        "text": article.text,
        "attributions": joined(article.text, rows, resumed),
    }


def as_attribution(mark: Attribution) -> Row:
    return {
        "source": pairs(*mark.source),
        "cue": pairs(*mark.cue),
        "content": pairs(*mark.content),
    }


def outermost(marks: Iterable[Attribution]) -> list[Attribution]:
    """Return the attributions that stand in no other's content, in text order."""
    kept: list[Attribution] = []
    for mark in sorted(marks, key=lambda mark: (mark.content[0].start, -mark.content[-1].end)):
        place = mark.content[0].start
        if not any(s.start <= place < s.end for outer in kept for s in outer.content):
            kept.append(mark)
    return kept


def as_whole_row(article: MarkedArticle) -> dict[str, Any]:
    """Return {"id", "text", "attributions"} with all that is marked, nested ones too.

    Each attribution has "n", "content", "source", "cue", "relay" and "who", as the lines
    have that `benchmarks.speakers` and `benchmarks.relays` read.
    """
    rows = [
        as_attribution(mark) | {"n": number, "relay": pairs(*mark.relays), "who": mark.who}
        for number, mark in enumerate(article.attributions, 1)
    ]
    return {"id": article.id, "text": article.text, "attributions": rows}
