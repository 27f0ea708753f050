"""Every record as its tables hold it now, in the shape in which the ledger wrote it.

What is not in a record but follows from one (folded names, intervals of publication, the
agent that stands for others) is worked out again and compared here.
"""

from tracker.store.standing.agents import (
    redacted_names,
    walk_agent_names,
    walk_agents,
    walk_identities,
    walk_occupancies,
)
from tracker.store.standing.articles import walk_articles, walk_outlets, walk_versions
from tracker.store.standing.base import Kind, Standing
from tracker.store.standing.claims import (
    walk_corrections,
    walk_events,
    walk_judgements,
    walk_links,
    walk_occurrences,
    walk_placements,
    walk_relations,
)
from tracker.store.standing.desk import walk_requests, walk_withdrawals
from tracker.store.standing.versions import walk_anchorings, walk_notices
from tracker.store.tables import (
    AgentRow,
    AnchoringRow,
    ArticleRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    IdempotencyRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    NoticeRow,
    OccurrenceRow,
    OutletRow,
    RelationRow,
    VersionRow,
    WithdrawalRow,
)

KINDS: dict[str, Kind] = {
    "outlet": Kind(OutletRow, walk_outlets),
    "article": Kind(ArticleRow, walk_articles),
    "version": Kind(VersionRow, walk_versions),
    "agent": Kind(AgentRow, walk_agents),
    "agent_name": Kind(AgentRow, walk_agent_names, many=True, redacted=redacted_names),
    "occupancy": Kind(AgentRow, walk_occupancies, many=True),
    "agent_identity": Kind(IdentityRow, walk_identities, in_order=True),
    "event": Kind(EventRow, walk_events),
    "occurrence": Kind(OccurrenceRow, walk_occurrences),
    "placement": Kind(ClaimRow, walk_placements, sparse={"part_of": None}),
    "link": Kind(LinkRow, walk_links),
    "relation": Kind(RelationRow, walk_relations),
    "judgement": Kind(JudgementRow, walk_judgements, in_order=True),
    "correction": Kind(CorrectionRow, walk_corrections, in_order=True),
    "anchoring": Kind(AnchoringRow, walk_anchorings),
    "notice": Kind(NoticeRow, walk_notices, in_order=True),
    "request": Kind(IdempotencyRow, walk_requests),
    "article_withdrawal": Kind(WithdrawalRow, walk_withdrawals, in_order=True),
}
"""What the ledger writes of, by its name for the kind. Places have a walk of their own:
those that ship with the program stand in no entry."""

WITHOUT_ROWS = frozenset({"keys", "sighting", "stamp", "redaction"})
"""Kinds of entries that tell of no row of their own, and tombstones, which are checked with
what they cover."""

__all__ = ["KINDS", "WITHOUT_ROWS", "Kind", "Standing"]
