"""Frames of people who meet, travel and sign.

A verb counts only with the company it needs: somebody met, a place gone to, an
agreement signed ("met the deadline", "returned the rights" are none).
"""

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import AT, Clause, Report, actors_of, cast, place_of
from tracker.extract.facts.places import names_in, objects_of, place_at
from tracker.extract.facts.reading import BREAKS
from tracker.model import EventType, Participant, Role


def _meeting(clause: Clause, others: list[str]) -> Report:
    people = cast([*clause.names(), *others], Role.PARTICIPANT)
    return Report(EventType.MEETING, people, place_of(clause, AT, people))


def meet(clause: Clause) -> Report | None:
    """Return the meeting of "met (with)"."""
    if lex.MET_OTHERWISE & set(clause.object_words()):
        return None
    others = objects_of(clause.reading, clause.index + 1)
    if others and not clause.group.passive:
        return _meeting(clause, others)
    following = clause.reading.low(clause.index + 1)
    several = len(clause.names()) > 1 or {"pair", "two", "leaders", "ministers", "both"} & set(
        clause.subject_words()
    )
    bodies = {"assembly", "council", "cabinet", "parliament", "committee", "ministers", "leaders"}
    together = several or bodies & set(clause.subject_words()[-1:])
    if clause.verb.startswith("me") and together and following in (*AT, "for", "again", "to", ""):
        return _meeting(clause, [])
    return None


def shake(clause: Clause) -> Report | None:
    """Return the meeting of "shook hands with"."""
    if clause.reading.low(clause.index + 1) != "hands":
        return None
    with_at = clause.index + 2 + (clause.reading.low(clause.index + 2) == "with")
    return _meeting(clause, objects_of(clause.reading, with_at))


def talks(clause: Clause) -> Report | None:
    """Return the meeting of "held talks with" or "hosted … for talks"."""
    words = clause.object_words()[:6]
    gathering = lex.GATHERINGS & set(clause.subject_words() if clause.group.passive else words)
    if not gathering or {"ceremony", "conference", "session"} & gathering:
        return _hosted(clause)
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) in ("with", "between"):
            return _meeting(clause, objects_of(clause.reading, index + 1))
    return _meeting(clause, [])


def _hosted(clause: Clause) -> Report | None:
    """Return the meeting of "hosted Ana Ruiz for talks"."""
    others = objects_of(clause.reading, clause.index + 1)
    if clause.verb.startswith("host") and others and lex.GATHERINGS & set(clause.rest()):
        return _meeting(clause, others)
    return None


def attend(clause: Clause) -> Report | None:
    """Return the meeting of "will take part in the negotiations"."""
    words = clause.rest()
    if clause.verb in ("take", "takes", "took", "taken", "taking") and words[:2] != ["part", "in"]:
        return None
    diplomatic = lex.GATHERINGS - {"ceremony", "conference", "session", "dialogue", "meetings"}
    if not diplomatic & set(words[:8]) or not clause.names():
        return None
    return _meeting(clause, [])


def accompany(clause: Clause) -> Report | None:
    """Return the meeting of "is accompanied by"."""
    if not clause.group.passive or clause.reading.low(clause.index + 1) != "by":
        return None
    others = objects_of(clause.reading, clause.index + 2)
    others += names_in(clause.reading, clause.index + 2, len(clause.reading.tokens))
    if not (clause.names() and others):
        return None
    return _meeting(clause, list(dict.fromkeys(others)))


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
    return Report(EventType.TRAVEL, _travellers(clause), place) if place else None


def move(clause: Clause) -> Report | None:
    """Return the journey of "flew to", "arrived in"."""
    if not _is_traveller(clause) or clause.group.passive:
        return None
    arrives = clause.verb.startswith(("arriv", "land"))
    leads = ("in", "at", "to") if arrives else ("to", "into", "for")
    following = clause.reading.lows(clause.index + 1, clause.index + 7)
    near = [number for number, low in enumerate(following) if low in leads]
    if not near or any(word in BREAKS for word in following[: near[0]]):
        return None
    if {"the", "a", "an", "his", "her", "its", "their"} & set(following[: near[0]]):
        return None  # "returned the rights to"
    place = place_at(clause.reading, clause.index + 2 + near[0])
    country = arrives and {"country", "capital"} & set(following)
    return Report(EventType.TRAVEL, _travellers(clause), place) if place or country else None


def greet(clause: Clause) -> Report | None:
    """Return the journey of whoever was "greeted … when he arrived"."""
    rest = clause.reading.lows(clause.index + 1, clause.index + 16)
    arrival = any(word.startswith("arriv") or word in ("landed", "airport") for word in rest)
    guests = objects_of(clause.reading, clause.index + 1)
    if not (guests and clause.names()):
        return None
    if not arrival:
        return _received(clause, guests)
    people = (*cast(guests, Role.ACTOR), *cast(clause.names(), Role.PARTICIPANT))
    return Report(EventType.TRAVEL, people, place_of(clause, ("in", "at"), people))


def _received(clause: Clause, guests: list[str]) -> Report | None:
    """Return the meeting of "received the Novarian leader": a guest with an office."""
    words = {word.rstrip(".") for word in clause.reading.lows(clause.index + 1, clause.index + 9)}
    if clause.verb.startswith("rec") and words & (lex.OFFICES | lex.TITLES):
        return _meeting(clause, guests)
    return None


def sign(clause: Clause) -> Report | None:
    """Return the signing of an agreement."""
    words = clause.subject_words() if clause.group.passive else clause.object_words()
    if not lex.AGREEMENTS & set(words):
        return None
    others: list[str] = []
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) in ("with", "between"):
            others = objects_of(clause.reading, index + 1)
            break
    signers = [participant.agent for participant in actors_of(clause)]
    people = cast([*signers, *others], Role.PARTICIPANT)
    return Report(EventType.SIGNING, people, place_of(clause, ("at", "in"), people))
