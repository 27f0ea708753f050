"""Ranked candidates, as `tracker match` prints them."""

from collections.abc import Sequence

from sqlmodel import Session

from tracker import match
from tracker.model import Comparison
from tracker.store.claims import StoredClaim
from tracker.views.joint import joint_shapes
from tracker.views.shapes import Shape


def candidate_shapes(
    session: Session, ranked: Sequence[tuple[StoredClaim, Comparison]]
) -> list[Shape]:
    """Return stored claims, each with how it compares to what was asked for."""
    joint = joint_shapes(session, {stored.id: stored for stored, _ in ranked})
    return [_candidate(stored, comparison, joint[stored.id]) for stored, comparison in ranked]


def _candidate(stored: StoredClaim, comparison: Comparison, joint: Shape) -> Shape:
    claim = stored.claim
    return {
        "claim_id": stored.id,
        "external_id": claim.external_id,
        "score": round(comparison.score, 4),
        "decision": str(comparison.decision),
        "relation": str(comparison.relation) if comparison.relation else None,
        "claim_relation": str(comparison.claim_relation) if comparison.claim_relation else None,
        "basis": comparison.basis,
        "held_back": comparison.held_back or None,
        "differences": [
            {"gate": d.gate, "left": d.left, "right": d.right} for d in comparison.differences
        ],
        "features": {name: round(value, 4) for name, value in comparison.features.items()},
        "text": claim.text,
        "speaker": claim.speaker or claim.unnamed_source,
        **joint,
        "published_at": claim.published.as_given if claim.published else None,
    }


def waterfall_shape(comparison: Comparison) -> Shape:
    """Return how the score comes about: log-odds to start from, then a row a feature and gate."""
    return {
        "starts_at": match.start(comparison),
        "rows": [
            {
                "name": row.name,
                "value": row.value,
                "adds": None if row.adds is None else round(row.adds, 2),
                "meaning": row.meaning,
            }
            for row in match.explain(comparison)
        ],
    }
