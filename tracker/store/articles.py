"""Articles, their versions and the bytes behind them."""

import hashlib
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, func, select

from tracker.errors import NotFound, NotVerified
from tracker.store.tables import ArticleRow, BlobRow, OccurrenceRow, OutletRow, VersionRow


class Outcome(StrEnum):
    """What giving the store a capture did."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Added:
    """The article and version that now hold a capture, and whether they are new."""

    article: ArticleRow
    version: VersionRow
    outcome: Outcome


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def article_record(row: ArticleRow, outlet_uid: str | None) -> dict[str, str | None]:
    """Return an article as the ledger holds it."""
    return {
        "outlet": outlet_uid,
        "url": row.url,
        "content_hash": row.content_hash,
        "published_at": row.published_at,
    }


def version_record(row: VersionRow, article_uid: str) -> dict[str, str | int | None]:
    """Return a version as the ledger and exports hold it, without its text and bytes."""
    return {
        "article": article_uid,
        "number": row.number,
        "body_sha256": row.body_sha256,
        "text_sha256": row.text_sha256,
        "title": row.title,
        "author": row.author,
        "media_type": row.media_type,
        "encoding": row.encoding,
        "encoding_from": row.encoding_from,
        "extractor": row.extractor,
        "extractor_version": row.extractor_version,
        "state": row.state,
        "captured_at": row.captured_at.isoformat(),
    }


def body_of(row: BlobRow) -> bytes:
    """Return the bytes of a capture as they were received.

    Raises:
        NotVerified: they cannot be unpacked, or are not the bytes that were stored.
    """
    try:
        body = zlib.decompress(row.body) if row.codec == "zlib" else row.body
    except zlib.error as error:
        raise NotVerified(f"blob {row.sha256[:12]} cannot be unpacked: {error}") from error
    if sha256(body) != row.sha256:
        raise NotVerified(f"blob {row.sha256[:12]} holds other bytes than were captured")
    return body


def get_article(session: Session, article_id: int) -> ArticleRow:
    """Return an article by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise NotFound(f"no article {article_id}: see `tracker article list`")
    return row


def get_version(session: Session, article_id: int, number: int | None = None) -> VersionRow:
    """Return a version of an article, the latest when no number is given.

    Raises:
        NotFound: there is no such article or version.
    """
    article = get_article(session, article_id)
    query = select(VersionRow).where(VersionRow.article_id == article.id)
    if number is not None:
        query = query.where(VersionRow.number == number)
    row = session.exec(query.order_by(col(VersionRow.number).desc())).first()
    if row is None:
        raise NotFound(
            f"article {article_id} has no version {number}: see `tracker article show {article_id}`"
        )
    return row


def versions_of_article(session: Session, article_id: int) -> list[VersionRow]:
    """Return the versions of an article, oldest first."""
    query = select(VersionRow).where(VersionRow.article_id == article_id)
    return list(session.exec(query.order_by(col(VersionRow.number))))


def load_versions(
    session: Session, version_ids: Collection[int]
) -> list[tuple[VersionRow, ArticleRow, str | None]]:
    """Return versions with their article and the outlet's name, oldest first."""
    query = (
        select(VersionRow, ArticleRow, OutletRow.name)
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .outerjoin(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id))
        .where(col(VersionRow.id).in_(version_ids))
        .order_by(col(VersionRow.id))
    )
    return list(session.exec(query))


def versions_of(session: Session, occurrence_ids: Collection[int]) -> dict[int, int]:
    """Return the id of the version that each occurrence stands in."""
    query = select(OccurrenceRow.id, OccurrenceRow.version_id).where(
        col(OccurrenceRow.id).in_(occurrence_ids)
    )
    return dict(session.exec(query).all())


def list_versions(session: Session, limit: int, offset: int = 0) -> list[int]:
    """Return the id of every article's latest version, in order of article."""
    latest = (
        select(func.max(VersionRow.id))
        .group_by(col(VersionRow.article_id))
        .order_by(col(VersionRow.article_id))
        .limit(limit)
        .offset(offset)
    )
    return list(session.exec(latest))


def count_articles(session: Session) -> int:
    """Return how many articles there are."""
    return session.exec(select(func.count()).select_from(ArticleRow)).one()


def added(session: Session, version_id: int) -> Added:
    """Return a stored version with its article, as adding it again would."""
    version = session.get_one(VersionRow, version_id)
    return Added(session.get_one(ArticleRow, version.article_id), version, Outcome.UNCHANGED)


def walk_versions(session: Session) -> Iterator[tuple[VersionRow, BlobRow | None]]:
    """Yield every version with its bytes, oldest first, one in memory at a time."""
    ids = session.exec(select(VersionRow.id).order_by(col(VersionRow.id))).all()
    for version_id in ids:
        version = session.get_one(VersionRow, version_id)
        blob = session.get(BlobRow, version.body_sha256)
        yield version, blob
        session.expunge(version)
        if blob is not None:
            session.expunge(blob)


def uids(session: Session, article_ids: Collection[int]) -> dict[int, str]:
    """Return the uids of these articles."""
    query = select(ArticleRow.id, ArticleRow.uid).where(col(ArticleRow.id).in_(article_ids))
    return dict(session.exec(query).all())


def texts_of(session: Session, version_ids: Collection[int]) -> dict[int, str]:
    """Return the texts of these versions."""
    query = select(VersionRow.id, VersionRow.text).where(col(VersionRow.id).in_(version_ids))
    return dict(session.exec(query).all())


def outlet_names(session: Session) -> list[str]:
    """Return the names of all outlets, in order."""
    return list(session.exec(select(OutletRow.name).order_by(col(OutletRow.name))))
