"""What became of each statement in the later versions of its article."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from tracker.model import AnchorState, Fate
from tracker.store.naming import uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import AnchoringRow, ClaimRow, OccurrenceRow, VersionRow

UidOf = Callable[[Any, int | None], str | None]
"""Gives the uid of a table's row by its number."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one occurrence: `anchors` has a record for each of its selectors."""

    occurrence: OccurrenceRow
    fate: Fate
    state: AnchorState
    score: float
    anchors: Sequence[Record]
    successor: OccurrenceRow | None = None
    carried: bool = False


def add(tx: Transaction, version: VersionRow, found: Sequence[Found]) -> None:
    """Store what became of occurrences in a version, each with an entry in the ledger."""
    for one in found:
        row = AnchoringRow(
            uid=uid("anc", one.occurrence.uid, version.uid),
            occurrence_id=one.occurrence.id,
            version_id=version.id,
            fate=one.fate,
            state=one.state,
            score=one.score,
            anchors=list(one.anchors),
            successor_id=one.successor.id if one.successor else None,
            carried=one.carried,
        )
        tx.session.add(row)
        successor = one.successor.uid if one.successor else None
        record = anchoring_record(row, one.occurrence.uid, version.uid, successor)
        tx.ledger.append(f"statement.{one.fate}", "anchoring", row.uid, record)
    tx.session.flush()


def anchoring_record(
    row: AnchoringRow, occurrence: str, version: str, successor: str | None
) -> Record:
    """Return an anchoring as the ledger and exports hold it."""
    return {
        "occurrence": occurrence,
        "version": version,
        "fate": row.fate,
        "state": row.state,
        "score": row.score,
        "anchors": list(row.anchors),
        "successor": successor,
        "carried": row.carried,
    }


def heads(session: Session, article_id: int, before: int) -> tuple[list[int], set[int]]:
    """Return the occurrences that a version numbered `before` is searched for, and the gone ones.

    They are those of all earlier versions that no later statement carries on. The gone ones
    stand in no version since some earlier one.
    """
    query = (
        select(OccurrenceRow.id)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(VersionRow.article_id == article_id, VersionRow.number < before)
        .order_by(col(VersionRow.number), col(OccurrenceRow.ordinal), col(OccurrenceRow.uid))
    )
    last = {row.occurrence_id: row for row, _ in _of_article(session, [article_id])}
    carried = {number for number, row in last.items() if row.carried}
    gone = {number for number, row in last.items() if row.fate == Fate.GONE}
    return [number for number in session.exec(query) if number not in carried], gone


def count_fates(session: Session, version_id: int) -> dict[str, int]:
    """Return how many earlier statements a version has unchanged, changed and not at all."""
    query = (
        select(AnchoringRow.fate, func.count())
        .where(AnchoringRow.version_id == version_id)
        .group_by(col(AnchoringRow.fate))
    )
    counts = dict(session.exec(query).all())
    return {str(fate): counts.get(fate, 0) for fate in Fate}


def ended(session: Session, article_id: int, number: int) -> list[int]:
    """Return the occurrences of earlier versions that a version has changed or lacks."""
    last = {
        row.occurrence_id: row
        for row, version in _of_article(session, [article_id])
        if version.number <= number
    }
    return [found for found, row in last.items() if not row.carried]


def _of_article(
    session: Session, article_ids: Collection[int]
) -> list[tuple[AnchoringRow, VersionRow]]:
    """Return all anchorings in articles, in the order of the versions they are in."""
    query = (
        select(AnchoringRow, VersionRow)
        .join(VersionRow, col(VersionRow.id) == col(AnchoringRow.version_id))
        .where(col(VersionRow.article_id).in_(article_ids))
        .order_by(col(VersionRow.number), col(AnchoringRow.id))
    )
    return list(session.exec(query))


def any_held(session: Session) -> bool:
    """Say whether any article was ever captured again with other words."""
    return session.exec(select(AnchoringRow.id).limit(1)).first() is not None


