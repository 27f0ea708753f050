"""How many records of each kind there are, and of some claims what was found to concern them."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlmodel import Session, col, func, select

from tracker.model import Decision
from tracker.store.session import portions
from tracker.store.tables import (
    AgentRow,
    ArticleRow,
    ClaimRow,
    JudgementRow,
    LedgerRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
    VersionRow,
)

_TABLES = {
    "articles": ArticleRow,
    "versions": VersionRow,
    "agents": AgentRow,
    "claims": ClaimRow,
    "occurrences": OccurrenceRow,
    "links": LinkRow,
    "relations": RelationRow,
    "judgements": JudgementRow,
    "ledger entries": LedgerRow,
}


def of_records(session: Session) -> dict[str, int]:
    """Return the number of rows of each kind of record."""
    return {
        name: session.exec(select(func.count()).select_from(table)).one()
        for name, table in _TABLES.items()
    }


class Findings(NamedTuple):
    """Of some claims, how many are linked to another, perhaps repeat one, and are related to one.

    `suggested` are only those that are not linked as well.
    """

    linked: int
    suggested: int
    related: int


def of_findings(session: Session, claim_ids: Collection[int]) -> Findings:
    """Return how many of these claims were found to concern others, earlier or among them."""
    linked = suggested = related = 0
    for some in portions(claim_ids):
        mine = col(ClaimRow.id).in_(some)
        linked += _number(session, select(ClaimRow.id).where(mine, _is_part()))
        links = (
            select(OccurrenceRow.claim_id)
            .join(LinkRow, col(LinkRow.occurrence_id) == col(OccurrenceRow.id))
            .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
            .where(mine, ~_is_part(), col(LinkRow.active), LinkRow.decision == Decision.SUGGEST)
        )
        suggested += _number(session, links.distinct())
        relations = select(RelationRow.from_claim_id).where(
            col(RelationRow.from_claim_id).in_(some), col(RelationRow.active)
        )
        related += _number(session, relations.distinct())
    return Findings(linked, suggested, related)


def _is_part() -> Any:
    return col(ClaimRow.part_of_id).is_not(None)


def _number(session: Session, query: Any) -> int:
    return session.exec(select(func.count()).select_from(query.subquery())).one()
