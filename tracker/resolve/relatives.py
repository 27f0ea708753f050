"""Whom a relative pronoun means: the name right before it, or the one described in between."""

from bisect import bisect_left
from collections.abc import Sequence

from tracker.resolve.hints import APPOSED, APPOSITION, NEXT, is_place
from tracker.resolve.outcome import Outcome
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.runs import read_run
from tracker.resolve.scan import Mention, Reading

IN_PASSING = "pronoun: relative, behind a description"

_BODIES_BETWEEN = 2
"""Names of bodies and places that a description may hold: "a clerk at the Institute in Brask"."""


def find_antecedent(reading: Reading, roster: Roster, start: int, *, person: bool) -> Outcome:
    """Return the person or body whose name stands before "who" or "which" at `start`."""
    mentions = reading.mentions
    index = bisect_left(mentions, start, key=lambda m: m.start) - 1
    nobody = Outcome("unsure: no name before the relative pronoun")
    if index < 0:
        return nobody
    if person and index and is_place(mentions[index], mentions[index - 1], reading):
        index -= 1
    between = reading.text[mentions[index].end : start]
    near = NEXT.fullmatch(between) or (person and APPOSED.fullmatch(between))
    entry = _bearer(mentions[index], roster) if near else None
    if entry is not None and entry.person is person:
        return Outcome("pronoun: relative", entry)
    described = _described(reading, roster, mentions[: index + 1], start) if person else None
    return Outcome(IN_PASSING, described) if described else nobody


def _described(
    reading: Reading, roster: Roster, before: Sequence[Mention], start: int
) -> Entry | None:
    """Return the nearest person, when only a description of them stands before `start`.

    "Ada Lind, a clerk at the Brask Institute, who fears …".
    """
    for mention in reversed(before[-1 - _BODIES_BETWEEN :]):
        entry = _bearer(mention, roster)
        if entry is not None and entry.person:
            between = reading.text[mention.end : start]
            return entry if APPOSITION.fullmatch(between) else None
    return None


def _bearer(mention: Mention, roster: Roster) -> Entry | None:
    """Return the one agent of a name, None where none or several bear it."""
    run = read_run(mention.words)
    found = roster.find(run.name, run.gender) if run.name else []
    return found[0] if len(found) == 1 else None
