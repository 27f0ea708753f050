"""Outlets, articles and versions, written as they were."""

import base64
import zlib
from datetime import datetime

from tracker.model import Published
from tracker.store.articles import sha256
from tracker.store.records import Record
from tracker.store.redactions import EMPTIED
from tracker.store.restore.base import Restored, check
from tracker.store.tables import ArticleRow, BlobRow, OutletRow, VersionRow


def add_outlet(to: Restored, r: Record) -> None:
    """Write an outlet."""
    to.keep(OutletRow(uid=r["id"], name=r["name"], key=r["key"]))


def add_article(to: Restored, r: Record) -> None:
    """Write an article."""
    published = Published.parse(r["published_at"]) if r["published_at"] else None
    to.keep(
        ArticleRow(
            uid=r["id"],
            outlet_id=to.id_of("outlet", r["outlet"]),
            url=r["url"],
            content_hash=r["content_hash"],
            published_at=r["published_at"],
            published_start=published.start if published else None,
            published_end=published.end if published else None,
        )
    )


def add_version(to: Restored, r: Record) -> None:
    """Write a version and the bytes it was captured from, which must have the hashes told."""
    packed = r.pop("body")
    body = base64.b64decode(packed or "", validate=True)
    size = r.pop("size", len(body))
    check(packed is None or sha256(body) == r["body_sha256"], r["id"], "bytes")
    check(sha256(r["text"].encode()) == r["text_sha256"], r["id"], "text")
    if to.tx.session.get(BlobRow, r["body_sha256"]) is None:
        to.add(
            BlobRow(
                sha256=r["body_sha256"],
                size=size,
                codec=EMPTIED if packed is None else "zlib",
                body=body if packed is None else zlib.compress(body),
            )
        )
        to.tx.session.flush()
    article_id = to.id_of("article", r.pop("article"))
    at = datetime.fromisoformat(r.pop("captured_at"))
    text = r["text"]
    row = VersionRow(uid=r.pop("id"), article_id=article_id, captured_at=at, **r)
    to.texts[to.keep(row)] = text
