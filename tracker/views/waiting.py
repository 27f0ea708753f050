"""What waits for a person: suggested links first, then relations."""

from sqlmodel import Session

from tracker.store import claims, links, relations
from tracker.views.claim import diff_shape, link_shapes, relation_shapes
from tracker.views.shapes import Shape


def waiting_shapes(session: Session, limit: int) -> list[Shape]:
    """Return undecided links, the likeliest first, then undecided relations."""
    rows = links.unjudged(session, limit)
    shapes = link_shapes(session, [row.occurrence_id for row in rows])
    found = []
    for row in rows:
        pair = claims.load_claims(session, [row.claim_id, links.claim_of(session, row)])
        later, earlier = pair[links.claim_of(session, row)], pair[row.claim_id]
        found.append(
            {
                **shapes[row.occurrence_id, row.claim_id],
                "occurrence_id": row.occurrence_id,
                "text": later.claim.text,
                "original": earlier.claim.text,
                "diff": diff_shape(earlier.claim.text, later.claim.text),
            }
        )
    rest = limit - len(found)
    if rest > 0:
        found.extend(relation_shapes(session, relations.unjudged(session, rest)))
    return found
