"""Events that a noun names: "the launch of two missiles", "a meeting between Ruiz and Li".

A noun alone reports nothing ("the meeting is symbolic"). It does where its verb says
only that it took place ("was held on Monday"), or that it was seen or made known
("detected the launch of"), and where the noun phrase is the whole content.
"""

from collections.abc import Sequence

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import AT, Clause, Report, cast, place_of
from tracker.extract.facts.launches import has_satellite, has_weapon
from tracker.extract.facts.places import objects_of, place_after
from tracker.extract.facts.reading import PREPOSITIONS, SUBORDINATORS, Reading
from tracker.model import EventType, Role

_NOUNS = {
    EventType.MISSILE_LAUNCH: "launch launches firing firings test-firing test-launch",
    EventType.MEETING: "meeting meetings talks summit negotiations",
    EventType.TRAVEL: "visit trip journey",
    EventType.ARRIVAL: "arrival",
    EventType.SIGNING: "signing",
}
_TYPES = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
NOUNS = frozenset(_TYPES)
"""The nouns that name an event."""

_ADJECTIVES = frozenset(
    """two-day three-day first second third latest recent official brief rare historic surprise
    joint direct bilateral high-level closed-door formal informal face-to-face successful failed
    test missile rocket satellite state working peace""".split()
)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this"})
_LONGEST = 24
"""Tokens that a noun phrase is read for."""

_SEEING = ("oversaw", "overseen", "oversees", "supervised", "watched", "attended", "observed")
"""Verbs whose subject was there."""


def occur(clause: Clause) -> Report | None:
    """Return the event of "the summit between … was held", "the launch took place"."""
    if clause.subject is None or not _only_occurs(clause):
        return None
    named = read_noun(clause.reading, max(0, clause.subject.start - 3), clause.group.start)
    return named or _struck(clause)


def _struck(clause: Clause) -> Report | None:
    """Return the attack or disaster of "an explosion occurred at"."""
    if clause.verb in ("held", "hosted"):
        return None
    if clause.subject is None or clause.subject.pronoun:
        return None
    words = set(clause.reading.lows(clause.subject.start, clause.subject.end)) - lex.WEAK_CAUSES
    place = place_of(clause, (*AT, "off"))
    if words & lex.ATTACKS:
        return Report(EventType.ATTACK, (), place)
    return Report(EventType.DISASTER, (), place) if words & lex.DISASTERS else None


def tell(clause: Clause) -> Report | None:
    """Return the event of "detected the launch of two missiles"."""
    if clause.group.passive:
        return occur(clause)
    report = read_noun(clause.reading, clause.index + 1, clause.index + 7)
    if report is None or clause.verb not in _SEEING:
        return report
    people = (*report.participants, *cast(clause.names(), Role.PARTICIPANT))
    return Report(report.type, people, report.place)


def _only_occurs(clause: Clause) -> bool:
    following = clause.reading.low(clause.index + 1)
    if clause.verb.startswith(("take", "took", "taking")):
        return following == "place"
    if clause.verb in ("held", "hosted"):
        return clause.group.passive
    return clause.verb.startswith(("occur", "happen")) or clause.group.passive


def read_noun(reading: Reading, start: int, end: int) -> Report | None:
    """Return the event named by the first noun between two tokens that has all it needs."""
    for index in range(start, end):
        kind = _TYPES.get(reading.low(index))
        if kind is not None and not _is_none_of_it(reading, index):
            return _READERS[kind](reading, index)
    return None


def opening_noun(reading: Reading) -> int | None:
    """Return where the noun stands that a content without a verb is about, None if it has one."""
    for index in range(min(5, len(reading.tokens))):
        low = reading.low(index)
        if low in _TYPES:
            return None if _has_verb(reading, index + 1) else index
        if low not in _ADJECTIVES | _DETERMINERS and not reading.tokens[index].text[0].isupper():
            return None
    return None


def _has_verb(reading: Reading, start: int) -> bool:
    words = reading.lows(start, len(reading.tokens))
    return len(words) > _LONGEST or any(
        word in lex.VERBS or word in lex.AUXILIARIES or word in SUBORDINATORS for word in words
    )


