"""Agents: their names, positions, and what they said."""

from collections import Counter
from collections.abc import Sequence

from sqlmodel import Session

from tracker.store import agents, occurrences, search
from tracker.store.tables import AgentRow
from tracker.views.claim import claim_rows
from tracker.views.shapes import Shape


def agent_rows(session: Session, limit: int, offset: int = 0) -> list[Shape]:
    """Return one line's worth for each agent, in order of name."""
    return [_row(row) for row in agents.list_agents(session, limit, offset)]


def _row(row: AgentRow) -> Shape:
    return {"agent_id": row.id, "uid": row.uid, "name": row.name, "kind": row.kind}


def agent_shape(session: Session, agent_id: int, limit: int = 50) -> Shape:
    """Return an agent with its names, the positions articles state, and its claims.

    Raises:
        NotFound: there is no such agent.
    """
    row = agents.get_agent(session, agent_id)
    claim_ids = search.claims_of_speaker(session, agent_id, limit)
    return {
        **_row(row),
        "names": agents.names_of(session, agent_id),
        "occupancies": [
            {"title": title, "of": of or None, "articles": articles}
            for (title, of), articles in _occupancies(session, agent_id).items()
        ],
        "hops": _hops(session, agent_id),
        "claims": claim_rows(session, claim_ids),
    }


def _occupancies(session: Session, agent_id: int) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for title, of, article_id in agents.occupancies_of(session, agent_id):
        found.setdefault((title, of), []).append(article_id)
    return found


def _hops(session: Session, agent_id: int) -> dict[str, int]:
    """Return how often the agent stands in a chain, by role."""
    roles: Sequence[str] = occurrences.roles_of_agent(session, agent_id)
    return dict(sorted(Counter(roles).items()))
