"""Statements of one text that have the same words: the one is the other, found again."""

from sqlmodel import Session

from tracker.errors import Conflict
from tracker.store import articles, claims, occurrences

_AROUND = " \t\n.,;:“”\"‘’'«»„"
"""Marks that may stand around a statement or not, and make no other one of it."""


def require_none(session: Session, occurrence_id: int) -> None:
    """Refuse an occurrence whose words another of its text has.

    Raises:
        Conflict: there is one; the message names it.
    """
    row = claims.get_occurrence(session, occurrence_id)
    wholes = occurrences.load(session, occurrences.of_version(session, row.version_id))
    words = {whole.row.id: whole.claim.text.strip(_AROUND) for whole in wholes}
    for whole in wholes:
        other = whole.row
        if other.id != row.id and words[other.id] == words[row.id]:
            article = articles.added(session, row.version_id).article
            state = ", which a person rejected" if other.rejected else ""
            raise Conflict(
                f"article {article.id} has these words already: occurrence {other.id}, "
                f"claim {other.claim_id}{state}; mend it with `tracker claim correct {other.id}`, "
                "or give --again to record them once more"
            )
