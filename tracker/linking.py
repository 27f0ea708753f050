"""The rule that links occurrences to the claim first recorded.

Claims have one order: publication, then content hash, then place in the text.
Each claim is compared with the earlier claims that stand by themselves and share
its rare words, its speaker and days, or its event; the best one that passes every
gate becomes the claim it is part of. A claim that arrives late is put at its place
in the order and the rule runs again for the later ones that it touches, so the
outcome does not depend on the order of adding.

People's judgements come first: a confirmed link holds and a rejected one is never
made again, whatever the score.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tracker import match
from tracker.model import Claim, Comparison, Decision, LinkStatus
from tracker.store import candidates, claims, judgements, links
from tracker.store.claims import Order, StoredClaim
from tracker.store.judgements import Subject
from tracker.store.links import Matcher, Proposal
from tracker.store.session import Session, Transaction

MATCHER = Matcher(match.MATCHER_NAME, match.MATCHER_VERSION)

SPEAKER_DAYS = 3
"""Days each side in which a speaker's other claims are compared whatever their wording."""

SPEAKER_CLAIMS = 200
"""The most claims of one speaker, or of one event, that are compared for one claim."""

SUGGESTIONS = 3
"""Suggested links kept for a claim: more would bury the person who decides."""


def link_claims(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Apply the rule to these claims and to every later one that they touch."""
    _Run(tx).settle_all(claim_ids)


def link_new(tx: Transaction, claim_ids: Iterable[int]) -> None:
    """Do the same for claims that were added in this transaction and never linked yet."""
    claim_ids = set(claim_ids)
    _Run(tx, claim_ids).settle_all(claim_ids)


def rank(session: Session, claim: Claim, limit: int = 10) -> list[tuple[StoredClaim, Comparison]]:
    """Return the stored claims most like `claim`, best first. Reads only."""
    found = _standing(_Shelf(session).nearby(claim))
    compared = [(stored, match.compare(claim, stored.claim)) for stored in found]
    compared.sort(key=lambda pair: (-pair[1].score, pair[0].order))
    return compared[:limit]


class _Shelf:
    """Stored claims at hand, each read once however often it is compared."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[int, StoredClaim] = {}

    def get(self, ids: Iterable[int]) -> list[StoredClaim]:
        """Return the claims of these ids."""
        ids = set(ids)
        self._held |= claims.load_claims(self._session, ids - self._held.keys())
        return [self._held[claim_id] for claim_id in sorted(ids)]

    def place(self, claim: StoredClaim, whole: StoredClaim | None) -> None:
        """Note that a claim was made part of another, or stands by itself."""
        self._held[claim.id] = replace(claim, part_of=whole.id if whole else None)

    def nearby(self, claim: Claim) -> list[StoredClaim]:
        """Return the stored claims worth comparing, with the claims they are part of."""
        session = self._session
        ids = {found.id for found in self._by_wording(claim)}
        days = _days_around(claim)
        if days and claim.speaker:
            names = (claim.speaker, *claim.speaker_names)
            ids.update(candidates.find_by_speaker(session, names, *days, SPEAKER_CLAIMS))
        if claim.event and claim.event.when:
            event, when = claim.event, claim.event.when
            ids.update(
                candidates.find_by_event(session, event.type, when.start, when.end, SPEAKER_CLAIMS)
            )
        ids.update({c.part_of for c in self.get(ids) if c.part_of})
        return self.get(ids)

    def _by_wording(self, claim: Claim) -> list[StoredClaim]:
        keys, least = match.keys(claim.text), match.least_keys(claim.text)
        found = candidates.find_candidates(self._session, keys, least=least)
        return [one for one in self.get(found) if match.shares_words(claim, one.claim)]


def _days_around(claim: Claim) -> tuple[datetime, datetime] | None:
    if claim.published is None:
        return None
    margin = timedelta(days=SPEAKER_DAYS)
    return claim.published.start - margin, claim.published.end + margin


def _standing(found: Iterable[StoredClaim]) -> list[StoredClaim]:
    return [claim for claim in found if claim.part_of is None and not claim.rejected]


def _are_nested(one: StoredClaim, other: StoredClaim) -> bool:
    return one.parent_id == other.occurrence_id or other.parent_id == one.occurrence_id


@dataclass(slots=True)
class _Outcome:
    """What the rule says of one claim: the claim it is part of, links and relations."""

    part_of: StoredClaim | None = None
    links: list[Proposal] = field(default_factory=list)
    relations: list[Proposal] = field(default_factory=list)


class _Run:
    """One application of the rule: a queue of claims to settle, earliest first."""

    def __init__(self, tx: Transaction, unlinked: Iterable[int] = ()) -> None:
        self._tx = tx
        self._shelf = _Shelf(tx.session)
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
        nearby = self._shelf.nearby(claim.claim)
        earlier = [c for c in _standing(nearby) if c.order < claim.order]
        outcome = _Outcome() if claim.rejected else self._decide(claim, earlier)
        fresh = claim.id in self._unlinked
        self._unlinked.discard(claim.id)
        if outcome.links or not fresh:
            links.set_links(self._tx, claim, outcome.links, MATCHER)
        if outcome.relations or not fresh:
            links.set_relations(self._tx, claim, outcome.relations, MATCHER)
        was, now = claim.part_of, outcome.part_of.id if outcome.part_of else None
        if was != now:
            links.set_part_of(self._tx, claim, outcome.part_of)
            self._shelf.place(claim, outcome.part_of)
        stands = now is None and not claim.rejected
        stood = was is None and claim.id not in self._new
        if stands and not stood:
            self._push(self._touched(claim, nearby))
        if (stood and not stands) or claim.rejected:
            self._push(self._dependent(claim))

    def _touched(self, claim: StoredClaim, nearby: Iterable[StoredClaim]) -> list[StoredClaim]:
        """Return the later claims that `claim`, now standing by itself, may take."""
        return [
            later
            for later in nearby
            if later.order > claim.order
            and not later.rejected
            and _concerns(match.compare(later.claim, claim.claim))
        ]

    def _dependent(self, claim: StoredClaim) -> Iterable[StoredClaim]:
        """Return the claims that pointed at `claim`, which stands no more."""
        session = self._tx.session
        ids = {*links.linked_to(session, claim.id), *claims.members(session, [claim.id])[claim.id]}
        return self._shelf.get(ids)

    def _decide(self, claim: StoredClaim, earlier: Sequence[StoredClaim]) -> _Outcome:
        judged, doubted = ({}, set()) if claim.id in self._unlinked else self._judged(claim)
        linked, suggested, refused, related = [], [], [], []
        for other in earlier:
            if _are_nested(claim, other):
                continue
            comparison = match.compare(claim.claim, other.claim)
            if other.id in doubted and comparison.decision is Decision.LINK:
                comparison = replace(comparison, decision=Decision.SUGGEST)
            proposal = Proposal(other, comparison)
            status = judged.get(other.id)
            if status is LinkStatus.CONFIRMED:
                return _Outcome(part_of=other, links=[proposal])
            if status is LinkStatus.REJECTED:
                refused.append(proposal)
            elif proposal.comparison.decision is Decision.LINK:
                linked.append(proposal)
            elif proposal.comparison.decision is Decision.SUGGEST:
                suggested.append(proposal)
            if proposal.comparison.claim_relation:
                related.append(proposal)
        if linked:
            best = min(linked, key=_best_first)
            return _Outcome(part_of=best.target, links=[best, *refused])
        return _Outcome(
            links=[*sorted(suggested, key=_best_first)[:SUGGESTIONS], *refused],
            relations=sorted(related, key=_best_first),
        )

    def _judged(self, claim: StoredClaim) -> tuple[dict[int, LinkStatus], set[int]]:
        """Return what people decided of this occurrence, and the claims it bears on.

        The first is the status of each judged link by claim; a confirmed claim that
        has become part of another stands for that one. The second are the claims
        that contain a rejected one: only a person may join the two after all.
        """
        session = self._tx.session
        rows = links.links_of(session, [claim.occurrence_id])
        standing = judgements.judgements_on(session, [Subject(row) for row in rows])
        status = {
            row.claim_id: judgements.status_of(row, standing[Subject(row).name]) for row in rows
        }
        doubted = set()
        for target in self._shelf.get(status):
            if target.part_of and status[target.id] is LinkStatus.CONFIRMED:
                status[target.part_of] = LinkStatus.CONFIRMED
            elif target.part_of and status[target.id] is LinkStatus.REJECTED:
                doubted.add(target.part_of)
        return status, doubted


def _best_first(proposal: Proposal) -> tuple[float, Order]:
    return (-proposal.comparison.score, proposal.target.order)


def _concerns(comparison: Comparison) -> bool:
    return comparison.decision is not Decision.NONE or comparison.claim_relation is not None
