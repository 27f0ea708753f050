"""What changed between two wordings of one thing, in a word or two for each change."""

from collections import Counter
from enum import StrEnum

from tracker.text.diff import word_diff
from tracker.text.normalise import words
from tracker.text.numbers import find_quantities


class Change(StrEnum):
    """One kind of change from an earlier wording to a later one."""

    FIGURE_CHANGED = "figure changed"
    FIGURE_ADDED = "figure added"
    FIGURE_LEFT_OUT = "figure left out"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    REWORDED = "reworded"


SHORTER = 0.7
"""Share of the words up to which a reworded text is also a shortened one, and its inverse
from which it is a lengthened one: a third of what was said is gone, or new."""


def find_changes(old: str, new: str) -> list[Change]:
    """Return the kinds of change from `old` to `new`; none where only marks and case differ."""
    taken, put = _edited(old, new)
    gone, come = taken - put, put - taken
    found = _figures(old, new)
    moved = taken == put and _sequence(old) != _sequence(new)
    if (gone and come) or moved:
        found.append(Change.REWORDED)
    size_old, size_new = len(words(old)), len(words(new))
    if (gone and not come) or (gone and size_new <= SHORTER * size_old):
        found.append(Change.SHORTENED)
    if (come and not gone) or (come and size_old <= SHORTER * size_new):
        found.append(Change.LENGTHENED)
    return found


def _edited(old: str, new: str) -> tuple[Counter[str], Counter[str]]:
    """Return the words taken out and those put in, one canonical form each, no figures."""
    edits = word_diff(old, new)
    gone = _forms(" ".join(edit.text for edit in edits if edit.op == "delete"))
    come = _forms(" ".join(edit.text for edit in edits if edit.op == "insert"))
    return gone, come


def _forms(text: str) -> Counter[str]:
    return Counter(_sequence(text))


def _sequence(text: str) -> list[str]:
    return [word.form for word in words(text) if not word.form[0].isdigit()]


def _figures(old: str, new: str) -> list[Change]:
    before, after = _counts(old), _counts(new)
    values_before, values_after = _values(before), _values(after)
    gone, come = values_before - values_after, values_after - values_before
    if (gone and come) or (not gone and not come and _are_swapped(before, after)):
        return [Change.FIGURE_CHANGED]
    if gone:
        return [Change.FIGURE_LEFT_OUT]
    return [Change.FIGURE_ADDED] if come else []


Value = tuple[float | None, float | None]


def _counts(text: str) -> set[tuple[Value, str | None]]:
    return {((found.minimum, found.maximum), found.unit) for found in find_quantities(text)}


def _values(counts: set[tuple[Value, str | None]]) -> set[Value]:
    return {value for value, _ in counts}


def _are_swapped(one: set[tuple[Value, str | None]], other: set[tuple[Value, str | None]]) -> bool:
    """Say whether the same figures count the same things, but not each its own."""
    return one != other and {unit for _, unit in one} == {unit for _, unit in other}
