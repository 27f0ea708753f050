"""What outlets say of articles they published: corrections, retractions, clarifications."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from tracker.errors import Conflict, NotFound
from tracker.model import NoticeKind
from tracker.store.anchorings import UidOf
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import (
    ArticleRow,
    ClaimRow,
    NoticeRow,
    OccurrenceRow,
    OutletRow,
    VersionRow,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is recorded; of the whole article where neither claim nor occurrence is given."""

    kind: NoticeKind
    text: str
    published_at: str | None = None
    url: str | None = None
    claim: ClaimRow | None = None
    occurrence: OccurrenceRow | None = None


def add(tx: Transaction, article: ArticleRow, notice: Notice) -> NoticeRow:
    """Store a notice on an article."""
    row = NoticeRow(
        uid="",
        article_id=article.id,
        claim_id=notice.claim.id if notice.claim else None,
        occurrence_id=notice.occurrence.id if notice.occurrence else None,
        kind=notice.kind,
        text=notice.text,
        published_at=notice.published_at,
        url=notice.url,
        user=tx.ledger.user,
        at=tx.ledger.clock(),
    )
    return _append(tx, row, "notice.recorded", notice.text)


def withdraw(tx: Transaction, notice: NoticeRow, reason: str) -> NoticeRow:
    """Take a notice back: it was recorded in error, or the outlet took it back.

    Raises:
        Conflict: it was taken back already.
    """
    query = select(NoticeRow).where(NoticeRow.withdraws_id == notice.id)
    taken = tx.session.exec(query).first()
    if taken is not None:
        raise Conflict(f"notice N{notice.id} was withdrawn already by {taken.user}")
    row = NoticeRow(
        uid="",
        article_id=notice.article_id,
        claim_id=notice.claim_id,
        occurrence_id=notice.occurrence_id,
        text=reason,
        user=tx.ledger.user,
        at=tx.ledger.clock(),
        withdraws_id=notice.id,
    )
    return _append(tx, row, "notice.withdrawn", reason)


def _append(tx: Transaction, row: NoticeRow, action: str, reason: str) -> NoticeRow:
    article = tx.session.get_one(ArticleRow, row.article_id)
    query = select(NoticeRow.id).where(NoticeRow.article_id == row.article_id)
    earlier = len(tx.session.exec(query).all())
    row.uid = uid("not", article.uid, row.user, row.at.isoformat(), earlier)
    tx.session.add(row)
    tx.session.flush()
    tx.ledger.append(action, "notice", row.uid, notice_record(row, _uid_of(tx.session)), reason)
    return row


def _uid_of(session: Session) -> UidOf:
    return lambda table, number: None if number is None else session.get_one(table, number).uid


def notice_record(row: NoticeRow, of: UidOf) -> Record:
    """Return a notice as the ledger and exports hold it."""
    return {
        "article": of(ArticleRow, row.article_id),
        "claim": of(ClaimRow, row.claim_id),
        "occurrence": of(OccurrenceRow, row.occurrence_id),
        "kind": row.kind,
        "text": row.text,
        "published_at": row.published_at,
        "url": row.url,
        "user": row.user,
        "at": row.at.isoformat(),
        "withdraws": of(NoticeRow, row.withdraws_id),
    }


def get(session: Session, notice_id: int) -> NoticeRow:
    """Return a notice by its number; a withdrawal is none.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(NoticeRow, notice_id)
    if row is None or row.kind is None:
        raise NotFound(f"no notice N{notice_id}: see `tracker article show`")
    return row


@dataclass(frozen=True, slots=True)
class Recorded:
    """A notice, what took it back, the outlet whose article it is on, and the claim it is about.

    `claim_id` is None where it is about the whole article.
    """

    row: NoticeRow
    withdrawal: NoticeRow | None
    outlet: str | None
    claim_id: int | None


def on_articles(session: Session, article_ids: Collection[int]) -> list[Recorded]:
    """Return the notices on these articles, oldest first, those taken back among them."""
    withdrawal = aliased(NoticeRow)
    query: Any = (
        select(
            NoticeRow,
            withdrawal,
            OutletRow.name,
            func.coalesce(NoticeRow.claim_id, OccurrenceRow.claim_id),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(NoticeRow.article_id))
        .outerjoin(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id))
        .outerjoin(withdrawal, col(withdrawal.withdraws_id) == col(NoticeRow.id))
        .outerjoin(OccurrenceRow, col(OccurrenceRow.id) == col(NoticeRow.occurrence_id))
        .where(col(NoticeRow.article_id).in_(article_ids), col(NoticeRow.kind).is_not(None))
        .order_by(col(NoticeRow.id))
    )
    return [Recorded(*found) for found in session.exec(query)]


@dataclass(frozen=True, slots=True)
class Carrier:
    """One printed trace of a claim: its own claim, the one it is part of, where it stands."""

    claim_id: int
    whole_id: int
    occurrence_id: int
    article_id: int


def carriers(session: Session, whole_ids: Collection[int]) -> list[Carrier]:
    """Return every trace of claims that stand by themselves, the rejected ones left out."""
    if session.exec(select(NoticeRow.id).limit(1)).first() is None:
        return []  # nothing to reach: most databases have no notice
    query: Any = (
        select(ClaimRow.id, ClaimRow.part_of_id, OccurrenceRow.id, VersionRow.article_id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(
            or_(col(ClaimRow.id).in_(whole_ids), col(ClaimRow.part_of_id).in_(whole_ids)),
            col(OccurrenceRow.rejected).is_(False),
        )
        .order_by(col(ClaimRow.id))
    )
    return [
        Carrier(claim_id, part_of or claim_id, occurrence_id, article_id)
        for claim_id, part_of, occurrence_id, article_id in session.exec(query)
    ]


def claims_in(session: Session, article_id: int) -> list[int]:
    """Return the claims of an article's own occurrences, the rejected ones left out."""
    query = (
        select(OccurrenceRow.claim_id)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(VersionRow.article_id == article_id, col(OccurrenceRow.rejected).is_(False))
    )
    return list(session.exec(query))


def article_of(session: Session, occurrence_id: int) -> int | None:
    """Return the article in which an occurrence stands."""
    query = (
        select(VersionRow.article_id)
        .join(OccurrenceRow, col(OccurrenceRow.version_id) == col(VersionRow.id))
        .where(OccurrenceRow.id == occurrence_id)
    )
    return session.exec(query).first()


def records(session: Session, of: UidOf) -> Iterator[Record]:
    """Yield every notice and withdrawal as exports hold it, in the order of uid."""
    for row in session.exec(select(NoticeRow).order_by(col(NoticeRow.uid))):
        yield {"id": row.uid, **notice_record(row, of)}


def row_of(record: Record, number: Callable[[str, str | None], Any]) -> NoticeRow:
    """Return the row that an exported record is; `number` gives a row's number by its uid."""
    return NoticeRow(
        uid=record["id"],
        article_id=number("article", record["article"]),
        claim_id=number("claim", record["claim"]),
        occurrence_id=number("occurrence", record["occurrence"]),
        withdraws_id=number("article_notice", record["withdraws"]),
        at=datetime.fromisoformat(record["at"]),
        **{name: record[name] for name in ("kind", "text", "published_at", "url", "user")},
    )
