"""Finding claims by words, speaker, outlet, kind and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import Session, col, func, select

from tracker.store import identities, joint
from tracker.store.naming import name_key
from tracker.store.tables import (
    ArticleRow,
    ClaimKeyRow,
    ClaimRow,
    OccurrenceRow,
    OutletRow,
    VersionRow,
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What claims to return; None asks nothing. Dates are of publication, inclusive.

    What the speaker says together with others is among them.
    """

    speaker: str | None = None
    outlet: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None


def search_claims(session: Session, words: Sequence[int], wanted: Filter, limit: int) -> list[int]:
    """Return the ids of claims that have all the `words` (keys of single words).

    Newest first, rejected ones left out. Every wording is searched, also those that are
    part of another claim.
    """
    query = _having(session, words, wanted).order_by(
        col(ArticleRow.published_start).desc().nulls_last(), col(ClaimRow.id).desc()
    )
    return list(session.exec(query.limit(limit)))


def count_found(session: Session, words: Sequence[int], wanted: Filter) -> int:
    """Return how many claims `search_claims` would give without a limit."""
    return _count(session, _having(session, words, wanted))


def _having(session: Session, words: Sequence[int], wanted: Filter) -> Any:
    query = _filtered(session, wanted).where(col(OccurrenceRow.rejected).is_(False))
    for word in words:
        having = select(ClaimKeyRow.claim_id).where(ClaimKeyRow.hash == word)
        query = query.where(col(ClaimRow.id).in_(having))
    return query


def _count(session: Session, query: Any) -> int:
    return int(session.exec(select(func.count()).select_from(query.subquery())).one())


def list_claims(session: Session, wanted: Filter, limit: int, offset: int = 0) -> list[int]:
    """Return the ids of the claims that stand by themselves, oldest number first."""
    query = _standing(session, wanted).order_by(col(ClaimRow.id)).limit(limit).offset(offset)
    return list(session.exec(query))


def count_claims(session: Session, wanted: Filter) -> int:
    """Return how many claims `list_claims` would give without a limit."""
    return _count(session, _standing(session, wanted))


def _standing(session: Session, wanted: Filter) -> Any:
    return _filtered(session, wanted).where(
        col(ClaimRow.part_of_id).is_(None), col(OccurrenceRow.rejected).is_(False)
    )


def _filtered(session: Session, wanted: Filter) -> Any:
    query: Any = (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
    )
    if wanted.kind:
        query = query.where(ClaimRow.kind == wanted.kind)
    if wanted.speaker:
        named = identities.agents_named(session, [name_key(wanted.speaker)])
        query = query.where(col(ClaimRow.id).in_(joint.said_by(named)))
    if wanted.outlet:
        outlets = select(OutletRow.id).where(OutletRow.key == name_key(wanted.outlet))
        query = query.where(col(ArticleRow.outlet_id).in_(outlets))
    if wanted.since:
        since = datetime.combine(wanted.since, time.min, UTC)
        query = query.where(col(ArticleRow.published_end) >= since)
    if wanted.until:
        until = datetime.combine(wanted.until, time.max, UTC)
        query = query.where(col(ArticleRow.published_start) <= until)
    return query


def claims_of_speaker(session: Session, agent_id: int, limit: int) -> list[int]:
    """Return the ids of an agent's claims, each wording, newest number first.

    Those of all agents that are one with it are among them, and what it says with others.
    """
    query = _of_speaker(session, agent_id).order_by(col(ClaimRow.id).desc())
    return list(session.exec(query.limit(limit)))


def count_of_speaker(session: Session, agent_id: int) -> int:
    """Return how many claims `claims_of_speaker` would give without a limit."""
    return _count(session, _of_speaker(session, agent_id))


def _of_speaker(session: Session, agent_id: int) -> Any:
    speakers = identities.group(session, agent_id)
    return (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .where(
            col(ClaimRow.id).in_(joint.said_by(speakers)), col(OccurrenceRow.rejected).is_(False)
        )
    )
