"""Links from occurrences to claims, and relations between claims."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from tracker.errors import NotFound
from tracker.model import ClaimRelation, Comparison, LinkRelation
from tracker.store.claims import StoredClaim
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import ClaimRow, JudgementRow, LinkRow, OccurrenceRow, RelationRow


@dataclass(frozen=True, slots=True)
class Matcher:
    """Who compared: the name and version that are stored with every link."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What comparing one claim with an earlier one came to."""

    target: StoredClaim
    comparison: Comparison


def set_links(
    tx: Transaction, claim: StoredClaim, proposals: Sequence[Proposal], matcher: Matcher
) -> None:
    """Make `proposals` the active links of a claim's occurrence.

    A link that is no longer proposed is turned off, never deleted, so that the
    judgements on it stay; nothing is written for one that did not change.
    """
    held = tx.session.exec(select(LinkRow).where(LinkRow.occurrence_id == claim.occurrence_id))
    rows = {row.claim_id: row for row in held}
    for proposal in proposals:
        row = rows.pop(proposal.target.id, None)
        _write_link(tx, claim, proposal, matcher, row)
    for row in rows.values():
        if row.active:
            row.active = False
            _ledger_link(tx, row, "link.retired", claim, row.claim_id)


def add_link(tx: Transaction, claim: StoredClaim, proposal: Proposal, matcher: Matcher) -> LinkRow:
    """Store a link that a person asks about, whatever the matcher decided."""
    return _write_link(tx, claim, proposal, matcher, None)


def _write_link(
    tx: Transaction,
    claim: StoredClaim,
    proposal: Proposal,
    matcher: Matcher,
    held: LinkRow | None,
) -> LinkRow:
    comparison = proposal.comparison
    row = held or LinkRow(
        uid=uid("lnk", claim.occurrence_uid, proposal.target.uid),
        occurrence_id=claim.occurrence_id,
        claim_id=proposal.target.id,
        relation="",
        decision="",
        score=0.0,
        matcher=matcher.name,
        matcher_version=matcher.version,
    )
    changed = _assign(
        row,
        relation=str(comparison.relation or LinkRelation.PARAPHRASE),
        decision=str(comparison.decision),
        **_reasons(comparison, matcher),
    )
    if not changed and held is not None:
        return row
    tx.session.add(row)
    tx.session.flush()
    _ledger_link(tx, row, "link.changed" if held else "link.proposed", claim, proposal.target.uid)
    return row


def _ledger_link(
    tx: Transaction, row: LinkRow, action: str, claim: StoredClaim, target: str | int
) -> None:
    if isinstance(target, int):
        target = tx.session.get_one(ClaimRow, target).uid
    tx.ledger.append(action, "link", row.uid, link_record(row, claim.occurrence_uid, target))


def link_record(row: LinkRow, occurrence: str, claim: str) -> Record:
    """Return a link as the ledger and exports hold it."""
    return {
        "occurrence": occurrence,
        "claim": claim,
        "relation": row.relation,
        "decision": row.decision,
        **_reasons_record(row),
    }


def set_relations(
    tx: Transaction, claim: StoredClaim, proposals: Sequence[Proposal], matcher: Matcher
) -> None:
    """Make `proposals` the active relations of a claim to earlier ones."""
    held = tx.session.exec(select(RelationRow).where(RelationRow.from_claim_id == claim.id))
    rows = {(row.to_claim_id, row.relation): row for row in held}
    for proposal in proposals:
        relation = proposal.comparison.claim_relation
        assert relation is not None, "only related claims are proposed"
        row = rows.pop((proposal.target.id, str(relation)), None)
        _write_relation(tx, claim, proposal, relation, matcher, row)
    for row in rows.values():
        if row.active:
            row.active = False
            target = tx.session.get_one(ClaimRow, row.to_claim_id).uid
            record = relation_record(row, claim.uid, target)
            tx.ledger.append("relation.retired", "relation", row.uid, record)


def _write_relation(
    tx: Transaction,
    claim: StoredClaim,
    proposal: Proposal,
    relation: ClaimRelation,
    matcher: Matcher,
    held: RelationRow | None,
) -> None:
    comparison, target = proposal.comparison, proposal.target
    row = held or RelationRow(
        uid=uid("rel", claim.uid, target.uid, str(relation)),
        from_claim_id=claim.id,
        to_claim_id=target.id,
        relation=relation,
        score=0.0,
        matcher=matcher.name,
        matcher_version=matcher.version,
    )
    changed = _assign(row, basis=comparison.basis, **_reasons(comparison, matcher))
    if not changed and held is not None:
        return
    tx.session.add(row)
    tx.session.flush()
    action = "relation.changed" if held else "relation.proposed"
    tx.ledger.append(action, "relation", row.uid, relation_record(row, claim.uid, target.uid))


