"""One function a frame: does the clause around this verb report an event, and which?

Each takes the clause and returns what it reports, or None where the verb means
something else ("launched a campaign", "met the deadline", "shares sank").
"""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.lexicon import Form, Frame
from tracker.extract.facts.places import (
    clause_end,
    names_in,
    objects_of,
    place_after,
    place_at,
)
from tracker.extract.facts.reading import (
    BREAKS,
    PREPOSITIONS,
    SUBORDINATORS,
    Reading,
    Subject,
    VerbGroup,
)
from tracker.model import EventType, Participant, Role

_STOPS_OBJECT = (PREPOSITIONS | SUBORDINATORS | BREAKS) - {"of"}
_AT = ("at", "in", "near", "on", "off", "outside")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb in its clause: token index, form, group and subject (None when not found)."""

    reading: Reading
    index: int
    form: Form
    group: VerbGroup
    subject: Subject | None

    @property
    def verb(self) -> str:
        """The verb as it stands, in lower case."""
        return self.reading.low(self.index)

    @property
    def end(self) -> int:
        """Where the clause ends, as a token index."""
        return clause_end(self.reading, self.index + 1)

    def subject_words(self) -> list[str]:
        """Return the subject's words in lower case, with what leads up to them."""
        if self.subject is None:
            return []
        return self.reading.lows(max(0, self.subject.start - 3), self.subject.end)

    def names(self) -> tuple[str, ...]:
        """Return the subject's names."""
        return self.subject.names if self.subject else ()

    def rest(self) -> list[str]:
        """Return the clause's words after the verb in lower case."""
        return self.reading.lows(self.index + 1, self.end)

    def object_words(self) -> list[str]:
        """Return the words of the verb's object, up to the next phrase, in lower case."""
        words: list[str] = []
        for index in range(self.index + 1, min(len(self.reading.tokens), self.index + 14)):
            low = self.reading.low(index)
            if low in _STOPS_OBJECT and not self._is_date(index):
                break
            words.append(low)
        return words

    def _is_date(self, index: int) -> bool:
        ahead = self.reading.low(index + 1)
        return self.reading.low(index) == "on" and (ahead in lex.CALENDAR or ahead.isdigit())


@dataclass(frozen=True, slots=True)
class Report:
    """What a clause reports: its type, who took part, and where."""

    type: EventType
    participants: tuple[Participant, ...] = ()
    place: str | None = None


def _all(names: tuple[str, ...] | list[str], role: Role) -> tuple[Participant, ...]:
    return tuple(Participant(name, role) for name in dict.fromkeys(names))


def _place(
    clause: Clause, prepositions: tuple[str, ...], people: tuple[Participant, ...] = ()
) -> str | None:
    known = [participant.agent for participant in people]
    return place_after(clause.reading, clause.index + 1, prepositions, known)


def _actors(clause: Clause) -> tuple[Participant, ...]:
    """Return who did it: the subject, or what "by" leads to in a passive clause."""
    if not clause.group.passive:
        return _all(clause.names(), Role.ACTOR)
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) == "by":
            return _all(objects_of(clause.reading, index + 1), Role.ACTOR)
    return ()


def _weapon(words: list[str]) -> bool:
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


def _launch(clause: Clause) -> Report | None:
    object_words = clause.subject_words() if clause.group.passive else clause.object_words()
    everything = [*object_words, *clause.rest()]
    if lex.SATELLITES & set(object_words) or (
        lex.WEAPONS & set(object_words) and lex.SATELLITES & set(everything)
    ):
        return Report(EventType.SATELLITE_LAUNCH, _actors(clause), _place(clause, ("from", *_AT)))
    if lex.SPACE & set(everything) or not _weapon(object_words):
        return None
    actors = _actors(clause)
    targets = _targets(clause)
    place = _place(clause, ("from", *_AT)) or _place(clause, ("into", "over", "towards", "toward"))
    return Report(EventType.MISSILE_LAUNCH, (*actors, *targets), None if targets else place)


def _targets(clause: Clause) -> tuple[Participant, ...]:
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) in ("at", "against") or (
            clause.reading.low(index) in ("on", "towards", "toward", "into")
            and clause.reading.low(index + 1) not in lex.CALENDAR
            and "sea" not in clause.reading.lows(index, index + 4)
            and clause.reading.low(index) == "on"
        ):
            place = place_at(clause.reading, index + 1)
            return _all([place], Role.TARGET) if place else ()
    return ()


