"""Occurrences as the ledger and exports hold them: one shape, in uids, not numbers.

What was added after the first schema stands in a record only where it says something,
so that records which the ledger holds from before are still what is stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.model import Selector, Span
from tracker.store.tables import (
    ClaimRow,
    HopRow,
    OccurrenceRow,
    ReportedFactRow,
    SelectorRow,
)

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Uids:
    """The identifiers that an occurrence's rows refer to by number."""

    version: str
    parent: str | None
    event: str | None
    agents: Mapping[int, str]


def selector_row(
    row: OccurrenceRow, part: str, position: int, span: Span, text: str, made_by: str = "machine"
) -> SelectorRow:
    """Return the row that anchors `span` of `text` as a part of an occurrence."""
    selector = Selector.at(span, text)
    return SelectorRow(
        occurrence_id=row.id,
        part=part,
        position=position,
        start=selector.start,
        end=selector.end,
        exact=selector.exact,
        prefix=selector.prefix,
        suffix=selector.suffix,
        made_by=made_by,
    )


def occurrence_record(
    row: OccurrenceRow,
    claim: ClaimRow,
    selectors: Sequence[SelectorRow],
    hops: Sequence[HopRow],
    facts: Sequence[ReportedFactRow],
    uids: Uids,
) -> Record:
    """Return all that is stored of one occurrence and its own claim."""
    return {
        "version": uids.version,
        "ordinal": row.ordinal,
        "parent": uids.parent,
        "origin": row.origin,
        "rule": row.rule,
        "confidence": row.confidence,
        "speaker_reason": row.speaker_reason,
        "extractor_version": row.extractor_version,
        "rejected": row.rejected,
        **_told(
            speaker_confidence=row.speaker_confidence,
            proposed=uids.agents[row.proposed_id] if row.proposed_id else None,
        ),
        "claim": claim_record(claim, uids),
        "selectors": sorted(map(_selector_record, selectors), key=_selector_order),
        "chain": sorted((_hop_record(hop, uids) for hop in hops), key=_hop_order),
        "facts": sorted(map(_fact_record, facts), key=_fact_order),
    }


def _told(**values: Any) -> Record:
    return {name: value for name, value in values.items() if value is not None}


def claim_record(claim: ClaimRow, uids: Uids) -> Record:
    """Return a claim's own wording and attributes, without what it is part of."""
    return {
        "id": claim.uid,
        "external_id": claim.external_id,
        "kind": claim.kind,
        "type": claim.type,
        "act": claim.act,
        "text": claim.text,
        "context": claim.context,
        "speaker": uids.agents[claim.speaker_id] if claim.speaker_id else None,
        "speaker_names": list(claim.speaker_names),
        "unnamed_source": claim.unnamed_source,
        "denied": claim.denied,
        "said_on": said_on_record(claim),
        "event": uids.event,
    }


def said_on_record(claim: ClaimRow) -> Record | None:
    """Return the interval in which a claim was uttered, None when it is not known."""
    if claim.said_start is None:
        return None
    return {
        "start": iso(claim.said_start),
        "end": iso(claim.said_end),
        "precision": claim.said_precision,
        "as_printed": claim.said_as_printed,
    }


def iso(day: date | None) -> str | None:
    """Return a date in ISO form, None for none."""
    return day.isoformat() if day else None


def _selector_record(row: SelectorRow) -> Record:
    return {
        "part": row.part,
        "position": row.position,
        "start": row.start,
        "end": row.end,
        "exact": row.exact,
        "prefix": row.prefix,
        "suffix": row.suffix,
        "made_by": row.made_by,
        "active": row.active,
    }


def _selector_order(record: Record) -> tuple[Any, ...]:
    return (record["part"], record["made_by"], record["position"], record["start"], record["end"])


def _hop_record(row: HopRow, uids: Uids) -> Record:
    return {
        "position": row.position,
        "agent": uids.agents[row.agent_id],
        "role": row.role,
        "start": row.start,
        "end": row.end,
        "cue_start": row.cue_start,
        "cue_end": row.cue_end,
        **_told(source_type=row.source_type, ground=row.ground),
        "made_by": row.made_by,
        "active": row.active,
    }


def _hop_order(record: Record) -> tuple[Any, ...]:
    return (record["position"], record["made_by"], record["agent"], record["start"] or -1)


def _fact_record(row: ReportedFactRow) -> Record:
    return {
        "property": row.property,
        "value_min": row.value_min,
        "value_max": row.value_max,
        "unit": row.unit,
        "qualifier": row.qualifier,
        "as_of": iso(row.as_of),
        "as_printed": row.as_printed,
    }


def _fact_order(record: Record) -> tuple[Any, ...]:
    return (record["property"], record["as_printed"])
