"""The rule that links occurrences to the claim first recorded.

Claims have one order: publication, then content hash, then place in the text.
Each claim is compared with the earlier claims that stand by themselves and share
its rare words, its speaker and days, or its event; the best one that passes every
gate becomes the claim it is part of. A claim that arrives late is put at its place
in the order and the rule runs again for the later ones that it touches, so the
outcome does not depend on the order of adding.

People's judgements come first: what they say is one is one, whatever the score, a
gate or the wording; a rejected link is never made again; where they disagree the
matcher decides, and the link is kept to be seen. A claim that a person joined to
another lends it its wording: what repeats either of them later is the same claim.

A statement that a later version of its article carries on unchanged is the same claim
there, however short. Where its figure changed, the later version updates it.

What was decided on words that are redacted since stands, unless people say otherwise.
"""

import heapq
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from tracker import match
from tracker.model import BLOCK, Claim, Comparison, Decision, LinkStatus, Meaning
from tracker.shelf import Shelf
from tracker.store import anchorings, claims, decided, links, meaning, rarities
from tracker.store.claims import Order, StoredClaim
from tracker.store.decided import Decided
from tracker.store.links import Matcher, Proposal
from tracker.store.session import Session, Transaction
from tracker.store.tables import LinkRow


def matcher_with(model: Meaning | None) -> Matcher:
    """Return who compares: with a model of sentences its name is part of the version."""
    beside = f" with {model.name}" if model else ""
    return Matcher(match.MATCHER_NAME, f"{match.MATCHER_VERSION}{beside}")


_DECISIVE = (LinkStatus.CONFIRMED, LinkStatus.REJECTED)

SUGGESTIONS = 3
"""Suggested links kept for a claim: more would bury the person who decides."""


