"""What a reported fact is about."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.when import DateInterval


class EventType(StrEnum):
    """The kinds of event that are stored as such."""

    MISSILE_LAUNCH = "missile_launch"
    SATELLITE_LAUNCH = "satellite_launch"
    SATELLITE_LAUNCH_FAILURE = "satellite_launch_failure"
    MEETING = "meeting"
    TRAVEL = "travel"
    ATTACK = "attack"
    DISASTER = "disaster"
    SIGNING = "signing"


class Role(StrEnum):
    """How an agent takes part in an event."""

    ACTOR = "actor"
    PARTICIPANT = "participant"
    TARGET = "target"


class Qualifier(StrEnum):
    """How firmly a figure is given."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Modality(StrEnum):
    """Whether the event is said to have happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bounds (None where open), unit in the singular, words as printed.

    `property` says what is counted: "missiles", "dead", "injured", "missing",
    "distance", "magnitude", "count". Bounds are equal when the figure is exact.
    """

    property: str
    minimum: float | None
    maximum: float | None
    unit: str | None
    qualifier: Qualifier
    as_printed: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An agent, by name, and how it took part."""

    agent: str
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one statement reports it."""

    type: EventType
    when: DateInterval | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    modality: Modality = Modality.HAPPENED

    @property
    def actor(self) -> str | None:
        """The name of the agent that did it, where one is known."""
        return next((p.agent for p in self.participants if p.role is Role.ACTOR), None)
