"""Redactions that were made after the end of a past: which concern it, and their proofs.

What was redacted since is redacted in every past. An export of one ends its ledger before
the entries that say so, and carries a proof of each of them instead.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import MetaData
from sqlmodel import Session, col, select

from tracker.store import ledger, merkle, redactions
from tracker.store.past.later import Later
from tracker.store.past.shadow import Shadow, real_schema
from tracker.store.records import Record
from tracker.store.session import portions
from tracker.store.tables import (
    LedgerHeadRow,
    LedgerRow,
    LedgerValueRow,
    RedactionRow,
    VersionRow,
)


def rewind_redactions(later: Later, shadow: Shadow) -> None:
    """Hide the tombstones that are of nothing which was there yet."""
    query = select(RedactionRow).where(col(RedactionRow.entry) > later.seq)
    rows = list(later.session.exec(query))
    known = _known(later, {row.record_uid for row in rows}) | _bodies(later, shadow, rows)
    shadow.hide("redaction", [row.id for row in rows if not _concerns(row, later.seq, known)])


def _concerns(row: RedactionRow, end: int, known: set[str]) -> bool:
    if row.record_kind in ("version", "blob"):
        return row.record_uid in known
    return row.record_uid in known or any(seq <= end for seq in row.struck)


def _known(later: Later, uids: set[str]) -> set[str]:
    """Return which of these uids the ledger had told of by then."""
    return {
        uid
        for some in portions(uids)
        for uid in later.session.exec(
            select(LedgerRow.record_uid).where(
                col(LedgerRow.record_uid).in_(some), col(LedgerRow.seq) <= later.seq
            )
        )
    }


def _bodies(later: Later, shadow: Shadow, rows: Sequence[RedactionRow]) -> set[str]:
    """Return the hashes of bytes that a version which was there was captured from."""
    hidden = select(shadow.gone("article_version").c.id)
    return {
        digest
        for some in portions({row.record_uid for row in rows if row.record_kind == "blob"})
        for digest in later.session.exec(
            select(VersionRow.body_sha256).where(
                col(VersionRow.body_sha256).in_(some), col(VersionRow.id).not_in(hidden)
            )
        )
    }


def proofs(session: Session) -> Iterator[Record]:
    """Yield for each tombstone whose entry lies after the ledger's end a proof of that entry.

    All are under the root of the ledger up to the last of them, which goes on from the
    ledger's end: `beginning` shows it. There is none in the present.
    """
    head = session.exec(select(LedgerHeadRow)).first()
    numbers = [row.entry for row in redactions.every(session) if head and row.entry > head.seq]
    if head is None or head.seq < 1 or not numbers:
        return
    entries, values = _real(session)
    query = select(entries.c.hash).where(entries.c.seq <= max(numbers)).order_by(entries.c.seq)
    leaves = [bytes.fromhex(one) for (one,) in session.execute(query)]
    numbers = [seq for seq in numbers if seq <= len(leaves)]  # the end may have been cut off
    root = merkle.root_of(leaves).hex()
    beginning = [one.hex() for one in merkle.prove_consistency(leaves, head.seq)]
    proved = merkle.prove_all(leaves, [seq - 1 for seq in numbers])
    for seq, proof in zip(numbers, proved, strict=True):
        row = session.execute(select(entries).where(entries.c.seq == seq)).one()
        told = session.execute(select(values).where(values.c.seq == seq)).one()
        yield {
            "entry": ledger.entry_record(LedgerRow(**row._mapping)),
            "salt": told.salt,
            "value": told.value,
            "index": proof.index,
            "size": proof.size,
            "path": [beside.hex() for beside in proof.path],
            "root": root,
            "beginning": beginning,
        }


def _real(session: Session) -> tuple[Any, Any]:
    """Return the ledger's own tables, which no view of a past stands before."""
    schema, apart = real_schema(session.connection()), MetaData()
    tables: tuple[Any, Any] = (LedgerRow, LedgerValueRow)
    entries, values = (one.__table__.to_metadata(apart, schema=schema) for one in tables)
    return entries, values
