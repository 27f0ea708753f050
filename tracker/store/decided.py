"""What people's answers on links say of a claim: what it is one with, and what it is not.

Claims that people say are one are one through any number of steps, whichever of them
is the earlier, so an answer reaches further than the link that it was given on.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, or_, select

from tracker.model import LinkStatus, Verdict
from tracker.store.judgements import Subject, judgements_on, status_of
from tracker.store.tables import JudgementRow, LinkRow, OccurrenceRow

_ANSWERED = (LinkStatus.CONFIRMED, LinkStatus.REJECTED, LinkStatus.DISPUTED)


@dataclass(frozen=True, slots=True)
class Decided:
    """What people say of one claim, other claims by id.

    `same` are one with it, itself not among them; where the answers contradict each
    other, only those that its own occurrence was said to repeat. `apart` are not one
    with it, or with one of `same`. `own` is the status of the links of its own
    occurrence that people confirmed, rejected or disagree on.
    """

    same: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    own: Mapping[int, LinkStatus] = field(default_factory=dict)


def any_link_judged(session: Session) -> bool:
    """Say whether anybody ever answered on a link: before that nothing has to be asked."""
    query = select(JudgementRow.id).where(col(JudgementRow.link_id).is_not(None)).limit(1)
    return session.exec(query).first() is not None


def of_claim(session: Session, claim_id: int) -> Decided:
    """Return what people say of a claim."""
    one: set[int] = set()
    against: set[tuple[int, int]] = set()
    own: dict[int, LinkStatus] = {}
    fresh = {claim_id}
    while fresh:
        one |= fresh
        reached = set()
        for later, earlier, status in _answered(session, fresh):
            if later == claim_id:
                own[earlier] = status
            if status is LinkStatus.CONFIRMED:
                reached |= {later, earlier}
            elif status is LinkStatus.REJECTED:
                against.add((later, earlier))
        fresh = reached - one
    apart = {end for pair in against for end in pair if end not in one}
    apart |= {target for target, status in own.items() if status is LinkStatus.REJECTED}
    if any(one.issuperset(pair) for pair in against):
        # Yes, yes and no on three claims: nothing is concluded from it.
        one = {target for target, status in own.items() if status is LinkStatus.CONFIRMED}
    return Decided(frozenset(one - {claim_id}), frozenset(apart), own)


def _answered(
    session: Session, claim_ids: Collection[int]
) -> Iterable[tuple[int, int, LinkStatus]]:
    """Yield the links with a standing yes or no that have one of these claims on either side.

    Each is the claim of the later occurrence, the earlier claim, and the status.
    """
    # Both sides are columns of the link, each with an index: with one in the joined table
    # SQLite would read all links for every claim.
    own = select(OccurrenceRow.id).where(col(OccurrenceRow.claim_id).in_(claim_ids))
    query = (
        select(LinkRow, OccurrenceRow.claim_id)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(LinkRow.occurrence_id))
        .where(
            or_(
                col(LinkRow.claim_id).in_(claim_ids),
                col(LinkRow.occurrence_id).in_(list(session.exec(own))),
            ),
            select(JudgementRow.id).where(JudgementRow.link_id == LinkRow.id).exists(),
        )
    )
    rows = session.exec(query.order_by(col(LinkRow.id))).all()
    standing = judgements_on(session, [Subject(row) for row, _ in rows])
    for row, later in rows:
        status = status_of(row, standing[Subject(row).name])
        if status in _ANSWERED:
            yield later, row.claim_id, status


def confirmed_among(session: Session, claim_ids: Collection[int]) -> set[int]:
    """Return those of these claims that people say are one with an earlier claim."""
    query = (
        select(LinkRow, OccurrenceRow.claim_id)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(LinkRow.occurrence_id))
        .where(
            col(OccurrenceRow.claim_id).in_(claim_ids),
            select(JudgementRow.id)
            .where(JudgementRow.link_id == LinkRow.id, JudgementRow.verdict == Verdict.YES)
            .exists(),
        )
    )
    rows = session.exec(query).all()
    standing = judgements_on(session, [Subject(row) for row, _ in rows])
    return {
        claim_id
        for row, claim_id in rows
        if status_of(row, standing[Subject(row).name]) is LinkStatus.CONFIRMED
    }
