"""The vocabulary: frozen dataclasses and enums, no input or output."""

from tracker.model.agent import Agent, AgentKind, Occupancy, SourceType
from tracker.model.article import RECORD, Article, Capture, CaptureState
from tracker.model.checkpoint import Checkpoint
from tracker.model.claim import Claim
from tracker.model.event import (
    Event,
    EventType,
    Modality,
    Participant,
    PlacePrecision,
    Presence,
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
from tracker.model.marked import Attribution, MarkedArticle
from tracker.model.meaning import Meaning
from tracker.model.place import NOWHERE, Gazetteer, Place
from tracker.model.span import Selector, Span, join_spans
from tracker.model.stamp import Stamp
from tracker.model.statement import (
    Act,
    Hop,
    HopRole,
    Joint,
    Kind,
    Statement,
    StatementType,
    kind_of,
)
from tracker.model.version import Anchoring, AnchorState, Fate, NoticeKind
from tracker.model.when import DateInterval, Precision, Published
from tracker.model.withheld import BLOCK, Ground, Order, is_blotted

__all__ = [
    "BLOCK",
    "NOWHERE",
    "RECORD",
    "Act",
    "Agent",
    "AgentKind",
    "AnchorState",
    "Anchoring",
    "Article",
    "Attribution",
    "Capture",
    "CaptureState",
    "Checkpoint",
    "Claim",
    "ClaimRelation",
    "Comparison",
    "DateInterval",
    "Decision",
    "Difference",
    "Event",
    "EventType",
    "Fate",
    "Gazetteer",
    "Ground",
    "Hop",
    "HopRole",
    "Joint",
    "Kind",
    "LinkRelation",
    "LinkStatus",
    "MarkedArticle",
    "Meaning",
    "Modality",
    "NoticeKind",
    "Occupancy",
    "Order",
    "Participant",
    "Place",
    "PlacePrecision",
    "Precision",
    "Presence",
    "Published",
    "Qualifier",
    "Quantity",
    "Role",
    "Selector",
    "SourceType",
    "Span",
    "Stamp",
    "Statement",
    "StatementType",
    "Verdict",
    "is_blotted",
    "join_spans",
    "kind_of",
]
