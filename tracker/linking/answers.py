"""The links that people answer on: who compared, which claims an answer bears on."""

from tracker import match
from tracker.model import Meaning
from tracker.store import decided, links, model_in_use
from tracker.store.claims import StoredClaim
from tracker.store.links import Matcher, Proposal
from tracker.store.session import Session, Transaction
from tracker.store.tables import LinkRow


def matcher_with(model: Meaning | None) -> Matcher:
    """Return who compares: with a model of sentences its name is part of the version."""
    beside = f" with {model.name}" if model else ""
    return Matcher(match.MATCHER_NAME, f"{match.MATCHER_VERSION}{beside}")


def touched_by(session: Session, link: LinkRow) -> set[int]:
    """Return the claims on which an answer on `link` may bear, now: both, and all one with them."""
    ends = {links.claim_of(session, link), link.claim_id}
    return ends.union(*(decided.of_claim(session, end).same for end in ends))


def held_link(tx: Transaction, later: StoredClaim, earlier: StoredClaim) -> LinkRow:
    """Return the link between two claims to answer on, stored now if nothing proposed it yet."""
    held = links.find_link(tx.session, later.occurrence_id, earlier.id)
    if held is None:
        model = model_in_use.model_of(tx.session)
        proposal = Proposal(earlier, match.compare(later.claim, earlier.claim, model=model))
        held = links.add_link(tx, later, proposal, matcher_with(model))
    return held
