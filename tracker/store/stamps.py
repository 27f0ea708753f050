"""That an authority stamped a checkpoint with the time: kept in the ledger, nowhere else.

The entry holds the reply whole, so that it goes wherever the ledger goes: into backups,
exports and the evidence for claims.
"""

import base64
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from tracker.errors import NotVerified
from tracker.model import Checkpoint
from tracker.store.ledger import last_value, read_value
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import LedgerRow
from tracker.store.tables.ledger import LedgerValueRow

KIND = "stamp"


@dataclass(frozen=True, slots=True)
class Kept:
    """A stamp as the ledger has it: `request` and `reply` are DER of RFC 3161.

    `entry` is the number of the ledger entry that holds it.
    """

    entry: int
    uid: str
    checkpoint: Checkpoint
    request: bytes
    reply: bytes


def add(tx: Transaction, checkpoint: Checkpoint, request: bytes, reply: bytes) -> str:
    """Keep what an authority replied to a request on a checkpoint; return the stamp's uid.

    The same reply is kept once.
    """
    value: Record = {
        "checkpoint": checkpoint.record(),
        "request": base64.b64encode(request).decode(),
        "reply": base64.b64encode(reply).decode(),
    }
    name = uid("stm", checkpoint.root, value["reply"])
    if last_value(tx.session, KIND, name) is None:
        tx.ledger.append("checkpoint.stamped", "stamp", name, value)
    return name


def every(session: Session) -> list[Kept]:
    """Return all stamps, in the order in which they were kept.

    Raises:
        NotVerified: an entry holds none.
    """
    query = (
        select(LedgerRow.seq, LedgerRow.record_uid, LedgerValueRow.value)
        .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerRow.record_kind == KIND, col(LedgerValueRow.value).is_not(None))
        .order_by(col(LedgerRow.seq))
    )
    return [_kept(seq, name, read_value(value)) for seq, name, value in session.exec(query)]


def _kept(seq: int, name: str, value: Record) -> Kept:
    try:
        packed = (base64.b64decode(value[part], validate=True) for part in ("request", "reply"))
        return Kept(seq, name, Checkpoint.of(value["checkpoint"]), *packed)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotVerified(f"stamp {name}: it cannot be read: {error}") from error


def first_over(session: Session, entries: Collection[int]) -> list[Kept]:
    """Return the stamps of the first checkpoints that tell of these entries.

    They show of each entry, by its number, since when at the latest it has been there.

    Raises:
        NotVerified: an entry of the ledger holds no stamp that can be read.
    """
    kept = every(session)
    sizes = sorted({one.checkpoint.entries for one in kept})
    wanted = {next((size for size in sizes if size >= seq), None) for seq in entries}
    return [one for one in kept if one.checkpoint.entries in wanted]
