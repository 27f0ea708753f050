"""Two claims side by side, for a person to say whether they are one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from tracker.store import claims, occurrences
from tracker.store.claims import StoredClaim
from tracker.views import printed
from tracker.views.printed import Where
from tracker.views.shapes import Shape, diff_shape, hop_shape, joint_fields


@dataclass(frozen=True, slots=True)
class _Side:
    stored: StoredClaim
    where: Where
    joint: Shape
    chain: list[Shape]
    occurrences: int

    def shape(self) -> Shape:
        claim = self.stored.claim
        return {
            "claim_id": self.stored.id,
            "occurrence_id": self.stored.occurrence_id,
            **self.where.shape(),
            "text": claim.text,
            "kind": str(claim.kind),
            "type": str(claim.type),
            "speaker": claim.speaker,
            **self.joint,
            "unnamed_source": claim.unnamed_source,
            "denied": claim.denied,
            "chain": self.chain,
            "occurrences": self.occurrences,
        }


def pair_shapes(session: Session, pairs: Sequence[tuple[int, int]]) -> list[Shape]:
    """Return each (later, earlier) pair of claims: both, and the words that differ.

    `occurrences` counts those of the claim that each is part of.
    """
    sides = _sides(session, {claim_id for pair in pairs for claim_id in pair})
    return [
        {
            "later": sides[later].shape(),
            "earlier": sides[earlier].shape(),
            "diff": diff_shape(sides[earlier].stored.claim.text, sides[later].stored.claim.text),
        }
        for later, earlier in pairs
    ]


def _sides(session: Session, claim_ids: set[int]) -> dict[int, _Side]:
    stored = claims.load_claims(session, claim_ids)
    ids = [claim.occurrence_id for claim in stored.values()]
    wholes = occurrences.load(session, ids)
    statements = occurrences.as_statements(session, wholes)
    where = printed.of_occurrences(session, ids)
    counts = occurrence_counts(session, claim_ids)
    return {
        whole.claim.id: _Side(
            stored=stored[whole.claim.id],
            where=where[whole.row.id],
            joint=joint_fields(statement.joint),
            chain=[hop_shape(hop) for hop in statement.chain],
            occurrences=counts[whole.claim.id],
        )
        for whole, statement in zip(wholes, statements, strict=True)
    }


def occurrence_counts(session: Session, claim_ids: set[int]) -> dict[int, int]:
    """Return how many occurrences the claim has that each of these is part of."""
    roots = claims.wholes(session, claim_ids)
    parts = claims.members(session, set(roots.values()))
    return {claim_id: 1 + len(parts[root]) for claim_id, root in roots.items()}
