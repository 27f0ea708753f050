"""Claims that stand against each other: rival figures, contradictions, denials."""

from sqlmodel import Session

from tracker.model import ClaimRelation
from tracker.store import claims, relations
from tracker.views.claim import relation_shapes
from tracker.views.shapes import Shape, quantity_shape

CONFLICTING = (
    ClaimRelation.CONTRADICTS,
    ClaimRelation.UPDATES,
    ClaimRelation.DENIES,
    ClaimRelation.RETRACTS,
)


def conflict_shapes(session: Session, limit: int, *, rejected: bool = False) -> list[Shape]:
    """Return what conflicts, newest first, with the figures of both sides.

    What people rejected is left out, unless `rejected` asks for it too.
    """
    rows = relations.of_kinds(session, CONFLICTING, limit, rejected=rejected)
    shapes = relation_shapes(session, rows)
    ids = {shape[side]["claim_id"] for shape in shapes for side in ("from", "to")}
    stored = claims.load_claims(session, ids)
    for shape in shapes:
        for side in ("from", "to"):
            event = stored[shape[side]["claim_id"]].claim.event
            figures = event.quantities if event else ()
            shape[side]["figures"] = [quantity_shape(figure) for figure in figures]
    return shapes


def count_conflicts(session: Session, *, rejected: bool = False) -> int:
    """Return how many conflicts there are, those that people rejected only if asked for."""
    return relations.count_of_kinds(session, CONFLICTING, rejected=rejected)
