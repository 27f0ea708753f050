"""Word differences between two versions of a sentence, to show to a reader.

Words are compared without their punctuation, case and typography, so that a
changed comma or quotation mark is no change; the words shown are as printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

from tracker.text.normalise import fold
from tracker.text.similarity import align

LONGEST = 20_000
"""Words on both sides of a changed passage above which it is shown as taken out and put in:
aligning twice as many takes four times as long, and 50 MB."""

AHEAD = 8
"""Paragraphs put in before a changed one that are looked past."""

LOOKED_AT = 2_000
"""Letters of a paragraph by which it is held to be like another."""

ALIKE = 0.55
"""Likeness, letter by letter, from which a paragraph is another one changed: two of one story
that have nothing in common have .4."""


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


def text_diff(old: str, new: str) -> list[Edit]:
    """Return the edits that turn one text into another, paragraph by paragraph, then by word.

    Each edit is of one paragraph or a part of one; a paragraph's last edit ends in a line
    break. Takes about linear time: paragraphs that both have are not looked into.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    edits: list[Edit] = []
    at_old = at_new = 0
    for op in [*LCSseq.opcodes(before, after), None]:
        if op is not None and op.tag != "equal":
            continue
        end_old, end_new = (op.src_start, op.dest_start) if op else (len(before), len(after))
        edits += _changed(before[at_old:end_old], after[at_new:end_new])
        if op is not None:
            at_old, at_new = op.src_end, op.dest_end
            edits += [Edit("equal", f"{words}\n") for words in before[op.src_start : at_old]]
    return edits


def _changed(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return the edits between paragraphs that differ, each beside the next one like it."""
    edits: list[Edit] = []
    at = 0
    for words in old:
        ahead = new[at : at + AHEAD]
        alike = [Indel.normalized_similarity(words[:LOOKED_AT], o[:LOOKED_AT]) for o in ahead]
        best = max(range(len(ahead)), key=alike.__getitem__, default=0)
        if not ahead or alike[best] < ALIKE:
            edits.append(Edit("delete", f"{words}\n"))
            continue
        edits += [Edit("insert", f"{other}\n") for other in ahead[:best]]
        edits += _passage(words, ahead[best])
        at += best + 1
    return [*edits, *(Edit("insert", f"{words}\n") for words in new[at:])]


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


def _passage(old: str, new: str) -> list[Edit]:
    if old.count(" ") + new.count(" ") > LONGEST:
        return [Edit("delete", f"{old}\n"), Edit("insert", f"{new}\n")]
    edits = word_diff(old, new)
    return [*edits[:-1], Edit(edits[-1].op, f"{edits[-1].text}\n")]


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
