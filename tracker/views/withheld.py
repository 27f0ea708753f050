"""What a reader is told where words were redacted, and where an article was withdrawn."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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
    names = _label([row for row in rows if row.record_kind == "agent"])
    reasons = _label([row for row in rows if row.record_kind not in ("agent", "version")])
    article = redactions.articles_of(session, rows)
    of_article: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        if row.record_uid in article:
            of_article[article[row.record_uid]].append(row)
    by_article = {number: _label(found) for number, found in of_article.items()}
    return _Labels(session, by_article, names, reasons).of(shape, None, None)


def _label(rows: Sequence[Any]) -> str:
    told = dict.fromkeys(f"{row.reason}, {row.user}, {row.at:%Y-%m-%d}" for row in rows)
    return f"[redacted: {'; '.join(told)}]" if told else "[redacted]"


_NAMES = frozenset({"speaker", "agent", "name", "names", "proposed", "into_name", "other_name"})
"""What shapes call the names of agents."""

_REASONS = frozenset({"before", "after", "reason"})
"""What they call the words of people's decisions."""


class _Labels:
    """The label for the blocks in a shape, by the article that it names and by its field."""

    def __init__(
        self, session: Session, by_article: Mapping[int, str], names: str, reasons: str
    ) -> None:
        self._session = session
        self._by_article = by_article
        self._names = names
        self._reasons = reasons
        self._articles: dict[int, int] = {}

    def of(self, value: Any, name: str | None, article: int | None) -> Any:
        """Return a value with its blocks labelled; `name` is its field, `article` where it is."""
        if isinstance(value, str):
            if BLOCK not in value:
                return value
            label = self._label(name, article)
            return _BLOCKS.sub(lambda _: label, value)
        if isinstance(value, list):
            return [self.of(one, name, article) for one in value]
        if isinstance(value, dict):
            here = self._article(value) or article
            return {field: self.of(one, field, here) for field, one in value.items()}
        return value

    def _label(self, name: str | None, article: int | None) -> str:
        if name in _NAMES:
            return self._names
        if name in _REASONS:
            return self._reasons
        return self._by_article.get(article or 0, "[redacted]")

    def _article(self, shape: Shape) -> int | None:
        if isinstance(shape.get("article_id"), int):
            return int(shape["article_id"])
        claim_id = shape.get("claim_id")
        if not isinstance(claim_id, int):
            return None
        if claim_id not in self._articles:
            self._articles[claim_id] = claims.article_of(self._session, claim_id)
        return self._articles[claim_id]
