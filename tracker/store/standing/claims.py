"""Events, occurrences with their claims, and what was decided on them, as they stand."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlmodel import Session, col, select

from tracker.store import articles, judgements, links, occurrences
from tracker.store.corrections import correction_record
from tracker.store.events import event_record
from tracker.store.records import iso
from tracker.store.standing.base import Standing, batches, uids_of, unless
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    JudgementRow,
    LinkRow,
    OccurrenceRow,
    ParticipationRow,
    PlaceRow,
    RelationRow,
)


def walk_events(session: Session) -> Iterator[list[Standing]]:
    """Yield every event with who took part."""
    for rows in batches(session, EventRow):
        places = uids_of(session, PlaceRow, [row.place_id for row in rows])
        parts = _parts(session, [row.id for row in rows])
        yield [
            Standing(
                f"event {row.id}",
                row.uid,
                event_record(
                    type_=row.type,
                    modality=row.modality,
                    when=(
                        iso(row.starts),
                        iso(row.ends),
                        row.precision,
                        row.when_as_printed,
                    ),
                    place=places[row.place_id],
                    place_precision=row.place_precision,
                    participants=parts[row.id],
                ),
            )
            for row in rows
        ]


def _parts(session: Session, event_ids: Collection[int]) -> dict[int, list[tuple[str, str, str]]]:
    query = select(ParticipationRow).where(col(ParticipationRow.event_id).in_(event_ids))
    rows = list(session.exec(query))
    agents = uids_of(session, AgentRow, [row.agent_id for row in rows])
    found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows:
        found[row.event_id].append((agents[row.agent_id] or "", row.role, row.presence))
    return found


def walk_occurrences(session: Session) -> Iterator[list[Standing]]:
    """Yield every occurrence with its own claim, checked against the text it points into."""
    for ids in occurrences.every_id(session):
        wholes = occurrences.load(session, ids)
        records = occurrences.load_records(session, ids)
        texts = articles.texts_of(session, {whole.row.version_id for whole in wholes})
        yield [
            Standing(
                f"occurrence {whole.row.id}",
                whole.row.uid,
                records[whole.row.uid],
                tuple(_wrong(whole, texts[whole.row.version_id])),
            )
            for whole in wholes
        ]
        session.expunge_all()


def _wrong(whole: occurrences.Whole, text: str) -> Iterator[str]:
    claim = whole.claim
    for s in whole.selectors:
        if text[s.start : s.end] != s.exact:
            yield f"its {s.part} is not what stands at {s.start}–{s.end} of the text"
    if not any(s.part == "content" and s.active for s in whole.selectors):
        yield "it points to no words"
    if any(fact.event_id != claim.event_id for fact in whole.facts):
        yield "a figure of it belongs to another event than its claim"
    said = claim.said_end, claim.said_precision, claim.said_as_printed
    if claim.said_start is None and any(value is not None for value in said):
        yield "the day it was said has no beginning"


def walk_placements(session: Session) -> Iterator[list[Standing]]:
    """Yield what each claim is part of."""
    for rows in batches(session, ClaimRow):
        wholes = uids_of(session, ClaimRow, [row.part_of_id for row in rows])
        worded = set(
            session.exec(
                select(OccurrenceRow.claim_id).where(
                    col(OccurrenceRow.claim_id).in_([row.id for row in rows])
                )
            )
        )
        yield [
            Standing(
                f"claim {row.id}",
                row.uid,
                {"part_of": wholes[row.part_of_id]},
                unless(row.id in worded, "no occurrence words it"),
            )
            for row in rows
        ]


def walk_links(session: Session) -> Iterator[list[Standing]]:
    """Yield every link."""
    for rows in batches(session, LinkRow):
        worded = uids_of(session, OccurrenceRow, [row.occurrence_id for row in rows])
        claims = uids_of(session, ClaimRow, [row.claim_id for row in rows])
        yield [
            Standing(
                f"link L{row.id}",
                row.uid,
                links.link_record(row, worded[row.occurrence_id] or "", claims[row.claim_id] or ""),
            )
            for row in rows
        ]


def walk_relations(session: Session) -> Iterator[list[Standing]]:
    """Yield every relation between claims."""
    for rows in batches(session, RelationRow):
        claims = uids_of(
            session, ClaimRow, [c for row in rows for c in (row.from_claim_id, row.to_claim_id)]
        )
        yield [
            Standing(
                f"relation R{row.id}",
                row.uid,
                links.relation_record(
                    row, claims[row.from_claim_id] or "", claims[row.to_claim_id] or ""
                ),
            )
            for row in rows
        ]


def walk_judgements(session: Session) -> Iterator[list[Standing]]:
    """Yield every judgement, in the order in which they count."""
    for rows in batches(session, JudgementRow):
        on_links = uids_of(session, LinkRow, [row.link_id for row in rows])
        on_relations = uids_of(session, RelationRow, [row.relation_id for row in rows])
        on_speakers = uids_of(session, OccurrenceRow, [row.occurrence_id for row in rows])
        withdrawn = uids_of(session, JudgementRow, [row.withdraws_id for row in rows])
        yield [
            Standing(
                f"judgement {row.id}",
                row.uid,
                dict(
                    judgements.judgement_record(
                        row,
                        on_links[row.link_id]
                        or on_relations[row.relation_id]
                        or on_speakers[row.occurrence_id]
                        or "",
                        withdrawn[row.withdraws_id],
                    )
                ),
            )
            for row in rows
        ]


def walk_corrections(session: Session) -> Iterator[list[Standing]]:
    """Yield every correction, in the order in which they were made."""
    for rows in batches(session, CorrectionRow):
        corrected = uids_of(session, OccurrenceRow, [row.occurrence_id for row in rows])
        yield [
            Standing(
                f"correction {row.id}",
                row.uid,
                correction_record(row, corrected[row.occurrence_id] or ""),
            )
            for row in rows
        ]
