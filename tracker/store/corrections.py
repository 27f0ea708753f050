"""What a person corrects in an extraction, kept beside what the machine had."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from tracker.model import AgentKind, HopRole, LinkStatus, Span
from tracker.store import occurrences
from tracker.store.candidates import add_keys, drop_keys
from tracker.store.judgements import Subject, judgements_on, status_of
from tracker.store.naming import uid
from tracker.store.records import Record, selector_row
from tracker.store.session import Transaction
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    CorrectionRow,
    HopRow,
    OccurrenceRow,
    SelectorRow,
    VersionRow,
    WithdrawalRow,
)


def correct_spans(tx: Transaction, row: OccurrenceRow, part: str, spans: Sequence[Span]) -> None:
    """Point a part ("content", "source", "cue") of an occurrence at other words of its text."""
    text = tx.session.get_one(VersionRow, row.version_id).text
    for old in _active(tx.session, row, part):
        old.active = False
        tx.session.add(old)
    if part == "content":
        row.ordinal = spans[0].start
        tx.session.add(row)
    tx.session.add_all(
        selector_row(row, part, position, span, text, made_by="person")
        for position, span in enumerate(spans)
    )
    tx.session.flush()


def _active(session: Session, row: OccurrenceRow, part: str) -> list[SelectorRow]:
    query = select(SelectorRow).where(
        SelectorRow.occurrence_id == row.id, SelectorRow.part == part, col(SelectorRow.active)
    )
    return list(session.exec(query))


def correct_text(tx: Transaction, claim: ClaimRow, text: str, keys: frozenset[int]) -> None:
    """Give a claim the words that its corrected content has, and their keys."""
    drop_keys(tx.session, claim)
    claim.text = text
    tx.session.add(claim)
    tx.session.flush()
    add_keys(tx.session, [(claim.id, keys)])


def correct_speaker(
    tx: Transaction, row: OccurrenceRow, claim: ClaimRow, agent: AgentRow | None, names: list[str]
) -> None:
    """Give a claim another speaker, or none, and its chain another first hop."""
    query = select(HopRow).where(
        HopRow.occurrence_id == row.id, HopRow.role == HopRole.SPEAKER, col(HopRow.active)
    )
    for hop in tx.session.exec(query):
        hop.active = False
        tx.session.add(hop)
    if agent is not None:
        tx.session.add(
            HopRow(
                occurrence_id=row.id,
                position=0,
                agent_id=agent.id,
                role=HopRole.SPEAKER,
                made_by="person",
            )
        )
    claim.speaker_id = agent.id if agent else None
    claim.speaker_names = sorted(names)
    claim.unnamed_source = None
    tx.session.add(claim)
    tx.session.flush()


def correct_unnamed(tx: Transaction, row: OccurrenceRow, claim: ClaimRow, agent: AgentRow) -> None:
    """Give a claim of a source that nobody named another such source; its speaker stays blank."""
    correct_speaker(tx, row, claim, agent, [])
    claim.speaker_id, claim.unnamed_source = None, agent.name
    tx.session.add(claim)
    tx.session.flush()


def take_back_speaker(tx: Transaction, row: OccurrenceRow, claim: ClaimRow) -> None:
    """Leave an occurrence's speaker blank again, with the chain that the machine had."""
    query = select(HopRow, AgentRow).where(
        HopRow.occurrence_id == row.id,
        HopRow.role == HopRole.SPEAKER,
        col(AgentRow.id) == col(HopRow.agent_id),
    )
    claim.speaker_id, claim.speaker_names, claim.unnamed_source = None, [], None
    for hop, agent in tx.session.exec(query.order_by(col(HopRow.position), col(HopRow.id))):
        hop.active = hop.made_by == "machine"
        tx.session.add(hop)
        if hop.active and agent.kind == AgentKind.UNNAMED:
            claim.unnamed_source = claim.unnamed_source or agent.name
    tx.session.add(claim)
    tx.session.flush()


def log_correction(
    tx: Transaction,
    row: OccurrenceRow,
    field: str,
    before: str | None,
    after: str | None,
    reason: str,
) -> CorrectionRow:
    """Record that a person corrected a field, and the occurrence as it now is."""
    at = tx.ledger.clock()
    made = len(corrections_of(tx.session, row.id))
    correction = CorrectionRow(
        uid=uid("cor", row.uid, field, after, tx.ledger.user, at.isoformat(), made),
        occurrence_id=row.id,
        field=field,
        before=before,
        after=after,
        reason=reason,
        user=tx.ledger.user,
        at=at,
    )
    tx.session.add(correction)
    tx.session.flush()
    value = correction_record(correction, row.uid)
    tx.ledger.append("correction.made", "correction", correction.uid, value, reason)
    record = occurrences.load_records(tx.session, [row.id])[row.uid]
    tx.ledger.append("occurrence.corrected", "occurrence", row.uid, record, reason)
    return correction


