"""What outlets said of their articles, and every claim that it reaches.

A notice on an article marks the claims that stand in it. It marks those printed elsewhere
too that are linked to one of them: what an article since retracted was the first to carry
is still printed by others.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlmodel import Session

from tracker.store import claims, notices
from tracker.store.notices import Recorded
from tracker.views.shapes import Shape

HERE, FIRST, ALSO = "here", "first", "also"
"""How a notice reaches a claim: it is on the article of this wording, on the one that carried
the claim first, or on another that carried it later."""


def on_article(session: Session, article_id: int) -> list[Shape]:
    """Return every notice on an article, oldest first, those taken back among them."""
    return [_shape(one) for one in notices.on_articles(session, [article_id])]


def on_articles(session: Session, article_ids: Collection[int]) -> dict[int, list[Shape]]:
    """Return the notices on each of these articles that stand."""
    found: dict[int, list[Shape]] = defaultdict(list)
    for one in _standing(notices.on_articles(session, article_ids)):
        found[one.row.article_id].append(_shape(one))
    return found


def of_claims(session: Session, claim_ids: Collection[int]) -> dict[int, list[Shape]]:
    """Return the notices that reach each of these claims and stand, with `reach`."""
    wholes = claims.wholes(session, claim_ids)
    carriers = notices.carriers(session, set(wholes.values()))
    recorded = _standing(notices.on_articles(session, {c.article_id for c in carriers}))
    about = claims.wholes(session, {one.claim_id for one in recorded if one.claim_id})
    carried: dict[tuple[int, int], set[int]] = defaultdict(set)
    for carrier in carriers:
        carried[carrier.article_id, carrier.whole_id].add(carrier.claim_id)
    found: dict[int, list[Shape]] = {claim_id: [] for claim_id in claim_ids}
    for one in recorded:
        subject = about[one.claim_id] if one.claim_id else None
        for claim_id, whole in wholes.items():
            reached = carried.get((one.row.article_id, whole), set())
            if reached and subject in (None, whole):
                reach = HERE if claim_id in reached else FIRST if whole in reached else ALSO
                found[claim_id].append({**_shape(one), "reach": reach})
    return found


def _standing(recorded: Sequence[Recorded]) -> list[Recorded]:
    return [one for one in recorded if one.withdrawal is None]


def _shape(one: Recorded) -> Shape:
    row, taken = one.row, one.withdrawal
    return {
        "notice_id": f"N{row.id}",
        "kind": row.kind,
        "text": row.text,
        "published_at": row.published_at,
        "url": row.url,
        "article_id": row.article_id,
        "outlet": one.outlet,
        "claim_id": row.claim_id,
        "occurrence_id": row.occurrence_id,
        "user": row.user,
        "at": row.at.isoformat(),
        "withdrawn": {"user": taken.user, "at": taken.at.isoformat(), "reason": taken.text}
        if taken
        else None,
    }
