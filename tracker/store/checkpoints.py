"""Making a checkpoint of the ledger, and holding the ledger against one kept elsewhere."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlmodel import Session, col, func, select

from tracker.model import Checkpoint
from tracker.store.ledger import GENESIS, TOOL, Problem, entry_record, head
from tracker.store.merkle import Tree, prove_all, prove_consistency
from tracker.store.records import Record
from tracker.store.session import portions
from tracker.store.tables.ledger import LedgerRow, LedgerValueRow


def make(session: Session, at: datetime) -> Checkpoint:
    """Return where the ledger stands."""
    entries, newest = head(session)
    return Checkpoint(
        database=_hash_at(session, 1) or GENESIS,
        entries=entries,
        head=newest,
        root=_root(session, entries),
        at=at,
        tool=TOOL,
    )


def problems(session: Session, kept: Checkpoint) -> list[Problem]:
    """Return what shows that the ledger does not go on from a checkpoint.

    Together with a chain that verifies, none means that not one entry up to the
    checkpoint was changed, taken out, put in or moved since.
    """
    return [Problem("checkpoint", message) for message in _messages(session, kept)]


def _messages(session: Session, kept: Checkpoint) -> Iterator[str]:
    count = session.exec(select(func.count()).select_from(LedgerRow)).one()
    if kept.entries and _hash_at(session, 1) != kept.database:
        yield "it is of another ledger, or this one was written anew from its first entry"
    if count < kept.entries:
        yield (
            f"it tells of {kept.entries} entries and there are {count}: the end was cut off, "
            "or an older state was put back"
        )
        return
    if (_hash_at(session, kept.entries) or GENESIS) != kept.head:
        yield f"entry {kept.entries} is another one than it names: the ledger was rewritten"
    if _root(session, kept.entries) != kept.root:
        yield f"its root is not that of the first {kept.entries} entries: they were rewritten"


def roots(session: Session, sizes: Collection[int]) -> dict[int, str]:
    """Return the root over the first so many entries, for several sizes at once.

    A size that the ledger does not have is left out.
    """
    tree, wanted = Tree(), set(sizes)
    found = {0: tree.root().hex()} if 0 in wanted else {}
    for leaf in _leaves(session, max(wanted, default=0)):
        tree.add(leaf)
        if tree.size in wanted:
            found[tree.size] = tree.root().hex()
    return found


def is_of(session: Session, kept: Checkpoint, root: str | None) -> bool:
    """Say whether a checkpoint, with the root that its entries have here, is of this ledger."""
    ends = (_hash_at(session, 1) or GENESIS) if kept.entries else GENESIS
    newest = _hash_at(session, kept.entries) or GENESIS
    return (kept.root, kept.database, kept.head) == (root, ends, newest)


PROOFS = 1
"""The number of this form of proofs."""


def proofs(session: Session, made: Checkpoint, entries: Collection[int]) -> Record:
    """Return proofs that these entries, by number, are under a checkpoint, as JSON holds them.

    Each comes with its entry, salt and value, so that it can be checked by itself: whoever
    trusts the checkpoint need not have the rest of the ledger.

    Raises:
        IndexError: there is no such entry, or it is later than the checkpoint.
    """
    numbers = sorted(set(entries))
    proved = prove_all(list(_leaves(session, made.entries)), [seq - 1 for seq in numbers])
    query = select(LedgerRow, LedgerValueRow).join(
        LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq)
    )
    rows = {
        row.seq: (row, value)
        for some in portions(numbers)
        for row, value in session.exec(query.where(col(LedgerRow.seq).in_(some)))
    }
    return {
        "tracker_proofs": PROOFS,
        "checkpoint": made.record(),
        "proofs": [
            {
                "entry": entry_record(rows[seq][0]),
                "salt": rows[seq][1].salt,
                "value": rows[seq][1].value,
                "index": proof.index,
                "size": proof.size,
                "path": [beside.hex() for beside in proof.path],
            }
            for seq, proof in zip(numbers, proved, strict=True)
        ],
    }


def beginnings(session: Session, made: Checkpoint, sizes: Collection[int]) -> dict[int, list[str]]:
    """Return, by size from 1, the proof in hex that so many entries are where a ledger began."""
    leaves = list(_leaves(session, made.entries)) if sizes else []
    return {size: [one.hex() for one in prove_consistency(leaves, size)] for size in sizes}


def _leaves(session: Session, entries: int) -> Iterator[bytes]:
    query = select(LedgerRow.hash).where(col(LedgerRow.seq) <= entries)
    query = query.order_by(col(LedgerRow.seq)).execution_options(yield_per=10_000)
    yield from map(bytes.fromhex, session.exec(query))


def _root(session: Session, entries: int) -> str:
    tree = Tree()
    for leaf in _leaves(session, entries):
        tree.add(leaf)
    return tree.root().hex()


def _hash_at(session: Session, seq: int) -> str | None:
    return session.exec(select(LedgerRow.hash).where(LedgerRow.seq == seq)).first()
