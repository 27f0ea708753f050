"""The number gate: figures that differ in value, unit, or in what they count.

"At least 24" and "24" are one figure, told with another caution; 24 and 31 are
two. A figure that only one side has is no difference, one version may be fuller,
unless it stands where the other has another word for how many.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from tracker.match.gates.comparisons import compared_with, without_comparison
from tracker.match.gates.figure import (
    YEAR,
    Figure,
    are_in_other_units,
    figures_of,
    rival,
    same_figure,
)
from tracker.match.gates.one_of_many import one_of_many
from tracker.match.lexicon import CASUALTIES, MAGNITUDE_WORDS, MEASURES, ORDINALS, QUANTIFIERS
from tracker.match.pair import Pair, replaced, show
from tracker.match.prepare import Prepared
from tracker.model import Difference, Event, Qualifier
from tracker.text.normalise import stem, words

AT_A_PLACE = 2
"""Words a side of a replacement in which "a" or "several" stands for the other's figure."""

_ONE = frozenset({"a", "an", "one", "single", "once"})


def number(pair: Pair) -> Difference | None:
    """Figures that differ for the same thing."""
    looks = (_in_event, _left_over, _replaced, _measured_otherwise, _placed_otherwise, one_of_many)
    return next((found for look in looks if (found := look(pair))), None)


def differing_figures(pair: Pair) -> tuple[Figure, Figure] | None:
    """Return the left and the right figure that differ, None where words do ("several")."""
    return rival_in_event(pair) or rival(*_unmatched(pair))


def counts_a_toll(pair: Pair, stems: frozenset[str] = CASUALTIES) -> bool:
    """Say whether the differing figures count what `stems` name, casualties for example."""
    counted = _rival_property(pair)
    if counted is not None:
        return any(stem(word) in stems for word in counted.split())
    return bool(stems & (pair.left.bag | pair.right.bag))


def _event_figures(pair: Pair) -> Iterator[tuple[str, list[Figure], list[Figure]]]:
    left, right = pair.left.claim.event, pair.right.claim.event
    if left is not None and right is not None:
        yield from event_figures(left, right)


def event_figures(left: Event, right: Event) -> Iterator[tuple[str, list[Figure], list[Figure]]]:
    """Yield each property of two like events, and the figures that either gives for it."""
    if left.type != right.type:
        return
    for counted in dict.fromkeys(quantity.property for quantity in left.quantities):
        here, there = (
            [
                Figure(q.minimum, q.maximum, q.unit, q.qualifier is Qualifier.ABOUT, q.as_printed)
                for q in event.quantities
                if q.property == counted
            ]
            for event in (left, right)
        )
        yield counted, here, there


def same_figures(pair: Pair) -> bool:
    """Say whether both events give the same figure for some property."""
    return any(
        same_figure(one, other)
        for _, here, there in _event_figures(pair)
        for one, other in product(here, there)
    )


def rival_in_event(pair: Pair) -> tuple[Figure, Figure] | None:
    """Return two figures that the events give for the same property, none of them shared."""
    return next((figures for _, figures in _rivals(pair)), None)


def _rival_property(pair: Pair) -> str | None:
    return next((counted for counted, _ in _rivals(pair)), None)


def _rivals(pair: Pair) -> Iterator[tuple[str, tuple[Figure, Figure]]]:
    """Yield each property of which the events share no figure, and two that differ."""
    for counted, here, there in _event_figures(pair):
        found = rival(here, there)
        if found and not any(same_figure(one, other) for one, other in product(here, there)):
            yield counted, found


def _in_event(pair: Pair) -> Difference | None:
    found = rival_in_event(pair)
    return found and Difference("number", found[0].printed, found[1].printed)


def _unmatched(pair: Pair) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of both sides that have no equal on the other."""
    left, right = map(list, told_figures(pair))
    for one in tuple(left):
        equal = next((other for other in right if same_figure(one, other)), None)
        if equal is not None:
            left.remove(one)
            right.remove(equal)
    if left and right:
        _drop_cut_off(pair.left, left, right)
        _drop_cut_off(pair.right, right, left)
    return left, right


def told_figures(pair: Pair) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of both sides, without those that only one compares its own with."""
    left, right = without_comparison(_line(pair.left), _line(pair.right))
    return figures_of(left), figures_of(right)


def _line(side: Prepared) -> str:
    # One space for what an editor put in: "$8 [that is] million".
    return " ".join(side.calm.split())


def is_what_was_before(pair: Pair) -> bool:
    """Say whether one side compares its figure with the other's: "31, up from 12", "12"."""
    lines = _line(pair.left), _line(pair.right)
    return any(
        figure.value in compared_with(line)
        for line, other in (lines, lines[::-1])
        for figure in figures_of(other)[:1]
    )


