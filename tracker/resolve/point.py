"""Somebody at a place in the text, and the outcome of asking whom a pronoun means."""

from dataclasses import dataclass

from tracker.model import AgentKind
from tracker.resolve.lexicon import Gender
from tracker.resolve.roster import Entry


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """Somebody at a place in the text; `entry` is None for a source without a name.

    `asks` says that the words are a question, so that somebody else may answer;
    `acts` that a verb follows the name, `owned` that the person is somebody's ("his
    captain"), so that "his" in the sentence is another.
    """

    position: int
    entry: Entry | None
    speaks: bool = False
    subject: bool = False
    gender: Gender | None = None
    no_person: bool = False
    asks: bool = False
    acts: bool = False
    owned: bool = False

    def may_be(self, gender: Gender | None) -> bool:
        """Say whether a pronoun of `gender` can mean the person here."""
        if self.no_person or (self.entry is not None and self.entry.titular):
            return False
        if self.entry is not None and self.entry.agent_kind is not AgentKind.PERSON:
            return False
        known = self.entry.gender if self.entry is not None else self.gender
        return known is None or gender is None or known is gender

    @property
    def is_person(self) -> bool:
        """Whether the text shows a person here, not just a name."""
        return self.entry is None or self.entry.person or self.entry.source

    @property
    def is_stranger(self) -> bool:
        """Whether a source stands here of whom neither name nor gender is known."""
        return self.entry is None and self.gender is None

    @property
    def is_subject(self) -> bool:
        """Whether a person opens the sentence or clause here.

        A name of two words or more that is no body's is taken for a person's.
        """
        return self.subject and (
            self.is_person or (self.entry is not None and len(self.entry.words) > 1)
        )

    @property
    def is_body(self) -> bool:
        """Whether a body stands here."""
        return self.entry is not None and self.entry.agent_kind is AgentKind.ORGANIZATION

    @property
    def certain(self) -> bool:
        """Whether the gender is known."""
        return (self.entry.gender if self.entry is not None else self.gender) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search: who, or why nobody and who most likely.

    `share` in [0, 1] is the part that who is found or proposed has of the weight of
    everybody within reach.
    """

    entry: Entry | None
    reason: str
    proposed: Entry | None = None
    share: float = 1.0
