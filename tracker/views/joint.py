"""Who says something together with others: the fields of shapes, and how they read."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from tracker.model import Joint
from tracker.store import joint
from tracker.store.claims import StoredClaim
from tracker.views.shapes import Shape, joint_fields


def joint_shapes(session: Session, stored: Mapping[int, StoredClaim]) -> dict[int, Shape]:
    """Return, for each claim, the fields that say who says it together; asked for all at once."""
    blank = [
        claim_id
        for claim_id, one in stored.items()
        if one.claim.speaker is None and one.claim.unnamed_source is None
    ]
    found = joint.speakers(session, blank)
    return {claim_id: joint_fields(found.get(claim_id, Joint())) for claim_id in stored}


def together(shape: Mapping[str, Any]) -> str | None:
    """Return who says it together, to read: "Ada Lind and Bo Ek"; None where nobody does."""
    names = list(shape.get("joint_speakers", ()))
    if not names:
        return None
    if shape["joint_others"]:
        names.append("at least one other")
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else str(last)
