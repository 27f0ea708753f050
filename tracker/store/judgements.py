"""What people decided on links, relations and proposed speakers, and the status that follows."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from tracker.errors import NotFound
from tracker.model import Decision, LinkStatus, Verdict
from tracker.store.naming import uid
from tracker.store.session import Transaction
from tracker.store.tables import JudgementRow, LinkRow, OccurrenceRow, RelationRow

Judged = LinkRow | RelationRow | OccurrenceRow
"""What is judged; an occurrence for the speaker that is proposed for it."""

_LETTERS: dict[type[Judged], str] = {LinkRow: "L", RelationRow: "R", OccurrenceRow: "S"}


_COLUMNS: dict[type[Judged], Any] = {
    LinkRow: JudgementRow.link_id,
    RelationRow: JudgementRow.relation_id,
    OccurrenceRow: JudgementRow.occurrence_id,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A link, a relation or a proposed speaker, as people name it: "L12", "R7", "S31"."""

    row: Judged

    @property
    def name(self) -> str:
        """The identifier to show and to type."""
        return f"{_LETTERS[type(self.row)]}{self.row.id}"


def add_judgement(tx: Transaction, subject: Subject, verdict: Verdict, reason: str) -> JudgementRow:
    """Store a person's answer; earlier answers stay beside it."""
    return _append(tx, subject, verdict=verdict, reason=reason, withdraws=None)


def withdraw(tx: Transaction, subject: Subject, reason: str) -> JudgementRow:
    """Take back this user's standing judgement on `subject`.

    Raises:
        NotFound: the user has none that stands.
    """
    standing = judgements_on(tx.session, [subject])[subject.name]
    own = [row for row in standing if row.user == tx.ledger.user]
    if not own:
        raise NotFound(f"{tx.ledger.user} has no standing judgement on {subject.name} to withdraw")
    return _append(tx, subject, verdict=None, reason=reason, withdraws=own[-1])


def _append(
    tx: Transaction,
    subject: Subject,
    *,
    verdict: Verdict | None,
    reason: str,
    withdraws: JudgementRow | None,
) -> JudgementRow:
    at = tx.ledger.clock()
    row_id = subject.row.id
    earlier = len(_all_on(tx.session, [subject]))
    row = JudgementRow(
        uid=uid("jdg", subject.row.uid, tx.ledger.user, at.isoformat(), earlier),
        link_id=row_id if isinstance(subject.row, LinkRow) else None,
        relation_id=row_id if isinstance(subject.row, RelationRow) else None,
        occurrence_id=row_id if isinstance(subject.row, OccurrenceRow) else None,
        verdict=verdict,
        reason=reason,
        user=tx.ledger.user,
        at=at,
        withdraws_id=withdraws.id if withdraws else None,
    )
    tx.session.add(row)
    tx.session.flush()
    value = judgement_record(row, subject.row.uid, withdraws.uid if withdraws else None)
    action = "judgement.withdrawn" if withdraws else "judgement.made"
    tx.ledger.append(action, "judgement", row.uid, value, reason)
    return row


def judgement_record(
    row: JudgementRow, subject: str, withdraws: str | None
) -> dict[str, str | None]:
    """Return a judgement as the ledger and exports hold it."""
    return {
        "subject": subject,
        "verdict": row.verdict,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
        "withdraws": withdraws,
    }


def judgements_on(session: Session, subjects: Collection[Subject]) -> dict[str, list[JudgementRow]]:
    """Return the standing judgements on each subject, oldest first, by its name.

    Of one user's answers only the last one can stand; when that is withdrawn, none does.
    """
    return {name: _standing(rows) for name, rows in _grouped(session, subjects).items()}


def all_standing(session: Session) -> dict[str, list[JudgementRow]]:
    """Return every judgement that stands, by the name of its subject."""
    found: dict[str, list[JudgementRow]] = defaultdict(list)
    for row in session.exec(select(JudgementRow).order_by(col(JudgementRow.id))):
        found[_subject_of(row)].append(row)
    return {name: _standing(rows) for name, rows in found.items()}


def is_answered(column: Any, row_id: Any, *verdicts: Verdict) -> Any:
    """Return the condition that a judgement with one of these verdicts stands on a row.

    `column` is the column of judgements that names such rows, `row_id` their own number.
    """
    given, withdrawal, later = (aliased(JudgementRow) for _ in range(3))
    on, on_later = (getattr(table, column.key) for table in (given, later))
    withdrawn = select(withdrawal.id).where(col(withdrawal.withdraws_id) == col(given.id))
    changed = select(later.id).where(
        on_later == on,
        col(later.user) == col(given.user),
        col(later.verdict).is_not(None),
        col(later.id) > col(given.id),
    )
    return (
        select(given.id)
        .where(
            on == row_id,
            col(given.verdict).in_(verdicts),
            ~withdrawn.exists(),
            ~changed.exists(),
        )
        .exists()
    )


