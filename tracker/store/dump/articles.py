"""Outlets, articles and versions as an export has them."""

import base64
from collections.abc import Iterator

from sqlmodel import Session

from tracker.errors import NotVerified
from tracker.store import articles
from tracker.store.dump.base import Uids, rows_of
from tracker.store.records import Record
from tracker.store.redactions import EMPTIED
from tracker.store.tables import ArticleRow, BlobRow, OutletRow, VersionRow


def outlets(session: Session, _uids: Uids) -> Iterator[Record]:
    """Yield every outlet."""
    for row in rows_of(session, OutletRow):
        yield {"id": row.uid, "name": row.name, "key": row.key}


def article_records(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every article."""
    for row in rows_of(session, ArticleRow):
        yield {
            "id": row.uid,
            "outlet": uids.of(OutletRow, row.outlet_id),
            "url": row.url,
            "content_hash": row.content_hash,
            "published_at": row.published_at,
        }


def versions(session: Session, uids: Uids) -> Iterator[Record]:
    """Yield every version with its text, and its bytes in base64.

    Raises:
        NotVerified: the bytes are missing, or not the ones that were captured.
    """
    for row in rows_of(session, VersionRow):
        blob = session.get(BlobRow, row.body_sha256)
        if blob is None:
            raise NotVerified(f"version {row.uid} has lost the bytes it was captured from")
        is_gone = blob.codec == EMPTIED
        yield {
            "id": row.uid,
            **articles.version_record(row, uids.of(ArticleRow, row.article_id) or ""),
            "text": row.text,
            "body": None if is_gone else base64.b64encode(articles.body_of(blob)).decode(),
            **({"size": blob.size} if is_gone else {}),
        }
