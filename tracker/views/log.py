"""What the ledger says: who wrote what and when, and what it changed."""

import json
from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from tracker.errors import BadInput, NotFound
from tracker.store import ledger, standing, written
from tracker.store.ledger import Wanted
from tracker.views.shapes import Shape


def log_shapes(session: Session, wanted: Wanted, limit: int) -> list[Shape]:
    """Return entries, newest first, each with the record before and after and what changed.

    `before` is null for the first entry of a record, and where its value was struck out.
    """
    rows = ledger.entries(session, limit=limit, **wanted)
    earlier = written.before(session, [row.seq for row, _ in rows if not _is_many(row.record_kind)])
    return [
        {
            "seq": row.seq,
            "at": row.at.isoformat(),
            "user": row.user,
            "action": row.action,
            "record_kind": row.record_kind,
            "record_uid": row.record_uid,
            "reason": ledger.reason_of(row, value),
            "before": _read(earlier.get(row.seq)),
            "value": _read(value.value),
            "changed": _changes(earlier.get(row.seq), value.value),
            "tool": row.tool,
            "hash": row.hash,
        }
        for row, value in rows
    ]


def require_known(session: Session, wanted: Wanted) -> None:
    """Refuse what no entry can be of: a kind, a user or a record that the ledger knows not.

    Raises:
        BadInput: there is no such kind of record.
        NotFound: this user wrote nothing here, or there is no such record.
    """
    if kind := wanted.get("kind"):
        known = {*standing.KINDS, *standing.WITHOUT_ROWS, "place"}
        if kind not in known:
            raise BadInput(f"--kind {kind!r}: the kinds are {', '.join(sorted(known))}")
    if user := wanted.get("user"):
        users = ledger.users(session)
        if user not in users:
            named = f": those who did are {', '.join(users)}" if users else ""
            raise NotFound(f"--by {user!r}: nobody of that name wrote here{named}")
    uid = wanted.get("uid")
    if uid and not ledger.count_entries(session, uid=uid):
        raise NotFound(f"--record {uid!r}: there is no such record (its `uid` in --json)")


def _is_many(kind: str) -> bool:
    """Say whether each entry of a kind is a record of its own, so that none has a before."""
    return kind in standing.KINDS and standing.KINDS[kind].many


def _read(value: str | None) -> Any:
    return None if value is None else json.loads(value)


def _changes(before: str | None, after: str | None) -> list[Shape]:
    if before is None or after is None:
        return []
    return [
        {"field": field, "before": old, "after": new}
        for field, old, new in changes(json.loads(before), json.loads(after))
    ]


def changes(before: Any, after: Any, field: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield each field that differs, such as "claim.speaker" or "chain.0.agent", with both.

    Lists of one length are compared item by item, others as a whole. A field that one
    side lacks is None there.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        pairs = [(n, before.get(n), after.get(n)) for n in sorted({*before, *after})]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = [(str(n), old, new) for n, (old, new) in enumerate(zip(before, after, strict=True))]
    else:
        if before != after:
            yield field, before, after
        return
    for name, old, new in pairs:
        yield from changes(old, new, f"{field}.{name}" if field else name)
