"""Finding the stretch of a long text that is most like some words, in linear time.

The rare words of what is looked for vote for where it would stand; only the few places
with the most votes are aligned word by word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel, LCSseq

FLOOR = 0.75
"""Likeness below which words are not the same ones, edited.

Source: 346 articles of our own, each edited by machine eight times (`python -m
benchmarks.reanchoring`): of 1,836 like places from .75 up 7 are wrong, of 241 from .70 to
.75 28 are, and below .65 nearly all.
"""

LEAST_WORDS = 4
"""Words below which likeness tells nothing: "two dead" is like "ten dead"."""

LONGEST = 3_000
"""Words above which no like place is looked for: longer than any statement."""

COMMON = 200
"""Places above which a word has no vote: it stands everywhere."""

PLACES = 4
"""Places that are aligned for one selector."""

_WORD = re.compile(r"\S+")
_MARKS = "\"'.,;:!?()[]-…"
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*$")


@dataclass(frozen=True)
class Nearly:
    """A folded text in which like words are looked for."""

    text: str

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return [_bare(self.text[start:end]) for start, end in self._spans]

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        at: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            at[word].append(number)
        return at

    def places(self, needle: str) -> list[tuple[int, int, float]]:
        """Return stretches at least `FLOOR` like `needle`, with how like they are, best first.

        Offsets are in the folded text; no two overlap.
        """
        words = [_bare(word) for word in needle.split()]
        if not LEAST_WORDS <= len(words) <= LONGEST:
            return []
        scored = []
        for start, end in self._windows(words):
            found = self._aligned(words, start, end)
            if found is None:
                continue
            first, last = self._spans[found[0]][0], self._spans[found[1] - 1][1]
            first, last = _trimmed(self.text, first, last, needle)
            score = likeness(needle, self.text[first:last])
            if score >= FLOOR:
                scored.append((first, last, score))
        scored.sort(key=lambda place: (-place[2], place[0]))
        kept: list[tuple[int, int, float]] = []
        for place in scored:
            if all(place[1] <= other[0] or place[0] >= other[1] for other in kept):
                kept.append(place)
        return kept

    def _windows(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the stretches where the rare ones of `words` stand, likeliest first."""
        width = max(4, len(words) // 2)
        votes: Counter[int] = Counter()
        for number, word in enumerate(words):
            at = self._at.get(word, ())
            if at and len(at) <= COMMON:
                # Counted in whole numbers, so that the order of adding cannot matter.
                weight = 10_000 // len(at)
                for place in at:
                    bin_ = (place - number) // width
                    votes[bin_] += weight
                    votes[bin_ + 1] += weight
        best = sorted(votes, key=lambda bin_: (-votes[bin_], bin_))[:PLACES]
        return [
            (
                max(0, (bin_ - 1) * width - width),
                min(len(self._words), (bin_ + 1) * width + len(words) + width),
            )
            for bin_ in best
        ]

    def _aligned(self, words: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
        """Return the words of a window that line up best with `words`, None where none do."""
        window = self._words[start:end]
        blocks = [
            (op.src_start, op.dest_start, op.src_end - op.src_start)
            for op in LCSseq.opcodes(words, window)
            if op.tag == "equal"
        ]
        if not blocks:
            return None
        first, last = _densest(blocks)
        before = blocks[first][0]
        after = len(words) - blocks[last][0] - blocks[last][2]
        left = start + blocks[first][1]
        right = start + blocks[last][1] + blocks[last][2]
        return self._widened(left, right, before, after)

    def _widened(self, left: int, right: int, before: int, after: int) -> tuple[int, int]:
        """Take in as many words at each end as were replaced there, within the sentence."""
        while before and left and not self._ends_sentence(left - 1):
            left, before = left - 1, before - 1
        while after and right < len(self._words) and not self._ends_sentence(right - 1):
            right, after = right + 1, after - 1
        return left, right

    def _ends_sentence(self, number: int) -> bool:
        start, end = self._spans[number]
        return bool(_SENTENCE_END.search(self.text[start:end]))


def likeness(one: str, other: str) -> float:
    """Return how like two folded texts are, letter by letter, in [0, 1]."""
    return float(Indel.normalized_similarity(one, other))


def _bare(word: str) -> str:
    return word.strip(_MARKS) or word


def _densest(blocks: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """Return the first and last of the shared runs that make one stretch.

    A run at either end that stands farther off than it is worth is left out: a "the" that
    lines up by chance fifty words away.
    """
    first, last = 0, len(blocks) - 1
    while first < last and _is_stray(blocks[first], blocks[first + 1]):
        first += 1
    while first < last and _is_stray(blocks[last], blocks[last - 1]):
        last -= 1
    return first, last


def _is_stray(run: tuple[int, int, int], next_: tuple[int, int, int]) -> bool:
    old_gap = abs(next_[0] - run[0]) - min(run, next_)[2]
    new_gap = abs(next_[1] - run[1]) - min(run, next_)[2]
    return new_gap - old_gap > 2 * run[2] + 2


def _trimmed(text: str, start: int, end: int, needle: str) -> tuple[int, int]:
    """Leave out marks at either end that `needle` does not begin or end with."""
    while start < end and text[start] in _MARKS and not needle.startswith(text[start]):
        start += 1
    while end > start and text[end - 1] in _MARKS and not needle.endswith(text[end - 1]):
        end -= 1
    return start, end
