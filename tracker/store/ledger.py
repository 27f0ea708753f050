"""Writing and reading the ledger.

Each entry names who wrote what and when, and holds a salted digest of the record
as it then was; its hash covers the hash before it, so an entry that is changed,
taken out or put in breaks every later one. The values themselves lie beside the
chain, where one can be struck out (redacted) without breaking it.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import insert, inspect, update
from sqlmodel import Session, col, func, select

from tracker import __version__
from tracker.errors import Conflict, NotFound, Stale
from tracker.store.canonical import dumps
from tracker.store.tables.ledger import LedgerHeadRow, LedgerRow, LedgerValueRow

GENESIS = "0" * 64
"""The hash before the first entry."""

TOOL = f"tracker {__version__}"

BATCH = 1_000
"""Entries read at a time while the chain is checked."""

_ENTRIES: Any = inspect(LedgerRow).local_table
_VALUES: Any = inspect(LedgerValueRow).local_table

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time now, aware, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not verify: which record, and what is wrong with it."""

    record: str
    message: str


class Ledger:
    """The ledger as one transaction appends to it; entries are written at `flush`."""

    def __init__(self, session: Session, user: str, clock: Clock = utc_now) -> None:
        self.user = user
        self.clock = clock
        self._session = session
        head = session.get_one(LedgerHeadRow, 1)
        self._seq, self._hash = head.seq, head.hash
        self._first = head.seq + 1
        self._at: datetime | None = None
        self._entries: list[dict[str, Any]] = []
        self._values: list[dict[str, Any]] = []

    def append(
        self,
        action: str,
        kind: str,
        uid: str,
        value: Mapping[str, Any],
        reason: str | None = None,
    ) -> int:
        """Add an entry on a record as it is after the write; return its number.

        All entries of a transaction have the time of the first, so that no instant lies
        between them.
        """
        self._at = self._at or self.clock()
        canonical = dumps(dict(value))
        salt = secrets.token_hex(16)
        entry = {
            "seq": self._seq + 1,
            "at": self._at,
            "user": self.user,
            "action": action,
            "record_kind": kind,
            "record_uid": uid,
            "digest": digest_of(salt, canonical),
            "reason": reason_digest(salt, reason) if reason else reason,
            "tool": TOOL,
            "previous": self._hash,
        }
        self._hash = hash_of(entry)
        self._seq += 1
        self._entries.append({**entry, "hash": self._hash})
        self._values.append(
            {
                "seq": self._seq,
                "salt": salt,
                "value": canonical.decode(),
                "reason_text": reason or None,
            }
        )
        return self._seq

    @property
    def numbers(self) -> range:
        """The numbers of the entries that this transaction appended."""
        return range(self._first, self._seq + 1)

    def flush(self) -> None:
        """Write the waiting entries and move the head. Called once, before the commit."""
        if not self._entries:
            return
        # Through the connection: as mapped objects they would cost twice as much.
        connection = self._session.connection()
        connection.execute(insert(_ENTRIES), self._entries)
        connection.execute(insert(_VALUES), _alike(self._values))
        self._session.execute(
            update(LedgerHeadRow)
            .where(col(LedgerHeadRow.id) == 1)
            .values(seq=self._seq, hash=self._hash)
        )
        self._entries, self._values = [], []


