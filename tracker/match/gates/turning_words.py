"""Gates on words that turn a sentence round: opposites, all and some, names."""

from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz.distance import JaroWinkler

from tracker.match import features
from tracker.match.gates.negation_gate import told_otherwise
from tracker.match.gates.roles import has_an_opposite
from tracker.match.gates.side_by_side import are_listed_in_another_order
from tracker.match.lexicon import ALIASES, CALENDAR, LITTLE, MODALS, MUCH, QUANTIFIERS
from tracker.match.opposites import BEGINNINGS, ENDS, OPPOSITES
from tracker.match.pair import Pair, replaced, show
from tracker.match.prepare import TITLES, Prepared
from tracker.match.setting import SPELT_ALIKE
from tracker.match.small_words import are_opposite
from tracker.model import Difference


def polarity(pair: Pair) -> Difference | None:
    """A word was replaced by its opposite."""
    if told_otherwise(pair) or _is_turned_about(pair):
        return None
    if not pair.near_verbatim:
        return _opposite_in_place(pair)
    for gap in pair.gaps:
        left, right = replaced(gap)
        if _goes_the_other_way(pair, left, right):
            return Difference("polarity", show(pair.left, left), show(pair.right, right))
        for i, j in product(left, right):
            if _are_opposite(pair, i, j):
                return Difference(
                    "polarity", pair.left.words[i].printed, pair.right.words[j].printed
                )
    return None


def meets_its_opposite(pair: Pair) -> bool:
    """Say whether a word that only one side has is the opposite of one that only the other has,
    wherever they stand: in a sentence of other words it need not be said of the same."""
    return has_an_opposite(pair) and not _is_turned_about(pair)


def _is_turned_about(pair: Pair) -> bool:
    """Say whether the two compare the same two from either end: "the tower is taller than the
    church", "the church is lower than the tower"."""
    compared = all(any(w.form == "than" for w in side.words) for side in (pair.left, pair.right))
    return compared and features.order(pair) < 1.0


def _goes_the_other_way(pair: Pair, left: range, right: range) -> bool:
    """Say whether all that was replaced is a small word, by its opposite: "into", "out of"."""
    before = pair.left.stems[left.start - 1] if left.start else ""
    here, there = (
        [side.words[at].form for at in places]
        for side, places in ((pair.left, left), (pair.right, right))
    )
    return are_opposite(here, there, before)


def _are_opposite(pair: Pair, i: int, j: int) -> bool:
    left, right = pair.left, pair.right
    if right.stems[j] in OPPOSITES.get(left.stems[i], ()):
        return True
    if _differ_by_affix(left.words[i].form, right.words[j].form):
        return True
    groups = {QUANTIFIERS.get(side.words[at].form) for side, at in ((left, i), (right, j))}
    return bool(groups & MUCH) and bool(groups & LITTLE)


def _differ_by_affix(one: str, other: str) -> bool:
    """Say whether the two are one word with opposite beginnings or ends."""
    if one[-LEAST_REST:] == other[-LEAST_REST:]:
        return any(
            one.startswith(here) and other == there + one.removeprefix(here)
            for pair in BEGINNINGS
            for here, there in (pair, pair[::-1])
            if len(one) >= len(here) + LEAST_REST
        )
    return one[:LEAST_REST] == other[:LEAST_REST] and any(
        one.endswith(here) and other == one.removesuffix(here) + there
        for pair in ENDS
        for here, there in (pair, pair[::-1])
    )


LEAST_REST = 3
"""Letters of a word without its beginning or end."""


def _opposite_in_place(pair: Pair) -> Difference | None:
    """In other words a word has its opposite between the same words: "the rarest reason for"."""
    here, there = pair.own
    for i in _followed(pair.left, here):
        for j in _followed(pair.right, there):
            if _beside_it(pair.left, i) == _beside_it(pair.right, j) and _are_opposite(pair, i, j):
                return Difference(
                    "polarity", pair.left.words[i].printed, pair.right.words[j].printed
                )
    return None


def _followed(side: Prepared, own: Sequence[str]) -> list[int]:
    """Return the places of the side's own words that may have an opposite."""
    return [
        at
        for at, stemmed in enumerate(side.stems[:-FOLLOWING])
        if stemmed in own and (stemmed in OPPOSITES or side.words[at].form in QUANTIFIERS)
    ]


