"""The stored claims most like one that need not be stored."""

from collections.abc import Callable, Iterable

from tracker import match
from tracker.model import Claim, Comparison
from tracker.shelf import Shelf
from tracker.store import model_in_use, rarities
from tracker.store.claims import StoredClaim
from tracker.store.session import Session


def rank(session: Session, claim: Claim, limit: int = 10) -> list[tuple[StoredClaim, Comparison]]:
    """Return the stored claims most like `claim`, best first. Reads only."""
    model = model_in_use.model_of(session)
    found = _standing(Shelf(session, model).likest(claim))
    rarity = _rarity_in(session, claim)
    near = match.nearness(claim, [stored.claim for stored in found], rarity, model)
    by_nearness = sorted(zip(near, found, strict=True), key=lambda one: (-one[0], one[1].order))
    return [
        (stored, match.compare(claim, stored.claim, model=model, to_show=True))
        for _, stored in by_nearness[:limit]
    ]


def _rarity_in(session: Session, claim: Claim) -> Callable[[str], float]:
    """Return the rarity of stems for ranking: among the stored claims, once they are many."""
    stems = match.content_stems(claim.text)
    held = rarities.find_rarities(session, {match.word_key(stem) for stem in stems})
    known = {stem: held[key] for stem in stems if (key := match.word_key(stem)) in held}
    return lambda stem: known.get(stem) or match.rarity(stem)


def _standing(found: Iterable[StoredClaim]) -> list[StoredClaim]:
    return [claim for claim in found if claim.part_of is None and not claim.rejected]
