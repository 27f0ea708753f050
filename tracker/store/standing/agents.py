"""Agents, their names and positions, and what people said of two, as they stand."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session, col, select

from tracker.store import identities
from tracker.store.agents import agent_record
from tracker.store.identities import identity_record
from tracker.store.naming import blotted_names
from tracker.store.records import Record
from tracker.store.standing.base import BATCH, Standing, batches, folded, uids_of, unless
from tracker.store.tables import AgentNameRow, AgentRow, IdentityRow, OccupancyRow, VersionRow


def walk_agents(session: Session) -> Iterator[list[Standing]]:
    """Yield every agent."""
    roots = identities.every_root(session)
    for rows in batches(session, AgentRow):
        yield [
            Standing(
                f"agent {row.id}",
                row.uid,
                dict(agent_record(row)),
                folded(row.name, row.key)
                + unless(
                    row.same_as_id == roots.get(row.id), "it is not one with whom people say it is"
                ),
            )
            for row in rows
        ]


def walk_agent_names(session: Session) -> Iterator[list[Standing]]:
    """Yield every name of every agent."""
    for rows in _of_agents(session, AgentNameRow):
        agents = uids_of(session, AgentRow, [row.agent_id for row in rows])
        yield [
            Standing(
                f"name {row.name!r} of agent {row.agent_id}",
                agents[row.agent_id] or "",
                {"name": row.name},
                folded(row.name, row.key),
            )
            for row in rows
        ]


def redacted_names(count: int) -> list[Record]:
    """Return what is left of so many names of an agent after a redaction."""
    return [{"name": name} for name in blotted_names(count)]


def walk_occupancies(session: Session) -> Iterator[list[Standing]]:
    """Yield every position that a version says an agent holds."""
    for rows in _of_agents(session, OccupancyRow):
        agents = uids_of(session, AgentRow, [row.agent_id for row in rows])
        versions = uids_of(session, VersionRow, [row.version_id for row in rows])
        yield [
            Standing(
                f"position {row.title!r} of agent {row.agent_id}",
                agents[row.agent_id] or "",
                {"title": row.title, "of": row.of, "version": versions[row.version_id]},
            )
            for row in rows
        ]


def _of_agents(session: Session, table: Any) -> Iterator[list[Any]]:
    """Yield the rows of a table agent by agent: all of one agent are in one list."""
    last = None
    while True:
        query = select(table.agent_id).distinct().order_by(col(table.agent_id)).limit(BATCH)
        ids = list(session.exec(query if last is None else query.where(col(table.agent_id) > last)))
        if not ids:
            return
        yield list(session.exec(select(table).where(col(table.agent_id).in_(ids))))
        last = ids[-1]


def walk_identities(session: Session) -> Iterator[list[Standing]]:
    """Yield what people said of two agents, in the order in which it counts."""
    for rows in batches(session, IdentityRow):
        agents = uids_of(
            session, AgentRow, [agent for row in rows for agent in (row.agent_id, row.other_id)]
        )
        withdrawn = uids_of(session, IdentityRow, [row.withdraws_id for row in rows])
        yield [
            Standing(
                f"word on agents {row.agent_id} and {row.other_id}",
                row.uid,
                identity_record(
                    row,
                    agents[row.agent_id] or "",
                    agents[row.other_id] or "",
                    withdrawn[row.withdraws_id],
                ),
            )
            for row in rows
        ]
