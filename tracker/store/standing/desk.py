"""What people asked of the program, and articles that they set aside, as they stand."""

from collections.abc import Iterator

from sqlmodel import Session

from tracker.store.retries import request_record
from tracker.store.standing.base import Standing, batches, uids_of
from tracker.store.tables import ArticleRow, IdempotencyRow, WithdrawalRow
from tracker.store.withdrawals import withdrawal_record


def walk_requests(session: Session) -> Iterator[list[Standing]]:
    """Yield every answered request."""
    for rows in batches(session, IdempotencyRow):
        yield [Standing(f"request {row.key!r}", row.uid, request_record(row)) for row in rows]


def walk_withdrawals(session: Session) -> Iterator[list[Standing]]:
    """Yield every word by which an article was withdrawn or restored."""
    for rows in batches(session, WithdrawalRow):
        articles = uids_of(session, ArticleRow, [row.article_id for row in rows])
        yield [
            Standing(
                f"withdrawal of article {row.article_id}",
                row.uid,
                withdrawal_record(row, articles[row.article_id] or ""),
            )
            for row in rows
        ]