def relation_record(row: RelationRow, from_claim: str, to_claim: str) -> Record:
    """Return a relation as the ledger and exports hold it."""
    return {
        "from_claim": from_claim,
        "to_claim": to_claim,
        "relation": row.relation,
        "basis": row.basis,
        **_reasons_record(row),
    }


def _reasons(comparison: Comparison, matcher: Matcher) -> Record:
    return {
        "score": round(comparison.score, 4),
        "features": {name: round(value, 4) for name, value in sorted(comparison.features.items())},
        "differences": [
            {"gate": d.gate, "left": d.left, "right": d.right} for d in comparison.differences
        ],
        "matcher": matcher.name,
        "matcher_version": matcher.version,
        "active": True,
    }


def _reasons_record(row: LinkRow | RelationRow) -> Record:
    return {
        "score": row.score,
        "features": dict(row.features),
        "differences": list(row.differences),
        "matcher": row.matcher,
        "matcher_version": row.matcher_version,
        "active": row.active,
    }


def _assign(row: LinkRow | RelationRow, **values: object) -> bool:
    """Set the columns that differ; say whether any did."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def set_part_of(tx: Transaction, claim: StoredClaim, target: StoredClaim | None) -> None:
    """Make a claim part of another, or stand by itself again."""
    row = tx.session.get_one(ClaimRow, claim.id)
    row.part_of_id = target.id if target else None
    tx.session.add(row)
    tx.session.flush()
    value = {"part_of": target.uid if target else None}
    tx.ledger.append("claim.placed", "placement", claim.uid, value)


def linked_to(session: Session, claim_id: int) -> list[int]:
    """Return the claims whose occurrence has an active link or relation to this one."""
    links = (
        select(OccurrenceRow.claim_id)
        .join(LinkRow, col(LinkRow.occurrence_id) == col(OccurrenceRow.id))
        .where(LinkRow.claim_id == claim_id, col(LinkRow.active))
    )
    relations = select(RelationRow.from_claim_id).where(
        RelationRow.to_claim_id == claim_id, col(RelationRow.active)
    )
    return sorted({*session.exec(links), *session.exec(relations)})


def links_of(session: Session, occurrence_ids: Collection[int]) -> list[LinkRow]:
    """Return all links of these occurrences, active or not, in order of id."""
    query = select(LinkRow).where(col(LinkRow.occurrence_id).in_(occurrence_ids))
    return list(session.exec(query.order_by(col(LinkRow.id))))


def links_to(session: Session, claim_ids: Collection[int]) -> list[LinkRow]:
    """Return the active links to these claims of occurrences of others, in order of id."""
    query = (
        select(LinkRow)
        .join(OccurrenceRow, col(OccurrenceRow.id) == col(LinkRow.occurrence_id))
        .where(col(LinkRow.claim_id).in_(claim_ids), col(LinkRow.active))
        .where(col(OccurrenceRow.claim_id).not_in(claim_ids))
    )
    return list(session.exec(query.order_by(col(LinkRow.id))))


def get_link(session: Session, link_id: int) -> LinkRow:
    """Return a link by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(LinkRow, link_id)
    if row is None:
        raise NotFound(f"no link L{link_id}: see `tracker review`")
    return row


def find_link(session: Session, occurrence_id: int, claim_id: int) -> LinkRow | None:
    """Return the link of an occurrence to a claim, active or not."""
    query = select(LinkRow).where(
        LinkRow.occurrence_id == occurrence_id, LinkRow.claim_id == claim_id
    )
    return session.exec(query).first()


def get_relation(session: Session, relation_id: int) -> RelationRow:
    """Return a relation by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(RelationRow, relation_id)
    if row is None:
        raise NotFound(f"no relation R{relation_id}: see `tracker conflicts`")
    return row


def claim_of(session: Session, row: LinkRow) -> int:
    """Return the id of the claim that a link's own occurrence words."""
    return session.get_one(OccurrenceRow, row.occurrence_id).claim_id


def claims_of(session: Session, rows: Sequence[LinkRow]) -> dict[int, int]:
    """Return, by the number of each link, the claim that its own occurrence words."""
    query = select(OccurrenceRow.id, OccurrenceRow.claim_id).where(
        col(OccurrenceRow.id).in_({row.occurrence_id for row in rows})
    )
    worded = dict(session.exec(query).all())
    return {row.id: worded[row.occurrence_id] for row in rows}


def judged(session: Session) -> list[LinkRow]:
    """Return the links that anybody ever answered on, also those no longer proposed."""
    answered = select(JudgementRow.id).where(JudgementRow.link_id == LinkRow.id).exists()
    return list(session.exec(select(LinkRow).where(answered).order_by(col(LinkRow.id))))


def every(session: Session) -> list[LinkRow]:
    """Return all links, also those no longer proposed."""
    return list(session.exec(select(LinkRow).order_by(col(LinkRow.id))))
