"""Blotting words out of the links, relations and corrections of occurrences."""

from collections.abc import Callable, Collection

from sqlmodel import col, or_, select

from tracker.model import BLOCK, Order
from tracker.store import occurrences, redactions
from tracker.store.corrections import correction_record
from tracker.store.links import link_record, relation_record
from tracker.store.redactions import Target
from tracker.store.session import Session, Transaction
from tracker.store.strike import Held, blot_out
from tracker.store.tables import (
    ClaimRow,
    CorrectionRow,
    LinkRow,
    OccurrenceRow,
    RelationRow,
)

Blot = Callable[[str], str]

Blots = list[tuple[CorrectionRow, dict[str, str]]]
"""Corrections with what some of their columns become."""


def blot_reasons(session: Session, occurrence_ids: Collection[int], hide: Blot, held: Held) -> None:
    """Blot words out of what gates printed of them, in links and relations of occurrences."""
    own = select(OccurrenceRow.claim_id).where(col(OccurrenceRow.id).in_(occurrence_ids))
    claim_ids = list(session.exec(own))
    _links(session, occurrence_ids, claim_ids, hide, held)
    _relations(session, claim_ids, hide, held)


def _links(
    session: Session,
    occurrence_ids: Collection[int],
    claim_ids: Collection[int],
    hide: Blot,
    held: Held,
) -> None:
    query = (
        select(LinkRow, OccurrenceRow.uid, ClaimRow.uid)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(LinkRow.occurrence_id))
        .join(ClaimRow, col(ClaimRow.id) == col(LinkRow.claim_id))
        .where(
            or_(
                col(LinkRow.occurrence_id).in_(occurrence_ids),
                col(LinkRow.claim_id).in_(claim_ids),
            )
        )
    )
    for row, occurrence, claim in session.exec(query).all():
        is_changed = _differences(session, row, hide)
        held.know("link", row.uid, link_record(row, occurrence, claim), is_changed)


def _relations(session: Session, claim_ids: Collection[int], hide: Blot, held: Held) -> None:
    query = select(RelationRow).where(
        or_(
            col(RelationRow.from_claim_id).in_(claim_ids),
            col(RelationRow.to_claim_id).in_(claim_ids),
        )
    )
    for row in session.exec(query).all():
        is_changed = _differences(session, row, hide)
        start = occurrences.claim_uid(session, row.from_claim_id)
        end = occurrences.claim_uid(session, row.to_claim_id)
        held.know("relation", row.uid, relation_record(row, start, end), is_changed)


def _differences(session: Session, row: LinkRow | RelationRow, hide: Blot) -> bool:
    """Blot out what a gate printed of the words; say whether there was any."""
    now = [{**d, "left": hide(d["left"]), "right": hide(d["right"])} for d in row.differences]
    if now == list(row.differences):
        return False
    row.differences = now
    session.add(row)
    session.flush()
    return True


def find_corrections(
    session: Session, occurrence_ids: Collection[int], hide: Blot, held: Held
) -> Blots:
    """Return the corrections of occurrences that hold words, to be blotted out."""
    query = (
        select(CorrectionRow, OccurrenceRow.uid)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(CorrectionRow.occurrence_id))
        .where(col(CorrectionRow.occurrence_id).in_(occurrence_ids))
    )
    found = []
    for row, occurrence in session.exec(query).all():
        blots = {
            name: BLOCK * len(value)
            for name in ("before", "after", "reason")
            if (value := getattr(row, name)) and hide(value) != value
        }
        held.know(
            "correction", row.uid, {**correction_record(row, occurrence), **blots}, bool(blots)
        )
        if blots:
            found.append((row, blots))
    return found


def blot_corrections(tx: Transaction, blots: Blots, order: Order) -> None:
    """Blot corrections out, each with a tombstone of its own."""
    for row, values in blots:
        redactions.add(tx, order, Target("correction", row.uid, ", ".join(values)))
        blot_out(tx, CorrectionRow, CorrectionRow.id, row.id, values)
