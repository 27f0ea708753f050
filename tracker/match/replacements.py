"""Words put in the place of others in a nearly verbatim text, where no gate can tell whose."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import JaroWinkler

from tracker.match.gates.figures import is_told_in_other_units
from tracker.match.lexicon import MEASURES
from tracker.match.pair import Pair, replaced
from tracker.match.prepare import Prepared
from tracker.match.setting import SPELT_ALIKE
from tracker.match.small_words import have_opposite_particles, may_say_otherwise
from tracker.match.vouching import is_one_written_otherwise, is_vouched
from tracker.text.similarity import Gap

OTHER_END = 2
"""Content words with which, on both sides, a text ends in another way."""


def has_a_name_replaced(pair: Pair) -> bool:
    """Say whether a near-verbatim text has, inside, other words where a name or figure stands
    that the other lacks: "and Marten painted it all", "and my father painted it all"."""
    if not pair.near_verbatim:
        return False
    own = tuple(frozenset(stems) for stems in pair.own)
    may_be_figures = is_told_in_other_units(pair)
    for gap in _between_shared_words(pair):
        sides = tuple(
            [(at, side.stems[at]) for at in places if side.stems[at] in here]
            for side, places, here in zip((pair.left, pair.right), replaced(gap), own, strict=True)
        )
        if all(sides) and any(
            stem[0].isdigit() or side.is_name(at)
            for side, words in zip((pair.left, pair.right), sides, strict=True)
            for at, stem in words
            if not _is_spelt_like_any(stem, pair, side)
            if not (may_be_figures and stem[0].isdigit())
        ):
            return True
    return False


def has_words_replaced(pair: Pair) -> bool:
    """Say whether two texts are the same but for a few words that stand for others, where nothing
    vouches that they mean the same: "a calm night", "a wild night". Where the rest is in other
    words too, somebody has put the whole in words of his own."""
    if not pair.near_verbatim:
        return False
    inner = [gap for gap in pair.every_word.inner_gaps() if _is_another(pair, gap)]
    outer = [gap for gap in pair.every_word.edge_gaps() if _is_another(pair, gap)]
    if not inner and not outer:
        return False
    windows = (end - start for start, end in pair.windows)
    within = [size - out for size, out in zip(windows, _sizes(inner), strict=True)]
    sizes = map(len, (pair.left.words, pair.right.words))
    whole = [size - out for size, out in zip(sizes, _sizes([*inner, *outer]), strict=True)]
    single = all(len(places) <= 1 for gap in (*inner, *outer) for places in replaced(gap))
    least = BESIDE_A_WORD if single else BESIDE_A_PHRASE
    return pair.every_word.matched >= least * max(*within, min(whole))


BESIDE_A_WORD, BESIDE_A_PHRASE = 0.8, 0.95
"""Share of the other words that are the same where single words stand for single words, and where
more do. Of 1,500 pairs of MRPC (train), as of one speaker and day, 71 % of those that are the same
are linked with these and 75 % without; with 0.9 for the second 70 %."""


def _sizes(gaps: Iterable[Gap]) -> tuple[int, int]:
    """Return how many words of the left and of the right side stand in the gaps."""
    places = [replaced(gap) for gap in gaps]
    return sum(len(left) for left, _ in places), sum(len(right) for _, right in places)


def _is_another(pair: Pair, gap: Gap) -> bool:
    """Say whether what stands in the gap on the one side may say something else than what stands
    there on the other."""
    sides = (pair.left, pair.right)
    left, right = (
        [side.words[at].form for at in places]
        for side, places in zip(sides, replaced(gap), strict=True)
    )
    if may_say_otherwise(left, right) or have_opposite_particles(left, right):
        return True
    told = _told(pair, gap)
    if max(map(len, told)) > MOST_REPLACED or is_one_written_otherwise(left, right):
        return False
    return all(
        any(not is_vouched(side.stems[at], side.is_name(at), others) for at in places)
        for side, places, others in zip(sides, told, pair.own[::-1], strict=True)
    )


def _told(pair: Pair, gap: Gap) -> tuple[list[int], list[int]]:
    """Return the places in the gap of the words that the other side lacks; what a figure counts
    in is left aside where it does on both sides, for the gate on figures reads it there."""
    left, right = (
        [at for at in places if side.stems[at] in own]
        for side, places, own in zip((pair.left, pair.right), replaced(gap), pair.own, strict=True)
    )
    here = [at for at in left if not _is_counted_in(pair.left, at)]
    there = [at for at in right if not _is_counted_in(pair.right, at)]
    both_counted = len(here) < len(left) and len(there) < len(right)
    return (here, there) if both_counted else (left, right)


MOST_REPLACED = 2
"""Words that carry meaning, on either side, that stand for others in one place."""


def _is_counted_in(side: Prepared, at: int) -> bool:
    """Say whether the word is what a figure counts in, which the gate on figures reads."""
    return side.stems[at] in MEASURES and at > 0 and side.stems[at - 1][0].isdigit()


def _between_shared_words(pair: Pair) -> Iterator[Gap]:
    """Yield what was replaced between shared words; at an edge either may go on in its own way,
    unless both come to the same last word."""
    yield from pair.every_word.inner_gaps()
    _, after = pair.every_word.edge_gaps()
    if pair.left.stems[-1:] == pair.right.stems[-1:]:
        yield after


def _is_spelt_like_any(stem: str, pair: Pair, side: Prepared) -> bool:
    other = pair.right if side is pair.left else pair.left
    return any(JaroWinkler.similarity(stem, one) >= SPELT_ALIKE for one in other.content)


def ends_otherwise(pair: Pair) -> bool:
    """Say whether a near-verbatim text begins or ends on each side with a few words for which
    the other has none: "… The judge laughed. My sister burned it" and "… My mother framed it"."""
    if not pair.near_verbatim:
        return False
    own = tuple(
        frozenset(stems).difference(likes)
        for stems, likes in zip(pair.own, pair.likes, strict=True)
    )
    return any(
        all(
            sum(side.stems[at] in here for at in places) >= OTHER_END
            for side, places, here in zip((pair.left, pair.right), replaced(gap), own, strict=True)
        )
        for gap in pair.every_word.edge_gaps()
    )
