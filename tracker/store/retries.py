"""Requests that may come again: a key gets one answer, kept with what the request wrote.

Who does not hear the answer (a cut line, a kill) asks again with the same key and is told
what he was told before, though the same words would by now be known, or were fetched anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from tracker.errors import BadInput
from tracker.store.articles import sha256
from tracker.store.canonical import dumps
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction, portions
from tracker.store.tables import ArticleRow, IdempotencyRow, OccurrenceRow

LONGEST = 200
"""Codepoints of a key."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, under the key of whoever asks; `digest` is SHA-256, in hex."""

    key: str
    digest: str


def request(key: str, command: str, given: Mapping[str, Any]) -> Request:
    """Return the request to do `command` with what is `given`.

    Raises:
        BadInput: the key is empty, too long, or not one line.
    """
    if not key.strip() or not key.isprintable() or len(key) > LONGEST:
        raise BadInput(f"--idempotency-key is one line of at most {LONGEST} characters: {key!r}")
    content = {name: value for name, value in given.items() if value is not None}
    return Request(key, sha256(dumps([command, content])))


def earlier(session: Session, asked: Request | None) -> dict[str, Any] | None:
    """Return what was answered to this request before, None when it is new.

    Raises:
        BadInput: the key was used for another request.
    """
    if asked is None:
        return None
    row = session.exec(select(IdempotencyRow).where(IdempotencyRow.key == asked.key)).first()
    if row is None:
        return None
    if row.digest != asked.digest:
        raise BadInput(
            f"idempotency key {asked.key!r} was used by {row.user} on {row.at:%Y-%m-%d %H:%M} UTC "
            "for another input: give a new key, or the same input"
        )
    return row.answer


def keep(tx: Transaction, asked: Request | None, answer: Mapping[str, Any]) -> None:
    """Store what is answered, in the transaction that does what was asked."""
    if asked is None:
        return
    row = IdempotencyRow(
        uid=uid("req", asked.key),
        key=asked.key,
        digest=asked.digest,
        answer=dict(answer),
        user=tx.ledger.user,
        at=tx.ledger.clock(),
    )
    tx.session.add(row)
    tx.ledger.append("request.answered", "request", row.uid, request_record(row))


def request_record(row: IdempotencyRow) -> dict[str, Any]:
    """Return an answered request as the ledger holds it."""
    return {
        "key": row.key,
        "digest": row.digest,
        "answer": row.answer,
        "user": row.user,
        "at": row.at.isoformat(),
    }


def records(session: Session) -> Iterator[Record]:
    """Yield every answered request as exports hold it, in the order of uid."""
    for row in session.exec(select(IdempotencyRow).order_by(col(IdempotencyRow.uid))):
        yield {"id": row.uid, **request_record(row)}


def article_id(session: Session, article: str) -> int:
    """Return the number of the article of this uid."""
    return session.exec(select(ArticleRow.id).where(ArticleRow.uid == article)).one()


def occurrence_rows(session: Session, uids: Sequence[str]) -> list[OccurrenceRow]:
    """Return the occurrences of these uids, in the same order."""
    found = {
        row.uid: row
        for some in portions(uids)
        for row in session.exec(select(OccurrenceRow).where(col(OccurrenceRow.uid).in_(some)))
    }
    return [found[one] for one in uids]


__all__ = [
    "Request",
    "article_id",
    "earlier",
    "keep",
    "occurrence_rows",
    "request",
    "request_record",
]
