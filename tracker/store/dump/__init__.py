"""Every row as a record in uids, for exports that any database can read back.

Rows are yielded in order of uid, which follows from content, so two databases that
hold the same records give the same bytes.
"""

from tracker.store import anchorings, notices, redactions, retries, withdrawals
from tracker.store.dump.agents import agent_records, events, participations, places
from tracker.store.dump.articles import article_records, outlets, versions
from tracker.store.dump.base import Dump, Uids
from tracker.store.dump.claims import attributions, claims, facts, links, occurrences, relations
from tracker.store.dump.desk import corrections, judgements, ledger_entries, ledger_heads
from tracker.store.past import redacted

KINDS: dict[str, Dump] = {
    "outlets": outlets,
    "articles": article_records,
    "versions": versions,
    "agents": agent_records,
    "places": places,
    "events": events,
    "participations": participations,
    "claims": claims,
    "occurrences": occurrences,
    "attributions": attributions,
    "facts": facts,
    "links": links,
    "relations": relations,
    "judgements": judgements,
    "corrections": corrections,
    "anchorings": lambda session, uids: anchorings.records(session, uids.of),
    "notices": lambda session, uids: notices.records(session, uids.of),
    "requests": lambda session, _: retries.records(session),
    "withdrawals": lambda session, _: withdrawals.records(session),
    "ledger": ledger_entries,
    "ledger_head": ledger_heads,
    "later_redactions": lambda session, _: redacted.proofs(session),
    "redactions": lambda session, _: redactions.records(session),
}
"""One function a kind of record, in the order in which they are read back."""

LATER = frozenset(
    {
        *("anchorings", "notices", "requests", "withdrawals"),
        *("ledger_head", "later_redactions", "redactions"),
    }
)
"""Kinds that exports of earlier releases lack."""

LOG = ("ledger", "ledger_head", "later_redactions")
"""Kinds that tell of what was written when, and of no record."""

__all__ = ["KINDS", "LATER", "LOG", "Dump", "Uids"]
