"""What people decided, and the ledger, written as they were."""

import json
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col

from tracker.store import notices
from tracker.store.ledger import Problem, head
from tracker.store.records import Record
from tracker.store.restore.base import Restored
from tracker.store.tables import (
    CorrectionRow,
    IdempotencyRow,
    JudgementRow,
    LedgerHeadRow,
    LedgerRow,
    LedgerValueRow,
    RedactionRow,
    WithdrawalRow,
)


def add_judgement(to: Restored, r: Record) -> None:
    """Write a judgement or withdrawal."""
    to.keep(
        JudgementRow(
            uid=r["id"],
            link_id=to.id_of("link", r["link"]),
            relation_id=to.id_of("claim_relation", r["relation"]),
            occurrence_id=to.id_of("occurrence", r.get("occurrence")),
            verdict=r["verdict"],
            reason=r["reason"],
            user=r["user"],
            at=datetime.fromisoformat(r["at"]),
            withdraws_id=to.id_of("judgement", r["withdraws"]),
        )
    )


def add_correction(to: Restored, r: Record) -> None:
    """Write a correction."""
    occurrence_id = to.id_of("occurrence", r.pop("occurrence"))
    at = datetime.fromisoformat(r.pop("at"))
    to.keep(CorrectionRow(uid=r.pop("id"), occurrence_id=occurrence_id, at=at, **r))


def add_notice(to: Restored, r: Record) -> None:
    """Write a notice."""
    to.keep(notices.row_of(r, to.id_of))


def add_request(to: Restored, r: Record) -> None:
    """Write a request that was answered."""
    at = datetime.fromisoformat(r.pop("at"))
    to.add(IdempotencyRow(uid=r.pop("id"), at=at, **r))


def add_withdrawal(to: Restored, r: Record) -> None:
    """Write a withdrawal of an article."""
    article_id = to.id_of("article", r.pop("article"))
    at = datetime.fromisoformat(r.pop("at"))
    to.keep(WithdrawalRow(uid=r.pop("id"), article_id=article_id, at=at, **r))


def add_later_redaction(to: Restored, r: Record) -> None:
    """Keep a proof of a redaction that was made after the ledger's end."""
    to.proofs.append(r)


def add_redaction(to: Restored, r: Record) -> None:
    """Write a redaction; one that was made after the ledger's end waits for that to be whole."""
    row = redaction_row(r)
    if row.entry > head(to.tx.session)[0]:
        to.redactions.append(r)
    else:
        to.keep(row)


def redaction_row(r: Record) -> RedactionRow:
    """Return a tombstone as its row."""
    record = {name: value for name, value in r.items() if name not in ("id", "record", "at")}
    at = datetime.fromisoformat(r["at"])
    return RedactionRow(uid=r["id"], record_uid=r["record"], at=at, **record)


def add_ledger_head(to: Restored, r: Record) -> None:
    """Keep what is said to be the newest entry, to hold it against the one that was written."""
    to.heads.append(r)


def add_ledger_entry(to: Restored, r: Record) -> None:
    """Write a ledger entry with its value, as the last of the chain."""
    salt, value, reason = r.pop("salt"), r.pop("value"), r.pop("reason_text", None)
    at = datetime.fromisoformat(r.pop("at"))
    to.add(LedgerRow(at=at, **r))
    to.tx.session.flush()
    if salt is not None:
        to.add(LedgerValueRow(seq=r["seq"], salt=salt, value=value, reason_text=reason))
    to.tx.session.execute(
        update(LedgerHeadRow).where(col(LedgerHeadRow.id) == 1).values(seq=r["seq"], hash=r["hash"])
    )


def head_problems(to: Restored) -> list[Problem]:
    """Return what is wrong where the newest entry is not the one that it was said to be."""
    seq, newest = head(to.tx.session)
    wanted = {"seq": seq, "hash": newest}
    if _as_written(to.heads) == _as_written([wanted]):
        return []
    return [Problem("ledger head", f"it does not name entry {seq}, the last one")]


def _as_written(records: list[Record]) -> str:
    """Return JSON, in which true is not 1 as it is in Python."""
    return json.dumps(records, sort_keys=True)
