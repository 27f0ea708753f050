"""What people decided, and the ledger, as an export has them."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from tracker.store import chain, ledger
from tracker.store.dump.base import Uids, rows_of
from tracker.store.records import Record
from tracker.store.tables import (
    CorrectionRow,
    JudgementRow,
    LedgerHeadRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
)


def judgements(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every judgement and withdrawal."""
    for row in rows_of(session, JudgementRow):
        yield {
            "id": row.uid,
            "link": uids.of(LinkRow, row.link_id),
            "relation": uids.of(RelationRow, row.relation_id),
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            "verdict": row.verdict,
            "reason": row.reason,
            "user": row.user,
            "at": row.at.isoformat(),
            "withdraws": uids.of(JudgementRow, row.withdraws_id),
        }


def corrections(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every correction."""
    for row in rows_of(session, CorrectionRow):
        yield {
            "id": row.uid,
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            **row.model_dump(exclude={"id", "uid", "occurrence_id", "at"}),
            "at": row.at.isoformat(),
        }


def ledger_entries(session: Session, _uids: Uids) -> Iterator[Record]:
    """Yield every ledger entry with its salt and value, oldest first."""
    for row, value in chain.walk(session):
        yield {
            **ledger.entry_record(row),
            "salt": value.salt if value else None,
            "value": value.value if value else None,
            "reason_text": value.reason_text if value else None,
        }


def ledger_heads(session: Session, _uids: Uids) -> Iterator[Record]:
    """Yield what the database says its newest entry is: as it stands, whatever the ledger holds."""
    for row in session.exec(select(LedgerHeadRow).order_by(col(LedgerHeadRow.id))):
        yield {"seq": row.seq, "hash": row.hash}
