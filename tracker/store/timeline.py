"""Which claims a timeline has: those of a speaker, of a place or kind of event, of a claim."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from tracker.store import identities, joint
from tracker.store.naming import name_key
from tracker.store.places import Origin
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ArticleRow,
    ClaimRow,
    EventRow,
    HopRow,
    OccurrenceRow,
    PlaceNameRow,
    PlaceRow,
    VersionRow,
)

NAMES = 20_000
"""The newest names that a name nobody has is held against: twenty milliseconds."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims; None asks nothing. `since` and `until` are days of publication, inclusive.

    `speakers`, `places` and `claims` are numbers; `event_type` is an `EventType`. What a
    speaker says together with others is among them.
    """

    claims: Sequence[int] | None = None
    speakers: Sequence[int] | None = None
    places: Sequence[int] | None = None
    event_type: str | None = None
    since: date | None = None
    until: date | None = None


def page(session: Session, wanted: Selection, limit: int, offset: int = 0) -> list[int]:
    """Return the claims first recorded, in the one order that claims have: earliest first."""
    query = _first_recorded(wanted).order_by(
        col(ArticleRow.published_start).asc().nulls_last(),
        col(ArticleRow.content_hash),
        col(VersionRow.number),
        col(OccurrenceRow.ordinal),
        col(OccurrenceRow.uid),
    )
    return list(session.exec(query.limit(limit).offset(offset)))


def count(session: Session, wanted: Selection) -> int:
    """Return how many claims `page` would give without a limit."""
    query = select(func.count()).select_from(_first_recorded(wanted).subquery())
    return session.exec(query).one()


def _first_recorded(wanted: Selection) -> Any:
    query: Any = (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .where(col(ClaimRow.id).in_(_selected(wanted)), col(OccurrenceRow.rejected).is_(False))
    )
    if wanted.since:
        since = datetime.combine(wanted.since, time.min, UTC)
        query = query.where(col(ArticleRow.published_end) >= since)
    if wanted.until:
        until = datetime.combine(wanted.until, time.max, UTC)
        query = query.where(col(ArticleRow.published_start) <= until)
    return query


def _selected(wanted: Selection) -> Any:
    """Return a query for the claims that those with what is wanted are part of."""
    member = aliased(ClaimRow)
    query: Any = (
        select(func.coalesce(member.part_of_id, member.id))
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(member.id))
        .where(col(OccurrenceRow.rejected).is_(False))
    )
    if wanted.claims is not None:
        query = query.where(col(member.id).in_(wanted.claims))
    if wanted.speakers is not None:
        query = query.where(col(member.id).in_(joint.said_by(wanted.speakers)))
    if wanted.places is not None or wanted.event_type is not None:
        query = query.join(EventRow, col(EventRow.id) == col(member.event_id))
    if wanted.places is not None:
        query = query.where(col(EventRow.place_id).in_(wanted.places))
    if wanted.event_type is not None:
        query = query.where(col(EventRow.type) == wanted.event_type)
    return query


def agents_named(session: Session, name: str, limit: int) -> list[AgentRow]:
    """Return the first agents that have this name and stand by themselves."""
    query = _named(session, [name_key(name)]).order_by(col(AgentRow.id))
    return list(session.exec(query.limit(limit)))


def speakers_named(session: Session, name: str, limit: int) -> list[AgentRow]:
    """Return the first agents of this name, standing by themselves, that say anything."""
    return speakers_of_names(session, [name_key(name)], limit)


def speakers_of_names(session: Session, keys: Sequence[str], limit: int) -> list[AgentRow]:
    """Return the same for agents that have one of these folded names."""
    query = _named(session, keys).where(joint.says_anything()).order_by(col(AgentRow.id))
    return list(session.exec(query.limit(limit)))


def _named(session: Session, keys: Sequence[str]) -> Any:
    return select(AgentRow).where(
        col(AgentRow.id).in_(identities.agents_named(session, keys)),
        col(AgentRow.same_as_id).is_(None),
    )


def hops_of(session: Session, agent_ids: Collection[int]) -> int:
    """Return in how many chains these agents stand."""
    query = select(func.count()).where(col(HopRow.agent_id).in_(agent_ids), col(HopRow.active))
    return session.exec(query).one()


def one_with(session: Session, agent_ids: Collection[int]) -> list[int]:
    """Return these agents, which stand by themselves, and all that are one with one of them."""
    query = select(AgentRow.id).where(
        or_(col(AgentRow.id).in_(agent_ids), col(AgentRow.same_as_id).in_(agent_ids))
    )
    return sorted(session.exec(query))


def places_named(session: Session, name: str) -> list[int]:
    """Return the places that have this name, by whichever of their names an article has them,
    and those that lie within one.

    "the UK" is the UK; an article's "Burma" is Myanmar, which has that name beside its own.
    """
    key = name_key(name)
    other = select(PlaceNameRow.place_id).where(_is_of(PlaceNameRow.key, key))
    named = session.exec(
        select(PlaceRow).where(or_(_is_of(PlaceRow.key, key), col(PlaceRow.id).in_(other)))
    ).all()
    ids = {row.id for row in named}
    names = _names_of_one(session, ids)
    # What somebody described is a place of its own, whoever else has its name too.
    printed = select(PlaceRow.id).where(
        col(PlaceRow.key).in_(names), col(PlaceRow.origin) == Origin.ARTICLE
    )
    regions = select(PlaceRow.within).where(col(PlaceRow.within).is_not(None)).distinct()
    keys = {key, *(row.key for row in named), *names}
    around = [region for region in session.exec(regions) if name_key(region or "") in keys]
    within = select(PlaceRow.id).where(col(PlaceRow.within).in_(around))
    return sorted({*ids, *session.exec(printed), *session.exec(within)})


def _is_of(column: Any, key: str) -> Any:
    return col(column).in_({key, key.removeprefix("the ")})


def _names_of_one(session: Session, places: Collection[int]) -> set[str]:
    """Return the folded other names of these places, those left out that another place has too."""
    own = select(PlaceNameRow.key).where(col(PlaceNameRow.place_id).in_(places))
    query = (
        select(PlaceNameRow.key)
        .where(col(PlaceNameRow.key).in_(own))
        .group_by(col(PlaceNameRow.key))
        .having(func.count(func.distinct(PlaceNameRow.place_id)) == 1)
    )
    return set(session.exec(query))


def speakers_of(session: Session, claim_ids: Collection[int]) -> dict[int, int]:
    """Return who speaks each of these claims, as the agent that stands for the speaker."""
    query = (
        select(ClaimRow.id, func.coalesce(AgentRow.same_as_id, AgentRow.id))
        .join(AgentRow, col(AgentRow.id) == col(ClaimRow.speaker_id))
        .where(col(ClaimRow.id).in_(claim_ids))
    )
    return dict(session.exec(query).all())


def newest_names(session: Session, limit: int = NAMES) -> list[str]:
    """Return the newest names of agents, and of places that an event is of, each once."""
    agents = select(AgentNameRow.name).order_by(col(AgentNameRow.id).desc()).limit(limit)
    events = (
        select(PlaceRow.name)
        .where(select(EventRow.id).where(EventRow.place_id == PlaceRow.id).exists())
        .order_by(col(PlaceRow.id).desc())
        .limit(limit)
    )
    return list(dict.fromkeys([*session.exec(agents), *session.exec(events)]))
