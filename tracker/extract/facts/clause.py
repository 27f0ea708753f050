"""A verb in its clause, and what the clause may turn out to report."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.extract.facts.lexicon import CALENDAR, Form
from tracker.extract.facts.places import clause_end, objects_of, place_after
from tracker.extract.facts.reading import (
    BREAKS,
    PREPOSITIONS,
    SUBORDINATORS,
    Reading,
    Subject,
)
from tracker.extract.facts.verbs import VerbGroup
from tracker.model import EventType, Participant, Role

_STOPS_OBJECT = (PREPOSITIONS | SUBORDINATORS | BREAKS) - {"of"}
AT = ("at", "in", "near", "on", "off", "outside")


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
        start = self.index + 1
        if self.reading.low(start) == "what" and "be" in self.reading.lows(start, start + 6):
            start += self.reading.lows(start, start + 6).index("be")  # "what appeared to be"
        for index in range(start, min(len(self.reading.tokens), start + 14)):
            low = self.reading.low(index)
            if low in _STOPS_OBJECT and not self._is_date(index):
                break
            words.append(low)
        return words

    def _is_date(self, index: int) -> bool:
        ahead = self.reading.low(index + 1)
        return self.reading.low(index) == "on" and (ahead in CALENDAR or ahead.isdigit())


@dataclass(frozen=True, slots=True)
class Report:
    """What a clause reports: its type, who took part, and where.

    `absent` says that it tells of people who stayed away ("skipped the summit").
    """

    type: EventType
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    absent: bool = False


def cast(names: Iterable[str], role: Role) -> tuple[Participant, ...]:
    """Return `names`, each once, as participants in `role`."""
    return tuple(Participant(name, role) for name in dict.fromkeys(names))


def place_of(
    clause: Clause, prepositions: tuple[str, ...], people: tuple[Participant, ...] = ()
) -> str | None:
    """Return the place that one of `prepositions` leads to after the verb; `people` are none."""
    known = [participant.agent for participant in people]
    return place_after(clause.reading, clause.index + 1, prepositions, known)


def actors_of(clause: Clause) -> tuple[Participant, ...]:
    """Return who did it: the subject, or what "by" leads to in a passive clause."""
    if not clause.group.passive:
        return cast(clause.names(), Role.ACTOR)
    for index in range(clause.index + 1, clause.end):
        if clause.reading.low(index) == "by":
            return cast(objects_of(clause.reading, index + 1), Role.ACTOR)
    return ()
