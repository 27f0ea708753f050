"""Reading relations between claims."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, func, or_, select

from tracker.model import ClaimRelation, Verdict
from tracker.store.judgements import is_answered
from tracker.store.tables import JudgementRow, RelationRow


def of_claims(session: Session, claim_ids: Collection[int]) -> list[RelationRow]:
    """Return the active relations in which one of these claims stands on either side."""
    query = select(RelationRow).where(
        or_(
            col(RelationRow.from_claim_id).in_(claim_ids),
            col(RelationRow.to_claim_id).in_(claim_ids),
        ),
        col(RelationRow.active),
    )
    return list(session.exec(query.order_by(col(RelationRow.id))))


def of_kinds(
    session: Session, kinds: Collection[ClaimRelation], limit: int, *, rejected: bool
) -> list[RelationRow]:
    """Return the active relations of these kinds, newest first.

    Those that people said no to, and nobody yes, only where `rejected` asks for them.
    """
    query = _of_kinds(kinds, rejected=rejected).order_by(col(RelationRow.id).desc())
    return list(session.exec(query.limit(limit)))


def count_of_kinds(session: Session, kinds: Collection[ClaimRelation], *, rejected: bool) -> int:
    """Return how many relations `of_kinds` would give without a limit."""
    found = _of_kinds(kinds, rejected=rejected).subquery()
    return session.exec(select(func.count()).select_from(found)).one()


def _of_kinds(kinds: Collection[ClaimRelation], *, rejected: bool) -> Any:
    query = select(RelationRow).where(
        col(RelationRow.relation).in_([str(kind) for kind in kinds]), col(RelationRow.active)
    )
    if rejected:
        return query
    on, row_id = JudgementRow.relation_id, col(RelationRow.id)
    refused = is_answered(on, row_id, Verdict.NO) & ~is_answered(on, row_id, Verdict.YES)
    return query.where(~refused)


def every(session: Session) -> list[RelationRow]:
    """Return all relations, also those no longer proposed."""
    return list(session.exec(select(RelationRow).order_by(col(RelationRow.id))))
