"""Every row as a record in uids, for exports that any database can read back.

Rows are yielded in order of uid, which follows from content, so two databases that
hold the same records give the same bytes.
"""

import base64
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from tracker.errors import NotVerified
from tracker.store import (
    anchorings,
    articles,
    chain,
    ledger,
    notices,
    redactions,
    retries,
    withdrawals,
)
from tracker.store import places as stored_places
from tracker.store.identities import identity_record
from tracker.store.records import Record, iso
from tracker.store.redactions import EMPTIED
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ArticleRow,
    BlobRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    HopRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    OccupancyRow,
    OccurrenceRow,
    OutletRow,
    ParticipationRow,
    PlaceRow,
    RelationRow,
    ReportedFactRow,
    SelectorRow,
    VersionRow,
)


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


def _rows(session: Session, table: Any) -> Iterator[Any]:
    query = select(table).order_by(col(table.uid)).execution_options(yield_per=500)
    with closing(session.exec(query)) as rows:  # who reads may stop at a row that does not hold
        yield from rows


def outlets(session: Session, _uids: Uids) -> Iterator[Record]:
    """Yield every outlet."""
    for row in _rows(session, OutletRow):
        yield {"id": row.uid, "name": row.name, "key": row.key}


def article_records(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every article."""
    for row in _rows(session, ArticleRow):
        yield {
            "id": row.uid,
            "outlet": uids.of(OutletRow, row.outlet_id),
            "url": row.url,
            "content_hash": row.content_hash,
            "published_at": row.published_at,
        }


def versions(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every version with its text, and its bytes in base64.

    Raises:
        NotVerified: the bytes are missing, or not the ones that were captured.
    """
    for row in _rows(session, VersionRow):
        blob = session.get(BlobRow, row.body_sha256)
        if blob is None:
            raise NotVerified(f"version {row.uid} has lost the bytes it was captured from")
        is_gone = blob.codec == EMPTIED
        yield {
            "id": row.uid,
            **articles.version_record(row, uids.of(ArticleRow, row.article_id) or ""),
            "text": row.text,
            "body": None if is_gone else base64.b64encode(articles.body_of(blob)).decode(),
            **({"size": blob.size} if is_gone else {}),
        }


def agent_records(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every agent with its names, occupancies, and what people said it is or is not."""
    said = _identities(session, uids)
    for row in _rows(session, AgentRow):
        names = select(AgentNameRow.name).where(AgentNameRow.agent_id == row.id)
        held = session.exec(select(OccupancyRow).where(OccupancyRow.agent_id == row.id))
        occupancies = [
            {"title": o.title, "of": o.of, "version": uids.of(VersionRow, o.version_id)}
            for o in held
        ]
        yield {
            "id": row.uid,
            "kind": row.kind,
            "name": row.name,
            "key": row.key,
            "scope": row.scope,
            "names": sorted(session.exec(names)),
            "occupancies": sorted(occupancies, key=lambda o: (o["title"], o["of"], o["version"])),
            "identities": said[row.id],
        }


def _identities(session: Session, uids: Uids) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for row in _rows(session, IdentityRow):
        agent, other = uids.of(AgentRow, row.agent_id), uids.of(AgentRow, row.other_id)
        withdraws = uids.of(IdentityRow, row.withdraws_id)
        record = identity_record(row, agent or "", other or "", withdraws)
        found[row.agent_id].append({"id": row.uid, **record})
    return found


def places(session: Session, _uids: Uids) -> Iterator[Record]:
    """Yield every place."""
    for row, aliases in stored_places.every(session):
        yield {
            "id": row.uid,
            **row.model_dump(exclude={"id", "uid"}),
            "aliases": aliases,
        }


def events(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every event."""
    for row in _rows(session, EventRow):
        yield {
            "id": row.uid,
            "type": row.type,
            "modality": row.modality,
            "start": iso(row.starts),
            "end": iso(row.ends),
            "precision": row.precision,
            "as_printed": row.when_as_printed,
            "place": uids.of(PlaceRow, row.place_id),
            "place_precision": row.place_precision,
        }


def participations(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every agent's part in an event."""
    records = [
        {
            "event": uids.of(EventRow, row.event_id),
            "agent": uids.of(AgentRow, row.agent_id),
            "role": row.role,
            "presence": row.presence or None,
        }
        for row in session.exec(select(ParticipationRow))
    ]
    yield from sorted(
        records, key=lambda r: (r["event"], r["agent"], r["role"], r["presence"] or "")
    )


def claims(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every claim in its own wording, with the claim it is part of."""
    for row in _rows(session, ClaimRow):
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
    for row in _rows(session, OccurrenceRow):
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
    for row in _rows(session, LinkRow):
        yield {
            "id": row.uid,
            "occurrence": uids.of(OccurrenceRow, row.occurrence_id),
            "claim_id": uids.of(ClaimRow, row.claim_id),
            **row.model_dump(exclude={"id", "uid", "occurrence_id", "claim_id"}),
        }


def relations(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every relation between claims, also those no longer proposed."""
    for row in _rows(session, RelationRow):
        yield {
            "id": row.uid,
            "from_claim_id": uids.of(ClaimRow, row.from_claim_id),
            "to_claim_id": uids.of(ClaimRow, row.to_claim_id),
            **row.model_dump(exclude={"id", "uid", "from_claim_id", "to_claim_id"}),
        }


def judgements(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every judgement and withdrawal."""
    for row in _rows(session, JudgementRow):
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
    for row in _rows(session, CorrectionRow):
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


Dump = Callable[[Session, Uids], Iterator[Record]]

KINDS: dict[str, Dump] = {
    "outlets": outlets,
    "articles": article_records,
    "versions": versions,
    "agents": agent_records,
    "places": places,
    "events": events,
    "participations": participations,
    "claims": claims,
    "occurrences": occurrences,
    "attributions": attributions,
    "facts": facts,
    "links": links,
    "relations": relations,
    "judgements": judgements,
    "corrections": corrections,
    "anchorings": lambda session, uids: anchorings.records(session, uids.of),
    "notices": lambda session, uids: notices.records(session, uids.of),
    "requests": lambda session, _: retries.records(session),
    "withdrawals": lambda session, _: withdrawals.records(session),
    "ledger": ledger_entries,
    "redactions": lambda session, _: redactions.records(session),
}
"""One function a kind of record, in the order in which they are read back."""

LATER = frozenset({"anchorings", "notices", "requests", "withdrawals", "redactions"})
"""Kinds that exports of earlier releases lack."""
