"""Which past is asked for, and which entry of the ledger it ends with."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlmodel import Session, col, func, select

from tracker.errors import NotFound
from tracker.store import ledger
from tracker.store.ledger import GENESIS
from tracker.store.tables import LedgerRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for: as known at a time or after an entry, as published by a day.

    A number in `as_of` is that of a ledger entry; a time is aware.
    """

    as_of: datetime | int | None = None
    known_by: date | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The last entry that counts, with its time and hash; entry 0 is before the first one."""

    seq: int
    at: datetime | None
    hash: str


@dataclass(frozen=True, slots=True)
class Past:
    """A past state that is open for reading.

    `end` is None where only publication was asked for. `of_unknown_date` is how many
    articles were left out because nothing shows that they were out by then.
    """

    session: Session
    asked: Asked
    end: End | None
    of_unknown_date: int = 0


def end_of(session: Session, as_of: datetime | int) -> End:
    """Return the last entry written by `as_of`, with all that was written together with it.

    A write's entries have one time, that of its first one: none is cut in two.

    Raises:
        NotFound: there is no entry of that number yet.
    """
    if isinstance(as_of, int):
        last = ledger.head(session)[0]
        if not 1 <= as_of <= last:
            raise NotFound(f"no ledger entry #{as_of}: the last one is #{last}")
        return _whole(session, session.get_one(LedgerRow, as_of))
    query = select(func.max(LedgerRow.seq)).where(col(LedgerRow.at) <= as_of)
    seq = session.exec(query).one()
    if seq is None:
        return End(0, None, GENESIS)
    row = session.get_one(LedgerRow, seq)
    return End(row.seq, row.at, row.hash)


def _whole(session: Session, row: LedgerRow) -> End:
    """Return the last entry of the write that an entry belongs to."""
    while True:
        following = session.get(LedgerRow, row.seq + 1)
        if following is None or (following.at, following.user) != (row.at, row.user):
            return End(row.seq, row.at, row.hash)
        row = following


def end_of_day(day: date) -> datetime:
    """Return the last microsecond of a day in UTC."""
    return datetime.combine(day, time.max, UTC)
