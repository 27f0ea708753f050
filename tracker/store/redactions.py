"""Tombstones: what of which record is gone, why, by whom, when, and on what ground."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from tracker.model import BLOCK, Order, Span
from tracker.store import ledger, written
from tracker.store.ledger import Problem
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction, portions
from tracker.store.tables import (
    BlobRow,
    LedgerRow,
    LedgerValueRow,
    RedactionRow,
    VersionRow,
)

EMPTIED = "redacted"
"""The codec of a blob whose bytes are gone."""


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a tombstone stands for, and which part of it is gone."""

    kind: str
    uid: str
    part: str


def add(
    tx: Transaction,
    order: Order,
    target: Target,
    *,
    spans: Iterable[Span] = (),
    struck: Iterable[int] = (),
    hashes: tuple[str | None, str | None] = (None, None),
) -> RedactionRow:
    """Set a tombstone; from here until the transaction ends its record may be blotted out.

    `struck` are the ledger entries whose values go; `hashes` a text's before and after.
    """
    at = tx.ledger.clock()
    earlier = len(of_records(tx.session, [target.uid]))
    row = RedactionRow(
        uid=uid("red", target.uid, target.part, tx.ledger.user, at.isoformat(), earlier),
        entry=0,
        record_kind=target.kind,
        record_uid=target.uid,
        part=target.part,
        spans=[[span.start, span.end] for span in spans],
        struck=sorted(struck),
        old_sha256=hashes[0],
        new_sha256=hashes[1],
        ground=order.ground,
        asked_by=order.asked_by,
        reason=order.reason,
        user=tx.ledger.user,
        at=at,
    )
    record = redaction_record(row)
    row.entry = tx.ledger.append("redaction.made", "redaction", row.uid, record, order.reason)
    tx.session.add(row)
    tx.session.flush()
    return row


def redaction_record(row: RedactionRow) -> Record:
    """Return a tombstone as the ledger and exports hold it."""
    return {
        "record_kind": row.record_kind,
        "record": row.record_uid,
        "part": row.part,
        "spans": row.spans,
        "struck": row.struck,
        "old_sha256": row.old_sha256,
        "new_sha256": row.new_sha256,
        "ground": row.ground,
        "asked_by": row.asked_by,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
    }


def records(session: Session) -> Iterator[Record]:
    """Yield every tombstone for exports, with the ledger entry that says the same."""
    for row in every(session):
        yield {"id": row.uid, "entry": row.entry, **redaction_record(row)}


def every(session: Session) -> list[RedactionRow]:
    """Return all tombstones, oldest first."""
    return list(session.exec(select(RedactionRow).order_by(col(RedactionRow.entry))))


def of_records(session: Session, uids: Collection[str]) -> list[RedactionRow]:
    """Return the tombstones of these records, oldest first."""
    query = select(RedactionRow).where(col(RedactionRow.record_uid).in_(uids))
    return list(session.exec(query.order_by(col(RedactionRow.entry))))


def articles_of(session: Session, rows: Iterable[RedactionRow]) -> dict[str, int]:
    """Return the article of each version that a tombstone stands for, by the version's uid."""
    found: dict[str, int] = {}
    for some in portions({row.record_uid for row in rows if row.record_kind == "version"}):
        query = select(VersionRow.uid, VersionRow.article_id).where(col(VersionRow.uid).in_(some))
        found |= dict(session.exec(query).all())
    return found


def versions_once_of(
    session: Session, article_ids: Collection[int]
) -> dict[tuple[int, str], VersionRow]:
    """Return the redacted versions of articles by article and by each hash they once had.

    Adding the text again must find them, or the words would come back as a new version.
    """
    found: dict[tuple[int, str], VersionRow] = {}
    for some in portions(article_ids):
        query = (
            select(VersionRow, RedactionRow.old_sha256)
            .join(RedactionRow, col(RedactionRow.record_uid) == col(VersionRow.uid))
            .where(col(VersionRow.article_id).in_(some), col(RedactionRow.old_sha256).is_not(None))
        )
        found |= {(row.article_id, old or ""): row for row, old in session.exec(query)}
    return found


def problems(session: Session) -> list[Problem]:
    """Return what is gone without a tombstone that the ledger vouches for, and the reverse."""
    rows = every(session)
    return [
        *_unvouched(session, rows),
        *_unexplained(session, rows),
        *_uncovered(session, rows),
    ]


def _unvouched(session: Session, rows: Sequence[RedactionRow]) -> Iterable[Problem]:
    """Yield the tombstones that are not as the ledger wrote them, and those that are missing."""
    last = written.last_of(session, "redaction", written.uids(session, "redaction"))
    told = {uid: ledger.read_value(values[-1].value) for uid, values in last.items()}
    query = select(LedgerRow.seq, LedgerRow.record_uid).where(LedgerRow.record_kind == "redaction")
    entries = dict(session.exec(query).all())
    for row in rows:
        if entries.get(row.entry) != row.uid or told.get(row.uid) != redaction_record(row):
            yield Problem(f"redaction {row.uid}", "it is not as the ledger wrote it")
    for missing in sorted(told.keys() - {row.uid for row in rows}):
        yield Problem(f"redaction {missing}", "the ledger tells of it, and it is gone")


def _unexplained(session: Session, rows: Sequence[RedactionRow]) -> Iterable[Problem]:
    """Yield the ledger values that were struck out though no tombstone names them."""
    named = {seq for row in rows for seq in row.struck}
    query = select(LedgerValueRow.seq).where(col(LedgerValueRow.value).is_(None))
    for seq in session.exec(query.order_by(col(LedgerValueRow.seq))):
        if seq not in named:
            name = f"ledger entry {seq}"
            yield Problem(name, "its value was struck out, and no redaction says so")


def _uncovered(session: Session, rows: Sequence[RedactionRow]) -> Iterable[Problem]:
    """Yield bytes that are gone without a tombstone, or there despite one, and words likewise."""
    told = {row.record_uid: row.spans for row in rows if row.record_kind == "blob"}
    sizes = select(BlobRow.sha256, BlobRow.size).where(BlobRow.codec == EMPTIED)
    emptied = dict(session.exec(sizes).all())
    for digest in sorted(emptied.keys() - told.keys()):
        yield Problem(f"blob {digest[:12]}", "its bytes are gone, and no redaction says so")
    for digest in sorted(told.keys() - emptied.keys()):
        yield Problem(f"blob {digest[:12]}", "bytes stand where they were redacted")
    for digest in sorted(told.keys() & emptied.keys()):
        if told[digest] not in ([], [[0, emptied[digest]]]):  # earlier releases wrote no size
            yield Problem(f"blob {digest[:12]}", "so many bytes are not what was redacted")
    for row in rows:
        if row.record_kind != "version":
            continue
        query = select(VersionRow.text).where(VersionRow.uid == row.record_uid)
        text = session.exec(query).first()
        if text is None:
            yield Problem(f"redaction {row.uid}", "the version that it is of is not there")
        elif any(text[start:end].strip(BLOCK) for start, end in row.spans):
            yield Problem(f"version {row.record_uid}", "words stand where they were redacted")
