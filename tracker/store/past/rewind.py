"""Taking a connection back to an entry of the ledger.

A record whose last entry is not later is read from its table: it is as it was. One
whose first entry is later was not there. Any other is written anew from the last value
that the ledger holds of it up to then.
"""

from collections.abc import Callable, Set
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from tracker.model import is_blotted
from tracker.store import identities
from tracker.store.past import rows
from tracker.store.past.later import Later
from tracker.store.past.moment import End
from tracker.store.past.redacted import rewind_redactions
from tracker.store.past.shadow import Shadow
from tracker.store.past.statements import Keys, rewind_statements
from tracker.store.session import portions
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    IdentityRow,
    LinkRow,
    OccupancyRow,
    OutletRow,
    PlaceRow,
    RelationRow,
    VersionRow,
)

_CHANGING = {
    "outlet": "outlet",
    "agent": "agent",
    "place": "place",
    "occurrence": "occurrence",
    "link": "link",
    "relation": "claim_relation",
}
"""Kinds of record that are changed in place, and their tables."""

_LASTING = {
    "article": "article",
    "version": "article_version",
    "event": "event",
    "judgement": "judgement",
    "correction": "correction",
    "agent_identity": "agent_identity",
    "anchoring": "anchoring",
    "notice": "article_notice",
    "article_withdrawal": "article_withdrawal",
    "request": "idempotency_key",
}
"""Kinds of record that are only ever added: later entries on one change no row."""

KINDS = {
    *_CHANGING,
    *_LASTING,
    "agent_name",
    "occupancy",
    "placement",
    "keys",
    "sighting",
    "stamp",
    "redaction",
}
"""Every kind of entry there is.

Those on "keys" say how words are looked up, those on "sighting" that a page was seen again,
those on "stamp" that an authority stamped a checkpoint: none is a record.
A redaction of what was there holds in every past.
"""


def rewind(session: Session, shadow: Shadow, end: End, keys: Keys) -> None:
    """Show every table as it was after the entry `end`; `keys` gives a claim's words for search."""
    later = Later(session, end.seq)
    later.find()
    for kind, table in (_CHANGING | _LASTING).items():
        new = "AND l.was IS NULL" if kind in _LASTING else ""
        shadow.hide_where(
            table,
            f"SELECT t.id FROM past_later AS l JOIN {shadow.real(table)} AS t "
            f"ON t.uid = l.uid WHERE l.kind = '{kind}' {new}",
        )
    _rewind_simple(later, shadow, "outlet", OutletRow, rows.outlet)
    _rewind_simple(later, shadow, "link", LinkRow, rows.link)
    _rewind_simple(later, shadow, "relation", RelationRow, rows.relation)
    _rewind_places(later, shadow)
    _rewind_names(later, shadow)
    _rewind_positions(later, shadow)
    _rewind_agents(later, shadow)
    rewind_statements(later, shadow, keys)
    rewind_redactions(later, shadow)
    shadow.show()
    shadow.show_log(end.seq, end.hash)


def _rewind_simple(
    later: Later,
    shadow: Shadow,
    kind: str,
    table: type[SQLModel],
    as_it_was: Callable[[Any, Any], Any],
) -> None:
    values = later.changed(kind)
    was = [as_it_was(row, values[row.uid]) for row in later.present(table, values)]
    shadow.put(_CHANGING[kind], was)


def _rewind_places(later: Later, shadow: Shadow) -> None:
    values = later.changed("place")
    present = list(later.present(PlaceRow, values))
    shadow.put("place", [rows.place(row, values[row.uid]) for row in present])
    names = [name for row in present for name in rows.place_names(row, values[row.uid])]
    # Nothing names these by number, and the numbers of the present are taken.
    shadow.put("place_name", [{"id": -n, **name} for n, name in enumerate(names, 1)])


def _rewind_names(later: Later, shadow: Shadow) -> None:
    """Hide the names of agents that were first read later."""
    told = later.told("agent_name")
    agents = later.ids(AgentRow, told)
    names = {agents[uid]: {value["name"] for value in values} for uid, values in told.items()}
    for some in portions(names):
        query = select(AgentNameRow.id, AgentNameRow.agent_id, AgentNameRow.name)
        found = later.session.exec(query.where(col(AgentNameRow.agent_id).in_(some)))
        shadow.hide("agent_name", [n for n, agent, name in found if name in names[agent]])
    _rewind_redacted_names(later, shadow)


def _rewind_redacted_names(later: Later, shadow: Shadow) -> None:
    """Hide as many blotted names of an agent as were first read later.

    Which of them stood for which name nothing tells; those left are as many as there were.
    """
    struck = later.struck("agent_name")
    counts = {row_id: struck[uid] for uid, row_id in later.ids(AgentRow, struck).items()}
    for agent_id, count in counts.items():
        query = select(AgentNameRow.id, AgentNameRow.name)
        found = later.session.exec(query.where(AgentNameRow.agent_id == agent_id))
        blotted = sorted((len(name), n) for n, name in found if is_blotted(name))
        shadow.hide("agent_name", [n for _, n in blotted[-count:]])


def _rewind_positions(later: Later, shadow: Shadow) -> None:
    """Hide the positions of agents that were first read later."""
    shadow.hide_where(
        "occupancy",
        f"SELECT t.id FROM {shadow.real('occupancy')} AS t "
        "JOIN gone_article_version AS g ON g.id = t.version_id",
    )
    told = later.told("occupancy")
    agents = later.ids(AgentRow, told)
    versions = later.ids(VersionRow, {v["version"] for values in told.values() for v in values})
    held = {
        agents[uid]: {(v["title"], v["of"], versions[v["version"]]) for v in values}
        for uid, values in told.items()
    }
    hidden = select(shadow.gone("occupancy").c.id)
    for some in portions(held):
        query = select(OccupancyRow).where(col(OccupancyRow.agent_id).in_(some))
        found = later.session.exec(query.where(col(OccupancyRow.id).not_in(hidden))).all()
        shadow.hide(
            "occupancy",
            [o.id for o in found if (o.title, o.of, o.version_id) in held[o.agent_id]],
        )


def _rewind_agents(later: Later, shadow: Shadow) -> None:
    """Write agents as they were named, and as people had said by then which are one."""
    values = later.changed("agent")
    was = {row.id: rows.agent(row, values[row.uid]) for row in later.present(AgentRow, values)}
    if later.any_of("agent_identity"):
        for row_id, root in _roots(later, shadow, was.keys()).items():
            if row_id not in was:
                row = later.session.get_one(AgentRow, row_id)
                if row.same_as_id == root:
                    continue
                shadow.hide("agent", [row_id])
                was[row_id] = row.model_dump()
            was[row_id]["same_as_id"] = root
    shadow.put("agent", list(was.values()))


def _roots(later: Later, shadow: Shadow, changed: Set[int]) -> dict[int, int | None]:
    """Return the agent that stood for each one that was there and people ever spoke of."""
    pairs = later.session.exec(select(IdentityRow.agent_id, IdentityRow.other_id)).all()
    spoken_of = {agent_id for pair in pairs for agent_id in pair}
    hidden = set(later.session.exec(select(shadow.gone("agent").c.id)))
    shadow.show("agent_identity")
    later.session.expunge_all()
    return identities.roots(later.session, spoken_of - (hidden - changed))
