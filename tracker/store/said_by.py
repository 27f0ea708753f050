"""Finding what a speaker said, on whatever day, that is most like a text.

A name that is given in part ("Velin") means everyone whose name has it: they are all
searched, and telling them apart is for whoever compares.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import fsum
from typing import Any

from sqlmodel import Session, and_, col, literal, select

from tracker.store import identities, joint
from tracker.store.candidates import (
    CANDIDATES,
    LOOKUPS,
    READ,
    find_said_with,
)
from tracker.store.naming import name_key
from tracker.store.rarities import rarities_of
from tracker.store.tables import AgentNameRow, ClaimKeyRow, ClaimRow

NAMES = 100
"""The most names that a part of a name is taken for: "Kim" is in very many."""


CHAINS = 2 * READ
"""Chains of one speaker that are gone through for what is said together with others."""


def find_said_by(
    session: Session, names: Collection[str], keys: Collection[int], limit: int = CANDIDATES
) -> list[int]:
    """Return claims by the speakers that `names` mean, those first that share the rarest keys.

    Of a speaker of up to `READ` claims all are held against `keys`; of one who says more,
    those that a key finds which not too many claims have. So is it with what a speaker says
    together with others, for one who stands in up to `CHAINS` chains and for one in more.
    Claims without any of the keys are left out; of equals those whose uid comes first are kept.
    """
    meant = sorted({key for name in names for key in keys_meant(session, name)})
    if not meant or not keys:
        return []
    agents = identities.agents_named(session, meant)
    query = select(ClaimRow.id, ClaimRow.uid).where(col(ClaimRow.speaker_id).in_(agents))
    said: dict[int, str] = dict(session.exec(query.limit(READ + 1)).all())
    if len(said) > READ:
        return find_said_with(session, agents, keys, limit)
    together = joint.said_with_others(session, meant, CHAINS)
    if together is None:
        together = _uids(session, find_said_with(session, agents, keys, limit))
    said |= together
    rarities = _rarities(session, said, keys)
    best = sorted(rarities, key=lambda claim_id: (-rarities[claim_id], said[claim_id]))
    return best[:limit]


def _uids(session: Session, claims: Collection[int]) -> dict[int, str]:
    query = select(ClaimRow.id, ClaimRow.uid).where(col(ClaimRow.id).in_(claims))
    return dict(session.exec(query).all())


def _rarities(
    session: Session, claims: Collection[int], keys: Collection[int]
) -> Mapping[int, float]:
    """Return the summed rarity of the keys that each of these claims has, if it has any."""
    rarity = rarities_of(session, keys)
    shared = select(ClaimKeyRow.claim_id, ClaimKeyRow.hash).where(
        col(ClaimKeyRow.claim_id).in_(claims),
        # Not by the index on keys, which would be searched once a key and claim.
        (col(ClaimKeyRow.hash) + 0).in_(sorted(keys)[:LOOKUPS]),
    )
    held: dict[int, list[float]] = defaultdict(list)
    for claim_id, key in session.exec(shared):
        held[claim_id].append(rarity[key])
    # Added up exactly: in another order the same numbers may differ in their last digit.
    return {claim_id: fsum(found) for claim_id, found in held.items()}


def keys_meant(session: Session, name: str) -> list[str]:
    """Return the folded names that `name` may mean: itself, and those that it is a part of.

    A name of several words that somebody has is taken for that one alone. Asked once a
    session for each name: it goes through all names.
    """
    key = name_key(name)
    kept = session.info.setdefault(_MEANT, {})
    if key not in kept:
        exact = [key] if _is_held(session, key) else []
        wider = [] if exact and " " in key else longer_names(session, key)
        kept[key] = [*exact, *wider]
    return list(kept[key])


_MEANT = "names that a name may mean"


def _is_held(session: Session, key: str) -> bool:
    query = select(AgentNameRow.id).where(AgentNameRow.key == key).limit(1)
    return session.exec(query).first() is not None


def longer_names(session: Session, key: str) -> list[str]:
    """Return the first folded names that have every word of `key` and more, in order."""
    words = key.split()
    if not words:
        return []
    query = select(AgentNameRow.key).where(_has_words(words), col(AgentNameRow.key) != key)
    return list(session.exec(query.distinct().order_by(col(AgentNameRow.key)).limit(NAMES)))


def _has_words(words: Collection[str]) -> Any:
    name = literal(" ").concat(col(AgentNameRow.key)).concat(" ")
    return and_(*(name.contains(f" {word} ", autoescape=True) for word in words))