def answered_by(session: Session, user: str) -> set[str]:
    """Return the names of all on which an answer of this user stands."""
    query = select(JudgementRow).where(JudgementRow.user == user)
    found: dict[str, list[JudgementRow]] = defaultdict(list)
    for row in session.exec(query.order_by(col(JudgementRow.id))):
        found[_subject_of(row)].append(row)
    return {name for name, rows in found.items() if _standing(rows)}


def disputed(session: Session, limit: int) -> list[Subject]:
    """Return what people disagree on, the oldest first of links, relations and speakers each."""
    found: list[Subject] = []
    for query in _disputed():
        rows = session.exec(query.limit(limit - len(found))) if len(found) < limit else ()
        found.extend(Subject(row) for row in rows)
    return found


def count_disputed(session: Session) -> int:
    """Return how much `disputed` would give without a limit."""
    return sum(
        session.exec(select(func.count()).select_from(query.subquery())).one()
        for query in _disputed()
    )


def _disputed() -> Iterator[Any]:
    for table, column in _COLUMNS.items():
        row_id = col(table.id)
        # Few links were ever denied: start from those, not from all links there are.
        denied = select(column).where(JudgementRow.verdict == Verdict.NO, col(column).is_not(None))
        yield (
            select(table)
            .where(
                row_id.in_(denied),
                is_answered(column, row_id, Verdict.YES),
                is_answered(column, row_id, Verdict.NO),
            )
            .order_by(row_id)
        )


def _subject_of(row: JudgementRow) -> str:
    """Return the name of what a judgement is on."""
    if row.link_id:
        return f"L{row.link_id}"
    return f"R{row.relation_id}" if row.relation_id else f"S{row.occurrence_id}"


def _grouped(session: Session, subjects: Collection[Subject]) -> dict[str, list[JudgementRow]]:
    found: dict[str, list[JudgementRow]] = defaultdict(list)
    for subject in subjects:
        found[subject.name] = []
    for row in _all_on(session, subjects):
        found[_subject_of(row)].append(row)
    return found


def _all_on(session: Session, subjects: Collection[Subject]) -> list[JudgementRow]:
    ids: dict[type[Judged], list[int]] = defaultdict(list)
    for subject in subjects:
        ids[type(subject.row)].append(subject.row.id)
    if not ids:
        return []
    query = select(JudgementRow).where(
        or_(*(col(_COLUMNS[table]).in_(numbers) for table, numbers in ids.items()))
    )
    return list(session.exec(query.order_by(col(JudgementRow.id))))


def judgement_uids(session: Session, subjects: Collection[Subject]) -> set[str]:
    """Return the uids of every answer and withdrawal on these subjects."""
    return {row.uid for row in _all_on(session, subjects)}


def judgement_by_uid(session: Session, uid: str) -> JudgementRow:
    """Return the answer or withdrawal of this uid, which must be there."""
    return session.exec(select(JudgementRow).where(JudgementRow.uid == uid)).one()


def stands(session: Session, row: JudgementRow) -> bool:
    """Say whether an answer is its user's last one on its subject, and not withdrawn."""
    column = next(c for c in _COLUMNS.values() if getattr(row, c.key) is not None)
    query = select(JudgementRow).where(column == getattr(row, column.key))
    rows = list(session.exec(query.order_by(col(JudgementRow.id))))
    return row.id in {standing.id for standing in _standing(rows)}


def withdrawn_by(session: Session, row: JudgementRow) -> JudgementRow:
    """Return the answer that a withdrawal takes back."""
    return session.get_one(JudgementRow, row.withdraws_id)


def has_answered(session: Session, user: str, name: str) -> bool:
    """Say whether an answer of this user stands on what is named so."""
    return name in answered_by(session, user)


def name_of(row: JudgementRow) -> str:
    """Return the name of what an answer is on, such as "L12"."""
    return _subject_of(row)


def _standing(rows: Sequence[JudgementRow]) -> list[JudgementRow]:
    withdrawn = {row.withdraws_id for row in rows}
    last = {row.user: row for row in rows if row.verdict}
    return sorted((row for row in last.values() if row.id not in withdrawn), key=lambda row: row.id)


def status_of(row: Judged, standing: Sequence[JudgementRow]) -> LinkStatus:
    """Return where what is judged stands, given the judgements that stand.

    People who disagree make it disputed; nobody is outvoted. Without a yes or a
    no, what the matcher decided counts.
    """
    verdicts = {judgement.verdict for judgement in standing} - {Verdict.UNSURE}
    if verdicts == {Verdict.YES}:
        return LinkStatus.CONFIRMED
    if verdicts == {Verdict.NO}:
        return LinkStatus.REJECTED
    if verdicts:
        return LinkStatus.DISPUTED
    linked = isinstance(row, LinkRow) and row.decision == Decision.LINK
    return LinkStatus.AUTO if linked else LinkStatus.SUGGESTED
