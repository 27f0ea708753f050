"""Leaving out what had not been published by a day.

An article counts when its publication ends by then, or when it may have been published
by then and its first capture shows that it was out. One of unknown publication counts
from its first capture. A later version counts from its own capture; the first one is
taken for what was published.
"""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, not_, or_, select

from tracker.store.claims import load_claims
from tracker.store.past.moment import end_of_day
from tracker.store.past.shadow import Shadow
from tracker.store.session import portions
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    AnchoringRow,
    ArticleRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    HopRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    NoticeRow,
    OccupancyRow,
    OccurrenceRow,
    OutletRow,
    ParticipationRow,
    PlaceRow,
    RelationRow,
    VersionRow,
    WithdrawalRow,
)


def leave_out_unpublished(session: Session, shadow: Shadow, day: date) -> int:
    """Leave out all that no article published by the end of `day`, UTC, has.

    Of a claim whose original is left out, the earliest that remains is the original.
    Returns how many articles were left out because nothing shows that they were out.
    """
    limit = end_of_day(day)
    uncertain = _leave_out_articles(session, shadow, limit)
    _leave_out_claims(shadow)
    _leave_out_decisions(shadow)
    _leave_out_versions(shadow, limit)
    _leave_out_names(shadow)
    session.expunge_all()
    shadow.show()
    _find_first(session, shadow)
    return uncertain


def _leave_out_articles(session: Session, shadow: Shadow, limit: datetime) -> int:
    captured = (
        select(func.min(VersionRow.captured_at))
        .where(VersionRow.article_id == ArticleRow.id)
        .scalar_subquery()
    )
    start, end = col(ArticleRow.published_start), col(ArticleRow.published_end)
    perhaps = or_(start.is_(None), start <= limit)
    shown = or_(and_(end.is_not(None), end <= limit), captured <= limit)
    out: Any = not_(and_(perhaps, shown))
    shadow.leave_out("article", select(ArticleRow.id).where(out))
    late = and_(VersionRow.number > 1, col(VersionRow.captured_at) > limit)
    gone = _left(shadow, "article")
    shadow.leave_out(
        "article_version",
        select(VersionRow.id).where(or_(col(VersionRow.article_id).in_(gone), late)),
    )
    query = select(func.count()).select_from(ArticleRow).where(out, perhaps)
    return session.exec(query).one()


def _left(shadow: Shadow, name: str) -> Any:
    """Return a query for the numbers that are left out of a table."""
    return select(shadow.left(name).c.id)


def _leave_out_claims(shadow: Shadow) -> None:
    out = col(OccurrenceRow.version_id).in_(_left(shadow, "article_version"))
    shadow.leave_out("occurrence", select(OccurrenceRow.id).where(out))
    shadow.leave_out("claim", select(OccurrenceRow.claim_id).where(out))
    remains = select(ClaimRow.id).where(
        ClaimRow.event_id == EventRow.id, col(ClaimRow.id).not_in(_left(shadow, "claim"))
    )
    shadow.leave_out("event", select(EventRow.id).where(~remains.exists()))


def _leave_out_decisions(shadow: Shadow) -> None:
    occurrences, claims = _left(shadow, "occurrence"), _left(shadow, "claim")
    occurrence = col(LinkRow.occurrence_id).in_(occurrences)
    shadow.leave_out(
        "link", select(LinkRow.id).where(or_(occurrence, col(LinkRow.claim_id).in_(claims)))
    )
    sides = (RelationRow.from_claim_id, RelationRow.to_claim_id)
    shadow.leave_out(
        "claim_relation",
        select(RelationRow.id).where(or_(*(col(side).in_(claims) for side in sides))),
    )
    on = (
        col(JudgementRow.link_id).in_(_left(shadow, "link")),
        col(JudgementRow.relation_id).in_(_left(shadow, "claim_relation")),
        col(JudgementRow.occurrence_id).in_(occurrences),
    )
    shadow.leave_out(
        "judgement", select(JudgementRow.id).where(or_(*(func.coalesce(o, False) for o in on)))
    )
    shadow.leave_out(
        "correction",
        select(CorrectionRow.id).where(col(CorrectionRow.occurrence_id).in_(occurrences)),
    )