def predecessor(session: Session, occurrence_id: int) -> int | None:
    """Return the claim whose words stood where this occurrence's stand, in the newest version."""
    query = (
        select(OccurrenceRow.claim_id)
        .join(AnchoringRow, col(AnchoringRow.occurrence_id) == col(OccurrenceRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(AnchoringRow.successor_id == occurrence_id)
        .order_by(col(AnchoringRow.carried).desc(), col(VersionRow.number).desc())
    )
    return session.exec(query).first()


def replaced(session: Session, occurrence_id: int) -> set[int]:
    """Return the claims that stand changed in the version in which this occurrence stands."""
    query = (
        select(OccurrenceRow.claim_id)
        .join(AnchoringRow, col(AnchoringRow.occurrence_id) == col(OccurrenceRow.id))
        .where(
            AnchoringRow.fate == Fate.CHANGED,
            col(AnchoringRow.version_id).in_(
                select(OccurrenceRow.version_id).where(OccurrenceRow.id == occurrence_id)
            ),
        )
    )
    return set(session.exec(query))


def successors(session: Session, occurrence_id: int) -> list[int]:
    """Return the claims of later versions that stand where this occurrence's words stood."""
    query = (
        select(OccurrenceRow.claim_id)
        .join(AnchoringRow, col(AnchoringRow.successor_id) == col(OccurrenceRow.id))
        .where(AnchoringRow.occurrence_id == occurrence_id)
    )
    return list(session.exec(query))


def carried(session: Session, claim_ids: Collection[int]) -> dict[int, int]:
    """Return, of these claims, those that an earlier version of their article has unchanged.

    With each the claim of the earlier version; only where both are one claim.
    """
    return dict(session.exec(_again(claim_ids).where(col(AnchoringRow.carried))).all())


def again(session: Session, claim_ids: Collection[int]) -> set[int]:
    """Return, of these claims, those that an earlier version has too, in whatever words.

    They are no second report of the claim: it is the same article.
    """
    return {claim_id for claim_id, _ in session.exec(_again(claim_ids))}


def _again(claim_ids: Collection[int]) -> Any:
    later, earlier = aliased(OccurrenceRow), aliased(OccurrenceRow)
    one, other = aliased(ClaimRow), aliased(ClaimRow)
    return (
        select(one.id, other.id)
        .join(later, col(later.claim_id) == col(one.id))
        .join(AnchoringRow, col(AnchoringRow.successor_id) == col(later.id))
        .join(earlier, col(earlier.id) == col(AnchoringRow.occurrence_id))
        .join(other, col(other.id) == col(earlier.claim_id))
        .where(
            col(one.id).in_(claim_ids),
            col(one.part_of_id) == func.coalesce(other.part_of_id, other.id),
        )
    )


@dataclass(frozen=True, slots=True)
class Step:
    """What an occurrence came to in one version; `successor_id` is what stands there now."""

    version: int
    captured_at: datetime
    fate: Fate
    state: AnchorState
    score: float
    successor_id: int | None
    carried: bool


def histories(session: Session, occurrence_ids: Collection[int]) -> dict[int, list[Step]]:
    """Return what became of each occurrence, from its own version to the latest that says.

    A statement that a later version carries on is followed there. Where an article has one
    version only, the list is empty.
    """
    query = (
        select(OccurrenceRow.id, VersionRow)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(col(OccurrenceRow.id).in_(occurrence_ids))
    )
    own = dict(session.exec(query).all())
    several = _with_versions(session, {version.article_id for version in own.values()})
    steps: dict[int, list[tuple[AnchoringRow, VersionRow]]] = defaultdict(list)
    for row, version in _of_article(session, several):
        steps[row.occurrence_id].append((row, version))
    return {
        number: _history(number, version, steps) if version.article_id in several else []
        for number, version in own.items()
    }


def _with_versions(session: Session, article_ids: Collection[int]) -> set[int]:
    query = (
        select(VersionRow.article_id)
        .where(col(VersionRow.article_id).in_(article_ids))
        .group_by(col(VersionRow.article_id))
        .having(func.count() > 1)
    )
    return set(session.exec(query))


def _history(
    number: int, own: VersionRow, steps: dict[int, list[tuple[AnchoringRow, VersionRow]]]
) -> list[Step]:
    found = [Step(own.number, own.captured_at, Fate.PRESENT, AnchorState.EXACT, 1.0, None, False)]
    at: int | None = number
    while at is not None:
        here, at = at, None
        for row, version in steps[here]:
            found.append(
                Step(
                    version=version.number,
                    captured_at=version.captured_at,
                    fate=Fate(row.fate),
                    state=AnchorState(row.state),
                    score=row.score,
                    successor_id=row.successor_id,
                    carried=row.carried,
                )
            )
            if row.carried:
                at = row.successor_id
    return found


def records(session: Session, of: UidOf) -> Iterator[Record]:
    """Yield every anchoring as exports hold it, in the order of uid."""
    query = select(AnchoringRow).order_by(col(AnchoringRow.uid))
    for row in session.exec(query.execution_options(yield_per=500)):
        yield {
            "id": row.uid,
            **anchoring_record(
                row,
                of(OccurrenceRow, row.occurrence_id) or "",
                of(VersionRow, row.version_id) or "",
                of(OccurrenceRow, row.successor_id),
            ),
        }


def row_of(record: Record, number: Callable[[str, str | None], Any]) -> AnchoringRow:
    """Return the row that an exported record is; `number` gives a row's number by its uid."""
    return AnchoringRow(
        uid=record["id"],
        occurrence_id=number("occurrence", record["occurrence"]),
        version_id=number("article_version", record["version"]),
        successor_id=number("occurrence", record["successor"]),
        **{name: record[name] for name in ("fate", "state", "score", "anchors", "carried")},
    )
