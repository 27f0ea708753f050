"""Frames of attacks and disasters, told by the verb and who or what did it."""

from itertools import pairwise

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import AT, Clause, Report, actors_of, place_of
from tracker.extract.facts.places import place_after, place_at
from tracker.model import EventType

_CARRYING = frozenset(
    {"carrying", "with", "packed", "bound", "loaded", "taking", "bringing", "travelling", "heading"}
)
_WHERE = ("in", "near", "off", "at", "through", "across")
_TOWNS = frozenset({"town", "city", "village", "district", "province", "state", "port"})


def harm(clause: Clause) -> Report | None:
    """Return the attack or disaster that struck, hit or killed."""
    words = _agent_words(clause) if clause.group.passive else clause.subject_words()[-4:]
    head = set(words)
    if any(word in lex.FIGURATIVE and after == "of" for word, after in pairwise(words)):
        return None  # "a storm of protest"
    if clause.verb in ("broke", "broken") and clause.rest()[:1] != ["out"]:
        return None
    place = place_at(clause.reading, clause.index + 1) or place_of(clause, _WHERE)
    if place is None and clause.subject is not None:
        place = place_after(clause.reading, clause.subject.start, _WHERE)  # "the blast in Orlo"
        if clause.group.passive and clause.reading.low(clause.subject.start) in _TOWNS:
            place = place_at(clause.reading, clause.subject.start)  # "the town of Orlo was hit"
    if lex.DISASTERS & head and clause.verb in lex.HARM_OF_PLACES:
        return Report(EventType.DISASTER, (), place)
    if lex.ATTACKS & head and clause.verb in lex.ARMED_VERBS:
        return Report(EventType.ATTACK, actors_of(clause), place)
    armed = {"bombed", "shelled", "ambushed"} & {clause.verb} and clause.names()
    return Report(EventType.ATTACK, actors_of(clause), place) if armed else None


def _before_participle(words: list[str]) -> list[str]:
    """Return a subject up to "carrying 57 people" or "with 57 people"."""
    ends = (n for n, word in enumerate(words) if n and word in _CARRYING)
    return words[: next(ends, len(words))]


def _agent_words(clause: Clause) -> list[str]:
    """Return the words after "by" in a passive clause."""
    rest = clause.rest()
    return rest[rest.index("by") + 1 :][:5] if "by" in rest else []


def wreck(clause: Clause) -> Report | None:
    """Return the disaster of a vehicle or building, or a bomb's explosion."""
    subject = set(_before_participle(clause.subject_words())[-3:])
    verb = clause.verb
    vehicle = verb.startswith(("sank", "sunk", "sinks", "caps", "derail", "crash", "overt", "coll"))
    structure = verb.startswith(("collaps", "erupt"))
    fits = (vehicle and subject & lex.VEHICLES) or (structure and subject & lex.STRUCTURES)
    if verb.startswith(("explode", "erupt")):
        if subject & {"bomb", "bombs", "device", "mine", "grenade", "missile"}:
            return Report(EventType.ATTACK, (), place_of(clause, AT))
        fits = fits or subject & {"tanker", "boiler", "factory", "plant", "fire", "blaze"}
    return Report(EventType.DISASTER, (), place_of(clause, AT)) if fits else None
