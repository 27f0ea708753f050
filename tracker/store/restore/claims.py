"""Claims, their occurrences and what links them, written as they were."""

from tracker.store import anchorings
from tracker.store.candidates import add_keys
from tracker.store.records import Record
from tracker.store.restore.base import Restored, check, day
from tracker.store.tables import (
    ClaimRow,
    HopRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
    ReportedFactRow,
    SelectorRow,
)

_OCCURRENCE = (
    "ordinal",
    "origin",
    "rule",
    "confidence",
    "speaker_reason",
    "extractor_version",
    "rejected",
)


def add_claim(to: Restored, r: Record) -> None:
    """Write a claim; what it is part of waits."""
    part_of = r.pop("part_of")
    row = ClaimRow(
        uid=r.pop("id"),
        speaker_id=to.id_of("agent", r.pop("speaker")),
        event_id=to.id_of("event", r.pop("event")),
        said_start=day(r.pop("said_start")),
        said_end=day(r.pop("said_end")),
        **r,
    )
    claim_id = to.keep(row)
    add_keys(to.tx.session, [(row.id, to.keys(row.text))])
    if part_of:
        to.part_of[claim_id] = part_of


def add_occurrence(to: Restored, r: Record) -> None:
    """Write an occurrence, whose words must stand where it says; its parent waits."""
    row = OccurrenceRow(
        uid=r["id"],
        claim_id=to.id_of("claim", r["own_claim_id"]),
        version_id=to.id_of("article_version", r["version"]),
        speaker_confidence=r.get("speaker_confidence"),
        proposed_id=to.id_of("agent", r.get("proposed_id")),
        **{name: r[name] for name in _OCCURRENCE},
    )
    occurrence_id = to.keep(row)
    text = to.texts[row.version_id]
    for s in r["selectors"]:
        check(text[s["start"] : s["end"]] == s["exact"], r["id"], s["part"])
        to.add(SelectorRow(occurrence_id=occurrence_id, **s))
    if r["parent"]:
        to.parents[occurrence_id] = r["parent"]


def add_attribution(to: Restored, r: Record) -> None:
    """Write a hop of a chain."""
    occurrence_id = to.id_of("occurrence", r.pop("occurrence"))
    agent_id = to.id_of("agent", r.pop("agent"))
    to.add(HopRow(occurrence_id=occurrence_id, agent_id=agent_id, **r))


def add_fact(to: Restored, r: Record) -> None:
    """Write a figure that an occurrence reports of an event."""
    occurrence_id = to.id_of("occurrence", r.pop("occurrence"))
    event_id = to.id_of("event", r.pop("event"))
    as_of = day(r.pop("as_of"))
    to.add(ReportedFactRow(occurrence_id=occurrence_id, event_id=event_id, as_of=as_of, **r))


def add_link(to: Restored, r: Record) -> None:
    """Write a link."""
    occurrence_id = to.id_of("occurrence", r.pop("occurrence"))
    claim_id = to.id_of("claim", r.pop("claim_id"))
    r.pop("status", None)
    to.keep(LinkRow(uid=r.pop("id"), occurrence_id=occurrence_id, claim_id=claim_id, **r))


def add_relation(to: Restored, r: Record) -> None:
    """Write a relation between claims."""
    from_id = to.id_of("claim", r.pop("from_claim_id"))
    to_id = to.id_of("claim", r.pop("to_claim_id"))
    r.pop("status", None)
    to.keep(RelationRow(uid=r.pop("id"), from_claim_id=from_id, to_claim_id=to_id, **r))


def add_anchoring(to: Restored, r: Record) -> None:
    """Write where an occurrence stands in a later version."""
    to.keep(anchorings.row_of(r, to.id_of))
