"""What has been written so far, as later records refer to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import SQLModel

from tracker.errors import NotVerified
from tracker.store.records import Record
from tracker.store.session import Transaction

Keys = Callable[[str], frozenset[int]]


@dataclass
class Restored:
    """The database that records are written into, and what of it later records need."""

    tx: Transaction
    keys: Keys
    made: Mapping[str, int]
    """The place of each record in the order in which the ledger first tells of them, by uid."""
    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    """The number of each row that others refer to, by table and uid."""
    texts: dict[int, str] = field(default_factory=dict)
    """The text of each version, by its number."""
    part_of: dict[int, str] = field(default_factory=dict)
    """The uid of the claim that a claim is part of, by number; set once all are written."""
    parents: dict[int, str] = field(default_factory=dict)
    """The same of the occurrence that an occurrence stands in."""
    identities: list[Record] = field(default_factory=list)
    """What people said of agents, written once all agents are."""
    heads: list[Record] = field(default_factory=list)
    """What was said to be the ledger's newest entry."""
    proofs: list[Record] = field(default_factory=list)
    """Proofs of redactions that were made after the ledger's end."""
    redactions: list[Record] = field(default_factory=list)
    """The tombstones of those, written as entries of their own once the ledger is whole."""

    def add(self, row: SQLModel) -> Any:
        """Write a row that no other refers to by number."""
        self.tx.session.add(row)
        return row

    def keep(self, row: Any) -> int:
        """Write a row that others refer to, and remember its number."""
        self.tx.session.add(row)
        self.tx.session.flush()
        self.ids[row.__tablename__, row.uid] = row.id
        return int(row.id)

    def id_of(self, table: str, uid: str | None) -> Any:
        """Return the number of a row written before; None for none."""
        return None if uid is None else self.ids[table, uid]


def day(text: str | None) -> date | None:
    """Return the day that a record gives, if it gives one."""
    return date.fromisoformat(text) if text else None


def check(holds: bool, uid: str, what: str) -> None:
    """Check that something of a record is what was exported.

    Raises:
        NotVerified: it is not.
    """
    if not holds:
        raise NotVerified(f"{uid}: its {what} is not what was exported; nothing was imported")