def _leave_out_versions(shadow: Shadow, limit: datetime) -> None:
    """Leave out what became of statements in later versions, and later notices."""
    occurrences, versions = _left(shadow, "occurrence"), _left(shadow, "article_version")
    shadow.leave_out(
        "anchoring",
        select(AnchoringRow.id).where(
            or_(
                col(AnchoringRow.occurrence_id).in_(occurrences),
                col(AnchoringRow.version_id).in_(versions),
            )
        ),
    )
    dated = func.substr(NoticeRow.published_at, 1, 10) > limit.date().isoformat()
    undated = and_(col(NoticeRow.published_at).is_(None), col(NoticeRow.at) > limit)
    of_those = col(NoticeRow.article_id).in_(_left(shadow, "article"))
    shadow.leave_out(
        "article_withdrawal",
        select(WithdrawalRow.id).where(col(WithdrawalRow.article_id).in_(_left(shadow, "article"))),
    )
    shadow.leave_out(
        "article_notice",
        select(NoticeRow.id).where(or_(of_those, func.coalesce(dated, False), undated)),
    )


def _leave_out_names(shadow: Shadow) -> None:
    """Leave out outlets, places and agents that only what is left out names."""
    articles, versions = _left(shadow, "article"), _left(shadow, "article_version")
    prints = select(ArticleRow.id).where(
        ArticleRow.outlet_id == OutletRow.id, col(ArticleRow.id).not_in(articles)
    )
    shadow.leave_out("outlet", select(OutletRow.id).where(~prints.exists()))
    seen = select(EventRow.id).where(
        EventRow.place_id == PlaceRow.id, col(EventRow.id).not_in(_left(shadow, "event"))
    )
    shadow.leave_out(
        "place", select(PlaceRow.id).where(PlaceRow.origin == "article", ~seen.exists())
    )
    shadow.leave_out(
        "occupancy", select(OccupancyRow.id).where(col(OccupancyRow.version_id).in_(versions))
    )
    _leave_out_agents(shadow)


def _leave_out_agents(shadow: Shadow) -> None:
    occurrences = _left(shadow, "occurrence")
    named = (
        select(ClaimRow.speaker_id).where(col(ClaimRow.id).not_in(_left(shadow, "claim"))),
        select(OccurrenceRow.proposed_id).where(col(OccurrenceRow.id).not_in(occurrences)),
        select(HopRow.agent_id).where(col(HopRow.occurrence_id).not_in(occurrences)),
        select(ParticipationRow.agent_id).where(
            col(ParticipationRow.event_id).not_in(_left(shadow, "event"))
        ),
        select(OccupancyRow.agent_id).where(
            col(OccupancyRow.id).not_in(_left(shadow, "occupancy"))
        ),
    )
    some = named[0].union(*named[1:]).subquery()
    agent_id = some.c[0]
    merged = aliased(AgentRow)
    # The agent that stands for one that is named is shown in its place.
    stands = select(merged.same_as_id).where(
        col(merged.id).in_(select(agent_id).where(agent_id.is_not(None))),
        col(merged.same_as_id).is_not(None),
    )
    out = and_(
        col(AgentRow.id).not_in(select(agent_id).where(agent_id.is_not(None))),
        col(AgentRow.id).not_in(stands),
    )
    shadow.leave_out("agent", select(AgentRow.id).where(out))
    agents = _left(shadow, "agent")
    shadow.leave_out(
        "agent_name", select(AgentNameRow.id).where(col(AgentNameRow.agent_id).in_(agents))
    )
    sides = (IdentityRow.agent_id, IdentityRow.other_id)
    shadow.leave_out(
        "agent_identity",
        select(IdentityRow.id).where(or_(*(col(side).in_(agents) for side in sides))),
    )


def _find_first(session: Session, shadow: Shadow) -> None:
    """Let the earliest remaining claim stand for each whose original is left out."""
    whole = aliased(ClaimRow)
    query = (
        select(ClaimRow.part_of_id, ClaimRow.id)
        .outerjoin(whole, col(whole.id) == col(ClaimRow.part_of_id))
        .where(col(ClaimRow.part_of_id).is_not(None), col(whole.id).is_(None))
    )
    groups: dict[int, list[int]] = defaultdict(list)
    for part_of, claim_id in session.exec(query):
        assert part_of is not None, "the query asks for it"
        groups[part_of].append(claim_id)
    placed: dict[int, int | None] = {}
    for members in groups.values():
        order = {one.id: one.order for one in load_claims(session, members).values()}
        first = min(order, key=lambda claim_id: order[claim_id])
        placed |= {claim_id: first if claim_id != first else None for claim_id in members}
    for some in portions(placed):
        rows = list(session.exec(select(ClaimRow).where(col(ClaimRow.id).in_(some))))
        was = [{**row.model_dump(), "part_of_id": placed[row.id]} for row in rows]
        shadow.replace("claim", was)
    session.expunge_all()
    shadow.show("claim")
