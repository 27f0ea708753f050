"""The tables, one file an aggregate. Importing this package registers them all."""

from tracker.store.tables.agent import AgentNameRow, AgentRow, OccupancyRow, PlaceNameRow, PlaceRow
from tracker.store.tables.article import ArticleRow, BlobRow, OutletRow, VersionRow
from tracker.store.tables.claim import (
    ClaimKeyRow,
    ClaimRow,
    CorrectionRow,
    HopRow,
    KeyCountRow,
    OccurrenceRow,
    SelectorRow,
)
from tracker.store.tables.event import EventRow, ParticipationRow, ReportedFactRow
from tracker.store.tables.identity import IdentityRow
from tracker.store.tables.ledger import LedgerHeadRow, LedgerRow, LedgerValueRow
from tracker.store.tables.link import JudgementRow, LinkRow, RelationRow
from tracker.store.tables.retry import IdempotencyRow
from tracker.store.tables.version import AnchoringRow, NoticeRow
from tracker.store.tables.withheld import RedactionRow, WithdrawalRow

__all__ = [
    "AgentNameRow",
    "AgentRow",
    "AnchoringRow",
    "ArticleRow",
    "BlobRow",
    "ClaimKeyRow",
    "ClaimRow",
    "CorrectionRow",
    "EventRow",
    "HopRow",
    "IdempotencyRow",
    "IdentityRow",
    "JudgementRow",
    "KeyCountRow",
    "LedgerHeadRow",
    "LedgerRow",
    "LedgerValueRow",
    "LinkRow",
    "NoticeRow",
    "OccupancyRow",
    "OccurrenceRow",
    "OutletRow",
    "ParticipationRow",
    "PlaceNameRow",
    "PlaceRow",
    "RedactionRow",
    "RelationRow",
    "ReportedFactRow",
    "SelectorRow",
    "VersionRow",
    "WithdrawalRow",
]
