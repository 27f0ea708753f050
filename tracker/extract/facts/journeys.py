"""Frames of people who travel and arrive.

A verb counts only with a place gone to ("returned the rights" is none) and somebody
who can go there.
"""

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import Clause, Report, cast, place_of
from tracker.extract.facts.encounters import meeting
from tracker.extract.facts.places import objects_of, place_at
from tracker.extract.facts.reading import BREAKS, SUBORDINATORS
from tracker.model import EventType, Participant, Role
from tracker.text.countries import find_country, is_country

_GOES_ON = BREAKS | SUBORDINATORS | {"and", "but", "or"}
_HAS_OBJECT = frozenset({"the", "a", "an", "his", "her", "its", "their"})


def _travellers(clause: Clause) -> tuple[Participant, ...]:
    return cast(clause.names(), Role.ACTOR)


def _is_traveller(clause: Clause) -> bool:
    """Say whether the subject can travel to be reported: a name, an office or a pronoun."""
    return clause.subject is not None and bool(clause.subject.names or clause.subject.pronoun)


def visit(clause: Clause) -> Report | None:
    """Return the journey of "visited" a place."""
    if not _is_traveller(clause) or clause.group.passive:
        return None
    place = place_at(clause.reading, clause.index + 1)
    if place is None or (clause.verb.startswith("enter") and not is_country(place)):
        return None  # "entered Congress"
    return Report(EventType.TRAVEL, _travellers(clause), place)


def move(clause: Clause) -> Report | None:
    """Return the journey of "flew to", the arrival of "arrived in"."""
    if not _is_traveller(clause) or clause.group.passive:
        return None
    arrives = clause.verb.startswith(("arriv", "land"))
    leads = ("in", "at", "to") if arrives else ("to", "into", "for")
    leaves = clause.verb.startswith(("le", "depart"))
    following = clause.reading.lows(clause.index + 1, clause.index + 7)
    near = [number for number, low in enumerate(following) if low in leads]
    if leaves and following[:1] != ["for"]:
        return None  # "left a note to"
    if not near or any(word in _GOES_ON for word in following[: near[0]]):
        return None  # "has gone mad and votes for"
    crosses = clause.verb.startswith("cross") and "border" in following[: near[0]]
    if not crosses and _HAS_OBJECT & set(following[: near[0]]):
        return None  # "returned the rights to"
    place = place_at(clause.reading, clause.index + 2 + near[0])
    if place is not None and _is_no_destination(place):
        return None
    country = arrives and {"country", "capital"} & set(following)
    kind = EventType.ARRIVAL if arrives else EventType.TRAVEL
    return Report(kind, _travellers(clause), place) if place or country else None


def _is_no_destination(place: str) -> bool:
    """Say whether a name is a body that people only go to in a manner of speaking."""
    last = place.rpartition(" ")[2].lower()
    acronym = len(place) <= 5 and place.isupper() and find_country(place) is None
    return acronym or last in lex.INSTITUTIONS


def greet(clause: Clause) -> Report | None:
    """Return the arrival of whoever was "greeted … when he arrived"."""
    rest = clause.reading.lows(clause.index + 1, clause.index + 16)
    arrival = any(word.startswith("arriv") or word in ("landed", "airport") for word in rest)
    guests = list(clause.names()) if clause.group.passive else _objects(clause)
    hosts = _agents(clause) if clause.group.passive else clause.names()
    if not (guests and hosts):
        return None
    if not arrival:
        return None if clause.group.passive else _received(clause, guests)
    people = (*cast(guests, Role.ACTOR), *cast(hosts, Role.PARTICIPANT))
    return Report(EventType.ARRIVAL, people, place_of(clause, ("in", "at"), people))


def _objects(clause: Clause) -> list[str]:
    return objects_of(clause.reading, clause.index + 1)


def _agents(clause: Clause) -> list[str]:
    """Return who "by" names after the verb."""
    rest = clause.rest()
    return objects_of(clause.reading, clause.index + 2 + rest.index("by")) if "by" in rest else []


def _received(clause: Clause, guests: list[str]) -> Report | None:
    """Return the meeting of "received the Novarian leader": a guest with an office."""
    words = {word.rstrip(".") for word in clause.reading.lows(clause.index + 1, clause.index + 9)}
    if clause.verb.startswith("rec") and words & (lex.OFFICES | lex.TITLES):
        return meeting(clause, guests)
    return None
