"""Finding the words of a selector again in another version of its text.

What was not touched is found by what both texts begin and end with. The rest is looked
for word for word, without regard to case, white space and typography, and then by likeness
(`text.nearly`). Where words stand several times, what stands around them decides; a place
that is better explained by another place of the old text is that one's, so that a sentence
that was taken out is not found in a like one that stayed.

Source: W3C Web Annotation Data Model, text quote selectors with prefix and suffix.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz.distance import Indel

from tracker.model import Anchoring, AnchorState, Selector
from tracker.text.nearly import Nearly
from tracker.text.normalise import Folded, fold

CONTEXT = 64
"""Folded codepoints compared on each side: the rest of the sentence, in most cases."""

NEAREST = 16
"""Folded codepoints next to the words: two or three words, which count twice."""

MOST = 60
"""Places of the same words that are compared; of words that stand more often, the nearest to
where they stood, counted from the beginning and from the end of the text."""

TIE = 0.05
"""Difference in likeness of context within which two places are equally good."""

FEW_WORDS = 4
"""Words below which a place needs like context: a name or "he said" stands anywhere."""

SUPPORT = 0.6
"""Likeness of the context on one side at least that few words need. Two unrelated stretches
of news have .35 to .5."""


def reanchor(selector: Selector, old_text: str, new_text: str) -> Anchoring:
    """Return where the words that `selector` points to in `old_text` stand in `new_text`."""
    return Anchorer(old_text, new_text).find(selector)


@dataclass(frozen=True)
class Anchorer:
    """Finds selectors of one text in another; what both need is made once and kept."""

    old_text: str
    new_text: str

    def find(self, selector: Selector) -> Anchoring:
        """Return where the words of `selector` stand in the new text."""
        untouched = self._in_frame(selector)
        if untouched is not None:
            return Anchoring(AnchorState.EXACT, *untouched, score=1.0)
        needle = fold(selector.exact).text
        if not needle:
            return Anchoring(AnchorState.ORPHAN)
        own = _Place.of(self._old, selector.start, needle)
        found = self._decide(own, [_Place(at, len(needle)) for at in self._hits(own, needle)])
        if len(found) > 1:
            return Anchoring(AnchorState.AMBIGUOUS, score=1.0)
        return self._same_words(selector, found[0]) if found else self._nearly(own, needle)

    @cached_property
    def _old(self) -> Folded:
        return fold(self.old_text)

    @cached_property
    def _new(self) -> Folded:
        return fold(self.new_text)

    @cached_property
    def _frame(self) -> tuple[int, int]:
        """How many codepoints both texts begin with, and how many they end with."""
        return (
            _shared(self.old_text, self.new_text),
            _shared(self.old_text[::-1], self.new_text[::-1]),
        )

    @cached_property
    def _like(self) -> Nearly:
        return Nearly(self._new.text)

    def _in_frame(self, selector: Selector) -> tuple[int, int] | None:
        """Return the place of words in what both texts begin or end with.

        None where they stand in neither, or in both at places that differ.
        """
        head, tail = self._frame
        moved = len(self.new_text) - len(self.old_text)
        places = set()
        if selector.end <= head:
            places.add(selector.start)
        if selector.start >= len(self.old_text) - tail:
            places.add(selector.start + moved)
        if len(places) != 1:
            return None
        start = places.pop()
        end = start + len(selector.exact)
        if self.new_text[start:end] != selector.exact:
            return None
        for old, new in ((selector.start, start), (selector.end, end)):
            if _joins(self.new_text, new) and not _joins(self.old_text, old):
                return None  # "cat" in "cats"
        return start, end

    def _hits(self, own: "_Place", needle: str) -> Iterator[int]:
        """Yield where `needle` stands in the new text, at the bounds of words as it did."""
        bounded = _is_bounded(self._old.text, own.start, own.end)
        moved = len(self._new.text) - len(self._old.text)
        for at in _find_near(self._new.text, needle, own.start, own.start + moved):
            if not bounded or _is_bounded(self._new.text, at, at + len(needle)):
                yield at

    def _decide(self, own: "_Place", places: Sequence["_Place"]) -> "list[_Place]":
        """Return the place that is this one, several where nothing tells them apart.

        A place that may as well be what became of other words of the old text stands twice.
        """
        needle = self._old.text[own.start : own.end]
        others = [
            _Place(at, own.size)
            for at in _find_near(self._old.text, needle, own.start)
            if at != own.start
        ]
        few = len(needle.split()) < FEW_WORDS
        ranked: list[tuple[float, _Place]] = []
        for place in places:
            sides = self._likeness(own, place)
            if few and max(sides) < SUPPORT:
                continue
            around = self._around(own, place)
            rival = max((self._around(other, place) for other in others), default=-1.0)
            if rival <= around + TIE:
                ranked += [(around, place)] * (2 if rival >= around - TIE else 1)
        best = max((around for around, _ in ranked), default=0.0)
        return [place for around, place in ranked if best - around <= TIE]

    def _likeness(self, old: "_Place", new: "_Place") -> tuple[float, float]:
        """Return how like what stands before and after is, each in [0, 1]."""
        before, after = self._contexts(old, new)
        return _alike(*before), _alike(*after)

    def _around(self, old: "_Place", new: "_Place") -> float:
        """Return how like the contexts are, in [0, 3]: both sides, and what is letter for letter
        the same next to the words."""
        before, after = self._contexts(old, new)
        same = _shared(*before) + _shared(*after)
        return _alike(*before) + _alike(*after) + same / (2 * CONTEXT)

    def _contexts(self, old: "_Place", new: "_Place") -> tuple[tuple[str, str], tuple[str, str]]:
        """Return what stands before, from the words backwards, and what after, in both texts."""
        one, other = self._old.text, self._new.text
        before = (
            one[max(0, old.start - CONTEXT) : old.start][::-1],
            other[max(0, new.start - CONTEXT) : new.start][::-1],
        )
        after = one[old.end : old.end + CONTEXT], other[new.end : new.end + CONTEXT]
        return before, after

    def _same_words(self, selector: Selector, place: "_Place") -> Anchoring:
        start, end = self._printed(place)
        at = start - (len(selector.exact) - len(selector.exact.lstrip()))
        if at >= 0 and self.new_text.startswith(selector.exact, at):
            return Anchoring(AnchorState.EXACT, at, at + len(selector.exact), 1.0)
        return Anchoring(AnchorState.FOLDED, start, end, 1.0)

    def _nearly(self, own: "_Place", needle: str) -> Anchoring:
        """Return the place of the most similar words that no other old place explains."""
        found = []
        for start, end, score in self._like.places(needle):
            place = _Place(start, end - start)
            if not self._is_taken(own, place):
                found.append((score, self._around(own, place), place))
        if not found:
            return Anchoring(AnchorState.ORPHAN)
        best = max(score for score, _, _ in found)
        near = sorted((one for one in found if best - one[0] <= TIE), key=lambda one: -one[1])
        score, around, place = near[0]
        if len(near) > 1 and around - near[1][1] <= TIE:
            return Anchoring(AnchorState.AMBIGUOUS, score=round(score, 4))
        return Anchoring(AnchorState.FUZZY, *self._printed(place), score=round(score, 4))

    def _is_taken(self, own: "_Place", place: "_Place") -> bool:
        """Say whether the words at a new place stood word for word elsewhere in the old text."""
        words = self._new.text[place.start : place.end]
        return any(
            at + len(words) <= own.start or at >= own.end for at in _find_all(self._old.text, words)
        )

    def _printed(self, place: "_Place") -> tuple[int, int]:
        """Return the codepoint offsets, in the new text as printed, of a place in the folded."""
        offsets = self._new.offsets
        last = place.end - 1
        end = offsets[last] + 1
        if place.end < len(offsets):
            end = max(end, offsets[place.end])
        else:
            end = max(end, len(self.new_text.rstrip()))
        return offsets[place.start], end


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of a folded text."""

    start: int
    size: int

    @property
    def end(self) -> int:
        return self.start + self.size

    @classmethod
    def of(cls, folded: Folded, start: int, needle: str) -> "_Place":
        """Return where the words that stand at `start` of the text as printed are folded."""
        at = bisect_left(folded.offsets, start)
        while at < len(folded.text) and folded.text[at] == " ":
            at += 1
        return cls(at, len(needle))