def _conduct(clause: Clause) -> Report | None:
    words = clause.object_words()[:8]
    direct = clause.verb.startswith("test") and _weapon(words) and clause.names()
    named = {"launch", "launches", "test", "tests"} & set(words) and lex.WEAPONS & set(words)
    if clause.verb.startswith("carr") and "out" not in words[:1]:
        return None
    if not (direct or named):
        return None
    return Report(EventType.MISSILE_LAUNCH, _actors(clause), _place(clause, ("from", *_AT)))


def _orbit(clause: Clause) -> Report | None:
    object_words = clause.subject_words() if clause.group.passive else clause.object_words()
    where = set(clause.rest()) & {"orbit", "space"}
    if not (lex.SATELLITES & set(object_words) and where):
        return None
    return Report(EventType.SATELLITE_LAUNCH, _actors(clause), _place(clause, ("from", "at")))


def _fail(clause: Clause) -> Report | None:
    rest = clause.rest()
    subject = clause.subject_words()
    satellite = lex.SATELLITES & {*rest, *subject}
    launches = {"launch", "launches", "orbit", "space", "attempt", "attempts", "put", "place"}
    if not satellite or not launches & {*rest, *subject}:
        return None
    if clause.verb.startswith("end") and "failure" not in rest:
        return None
    actors = _actors(clause)
    if not actors:
        actors = _all(_possessor(clause), Role.ACTOR)
    return Report(EventType.SATELLITE_LAUNCH_FAILURE, actors, _place(clause, ("from",)))


def _possessor(clause: Clause) -> list[str]:
    """Return whose attempt it was ("North Korea’s attempt to … failed")."""
    before = [run for run in clause.reading.runs if run.end <= clause.index and run.possessive]
    return [before[0].name] if before else []


def _meeting(clause: Clause, others: list[str]) -> Report:
    people = _all([*clause.names(), *others], Role.PARTICIPANT)
    return Report(EventType.MEETING, people, _place(clause, _AT, people))


def _meet(clause: Clause) -> Report | None:
    others = objects_of(clause.reading, clause.index + 1)
    if others and not clause.group.passive:
        return _meeting(clause, others)
    following = clause.reading.low(clause.index + 1)
    several = len(clause.names()) > 1 or {"pair", "two", "leaders", "ministers", "both"} & set(
        clause.subject_words()
    )
    bodies = {"assembly", "council", "cabinet", "parliament", "committee", "ministers", "leaders"}
    together = several or bodies & set(clause.subject_words()[-1:])
    if clause.verb.startswith("me") and together and following in (*_AT, "for", "again", "to", ""):
        return _meeting(clause, [])
    return None


def _shake(clause: Clause) -> Report | None:
    if clause.reading.low(clause.index + 1) != "hands":
        return None
    with_at = clause.index + 2 + (clause.reading.low(clause.index + 2) == "with")
    return _meeting(clause, objects_of(clause.reading, with_at))


def _talks(clause: Clause) -> Report | None:
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


def _attend(clause: Clause) -> Report | None:
    words = clause.rest()
    if clause.verb in ("take", "takes", "took", "taken", "taking") and words[:2] != ["part", "in"]:
        return None
    diplomatic = lex.GATHERINGS - {"ceremony", "conference", "session", "dialogue", "meetings"}
    if not diplomatic & set(words[:8]) or not clause.names():
        return None
    return _meeting(clause, [])


def _accompany(clause: Clause) -> Report | None:
    if not clause.group.passive or clause.reading.low(clause.index + 1) != "by":
        return None
    others = objects_of(clause.reading, clause.index + 2)
    others += names_in(clause.reading, clause.index + 2, len(clause.reading.tokens))
    if not (clause.names() and others):
        return None
    return _meeting(clause, list(dict.fromkeys(others)))


def _travellers(clause: Clause) -> tuple[Participant, ...]:
    return _all(clause.names(), Role.ACTOR)


def _is_traveller(clause: Clause) -> bool:
    """Say whether the subject can travel to be reported: a name, an office or a pronoun."""
    return clause.subject is not None and bool(clause.subject.names or clause.subject.pronoun)


