"""Checking the ledger's chain: hashes, digests, gaps, and the head that names its end."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from tracker.store.ledger import (
    BATCH,
    GENESIS,
    Problem,
    digest_of,
    hash_of,
    is_digest,
    reason_digest,
)
from tracker.store.tables.ledger import LedgerHeadRow, LedgerRow, LedgerValueRow


def walk(session: Session) -> Iterator[tuple[LedgerRow, LedgerValueRow | None]]:
    """Yield every entry with its value, oldest first, a batch in memory at a time."""
    last = None
    while True:
        query = select(LedgerRow, LedgerValueRow).outerjoin(
            LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq)
        )
        if last is not None:
            query = query.where(col(LedgerRow.seq) > last)
        rows = list(session.exec(query.order_by(col(LedgerRow.seq)).limit(BATCH)))
        if not rows:
            return
        yield from rows
        last = rows[-1][0].seq


def verify_chain(session: Session) -> list[Problem]:
    """Return what is wrong with the chain: hashes, digests, gaps, the head."""
    problems: list[Problem] = []
    seq, previous = 0, GENESIS
    try:
        for row, value in walk(session):
            problems.extend(_problems_of(row, value, seq + 1, previous))
            seq, previous = row.seq, row.hash
    except (TypeError, ValueError) as error:
        # A time that is none, bytes for text: SQLite lets anyone write it.
        problems.append(Problem("ledger", f"an entry after {seq} cannot be read: {error}"))
        return problems
    held = session.get(LedgerHeadRow, 1)
    if held is None:
        problems.append(Problem("ledger head", "it is missing"))
        return problems
    at = held.seq, held.hash
    if at[0] != seq:
        problems.append(Problem("ledger head", f"it names entry {at[0]}, the last one is {seq}"))
    elif at[1] != previous:
        problems.append(Problem("ledger head", f"its hash is not that of entry {seq}"))
    return problems


def _problems_of(
    row: LedgerRow, value: LedgerValueRow | None, seq: int, previous: str
) -> Iterator[Problem]:
    name = f"ledger entry {row.seq}"
    if row.seq != seq:
        yield Problem(name, f"entry {seq} should stand here: entries are missing")
    if row.previous != previous:
        yield Problem(name, "it does not follow from the entry before")
    if hash_of({column: getattr(row, column) for column in LedgerRow.model_fields}) != row.hash:
        yield Problem(name, "its hash does not match what it says")
    if value is None:
        yield Problem(name, "its value is missing")
    elif value.value is None and value.salt != "":
        yield Problem(name, "it has a salt beside a value that was struck out")
    elif value.value is not None and digest_of(value.salt, value.value.encode()) != row.digest:
        yield Problem(name, "its value is not the one that was written")
    elif value.value is not None and is_digest(row.reason):
        if reason_digest(value.salt, value.reason_text or "") != row.reason:
            yield Problem(name, "its reason is not the one that was written")
    elif value.reason_text is not None:
        yield Problem(name, "it has a reason beside it that was not written with it")
