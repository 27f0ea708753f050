"""What the rule says of a claim: what it is part of, linked to, suggested for, related to."""

from collections.abc import Iterable, Sequence, Set

from tracker import match
from tracker.linking.proposals import (
    Outcome,
    Weighed,
    best_first,
    each_once,
    is_free,
    one_in_other,
    suggested,
    wholes_or_parts,
)
from tracker.model import BLOCK, Comparison, Decision, LinkRelation, LinkStatus, Meaning
from tracker.shelf import Shelf
from tracker.store import anchorings, decided
from tracker.store.claims import StoredClaim
from tracker.store.decided import Decided
from tracker.store.links import Proposal
from tracker.store.session import Session

_DECISIVE = (LinkStatus.CONFIRMED, LinkStatus.REJECTED)

SUGGESTIONS = 3
"""Suggested links kept for a claim: more would bury the person who decides."""


class Rule:
    """What the rule says of one claim at a time; it writes nothing."""

    def __init__(self, session: Session, shelf: Shelf, model: Meaning | None) -> None:
        self._session = session
        self._shelf = shelf
        self._model = model
        self._is_judged = decided.any_link_judged(session)
        self.has_versions = anchorings.any_held(session)

    def freely(self, claim: StoredClaim, nearby: list[StoredClaim], said: Decided) -> Outcome:
        """Return the outcome for a claim that is not kept where it is."""
        # Part of what its speaker denies is said by nobody, unless people say what it is; the
        # whole has all its words and so is nearby.
        denied = {o.occurrence_id for o in nearby if o.claim.denied and not o.rejected}
        if claim.rejected or (claim.parent_id in denied and not said.own and not said.same):
            return Outcome()
        return self._decide(claim, [o for o in nearby if o.parent_id not in denied], said)

    def kept(self, claim: StoredClaim, said: Decided) -> StoredClaim | None:
        """Return the claim that one stays part of, as redacted words cannot be compared anew."""
        if claim.part_of is None or claim.rejected:
            return None
        held = self._shelf.get([claim.part_of])[0]
        if BLOCK not in claim.claim.text + held.claim.text:
            return None
        whole = self._whole(held)
        return None if whole.rejected or whole.id in said.apart else whole

    def said_of(self, claim: StoredClaim) -> Decided:
        """Return what people decided on the links of a claim."""
        return decided.of_claim(self._session, claim.id) if self._is_judged else Decided()

    def _weigh(
        self,
        claim: StoredClaim,
        others: Iterable[StoredClaim],
        replaced: Set[int],
        said: Decided,
        apart: Set[int | None],
    ) -> "Weighed":
        """Hold a claim against each of others, some of which its words may have replaced."""
        weighed = Weighed()
        for other in others:
            comparison = self.compare(claim, other)
            if other.id in replaced:
                comparison = match.between_versions(claim.claim, other.claim, comparison)
            proposal, are_nested = Proposal(other, comparison), one_in_other(claim, other)
            if comparison.claim_relation and other.part_of is None and not are_nested:
                weighed.related.append(proposal)
            status = said.own.get(other.id)
            if status:
                weighed.firm.append(proposal)
            if status in _DECISIVE or (status and other.part_of):
                continue
            if are_nested or comparison.decision is Decision.NONE:
                continue
            if comparison.decision is Decision.LINK and not self._is_doubted(claim, other, apart):
                weighed.linked.append(proposal)
            else:
                weighed.suggested.append(suggested(proposal))
        return weighed

    def _decide(self, claim: StoredClaim, nearby: Sequence[StoredClaim], said: Decided) -> Outcome:
        apart = said.apart | {c.part_of for c in self._shelf.get(said.apart) if c.part_of}
        before, replaced = self._in_versions_before(claim)
        if before:
            nearby = [*nearby, before]
        earlier = self._earlier(claim, nearby, said)
        weighed = self._weigh(claim, earlier, replaced, said, apart)
        firm, linked = weighed.firm, weighed.linked
        anchor = self._anchor(claim, said)
        if anchor:
            return self._joined(claim, anchor, firm, linked)
        if before and is_free(before, apart) and match.carries_on(claim.claim, before.claim):
            carried = Proposal(before, match.CARRIED_ON)
            return Outcome(part_of=self._whole(before), links=each_once([carried, *firm]))
        if linked:
            best = min(linked, key=best_first)
            whole = self._whole(best.target)
            asked = self._same_words_before(whole, weighed.suggested)
            return Outcome(part_of=whole, links=each_once([*firm, best, *asked]))
        likeliest = sorted(weighed.suggested, key=best_first)[:SUGGESTIONS]
        # Part of a claim that repeats another concerns what that one does.
        is_repeated = claim.parent_id in {o.occurrence_id for o in nearby if o.part_of}
        return Outcome(
            links=each_once([*firm, *likeliest]),
            relations=[] if is_repeated else wholes_or_parts(claim, weighed.related),
        )

    def _same_words_before(self, whole: StoredClaim, waiting: Iterable[Proposal]) -> list[Proposal]:
        """Return the suggested link, if any, to the same words in an article before the claim that
        one is part of, where that is not asked of the claim itself: by a speaker whom that
        article does not name, they were carried first."""
        found = [
            proposal
            for proposal in waiting
            if proposal.comparison.relation is LinkRelation.VERBATIM
            and proposal.target.order < whole.order
            and self.compare(whole, proposal.target).decision is Decision.NONE
        ]
        return sorted(found, key=best_first)[:1]

    def _in_versions_before(self, claim: StoredClaim) -> tuple[StoredClaim | None, Set[int]]:
        """Return the claim that stood before where this one stands, and all that it may replace."""
        if not self.has_versions or claim.version == 1:
            return None, frozenset()
        session, occurrence_id = self._session, claim.occurrence_id
        found = anchorings.predecessor(session, occurrence_id)
        before = self._shelf.get([found])[0] if found else None
        stands = before and not before.rejected and before.order < claim.order
        return before if stands else None, anchorings.replaced(session, occurrence_id)

    def _earlier(
        self, claim: StoredClaim, nearby: Sequence[StoredClaim], said: Decided
    ) -> Iterable[StoredClaim]:
        """Return what a claim is held against: what stands, wordings people joined to it,
        and whatever people held the claim itself against."""
        found = [c for c in nearby if c.order < claim.order and not c.rejected]
        parts = [c.id for c in found if c.part_of] if self._is_judged else []
        joined = decided.confirmed_among(self._session, parts) if parts else set()
        kept = {c.id: c for c in found if c.part_of is None or c.id in joined}
        return (kept | {c.id: c for c in self._shelf.get(said.own)}).values()

    def _is_doubted(self, claim: StoredClaim, other: StoredClaim, apart: Set[int | None]) -> bool:
        """Say whether only a person may join two claims that read alike.

        People said that the one is not the other, or not what the other is part of; or
        it reads like a wording that was joined to a claim from which a gate holds it apart.
        """
        if not apart.isdisjoint({other.id, other.part_of}):
            return True
        whole = self._whole(other)
        return whole is not other and bool(self.compare(claim, whole).differences)

    def _anchor(self, claim: StoredClaim, said: Decided) -> StoredClaim | None:
        """Return the earliest claim that people say this one is one with, if it comes later."""
        found = [
            other
            for other in self._shelf.get(said.same)
            if other.order < claim.order
            and not other.rejected
            and said.own.get(self._whole(other).id) is not LinkStatus.REJECTED
        ]
        return min(found, key=lambda other: other.order, default=None)

    def _joined(
        self,
        claim: StoredClaim,
        anchor: StoredClaim,
        firm: Sequence[Proposal],
        linked: Sequence[Proposal],
    ) -> Outcome:
        """Return the outcome for a claim that people joined to another.

        What it would have been linked to by itself is suggested. So is the anchor where
        people joined the two by way of a third only: what follows is shown as such.
        """
        whole = self._whole(anchor)
        others = [suggested(p) for p in linked if self._whole(p.target).id != whole.id]
        implied = suggested(Proposal(anchor, self.compare(claim, anchor)))
        proposed = [implied, *sorted(others, key=best_first)[:SUGGESTIONS]]
        return Outcome(part_of=whole, links=each_once([*firm, *proposed]), by_people=True)

    def compare(self, later: StoredClaim, earlier: StoredClaim) -> Comparison:
        """Return how two claims compare, by meaning too where there is a model."""
        told = self._shelf.are_one_story(later, earlier)
        return match.compare(later.claim, earlier.claim, model=self._model, one_story=told)

    def _whole(self, claim: StoredClaim) -> StoredClaim:
        return self._shelf.get([claim.part_of])[0] if claim.part_of else claim