def _beside_it(side: Prepared, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return side.stems[max(0, at - 1) : at], side.stems[at + 1 : at + 1 + FOLLOWING]


FOLLOWING = 2
"""Words behind a word, with the one before it, that show in a sentence of other words that it
stands for its opposite: of what "helps buy cheaper pills" another "sells cheaper pills"."""


def quantifier(pair: Pair) -> Difference | None:
    """All became some, many became few."""
    return _other_group(pair, QUANTIFIERS, "quantifier") or _other_share(pair)


def _other_share(pair: Pair) -> Difference | None:
    """In other words, one side has all where the other has some, few or none."""
    if pair.near_verbatim:
        return None
    for whole, part in ((pair.left, pair.right), (pair.right, pair.left)):
        every = next((word for word in whole.words if word.form in _EVERY), None)
        groups = {QUANTIFIERS.get(word.form): word.printed for word in part.words}
        less = next((groups[group] for group in _LESS if group in groups), None)
        if every and less and groups.keys().isdisjoint({"all", "most", "many"}):
            shown = (every.printed, less) if whole is pair.left else (less, every.printed)
            return Difference("quantifier", *shown)
    return None


_EVERY = frozenset({"all", "every", "everyone", "everybody", "everything"})
_LESS = ("some", "few", "none")


def hedge(pair: Pair) -> Difference | None:
    """What will be became what may be."""
    return _other_group(pair, MODALS, "hedge")


def _other_group(pair: Pair, groups: dict[str, str], gate: str) -> Difference | None:
    if not pair.near_verbatim:
        return None
    for left, right in _joined_gaps(pair):
        one = {groups.get(pair.left.words[at].form) for at in left} - {None}
        other = {groups.get(pair.right.words[at].form) for at in right} - {None}
        if one and other and not one & other:
            return Difference(gate, show(pair.left, left), show(pair.right, right))
    return None


def _joined_gaps(pair: Pair) -> Iterator[tuple[range, range]]:
    """Yield what was replaced, in order, gaps with no more than a word between them as one:
    "the entire crew", "part of the crew". Of what stands at an edge only the nearest words."""
    before, after = map(replaced, pair.every_word.edge_gaps())
    gaps = [(before[0][-AT_EDGE:], before[1][-AT_EDGE:])]
    gaps += map(replaced, pair.every_word.inner_gaps())
    gaps += [(after[0][:AT_EDGE], after[1][:AT_EDGE])]
    joined: list[tuple[range, range]] = []
    for left, right in gaps:
        if joined and 0 <= left.start - joined[-1][0].stop <= 1:
            before = joined.pop()
            left = range(before[0].start, left.stop)
            right = range(before[1].start, right.stop)
        joined.append((left, right))
    yield from joined


AT_EDGE = 3
"""Words before the first shared one, or behind the last, that may stand for others there."""


def name(pair: Pair) -> Difference | None:
    """A name stands where another name stood."""
    if not pair.near_verbatim:
        return None
    for gap in pair.gaps:
        left, right = replaced(gap)
        here, there = _names_at(pair.left, left), _names_at(pair.right, right)
        if here and there and not may_name_the_same(here, there):
            if are_listed_in_another_order(pair, left, right):
                continue
            return Difference("name", show(pair.left, left), show(pair.right, right))
    return _name_in_brackets(pair)


def _names_at(side: Prepared, places: range) -> list[str]:
    """Return the stems of the names at `places`; days and months are the date gate's."""
    return [
        side.stems[at]
        for at in places
        if side.is_name(at) and side.stems[at] not in CALENDAR and side.words[at].form not in TITLES
    ]


def may_name_the_same(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether some name of the one may be one of the other, or its first letters."""
    if any(_are_akin(one, other) for one, other in product(left, right)):
        return True
    return _is_acronym(left, right) or _is_acronym(right, left)


def _are_akin(one: str, other: str) -> bool:
    stem_length = min(len(one), len(other), 5)
    if stem_length >= 4 and one[:stem_length] == other[:stem_length]:
        return True
    if min(len(one), len(other)) >= 4 and JaroWinkler.similarity(one, other) >= SPELT_ALIKE:
        return True
    return one == other or other in ALIASES.get(one, ()) or one in ALIASES.get(other, ())


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(long) > 1 and any(word == "".join(part[0] for part in long) for word in short)


def _name_in_brackets(pair: Pair) -> Difference | None:
    """The editors of the two sides put other names into the quotation."""
    left, right = pair.left, pair.right
    here, there = left.bracketed_names, right.bracketed_names
    if not here or not there or may_name_the_same(here, there):
        return None
    if set(here) & right.bag or set(there) & left.bag:
        return None
    return Difference("name", " ".join(here), " ".join(there))
