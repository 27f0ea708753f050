"""What other articles report of events of one type, printed about the same day."""

from datetime import datetime

from sqlmodel import Session, col, select

from tracker.store.tables import ArticleRow, ClaimRow, EventRow, OccurrenceRow, VersionRow


def find_reports(
    session: Session, type_: str, since: datetime, until: datetime, limit: int
) -> list[int]:
    """Return the claims that report an event of this type, published from `since` to `until`.

    Of more than `limit` those whose uid comes first are kept.
    """
    query = (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .join(EventRow, col(EventRow.id) == col(ClaimRow.event_id))
        .where(
            col(ArticleRow.published_start).between(since, until),
            col(EventRow.type) == type_,
        )
        .order_by(col(ClaimRow.uid))
        .limit(limit)
    )
    return list(session.exec(query))


def text_around(session: Session, occurrence_id: int) -> str:
    """Return the text of the version that an occurrence stands in."""
    query = (
        select(VersionRow.text)
        .join(OccurrenceRow, col(OccurrenceRow.version_id) == col(VersionRow.id))
        .where(col(OccurrenceRow.id) == occurrence_id)
    )
    return session.exec(query).one()