def _is_none_of_it(reading: Reading, index: int) -> bool:
    """Say whether "no", "any" or a noun behind it ("launch site") makes it another thing."""
    before = reading.lows(index - 3, index)
    after = reading.low(index + 1)
    another = after.isalpha() and after not in PREPOSITIONS | lex.FUNCTION_WORDS
    return another or bool({"no", "any", "every", "each", "planned", "next"} & set(before))


def _after(reading: Reading, index: int, *leads: str) -> int | None:
    """Return the token behind the first of `leads` within the noun's phrase."""
    for at in range(index + 1, min(index + _LONGEST, len(reading.tokens))):
        low = reading.low(at)
        if low in leads:
            return at + 1
        if low in SUBORDINATORS or low in (";", ".", ":") or low in lex.AUXILIARIES:
            return None
    return None


def _owner(reading: Reading, index: int) -> list[str]:
    """Return whose it is: "Kim’s first visit"."""
    while index > 0 and reading.low(index - 1) in _ADJECTIVES:
        index -= 1
    run = reading.run_ending_at(index)
    return [run.name] if run is not None and run.possessive else []


def _names(reading: Reading, at: int | None) -> list[str]:
    return objects_of(reading, at) if at is not None else []


def _place(reading: Reading, index: int, leads: Sequence[str], people: Sequence[str]) -> str | None:
    return place_after(reading, index + 1, leads, people)


def _launch(reading: Reading, index: int) -> Report | None:
    of = reading.lows(index + 2, index + 9) if reading.low(index + 1) == "of" else []
    stop = next((n for n, low in enumerate(of) if low in PREPOSITIONS | SUBORDINATORS), len(of))
    words = of[:stop] or reading.lows(index - 2, index)
    kind = EventType.SATELLITE_LAUNCH if has_satellite(words) else EventType.MISSILE_LAUNCH
    if kind is EventType.MISSILE_LAUNCH and not (has_weapon(of[:stop]) or _compound(words, of)):
        return None
    actors = _owner(reading, index) or _names(reading, _after(reading, index, "by"))
    place = _place(reading, index, ("from", *AT), actors)
    return Report(kind, cast(actors, Role.ACTOR), place)


def _compound(words: Sequence[str], of: Sequence[str]) -> bool:
    """Say whether it is a "missile launch"."""
    return not of and bool(lex.WEAPONS & set(words[-1:]))


def _meeting(reading: Reading, index: int) -> Report | None:
    people = _owner(reading, index)
    people += _names(reading, _after(reading, index, "between", "with"))
    if not people or (len(people) < 2 and reading.low(index) == "summit"):
        return None
    where = _place(reading, index, AT, people)
    return Report(EventType.MEETING, cast(people, Role.PARTICIPANT), where)


def _journey(reading: Reading, index: int) -> Report | None:
    kind = _TYPES[reading.low(index)]
    arrives = kind is EventType.ARRIVAL
    travellers = _owner(reading, index)
    travellers = travellers or _names(reading, _after(reading, index, "of" if arrives else "by"))
    place = _place(reading, index, ("in", "at") if arrives else ("to",), travellers)
    if not (travellers and place):
        return None
    return Report(kind, cast(travellers, Role.ACTOR), place)


def _signing(reading: Reading, index: int) -> Report | None:
    if reading.low(index + 1) != "of" or not lex.AGREEMENTS & set(
        reading.lows(index + 2, index + 8)
    ):
        return None
    signers = _names(reading, _after(reading, index, "by", "between"))
    place = _place(reading, index, ("in", "at"), signers)
    return Report(EventType.SIGNING, cast(signers, Role.PARTICIPANT), place)


_READERS = {
    EventType.MISSILE_LAUNCH: _launch,
    EventType.MEETING: _meeting,
    EventType.TRAVEL: _journey,
    EventType.ARRIVAL: _journey,
    EventType.SIGNING: _signing,
}
