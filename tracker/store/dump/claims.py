"""Claims, their occurrences and what links them, as an export has them."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from tracker.store.dump.base import Uids, rows_of
from tracker.store.records import Record, iso
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    EventRow,
    HopRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
    ReportedFactRow,
    SelectorRow,
    VersionRow,
)


def claims(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every claim in its own wording, with the claim it is part of."""
    for row in rows_of(session, ClaimRow):
        yield {
            "id": row.uid,
            "external_id": row.external_id,
            "kind": row.kind,
            "type": row.type,
            "act": row.act,
            "text": row.text,
            "context": row.context,
            "speaker": uids.of(AgentRow, row.speaker_id),
            "speaker_names": list(row.speaker_names),
            "unnamed_source": row.unnamed_source,
            "denied": row.denied,
            "said_start": iso(row.said_start),
            "said_end": iso(row.said_end),
            "said_precision": row.said_precision,
            "said_as_printed": row.said_as_printed,
            "event": uids.of(EventRow, row.event_id),
            "part_of": uids.of(ClaimRow, row.part_of_id),
        }


def occurrences(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every occurrence's own columns and selectors."""
    for row in rows_of(session, OccurrenceRow):
        query = select(SelectorRow).where(SelectorRow.occurrence_id == row.id)
        yield {
            "id": row.uid,
            "own_claim_id": uids.of(ClaimRow, row.claim_id),
            "version": uids.of(VersionRow, row.version_id),
            "ordinal": row.ordinal,
            "parent": uids.of(OccurrenceRow, row.parent_id),
            "origin": row.origin,
            "rule": row.rule,
            "confidence": row.confidence,
            "speaker_reason": row.speaker_reason,
            "speaker_confidence": row.speaker_confidence,
            "proposed_id": uids.of(AgentRow, row.proposed_id),
            "extractor_version": row.extractor_version,
            "rejected": row.rejected,
            "selectors": [
                s.model_dump(exclude={"id", "occurrence_id"})
                for s in session.exec(query.order_by(col(SelectorRow.id)))
            ],
        }


def attributions(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every hop of every chain."""
    records = [
        {
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            "agent": uids.of(AgentRow, row.agent_id),
            **row.model_dump(exclude={"id", "occurrence_id", "agent_id"}),
        }
        for row in session.exec(select(HopRow).order_by(col(HopRow.id)))
    ]
    yield from sorted(records, key=lambda r: (r["occurrence"], r["position"]))


def facts(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every figure that an occurrence reports of an event."""
    records = [
        {
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            "event": uids.of(EventRow, row.event_id),
            **row.model_dump(exclude={"id", "occurrence_id", "event_id", "as_of"}),
            "as_of": iso(row.as_of),
        }
        for row in session.exec(select(ReportedFactRow))
    ]
    yield from sorted(records, key=lambda r: (r["occurrence"], r["property"], r["as_printed"]))


def links(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every link, also those no longer proposed."""
    for row in rows_of(session, LinkRow):
        yield {
            "id": row.uid,
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            "claim_id": uids.of(ClaimRow, row.claim_id),
            **row.model_dump(exclude={"id", "uid", "occurrence_id", "claim_id"}),
        }


def relations(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every relation between claims, also those no longer proposed."""
    for row in rows_of(session, RelationRow):
        yield {
            "id": row.uid,
            "from_claim_id": uids.of(ClaimRow, row.from_claim_id),
            "to_claim_id": uids.of(ClaimRow, row.to_claim_id),
            **row.model_dump(exclude={"id", "uid", "from_claim_id", "to_claim_id"}),
        }
