"""Two claims side by side: what the features, the gates and the relations all look at."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import JaroWinkler

from tracker.match.prepare import Prepared
from tracker.match.synonyms import SYNONYMS
from tracker.model import Meaning
from tracker.text.similarity import Alignment, Block, Gap, align
from tracker.text.variants import STOP_WORDS

Rarity = Callable[[str], float]
"""Gives the weight of a stem: its inverse document frequency, or 1 for any."""


@dataclass(frozen=True)
class Pair:
    """Two prepared claims, `left` the later one, and how their words line up.

    The window of a side runs from its first to its last shared word: what stands
    outside was cut off or added at an edge, what differs inside was changed. `one_story`
    says that their articles are known to tell of one story.
    """

    left: Prepared
    right: Prepared
    rarity: Rarity | None = None
    meaning: Meaning | None = None
    one_story: bool = False

    @cached_property
    def content(self) -> Alignment:
        """How the content stems of the two line up."""
        return align(self.left.content, self.right.content)

    @cached_property
    def shared(self) -> int:
        """How many content stems the two share, in any order."""
        return self.common.total()

    @cached_property
    def common(self) -> Counter[str]:
        """The content stems that the two share, each as often as on the side with fewer."""
        return self.left.counts & self.right.counts

    @cached_property
    def shared_trigrams(self) -> int:
        """How many times three letters stand side by side in both."""
        return (self.left.trigrams & self.right.trigrams).total()

    def weight(self, stems: Sequence[str]) -> float:
        """Return the summed rarity of `stems`."""
        return float(len(stems)) if self.rarity is None else sum(map(self.rarity, stems))

    @cached_property
    def weights(self) -> tuple[float, float]:
        """The summed rarity of the left and of the right content."""
        return self.weight(self.left.content), self.weight(self.right.content)

    @cached_property
    def own(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The content stems that only the left and only the right side has."""
        left, right = self.left.counts, self.right.counts
        return tuple((left - right).elements()), tuple((right - left).elements())

    @cached_property
    def found(self) -> tuple[float, float]:
        """The share of the left and of the right content, by rarity, that the other side has
        too; a word that the other side spells otherwise, or has another for, counts in part."""
        left, right = (
            1 - (self.weight(own) - self._weight_of_likes(own, likes)) / whole if whole else 0.0
            for own, likes, whole in zip(self.own, self.likes, self.weights, strict=True)
        )
        return left, right

    def _weight_of_likes(self, own: Sequence[str], likes: Mapping[str, float]) -> float:
        return sum(self.weight((stem,)) * likes.get(stem, 0.0) for stem in own[:MOST_SPELT])

    @cached_property
    def likes(self) -> tuple[dict[str, float], dict[str, float]]:
        """The stems of `own` for which the other side has another form or word, and how like
        the likest of these is, in [0, 1]."""
        here, there = self.own
        return _likes(here, there), _likes(there, here)

    @cached_property
    def untold(self) -> tuple[int, int]:
        """The longest stretch of words of the left and of the right side that the other side
        lacks; names, days and what only frames what is told do not count."""
        left, right = self.likes
        return (
            _longest_untold(self.left, self.right, left),
            _longest_untold(self.right, self.left, right),
        )

    @cached_property
    def every_word(self) -> Alignment:
        """The shared runs of all words, function words that stand alone at an edge left out."""
        whole = align(self.left.stems, self.right.stems)
        blocks = list(whole.blocks)
        while len(blocks) > 1 and self._is_stray(blocks[0], blocks[1]):
            del blocks[0]
        while len(blocks) > 1 and self._is_stray(blocks[-1], blocks[-2]):
            del blocks[-1]
        return Alignment(tuple(blocks), whole.left_size, whole.right_size)

    def _is_stray(self, block: Block, neighbour: Block) -> bool:
        words = self.left.words[block.left : block.left + block.size]
        if any(word.form not in STOP_WORDS for word in words):
            return False
        first, second = sorted((block, neighbour))
        gap = max(second.left - first.left - first.size, second.right - first.right - first.size)
        return gap > block.size

    @cached_property
    def gaps(self) -> list[Gap]:
        """Where words were replaced, put in or taken out, edges that only one side has aside."""
        edges = [
            gap
            for gap in self.every_word.edge_gaps()
            if gap.left_start < gap.left_end and gap.right_start < gap.right_end
        ]
        return [*self.every_word.inner_gaps(), *edges]

    @cached_property
    def windows(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The left and the right window, as word offsets, ends exclusive."""
        if not self.every_word.blocks:
            return (0, 0), (0, 0)
        first, last = self.every_word.blocks[0], self.every_word.blocks[-1]
        return (first.left, last.left + last.size), (first.right, last.right + last.size)

    @cached_property
    def closeness(self) -> float:
        """Shared words as a share of the longer window, in [0, 1]."""
        longer = max(end - start for start, end in self.windows)
        return self.every_word.matched / longer if longer else 0.0

    @cached_property
    def coverage(self) -> float:
        """Shared words as a share of the shorter text, in [0, 1]."""
        shorter = min(self.every_word.left_size, self.every_word.right_size)
        return self.every_word.matched / shorter if shorter else 0.0

    @cached_property
    def near_verbatim(self) -> bool:
        """Whether one text is the other, or a stretch of it, but for a few words."""
        return self.closeness >= NEAR and self.coverage >= NEAR


def _likes(own: Sequence[str], others: Sequence[str]) -> dict[str, float]:
    by_start: dict[str, list[str]] = {}
    for stem in others[:MOST_SPELT]:
        by_start.setdefault(stem[:2], []).append(stem)
    there = frozenset(others)
    return {
        stem: max(like)
        for stem in own[:MOST_SPELT]
        if (like := list(_alike(stem, by_start.get(stem[:2], ()), there)))
    }


def _longest_untold(side: Prepared, other: Prepared, likes: Mapping[str, float]) -> int:
    unused = Counter(other.stems)
    longest = stretch = 0
    for stem, tells in zip(side.stems, side.telling, strict=True):
        if unused[stem] > 0:
            unused[stem] -= 1
            stretch = 0
        elif stem in likes:
            stretch = 0
        elif tells:
            stretch += 1
            longest = max(longest, stretch)
    return longest


def _alike(stem: str, others: Sequence[str], there: frozenset[str]) -> Iterator[float]:
    """Yield how like the others are that may be another form of the word, or stand for it."""
    if not SYNONYMS.get(stem, _NONE).isdisjoint(there):
        yield SYNONYM
    if stem[0].isdigit():
        return
    for other in others:
        like = JaroWinkler.similarity(stem, other)
        if like >= SPELT_ALIKE:
            yield like


_NONE: frozenset[str] = frozenset()

SYNONYM = 0.8
"""What another word for the same counts, against 1 for the word itself."""

SPELT_ALIKE = 0.85
"""Jaro-Winkler similarity from which two stems with the same first letters are taken for
forms of one word: "drunk" and "drunken" have 0.94, "recover" and "record" 0.86."""

MOST_SPELT = 200
"""Stems a side that are compared by their spelling."""

NEAR = 0.7
"""Share of words. Gates on single words hold only for pairs nearer than this: used on all
pairs they cost 7 to 19 % of the true links, on near ones none of 72."""


def replaced(gap: Gap) -> tuple[range, range]:
    """Return the word offsets of a gap on the left and on the right."""
    return range(gap.left_start, gap.left_end), range(gap.right_start, gap.right_end)


def show(side: Prepared, places: range) -> str:
    """Return the words at `places` as printed, a contraction once."""
    printed: list[str] = []
    for at in places:
        word = side.words[at].printed
        if not printed or printed[-1] != word or "'" not in word:
            printed.append(word)
    return " ".join(printed)
