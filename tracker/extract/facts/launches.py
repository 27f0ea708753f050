"""Frames of launches: weapons and satellites.

The object decides: a weapon, a satellite, or neither ("launched a campaign").
"""

from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import AT, Clause, Report, actors_of, cast, place_of
from tracker.extract.facts.places import place_at
from tracker.model import EventType, Modality, Participant, Role

_FALLING = ("into", "over", "towards", "toward")
"""Before where a weapon came down, which is the place when none is named that it came from."""


def has_weapon(words: list[str]) -> bool:
    """Say whether a phrase is about weapons as such, not about a missile programme or test site."""
    for number, word in enumerate(words):
        if word in lex.WEAPONS:
            following = words[number + 1] if number + 1 < len(words) else ""
            singular = not word.endswith("s") and word != "artillery"
            if not (
                singular and following.isalpha() and following not in ("on", "test", "towards")
            ):
                return True
    return False


def has_satellite(words: Sequence[str]) -> bool:
    """Say whether a phrase is about a satellite, not about satellite television."""
    return any(
        word in lex.SATELLITES and after not in lex.NOT_IN_ORBIT
        for word, after in pairwise([*words, ""])
    )


def launch(clause: Clause) -> Report | None:
    """Return the launch of a weapon or a satellite."""
    object_words = clause.subject_words() if clause.group.passive else clause.object_words()
    everything = [*object_words, *clause.rest()]
    if has_satellite(object_words) or (
        lex.WEAPONS & set(object_words) and has_satellite(everything)
    ):
        return _satellite(clause, ("from", *AT))
    if (
        lex.SPACE & set(everything)
        or clause.reading.low(clause.index + 1) == "down"
        or not has_weapon(object_words)
    ):
        return None
    targets = _targets(clause)
    place = place_of(clause, ("from", *AT)) or place_of(clause, _FALLING)
    people = (*actors_of(clause), *targets)
    return Report(EventType.MISSILE_LAUNCH, people, None if targets else place)


def _targets(clause: Clause) -> tuple[Participant, ...]:
    """Return who was fired at, "on" before a day left aside."""
    for index in range(clause.index + 1, clause.end):
        low, following = clause.reading.low(index), clause.reading.low(index + 1)
        if low in ("at", "against") or (low == "on" and following not in lex.CALENDAR):
            place = place_at(clause.reading, index + 1)
            return cast([place], Role.TARGET) if place else ()
    return ()


def conduct(clause: Clause) -> Report | None:
    """Return the weapon launch of "conducted a missile test"."""
    words = clause.object_words()[:8]
    direct = clause.verb.startswith("test") and has_weapon(words) and clause.names()
    named = {"launch", "launches", "test", "tests"} & set(words) and lex.WEAPONS & set(words)
    if clause.verb.startswith("carr") and "out" not in words[:1]:
        return None
    if not (direct or named):
        return None
    return Report(EventType.MISSILE_LAUNCH, actors_of(clause), place_of(clause, ("from", *AT)))


def orbit(clause: Clause) -> Report | None:
    """Return the launch of "put a satellite into orbit"."""
    object_words = clause.subject_words() if clause.group.passive else clause.object_words()
    where = set(clause.rest()) & {"orbit", "space"}
    if not (lex.SATELLITES & set(object_words) and where):
        return None
    return _satellite(clause, ("from", "at"))


def _satellite(clause: Clause, leads: tuple[str, ...]) -> Report:
    """Return the launch of a satellite, a failure where somebody "failed to launch" it."""
    failed = clause.group.modality is Modality.FAILED
    kind = EventType.SATELLITE_LAUNCH_FAILURE if failed else EventType.SATELLITE_LAUNCH
    return Report(kind, actors_of(clause), place_of(clause, leads))


def fail(clause: Clause) -> Report | None:
    """Return the failed launch of a satellite."""
    rest = clause.rest()
    subject = clause.subject_words()
    satellite = lex.SATELLITES & {*rest, *subject}
    launches = {"launch", "launches", "orbit", "space", "attempt", "attempts", "put", "place"}
    launches |= {"rocket"} & set(subject)
    if not satellite or not launches & {*rest, *subject}:
        return None
    if clause.verb.startswith("end") and "failure" not in rest:
        return None
    actors = actors_of(clause)
    if not actors:
        actors = cast(_possessor(clause), Role.ACTOR)
    return Report(EventType.SATELLITE_LAUNCH_FAILURE, actors, place_of(clause, ("from",)))


def _possessor(clause: Clause) -> list[str]:
    """Return whose attempt it was ("North Korea’s attempt to … failed")."""
    before = [run for run in clause.reading.runs if run.end <= clause.index and run.possessive]
    return [before[0].name] if before else []
