"""What adding an article found and linked."""

from collections.abc import Sequence

from sqlmodel import Session

from tracker.store import anchorings, claims, occurrences, relations
from tracker.views import printed
from tracker.views.claim import current_links, link_shapes, relation_shapes
from tracker.views.shapes import Shape


def findings_shape(session: Session, occurrence_ids: Sequence[int]) -> Shape:
    """Return what became of new occurrences: linked, suggested, related, unsure."""
    wholes = occurrences.load(session, occurrence_ids)
    claim_ids = [whole.claim.id for whole in wholes]
    stored = claims.load_claims(session, claim_ids)
    texts = {c.occurrence_id: c.claim.text for c in stored.values()}
    links = link_shapes(session, occurrence_ids)
    holding = current_links(session, links)
    linked = {pair: shape for pair, shape in links.items() if holding.get(pair[0]) is shape}
    first = claims.load_claims(session, [claim_id for _, claim_id in links])
    where = printed.of_occurrences(session, [c.occurrence_id for c in first.values()])
    carried = anchorings.carried(session, claim_ids)
    again = {c.occurrence_id for c in stored.values() if c.id in carried}
    new = set(claim_ids)
    rows = [r for r in relations.of_claims(session, claim_ids) if r.from_claim_id in new]
    return {
        "statements": len(wholes),
        "unsure": sum(whole.row.speaker_reason.startswith("unsure") for whole in wholes),
        "proposed": sum(
            whole.row.proposed_id is not None and whole.claim.speaker_id is None for whole in wholes
        ),
        "linked": [
            {
                "occurrence_id": occurrence,
                "text": texts[occurrence],
                "carried": occurrence in again,
                "original": first[claim_id].claim.text,
                "first": where[first[claim_id].occurrence_id].shape(),
                **shape,
            }
            for (occurrence, claim_id), shape in linked.items()
        ],
        "suggested": [
            {
                "occurrence_id": occurrence,
                "text": texts[occurrence],
                "original": first[claim_id].claim.text,
                "first": where[first[claim_id].occurrence_id].shape(),
                **shape,
            }
            for (occurrence, claim_id), shape in links.items()
            if (occurrence, claim_id) not in linked
        ],
        "relations": relation_shapes(session, rows),
    }
