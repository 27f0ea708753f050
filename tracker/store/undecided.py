"""Links and relations that wait for a person, the least certain first."""

from typing import Any, TypeVar

from sqlmodel import Session, col, func, select

from tracker.model import Decision, Verdict
from tracker.store.judgements import is_answered
from tracker.store.tables import JudgementRow, LinkRow, RelationRow

Row = TypeVar("Row", LinkRow, RelationRow)

_NAMED_BY: dict[Any, Any] = {LinkRow: JudgementRow.link_id, RelationRow: JudgementRow.relation_id}


def find(session: Session, table: type[Row], limit: int) -> list[tuple[Row, bool]]:
    """Return the rows without a standing yes or no, of links those that are suggested.

    With each, whether somebody is unsure of it: those come last.
    """
    unsure = is_answered(_NAMED_BY[table], col(table.id), Verdict.UNSURE)
    query = _waiting(table, table, unsure)
    query = query.order_by(unsure, func.abs(col(table.score) - 0.5), col(table.id))
    return [(row, bool(is_unsure)) for row, is_unsure in session.exec(query.limit(limit))]


def count(session: Session, table: type[Row]) -> int:
    """Return how many rows `find` would give without a limit."""
    query = select(func.count()).select_from(_waiting(table, table.id).subquery())
    return session.exec(query).one()


def _waiting(table: type[Row], *columns: Any) -> Any:
    answered = is_answered(_NAMED_BY[table], col(table.id), Verdict.YES, Verdict.NO)
    query = select(*columns).where(col(table.active), ~answered)
    return query.where(LinkRow.decision == Decision.SUGGEST) if table is LinkRow else query