def _drop_cut_off(side: Prepared, figures: list[Figure], others: list[Figure]) -> None:
    """Take out a figure that a cut parted from its unit or size, where the text or a piece of
    it ends: "3.8" of "3.8 million tonnes"."""
    for other in tuple(others):
        whole = _forms(other.printed)
        for size in range(len(whole) - 1, 0, -1):
            if any(piece[-size:] == whole[:size] for piece in side.pieces):
                cut = [f for f in figures if _is_within(_forms(f.printed), whole[:size])]
                if cut:
                    for figure in cut:
                        figures.remove(figure)
                    others.remove(other)
                break


def _forms(printed: str) -> tuple[str, ...]:
    return tuple(word.printed.casefold() for word in words(printed))


def _is_within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _left_over(pair: Pair) -> Difference | None:
    """Figures without an equal on the other side, that count the same."""
    found = rival(*_unmatched(pair))
    return found and Difference("number", found[0].printed, found[1].printed)


def _replaced(pair: Pair) -> Difference | None:
    """A figure where a near-verbatim other side has another figure or "several"."""
    if not pair.near_verbatim or is_told_in_other_units(pair):
        return None
    for gap in pair.gaps:
        left, right = replaced(gap)
        left_forms = [pair.left.words[at].form for at in left]
        right_forms = [pair.right.words[at].form for at in right]
        if _tell_how_many_differently(left_forms, right_forms):
            shown = show(pair.left, left), show(pair.right, right)
            # "Half" is a figure by the words behind it only: "half of the orchards".
            read = _read_on(pair.left, left), _read_on(pair.right, right)
            if not _same_when_read(*shown) and not _same_when_read(*read):
                return Difference("number", *shown)
    return None


def _read_on(side: Prepared, places: range) -> str:
    """Return the words at `places` with the two behind them."""
    return show(side, range(places.start, min(places.stop + 2, len(side.words))))


def _measured_otherwise(pair: Pair) -> Difference | None:
    """Minutes stand where a near-verbatim other side has seconds."""
    if not pair.near_verbatim or is_told_in_other_units(pair):
        return None
    for gap in pair.gaps:
        left, right = replaced(gap)
        for i, j in product(left, right):
            one, other = pair.left.stems[i], pair.right.stems[j]
            if one != other and MEASURES.get(one, _NO_KIND) & MEASURES.get(other, _NO_KIND):
                shown = show(pair.left, range(i, i + 1)), show(pair.right, range(j, j + 1))
                return Difference("number", *shown)
    return None


def is_told_in_other_units(pair: Pair) -> bool:
    """Say whether both give one amount, each in a unit of its own: 650 kilometres, 404 miles."""
    return any(
        are_in_other_units(one, other) and same_figure(one, other)
        for one, other in product(*told_figures(pair))
    )


_NO_KIND: frozenset[str] = frozenset()


def _placed_otherwise(pair: Pair) -> Difference | None:
    """The first stands where a near-verbatim other side has the second."""
    if not pair.near_verbatim:
        return None
    for gap in pair.gaps:
        left, right = replaced(gap)
        here, there = _ordinals(pair.left, left), _ordinals(pair.right, right)
        if here and there and not here & there:
            return Difference("number", show(pair.left, left), show(pair.right, right))
    return None


def _ordinals(side: Prepared, places: range) -> frozenset[str]:
    return frozenset(side.words[at].form for at in places) & ORDINALS


def _tell_how_many_differently(left: Sequence[str], right: Sequence[str]) -> bool:
    here, there = _numerals(left), _numerals(right)
    if bool(here) != bool(there):
        # A number that may be a year is one where the other side has a number that is none.
        here, there = here or _digits(left), there or _digits(right)
    if here and there:
        return not (here <= there or there <= here)
    if not here and not there:
        return False
    words, numerals = (right, here) if here else (left, there)
    if max(len(left), len(right)) > AT_A_PLACE:
        return False
    return any(word in QUANTIFIERS or (word in _ONE and "1" not in numerals) for word in words)


def _digits(forms: Sequence[str]) -> frozenset[str]:
    return frozenset(form for form in forms if form[0].isdigit())


def _numerals(forms: Sequence[str]) -> frozenset[str]:
    return frozenset(
        form
        for form in forms
        if (form[0].isdigit() and not YEAR.fullmatch(form)) or form in MAGNITUDE_WORDS
    )


def _same_when_read(left: str, right: str) -> bool:
    """Say whether two stretches give the same figures ("1.5 million", "1,500,000")."""
    one, other = figures_of(left), figures_of(right)
    return bool(one) and len(one) == len(other) and all(map(same_figure, one, other))
