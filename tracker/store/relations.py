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


def of_kinds(session: Session, kinds: Collection[ClaimRelation], limit: int) -> list[RelationRow]:
    """Return the active relations of these kinds, newest first."""
    query = _of_kinds(kinds).order_by(col(RelationRow.id).desc())
    return list(session.exec(query.limit(limit)))


def count_of_kinds(session: Session, kinds: Collection[ClaimRelation]) -> int:
    """Return how many relations `of_kinds` would give without a limit."""
    return session.exec(select(func.count()).select_from(_of_kinds(kinds).subquery())).one()


def _of_kinds(kinds: Collection[ClaimRelation]) -> Any:
    return select(RelationRow).where(
        col(RelationRow.relation).in_([str(kind) for kind in kinds]), col(RelationRow.active)
    )


def undecided(session: Session, limit: int) -> list[tuple[RelationRow, bool]]:
    """Return the relations without a standing yes or no, the least certain first.

    With each, whether somebody is unsure of it: those come last.
    """
    unsure = is_answered(JudgementRow.relation_id, col(RelationRow.id), Verdict.UNSURE)
    query = _undecided(RelationRow, unsure)
    query = query.order_by(unsure, func.abs(col(RelationRow.score) - 0.5), col(RelationRow.id))
    return [(row, bool(is_unsure)) for row, is_unsure in session.exec(query.limit(limit))]


def count_undecided(session: Session) -> int:
    """Return how many relations `undecided` would give without a limit."""
    return session.exec(
        select(func.count()).select_from(_undecided(RelationRow.id).subquery())
    ).one()


def _undecided(*columns: Any) -> Any:
    return select(*columns).where(
        col(RelationRow.active),
        ~is_answered(JudgementRow.relation_id, col(RelationRow.id), Verdict.YES, Verdict.NO),
    )


def every(session: Session) -> list[RelationRow]:
    """Return all relations, also those no longer proposed."""
    return list(session.exec(select(RelationRow).order_by(col(RelationRow.id))))
