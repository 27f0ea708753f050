"""Agents: one row for each full name, one an article for each bare or unnamed source."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from tracker.errors import NotFound
from tracker.model import Agent, AgentKind, Occupancy
from tracker.store.articles import Added
from tracker.store.naming import name_key, uid
from tracker.store.session import Transaction
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ArticleRow,
    OccupancyRow,
    VersionRow,
)

_MOST_TELLING = [
    AgentKind.ORGANIZATION,
    AgentKind.GROUP,
    AgentKind.PERSON,
    AgentKind.UNNAMED,
]
"""Kinds from the one that a text must say to the one that is taken where it says nothing."""


def settle_agents(
    tx: Transaction,
    added: Added,
    agents: Iterable[Agent],
    known: dict[Agent, AgentRow] | None = None,
) -> dict[str, AgentRow]:
    """Return the row of every agent by its name, adding what is new.

    A person known in the article by one word alone, and every unnamed source, is
    an agent of that article: nothing says that the next article's "Kim" or
    "experts" are the same. So is a person with a position under the name of an
    organization, and the other way round.

    `known` keeps the agents that need not be settled again for another article of
    this transaction.
    """
    known = {} if known is None else known
    settled: dict[str, AgentRow] = {}
    for agent in agents:
        if agent in known:
            settled[agent.name] = known[agent]
            continue
        row = _settle(tx, added, agent)
        for name in (agent.name, *agent.aliases) if row.key else ():  # none: it is redacted
            _settle_name(tx, row, name)
        for occupancy in agent.occupancies:
            _settle_occupancy(tx, row, occupancy, added)
        if not row.scope and not agent.occupancies:
            known[agent] = row
        settled[agent.name] = row
    return settled


def _scope(agent: Agent, article_uid: str) -> str:
    bare = agent.kind is AgentKind.PERSON and len(name_key(agent.name).split()) == 1
    return article_uid if bare or agent.kind is AgentKind.UNNAMED else ""


def _settle(tx: Transaction, added: Added, agent: Agent) -> AgentRow:
    key, scope = name_key(agent.name), _scope(agent, added.article.uid)
    identity = uid("agt", key, scope)
    row = tx.session.exec(select(AgentRow).where(AgentRow.uid == identity)).first()
    if row is not None and _conflicts(tx.session, row, agent):
        scope = added.article.uid
        identity = uid("agt", key, scope)
        row = tx.session.exec(select(AgentRow).where(AgentRow.uid == identity)).first()
    if row is None:
        row = AgentRow(uid=identity, kind=agent.kind, name=agent.name, key=key, scope=scope)
        tx.session.add(row)
        tx.session.flush()
        tx.ledger.append("agent.added", "agent", row.uid, agent_record(row))
    elif row.key:
        _reconcile(tx, row, agent)
    return row


def _conflicts(session: Session, row: AgentRow, agent: Agent) -> bool:
    """Say whether one of the two is surely a person and the other an organization.

    "Person" is what is taken where a text says nothing; only a position makes it sure.
    """
    if {row.kind, agent.kind} != {AgentKind.PERSON, AgentKind.ORGANIZATION}:
        return False
    if agent.kind is AgentKind.PERSON:
        return bool(agent.occupancies)
    held = select(OccupancyRow.id).where(OccupancyRow.agent_id == row.id)
    return session.exec(held).first() is not None


def _reconcile(tx: Transaction, row: AgentRow, agent: Agent) -> None:
    """Settle what two articles say differently, whichever came first.

    A body that one article names as such is one, though another gives only the
    name; of two spellings the first in the alphabet is shown.
    """
    kind = min(AgentKind(row.kind), agent.kind, key=_MOST_TELLING.index)
    name = min(row.name, agent.name)
    if (kind, name) != (row.kind, row.name):
        row.kind, row.name = kind, name
        tx.session.add(row)
        tx.session.flush()
        tx.ledger.append("agent.changed", "agent", row.uid, agent_record(row))


def agent_record(row: AgentRow) -> dict[str, str]:
    """Return an agent as the ledger and exports hold it."""
    return {"kind": row.kind, "name": row.name, "scope": row.scope}


def _settle_name(tx: Transaction, row: AgentRow, name: str) -> None:
    held = select(AgentNameRow).where(AgentNameRow.agent_id == row.id, AgentNameRow.name == name)
    if tx.session.exec(held).first() is None:
        tx.session.add(AgentNameRow(agent_id=row.id, name=name, key=name_key(name)))
        tx.session.flush()
        tx.ledger.append("agent.named", "agent_name", row.uid, {"name": name})


def _settle_occupancy(tx: Transaction, row: AgentRow, occupancy: Occupancy, added: Added) -> None:
    of = occupancy.of or ""
    held = select(OccupancyRow).where(
        OccupancyRow.agent_id == row.id,
        OccupancyRow.title == occupancy.title,
        OccupancyRow.of == of,
        OccupancyRow.version_id == added.version.id,
    )
    if tx.session.exec(held).first() is None:
        tx.session.add(
            OccupancyRow(agent_id=row.id, title=occupancy.title, of=of, version_id=added.version.id)
        )
        tx.session.flush()
        value = {"title": occupancy.title, "of": of, "version": added.version.uid}
        tx.ledger.append("occupancy.added", "occupancy", row.uid, value)


def get_agent(session: Session, agent_id: int) -> AgentRow:
    """Return an agent by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(AgentRow, agent_id)
    if row is None:
        raise NotFound(f"no agent {agent_id}: see `tracker agent list`")
    return row


