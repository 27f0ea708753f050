"""One attributed statement, as extraction finds it in one text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.agent import AgentKind, SourceType
from tracker.model.event import Event
from tracker.model.span import Span, join_spans
from tracker.model.when import DateInterval


class Kind(StrEnum):
    """`fact` when an event is stored with it; else by type; see `kind_of`."""

    FACT = "fact"
    QUOTE = "quote"
    CLAIM = "claim"


class StatementType(StrEnum):
    """How the words are given: inside quotation marks, outside them, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source does: says, believes, intends, or shows it as a document."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    DOCUMENT = "document"


class HopRole(StrEnum):
    """The part an agent has in an attribution chain."""

    SPEAKER = "speaker"
    RELAY = "relay"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Hop:
    """One agent of an attribution chain.

    Position 0 is the speaker and positions rise towards the outlet; parallel
    relays share one. `agent` is a name. `span` and `cue` say where the text
    names the agent and its verb; both are None for what the text implies.
    `source_type` is what an unnamed source is, and `ground` the printed words that
    say why it is not named ("because they were not authorised to speak").
    """

    position: int
    agent: str
    role: HopRole
    kind: AgentKind
    span: Span | None = None
    cue: Span | None = None
    source_type: SourceType | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class Joint:
    """Who says something together, in order; nobody where it is one speaker's, or unknown whose.

    `others` says that somebody else does too whom the text does not name.
    """

    names: tuple[str, ...] = ()
    others: bool = False

    @classmethod
    def of(cls, names: Iterable[str], reason: str) -> "Joint":
        """Return it of the names at the head of a chain, and why no single one is the speaker."""
        once = tuple(dict.fromkeys(names))
        return cls(once, bool(once) and reason.startswith("unsure"))


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement and everything the text says of its provenance.

    `content` takes in its quotation marks and may be in several pieces, in text
    order. `source` and `cue` are as printed. `speaker` is a resolved name, None
    when no one named speaks or it is unsure who does: `speaker_reason` says how
    it was decided ("full name", "pronoun: last speaker", "unsure: two candidates").
    `speaker_confidence` in [0, 1] is how sure that is, None where nobody is meant;
    `proposed` is whom a blank speaker most likely stands for, for a person to decide.
    `chain` is in order of position. `editorial` are the bracketed words, ellipses
    and the like inside the content that the editor put there. `parent` is the
    index, in the article's list, of the statement this one stands in.
    `denied` says that the source says the content is not so ("denied that …").
    `confidence` in [0, 1] is how likely a reader would mark it; `rule` names what found it.
    `source_confidence` is how likely `source` is the right one, None where only rules
    were asked; it enters into `speaker_confidence`.
    """

    kind: Kind
    type: StatementType
    act: Act
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    speaker_reason: str = ""
    speaker_confidence: float | None = None
    proposed: str | None = None
    chain: tuple[Hop, ...] = ()
    said_on: DateInterval | None = None
    event: Event | None = None
    editorial: tuple[Span, ...] = ()
    parent: int | None = None
    confidence: float = 0.5
    rule: str = ""
    denied: bool = False
    source_confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")

    @property
    def joint(self) -> Joint:
        """Who says it, where they are several: those of its chain that nobody stands before."""
        speak = (hop for hop in self.chain if hop.role is HopRole.SPEAKER and self.speaker is None)
        names = (hop.agent for hop in speak if hop.kind is not AgentKind.UNNAMED)
        return Joint.of(names, self.speaker_reason)

    def text(self, article_text: str) -> str:
        """Return the content as one readable line."""
        return join_spans(self.content, article_text)


def kind_of(type_: StatementType, event: Event | None) -> Kind:
    """Return the kind that follows from how the words are given and what they report."""
    if event is not None:
        return Kind.FACT
    return Kind.CLAIM if type_ is StatementType.INDIRECT else Kind.QUOTE
