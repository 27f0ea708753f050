"""Agents, places, and the events that agents took part in, as an export has them."""

from collections import defaultdict
from collections.abc import Iterator

from sqlmodel import Session, select

from tracker.store import places as stored_places
from tracker.store.dump.base import Uids, rows_of
from tracker.store.identities import identity_record
from tracker.store.records import Record, iso
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    EventRow,
    IdentityRow,
    OccupancyRow,
    ParticipationRow,
    PlaceRow,
    VersionRow,
)


def agent_records(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every agent with its names, occupancies, and what people said it is or is not."""
    said = _identities(session, uids)
    for row in rows_of(session, AgentRow):
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
    for row in rows_of(session, IdentityRow):
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
    for row in rows_of(session, EventRow):
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
