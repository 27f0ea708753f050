"""Agents that people say are one, and reading through that.

No row of an agent is changed or moved: `same_as_id` follows from what people said, and
whoever reads a name takes it from the agent that it points to.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ClaimRow,
    IdentityRow,
    ParticipationRow,
)


@dataclass(frozen=True, slots=True)
class Known:
    """The agent that stands for another, and every name of all that are one with it.

    `names` is empty for an agent that nobody merged: its claims have their own.
    """

    name: str
    names: tuple[str, ...] = ()


def decide(
    tx: Transaction, agent: AgentRow, other: AgentRow, same: bool, reason: str
) -> IdentityRow:
    """Store a person's word on two agents, and let reading follow it."""
    return _append(tx, agent, other, same, reason, None)


def withdraw(tx: Transaction, row: IdentityRow, reason: str) -> IdentityRow:
    """Take back a person's word, and let reading follow."""
    agent = tx.session.get_one(AgentRow, row.agent_id)
    other = tx.session.get_one(AgentRow, row.other_id)
    return _append(tx, agent, other, None, reason, row)


def _append(
    tx: Transaction,
    agent: AgentRow,
    other: AgentRow,
    same: bool | None,
    reason: str,
    withdraws: IdentityRow | None,
) -> IdentityRow:
    touched = {*group(tx.session, agent.id), *group(tx.session, other.id)}
    at = tx.ledger.clock()
    earlier = len(_rows(tx.session, [agent.id]))
    row = IdentityRow(
        uid=uid("idn", agent.uid, other.uid, tx.ledger.user, at.isoformat(), earlier),
        agent_id=agent.id,
        other_id=other.id,
        same=same,
        reason=reason,
        user=tx.ledger.user,
        at=at,
        withdraws_id=withdraws.id if withdraws else None,
    )
    tx.session.add(row)
    tx.session.flush()
    record = identity_record(row, agent.uid, other.uid, withdraws.uid if withdraws else None)
    action = "agents.parted" if withdraws else "agents.merged" if same else "agents.told_apart"
    tx.ledger.append(action, "agent_identity", row.uid, record, reason)
    settle(tx.session, touched)
    return row


def identity_record(row: IdentityRow, agent: str, other: str, withdraws: str | None) -> Record:
    """Return a person's word on two agents as the ledger and exports hold it."""
    return {
        "agent": agent,
        "other": other,
        "same": row.same,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
        "withdraws": withdraws,
    }


def settle(session: Session, agent_ids: Collection[int]) -> None:
    """Point each of these agents at the one that stands for it, as people say."""
    found = roots(session, agent_ids)
    for row in session.exec(select(AgentRow).where(col(AgentRow.id).in_(agent_ids))):
        row.same_as_id = found[row.id]
        session.add(row)
    session.flush()
    session.info.pop(_MERGED, None)


def roots(session: Session, agent_ids: Collection[int]) -> dict[int, int | None]:
    """Return the agent that stands for each of these, as people say; None where itself does."""
    towards = {row.agent_id: row.other_id for row in standing(session, agent_ids) if row.same}
    followed = {agent_id: _follow(agent_id, towards) for agent_id in agent_ids}
    return {one: root if root != one else None for one, root in followed.items()}


def every_root(session: Session) -> dict[int, int]:
    """Return, for every agent that people say is another, the agent that stands for it."""
    pairs = session.exec(select(IdentityRow.agent_id, IdentityRow.other_id))
    found = roots(session, {agent_id for pair in pairs for agent_id in pair})
    return {agent_id: root for agent_id, root in found.items() if root is not None}


def _follow(agent_id: int, towards: Mapping[int, int]) -> int:
    passed = {agent_id}
    while (following := towards.get(agent_id)) and following not in passed:
        passed.add(following)
        agent_id = following
    return agent_id


def standing(session: Session, agent_ids: Collection[int]) -> list[IdentityRow]:
    """Return what holds of these agents and any other, oldest first: the last word on a pair."""
    rows = _rows(session, agent_ids)
    withdrawn = {row.withdraws_id for row in rows}
    last = {frozenset((row.agent_id, row.other_id)): row for row in rows if row.same is not None}
    return sorted((row for row in last.values() if row.id not in withdrawn), key=lambda row: row.id)


def _rows(session: Session, agent_ids: Collection[int]) -> list[IdentityRow]:
    query = select(IdentityRow).where(
        or_(col(IdentityRow.agent_id).in_(agent_ids), col(IdentityRow.other_id).in_(agent_ids))
    )
    return list(session.exec(query.order_by(col(IdentityRow.id))))


def identity_by_uid(session: Session, uid: str) -> IdentityRow:
    """Return the word of this uid, which must be there."""
    return session.exec(select(IdentityRow).where(IdentityRow.uid == uid)).one()


