"""What a reader is told where words were redacted, and where an article was withdrawn."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from sqlmodel import Session

from tracker.model import BLOCK
from tracker.store import claims, redactions
from tracker.store.withdrawals import withdrawals_of
from tracker.views.shapes import Shape

_BLOCKS = re.compile(f"{BLOCK}+")


def redaction_shape(row: Any) -> Shape:
    """Return a tombstone to show: what is gone, why, by whom, when, on what ground."""
    return {
        "record_kind": row.record_kind,
        "record_uid": row.record_uid,
        "part": row.part,
        "reason": row.reason,
        "user": row.user,
        "at": row.at.isoformat(),
        "ground": row.ground,
        "asked_by": row.asked_by,
        "entry": row.entry,
    }


def redactions_of(session: Session, *uids: str) -> list[Shape]:
    """Return the tombstones of these records, oldest first."""
    return [redaction_shape(row) for row in redactions.of_records(session, uids)]


def every_redaction(session: Session) -> list[Shape]:
    """Return all tombstones, oldest first."""
    return [redaction_shape(row) for row in redactions.every(session)]


def withdrawal_shapes(session: Session, article_ids: Collection[int]) -> dict[int, Shape | None]:
    """Return who withdrew each article, when and why; None for one that counts."""
    held = withdrawals_of(session, article_ids)
    told = {
        article_id: {"reason": row.reason, "user": row.user, "at": row.at.isoformat()}
        for article_id, row in held.items()
    }
    return {article_id: told.get(article_id) for article_id in article_ids}


def labelled(session: Session, shape: Any) -> Any:
    """Return a shape to print, with "[redacted: reason, by, date]" where words stood.

    What is read by programs keeps the blocks, so that offsets stay right.
    """
    rows = redactions.every(session)
    if not rows:
        return shape
    everything = {
        row.record_uid: f"[redacted: {row.reason}, {row.user}, {row.at:%Y-%m-%d}]" for row in rows
    }
    by_article = {
        article_id: everything[uid]
        for article_id, uid in redactions.articles_of(session, rows).items()
    }
    return _Labels(session, by_article, next(reversed(everything.values()))).of(shape, None)


class _Labels:
    """The label of each article, given to the blocks in the shapes that name it."""

    def __init__(self, session: Session, by_article: Mapping[int, str], other: str) -> None:
        self._session = session
        self._by_article = by_article
        self._other = other
        self._articles: dict[int, int] = {}

    def of(self, value: Any, article: int | None) -> Any:
        """Return a value with its blocks labelled; `article` is the one it is part of."""
        if isinstance(value, str):
            if BLOCK not in value:
                return value
            label = self._by_article.get(article or 0, self._other)
            return _BLOCKS.sub(lambda _: label, value)
        if isinstance(value, list):
            return [self.of(one, article) for one in value]
        if isinstance(value, dict):
            here = self._article(value) or article
            return {name: self.of(one, here) for name, one in value.items()}
        return value

    def _article(self, shape: Shape) -> int | None:
        if isinstance(shape.get("article_id"), int):
            return int(shape["article_id"])
        claim_id = shape.get("claim_id")
        if not isinstance(claim_id, int):
            return None
        if claim_id not in self._articles:
            self._articles[claim_id] = claims.article_of(self._session, claim_id)
        return self._articles[claim_id]
