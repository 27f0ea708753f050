"""Names to the right of a verb: who was met or attacked, and where.

All of it reads the clause from the verb to the next subordinating word.
"""

from collections.abc import Iterable

from tracker.extract.facts.lexicon import (
    ATTACKS,
    CALENDAR,
    DISASTERS,
    FUNCTION_WORDS,
    GROUPS,
    OFFICES,
    TITLES,
)
from tracker.extract.facts.reading import BREAKS, PREPOSITIONS, SUBORDINATORS, Reading, Run
from tracker.text.countries import is_demonym

_LONGEST = 30
"""Tokens of a clause that are read to the right of its verb."""

_NEAR = 15
"""Tokens after a verb in which its own place stands; what comes later belongs to other words."""

_ENDS_OBJECT = (PREPOSITIONS | SUBORDINATORS | BREAKS) - {"with", ","}
_COMPASS = frozenset({"north", "south", "east", "west"})
_CAUSES = ATTACKS | DISASTERS
_WHERE = ("in", "at", "near", "off")
_JOINTS = frozenset({"and", ","})
_LIGHT = _JOINTS | {"with", "the"}
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
                named = _name_of_office(reading, index)
                names.append(named.name if named else name)
                index, gap = (named.end if named else index), 0
        elif low in _ENDS_OBJECT or (low in _JOINTS and not (names and _goes_on(reading, index))):
            break
        else:
            index, gap = index + 1, gap + (low not in _LIGHT)
    return names


def _name_of_office(reading: Reading, end: int) -> Run | None:
    """Return the name set off after an office that ends at `end`: "the leader, Bo Li, at"."""
    run = reading.run_starting_at(end + 1)
    office = reading.low(end - 1) in OFFICES and reading.low(end) == ","
    return run if office and run is not None and reading.low(run.end) in (",", "") else None


def _goes_on(reading: Reading, joint: int) -> bool:
    """Say whether a list of names goes on after the "and" or comma at token `joint`.

    After a comma a name must start at once: ", a lawyer from Orlo" explains one.
    """
    within = 1 if reading.low(joint) == "," else 4
    for ahead in range(joint + 1, joint + 1 + within):
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
    plural = head > run.end and reading.low(run.end).endswith("s") and len(reading.low(run.end)) > 4
    return (None if run.possessive or plural else run.name), run.end  # "Democratic members"


def _is_closed(reading: Reading, index: int) -> bool:
    low = reading.low(index)
    return low in FUNCTION_WORDS | SUBORDINATORS or reading.run_starting_at(index) is not None


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
    for index in range(start, min(start + _NEAR, clause_end(reading, start))):
        if "to" not in wanted and _is_purpose(reading, index):
            return None  # "a treaty to balance their interests in Central Asia"
        if reading.low(index) in wanted:
            place = place_at(reading, index + 1)
            if place is not None and place not in unwanted:
                return place
    return None


def _is_purpose(reading: Reading, index: int) -> bool:
    """Say whether a token is the "to" of an infinitive."""
    after = reading.low(index + 1)
    infinitive = after.isalpha() and after not in _LEADS_TO_PLACE | FUNCTION_WORDS
    return reading.low(index) == "to" and infinitive and reading.run_starting_at(index + 1) is None


def place_of_toll(reading: Reading, toll: int) -> str | None:
    """Return where people came to harm, `toll` being the token that says so.

    A place before it counts only where it opens the sentence or tells where the
    cause was; otherwise it is more likely the seat of who counts the dead.
    """
    for index in range(toll, min(len(reading.tokens), toll + _LONGEST)):
        if reading.low(index) in _WHERE or _is_aim(reading, index):
            place = place_at(reading, index + 1)
            if place is not None:
                return place
    for index in range(toll):
        leads = index == 0 or _CAUSES & set(reading.lows(index - 4, index))
        if (leads and reading.low(index) in _WHERE) or _is_aim(reading, index):
            return place_at(reading, index + 1)
    return None


def _is_aim(reading: Reading, index: int) -> bool:
    """Say whether a token is the "on" of "the strike on Orlo"."""
    return reading.low(index) == "on" and reading.low(index - 1) in ATTACKS


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
        return None if run.name.lower() in CALENDAR else run.name  # "in Tuesday's explosion"
    if reading.low(run.start) in _COMPASS and run.end == run.start + 1:
        return None  # "the South" is a country or a coast
    if run.name != reading.words(run.start, run.end):
        return None  # a title went before: a person
    if reading.low(run.end) in _PLACE_NOUNS and reading.low(run.end + 1) == "of":
        return place_at(reading, run.end + 2)
    if is_demonym(run.name):
        return None  # "in the French capital"
    if reading.low(run.end) in _PLACE_NOUNS:
        return reading.words(run.start, run.end + 1)
    return reading.words(run.start, run.end)
