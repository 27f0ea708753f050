"""Events and the figures reported of them."""

from collections.abc import Mapping

from sqlmodel import select

from tracker.model import Event
from tracker.store.naming import Part, uid
from tracker.store.places import settle_place
from tracker.store.session import Transaction
from tracker.store.tables import AgentRow, EventRow, ParticipationRow, PlaceRow


def settle_event(tx: Transaction, event: Event, agents: Mapping[str, AgentRow]) -> EventRow:
    """Return the row of an event; reports that agree in everything share one.

    Figures are no part of the event: each occurrence keeps its own beside it.
    """
    place = settle_place(tx, event.place) if event.place else None
    parts = sorted(
        {(agents[p.agent].uid, str(p.role), str(p.presence or "")) for p in event.participants}
    )
    record = _record(event, place, parts)
    identity = uid("evt", *[_part(value) for value in record.values()])
    row = tx.session.exec(select(EventRow).where(EventRow.uid == identity)).first()
    if row is not None:
        return row
    row = EventRow(
        uid=identity,
        type=event.type,
        modality=event.modality,
        starts=event.when.start if event.when else None,
        ends=event.when.end if event.when else None,
        precision=event.when.precision if event.when else None,
        when_as_printed=event.when.as_printed if event.when else None,
        place_id=place.id if place else None,
        place_precision=event.place_precision,
    )
    tx.session.add(row)
    tx.session.flush()
    by_uid = {agent.uid: agent.id for agent in agents.values()}
    tx.session.add_all(
        ParticipationRow(event_id=row.id, agent_id=by_uid[agent_uid], role=role, presence=presence)
        for agent_uid, role, presence in parts
    )
    tx.session.flush()
    tx.ledger.append("event.added", "event", row.uid, record)
    return row


EventRecord = dict[str, str | list[dict[str, str]] | None]


Parts = list[tuple[str, str, str]]
"""The uid, role and presence of each participant; an empty presence is none told."""


def _record(event: Event, place: PlaceRow | None, parts: Parts) -> EventRecord:
    when = event.when
    return event_record(
        type_=event.type,
        modality=event.modality,
        when=(
            (when.start.isoformat(), when.end.isoformat(), str(when.precision), when.as_printed)
            if when
            else None
        ),
        place=place.uid if place else None,
        place_precision=event.place_precision,
        participants=parts,
    )


def event_record(
    *,
    type_: str,
    modality: str,
    when: tuple[str | None, ...] | None,
    place: str | None,
    place_precision: str | None,
    participants: Parts,
) -> EventRecord:
    """Return an event as the ledger holds it; places and agents by uid.

    A presence and a precision stand in it only where they are known: the identifier
    follows from the record, and is that of events stored before these were.
    """
    start, end, precision, as_printed = when or (None, None, None, None)
    return {
        "type": type_,
        "modality": modality,
        "start": start,
        "end": end,
        "precision": precision,
        "as_printed": as_printed,
        "place": place,
        "participants": [
            {"agent": agent, "role": role, **({"presence": presence} if presence else {})}
            for agent, role, presence in sorted(participants)
        ],
        **({"place_precision": place_precision} if place_precision else {}),
    }


def _part(value: str | list[dict[str, str]] | None) -> Part:
    if isinstance(value, list):
        return [list(item.values()) for item in value]
    return value
