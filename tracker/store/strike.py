"""What every redaction does: strike out ledger values, blot out rows, write records again."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlmodel import col, select, update

from tracker.model import BLOCK, Order, Span
from tracker.store import redactions
from tracker.store.ledger import as_json
from tracker.store.records import Record
from tracker.store.redactions import EMPTIED, Target
from tracker.store.session import Transaction, portions
from tracker.store.tables import BlobRow, LedgerRow, LedgerValueRow


@dataclass
class Held:
    """Records that may hold words that go: by uid the kind and the record as it becomes.

    `changed` are those that did hold them.
    """

    records: dict[str, tuple[str, Record]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def know(self, kind: str, uid: str, record: Record, is_changed: bool) -> None:
        """Keep a record as it is now, to write it again where its last value is struck out."""
        self.records[uid] = (kind, record)
        if is_changed:
            self.changed.add(uid)


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that go: as pieces, to be blotted out of short texts taken from the same text."""

    pieces: tuple[str, ...]

    def blot(self, value: str) -> str:
        """Return a text with blocks in place of the pieces in it."""
        for piece in self.pieces:
            # Whatever its case: a headline prints in capitals what the text does not.
            value = re.sub(
                re.escape(piece), lambda m: BLOCK * len(m.group()), value, flags=re.IGNORECASE
            )
        return value

    def hide(self, value: str) -> str:
        """Do so, and blot out the whole where each of its words is in a piece."""
        words = set(_WORD.findall(value.casefold()))
        is_part = words and any(
            words.issubset(_WORD.findall(piece.casefold())) for piece in self.pieces
        )
        return BLOCK * len(value) if is_part else self.blot(value)

    def written_in(self, value: str) -> bool:
        """Say whether canonical JSON holds a piece."""
        folded = value.casefold()
        return any(as_json(piece).casefold() in folded for piece in self.pieces)


def struck_by(tx: Transaction, held: Held, words: Words) -> list[int]:
    """Return the entries on these records whose values must go: they hold the words.

    Of a record that changed all values go: an earlier one may hold the words in part.
    """
    found = []
    for some in portions(held.records):
        query = (
            select(LedgerRow.seq, LedgerRow.record_kind, LedgerRow.record_uid, LedgerValueRow.value)
            .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
            .where(
                col(LedgerRow.record_uid).in_(some),
                col(LedgerValueRow.value).is_not(None),
                # An agent's positions stay as they were: struck out, none could be verified.
                LedgerRow.record_kind != "occupancy",
            )
        )
        for seq, kind, uid, value in tx.session.exec(query):
            is_its = uid in held.changed and kind.startswith(held.records[uid][0])
            if is_its or words.written_in(value or ""):
                found.append(seq)
    return sorted(found)


def strike_out(tx: Transaction, entries: Collection[int]) -> None:
    """Empty the values of ledger entries, and their salts: the digests stay."""
    for some in portions(entries):
        tx.session.execute(
            update(LedgerValueRow)
            .where(col(LedgerValueRow.seq).in_(some))
            .values(value=None, salt="", reason_text=None)
        )


def blot_out(
    tx: Transaction, table: type, key: object, row_id: object, values: Mapping[str, object]
) -> None:
    """Change a row of an append-only table for which a tombstone was set."""
    tx.session.execute(update(table).where(col(key) == row_id).values(**values))


def empty_blob(tx: Transaction, digest: str, order: Order) -> None:
    """Take out the bytes that a version was captured from; whole: words hide in any encoding."""
    found = select(BlobRow.codec, BlobRow.size).where(BlobRow.sha256 == digest)
    codec, size = tx.session.exec(found).one()
    if codec == EMPTIED:
        return
    # The tombstone keeps how many bytes there were: their hash cannot vouch for it any more.
    redactions.add(tx, order, Target("blob", digest, "bytes"), spans=[Span(0, size)])
    blot_out(tx, BlobRow, BlobRow.sha256, digest, {"body": b"", "codec": EMPTIED})


def write_again(
    tx: Transaction, held: Held, struck: Collection[int], always: Collection[str], order: Order
) -> None:
    """Write the records as they are now whose last value in the ledger was struck out."""
    last: dict[tuple[str, str], int] = {}
    for some in portions(held.records):
        query = select(LedgerRow.record_kind, LedgerRow.record_uid, LedgerRow.seq).where(
            col(LedgerRow.record_uid).in_(some)
        )
        for kind, uid, seq in tx.session.exec(query):
            last[kind, uid] = max(seq, last.get((kind, uid), 0))
    gone = set(struck)
    for uid, (kind, record) in held.records.items():
        if uid in always or last.get((kind, uid)) in gone:
            tx.ledger.append(f"{kind}.redacted", kind, uid, record, order.reason)
