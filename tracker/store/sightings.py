"""That an address still showed the words of a version: kept in the ledger, nowhere else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from tracker.model import Capture
from tracker.store.articles import Added, sha256
from tracker.store.session import Transaction
from tracker.store.tables import LedgerRow

KIND = "sighting"


@dataclass(frozen=True, slots=True)
class Seen:
    """How often the words of a version were seen again, and when for the last time."""

    times: int
    last: datetime


def add(tx: Transaction, added: Added, capture: Capture) -> None:
    """Keep that an address was captured again and still showed a version's text.

    Without an address nothing was seen again: a file was read twice.
    """
    if added.article.url is not None:
        value = {"version": added.version.uid, "body_sha256": sha256(capture.body)}
        tx.ledger.append("version.seen", "sighting", added.version.uid, value)


def of(session: Session, version_uids: Collection[str]) -> dict[str, Seen]:
    """Return when these versions were seen again, by uid; those never seen again are left out."""
    query = (
        select(LedgerRow.record_uid, func.count(), func.max(LedgerRow.at))
        .where(col(LedgerRow.record_uid).in_(version_uids), LedgerRow.record_kind == KIND)
        .group_by(col(LedgerRow.record_uid))
    )
    return {uid: Seen(times, last) for uid, times, last in session.exec(query)}
