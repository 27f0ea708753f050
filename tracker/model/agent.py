"""Who speaks, relays, publishes or takes part."""

from dataclasses import dataclass
from enum import StrEnum


class AgentKind(StrEnum):
    """What an agent is. `unnamed` is a source the text does not name ("experts")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    UNNAMED = "unnamed"


class SourceType(StrEnum):
    """What an unnamed source is, as far as its words tell."""

    OFFICIAL = "official"
    EXPERT = "expert"
    WITNESS = "witness"
    DOCUMENT = "document"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Occupancy:
    """A position held, as the text states it: "press secretary" of "Vladimir Putin"."""

    title: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent of one article, under the fullest name the article gives.

    `aliases` are the other names by which the same article calls it, without `name`.
    """

    name: str
    kind: AgentKind
    aliases: tuple[str, ...] = ()
    occupancies: tuple[Occupancy, ...] = ()
