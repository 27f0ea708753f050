"""What a claim was held against, what the rule says of it, and picking among that."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace

from tracker import match
from tracker.model import Comparison, Decision
from tracker.store.claims import Order, StoredClaim
from tracker.store.links import Proposal


@dataclass(slots=True)
class Outcome:
    """What the rule says of one claim: the claim it is part of, links and relations.

    `by_people` says that people joined it to that claim.
    """

    part_of: StoredClaim | None = None
    by_people: bool = False
    links: list[Proposal] = field(default_factory=list)
    relations: list[Proposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a claim was held against: as people decided, to be linked, suggested, related."""

    firm: list[Proposal] = field(default_factory=list)
    linked: list[Proposal] = field(default_factory=list)
    suggested: list[Proposal] = field(default_factory=list)
    related: list[Proposal] = field(default_factory=list)


def each_once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the first proposal of each target."""
    found: dict[int, Proposal] = {}
    for proposal in proposals:
        found.setdefault(proposal.target.id, proposal)
    return list(found.values())


def suggested(proposal: Proposal) -> Proposal:
    """Return the same link, for a person to decide on."""
    return replace(proposal, comparison=replace(proposal.comparison, decision=Decision.SUGGEST))


def best_first(proposal: Proposal) -> tuple[float, Order]:
    """Order by score, the highest first, then as claims are ordered."""
    return (-proposal.comparison.score, proposal.target.order)


def is_free(claim: StoredClaim, apart: Set[int | None]) -> bool:
    """Say whether neither a claim nor what it is part of is among those kept apart."""
    return apart.isdisjoint({claim.id, claim.part_of})


def concerns(comparison: Comparison) -> bool:
    """Say whether two claims may be linked or related."""
    return comparison.decision is not Decision.NONE or comparison.claim_relation is not None


def one_in_other(one: StoredClaim, other: StoredClaim) -> bool:
    """Say whether one of two statements stands in the other."""
    return one.parent_id == other.occurrence_id or other.parent_id == one.occurrence_id


def wholes_or_parts(claim: StoredClaim, related: Iterable[Proposal]) -> list[Proposal]:
    """Return the relations, of a claim and one that stands in it only that to the nearer one."""
    kept: list[Proposal] = []
    for proposal in sorted(related, key=lambda proposal: _nearest_first(claim, proposal)):
        if not any(one_in_other(proposal.target, nearer.target) for nearer in kept):
            kept.append(proposal)
    return sorted(kept, key=best_first)


def _nearest_first(claim: StoredClaim, proposal: Proposal) -> tuple[int, float, Order]:
    """Order by the words that the two share, then by how near the one is to the other."""
    target = proposal.target
    shared = match.content_stems(claim.claim.text) & match.content_stems(target.claim.text)
    return -len(shared), -match.likeness(claim.claim, target.claim), target.order
