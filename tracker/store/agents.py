"""Agents: one row for each full name, one an article for each bare or unnamed source."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from tracker.errors import NotFound
from tracker.model import Agent, AgentKind, Occupancy
from tracker.store.articles import Added
from tracker.store.naming import name_key, uid
from tracker.store.session import Transaction
from tracker.store.tables import AgentNameRow, AgentRow, OccupancyRow, VersionRow

_MOST_TELLING = [
    AgentKind.ORGANIZATION,
    AgentKind.GROUP,
    AgentKind.PERSON,
    AgentKind.UNNAMED,
]
"""Kinds from the one that a text must say to the one that is taken where it says nothing."""


def settle_agents(tx: Transaction, added: Added, agents: Iterable[Agent]) -> dict[str, AgentRow]:
    """Return the row of every agent by its name, adding what is new.

    A person known in the article by one word alone, and every unnamed source, is
    an agent of that article: nothing says that the next article's "Kim" or
    "experts" are the same.
    """
    settled: dict[str, AgentRow] = {}
    for agent in agents:
        row = _settle(tx, added, agent)
        for name in (agent.name, *agent.aliases):
            _settle_name(tx, row, name)
        for occupancy in agent.occupancies:
            _settle_occupancy(tx, row, occupancy, added)
        settled[agent.name] = row
    return settled


def _scope(agent: Agent, article_uid: str) -> str:
    bare = agent.kind is AgentKind.PERSON and len(name_key(agent.name).split()) == 1
    return article_uid if bare or agent.kind is AgentKind.UNNAMED else ""


def _settle(tx: Transaction, added: Added, agent: Agent) -> AgentRow:
    key, scope = name_key(agent.name), _scope(agent, added.article.uid)
    identity = uid("agt", key, scope)
    row = tx.session.exec(select(AgentRow).where(AgentRow.uid == identity)).first()
    if row is None:
        row = AgentRow(uid=identity, kind=agent.kind, name=agent.name, key=key, scope=scope)
        tx.session.add(row)
        tx.session.flush()
        tx.ledger.append("agent.added", "agent", row.uid, agent_record(row))
    else:
        _reconcile(tx, row, agent)
    return row


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
    """Return agents in order of name."""
    query = select(AgentRow).order_by(col(AgentRow.key), col(AgentRow.id))
    return list(session.exec(query.limit(limit).offset(offset)))


def names_of(session: Session, agent_id: int) -> list[str]:
    """Return every name of an agent, in order."""
    query = select(AgentNameRow.name).where(AgentNameRow.agent_id == agent_id)
    return sorted(session.exec(query))


def occupancies_of(session: Session, agent_id: int) -> list[tuple[str, str, int]]:
    """Return (title, of, article id) for every position an article states."""
    query = (
        select(OccupancyRow.title, OccupancyRow.of, VersionRow.article_id)
        .join(VersionRow, col(VersionRow.id) == col(OccupancyRow.version_id))
        .where(OccupancyRow.agent_id == agent_id)
        .distinct()
        .order_by(col(OccupancyRow.title), col(OccupancyRow.of), col(VersionRow.article_id))
    )
    return [(title, of, article) for title, of, article in session.exec(query)]
