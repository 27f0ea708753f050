"""Places: their names, what is known of them, and what is reported to happen there."""

from collections.abc import Sequence

from sqlmodel import Session

from tracker.store import ledger, places
from tracker.store.tables import PlaceRow
from tracker.views.claim import claim_rows
from tracker.views.shapes import Shape


def place_rows(
    session: Session, kind: str | None, words: str | None, limit: int, offset: int = 0
) -> list[Shape]:
    """Return one line's worth for each place, in order of name."""
    rows = places.list_places(session, kind, words, limit, offset)
    aliases = places.aliases_of(session, [row.id for row in rows])
    return [_row(row, aliases[row.id]) for row in rows]


def _row(row: PlaceRow, aliases: Sequence[str]) -> Shape:
    return {
        "place_id": row.id,
        "uid": row.uid,
        "name": row.name,
        "kind": row.kind,
        "within": row.within,
        "aliases": list(aliases),
        "origin": row.origin,
    }


def place_shape(session: Session, place_id: int, limit: int) -> Shape:
    """Return a place with the claims that report an event there, newest number first.

    Raises:
        NotFound: there is no such place.
    """
    row = places.get_place(session, place_id)
    return {
        **_row(row, places.aliases_of(session, [place_id])[place_id]),
        "entry": ledger.last_entry(session, [row.uid]),
        "claim_count": places.count_claims_at(session, place_id),
        "claims": claim_rows(session, places.claims_at(session, place_id, limit)),
    }
