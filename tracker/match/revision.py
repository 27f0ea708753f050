"""How a statement of a later version of an article stands to what stood in its place before."""

from dataclasses import replace

from tracker.match.score import compare
from tracker.model import Claim, ClaimRelation, Comparison, Decision, LinkRelation
from tracker.text.normalise import fold

CARRIED_ON = Comparison(
    score=1.0,
    decision=Decision.LINK,
    relation=LinkRelation.VERBATIM,
    features={"carried on": 1.0},
)
"""What a statement that nobody changed has in common with itself in the version before."""


def in_one_mouth(later: Claim, earlier: Claim) -> bool:
    """Say whether two claims are given to the same source, and as said or as denied."""
    return (later.speaker, later.unnamed_source, later.denied) == (
        earlier.speaker,
        earlier.unnamed_source,
        earlier.denied,
    )


def carries_on(later: Claim, earlier: Claim) -> bool:
    """Say whether a statement of a later version is that of an earlier one, unchanged.

    The words are the same, and so is what the article says of them: nothing is left to score,
    so that statements too short for any other link are one all the same.
    """
    return (
        in_one_mouth(later, earlier)
        and fold(later.text).text == fold(earlier.text).text
        and not (later.event and earlier.event and later.event.type != earlier.event.type)
        and not compare(later, earlier).differences
    )


def between_versions(later: Claim, earlier: Claim, comparison: Comparison) -> Comparison:
    """Return how a statement stands to one that stood in an earlier version and is changed.

    An outlet that prints another figure there updates its own. Elsewhere one speaker may
    give two figures in one breath; here the one came in place of the other.
    """
    if not in_one_mouth(later, earlier):
        return comparison
    gates = {difference.gate for difference in comparison.differences}
    rivals = (comparison.claim_relation, comparison.basis) == (ClaimRelation.CONTRADICTS, "number")
    if rivals or (gates == {"number"} and comparison.claim_relation is None):
        return replace(comparison, claim_relation=ClaimRelation.UPDATES, basis="number")
    return comparison
