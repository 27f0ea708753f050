"""What adding an article found and linked, whether it came first or later."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from tracker.store import anchorings, claims, links, occurrences, relations
from tracker.store.claims import StoredClaim
from tracker.views import printed
from tracker.views.claim import current_links, link_shapes, relation_shapes, shapes_of
from tracker.views.shapes import Shape


def findings_shape(session: Session, occurrence_ids: Sequence[int]) -> Shape:
    """Return what became of new occurrences: linked, suggested, related, unsure; and which stored
    ones repeat them, where these turn out to be the earlier or which came first is not known."""
    wholes = occurrences.load(session, occurrence_ids)
    claim_ids = [whole.claim.id for whole in wholes]
    stored = claims.load_claims(session, claim_ids)
    texts = {c.occurrence_id: c.claim.text for c in stored.values()}
    shapes = link_shapes(session, occurrence_ids)
    holding = current_links(session, shapes)
    linked = {pair: shape for pair, shape in shapes.items() if holding.get(pair[0]) is shape}
    first = claims.load_claims(session, [claim_id for _, claim_id in shapes])
    where = printed.of_occurrences(session, [c.occurrence_id for c in first.values()])
    carried = anchorings.carried(session, claim_ids)
    again = {c.occurrence_id for c in stored.values() if c.id in carried}
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
            for (occurrence, claim_id), shape in shapes.items()
            if (occurrence, claim_id) not in linked
        ],
        "repeated": _repeated(session, stored),
        "relations": [
            {"new": "from" if shape["from"]["claim_id"] in stored else "to", **shape}
            for shape in relation_shapes(session, relations.of_claims(session, claim_ids))
        ],
    }


def _repeated(session: Session, stored: Mapping[int, StoredClaim]) -> list[Shape]:
    """Return the links of others' occurrences to new claims, with the words of both."""
    rows = links.links_to(session, list(stored))
    shapes, worded = shapes_of(session, rows), links.claims_of(session, rows)
    theirs = claims.load_claims(session, worded.values())
    where = printed.of_occurrences(session, [row.occurrence_id for row in rows])
    return [
        {
            "text": stored[row.claim_id].claim.text,
            "repeat_claim_id": worded[row.id],
            "repeat": theirs[worded[row.id]].claim.text,
            "repeat_in": where[row.occurrence_id].shape(),
            **shapes[row.occurrence_id, row.claim_id],
        }
        for row in rows
    ]
