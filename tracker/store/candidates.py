"""Finding the stored claims that share rare words with a text.

Every claim's keys (hashes of stemmed words and word pairs) lie in `claim_key`,
written in the claim's own transaction, and `key_count` holds how many claims have
each key. One query sums the rarity of the shared keys; keys that very many
claims share are not looked up, which bounds the work whatever the corpus.
"""

from collections.abc import Collection
from datetime import date, datetime
from math import log
from typing import Any

from sqlalchemy import insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from tracker.store import identities
from tracker.store.naming import name_key
from tracker.store.tables import (
    ArticleRow,
    ClaimKeyRow,
    ClaimRow,
    EventRow,
    KeyCountRow,
    OccurrenceRow,
    VersionRow,
)

COMMON = 1_000
"""Keys that more claims than this share are not looked up.

Source: the design's measurement on one million claims, 300 to 2,000 all work.
"""

LOOKUPS = 10_000
"""Keys looked up for one text: more than any quotation has, under both engines' limits."""

CANDIDATES = 50
"""Claims compared in full for one text: recall@50 was .97 to 1.0 on changed quotes."""

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def add_keys(session: Session, claim: ClaimRow, keys: Collection[int]) -> None:
    """Store the keys of a claim and count them."""
    if not keys:
        return
    session.execute(insert(ClaimKeyRow), [{"hash": k, "claim_id": claim.id} for k in sorted(keys)])
    _count(session, sorted(keys), 1)


def drop_keys(session: Session, claim: ClaimRow) -> None:
    """Forget the keys of a claim whose words were corrected."""
    rows = session.exec(select(ClaimKeyRow).where(ClaimKeyRow.claim_id == claim.id)).all()
    for row in rows:
        session.delete(row)
    session.flush()
    _count(session, [row.hash for row in rows], -1)


def _count(session: Session, keys: list[int], change: int) -> None:
    if not keys:
        return
    upsert = _upsert(session)
    session.execute(upsert, [{"hash": key, "claims": change} for key in keys])


def _upsert(session: Session) -> Any:
    insert_into = _INSERT[session.get_bind().dialect.name]
    statement = insert_into(KeyCountRow)
    return statement.on_conflict_do_update(
        index_elements=["hash"],
        set_={"claims": col(KeyCountRow.claims) + statement.excluded.claims},
    )


def find_candidates(session: Session, keys: Collection[int], limit: int = CANDIDATES) -> list[int]:
    """Return the ids of the claims that share the rarest of `keys`, best first.

    The rarity of a key is the logarithm of all claims over the claims that have it.
    """
    if not keys:
        return []
    # The highest number stands for the count of claims: counting would read them all.
    total = select(func.max(ClaimRow.id)).scalar_subquery()
    rarity = func.sum(func.ln((total + 1.0) / col(KeyCountRow.claims)))
    query = (
        select(ClaimKeyRow.claim_id)
        .join(KeyCountRow, col(KeyCountRow.hash) == col(ClaimKeyRow.hash))
        .where(
            col(KeyCountRow.hash).in_(sorted(keys)[:LOOKUPS]),
            col(KeyCountRow.claims).between(1, COMMON),
        )
        .group_by(col(ClaimKeyRow.claim_id))
        .order_by(rarity.desc(), col(ClaimKeyRow.claim_id))
        .limit(limit)
    )
    return list(session.exec(query))


MANY = 10_000
"""Claims from which their own counts tell how rare a word is."""


def find_rarities(session: Session, keys: Collection[int]) -> dict[int, float]:
    """Return the rarity of each of `keys`, in nats; nothing while there are few claims."""
    total = session.exec(select(func.max(ClaimRow.id))).one() or 0
    if total < MANY:
        return {}
    rows = session.exec(
        select(KeyCountRow).where(
            col(KeyCountRow.hash).in_(sorted(keys)[:LOOKUPS]), col(KeyCountRow.claims) > 0
        )
    )
    return {row.hash: log(1 + total / row.claims) for row in rows}


def find_by_speaker(
    session: Session, names: Collection[str], since: datetime, until: datetime, limit: int
) -> list[int]:
    """Return claims by a speaker of one of `names`, published from `since` to `until`.

    A re-translation shares few words with the original: who and when find it.
    """
    if not names:
        return []
    keys = sorted({name_key(name) for name in names})
    speakers = identities.agents_named(session, keys)
    query = _published(since, until).where(col(ClaimRow.speaker_id).in_(speakers))
    return list(session.exec(query.order_by(col(ClaimRow.id)).limit(limit)))


def find_by_event(session: Session, type_: str, starts: date, ends: date, limit: int) -> list[int]:
    """Return claims that report an event of this type within these days."""
    query = (
        select(ClaimRow.id)
        .join(EventRow, col(EventRow.id) == col(ClaimRow.event_id))
        .where(EventRow.type == type_, col(EventRow.starts) <= ends, col(EventRow.ends) >= starts)
        .order_by(col(ClaimRow.id))
        .limit(limit)
    )
    return list(session.exec(query))


def _published(since: datetime, until: datetime) -> Any:
    return (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .where(
            col(ArticleRow.published_start) <= until,
            col(ArticleRow.published_end) >= since,
        )
    )
