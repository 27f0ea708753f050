"""What waits for a person: links, relations, speakers nobody is sure of, agents that may be one."""

from collections.abc import Callable
from enum import StrEnum

from sqlmodel import Session

from tracker.store import claims, judgements, links, occurrences, relations
from tracker.store.judgements import Subject
from tracker.views import printed
from tracker.views.claim import diff_shape, judgement_shape, link_shapes, relation_shapes
from tracker.views.proposals import proposal_shape, proposals
from tracker.views.shapes import Shape, hop_shape, span_shape


class Waiting(StrEnum):
    """The kinds of thing that wait, in the order in which they are listed."""

    LINKS = "links"
    RELATIONS = "relations"
    SPEAKERS = "speakers"
    AGENTS = "agents"


def waiting_shapes(
    session: Session, limit: int, only: Waiting | None = None
) -> tuple[list[Shape], int]:
    """Return what is undecided, kind by kind, the likeliest of each first; and how much it is."""
    found: list[Shape] = []
    total = 0
    for kind, list_ in _KINDS.items():
        if only in (None, kind):
            shapes, count = list_(session, max(0, limit - len(found)))
            found.extend(shapes)
            total += count
    return found, total


def _links(session: Session, limit: int) -> tuple[list[Shape], int]:
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
    return found, links.count_unjudged(session)


def _relations(session: Session, limit: int) -> tuple[list[Shape], int]:
    rows = relations.unjudged(session, limit)
    return relation_shapes(session, rows), relations.count_unjudged(session)


def _agents(session: Session, limit: int) -> tuple[list[Shape], int]:
    pairs = proposals(session)
    return [proposal_shape(pair) for pair in pairs[:limit]], len(pairs)


def _speakers(session: Session, limit: int) -> tuple[list[Shape], int]:
    """Return the statements whose speaker is blank with somebody proposed."""
    ids = occurrences.unsure(session, limit)
    wholes = {whole.row.id: whole for whole in occurrences.load(session, ids)}
    ordered = [wholes[occurrence_id] for occurrence_id in ids]
    statements = occurrences.as_statements(session, ordered)
    where = printed.of_occurrences(session, ids)
    standing = judgements.judgements_on(session, [Subject(whole.row) for whole in ordered])
    shapes = [
        {
            "speaker_id": Subject(whole.row).name,
            "occurrence_id": whole.row.id,
            "claim_id": whole.claim.part_of_id or whole.claim.id,
            **where[whole.row.id].shape(),
            "text": whole.claim.text,
            "context": whole.claim.context,
            "source": (
                span_shape(statement.source, where[whole.row.id].text) if statement.source else None
            ),
            "proposed": statement.proposed,
            "speaker_confidence": statement.speaker_confidence,
            "speaker_reason": statement.speaker_reason,
            "chain": [hop_shape(hop) for hop in statement.chain],
            "judgements": [judgement_shape(row) for row in standing[Subject(whole.row).name]],
        }
        for whole, statement in zip(ordered, statements, strict=True)
    ]
    return shapes, occurrences.count_unsure(session)


_KINDS: dict[Waiting, Callable[[Session, int], tuple[list[Shape], int]]] = {
    Waiting.LINKS: _links,
    Waiting.RELATIONS: _relations,
    Waiting.SPEAKERS: _speakers,
    Waiting.AGENTS: _agents,
}
