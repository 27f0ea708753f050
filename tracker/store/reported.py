"""Stored events as the model has them, each with the figures that one occurrence reports."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from tracker.model import (
    DateInterval,
    Event,
    EventType,
    Modality,
    Participant,
    PlacePrecision,
    Precision,
    Presence,
    Qualifier,
    Quantity,
    Role,
)
from tracker.store.tables import AgentRow, EventRow, ParticipationRow, PlaceRow, ReportedFactRow


def load_events(session: Session, events: dict[int, int]) -> dict[int, Event]:
    """Return the event of each occurrence, with that occurrence's own figures.

    `events` maps occurrence ids to event ids.
    """
    if not events:
        return {}
    wanted = set(events.values())
    query = (
        select(EventRow, PlaceRow.name)
        .outerjoin(PlaceRow, col(PlaceRow.id) == col(EventRow.place_id))
        .where(col(EventRow.id).in_(wanted))
    )
    rows = {row.id: (row, place) for row, place in session.exec(query)}
    parts = _participants(session, wanted)
    figures = _figures(session, set(events))
    return {
        occurrence_id: _event(*rows[event_id], parts[event_id], figures[occurrence_id])
        for occurrence_id, event_id in events.items()
    }


def _event(
    row: EventRow,
    place: str | None,
    participants: Sequence[Participant],
    quantities: Sequence[Quantity],
) -> Event:
    when = None
    if row.starts and row.ends and row.precision:
        when = DateInterval(
            row.starts, row.ends, Precision(row.precision), row.when_as_printed or ""
        )
    return Event(
        type=EventType(row.type),
        when=when,
        place=place,
        participants=tuple(participants),
        quantities=tuple(quantities),
        modality=Modality(row.modality),
        place_precision=PlacePrecision(row.place_precision) if row.place_precision else None,
    )


_WHOLE = aliased(AgentRow)
"""The agent that a participant was merged into. Made once: it costs a millisecond."""


def _participants(session: Session, event_ids: Collection[int]) -> dict[int, list[Participant]]:
    query: Any = (
        select(ParticipationRow, func.coalesce(_WHOLE.name, AgentRow.name).label("shown"))
        .join(AgentRow, col(AgentRow.id) == col(ParticipationRow.agent_id))
        .outerjoin(_WHOLE, col(_WHOLE.id) == col(AgentRow.same_as_id))
        .where(col(ParticipationRow.event_id).in_(event_ids))
        .order_by(col(ParticipationRow.role), "shown", col(ParticipationRow.presence))
    )
    found: dict[int, list[Participant]] = defaultdict(list)
    for row, name in session.exec(query):
        presence = Presence(row.presence) if row.presence else None
        participant = Participant(name, Role(row.role), presence)
        if participant not in found[row.event_id]:
            found[row.event_id].append(participant)
    return found


def _figures(session: Session, occurrence_ids: Collection[int]) -> dict[int, list[Quantity]]:
    query = (
        select(ReportedFactRow)
        .where(col(ReportedFactRow.occurrence_id).in_(occurrence_ids))
        .order_by(col(ReportedFactRow.property), col(ReportedFactRow.as_printed))
    )
    found: dict[int, list[Quantity]] = defaultdict(list)
    for row in session.exec(query):
        found[row.occurrence_id].append(quantity_of(row))
    return found


def quantity_of(row: ReportedFactRow) -> Quantity:
    """Return a stored figure as the model has it."""
    return Quantity(
        property=row.property,
        minimum=row.value_min,
        maximum=row.value_max,
        unit=row.unit,
        qualifier=Qualifier(row.qualifier),
        as_printed=row.as_printed,
    )
