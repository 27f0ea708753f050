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


def _wrecked(clause: Clause) -> set[str]:
    """Return the last words of the subject, and those before its "of": "the roof of a market"."""
    words = _before_participle(clause.subject_words())
    of = words.index("of") if "of" in words else 0
    return {*words[-3:], *words[max(0, of - 3) : of]}


def wreck(clause: Clause) -> Report | None:
    """Return the disaster of a vehicle or building, or a bomb's explosion."""
    subject = _wrecked(clause)
    verb = clause.verb
    vehicle = verb.startswith(("sank", "sunk", "sinks", "caps", "derail", "crash", "overt", "coll"))
    structure = verb.startswith(("collaps", "erupt"))
    fits = bool(vehicle and subject & lex.VEHICLES) or bool(structure and subject & lex.COLLAPSING)
    if verb.startswith(("explode", "erupt")):
        if subject & {"bomb", "bombs", "device", "mine", "grenade", "missile"}:
            return Report(EventType.ATTACK, (), place_of(clause, AT))
        fits = fits or bool(subject & _EXPLODING)
    fits = fits or _gives_way(clause, subject) or _comes_to_grief(clause, subject)
    return Report(EventType.DISASTER, (), place_of(clause, AT)) if fits else None


def _gives_way(clause: Clause, subject: set[str]) -> bool:
    """Say whether what should hold does not: "the dam gave way", "the river burst its banks"."""
    rest = clause.rest()[:3]
    if clause.group.passive:
        return False
    if clause.verb.startswith(("give", "giv", "gave")):
        return rest[:1] == ["way"] and rest[1:2] != ["to"] and bool(subject & _YIELDING)
    if clause.verb.startswith("burst"):
        banks = "river" in subject and "banks" in rest
        return banks or bool(subject & _HOLDING)
    if clause.verb.startswith(("cave", "caving")):
        return rest[:1] == ["in"] and bool(subject & lex.COLLAPSING)
    return False


def _comes_to_grief(clause: Clause, subject: set[str]) -> bool:
    """Say whether a vehicle or building that only moved, or burned, took people with it.

    "The plane went down" may be a landing, and "the wall came down" a building site.
    """
    rest = clause.rest()
    if clause.group.passive or _TOLLING.isdisjoint(rest) or not subject & _WRECKABLE:
        return False
    return clause.verb in _GOING_UNDER or (clause.verb, *rest[:1]) in _FALLING


_YIELDING = lex.COLLAPSING - frozenset("school house hospital church hotel stand".split())
"""Without those that are people too: "the school gave way on pay"."""
_EXPLODING = frozenset("tanker boiler factory plant fire blaze".split())
_HOLDING = frozenset("dam dams levee levees dyke dykes embankment reservoir pipe pipeline".split())
_WRECKABLE = lex.COLLAPSING | lex.VEHICLES
_TOLLING = frozenset("killing injuring leaving trapping burying drowning wounding".split())
_GOING_UNDER = frozenset(
    "toppled topples plunged plunges burned burnt burns flooded floods".split()
)
_FALLING = {
    *((verb, "down") for verb in ("came", "comes", "went", "goes", "gone", "burned", "burnt")),
    *((verb, "fire") for verb in ("caught", "catches")),
    *((verb, "over") for verb in ("tipped", "tips", "rolled", "rolls")),
}
