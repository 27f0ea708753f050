"""Claims as the matcher sees them, with what decides their order."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, inspect, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from tracker.errors import NotFound
from tracker.model import (
    RECORD,
    Claim,
    DateInterval,
    Event,
    Kind,
    Precision,
    Published,
    StatementType,
)
from tracker.store import identities
from tracker.store.identities import Known
from tracker.store.reported import load_events
from tracker.store.session import portions
from tracker.store.tables import (
    ArticleRow,
    ClaimRow,
    OccurrenceRow,
    VersionRow,
)

UNDATED = datetime.max.replace(tzinfo=UTC)
"""Where an article of unknown date stands in the order: after every dated one."""

Order = tuple[datetime, str, int, int, str]


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its place in the store.

    `order` decides which of two is the earlier, whatever the order of adding:
    publication, the hash of the article's text, the version, the place in the text.
    `version` is the number of the article's version. `parent_id` is the occurrence that this
    one stands inside of.
    """

    id: int
    uid: str
    claim: Claim
    occurrence_id: int
    occurrence_uid: str
    article_id: int
    version: int
    parent_id: int | None
    part_of: int | None
    rejected: bool
    order: Order


def load_claims(session: Session, claim_ids: Iterable[int]) -> dict[int, StoredClaim]:
    """Return the stored claims of these ids, in a handful of queries however many."""
    ids = sorted(set(claim_ids))
    if not ids:
        return {}
    session.flush()  # what is read below goes past the session's own objects
    rows = session.execute(_LOADED, {"ids": ids}).all()
    speakers = identities.known(session, (row.speaker_id for row in rows))
    events = load_events(session, {row.occurrence_id: row.event_id for row in rows if row.event_id})
    return {row.id: _stored(row, speakers, events) for row in rows}


def _loaded() -> Any:
    claim, occurrence, version, article = (
        inspect(table).local_table.c for table in (ClaimRow, OccurrenceRow, VersionRow, ArticleRow)
    )
    return (
        core_select(
            *claim,
            occurrence.id.label("occurrence_id"),
            occurrence.uid.label("occurrence_uid"),
            occurrence.parent_id,
            occurrence.rejected,
            occurrence.ordinal,
            version.number,
            version.title,
            version.article_id,
            article.content_hash,
            article.published_at,
        )
        .join(occurrence.id.table, occurrence.claim_id == claim.id)
        .join(version.id.table, version.id == occurrence.version_id)
        .join(article.id.table, article.id == version.article_id)
        .where(claim.id.in_(bindparam("ids", expanding=True)))
    )


_LOADED = _loaded()
"""Made once, and of columns: as objects the rows cost several times as much."""


def _stored(row: Any, speakers: dict[int, Known], events: dict[int, Event]) -> StoredClaim:
    published = Published.parse(row.published_at) if row.published_at else None
    speaker = speakers[row.speaker_id] if row.speaker_id else None
    return StoredClaim(
        id=row.id,
        uid=row.uid,
        claim=Claim(
            text=row.text,
            kind=Kind(row.kind),
            type=StatementType(row.type),
            id=row.id,
            external_id=row.external_id,
            speaker=speaker.name if speaker else None,
            speaker_names=_all_names(row, speaker),
            unnamed_source=row.unnamed_source,
            said_on=said_on(row),
            published=published,
            event=events.get(row.occurrence_id),
            context=row.context,
            headline=row.title or "",
            denied=row.denied,
        ),
        occurrence_id=row.occurrence_id,
        occurrence_uid=row.occurrence_uid,
        article_id=row.article_id,
        version=row.number,
        parent_id=row.parent_id,
        part_of=row.part_of_id,
        rejected=row.rejected,
        order=(
            row.published_start or UNDATED,
            row.content_hash,
            row.number,
            row.ordinal,
            row.occurrence_uid,
        ),
    )


