"""Redactions that were made after the end of a past that is restored.

Their entries are not of the restored ledger, which ends before them. So each is made again
as an entry of its own, after the last one that was read: the values that it struck out are
gone from here as well, and whoever verifies the database is told by what. What it says was
proven by the export to stand in the ledger that this one was the beginning of.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from tracker.errors import BadInput, NotVerified
from tracker.store import checkpoints, ledger, merkle, standing, written
from tracker.store.canonical import dumps
from tracker.store.ledger import Ledger
from tracker.store.merkle import Proof
from tracker.store.records import Record
from tracker.store.redactions import redaction_record
from tracker.store.restore.base import Restored
from tracker.store.restore.desk import redaction_row
from tracker.store.tables import RedactionRow


def redact_again(to: Restored) -> bool:
    """Make the later redactions again, and write the records anew that they blotted.

    Returns whether there were any.

    Raises:
        NotVerified: one is not proven.
        BadInput: a proof is malformed, or of no tombstone.
    """
    if not to.proofs and not to.redactions:
        return False
    session = to.tx.session
    rows = _proven(to)
    session.expire_all()
    end, _ = ledger.head(session)
    log = Ledger(session, to.tx.ledger.user, to.tx.ledger.clock)
    for row in rows:
        # Later numbers are of entries that this ledger has not, and may have others for.
        row.struck = [seq for seq in row.struck if seq <= end]
        row.entry = log.append(
            "redaction.restored", "redaction", row.uid, redaction_record(row), row.reason
        )
        session.add(row)
    for kind, uid, record in list(_blotted(session, rows)):
        log.append(f"{kind}.redacted", kind, uid, record, rows[-1].reason)
    session.flush()
    log.flush()
    session.expire_all()
    return True


def _proven(to: Restored) -> list[RedactionRow]:
    """Return the later tombstones, oldest first; each has a proof, and each proof has one."""
    end, _ = ledger.head(to.tx.session)
    told = {record["id"]: record for record in to.redactions}
    beginning = bytes.fromhex(checkpoints.roots(to.tx.session, [end])[end])
    proven = set()
    for proof in to.proofs:
        try:
            uid = str(proof["entry"]["record_uid"])
            holds = _holds(proof, (end, beginning)) and _says(proof, told[uid])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput(
                f"later_redactions.jsonl: a proof cannot be read: {error!r}; nothing was imported"
            ) from error
        if not holds:
            raise NotVerified(
                f"redaction {uid}: it was made after the ledger's end, and its proof does not "
                "hold; nothing was imported"
            )
        proven.add(uid)
    for record in to.redactions:
        if record["id"] not in proven:
            raise NotVerified(
                f"redaction {record['id']}: its entry {record['entry']} lies after the ledger's "
                f"end, entry {end}, and nothing proves it; nothing was imported"
            )
    return sorted((redaction_row(record) for record in to.redactions), key=lambda row: row.entry)


def _holds(proof: Record, old: tuple[int, bytes]) -> bool:
    """Say whether an entry stands in a ledger that goes on from this one."""
    entry, size, root = proof["entry"], proof["size"], bytes.fromhex(proof["root"])
    path = tuple(bytes.fromhex(one) for one in proof["path"])
    place = Proof(proof["index"], size, path)
    at = datetime.fromisoformat(entry["at"])
    said = ledger.hash_of({**entry, "at": at})
    salted = hashlib.sha256((proof["salt"] + proof["value"]).encode()).hexdigest()
    return bool(
        old[0] <= proof["index"] == entry["seq"] - 1
        and (said, salted) == (entry["hash"], entry["digest"])
        and entry["record_kind"] == "redaction"
        and merkle.verify_proof(bytes.fromhex(said), place, root, size)
        and merkle.verify_consistency(
            old, (size, root), [bytes.fromhex(one) for one in proof["beginning"]]
        )
    )


def _says(proof: Record, record: Record) -> bool:
    """Say whether a proven entry tells of a tombstone as it is."""
    told = redaction_record(redaction_row(record))
    return bool(record["entry"] == proof["entry"]["seq"] and dumps(told).decode() == proof["value"])


def _blotted(session: Session, rows: list[RedactionRow]) -> Iterator[tuple[str, str, Record]]:
    """Yield the records as they stand that the ledger no longer tells, or tells otherwise.

    Only a version that is as the redactions made it: what is wrong with another one stays to
    be found.
    """
    for name, kind in standing.KINDS.items():
        if kind.many:
            continue
        for batch in kind.walk(session):
            held = written.last_of(session, name, {one.uid for one in batch})
            for one in batch:
                value = held[one.uid][-1].value if one.uid in held else ""
                is_struck = value is None
                if is_struck or (name == "version" and _made_by(rows, one.uid, value, one.record)):
                    yield name, one.uid, one.record


def _made_by(rows: list[RedactionRow], uid: str, value: str | None, record: Record) -> bool:
    """Say whether redactions made a version's record of what the ledger has of it."""
    hashes = [(r.old_sha256, r.new_sha256) for r in rows if r.record_uid == uid]
    if not hashes or not value:
        return False
    then = json.loads(value)
    for old, new in hashes:
        if then["text_sha256"] != old:
            return False
        then["text_sha256"] = new
    return dumps(then) == dumps(record)
