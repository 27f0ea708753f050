"""Word differences between two versions of a sentence, to show to a reader.

Words are compared without their punctuation, case and typography, so that a
changed comma or quotation mark is no change; the words shown are as printed.
"""

from dataclasses import dataclass
from typing import Literal

from tracker.text.normalise import fold
from tracker.text.similarity import align


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the old text to the new: words kept, taken out or put in."""

    op: Literal["equal", "delete", "insert"]
    text: str


def word_diff(old: str, new: str) -> list[Edit]:
    """Return the edits that turn `old` into `new`, in order, words joined by single spaces.

    Kept words are given as `new` prints them. The "equal" and "insert" edits
    joined are the words of `new`; where words were replaced, what was taken out
    comes first. The words of `old` are the "equal" and "delete" edits, but for
    punctuation and case.
    """
    before, after = old.split(), new.split()
    alignment = align([_bare(word) for word in before], [_bare(word) for word in after])
    edits: list[Edit] = []
    at_old = at_new = 0
    for block in alignment.blocks:
        _add(edits, "delete", before[at_old : block.left])
        _add(edits, "insert", after[at_new : block.right])
        at_old, at_new = block.left + block.size, block.right + block.size
        _add(edits, "equal", after[block.right : at_new])
    _add(edits, "delete", before[at_old:])
    _add(edits, "insert", after[at_new:])
    return edits


def _add(edits: list[Edit], op: Literal["equal", "delete", "insert"], words: list[str]) -> None:
    if not words:
        return
    if edits and edits[-1].op == op:
        words = [edits.pop().text, *words]
    edits.append(Edit(op, " ".join(words)))


def _bare(printed: str) -> str:
    """Return a printed word without typography and outer punctuation, itself if nothing is left."""
    folded = fold(printed).text
    return folded.strip("\"'.,;:!?()[]-…") or folded
