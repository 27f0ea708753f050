"""Outlets, articles and versions as they stand."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from tracker.errors import NotVerified
from tracker.model import Published
from tracker.store.articles import article_record, body_of, sha256, version_record
from tracker.store.articles import walk_versions as walk
from tracker.store.redactions import EMPTIED
from tracker.store.standing.base import Standing, batches, folded, uids_of, unless
from tracker.store.tables import ArticleRow, BlobRow, OutletRow, VersionRow


def walk_outlets(session: Session) -> Iterator[list[Standing]]:
    """Yield every outlet."""
    for rows in batches(session, OutletRow):
        yield [
            Standing(f"outlet {r.name!r}", r.uid, {"name": r.name}, folded(r.name, r.key))
            for r in rows
        ]


def walk_articles(session: Session) -> Iterator[list[Standing]]:
    """Yield every article."""
    for rows in batches(session, ArticleRow):
        outlets = uids_of(session, OutletRow, [row.outlet_id for row in rows])
        yield [
            Standing(
                f"article {row.id}",
                row.uid,
                article_record(row, outlets[row.outlet_id]),
                _published(row),
            )
            for row in rows
        ]


def _published(row: ArticleRow) -> tuple[str, ...]:
    wanted: tuple[Any, Any] = (None, None)
    if row.published_at is not None:
        published = Published.parse(row.published_at)
        wanted = published.start, published.end
    held = row.published_start, row.published_end
    return unless(held == wanted, "its interval of publication is not that of its date")


def walk_versions(session: Session) -> Iterator[list[Standing]]:
    """Yield every version, checked against its text and the bytes it was captured from."""
    for version, blob in walk(session):
        articles = uids_of(session, ArticleRow, [version.article_id])
        yield [
            Standing(
                f"version {version.uid} (article {version.article_id})",
                version.uid,
                version_record(version, articles[version.article_id] or ""),
                tuple(_wrong(version, blob)),
            )
        ]


def _wrong(version: VersionRow, blob: BlobRow | None) -> Iterator[str]:
    if sha256(version.text.encode()) != version.text_sha256:
        yield "its text is not the text that was captured"
    if blob is None:
        yield "the bytes it was captured from are missing"
        return
    if blob.codec == EMPTIED:
        return  # a tombstone must say so, which is checked with the tombstones
    try:
        body = body_of(blob)
    except NotVerified as error:
        yield str(error)
    else:
        if len(body) != blob.size:
            yield f"blob {blob.sha256[:12]} does not say its size"