def _alike(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows that name the same columns, none of which only a later schema has.

    Migrations write entries, without a reason, where there is no column for one yet.
    """
    if any(value["reason_text"] is not None for value in values):
        return values
    return [{name: value[name] for name in ("seq", "salt", "value")} for value in values]


def digest_of(salt: str, canonical: bytes) -> str:
    """Return the SHA-256, in hex, of a salt (ASCII) followed by a value's canonical JSON."""
    return hashlib.sha256(salt.encode() + canonical).hexdigest()


_REASON = "sha256:"


def reason_digest(salt: str, reason: str) -> str:
    """Return what an entry holds of its reason, so that the words can be struck out later."""
    return _REASON + digest_of(salt, reason.encode())


def reason_of(row: LedgerRow, value: LedgerValueRow | None) -> str | None:
    """Return the words of an entry's reason; None when it has none, or they were struck out."""
    if value is not None and value.reason_text is not None:
        return value.reason_text
    return None if is_digest(row.reason) else row.reason


def is_digest(reason: str | None) -> bool:
    """Say whether an entry holds its reason as a digest, the words beside it."""
    return (reason or "").startswith(_REASON)


def hash_of(entry: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hex, of an entry's canonical JSON, without its own hash."""
    canonical = {name: value for name, value in entry.items() if name != "hash"}
    canonical["at"] = canonical["at"].astimezone(UTC).isoformat()
    return hashlib.sha256(dumps(canonical)).hexdigest()


def entry_record(row: LedgerRow) -> dict[str, Any]:
    """Return an entry as exports and proofs hold it: all columns, the time in ISO form."""
    return {**row.model_dump(exclude={"at"}), "at": row.at.astimezone(UTC).isoformat()}


def head(session: Session) -> tuple[int, str]:
    """Return the number and hash of the newest entry; (0, `GENESIS`) when there is none."""
    row = session.get_one(LedgerHeadRow, 1)
    return row.seq, row.hash


class Wanted(TypedDict, total=False):
    """Which entries are asked for; None does not matter. `until` is not included."""

    kind: str | None
    uid: str | None
    user: str | None
    since: datetime | None
    until: datetime | None


def entries(
    session: Session, *, limit: int = 50, **wanted: Unpack[Wanted]
) -> list[tuple[LedgerRow, LedgerValueRow]]:
    """Return entries with their values, newest first."""
    query = select(LedgerRow, LedgerValueRow).join(
        LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq)
    )
    query = _only(query, wanted).order_by(col(LedgerRow.seq).desc())
    return list(session.exec(query.limit(limit)))


def count_entries(session: Session, **wanted: Unpack[Wanted]) -> int:
    """Return how many entries `entries` would give without a limit."""
    query = _only(select(func.count()).select_from(LedgerRow), wanted)
    return int(session.exec(query).one())


def of_actions(session: Session, numbers: range, actions: Collection[str], limit: int) -> list[int]:
    """Return which of the entries of these numbers are of these actions, oldest first."""
    query = select(LedgerRow.seq).where(
        LedgerRow.seq >= numbers.start,
        LedgerRow.seq < numbers.stop,
        col(LedgerRow.action).in_(actions),
    )
    return list(session.exec(query.order_by(col(LedgerRow.seq)).limit(limit)))


def users(session: Session) -> list[str]:
    """Return who wrote, in order of name."""
    query = select(LedgerRow.user).distinct().order_by(col(LedgerRow.user))
    return list(session.exec(query))


def _only(query: Any, wanted: Wanted) -> Any:
    for column, value in (
        (LedgerRow.record_kind, wanted.get("kind")),
        (LedgerRow.record_uid, wanted.get("uid")),
        (LedgerRow.user, wanted.get("user")),
    ):
        if value is not None:
            query = query.where(column == value)
    if since := wanted.get("since"):
        query = query.where(col(LedgerRow.at) >= since)
    if until := wanted.get("until"):
        query = query.where(col(LedgerRow.at) < until)
    return query


def require_unchanged(
    session: Session, uids: Collection[str], expected: int | None, name: str
) -> None:
    """Check that nothing was written of these records after the entry a person saw.

    `expected` is that entry's number, or a later one of the same reading; None asks for
    nothing. Called inside the writing transaction, so of two edits from one reading one wins.

    Raises:
        Stale: the records were changed since; the message says how, and by whom.
    """
    if expected is None:
        return
    later: list[LedgerRow] = []
    for some in batched(uids):
        query = select(LedgerRow).where(col(LedgerRow.record_uid).in_(some))
        later.extend(session.exec(query.where(col(LedgerRow.seq) > expected)))
    later.sort(key=lambda row: row.seq)
    if later:
        first = later[0]
        more = f" and {len(later) - 1} more" if len(later) > 1 else ""
        raise Stale(
            f"{name} was changed since entry {expected}: {first.action} by {first.user} at "
            f"{first.at.isoformat(timespec='seconds')} (entry {first.seq}{more}): look at it again"
        )


def last_entry(session: Session, uids: Collection[str]) -> int:
    """Return the number of the newest entry on any of these records; 0 when there is none."""
    newest = func.max(LedgerRow.seq)
    queries = (select(newest).where(col(LedgerRow.record_uid).in_(one)) for one in batched(uids))
    return max((session.exec(query).one() or 0 for query in queries), default=0)


def batched(uids: Collection[str]) -> Iterator[list[str]]:
    """Yield uids in lists that any engine takes in one query."""
    rest = sorted(uids)
    for start in range(0, len(rest), BATCH):
        yield rest[start : start + BATCH]


def get_entry(session: Session, seq: int) -> tuple[LedgerRow, LedgerValueRow]:
    """Return an entry with its value.

    Raises:
        NotFound: there is none of that number.
    """
    row, value = session.get(LedgerRow, seq), session.get(LedgerValueRow, seq)
    if row is None or value is None:
        raise NotFound(f"no ledger entry {seq}: see `tracker log`")
    return row, value


def last_value(session: Session, kind: str, uid: str) -> Any:
    """Return what the ledger last wrote of a record; None when nothing, or struck out."""
    query = (
        select(LedgerValueRow.value)
        .join(LedgerRow, col(LedgerRow.seq) == col(LedgerValueRow.seq))
        .where(LedgerRow.record_uid == uid, LedgerRow.record_kind == kind)
        .order_by(col(LedgerRow.seq).desc())
        .limit(1)
    )
    value = session.exec(query).first()
    return read_value(value)


def value_before(session: Session, kind: str, uid: str, seq: int) -> Any:
    """Return what the ledger had of a record before an entry; None when it had nothing.

    Raises:
        Conflict: it was struck out.
    """
    query = (
        select(LedgerRow.seq, LedgerValueRow.value)
        .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerRow.record_uid == uid, LedgerRow.record_kind == kind, LedgerRow.seq < seq)
        .order_by(col(LedgerRow.seq).desc())
        .limit(1)
    )
    found = session.exec(query).first()
    if found is None:
        return None
    if found[1] is None:
        raise Conflict(f"what entry {found[0]} held is redacted: it cannot be put back")
    return as_value(found[1])


def read_value(value: str | None) -> Any:
    """Return the record that a value's canonical JSON is of; None where it is struck out."""
    return None if value is None else json.loads(value, parse_int=_number)


def as_value(canonical: str) -> Any:
    """Return a stored value as it was before it became canonical JSON."""
    return json.loads(canonical, parse_int=_number)


def as_json(words: str) -> str:
    """Return how canonical JSON writes words inside a text."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _number(digits: str) -> int | float:
    """Return a canonical JSON number without a fraction: beyond 2^53 it was a float."""
    exact = int(digits)
    return exact if abs(exact) < 2**53 else float(digits)
