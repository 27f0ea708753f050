"""Articles that people withdrew: kept and shown, and counted nowhere, until they are restored.

An occurrence of a withdrawn article is set aside as one is that a person rejected; which
of the two it is, and what becomes of it when the article is restored, follows from what
people said of either.
"""

from collections.abc import Collection, Iterator

from sqlmodel import Session, col, func, select

from tracker.store import corrections, occurrences
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction, portions
from tracker.store.tables import ArticleRow, OccurrenceRow, VersionRow, WithdrawalRow


def withdrawal_of(session: Session, article_id: int) -> WithdrawalRow | None:
    """Return the word by which an article is withdrawn; None while it counts."""
    query = select(WithdrawalRow).where(WithdrawalRow.article_id == article_id)
    row = session.exec(query.order_by(col(WithdrawalRow.id).desc()).limit(1)).first()
    return row if row is not None and row.withdrawn else None


def withdrawals_of(session: Session, article_ids: Collection[int]) -> dict[int, WithdrawalRow]:
    """Return the word by which each of these articles is withdrawn, by number; none that counts."""
    last: dict[int, WithdrawalRow] = {}
    for some in portions(article_ids):
        query = select(WithdrawalRow).where(col(WithdrawalRow.article_id).in_(some))
        rows = session.exec(query.order_by(col(WithdrawalRow.id)))
        last |= {row.article_id: row for row in rows}
    return {article_id: row for article_id, row in last.items() if row.withdrawn}


def add(tx: Transaction, article: ArticleRow, withdrawn: bool, reason: str) -> list[int]:
    """Withdraw or restore an article; return the claims to link anew."""
    at = tx.ledger.clock()
    count = select(func.count()).select_from(WithdrawalRow)
    earlier = tx.session.exec(count.where(WithdrawalRow.article_id == article.id)).one()
    row = WithdrawalRow(
        uid=uid("wdr", article.uid, tx.ledger.user, at.isoformat(), earlier),
        article_id=article.id,
        withdrawn=withdrawn,
        reason=reason,
        user=tx.ledger.user,
        at=at,
    )
    tx.session.add(row)
    tx.session.flush()
    action = "article.withdrawn" if withdrawn else "article.restored"
    tx.ledger.append(
        action, "article_withdrawal", row.uid, withdrawal_record(row, article.uid), reason
    )
    return settle(tx, article, reason)


def article_by_uid(session: Session, uid: str) -> ArticleRow:
    """Return the article of this uid, which must be there."""
    return session.exec(select(ArticleRow).where(ArticleRow.uid == uid)).one()


def by_uid(session: Session, uid: str) -> WithdrawalRow:
    """Return the word of this uid, which must be there."""
    return session.exec(select(WithdrawalRow).where(WithdrawalRow.uid == uid)).one()


def withdrawal_record(row: WithdrawalRow, article: str) -> Record:
    """Return a person's word on an article as the ledger and exports hold it."""
    return {
        "article": article,
        "withdrawn": row.withdrawn,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
    }


def settle(tx: Transaction, article: ArticleRow, reason: str) -> list[int]:
    """Set the occurrences of an article aside, or back, as people say; return whose claims."""
    withdrawn = withdrawal_of(tx.session, article.id) is not None
    query = (
        select(OccurrenceRow)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(VersionRow.article_id == article.id)
        .order_by(col(OccurrenceRow.id))
    )
    moved = []
    for row in tx.session.exec(query).all():
        aside = withdrawn or _is_rejected(tx.session, row.id)
        if row.rejected != aside:
            row.rejected = aside
            tx.session.add(row)
            moved.append(row)
    tx.session.flush()
    records = occurrences.load_records(tx.session, [row.id for row in moved])
    action = "occurrence.withdrawn" if withdrawn else "occurrence.restored"
    for row in moved:
        tx.ledger.append(action, "occurrence", row.uid, records[row.uid], reason)
    return [row.claim_id for row in moved]


def _is_rejected(session: Session, occurrence_id: int) -> bool:
    """Say whether a person's last word on an occurrence is that it is no statement."""
    made = corrections.corrections_of(session, occurrence_id)
    said = [correction.after for correction in made if correction.field == "rejected"]
    return bool(said) and said[-1] == "true"


def article_of(session: Session, occurrence: OccurrenceRow) -> ArticleRow:
    """Return the article that an occurrence stands in."""
    version = session.get_one(VersionRow, occurrence.version_id)
    return session.get_one(ArticleRow, version.article_id)


def records(session: Session) -> Iterator[Record]:
    """Yield for exports what people said of articles: not to count, or to count again."""
    for row, article in every(session):
        yield {"id": row.uid, **withdrawal_record(row, article)}


def every(session: Session) -> list[tuple[WithdrawalRow, str]]:
    """Return all that was said of articles, with the article's uid, oldest first."""
    query = select(WithdrawalRow, ArticleRow.uid).join(
        ArticleRow, col(ArticleRow.id) == col(WithdrawalRow.article_id)
    )
    return list(session.exec(query.order_by(col(WithdrawalRow.id))).all())
