"""Applying the rule to claims and to all that they touch, and writing what it says."""

import heapq
from collections.abc import Iterable

from tracker.linking.answers import matcher_with
from tracker.linking.proposals import Outcome, concerns
from tracker.linking.rule import Rule
from tracker.shelf import Shelf
from tracker.store import anchorings, claims, links, model_in_use
from tracker.store.claims import Order, StoredClaim
from tracker.store.session import Transaction


def link_claims(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Apply the rule to these claims and to every later one that they touch."""
    Run(tx).settle_all(claim_ids)


def link_new(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Do the same for claims that were added in this transaction and never linked yet."""
    claim_ids = set(claim_ids)
    Run(tx, claim_ids).settle_all(claim_ids)


class Run:
    """One application of the rule: a queue of claims to settle, earliest first."""

    def __init__(self, tx: Transaction, unlinked: Iterable[int] = ()) -> None:
        model = model_in_use.model_of(tx.session)
        self._tx = tx
        self._matcher = matcher_with(model)
        self._shelf = Shelf(tx.session, model)
        self._rule = Rule(tx.session, self._shelf, model)
        self._queue: list[tuple[Order, int]] = []
        self._waiting: set[int] = set()
        self._new: set[int] = set()
        self._unlinked = set(unlinked)

    def settle_all(self, claim_ids: Iterable[int]) -> None:
        """Settle claims, and whatever they touch, in the order of claims."""
        self._new = set(claim_ids)
        self._push(self._shelf.get(self._new))
        while self._queue:
            _, claim_id = heapq.heappop(self._queue)
            self._waiting.discard(claim_id)
            self._settle(self._shelf.get([claim_id])[0])

    def _push(self, found: Iterable[StoredClaim]) -> None:
        for claim in found:
            if claim.id not in self._waiting:
                self._waiting.add(claim.id)
                heapq.heappush(self._queue, (claim.order, claim.id))

    def _settle(self, claim: StoredClaim) -> None:
        nearby = self._shelf.around(claim)
        said = self._rule.said_of(claim)
        kept = self._rule.kept(claim, said)
        outcome = Outcome(part_of=kept) if kept else self._rule.freely(claim, nearby, said)
        fresh = claim.id in self._unlinked
        self._unlinked.discard(claim.id)
        if kept is None and (outcome.links or not fresh):
            links.set_links(self._tx, claim, outcome.links, self._matcher)
        if kept is None and (outcome.relations or not fresh):
            links.set_relations(self._tx, claim, outcome.relations, self._matcher)
        was, now = claim.part_of, outcome.part_of.id if outcome.part_of else None
        is_new = claim.id in self._new
        if was != now:
            links.set_part_of(self._tx, claim, outcome.part_of)
            self._shelf.place(claim, outcome.part_of)
            self._push(part for part in nearby if part.parent_id == claim.occurrence_id)
        has_say = (now is None and not claim.rejected) or outcome.by_people
        if has_say and (is_new or was != now):
            self._push(self._touched(claim, nearby))
        if was != now or claim.rejected or (is_new and now is not None):
            self._push(self._dependent(claim))
        if self._rule.has_versions and is_new:
            ids = anchorings.successors(self._tx.session, claim.occurrence_id)
            self._push(self._shelf.get(ids))

    def _touched(self, claim: StoredClaim, nearby: Iterable[StoredClaim]) -> list[StoredClaim]:
        """Return the later claims that `claim`, now standing by itself, may take.

        Those whose turn comes anyway are left out.
        """
        return [
            later
            for later in nearby
            if later.order > claim.order
            and not later.rejected
            and later.id not in self._waiting
            and concerns(self._rule.compare(later, claim))
        ]

    def _dependent(self, claim: StoredClaim) -> Iterable[StoredClaim]:
        """Return the claims that pointed at `claim`, which stands no more."""
        session = self._tx.session
        ids = {*links.linked_to(session, claim.id), *claims.members(session, [claim.id])[claim.id]}
        return self._shelf.get(ids)