def _alike(one: str, other: str) -> float:
    """Return how like two contexts are that both begin at the words; the nearest count twice.

    The longer one is cut where the other's text ends.
    """
    if not one or not other:
        return float(one == other)
    size = max(NEAREST, min(len(one), len(other)))
    near = Indel.normalized_similarity(one[:NEAREST], other[:NEAREST])
    return (near + Indel.normalized_similarity(one[:size], other[:size])) / 2


def _find_near(text: str, words: str, *places: int) -> list[int]:
    """Return where `words` stand, up to `MOST` times around each of `places`."""
    found: set[int] = set()
    for place in places:
        found.update(islice(_every(text, words, max(0, place)), MOST // 2))
        at = max(0, place) + len(words) - 1
        for _ in range(MOST // 2):
            at = text.rfind(words, 0, max(0, at))
            if at < 0:
                break
            found.add(at)
            at += len(words) - 1
    return sorted(found)


def _find_all(text: str, words: str) -> Iterator[int]:
    """Yield the first `MOST` places of `words`."""
    return islice(_every(text, words), MOST)


def _every(text: str, words: str, start: int = 0) -> Iterator[int]:
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Say whether no word goes over either end of a stretch."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


_BLOCK = 4096


def _shared(one: str, other: str) -> int:
    """Return how many codepoints two texts begin with."""
    size = min(len(one), len(other))
    at = 0
    while at < size and one[at : at + _BLOCK] == other[at : at + _BLOCK]:
        at += _BLOCK
    while at < size and one[at] == other[at]:
        at += 1
    return min(at, size)
