"""What was written after an entry of the ledger, and what stood there up to then."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, SQLModel, col, select

from tracker.store import ledger
from tracker.store.session import portions

_FIND = """
INSERT INTO past_later (kind, uid, was)
SELECT l.record_kind, l.record_uid, (
    SELECT max(e.seq) FROM ledger AS e
    WHERE e.record_uid = l.record_uid AND e.record_kind = l.record_kind AND e.seq <= :seq
) FROM (SELECT DISTINCT record_kind, record_uid FROM ledger WHERE seq > :seq) AS l
"""

_SHIPPED = """
UPDATE past_later SET was = (
    SELECT min(e.seq) FROM ledger AS e
    WHERE e.record_uid = past_later.uid AND e.record_kind = 'place'
    AND e.action = 'place.shipped'
) WHERE kind = 'place' AND was IS NULL
"""
"""A place that ships has no entry until it is edited; the first one says what it was."""

_NEVER_ADDED = """
DELETE FROM past_later WHERE kind = 'place' AND was IS NULL AND NOT EXISTS (
    SELECT 1 FROM ledger AS e WHERE e.record_uid = past_later.uid
    AND e.record_kind = 'place' AND e.action = 'place.added'
)
"""
"""A shipped place that was edited before the ledger kept what it was: shown as it is now."""


_TOLD_AGAIN = """
UPDATE past_later SET was = coalesce((
    SELECT min(e.seq) FROM ledger AS e JOIN ledger_value AS v ON v.seq = e.seq
    WHERE e.record_uid = past_later.uid AND e.record_kind = past_later.kind
    AND e.seq > past_later.was AND v.value IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM ledger AS b
        WHERE b.record_uid = e.record_uid AND b.record_kind = e.record_kind
        AND b.seq > past_later.was AND b.seq <= e.seq
        AND b.action <> b.record_kind || '.redacted'
    )
), was)
WHERE EXISTS (SELECT 1 FROM ledger_value AS w WHERE w.seq = past_later.was AND w.value IS NULL)
"""
"""A redaction strikes out every value of a record that lies beside the words, and writes the
record again without them. Where nothing but redactions was written on it in between, what was
written again is what the record was, but for the words."""


@dataclass(frozen=True, slots=True)
class Later:
    """The records that entries after `seq` are on."""

    session: Session
    seq: int

    def find(self) -> None:
        """Note each such record, with its last entry up to `seq`, if there is one.

        Where that entry's value was struck out, the entry that says the same without the words
        stands for it, if there is such a one.
        """
        self._run(
            "CREATE TEMPORARY TABLE past_later "
            "(kind TEXT, uid TEXT, was INTEGER, PRIMARY KEY (uid, kind))"
        )
        self._run(_FIND, seq=self.seq)
        self._run(_SHIPPED)
        self._run(_NEVER_ADDED)
        self._run(_TOLD_AGAIN)
        if self.session.get_bind().dialect.name == "postgresql":
            self._run("ANALYZE past_later")

    def _run(self, statement: str, **values: Any) -> None:
        self.session.execute(text(statement), values)

    def changed(self, kind: str) -> dict[str, Any]:
        """Return what each changed record of a kind was, by uid; None where nothing tells it."""
        query = (
            "SELECT l.uid, v.value FROM past_later AS l "
            "JOIN ledger_value AS v ON v.seq = l.was WHERE l.kind = :kind"
        )
        found = self.session.execute(text(query), {"kind": kind})
        return {uid: ledger.read_value(value) for uid, value in found}

    def told(self, kind: str) -> dict[str, list[Any]]:
        """Return what later entries of a kind say, by uid; what is struck out is left out."""
        query = (
            "SELECT e.record_uid, v.value FROM ledger AS e JOIN ledger_value AS v "
            "ON v.seq = e.seq WHERE e.seq > :seq AND e.record_kind = :kind "
            "AND v.value IS NOT NULL"
        )
        found: dict[str, list[Any]] = defaultdict(list)
        for uid, value in self.session.execute(text(query), {"seq": self.seq, "kind": kind}):
            found[uid].append(ledger.read_value(value))
        return found

    def struck(self, kind: str) -> dict[str, int]:
        """Return how many later entries of a kind were struck out, by uid."""
        query = (
            "SELECT e.record_uid, count(*) FROM ledger AS e JOIN ledger_value AS v "
            "ON v.seq = e.seq WHERE e.seq > :seq AND e.record_kind = :kind "
            "AND v.value IS NULL GROUP BY e.record_uid"
        )
        found = self.session.execute(text(query), {"seq": self.seq, "kind": kind})
        return {str(uid): int(count) for uid, count in found}

    def any_of(self, kind: str) -> bool:
        """Say whether anything of a kind was written since."""
        query = text("SELECT 1 FROM past_later WHERE kind = :kind LIMIT 1")
        return self.session.execute(query, {"kind": kind}).first() is not None

    def present(self, table: type[SQLModel], uids: Collection[str]) -> Iterator[Any]:
        """Yield the rows of these uids as they are now."""
        named: Any = table
        for some in portions(uids):
            yield from self.session.exec(select(named).where(col(named.uid).in_(some)))

    def ids(self, table: type[SQLModel], uids: Iterable[str | None]) -> dict[str, int]:
        """Return the numbers of these records; None among the uids is passed over."""
        named: Any = table
        return {
            uid: row_id
            for some in portions({uid for uid in uids if uid is not None})
            for uid, row_id in self.session.exec(
                select(named.uid, named.id).where(col(named.uid).in_(some))
            )
        }
