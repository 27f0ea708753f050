"""Who says what alone or with others: the speakers of joint statements, and what is theirs.

"The mayor and the governor said …" is no single person's statement: its claim has no
speaker, and its chain begins with both.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, or_, select, union_all

from tracker.model import HopRole, Joint
from tracker.store import identities
from tracker.store.session import portions
from tracker.store.tables import AgentNameRow, AgentRow, ClaimRow, HopRow, OccurrenceRow


def speakers(session: Session, claim_ids: Collection[int]) -> dict[int, Joint]:
    """Return who says each of these claims together, in order; claims of one speaker are left out.

    An agent that was merged into another is shown as that other.
    """
    root = aliased(AgentRow)
    query = (
        select(
            OccurrenceRow.claim_id,
            OccurrenceRow.speaker_reason,
            func.coalesce(root.name, AgentRow.name),
        )
        .join(HopRow, col(HopRow.occurrence_id) == col(OccurrenceRow.id))
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .join(AgentRow, col(AgentRow.id) == col(HopRow.agent_id))
        .outerjoin(root, col(root.id) == col(AgentRow.same_as_id))
        .where(_together())
        .order_by(col(HopRow.position), col(HopRow.id))
    )
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for some in portions(claim_ids):
        for claim_id, reason, name in session.exec(
            query.where(col(OccurrenceRow.claim_id).in_(some))
        ):
            found[claim_id, reason].append(name)
    return {claim_id: Joint.of(names, reason) for (claim_id, reason), names in found.items()}


def said_by(agents: Any) -> Any:
    """Return a query for the claims that any of these agents says, alone or with others.

    `agents` are their numbers, or a query for them. Two searches by index: as one condition
    with "or" it would be a scan of all claims.
    """
    alone = select(ClaimRow.id).where(col(ClaimRow.speaker_id).in_(agents))
    together = (
        select(OccurrenceRow.claim_id)
        .join(HopRow, col(HopRow.occurrence_id) == col(OccurrenceRow.id))
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(_together(), col(HopRow.agent_id).in_(agents))
    )
    return alone.union_all(together)


def said_with_others(session: Session, names: Collection[str], most: int) -> dict[int, str] | None:
    """Return the uids of the claims that agents of these folded names say with others, by number.

    None where these stand in more than `most` chains, as an outlet does: all would be gone
    through.
    """
    chains, claims = _CHAINS, _WITH_OTHERS
    if identities.any_merged(session):
        agents = identities.agents_named(session, list(names))
        chains, claims = _chains(agents), _with_others(agents)
    if session.exec(chains, params={"names": names, "most": most + 1}).one() > most:
        return None
    return dict(session.exec(claims, params={"names": names}).all())


def _chains(agents: Any) -> Any:
    some = select(HopRow.id).where(col(HopRow.agent_id).in_(agents)).limit(bindparam("most"))
    return select(func.count()).select_from(some.subquery())


def _with_others(agents: Any) -> Any:
    return (
        select(ClaimRow.id, ClaimRow.uid)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(HopRow, col(HopRow.occurrence_id) == col(OccurrenceRow.id))
        .where(_together(), col(HopRow.agent_id).in_(agents))
    )


def is_said_by(agents: Any) -> Any:
    """Return a condition on claims at hand: any of these agents says it, alone or with others."""
    together = (
        select(HopRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(HopRow.occurrence_id))
        .where(
            col(OccurrenceRow.claim_id) == col(ClaimRow.id),
            col(HopRow.agent_id).in_(agents),
            _together(),
        )
        .correlate(ClaimRow)
    )
    return or_(col(ClaimRow.speaker_id).in_(agents), together.exists())


def says_anything() -> Any:
    """Return a condition on agents that stand by themselves: one of those that are one with it
    says something, alone or with others, that no person rejected."""
    own, one = aliased(AgentRow), aliased(AgentRow)
    # By two indexes: as one condition with "or" it would be a scan of all agents.
    those = union_all(
        select(own.id).where(col(own.id) == col(AgentRow.id)).correlate(AgentRow),
        select(one.id).where(col(one.same_as_id) == col(AgentRow.id)).correlate(AgentRow),
    )
    counts = col(OccurrenceRow.rejected).is_(False)
    said = select(ClaimRow.id).join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
    alone = said.where(col(ClaimRow.speaker_id).in_(those), counts)
    together = said.join(HopRow, col(HopRow.occurrence_id) == col(OccurrenceRow.id)).where(
        _together(), col(HopRow.agent_id).in_(those), counts
    )
    return or_(alone.exists(), together.exists())


def _together() -> Any:
    """Return the condition on a hop that its agent speaks, and not alone.

    A claim whose first hop is a source that nobody named has no speaker either.
    """
    return and_(
        col(HopRow.role) == HopRole.SPEAKER,
        col(HopRow.active),
        # Not by the index on speakers, which would go through all claims without one.
        (col(ClaimRow.speaker_id) + 0).is_(None),
        col(ClaimRow.unnamed_source).is_(None),
    )


_OF_NAMES = select(AgentNameRow.agent_id).where(
    col(AgentNameRow.key).in_(bindparam("names", expanding=True))
)

_CHAINS, _WITH_OTHERS = _chains(_OF_NAMES), _with_others(_OF_NAMES)
"""Made once, for when nobody was merged with another: they are asked for every text."""
