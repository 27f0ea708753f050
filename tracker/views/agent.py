"""Agents: their names, positions, what they said, and which people say are one."""

from collections import Counter
from collections.abc import Collection

from sqlmodel import Session

from tracker.store import agents, identities, ledger, occurrences, search, seen
from tracker.store.tables import AgentRow
from tracker.views.claim import claim_rows
from tracker.views.shapes import Shape
from tracker.views.withheld import redactions_of


def agent_rows(session: Session, limit: int, offset: int = 0) -> list[Shape]:
    """Return one line's worth for each agent that stands by itself, in order of name."""
    return [_row(row) for row in agents.list_agents(session, limit, offset)]


def _row(row: AgentRow) -> Shape:
    return {"agent_id": row.id, "uid": row.uid, "name": row.name, "kind": row.kind}


def agent_shape(session: Session, agent_id: int, limit: int) -> Shape:
    """Return an agent with its names, the positions articles state, and its claims.

    One that is part of another is shown as that other, with `asked_for`.

    Raises:
        NotFound: there is no such agent.
    """
    asked = agents.get_agent(session, agent_id)
    row = agents.get_agent(session, identities.root_of(asked))
    ids = identities.group(session, row.id)
    claim_ids = search.claims_of_speaker(session, row.id, limit)
    return {
        **_row(row),
        "asked_for": agent_id,
        "names": agents.names_of(session, *ids),
        "occupancies": [
            {"title": title, "of": of or None, "articles": articles}
            for (title, of), articles in _occupancies(session, ids).items()
        ],
        "hops": _hops(session, ids),
        **_said(session, ids),
        "redactions": redactions_of(session, *seen.agent_uids(session, ids)),
        "entry": ledger.last_entry(session, seen.of_agents(session, ids)),
        "claim_count": search.count_of_speaker(session, row.id),
        "claims": claim_rows(session, claim_ids),
    }


def _occupancies(session: Session, ids: Collection[int]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for title, of, article_id in agents.occupancies_of(session, *ids):
        found.setdefault((title, of), []).append(article_id)
    return found


def _hops(session: Session, ids: Collection[int]) -> dict[str, int]:
    """Return how often the agent stands in a chain, by role."""
    return dict(sorted(Counter(occurrences.roles_of_agent(session, *ids)).items()))


def _said(session: Session, ids: Collection[int]) -> Shape:
    """Return who was merged into what, and who was told apart, by whom and why."""
    merged: list[Shape] = []
    distinct: list[Shape] = []
    for word in identities.standing(session, ids):
        agent, other = (agents.get_agent(session, i) for i in (word.agent_id, word.other_id))
        (merged if word.same else distinct).append(
            {
                "agent_id": agent.id,
                "name": agent.name,
                "other_id": other.id,
                "other_name": other.name,
                "user": word.user,
                "at": word.at.isoformat(),
                "reason": word.reason,
            }
        )
    return {"merged": merged, "distinct": distinct}
