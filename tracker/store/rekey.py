"""Every claim's keys built anew, after a change of the function that makes them.

Batch by batch, each in its own transaction: a claim has its old keys or its new ones,
never some of both, and its like is found all the while by whatever keys it has. What is
right already is not written again, so a run that was stopped is finished by another.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from tracker.store.candidates import change_keys
from tracker.store.engine import Engine
from tracker.store.model_in_use import BEGUN, REBUILT, keyed_with
from tracker.store.session import Transaction, reading, writing
from tracker.store.tables import ClaimKeyRow, ClaimRow

BATCH = 100
"""Claims in one transaction: what an interruption can cost."""


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """How many claims there are, and how many had other keys before."""

    claims: int
    changed: int


def count_claims(engine: Engine) -> int:
    """Return how many claims `rekey` will go through."""
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(ClaimRow)).one()


def rekey(
    engine: Engine,
    keys: Callable[[str], Collection[int]],
    user: str,
    progress: Callable[[int], None],
    model: str | None = None,
) -> Rekeyed:
    """Give every claim the keys of its text; the ledger says so once, at the end.

    `progress` is told how many claims were done, after each batch was committed. `model` names
    the model of sentences that some of the keys are of. Where it is another than before the
    ledger says so at the beginning too: what is added from then on has its keys.
    """
    with writing(engine, user) as tx:
        if keyed_with(tx.session) != model:
            tx.ledger.append(BEGUN, "keys", "keys", {"model": model})
    last, claims, changed = 0, 0, 0
    while True:
        with writing(engine, user) as tx:
            rows = _claims_after(tx.session, last)
            changed += _rekey(tx.session, {claim: keys(text) for claim, text in rows})
            claims += len(rows)
            done = Rekeyed(claims, changed)
            if len(rows) < BATCH:
                _log(tx, done, model)
        progress(len(rows))
        if len(rows) < BATCH:
            return done
        last = rows[-1][0]


def _claims_after(session: Session, last: int) -> list[tuple[int, str]]:
    query = select(ClaimRow.id, ClaimRow.text).where(col(ClaimRow.id) > last)
    return [(number, text) for number, text in session.exec(query.order_by("id").limit(BATCH))]


def _rekey(session: Session, wanted: dict[int, Collection[int]]) -> int:
    if not wanted:
        return 0
    held: dict[int, set[int]] = defaultdict(set)
    query = select(ClaimKeyRow.claim_id, ClaimKeyRow.hash)
    for claim, key in session.exec(
        query.where(col(ClaimKeyRow.claim_id).between(min(wanted), max(wanted)))
    ):
        held[claim].add(key)
    old = {claim: held[claim] - set(keys) for claim, keys in wanted.items()}
    new = {claim: set(keys) - held[claim] for claim, keys in wanted.items()}
    change_keys(session, drop=old.items(), add=new.items())
    return sum(bool(old[claim] or new[claim]) for claim in wanted)


def _log(tx: Transaction, done: Rekeyed, model: str | None) -> None:
    value = {"claims": done.claims, "changed": done.changed}
    tx.ledger.append(REBUILT, "keys", "keys", value | ({"model": model} if model else {}))


__all__ = ["BATCH", "Rekeyed", "count_claims", "rekey"]
