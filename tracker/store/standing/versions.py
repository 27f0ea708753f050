"""What became of statements in later versions, and notices of outlets, as they stand."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlmodel import Session, col, func, select

from tracker.store.anchorings import anchoring_record
from tracker.store.notices import notice_record
from tracker.store.standing.base import Standing, Uids, batches, uids_of
from tracker.store.tables import (
    AnchoringRow,
    ArticleRow,
    ClaimRow,
    NoticeRow,
    OccurrenceRow,
    VersionRow,
)


def walk_anchorings(session: Session) -> Iterator[list[Standing]]:
    """Yield every anchoring, checked to be of places that its version's text has."""
    for rows in batches(session, AnchoringRow):
        numbers = [number for r in rows for number in (r.occurrence_id, r.successor_id)]
        occurrences = uids_of(session, OccurrenceRow, numbers)
        versions = uids_of(session, VersionRow, [row.version_id for row in rows])
        lengths = _lengths(session, {row.version_id for row in rows})
        yield [
            Standing(
                f"occurrence {row.occurrence_id} in version {row.version_id}",
                row.uid,
                anchoring_record(
                    row,
                    occurrences[row.occurrence_id] or "",
                    versions[row.version_id] or "",
                    occurrences[row.successor_id],
                ),
                tuple(_out_of(row, lengths.get(row.version_id, 0))),
            )
            for row in rows
        ]


def _lengths(session: Session, version_ids: Collection[int]) -> dict[int, int]:
    query = select(VersionRow.id, func.length(VersionRow.text))
    return dict(session.exec(query.where(col(VersionRow.id).in_(version_ids))).all())


def _out_of(row: AnchoringRow, length: int) -> Iterator[str]:
    for anchor in row.anchors:
        start, end = anchor["start"], anchor["end"]
        if start is not None and not 0 <= start < end <= length:
            yield f"its {anchor['part']} cannot stand at {start}–{end}"


def walk_notices(session: Session) -> Iterator[list[Standing]]:
    """Yield every notice."""
    for rows in batches(session, NoticeRow):
        known: dict[Any, Uids] = {
            ArticleRow: uids_of(session, ArticleRow, [row.article_id for row in rows]),
            ClaimRow: uids_of(session, ClaimRow, [row.claim_id for row in rows]),
            OccurrenceRow: uids_of(session, OccurrenceRow, [row.occurrence_id for row in rows]),
            NoticeRow: uids_of(session, NoticeRow, [row.withdraws_id for row in rows]),
        }

        def of(table: Any, number: int | None, known: dict[Any, Uids] = known) -> str | None:
            return known[table][number]

        yield [Standing(f"notice N{row.id}", row.uid, notice_record(row, of)) for row in rows]
