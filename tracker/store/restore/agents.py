"""Agents, what people said of them, and what they took part in, written as they were."""

from datetime import datetime

from tracker.store import identities
from tracker.store.naming import name_key
from tracker.store.records import Record
from tracker.store.restore.base import Restored, day
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    EventRow,
    IdentityRow,
    OccupancyRow,
    ParticipationRow,
    PlaceNameRow,
    PlaceRow,
)

_SIDES = ("agent", "other")


def add_agent(to: Restored, r: Record) -> None:
    """Write an agent with its names and occupancies; what people said of it waits."""
    row = AgentRow(uid=r["id"], kind=r["kind"], name=r["name"], key=r["key"], scope=r["scope"])
    agent_id = to.keep(row)
    for name in r["names"]:
        key = name_key(name) if r["key"] else ""
        to.add(AgentNameRow(agent_id=agent_id, name=name, key=key))
    for held in r["occupancies"]:
        version_id = to.id_of("article_version", held["version"])
        to.add(
            OccupancyRow(
                agent_id=agent_id, title=held["title"], of=held["of"], version_id=version_id
            )
        )
    to.identities.extend(r.get("identities", ()))


def add_identities(to: Restored) -> None:
    """Write what people said of agents, in the order in which they did."""
    to.identities.sort(key=lambda r: to.made.get(r["id"], 0))
    for r in to.identities:
        to.keep(
            IdentityRow(
                uid=r["id"],
                agent_id=to.id_of("agent", r["agent"]),
                other_id=to.id_of("agent", r["other"]),
                same=r["same"],
                reason=r["reason"],
                user=r["user"],
                at=datetime.fromisoformat(r["at"]),
                withdraws_id=to.id_of("agent_identity", r["withdraws"]),
            )
        )
    named = {to.ids["agent", r[side]] for r in to.identities for side in _SIDES}
    identities.settle(to.tx.session, named)


def add_place(to: Restored, r: Record) -> None:
    """Write a place with its aliases."""
    aliases = r.pop("aliases", ())
    place_id = to.keep(PlaceRow(uid=r.pop("id"), **r))
    for alias in aliases:
        to.add(PlaceNameRow(place_id=place_id, name=alias, key=name_key(alias)))


def add_event(to: Restored, r: Record) -> None:
    """Write an event."""
    to.keep(
        EventRow(
            uid=r["id"],
            type=r["type"],
            modality=r["modality"],
            starts=day(r["start"]),
            ends=day(r["end"]),
            precision=r["precision"],
            when_as_printed=r["as_printed"],
            place_id=to.id_of("place", r["place"]),
            place_precision=r.get("place_precision"),
        )
    )


def add_participation(to: Restored, r: Record) -> None:
    """Write an agent's part in an event."""
    event_id, agent_id = to.id_of("event", r["event"]), to.id_of("agent", r["agent"])
    to.add(
        ParticipationRow(
            event_id=event_id,
            agent_id=agent_id,
            role=r["role"],
            presence=r.get("presence") or "",
        )
    )
