"""Finding the stored claims that share rare words with a text.

Every claim's keys (hashes of stemmed words and word pairs) lie in `claim_key`,
written in the claim's own transaction, and `key_count` holds how many claims have
each key. One query sums the rarity of the shared keys; keys that very many
claims share are not looked up, which bounds the work whatever the corpus.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from math import log
from typing import Any

from sqlalchemy import bindparam, delete, insert, inspect
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

LOOKUPS = 2_000
"""Keys whose rarity is asked for one text: those of some 650 words that carry meaning."""

WORK = 5_000
"""Claims that the keys of one text may name together, those of its rarest keys first.

With `LOOKUPS` it bounds the work of a query whatever the corpus and the text.
"""

CANDIDATES = 50
"""Claims handed on for one text: recall@50 was .97 to 1.0 on changed quotes."""

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


Held = Iterable[tuple[int, Collection[int]]]
"""Claims by number, each with keys."""


def add_keys(session: Session, held: Held) -> None:
    """Store the keys of claims, each given by its number, and count them."""
    rows = _rows(held)
    if rows:
        session.execute(insert(ClaimKeyRow), rows)
        _count(session, Counter(row["hash"] for row in rows))


def drop_keys(session: Session, claim: ClaimRow) -> None:
    """Forget the keys of a claim whose words were corrected."""
    query = select(ClaimKeyRow.hash).where(ClaimKeyRow.claim_id == claim.id)
    change_keys(session, drop=[(claim.id, list(session.exec(query)))], add=[])


_KEYS: Any = inspect(ClaimKeyRow).local_table
_DROP = delete(_KEYS).where(
    _KEYS.c.hash == bindparam("hash"), _KEYS.c.claim_id == bindparam("claim_id")
)


def change_keys(session: Session, drop: Held, add: Held) -> None:
    """Take these keys from claims and give them those."""
    rows = _rows(drop)
    if rows:
        # Through the connection: as mapped objects they would be deleted one by one.
        session.connection().execute(_DROP, rows)
        dropped = Counter(row["hash"] for row in rows)
        _count(session, {key: -claims for key, claims in dropped.items()})
    add_keys(session, add)


def _rows(held: Held) -> list[dict[str, int]]:
    # In the order in which the table lies on the disk: neighbours share a page.
    pairs = sorted((key, claim_id) for claim_id, keys in held for key in keys)
    return [{"hash": key, "claim_id": claim_id} for key, claim_id in pairs]


def _count(session: Session, changes: Mapping[int, int]) -> None:
    if changes:
        counts = [{"hash": key, "claims": change} for key, change in changes.items()]
        session.execute(_upsert(session), counts)


def _upsert(session: Session) -> Any:
    insert_into = _INSERT[session.get_bind().dialect.name]
    statement = insert_into(KeyCountRow)
    return statement.on_conflict_do_update(
        index_elements=["hash"],
        set_={"claims": col(KeyCountRow.claims) + statement.excluded.claims},
    )


def find_candidates(
    session: Session, keys: Collection[int], limit: int = CANDIDATES, least: int = 1
) -> list[int]:
    """Return the ids of the claims that share the rarest of `keys`, best first.

    The rarity of a key is the logarithm of all claims over the claims that have it.
    Claims that share fewer than `least` of the keys that are looked up are left out.
    """
    if not keys:
        return []
    some = sorted(keys)[:LOOKUPS]
    bounds = {"common": COMMON, "work": WORK, "least": least, "limit": limit}
    return list(session.exec(_BY_KEYS, params={"keys": some, **bounds}))


def _by_keys() -> Any:
    held, claims = col(KeyCountRow.hash), col(KeyCountRow.claims)
    work = func.sum(claims).over(order_by=(claims, held)).label("work")
    known = (
        select(held, claims, work)
        .where(
            held.in_(bindparam("keys", expanding=True)),
            claims.between(1, bindparam("common")),
        )
        .subquery()
    )
    # The highest number stands for the count of claims: counting would read them all.
    total = select(func.max(ClaimRow.id)).scalar_subquery()
    rarity = func.sum(func.ln((total + 1.0) / known.c.claims))
    return (
        select(ClaimKeyRow.claim_id)
        .join(known, known.c.hash == col(ClaimKeyRow.hash))
        .where(known.c.work <= bindparam("work"))
        .group_by(col(ClaimKeyRow.claim_id))
        .having(func.count() >= bindparam("least"))
        .order_by(rarity.desc(), col(ClaimKeyRow.claim_id))
        .limit(bindparam("limit"))
    )


_BY_KEYS = _by_keys()
"""Made once: it is asked for every claim."""


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
