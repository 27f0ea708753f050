"""What the walks through the rows share: the uids that rows are referred to by."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from tracker.store.records import Record


@dataclass(frozen=True, slots=True)
class Uids:
    """The uid of every row that others refer to by number, one table at a time."""

    session: Session
    _known: dict[type[SQLModel], dict[int, str]] = field(default_factory=dict)

    def of(self, table: Any, row_id: int | None) -> str | None:
        """Return the uid of a row; None for none."""
        if row_id is None:
            return None
        if table not in self._known:
            self._known[table] = dict(self.session.exec(select(table.id, table.uid)).all())
        return self._known[table][row_id]


def rows_of(session: Session, table: Any) -> Iterator[Any]:
    """Yield the rows of a table in order of uid, some in memory at a time."""
    query = select(table).order_by(col(table.uid)).execution_options(yield_per=500)
    with closing(session.exec(query)) as rows:  # who reads may stop at a row that does not hold
        yield from rows


Dump = Callable[[Session, Uids], Iterator[Record]]
