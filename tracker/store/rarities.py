"""How rare keys are among the stored claims."""

from collections.abc import Collection
from math import log
from typing import Any

from sqlalchemy import bindparam, inspect
from sqlalchemy import select as core_select
from sqlmodel import Session, func

from tracker.store.candidates import LOOKUPS
from tracker.store.tables import ClaimRow, KeyCountRow

MANY = 10_000
"""Claims from which their own counts tell how rare a word is."""


def find_rarities(session: Session, keys: Collection[int]) -> dict[int, float]:
    """Return the rarity of each of `keys`, in nats; nothing while there are few claims."""
    return rarities_of(session, keys, MANY)


def rarities_of(session: Session, keys: Collection[int], least: int = 0) -> dict[int, float]:
    """Return the rarity of each of `keys` that a claim has, in nats, from so many claims on."""
    rows = session.execute(_COUNTS, {"keys": sorted(keys)[:LOOKUPS]}).all()
    return {key: log(1 + total / claims) for key, claims, total in rows if total >= least}


def _counts() -> Any:
    held, claims = inspect(KeyCountRow).local_table.c
    total = core_select(func.max(inspect(ClaimRow).local_table.c.id)).scalar_subquery()
    wanted = held.in_(bindparam("keys", expanding=True))
    return core_select(held, claims, total).where(wanted, claims > 0)


_COUNTS: Any = _counts()
