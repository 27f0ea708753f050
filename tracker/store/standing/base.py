"""What the walks through the records share."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from tracker.model import is_blotted
from tracker.store.naming import name_key
from tracker.store.records import Record

BATCH = 500
"""Rows read at a time: a few megabytes, and far under the engines' limits."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as it stands: what people call it, its uid, and what does not follow from it."""

    name: str
    uid: str
    record: Record
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the table of those uids, and a walk through all there are.

    Where `many`, a uid names several records of the kind (an agent's names), and each has
    an entry of its own; `redacted` gives what is left of so many whose entries were struck
    out, None where they stay as they were. Where `in_order`, later rows count more than
    earlier ones, so their numbers must rise as their entries do. Where `sparse`, a record
    without an entry says what every record says that nobody wrote of.
    """

    table: type[SQLModel]
    walk: Callable[[Session], Iterator[list[Standing]]]
    many: bool = False
    redacted: Callable[[int], list[Record]] | None = None
    in_order: bool = False
    sparse: Record | None = None


def batches(session: Session, table: Any) -> Iterator[list[Any]]:
    """Yield all rows of a table in order of number, some in memory at a time."""
    last = None
    while True:
        query = select(table).order_by(col(table.id)).limit(BATCH)
        rows = list(session.exec(query if last is None else query.where(col(table.id) > last)))
        if not rows:
            return
        yield rows
        last = rows[-1].id
        for row in rows:
            session.expunge(row)


class Uids(dict[int | None, str | None]):
    """The uids of rows by number; a row that is not there has a name that no record has."""

    def __missing__(self, number: int | None) -> str | None:
        return None if number is None else f"row {number}, which is not there"


def uids_of(session: Session, table: Any, numbers: Collection[int | None]) -> Uids:
    """Return the uids of these rows of a table."""
    query = select(table.id, table.uid).where(col(table.id).in_(set(numbers) - {None}))
    return Uids(session.exec(query).all())


def unless(holds: bool, *wrong: str) -> tuple[str, ...]:
    """Return what is wrong unless something holds."""
    return () if holds else wrong


def folded(name: str, key: str) -> tuple[str, ...]:
    """Return what is wrong with the folded form of a name, if anything; a redacted one has none."""
    wanted = "" if is_blotted(name) else name_key(name)
    return unless(wanted == key, "its folded name is not that of its name")
