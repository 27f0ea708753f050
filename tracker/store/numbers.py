"""Numbers for new rows, given before the rows are written.

A database gives a row its number only when the row is inserted, so rows that refer to
each other would be written one by one. Writers take turns, so the next number is the
highest one and one more.
"""

from typing import Any

from sqlmodel import Session, func, select, text


class Numbers:
    """The next number of each table, as one transaction hands them out.

    Within a transaction a table's rows get all their numbers here, or none.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, int] = {}

    def next(self, table: Any) -> int:
        """Return the number of the next row of a table class."""
        name = table.__tablename__
        if name not in self._last:
            self._last[name] = self._session.exec(select(func.max(table.id))).one() or 0
        self._last[name] += 1
        return self._last[name]

    def settle(self) -> None:
        """Let the database go on behind the numbers given. Called once, before the commit."""
        if self._session.get_bind().dialect.name != "postgresql":
            return  # SQLite itself goes on from the highest number
        move = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
        for name, last in self._last.items():
            self._session.execute(move, {"name": name, "last": last})
