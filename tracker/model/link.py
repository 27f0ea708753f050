"""How two claims compare, and what people decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LinkRelation(StrEnum):
    """How a later occurrence gives the claim that was first recorded."""

    VERBATIM = "verbatim"
    EXCERPT = "excerpt"
    REWORDED = "reworded"
    RETRANSLATED = "retranslated"
    PARAPHRASE = "paraphrase"


class ClaimRelation(StrEnum):
    """How one claim stands to another, different claim."""

    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    DENIES = "denies"
    RESTATES = "restates"
    ECHOES = "echoes"
    RETRACTS = "retracts"


class Decision(StrEnum):
    """What the matcher does with a pair."""

    LINK = "link"
    SUGGEST = "suggest"
    NONE = "none"


class LinkStatus(StrEnum):
    """Where a link or relation stands; derived from judgements, never stored."""

    AUTO = "auto"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    DISPUTED = "disputed"


class Verdict(StrEnum):
    """A person's answer. Unsure is an answer, not a missing one."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one gate found on the two sides, in words to show."""

    gate: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing a claim (left, later) with a stored one (right).

    `score` and every feature are in [0, 1]. `relation` is set when the decision
    is link or suggest. `claim_relation` is set when a gate found the two to be
    different claims that still concern each other, with its `basis` ("number",
    "date", "negation", "speaker", "place"). `held_back` says why a pair without a
    difference is not linked though its score is that of a link, else it is empty.
    """

    score: float
    decision: Decision
    relation: LinkRelation | None = None
    claim_relation: ClaimRelation | None = None
    basis: str | None = None
    differences: tuple[Difference, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)
    held_back: str = ""
