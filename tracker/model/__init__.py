"""The vocabulary: frozen dataclasses and enums, no input or output."""

from tracker.model.agent import Agent, AgentKind, Occupancy
from tracker.model.article import RECORD, Article, Capture, CaptureState
from tracker.model.claim import Claim
from tracker.model.event import (
    Event,
    EventType,
    Modality,
    Participant,
    Qualifier,
    Quantity,
    Role,
)
from tracker.model.link import (
    ClaimRelation,
    Comparison,
    Decision,
    Difference,
    LinkRelation,
    LinkStatus,
    Verdict,
)
from tracker.model.span import Selector, Span, join_spans
from tracker.model.statement import (
    Act,
    Hop,
    HopRole,
    Kind,
    Statement,
    StatementType,
    kind_of,
)
from tracker.model.when import DateInterval, Precision, Published

__all__ = [
    "RECORD",
    "Act",
    "Agent",
    "AgentKind",
    "Article",
    "Capture",
    "CaptureState",
    "Claim",
    "ClaimRelation",
    "Comparison",
    "DateInterval",
    "Decision",
    "Difference",
    "Event",
    "EventType",
    "Hop",
    "HopRole",
    "Kind",
    "LinkRelation",
    "LinkStatus",
    "Modality",
    "Occupancy",
    "Participant",
    "Precision",
    "Published",
    "Qualifier",
    "Quantity",
    "Role",
    "Selector",
    "Span",
    "Statement",
    "StatementType",
    "Verdict",
    "join_spans",
    "kind_of",
]