def withdrawn_by(session: Session, row: IdentityRow) -> IdentityRow | None:
    """Return the word that a row takes back; None for a word of its own."""
    return session.get_one(IdentityRow, row.withdraws_id) if row.withdraws_id else None


def is_told(session: Session, agent_id: int, other_id: int) -> bool:
    """Say whether a word on these two agents stands."""
    pair = {agent_id, other_id}
    return any({r.agent_id, r.other_id} == pair for r in standing(session, [agent_id]))


def told_apart(session: Session) -> set[frozenset[int]]:
    """Return the pairs of agents that people said are two."""
    query = select(IdentityRow.agent_id, IdentityRow.other_id)
    query = query.where(col(IdentityRow.same).is_(False))
    ids = {agent_id for pair in session.exec(query) for agent_id in pair}
    return {
        frozenset((row.agent_id, row.other_id))
        for row in standing(session, ids)
        if row.same is False
    }


def root_of(row: AgentRow) -> int:
    """Return the number of the agent that stands for this one."""
    return row.same_as_id or row.id


def group(session: Session, agent_id: int) -> list[int]:
    """Return the numbers of all agents that are one with this one, itself included."""
    root = root_of(session.get_one(AgentRow, agent_id))
    query = select(AgentRow.id).where(AgentRow.same_as_id == root)
    return [root, *session.exec(query)]


def known(session: Session, agent_ids: Iterable[int | None]) -> dict[int, Known]:
    """Return who stands for each of these agents, with all names where some were merged."""
    wanted = {agent_id for agent_id in agent_ids if agent_id is not None}
    if not wanted:
        return {}
    if not any_merged(session):
        rows = session.exec(select(AgentRow.id, AgentRow.name).where(col(AgentRow.id).in_(wanted)))
        return {agent_id: Known(name) for agent_id, name in rows}
    root = aliased(AgentRow)
    root_id = func.coalesce(root.id, AgentRow.id)
    name = func.coalesce(root.name, AgentRow.name)
    query = (
        select(AgentRow.id, root_id, name)
        .outerjoin(root, col(root.id) == col(AgentRow.same_as_id))
        .where(col(AgentRow.id).in_(wanted))
    )
    found = session.exec(query).all()
    names = _names_of_merged(session, {whole for _, whole, _ in found})
    return {agent_id: Known(shown, names.get(whole, ())) for agent_id, whole, shown in found}


def _names_of_merged(session: Session, roots: Collection[int]) -> dict[int, tuple[str, ...]]:
    query = select(AgentRow.id, AgentRow.same_as_id).where(col(AgentRow.same_as_id).in_(roots))
    root_by_id = {agent_id: root for agent_id, root in session.exec(query) if root}
    if not root_by_id:
        return {}
    root_by_id |= {root: root for root in root_by_id.values()}
    named = select(AgentNameRow.agent_id, AgentNameRow.name).where(
        col(AgentNameRow.agent_id).in_(root_by_id)
    )
    found: dict[int, set[str]] = {}
    for agent_id, name in session.exec(named):
        found.setdefault(root_by_id[agent_id], set()).add(name)
    return {root: tuple(sorted(names)) for root, names in found.items()}


def any_merged(session: Session) -> bool:
    """Say whether any agent is merged, asked once a session: for every claim it would cost.

    A session sees one state of the database, which only `settle` changes.
    """
    if _MERGED not in session.info:
        query = select(AgentRow.id).where(col(AgentRow.same_as_id).is_not(None)).limit(1)
        session.info[_MERGED] = session.exec(query).first() is not None
    return bool(session.info[_MERGED])


_MERGED = "agents are merged"


def agents_named(session: Session, keys: Sequence[str]) -> Any:
    """Return a query for the agents with a name of these keys, and all that are one with one."""
    named = select(AgentNameRow.agent_id).where(col(AgentNameRow.key).in_(keys))
    if not any_merged(session):
        return named
    member = aliased(AgentRow)
    merged = (
        select(func.coalesce(AgentRow.same_as_id, AgentRow.id))
        .where(
            col(AgentRow.id).in_(named),
            or_(
                col(AgentRow.same_as_id).is_not(None),
                select(member.id).where(col(member.same_as_id) == col(AgentRow.id)).exists(),
            ),
        )
        .distinct()
    )
    roots = list(session.exec(merged))
    if not roots:
        return named
    others = select(AgentRow.id).where(
        or_(col(AgentRow.id).in_(roots), col(AgentRow.same_as_id).in_(roots))
    )
    return named.union(others)


def claims_of(session: Session, agent_ids: Collection[int]) -> set[int]:
    """Return the claims that one of these agents makes, or takes part in the event of."""
    said = select(ClaimRow.id).where(col(ClaimRow.speaker_id).in_(agent_ids))
    events = select(ParticipationRow.event_id).where(col(ParticipationRow.agent_id).in_(agent_ids))
    about = select(ClaimRow.id).where(col(ClaimRow.event_id).in_(events))
    return {*session.exec(said), *session.exec(about)}