def said_on(claim: ClaimRow) -> DateInterval | None:
    """Return when a claim was uttered, as the article says; None when it does not."""
    if claim.said_start is None or claim.said_end is None or claim.said_precision is None:
        return None
    return DateInterval(
        claim.said_start,
        claim.said_end,
        Precision(claim.said_precision),
        claim.said_as_printed or "",
    )


def _all_names(claim: ClaimRow, speaker: Known | None) -> tuple[str, ...]:
    """Return the names that the article gives, with those of all that are one with the speaker."""
    if speaker is None or not speaker.names:
        return tuple(claim.speaker_names)
    return tuple(sorted({*claim.speaker_names, *speaker.names}))


def get_claim(session: Session, claim_id: int) -> ClaimRow:
    """Return a claim by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(ClaimRow, claim_id)
    if row is None:
        raise NotFound(f"no claim {claim_id}: see `tracker claim list`")
    return row


def date_claims(session: Session) -> None:
    """Give every claim the time at which its article was published, after a restore."""
    published = (
        select(ArticleRow.published_start)
        .join(VersionRow, col(VersionRow.article_id) == col(ArticleRow.id))
        .join(OccurrenceRow, col(OccurrenceRow.version_id) == col(VersionRow.id))
        .where(col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .scalar_subquery()
    )
    statement = update(ClaimRow).values(published_start=published)
    session.execute(statement, execution_options={"synchronize_session": False})


def by_uid(session: Session, uid: str) -> ClaimRow:
    """Return the claim of this uid, which must be there."""
    return session.exec(select(ClaimRow).where(ClaimRow.uid == uid)).one()


def words_of(session: Session, external_ids: Collection[str]) -> dict[str, set[str]]:
    """Return the SHA-256 of the words that were recorded with each external id, if any were.

    Of the words as they came: what a person corrected since is beside them.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for some in portions(external_ids):
        query = (
            select(ClaimRow.external_id, VersionRow.text_sha256)
            .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
            .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
            .where(col(ClaimRow.external_id).in_(some), col(VersionRow.extractor) == RECORD)
        )
        for external_id, words in session.exec(query):
            found[str(external_id)].add(words)
    return dict(found)


def get_occurrence(session: Session, occurrence_id: int) -> OccurrenceRow:
    """Return an occurrence by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(OccurrenceRow, occurrence_id)
    if row is None:
        raise NotFound(f"no occurrence {occurrence_id}: see `tracker article show`")
    return row


def article_of(session: Session, claim_id: int) -> int:
    """Return the number of the article that words a claim, which must be there."""
    query = (
        select(VersionRow.article_id)
        .join(OccurrenceRow, col(OccurrenceRow.version_id) == col(VersionRow.id))
        .where(OccurrenceRow.claim_id == claim_id)
    )
    return session.exec(query).one()


def wholes(session: Session, claim_ids: Collection[int]) -> dict[int, int]:
    """Return the claim that each of these is part of, itself where it stands by itself."""
    query = select(ClaimRow.id, ClaimRow.part_of_id).where(col(ClaimRow.id).in_(claim_ids))
    return {claim_id: part_of or claim_id for claim_id, part_of in session.exec(query)}


def parts_of(session: Session, occurrence_ids: Collection[int]) -> dict[int, int]:
    """Return the claim that each of these occurrences is linked to; originals are left out."""
    query = (
        select(OccurrenceRow.id, ClaimRow.part_of_id)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(col(OccurrenceRow.id).in_(occurrence_ids), col(ClaimRow.part_of_id).is_not(None))
    )
    return {occurrence_id: part_of for occurrence_id, part_of in session.exec(query) if part_of}


def members(session: Session, claim_ids: Collection[int]) -> dict[int, list[int]]:
    """Return, for each claim, the claims that are part of it."""
    found: dict[int, list[int]] = {claim_id: [] for claim_id in claim_ids}
    query: Any = select(ClaimRow.part_of_id, ClaimRow.id).where(
        col(ClaimRow.part_of_id).in_(claim_ids)
    )
    for part_of, claim_id in session.exec(query):
        found[part_of].append(claim_id)
    return found
