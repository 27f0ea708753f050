"""Two claims side by side on a terminal, what differs marked in each."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tracker.cli.printing import chain, place, who

Shape = dict[str, Any]

WIDE = 100
"""Columns of a terminal from which two texts fit beside each other; else one stands below."""

_MARKS = {"delete": ("[-", "-]", "red"), "insert": ("{+", "+}", "green")}


def side_by_side(shape: Shape, width: int) -> RenderableType:
    """Return a pair of claims to show on a terminal of this many columns.

    The earlier one is on the left, or above. What only it has stands in [-…-], what
    only the later one has in {+…+}, so that it is seen without colour too.
    """
    left = [*_head(shape["earlier"], "earlier"), Text()]
    right = [*_head(shape["later"], "later"), Text()]
    left.append(marked(shape["earlier"]["text"], shape["diff"], "delete"))
    right.append(marked(shape["later"]["text"], shape["diff"], "insert"))
    if width < WIDE:
        return Group(*left, Text(), *right)
    table = Table.grid(expand=True, padding=(0, 2))
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(Group(*left), Group(*right))
    return table


def _head(side: Shape, label: str) -> Iterator[Text]:
    times = f" ×{side['occurrences']}" if side["occurrences"] > 1 else ""
    yield Text(f"{label}: claim {side['claim_id']}, {side['type']}{times}", style="bold")
    yield Text(place(side))
    yield Text(f"speaker: {who(side)}")
    if side["chain"]:
        yield Text(f"chain: {chain(side['chain'])}")


def marked(text: str, edits: Iterable[Shape], op: str) -> Text:
    """Return one side's words as printed, those that `op` ("delete", "insert") is for marked."""
    words = iter(text.split())
    before, after, style = _MARKS[op]
    line = Text()
    for edit in edits:
        if edit["op"] not in ("equal", op):
            continue
        part = " ".join(next(words) for _ in edit["text"].split())
        if line:
            line.append(" ")
        if edit["op"] == op:
            line.append(f"{before}{part}{after}", style=style)
        else:
            line.append(part)
    return line