def _visit(clause: Clause) -> Report | None:
    if not _is_traveller(clause) or clause.group.passive:
        return None
    place = place_at(clause.reading, clause.index + 1)
    return Report(EventType.TRAVEL, _travellers(clause), place) if place else None


def _move(clause: Clause) -> Report | None:
    if not _is_traveller(clause) or clause.group.passive:
        return None
    arrives = clause.verb.startswith(("arriv", "land"))
    leads = ("in", "at", "to") if arrives else ("to", "into", "for")
    following = clause.reading.lows(clause.index + 1, clause.index + 7)
    near = [number for number, low in enumerate(following) if low in leads]
    if not near or any(word in BREAKS for word in following[: near[0]]):
        return None
    place = place_at(clause.reading, clause.index + 2 + near[0])
    country = arrives and {"country", "capital"} & set(following)
    return Report(EventType.TRAVEL, _travellers(clause), place) if place or country else None


def _greet(clause: Clause) -> Report | None:
    rest = clause.reading.lows(clause.index + 1, clause.index + 16)
    arrival = any(word.startswith("arriv") or word in ("landed", "airport") for word in rest)
    guests = objects_of(clause.reading, clause.index + 1)
    if not (arrival and guests and clause.names()):
        return None
    people = (*_all(guests, Role.ACTOR), *_all(clause.names(), Role.PARTICIPANT))
    return Report(EventType.TRAVEL, people, _place(clause, ("in", "at"), people))


def _sign(clause: Clause) -> Report | None:
    words = clause.subject_words() if clause.group.passive else clause.object_words()
    if not lex.AGREEMENTS & set(words):
        return None
    others: list[str] = []
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) in ("with", "between"):
            others = objects_of(clause.reading, index + 1)
            break
    people = (*_actors(clause), *_all(others, Role.PARTICIPANT))
    return Report(EventType.SIGNING, people, _place(clause, ("at", "in"), people))


def _harm(clause: Clause) -> Report | None:
    head = set(clause.subject_words()[-4:])
    if clause.group.passive:
        head = set(_agent_words(clause))
    if clause.verb in ("broke", "broken") and clause.rest()[:1] != ["out"]:
        return None
    place = place_at(clause.reading, clause.index + 1) or _place(
        clause, ("in", "near", "off", "at")
    )
    if lex.DISASTERS & head and clause.verb in lex.HARM_OF_PLACES:
        return Report(EventType.DISASTER, (), place)
    if lex.ATTACKS & head and clause.verb in lex.ARMED_VERBS:
        return Report(EventType.ATTACK, _actors(clause), place)
    armed = {"bombed", "shelled", "ambushed"} & {clause.verb} and clause.names()
    return Report(EventType.ATTACK, _actors(clause), place) if armed else None


def _agent_words(clause: Clause) -> list[str]:
    """Return the words after "by" in a passive clause."""
    rest = clause.rest()
    return rest[rest.index("by") + 1 :][:5] if "by" in rest else []


def _wreck(clause: Clause) -> Report | None:
    subject = set(clause.subject_words()[-3:])
    verb = clause.verb
    vehicle = verb.startswith(("sank", "sunk", "sinks", "caps", "derail", "crash", "overt", "coll"))
    structure = verb.startswith(("collaps", "erupt"))
    fits = (vehicle and subject & lex.VEHICLES) or (structure and subject & lex.STRUCTURES)
    if verb.startswith(("explode", "erupt")):
        if subject & {"bomb", "bombs", "device", "mine", "grenade", "missile"}:
            return Report(EventType.ATTACK, (), _place(clause, _AT))
        fits = fits or subject & {"tanker", "boiler", "factory", "plant", "fire", "blaze"}
    return Report(EventType.DISASTER, (), _place(clause, _AT)) if fits else None


FRAMES: dict[Frame, Callable[[Clause], Report | None]] = {
    Frame.LAUNCH: _launch,
    Frame.CONDUCT: _conduct,
    Frame.ORBIT: _orbit,
    Frame.FAIL: _fail,
    Frame.MEET: _meet,
    Frame.SHAKE: _shake,
    Frame.TALKS: _talks,
    Frame.ATTEND: _attend,
    Frame.ACCOMPANY: _accompany,
    Frame.VISIT: _visit,
    Frame.MOVE: _move,
    Frame.GREET: _greet,
    Frame.SIGN: _sign,
    Frame.HARM: _harm,
    Frame.WRECK: _wreck,
}