def correction_record(row: CorrectionRow, occurrence: str) -> Record:
    """Return a correction as the ledger and exports hold it."""
    return {
        "occurrence": occurrence,
        "field": row.field,
        "before": row.before,
        "after": row.after,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
    }


def put_back(
    tx: Transaction, row: OccurrenceRow, claim: ClaimRow, field: str, before: Record
) -> None:
    """Make a field of an occurrence what an earlier record of it says; no row is lost."""
    if field == "kind":
        claim.kind = before["claim"]["kind"]
    elif field == "rejected":
        row.rejected = before["rejected"]
    elif field == "speaker":
        _put_back_speaker(tx, row, claim, before)
    else:
        wanted = Counter(
            _place_of(s) for s in before["selectors"] if s["active"] and s["part"] == field
        )
        for selector in _all_of(tx.session, row, field):
            place = _place_of(selector.model_dump())
            selector.active = wanted[place] > 0
            wanted[place] -= 1
            tx.session.add(selector)
        if field == "content":
            row.ordinal = before["ordinal"]
        if field == "source" and claim.unnamed_source and before["claim"]["unnamed_source"]:
            _put_back_speaker(tx, row, claim, before)
    tx.session.add_all([row, claim])
    tx.session.flush()


def _place_of(selector: Record) -> tuple[Any, ...]:
    return tuple(selector[name] for name in ("made_by", "position", "start", "end"))


def _all_of(session: Session, row: OccurrenceRow, part: str) -> list[SelectorRow]:
    query = select(SelectorRow).where(SelectorRow.occurrence_id == row.id, SelectorRow.part == part)
    return list(session.exec(query.order_by(col(SelectorRow.id))))


def _put_back_speaker(tx: Transaction, row: OccurrenceRow, claim: ClaimRow, before: Record) -> None:
    said = before["claim"]
    agent = select(AgentRow.id).where(AgentRow.uid == said["speaker"])
    claim.speaker_id = tx.session.exec(agent).one() if said["speaker"] else None
    claim.speaker_names = said["speaker_names"]
    claim.unnamed_source = said["unnamed_source"]
    wanted = Counter(
        (hop["made_by"], hop["position"], hop["agent"])
        for hop in before["chain"]
        if hop["active"] and hop["role"] == HopRole.SPEAKER
    )
    query = select(HopRow, AgentRow.uid).where(
        HopRow.occurrence_id == row.id,
        HopRow.role == HopRole.SPEAKER,
        col(AgentRow.id) == col(HopRow.agent_id),
    )
    for hop, agent_uid in tx.session.exec(query.order_by(col(HopRow.id))).all():
        key = (hop.made_by, hop.position, agent_uid)
        hop.active = wanted[key] > 0
        wanted[key] -= 1
        tx.session.add(hop)


def by_uid(session: Session, uid: str) -> CorrectionRow:
    """Return the correction of this uid, which must be there."""
    return session.exec(select(CorrectionRow).where(CorrectionRow.uid == uid)).one()


def is_confirmed(session: Session, row: OccurrenceRow) -> bool:
    """Say whether people confirmed the speaker that is proposed for an occurrence."""
    standing = judgements_on(session, [Subject(row)])[Subject(row).name]
    return status_of(row, standing) is LinkStatus.CONFIRMED


def corrections_of(session: Session, occurrence_id: int) -> list[CorrectionRow]:
    """Return the corrections of an occurrence, oldest first."""
    query = select(CorrectionRow).where(CorrectionRow.occurrence_id == occurrence_id)
    return list(session.exec(query.order_by(col(CorrectionRow.id))))


def _withdrawn() -> Any:
    later = aliased(WithdrawalRow)
    newer = select(later.id).where(
        col(later.article_id) == col(WithdrawalRow.article_id),
        col(later.id) > col(WithdrawalRow.id),
    )
    return select(WithdrawalRow.article_id).where(col(WithdrawalRow.withdrawn), ~newer.exists())


def decided(session: Session) -> dict[int, set[int]]:
    """Return the occurrences that people corrected, confirmed or rejected, by version's id.

    Those of articles that are withdrawn now are none: nobody vouches for their text.
    """
    query = (
        select(OccurrenceRow.version_id, OccurrenceRow.id)
        .join(CorrectionRow, col(CorrectionRow.occurrence_id) == col(OccurrenceRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(col(VersionRow.article_id).not_in(_withdrawn()))
        .distinct()
    )
    found: dict[int, set[int]] = defaultdict(set)
    for version_id, occurrence_id in session.exec(query):
        found[version_id].add(occurrence_id)
    return dict(found)
