"""Taking an agent's names, or the reason of something decided, out of the records."""

from typing import Any

from sqlmodel import Session, col, select

from tracker.errors import Conflict
from tracker.model import BLOCK, Order
from tracker.store import ledger, occurrences, redactions
from tracker.store.agents import agent_record
from tracker.store.blots import blot_corrections, blot_reasons, find_corrections
from tracker.store.naming import blotted_names
from tracker.store.redactions import Target
from tracker.store.session import Transaction
from tracker.store.strike import Held, Words, blot_out, strike_out, struck_by, write_again
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ClaimRow,
    CorrectionRow,
    HopRow,
    IdentityRow,
    JudgementRow,
    LedgerRow,
    LedgerValueRow,
    OccurrenceRow,
    WithdrawalRow,
)


def redact_agent(tx: Transaction, agent: AgentRow, order: Order) -> list[str]:
    """Take an agent's names out of its record and of those it occurs in; return them.

    The articles print the names still: their words are redacted by themselves.

    Raises:
        Conflict: the names are redacted already.
    """
    if not agent.key:
        raise Conflict(f"agent {agent.id}: its names are redacted already")
    names = _unname(tx.session, agent)
    words, held = Words(tuple(names)), Held()
    held.know("agent", agent.uid, agent_record(agent), True)
    ids = _spoken(tx.session, agent.id)
    _unname_occurrences(tx.session, ids, words, held)
    blot_reasons(tx.session, ids, words.blot, held)
    blots = find_corrections(tx.session, ids, words.blot, held)
    struck = struck_by(tx, held, words)
    redactions.add(tx, order, Target("agent", agent.uid, "names"), struck=struck)
    blot_corrections(tx, blots, order)
    strike_out(tx, struck)
    write_again(tx, held, struck, (), order)
    return names


def _unname(session: Session, agent: AgentRow) -> list[str]:
    """Blot out an agent's names; return them, the longest first."""
    rows = list(session.exec(select(AgentNameRow).where(AgentNameRow.agent_id == agent.id)))
    names = sorted({agent.name, *(row.name for row in rows)}, key=len, reverse=True)
    agent.name, agent.key = BLOCK * len(agent.name), ""
    session.add(agent)
    for row, blocks in zip(rows, blotted_names(len(rows)), strict=True):
        row.name, row.key = blocks, ""
        session.add(row)
    session.flush()
    return names


def _spoken(session: Session, agent_id: int) -> list[int]:
    """Return the occurrences that have an agent as speaker, as proposed, or in their chain."""
    said = (
        select(OccurrenceRow.id)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(ClaimRow.speaker_id == agent_id)
    )
    hops = select(HopRow.occurrence_id).where(HopRow.agent_id == agent_id)
    proposed = select(OccurrenceRow.id).where(OccurrenceRow.proposed_id == agent_id)
    return sorted({*session.exec(said), *session.exec(hops), *session.exec(proposed)})


def _unname_occurrences(session: Session, ids: list[int], words: Words, held: Held) -> None:
    before = occurrences.load_records(session, ids)
    for whole in occurrences.load(session, ids):
        claim, row = whole.claim, whole.row
        claim.speaker_names = [words.blot(name) for name in claim.speaker_names]
        if claim.unnamed_source:
            claim.unnamed_source = words.blot(claim.unnamed_source)
        row.speaker_reason = words.blot(row.speaker_reason)
        session.add_all([claim, row])
    session.flush()
    for uid, record in occurrences.load_records(session, ids).items():
        held.know("occurrence", uid, record, record != before[uid])


_REASONED: dict[str, Any] = {
    "judgement": JudgementRow,
    "correction": CorrectionRow,
    "agent_identity": IdentityRow,
    "article_withdrawal": WithdrawalRow,
}


def redact_reason(tx: Transaction, seq: int, order: Order) -> str:
    """Take the reason of a ledger entry out of it and of the record; return its words.

    Whatever else was written with exactly these words for a reason loses them too.

    Raises:
        NotFound: there is no such entry.
        Conflict: it has no reason, it is a redaction's own, or it was written when
            reasons were part of the chain.
    """
    row, value = ledger.get_entry(tx.session, seq)
    if row.record_kind == "redaction":
        raise Conflict(f"ledger entry {seq} is of a redaction: its reason is there to be seen")
    reason = ledger.reason_of(row, value)
    if not reason:
        raise Conflict(f"ledger entry {seq} has no reason, or it is redacted already")
    if value.reason_text is None:
        raise Conflict(
            f"ledger entry {seq} was written by an older tracker, which chained the words of the "
            "reason: they cannot be taken out without breaking the chain"
        )
    query = (
        select(LedgerRow.seq, LedgerRow.record_kind, LedgerRow.record_uid)
        .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerValueRow.reason_text == reason, LedgerRow.record_kind != "redaction")
    )
    entries = list(tx.session.exec(query))
    struck = sorted(number for number, _, _ in entries)
    latest = [_latest(tx.session, kind, uid, struck) for _, kind, uid in entries]
    redactions.add(tx, order, Target("ledger", f"entry {seq}", "reason"), struck=struck)
    for kind, table in _REASONED.items():
        held = tx.session.exec(select(table).where(table.reason == reason)).all()
        for record in held:
            redactions.add(tx, order, Target(kind, record.uid, "reason"))
            blot_out(tx, table, table.id, record.id, {"reason": BLOCK * len(reason)})
    strike_out(tx, struck)
    for kind, uid, record in dict.fromkeys(filter(None, latest)):
        value_now = ledger.as_value(record.replace(ledger.as_json(reason), BLOCK * len(reason)))
        tx.ledger.append(f"{kind}.redacted", kind, uid, value_now, order.reason)
    return reason


def _latest(
    session: Session, kind: str, uid: str, struck: list[int]
) -> tuple[str, str, str] | None:
    """Return a record's value as the ledger has it, where that is about to be struck out."""
    query = (
        select(LedgerRow.seq, LedgerValueRow.value)
        .join(LedgerValueRow, col(LedgerValueRow.seq) == col(LedgerRow.seq))
        .where(LedgerRow.record_kind == kind, LedgerRow.record_uid == uid)
        .order_by(col(LedgerRow.seq).desc())
        .limit(1)
    )
    seq, value = session.exec(query).one()
    return (kind, uid, value) if seq in struck and value is not None else None
