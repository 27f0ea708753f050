"""A statement in the making: token positions instead of offsets."""

from dataclasses import dataclass, field

from tracker.extract.cues import Cue
from tracker.extract.phrases import Range
from tracker.model import Act


@dataclass(slots=True)
class Relay:
    """Who carried a statement on: token positions of the name and of its cue.

    `shown` says that the words show it to be an outlet or one who speaks for another;
    of a bare name that was told something, only the whole article tells.
    """

    agent: Range
    cue: Range | None
    position: int = 1
    shown: bool = True


@dataclass(slots=True)
class Draft:
    """A statement found in one sentence; ranges are positions of that sentence's tokens.

    `confidence` that it is an attribution and `source_confidence` that it is this source's
    are the sequence model's, in [0, 1]; None where no model was asked.
    """

    content: list[Range]
    source: Range | None
    cue: Range | None
    act: Act
    rule: str
    relays: list[Relay] = field(default_factory=list)
    verb: Cue | None = None
    confidence: float | None = None
    source_confidence: float | None = None

    @property
    def first(self) -> int:
        """The first position of the content."""
        return self.content[0][0]

    @property
    def last(self) -> int:
        """One past the last position of the content."""
        return self.content[-1][1]
