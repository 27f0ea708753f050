"""What the ledger last wrote of many records at once, and which values were struck out."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, func, select

from tracker.store.session import portions
from tracker.store.tables.ledger import LedgerRow, LedgerValueRow

REDACTION = "redaction"
"""The kind of the entries that say which values were struck out: {"struck": [seq, …], …}."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value of the ledger: the entry's number and canonical JSON, None when struck out."""

    seq: int
    value: str | None


Values = dict[str, list[Written]]
"""What the ledger wrote of records, by uid, oldest first."""


def last_of(session: Session, kind: str, uids: Collection[str]) -> Values:
    """Return the last value of each of these records, in a list of one."""
    return _in_portions(session, kind, uids, only_last=True)


def all_of(session: Session, kind: str, uids: Collection[str]) -> Values:
    """Return every value that the ledger has under each of these uids."""
    return _in_portions(session, kind, uids, only_last=False)


def _in_portions(session: Session, kind: str, uids: Collection[str], *, only_last: bool) -> Values:
    found: Values = {}
    for some in portions(uids):
        found |= _values(session, kind, some, only_last=only_last)
    return found


def _values(session: Session, kind: str, uids: Collection[str], *, only_last: bool) -> Values:
    query = (
        select(LedgerRow.record_uid, LedgerRow.seq, LedgerValueRow.value)
        .outerjoin(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerRow.record_kind == kind)
    )
    of_these = LedgerRow.record_kind == kind, col(LedgerRow.record_uid).in_(uids)
    if only_last:
        newest = select(func.max(LedgerRow.seq)).where(*of_these)
        query = query.where(col(LedgerRow.seq).in_(newest.group_by(col(LedgerRow.record_uid))))
    else:
        query = query.where(*of_these)
    found: Values = defaultdict(list)
    for uid, seq, value in session.exec(query.order_by(col(LedgerRow.seq))):
        found[uid].append(Written(seq, value))
    return found


def made(session: Session, kind: str, uids: Collection[str]) -> dict[str, int]:
    """Return the number of the entry that first tells of each of these records."""
    found: dict[str, int] = {}
    for some in portions(uids):
        query = (
            select(LedgerRow.record_uid, func.min(LedgerRow.seq))
            .where(LedgerRow.record_kind == kind, col(LedgerRow.record_uid).in_(some))
            .group_by(col(LedgerRow.record_uid))
        )
        found |= dict(session.exec(query).all())
    return found


def before(session: Session, entries: Collection[int]) -> dict[int, str | None]:
    """Return the value that the same record had before each of these entries, if any."""
    earlier = aliased(LedgerRow)
    previous = (
        select(func.max(earlier.seq))
        .where(
            earlier.record_kind == col(LedgerRow.record_kind),
            earlier.record_uid == col(LedgerRow.record_uid),
            earlier.seq < col(LedgerRow.seq),
        )
        .scalar_subquery()
    )
    found: dict[int, str | None] = {}
    for some in portions(entries):
        query = (
            select(LedgerRow.seq, LedgerValueRow.value)
            .join(LedgerValueRow, col(LedgerValueRow.seq) == previous)
            .where(col(LedgerRow.seq).in_(some))
        )
        found.update(session.exec(query).all())
    return found


def without_rows(session: Session, kind: str, table: type[SQLModel]) -> list[str]:
    """Return the uids that entries of a kind name and that no row of its table has."""
    uid = SQLModel.metadata.tables[str(table.__tablename__)].c.uid
    there = select(uid).where(uid == col(LedgerRow.record_uid)).exists()
    query = select(LedgerRow.record_uid).where(LedgerRow.record_kind == kind, ~there)
    return sorted(session.exec(query.distinct()))


def uids(session: Session, kind: str) -> set[str]:
    """Return every uid that entries of a kind name."""
    query = select(LedgerRow.record_uid).where(LedgerRow.record_kind == kind)
    return set(session.exec(query.distinct()))


def kinds(session: Session) -> set[str]:
    """Return every kind of record that the ledger has entries on."""
    return set(session.exec(select(LedgerRow.record_kind).distinct()))


_REDACTED = "redacted entries"


def redacted(session: Session) -> set[int]:
    """Return the numbers of the entries whose values people struck out, as entries say.

    It is asked once a session, which sees one state of the database.
    """
    if _REDACTED not in session.info:
        session.info[_REDACTED] = _redacted(session)
    found: set[int] = session.info[_REDACTED]
    return found


def _redacted(session: Session) -> set[int]:
    query = (
        select(LedgerValueRow.value)
        .join(LedgerRow, col(LedgerRow.seq) == col(LedgerValueRow.seq))
        .where(LedgerRow.record_kind == REDACTION, col(LedgerValueRow.value).is_not(None))
    )
    return {
        seq for value in session.exec(query) if value for seq in json.loads(value).get("struck", ())
    }
