"""Writing, reading and checking the ledger.

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
    return None if (row.reason or "").startswith(_REASON) else row.reason


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


def walk(session: Session) -> Iterator[tuple[LedgerRow, LedgerValueRow | None]]:
    """Yield every entry with its value, oldest first, a batch in memory at a time."""
    last = None
    while True:
        query = select(LedgerRow, LedgerValueRow).outerjoin(
            LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq)
        )
        if last is not None:
            query = query.where(col(LedgerRow.seq) > last)
        rows = list(session.exec(query.order_by(col(LedgerRow.seq)).limit(BATCH)))
        if not rows:
            return
        yield from rows
        last = rows[-1][0].seq


def verify_chain(session: Session) -> list[Problem]:
    """Return what is wrong with the chain: hashes, digests, gaps, the head."""
    problems: list[Problem] = []
    seq, previous = 0, GENESIS
    try:
        for row, value in walk(session):
            problems.extend(_problems_of(row, value, seq + 1, previous))
            seq, previous = row.seq, row.hash
    except (TypeError, ValueError) as error:
        # A time that is none, bytes for text: SQLite lets anyone write it.
        problems.append(Problem("ledger", f"an entry after {seq} cannot be read: {error}"))
        return problems
    held = session.get(LedgerHeadRow, 1)
    if held is None:
        problems.append(Problem("ledger head", "it is missing"))
        return problems
    at = held.seq, held.hash
    if at[0] != seq:
        problems.append(Problem("ledger head", f"it names entry {at[0]}, the last one is {seq}"))
    elif at[1] != previous:
        problems.append(Problem("ledger head", f"its hash is not that of entry {seq}"))
    return problems


def _problems_of(
    row: LedgerRow, value: LedgerValueRow | None, seq: int, previous: str
) -> Iterator[Problem]:
    name = f"ledger entry {row.seq}"
    if row.seq != seq:
        yield Problem(name, f"entry {seq} should stand here: entries are missing")
    if row.previous != previous:
        yield Problem(name, "it does not follow from the entry before")
    if hash_of({column: getattr(row, column) for column in LedgerRow.model_fields}) != row.hash:
        yield Problem(name, "its hash does not match what it says")
    if value is None:
        yield Problem(name, "its value is missing")
    elif value.value is None and value.salt:
        yield Problem(name, "it has a salt beside a value that was struck out")
    elif value.value is not None and digest_of(value.salt, value.value.encode()) != row.digest:
        yield Problem(name, "its value is not the one that was written")
    elif value.value is not None and (row.reason or "").startswith(_REASON):
        if reason_digest(value.salt, value.reason_text or "") != row.reason:
            yield Problem(name, "its reason is not the one that was written")
    elif value.reason_text is not None:
        yield Problem(name, "it has a reason beside it that was not written with it")


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


def last_values(session: Session, kind: str) -> dict[str, Any]:
    """Return what the ledger last wrote of every record of a kind, by uid; None if struck out."""
    query = (
        select(LedgerRow.record_uid, LedgerValueRow.value)
        .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerRow.record_kind == kind)
        .order_by(col(LedgerRow.seq))
    )
    return {uid: read_value(value) for uid, value in session.exec(query)}


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
