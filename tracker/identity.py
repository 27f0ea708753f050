"""People say which agents are one: nothing joins two agents of different names by itself."""

from tracker import linking
from tracker.errors import BadInput, Conflict, NotFound
from tracker.model import AgentKind
from tracker.store import agents, identities, links, seen
from tracker.store.engine import Engine
from tracker.store.ledger import require_unchanged
from tracker.store.session import Transaction, writing
from tracker.store.tables import AgentRow


def merge(
    engine: Engine,
    agent_id: int,
    into_id: int,
    reason: str,
    user: str,
    expected: int | None = None,
    force: bool = False,
) -> None:
    """Say that an agent is another one, under whose name it is shown from now on.

    What either said is linked anew. Nothing is overwritten: `split` takes it back.

    Raises:
        NotFound: there is no such agent.
        BadInput: the two are one number, or one is a source that nobody named, or, without
            `force`, they are of different kinds.
        Conflict: the agent is merged already, the other one is part of it, or either was
            changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        _require_unchanged(tx, (agent_id, into_id), expected)
        agent, into = _pair(tx, agent_id, into_id)
        if agent.same_as_id is not None:
            raise Conflict(
                f"agent {agent_id} is part of agent {agent.same_as_id} already: "
                f"`tracker agent split {agent_id}` parts them"
            )
        if agent.kind != into.kind and not force:
            raise BadInput(
                f"agent {agent_id} ({agent.name}) is of the kind {agent.kind}, agent {into_id} "
                f"({into.name}) of the kind {into.kind}: give --force if they are one all the same"
            )
        if into.same_as_id == agent_id:
            raise Conflict(f"agent {into_id} is part of agent {agent_id} already")
        identities.decide(tx, agent, into, True, reason)
        linking.link_claims(tx, _claims(tx, agent_id))


def split(
    engine: Engine, agent_id: int, reason: str, user: str, expected: int | None = None
) -> int:
    """Take back that an agent is another one; return the number of that one.

    Raises:
        NotFound: there is no such agent, or it was not merged into another.
        Conflict: it was changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        _require_unchanged(tx, (agent_id,), expected)
        agents.get_agent(tx.session, agent_id)
        held = [
            row
            for row in identities.standing(tx.session, [agent_id])
            if row.same and row.agent_id == agent_id
        ]
        if not held:
            raise NotFound(f"agent {agent_id} was merged into no other: see `tracker agent show`")
        touched = _claims(tx, agent_id)
        identities.withdraw(tx, held[-1], reason)
        linking.link_claims(tx, touched)
        return held[-1].other_id


def tell_apart(
    engine: Engine,
    agent_id: int,
    other_id: int,
    reason: str,
    user: str,
    expected: int | None = None,
) -> None:
    """Say that two agents are not one, so that they are no longer proposed.

    Raises:
        NotFound: there is no such agent.
        BadInput: the two are one number, or one is a source that nobody named.
        Conflict: they are merged, or were changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        _require_unchanged(tx, (agent_id, other_id), expected)
        agent, other = _pair(tx, agent_id, other_id)
        if identities.root_of(agent) == identities.root_of(other):
            raise Conflict(f"agents {agent_id} and {other_id} are merged: `tracker agent split`")
        identities.decide(tx, agent, other, False, reason)


def take_back(
    engine: Engine,
    agent_id: int,
    other_id: int,
    reason: str,
    user: str,
    expected: int | None = None,
) -> None:
    """Take back the user's last word on two agents, whether it was that they are one or two.

    Raises:
        NotFound: there is no such agent, or no standing word of this user on the two.
        Conflict: they were changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        _require_unchanged(tx, (agent_id, other_id), expected)
        agents.get_agent(tx.session, agent_id)
        held = [
            row
            for row in identities.standing(tx.session, [agent_id])
            if {row.agent_id, row.other_id} == {agent_id, other_id} and row.user == user
        ]
        if not held:
            raise NotFound(f"{user} said nothing that stands of agents {agent_id} and {other_id}")
        touched = _claims(tx, agent_id)
        identities.withdraw(tx, held[-1], reason)
        linking.link_claims(tx, touched)


def _require_unchanged(tx: Transaction, agent_ids: tuple[int, ...], expected: int | None) -> None:
    named = " or ".join(str(agent_id) for agent_id in agent_ids)
    require_unchanged(tx.session, seen.of_agents(tx.session, agent_ids), expected, f"agent {named}")


def _pair(tx: Transaction, agent_id: int, other_id: int) -> tuple[AgentRow, AgentRow]:
    if agent_id == other_id:
        raise BadInput(f"agent {agent_id} is itself: give two agents")
    pair = agents.get_agent(tx.session, agent_id), agents.get_agent(tx.session, other_id)
    for agent in pair:
        if agent.kind == AgentKind.UNNAMED:
            raise BadInput(
                f"agent {agent.id} ({agent.name}) is a source that nobody named: "
                "mend the statement with `tracker claim correct`"
            )
    return pair


def _claims(tx: Transaction, agent_id: int) -> set[int]:
    """Return the claims to link anew: those of all that are one, and what is linked to them."""
    session = tx.session
    found = identities.claims_of(session, identities.group(session, agent_id))
    return found | {other for claim_id in found for other in links.linked_to(session, claim_id)}
