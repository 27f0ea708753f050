"""What tells where the occurrences of some claims came from: read in bulk, nothing stored."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlmodel import Session, col, select

from tracker.model import Occupancy
from tracker.store.naming import name_key
from tracker.store.tables import ClaimRow, OccupancyRow, OccurrenceRow, OutletRow


def positions(session: Session, agent_ids: Collection[int]) -> dict[int, list[Occupancy]]:
    """Return the positions in some body that any article states of these agents."""
    found: dict[int, list[Occupancy]] = defaultdict(list)
    query = (
        select(OccupancyRow.agent_id, OccupancyRow.title, OccupancyRow.of)
        .where(col(OccupancyRow.agent_id).in_(agent_ids), OccupancyRow.of != "")
        .distinct()
        .order_by(col(OccupancyRow.agent_id), col(OccupancyRow.title), col(OccupancyRow.of))
    )
    for agent_id, title, of in session.exec(query):
        found[agent_id].append(Occupancy(title, of))
    return found


def outlets_among(session: Session, names: Iterable[str]) -> set[str]:
    """Return those of `names` under which an outlet of the database publishes."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_key[name_key(name)].add(name)
    rows = session.exec(select(OutletRow.key).where(col(OutletRow.key).in_(by_key)))
    return {name for key in rows for name in by_key[key]}


def also_said(
    session: Session, version_ids: Collection[int], speaker_ids: Collection[int]
) -> list[int]:
    """Return the occurrences in these versions of what these speakers say, none rejected."""
    query = (
        select(OccurrenceRow.id)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(
            col(OccurrenceRow.version_id).in_(version_ids),
            col(ClaimRow.speaker_id).in_(speaker_ids),
            col(OccurrenceRow.rejected).is_(False),
        )
    )
    return list(session.exec(query))
