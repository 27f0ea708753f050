"""What a person sees of a record: the uids whose ledger entries make an edit of it stale."""

from collections.abc import Collection

from sqlmodel import Session, col, or_, select

from tracker.store import claims, links, relations
from tracker.store.judgements import Subject, judgement_uids
from tracker.store.tables import (
    AgentRow,
    ArticleRow,
    ClaimRow,
    IdentityRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
    VersionRow,
    WithdrawalRow,
)


def of_occurrences(session: Session, occurrence_ids: Collection[int]) -> set[str]:
    """Return the occurrences' own uids: every change of one is an entry of it."""
    query = select(OccurrenceRow.uid).where(col(OccurrenceRow.id).in_(occurrence_ids))
    return set(session.exec(query))


def of_claims(session: Session, claim_ids: Collection[int]) -> set[str]:
    """Return all that `claim show` tells of claims: occurrences, links, relations, answers.

    What was linked to them once and is no more counts too: that it left is news.
    """
    roots = set(claims.wholes(session, claim_ids).values())
    ids = roots.union(*claims.members(session, roots).values())
    once = (
        select(OccurrenceRow.claim_id)
        .join(LinkRow, col(LinkRow.occurrence_id) == col(OccurrenceRow.id))
        .where(col(LinkRow.claim_id).in_(ids))
    )
    ids |= set(session.exec(once))
    query = select(ClaimRow.uid, OccurrenceRow.id, OccurrenceRow.uid).join(
        OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id)
    )
    rows = session.exec(query.where(col(ClaimRow.id).in_(ids))).all()
    judged = [
        *map(Subject, links.links_of(session, [occurrence for _, occurrence, _ in rows])),
        *map(Subject, relations.of_claims(session, roots)),
    ]
    return (
        {claim for claim, _, _ in rows}
        | {occurrence for _, _, occurrence in rows}
        | {subject.row.uid for subject in judged}
        | judgement_uids(session, judged)
    )


def of_subject(session: Session, subject: Subject) -> set[str]:
    """Return what an answer is given on: the link or relation, both sides' words, answers."""
    row = subject.row
    own = {row.uid} | judgement_uids(session, [subject])
    if isinstance(row, OccurrenceRow):
        return own
    if isinstance(row, LinkRow):
        sides = {links.claim_of(session, row), row.claim_id}
    else:
        assert isinstance(row, RelationRow), "only these are judged"
        sides = {row.from_claim_id, row.to_claim_id}
    query = select(OccurrenceRow.uid).where(col(OccurrenceRow.claim_id).in_(sides))
    return own | set(session.exec(query))


def of_agents(session: Session, agent_ids: Collection[int]) -> set[str]:
    """Return agents, and what people said of which other agents they are."""
    said = select(IdentityRow.uid).where(
        or_(col(IdentityRow.agent_id).in_(agent_ids), col(IdentityRow.other_id).in_(agent_ids))
    )
    return {*agent_uids(session, agent_ids), *session.exec(said)}


def agent_uids(session: Session, agent_ids: Collection[int]) -> list[str]:
    """Return the uids of these agents."""
    query = select(AgentRow.uid).where(col(AgentRow.id).in_(agent_ids))
    return list(session.exec(query))


def of_article(session: Session, article_id: int) -> set[str]:
    """Return an article, its versions with their occurrences, and what people said of it."""
    article = select(ArticleRow.uid).where(ArticleRow.id == article_id)
    versions = select(VersionRow.uid).where(VersionRow.article_id == article_id)
    said = select(WithdrawalRow.uid).where(WithdrawalRow.article_id == article_id)
    printed = (
        select(OccurrenceRow.uid)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(VersionRow.article_id == article_id)
    )
    return {uid for query in (article, versions, said, printed) for uid in session.exec(query)}
