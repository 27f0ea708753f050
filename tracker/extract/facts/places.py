"""Names to the right of a verb: who was met or attacked, and where.

All of it reads the clause from the verb to the next subordinating word.
"""

from collections.abc import Iterable

from tracker.extract.facts.lexicon import FUNCTION_WORDS, GROUPS, OFFICES, TITLES
from tracker.extract.facts.reading import BREAKS, PREPOSITIONS, SUBORDINATORS, Reading, Run

_LONGEST = 30
"""Tokens of a clause that are read to the right of its verb."""

_ENDS_OBJECT = (PREPOSITIONS | SUBORDINATORS | BREAKS) - {"with", "of", ","}
_PLACE_NOUNS = frozenset(
    """valley province district region city county river island islands airport strait mountains
    sea peninsula coast state prefecture port base bay desert delta border village town lake
    suburb harbour harbor oblast governorate""".split()
)
_LEADS_TO_PLACE = frozenset(
    """the southern northern eastern western central south north east west capital city town
    village port province region district island coast country's of neighbouring neighboring
    southeastern southwestern northeastern northwestern nearby downtown rural remote border
    coastal resort mountainous state off waters area near far for and it's its""".split()
)


def clause_end(reading: Reading, start: int) -> int:
    """Return where the clause that `start` stands in ends, as a token index."""
    for index in range(start, min(len(reading.tokens), start + _LONGEST)):
        if reading.low(index) in SUBORDINATORS or reading.low(index) in (";", ":", "(", "."):
            return index
    return min(len(reading.tokens), start + _LONGEST)


def objects_of(reading: Reading, start: int) -> list[str]:
    """Return the names that follow a verb as its object, from token `start` on.

    Reads "(with) Ana Ruiz", "the Malian envoy and Gen. Bo Li", "Ana Ruiz, Bo Li and
    Cy Dee", and stops at the first preposition or verb of another phrase.
    """
    names: list[str] = []
    index, gap = start, 0
    while index < len(reading.tokens) and gap <= 4:
        low = reading.low(index)
        run = reading.run_starting_at(index)
        if run is not None:
            name, index = _named(reading, run)
            if name:
                names.append(name)
                gap = 0
        elif low in _ENDS_OBJECT:
            break
        elif low in ("and", ",") and not (names and _goes_on(reading, index + 1)):
            break
        else:
            index, gap = index + 1, gap + (low not in ("and", ",", "with", "the"))
    return names


def _goes_on(reading: Reading, index: int) -> bool:
    """Say whether a list of names goes on at token `index`."""
    for ahead in range(index, index + 4):
        if reading.run_starting_at(ahead) is not None:
            return True
        if reading.low(ahead) in _ENDS_OBJECT:
            return False
    return False


def _named(reading: Reading, run: Run) -> tuple[str | None, int]:
    """Return the name of the phrase that `run` opens, None where it only leads to one."""
    head = run.end
    while head < run.end + 3 and reading.low(head).isalpha() and not _is_closed(reading, head):
        head += 1
    following = reading.run_starting_at(head)
    if following is not None and (head > run.end or run.possessive):
        return None, head  # "North Korean leader Kim Jong Un"
    if head > run.end and reading.low(head - 1) in GROUPS | OFFICES:
        return reading.words(run.start, head), head
    return (None if run.possessive else run.name), run.end


def _is_closed(reading: Reading, index: int) -> bool:
    low = reading.low(index)
    return low in FUNCTION_WORDS or reading.run_starting_at(index) is not None


def names_in(reading: Reading, start: int, end: int) -> list[str]:
    """Return every person-like name between two tokens: those after a title, or of two words."""
    found = []
    for run in reading.runs:
        words = reading.lows(run.start, run.end)
        titled = any(word.rstrip(".") in TITLES for word in words[:-1])
        if start <= run.start and run.end <= end and not run.possessive and titled:
            found.append(run.name)
    return found


def place_after(
    reading: Reading, start: int, prepositions: Iterable[str], not_these: Iterable[str] = ()
) -> str | None:
    """Return the first place that one of `prepositions` leads to after token `start`.

    `not_these` are names that are no places here.
    """
    wanted, unwanted = frozenset(prepositions), frozenset(not_these)
    for index in range(start, clause_end(reading, start)):
        if reading.low(index) in wanted:
            place = place_at(reading, index + 1)
            if place is not None and place not in unwanted:
                return place
    return None


def place_at(reading: Reading, index: int) -> str | None:
    """Return the place whose phrase starts at token `index`: "the southern town of Orlo"."""
    for ahead in range(index, index + 6):
        run = reading.run_starting_at(ahead)
        if run is not None:
            return _place_of(reading, run)
        low = reading.low(ahead)
        if low not in _LEADS_TO_PLACE:
            return None
    return None


def _place_of(reading: Reading, run: Run) -> str | None:
    """Return the place that `run` names: with its noun, or what follows a possessive."""
    if run.possessive:
        following = next((r for r in reading.runs if run.end <= r.start <= run.end + 3), None)
        between = reading.lows(run.end, following.start) if following else []
        if following is not None and all(word in _LEADS_TO_PLACE for word in between):
            return _place_of(reading, following)
        return run.name
    if reading.low(run.end) in _PLACE_NOUNS:
        return reading.words(run.start, run.end + 1)
    return reading.words(run.start, run.end)