def list_agents(session: Session, limit: int, offset: int = 0) -> list[AgentRow]:
    """Return the agents that stand by themselves, in order of name."""
    query = select(AgentRow).where(col(AgentRow.same_as_id).is_(None))
    query = query.order_by(col(AgentRow.key), col(AgentRow.id))
    return list(session.exec(query.limit(limit).offset(offset)))


def count_agents(session: Session) -> int:
    """Return how many agents stand by themselves."""
    query = select(func.count()).select_from(AgentRow).where(col(AgentRow.same_as_id).is_(None))
    return session.exec(query).one()


def names_of(session: Session, *agent_ids: int) -> list[str]:
    """Return every name of these agents, in order."""
    query = select(AgentNameRow.name).where(col(AgentNameRow.agent_id).in_(agent_ids))
    return sorted(session.exec(query.distinct()))


def occupancies_of(session: Session, *agent_ids: int) -> list[tuple[str, str, int]]:
    """Return (title, of, article id) for every position an article states of these agents."""
    query = (
        select(OccupancyRow.title, OccupancyRow.of, VersionRow.article_id)
        .join(VersionRow, col(VersionRow.id) == col(OccupancyRow.version_id))
        .where(col(OccupancyRow.agent_id).in_(agent_ids))
        .distinct()
        .order_by(col(OccupancyRow.title), col(OccupancyRow.of), col(VersionRow.article_id))
    )
    return [(title, of, article) for title, of, article in session.exec(query)]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What tells whether an agent may be another one.

    `article_id` is the article that it is known in alone; None for one over all
    articles. `positions` are folded.
    """

    id: int
    name: str
    key: str
    kind: AgentKind
    article_id: int | None
    positions: frozenset[str]


def newest_candidates(session: Session, limit: int) -> list[Candidate]:
    """Return the newest named agents that stand by themselves, newest first."""
    query = (
        select(AgentRow, ArticleRow.id)
        .outerjoin(ArticleRow, col(ArticleRow.uid) == col(AgentRow.scope))
        .where(
            col(AgentRow.same_as_id).is_(None),
            AgentRow.kind != AgentKind.UNNAMED,
            AgentRow.key != "",  # redacted: alike as blocks are
        )
        .order_by(col(AgentRow.id).desc())
        .limit(limit)
    )
    rows = session.exec(query).all()
    positions: dict[int, set[str]] = defaultdict(set)
    if rows:
        held = select(OccupancyRow.agent_id, OccupancyRow.title, OccupancyRow.of).distinct()
        for agent_id, title, of in session.exec(
            held.where(col(OccupancyRow.agent_id) >= rows[-1][0].id)
        ):
            positions[agent_id].add(name_key(f"{title} of {of}" if of else title))
    return [
        Candidate(
            id=row.id,
            name=row.name,
            key=row.key,
            kind=AgentKind(row.kind),
            article_id=article_id,
            positions=frozenset(positions[row.id]),
        )
        for row, article_id in rows
    ]
