"""Finding the stored claims that share rare words with a text.

Every claim's keys (hashes of stemmed words and word pairs) lie in `claim_key`,
written in the claim's own transaction, and `key_count` holds how many claims have
each key. One query sums the rarity of the shared keys; keys that very many
claims share are not looked up, which bounds the work whatever the corpus.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from json import dumps
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, inspect, text
from sqlalchemy import select as core_select
from sqlmodel import Session, col, func, select

from tracker.store import identities, joint
from tracker.store.naming import name_key
from tracker.store.tables import (
    AgentNameRow,
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

_KEYS: Any = inspect(ClaimKeyRow).local_table
_CLAIMS: Any = inspect(ClaimRow).local_table

Held = Iterable[tuple[int, Collection[int]]]
"""Claims by number, each with keys."""


def add_keys(session: Session, held: Held) -> None:
    """Store the keys of claims, each given by its number, and count them."""
    rows = _rows(held)
    if rows:
        _insert(session, "INSERT INTO claim_key (hash, claim_id) {}", rows)
        _count(session, Counter(key for key, _ in rows))


def drop_keys(session: Session, claim: ClaimRow) -> None:
    """Forget the keys of a claim whose words were corrected."""
    query = select(ClaimKeyRow.hash).where(ClaimKeyRow.claim_id == claim.id)
    change_keys(session, drop=[(claim.id, list(session.exec(query)))], add=[])


_DROP = delete(_KEYS).where(
    _KEYS.c.hash == bindparam("hash"), _KEYS.c.claim_id == bindparam("claim_id")
)


def change_keys(session: Session, drop: Held, add: Held) -> None:
    """Take these keys from claims and give them those."""
    rows = _rows(drop)
    if rows:
        # Through the connection: as mapped objects they would be deleted one by one.
        values = [{"hash": key, "claim_id": claim_id} for key, claim_id in rows]
        session.connection().execute(_DROP, values)
        dropped = Counter(key for key, _ in rows)
        _count(session, {key: -claims for key, claims in dropped.items()})
    add_keys(session, add)


def _rows(held: Held) -> list[tuple[int, int]]:
    # In the order in which the table lies on the disk: neighbours share a page.
    return sorted((key, claim_id) for claim_id, keys in held for key in keys)


def _count(session: Session, changes: Mapping[int, int]) -> None:
    if changes:
        _insert(session, _ADD_UP, sorted(changes.items()))


_ADD_UP = """INSERT INTO key_count (hash, claims) {}
ON CONFLICT (hash) DO UPDATE SET claims = key_count.claims + excluded.claims"""

_PAIRS = {
    "sqlite": "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]')"
    " FROM json_each(:pairs) WHERE true",
    "postgresql": "SELECT (value ->> 0)::int, (value ->> 1)::int"
    " FROM jsonb_array_elements(CAST(:pairs AS jsonb)) AS pair (value)",
}


def _insert(session: Session, statement: str, pairs: Sequence[tuple[int, int]]) -> None:
    """Insert pairs of numbers in one statement, handed over as one JSON text.

    A claim has some thirty keys; given one by one to the driver they cost twice as much.
    """
    source = _PAIRS[session.get_bind().dialect.name]
    session.execute(text(statement.format(source)), {"pairs": dumps(pairs)})


class Candidate(NamedTuple):
    """A claim that shares keys with a text: their summed rarity, and how many they are."""

    claim_id: int
    rarity: float
    shared: int


def find_candidates(
    session: Session, keys: Collection[int], limit: int = CANDIDATES, least: int = 1
) -> list[int]:
    """Return the ids of the claims that share the rarest of `keys`, best first.

    Claims that share fewer than `least` of the keys that are looked up are left out.
    """
    return [one.claim_id for one in rank_candidates(session, keys, limit, least)]


def rank_candidates(
    session: Session,
    keys: Collection[int],
    limit: int = CANDIDATES,
    least: int = 1,
    share: float = 0.0,
) -> list[Candidate]:
    """Return the same claims with what they share.

    The rarity of a key is the logarithm of all claims over the claims that have it, here in
    millionths. Of equals at the limit those whose uid comes first are kept; none of them where
    their rarity is under this `share` of the best's.
    """
    if not keys:
        return []
    asked = {"keys": sorted(keys)[:LOOKUPS], "common": COMMON, "work": WORK, "least": least}
    found = _read(session, _BEST, {**asked, "limit": limit + 1})
    if len(found) <= limit or found[limit].rarity < found[limit - 1].rarity:
        return found[:limit]
    last = found[limit].rarity
    sure = [one for one in found if one.rarity > last]
    if last < share * found[0].rarity:
        return sure
    equals = {**asked, "rarity": last, "limit": limit - len(sure)}
    return [*sure, *_read(session, _EQUALS, equals)]


def _read(session: Session, query: Any, asked: Mapping[str, Any]) -> list[Candidate]:
    return [Candidate(*row) for row in session.execute(query, asked)]


def _sharing() -> tuple[Any, Any]:
    """Return a query for the claims that share keys, and the summed rarity of these keys."""
    held, claims = inspect(KeyCountRow).local_table.c
    work = func.sum(claims).over(order_by=(claims, held)).label("work")
    known = (
        core_select(held, claims, work)
        .where(
            held.in_(bindparam("keys", expanding=True)),
            claims.between(1, bindparam("common")),
        )
        .subquery()
    )
    # The highest number stands for the count of claims: counting would read them all.
    total = core_select(func.max(_CLAIMS.c.id)).scalar_subquery()
    # In millionths: the sum of the same numbers in another order may differ in its last digit.
    rarity = func.round(func.sum(func.ln((total + 1.0) / known.c.claims)) * 1e6)
    query = (
        core_select(_KEYS.c.claim_id, rarity.label("rarity"), func.count().label("shared"))
        .join(known, known.c.hash == _KEYS.c.hash)
        .where(known.c.work <= bindparam("work"))
        .group_by(_KEYS.c.claim_id)
        .having(func.count() >= bindparam("least"))
    )
    return query, rarity


def _equals() -> Any:
    query, rarity = _sharing()
    equal = query.having(rarity == bindparam("rarity")).subquery()
    named = core_select(*equal.c).join(_CLAIMS, equal.c.claim_id == _CLAIMS.c.id)
    return named.order_by(_CLAIMS.c.uid).limit(bindparam("limit"))


def _best() -> Any:
    query, rarity = _sharing()
    return query.order_by(rarity.desc(), _KEYS.c.claim_id).limit(bindparam("limit"))


_BEST = _best()
"""Made once: it is asked for every claim. The best, with the rarity of what they share."""

_EQUALS = _equals()
"""Asked where the limit falls among equals: those of one rarity, by uid."""


def find_said_with(
    session: Session, agents: Any, keys: Collection[int], limit: int = CANDIDATES
) -> list[int]:
    """Return claims by any of the agents of a query, as `find_candidates` does of all.

    What they say together with others is among them.
    """
    query, _ = _sharing()
    alike = query.subquery()
    said = (
        core_select(_CLAIMS.c.id)
        .join(alike, alike.c.claim_id == _CLAIMS.c.id)
        .where(joint.is_said_by(agents))
        .order_by(alike.c.rarity.desc(), _CLAIMS.c.uid)
        .limit(limit)
    )
    asked = {"keys": sorted(keys)[:LOOKUPS], "common": COMMON, "work": WORK, "least": 1}
    return list(session.execute(said, asked).scalars())


READ = 1_000
"""Claims of one speaker or event, at the days in question, of which the best are chosen."""

_DAY = timedelta(days=1)
"""The longest that a time of publication is uncertain: a date without a time."""

_YEAR = timedelta(days=366)
"""The longest that the days of an event are uncertain."""


def find_by_speaker(
    session: Session,
    names: Collection[str],
    since: datetime,
    until: datetime,
    limit: int,
    keys: Collection[int] = (),
) -> list[int]:
    """Return claims by a speaker of one of `names`, published from `since` to `until`.

    A re-translation shares few words with the original: who and when find it. Of more
    than `limit` those that share the most of `keys` are kept.
    """
    if not names:
        return []
    named = sorted({name_key(name) for name in names})
    query = _BY_SPEAKER
    if identities.any_merged(session):
        query = _by_speaker(identities.agents_named(session, named))
    # The index is read from a day earlier on: what was published before that is over.
    earliest = since - min(_DAY, since - _DAWN)
    days = {"since": since, "until": until, "earliest": earliest}
    return _some(session, query, {"names": named, **days}, limit, keys)


def _by_speaker(agents: Any) -> Any:
    published = col(ClaimRow.published_start)
    return (
        select(ClaimRow.id)
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .where(
            col(ClaimRow.speaker_id).in_(agents),
            published.between(bindparam("earliest"), bindparam("until")),
            col(ArticleRow.published_end) >= bindparam("since"),
        )
        .order_by(col(ClaimRow.uid))
        .limit(bindparam("read"))
    )


_BY_SPEAKER = _by_speaker(
    select(AgentNameRow.agent_id).where(
        col(AgentNameRow.key).in_(bindparam("names", expanding=True))
    )
)
"""Made once, for when nobody was merged with another."""

_DAWN = datetime.min.replace(tzinfo=UTC)


def find_by_event(
    session: Session,
    type_: str,
    starts: date,
    ends: date,
    limit: int,
    keys: Collection[int] = (),
) -> list[int]:
    """Return claims that report an event of this type within these days.

    Of more than `limit` those that share the most of `keys` are kept.
    """
    # The index is read from the first day on at which so long an event may have begun.
    earliest = starts - min(_YEAR, starts - date.min)
    days = {"starts": starts, "ends": ends, "earliest": earliest}
    return _some(session, _BY_EVENT, {"type": type_, **days}, limit, keys)


def _by_event() -> Any:
    return (
        select(ClaimRow.id)
        .join(EventRow, col(EventRow.id) == col(ClaimRow.event_id))
        .where(
            col(EventRow.type) == bindparam("type"),
            col(EventRow.starts).between(bindparam("earliest"), bindparam("ends")),
            col(EventRow.ends) >= bindparam("starts"),
        )
        .order_by(col(ClaimRow.uid))
        .limit(bindparam("read"))
    )


_BY_EVENT = _by_event()


def _some(
    session: Session, query: Any, wanted: Mapping[str, Any], limit: int, keys: Collection[int]
) -> list[int]:
    """Return at most `limit` of the claims that a query gives, the same in whatever order
    they were added: those that share the most of `keys`, of equals the first by uid."""
    found = list(session.exec(query, params={**wanted, "read": READ}))
    if len(found) <= limit:
        return sorted(found)
    shared = (
        select(ClaimKeyRow.claim_id, func.count())
        .where(
            col(ClaimKeyRow.claim_id).in_(found),
            # Not by the index on keys, which would be searched once a key and claim.
            (col(ClaimKeyRow.hash) + 0).in_(sorted(keys)[:LOOKUPS]),
        )
        .group_by(col(ClaimKeyRow.claim_id))
    )
    count = dict(session.exec(shared).all())
    # A stable sort: equals stay in order of uid.
    return sorted(sorted(found, key=lambda claim_id: -count.get(claim_id, 0))[:limit])
