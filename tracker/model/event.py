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
    ARRIVAL = "arrival"
    ATTACK = "attack"
    DISASTER = "disaster"
    SIGNING = "signing"


class Role(StrEnum):
    """How an agent takes part in an event."""

    ACTOR = "actor"
    PARTICIPANT = "participant"
    TARGET = "target"


class Presence(StrEnum):
    """Whether a participant is said to have been there."""

    ATTENDED = "attended"
    EXPECTED = "expected"
    ABSENT = "absent"
    DENIED = "denied"


class Qualifier(StrEnum):
    """How firmly a figure is given."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class PlacePrecision(StrEnum):
    """How closely a place is named: what kind of place it is."""

    FACILITY = "facility"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"


class Modality(StrEnum):
    """Whether the event is said to have happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bounds (None where open), unit in the singular, words as printed.

    `property` says what is counted: "missiles", "dead", "injured", "missing",
    "casualties", "distance", "magnitude", "amount", "count". Bounds are equal when the
    figure is exact.
    """

    property: str
    minimum: float | None
    maximum: float | None
    unit: str | None
    qualifier: Qualifier
    as_printed: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An agent, by name, how it took part, and whether it was there where the text tells."""

    agent: str
    role: Role
    presence: Presence | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one statement reports it.

    `place_precision` is None where nothing tells what kind of place it is.
    """

    type: EventType
    when: DateInterval | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    modality: Modality = Modality.HAPPENED
    place_precision: PlacePrecision | None = None

    @property
    def actor(self) -> str | None:
        """The name of the agent that did it, where one is known."""
        return next((p.agent for p in self.participants if p.role is Role.ACTOR), None)
