"""Making a checkpoint of the ledger, and holding the ledger against one kept elsewhere."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, func, select

from tracker.model import Checkpoint
from tracker.store.ledger import GENESIS, TOOL, Problem, head
from tracker.store.merkle import Tree
from tracker.store.tables.ledger import LedgerRow


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


def leaves(session: Session, entries: int) -> list[bytes]:
    """Return the hashes of the first `entries` entries: the leaves of the tree."""
    return list(_leaves(session, entries))


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
