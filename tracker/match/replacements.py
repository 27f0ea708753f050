"""Words put in the place of others in a nearly verbatim text, where no gate can tell whose."""

from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from tracker.match.features import SPELT_ALIKE
from tracker.match.pair import Pair, replaced
from tracker.match.prepare import Prepared
from tracker.text.similarity import Gap

OTHER_END = 2
"""Content words with which, on both sides, a text ends in another way."""


def has_a_name_replaced(pair: Pair) -> bool:
    """Say whether a near-verbatim text has, inside, other words where a name or figure stands
    that the other lacks: "and Marten painted it all", "and my father painted it all"."""
    if not pair.near_verbatim:
        return False
    own = tuple(frozenset(stems) for stems in pair.own)
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
        ):
            return True
    return False


def has_one_word_replaced(pair: Pair) -> bool:
    """Say whether all but one word of what tells something stands on both sides, and that one is
    another, which is no known word for the same: "a calm night", "a wild night"."""
    if pair.closeness < ALL_BUT_A_WORD:
        return False
    own = tuple(
        [stem for stem in stems if stem not in likes]
        for stems, likes in zip(pair.own, pair.likes, strict=True)
    )
    if any(len(stems) != 1 for stems in own):
        return False
    return any(
        all(
            any(side.stems[at] == stems[0] for at in places)
            for side, places, stems in zip((pair.left, pair.right), replaced(gap), own, strict=True)
        )
        for gap in _between_shared_words(pair)
    )


ALL_BUT_A_WORD = 0.85
"""Share of the words of the stretch in common: a sentence of seven words with one replaced."""


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
