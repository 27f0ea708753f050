"""What a reader is told where words were redacted, and where an article was withdrawn."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session

from tracker.store import redactions, withholding
from tracker.store.withdrawals import withdrawals_of
from tracker.views.shapes import Shape


def redaction_shape(row: Any) -> Shape:
    """Return a tombstone to show: what is gone, why, by whom, when, on what ground."""
    return {
        "record_kind": row.record_kind,
        "record_uid": row.record_uid,
        "part": row.part,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
        "ground": row.ground,
        "asked_by": row.asked_by,
        "entry": row.entry,
    }


def redactions_of(session: Session, *uids: str) -> list[Shape]:
    """Return the tombstones of these records, oldest first."""
    return [redaction_shape(row) for row in redactions.of_records(session, uids)]


def redactions_of_words(session: Session, occurrence_ids: Collection[int]) -> list[Shape]:
    """Return the tombstones that withhold words of these occurrences, oldest first.

    Words of the same article that none of them points to are another claim's business.
    """
    rows = redactions.every(session)
    if not rows:
        return []
    hidden = withholding.of_occurrences(session, rows, occurrence_ids).values()
    entries = {row.entry for one in hidden for row in one.of_words()}
    return [redaction_shape(row) for row in rows if row.entry in entries]


def every_redaction(session: Session) -> list[Shape]:
    """Return all tombstones, oldest first."""
    return [redaction_shape(row) for row in redactions.every(session)]


def withdrawal_shapes(session: Session, article_ids: Collection[int]) -> dict[int, Shape | None]:
    """Return who withdrew each article, when and why; None for one that counts."""
    held = withdrawals_of(session, article_ids)
    told = {
        article_id: {"reason": row.reason, "user": row.user, "at": row.at.isoformat()}
        for article_id, row in held.items()
    }
    return {article_id: told.get(article_id) for article_id in article_ids}