def link_claims(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Apply the rule to these claims and to every later one that they touch."""
    _Run(tx).settle_all(claim_ids)


def touched_by(session: Session, link: LinkRow) -> set[int]:
    """Return the claims on which an answer on `link` may bear, now: both, and all one with them."""
    ends = {links.claim_of(session, link), link.claim_id}
    return ends.union(*(decided.of_claim(session, end).same for end in ends))


def held_link(tx: Transaction, later: StoredClaim, earlier: StoredClaim) -> LinkRow:
    """Return the link between two claims to answer on, stored now if nothing proposed it yet."""
    held = links.find_link(tx.session, later.occurrence_id, earlier.id)
    if held is None:
        model = meaning.model_of(tx.session)
        proposal = Proposal(earlier, match.compare(later.claim, earlier.claim, model=model))
        held = links.add_link(tx, later, proposal, matcher_with(model))
    return held


def link_new(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Do the same for claims that were added in this transaction and never linked yet."""
    claim_ids = set(claim_ids)
    _Run(tx, claim_ids).settle_all(claim_ids)


def rank(session: Session, claim: Claim, limit: int = 10) -> list[tuple[StoredClaim, Comparison]]:
    """Return the stored claims most like `claim`, best first. Reads only."""
    model = meaning.model_of(session)
    found = _standing(Shelf(session, model).likest(claim))
    rarity = _rarity_in(session, claim)
    near = {stored.id: match.likeness(claim, stored.claim, rarity, model) for stored in found}
    found.sort(key=lambda stored: (-near[stored.id], stored.order))
    return [
        (stored, match.compare(claim, stored.claim, model=model, to_show=True))
        for stored in found[:limit]
    ]


def _rarity_in(session: Session, claim: Claim) -> Callable[[str], float]:
    """Return the rarity of stems for ranking: among the stored claims, once they are many."""
    stems = match.content_stems(claim.text)
    held = rarities.find_rarities(session, {match.word_key(stem) for stem in stems})
    known = {stem: held[key] for stem in stems if (key := match.word_key(stem)) in held}
    return lambda stem: known.get(stem) or match.rarity(stem)


def _standing(found: Iterable[StoredClaim]) -> list[StoredClaim]:
    return [claim for claim in found if claim.part_of is None and not claim.rejected]


def _are_nested(one: StoredClaim, other: StoredClaim) -> bool:
    return one.parent_id == other.occurrence_id or other.parent_id == one.occurrence_id


def _wholes_or_parts(claim: StoredClaim, related: Iterable[Proposal]) -> list[Proposal]:
    """Return the relations, of a claim and one that stands in it only that to the nearer one."""
    kept: list[Proposal] = []
    for proposal in sorted(related, key=lambda proposal: _nearest_first(claim, proposal)):
        if not any(_are_nested(proposal.target, nearer.target) for nearer in kept):
            kept.append(proposal)
    return sorted(kept, key=_best_first)


def _nearest_first(claim: StoredClaim, proposal: Proposal) -> tuple[int, float, Order]:
    """Order by the words that the two share, then by how near the one is to the other."""
    target = proposal.target
    shared = match.content_stems(claim.claim.text) & match.content_stems(target.claim.text)
    return -len(shared), -match.likeness(claim.claim, target.claim), target.order


@dataclass(slots=True)
class _Outcome:
    """What the rule says of one claim: the claim it is part of, links and relations.

    `by_people` says that people joined it to that claim.
    """

    part_of: StoredClaim | None = None
    by_people: bool = False
    links: list[Proposal] = field(default_factory=list)
    relations: list[Proposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a claim was held against: as people decided, to be linked, suggested, related."""

    firm: list[Proposal] = field(default_factory=list)
    linked: list[Proposal] = field(default_factory=list)
    suggested: list[Proposal] = field(default_factory=list)
    related: list[Proposal] = field(default_factory=list)


class _Run:
    """One application of the rule: a queue of claims to settle, earliest first."""

    def __init__(self, tx: Transaction, unlinked: Iterable[int] = ()) -> None:
        self._tx = tx
        self._model = meaning.model_of(tx.session)
        self._matcher = matcher_with(self._model)
        self._shelf = Shelf(tx.session, self._model)
        self._is_judged = decided.any_link_judged(tx.session)
        self._has_versions = anchorings.any_held(tx.session)
        self._queue: list[tuple[Order, int]] = []
        self._waiting: set[int] = set()
        self._new: set[int] = set()
        self._unlinked = set(unlinked)

    def settle_all(self, claim_ids: Iterable[int]) -> None:
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
        said = self._said(claim)
        kept = self._kept(claim, said)
        outcome = _Outcome(part_of=kept) if kept else self._freely(claim, nearby, said)
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
        if self._has_versions and is_new:
            ids = anchorings.successors(self._tx.session, claim.occurrence_id)
            self._push(self._shelf.get(ids))

    def _freely(self, claim: StoredClaim, nearby: list[StoredClaim], said: Decided) -> _Outcome:
        # Part of what its speaker denies is said by nobody, unless people say what it is; the
        # whole has all its words and so is nearby.
        denied = {o.occurrence_id for o in nearby if o.claim.denied and not o.rejected}
        if claim.rejected or (claim.parent_id in denied and not said.own and not said.same):
            return _Outcome()
        return self._decide(claim, [o for o in nearby if o.parent_id not in denied], said)

    def _kept(self, claim: StoredClaim, said: Decided) -> StoredClaim | None:
        """Return the claim that one stays part of, as redacted words cannot be compared anew."""
        if claim.part_of is None or claim.rejected:
            return None
        held = self._shelf.get([claim.part_of])[0]
        if BLOCK not in claim.claim.text + held.claim.text:
            return None
        whole = self._whole(held)
        return None if whole.rejected or whole.id in said.apart else whole

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
            and _concerns(self._compare(later, claim))
        ]

    def _dependent(self, claim: StoredClaim) -> Iterable[StoredClaim]:
        """Return the claims that pointed at `claim`, which stands no more."""
        session = self._tx.session
        ids = {*links.linked_to(session, claim.id), *claims.members(session, [claim.id])[claim.id]}
        return self._shelf.get(ids)

    def _said(self, claim: StoredClaim) -> Decided:
        return decided.of_claim(self._tx.session, claim.id) if self._is_judged else Decided()

    def _weigh(
        self,
        claim: StoredClaim,
        others: Iterable[StoredClaim],
        replaced: Set[int],
        said: Decided,
        apart: Set[int | None],
    ) -> "_Weighed":
        """Hold a claim against each of others, some of which its words may have replaced."""
        weighed = _Weighed()
        for other in others:
            comparison = self._compare(claim, other)
            if other.id in replaced:
                comparison = match.between_versions(claim.claim, other.claim, comparison)
            proposal, are_nested = Proposal(other, comparison), _are_nested(claim, other)
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
                weighed.suggested.append(_suggested(proposal))
        return weighed

    def _decide(self, claim: StoredClaim, nearby: Sequence[StoredClaim], said: Decided) -> _Outcome:
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
        if before and _is_free(before, apart) and match.carries_on(claim.claim, before.claim):
            carried = Proposal(before, match.CARRIED_ON)
            return _Outcome(part_of=self._whole(before), links=_each_once([carried, *firm]))
        if linked:
            best = min(linked, key=_best_first)
            return _Outcome(part_of=self._whole(best.target), links=_each_once([*firm, best]))
        likeliest = sorted(weighed.suggested, key=_best_first)[:SUGGESTIONS]
        # Part of a claim that repeats another concerns what that one does.
        is_repeated = claim.parent_id in {o.occurrence_id for o in nearby if o.part_of}
        return _Outcome(
            links=_each_once([*firm, *likeliest]),
            relations=[] if is_repeated else _wholes_or_parts(claim, weighed.related),
        )

    def _in_versions_before(self, claim: StoredClaim) -> tuple[StoredClaim | None, Set[int]]:
        """Return the claim that stood before where this one stands, and all that it may replace."""
        if not self._has_versions or claim.version == 1:
            return None, frozenset()
        session, occurrence_id = self._tx.session, claim.occurrence_id
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
        joined = decided.confirmed_among(self._tx.session, parts) if parts else set()
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
        return whole is not other and bool(self._compare(claim, whole).differences)

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
    ) -> _Outcome:
        """Return the outcome for a claim that people joined to another.

        What it would have been linked to by itself is suggested. So is the anchor where
        people joined the two by way of a third only: what follows is shown as such.
        """
        whole = self._whole(anchor)
        others = [_suggested(p) for p in linked if self._whole(p.target).id != whole.id]
        implied = _suggested(Proposal(anchor, self._compare(claim, anchor)))
        proposed = [implied, *sorted(others, key=_best_first)[:SUGGESTIONS]]
        return _Outcome(part_of=whole, links=_each_once([*firm, *proposed]), by_people=True)

    def _compare(self, later: StoredClaim, earlier: StoredClaim) -> Comparison:
        told = self._shelf.are_one_story(later, earlier)
        return match.compare(later.claim, earlier.claim, model=self._model, one_story=told)

    def _whole(self, claim: StoredClaim) -> StoredClaim:
        return self._shelf.get([claim.part_of])[0] if claim.part_of else claim


def _each_once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the first proposal of each target."""
    found: dict[int, Proposal] = {}
    for proposal in proposals:
        found.setdefault(proposal.target.id, proposal)
    return list(found.values())


def _suggested(proposal: Proposal) -> Proposal:
    return replace(proposal, comparison=replace(proposal.comparison, decision=Decision.SUGGEST))


def _best_first(proposal: Proposal) -> tuple[float, Order]:
    return (-proposal.comparison.score, proposal.target.order)


def _is_free(claim: StoredClaim, apart: Set[int | None]) -> bool:
    return apart.isdisjoint({claim.id, claim.part_of})


def _concerns(comparison: Comparison) -> bool:
    return comparison.decision is not Decision.NONE or comparison.claim_relation is not None
