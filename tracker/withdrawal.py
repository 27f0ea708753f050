"""Articles added by mistake: set aside whole, shown as such, and put back when that was wrong."""

from tracker import linking
from tracker.errors import Conflict
from tracker.store import articles, seen, withdrawals
from tracker.store.engine import Engine
from tracker.store.ledger import require_unchanged
from tracker.store.session import writing


def withdraw(
    engine: Engine, article_id: int, reason: str, user: str, expected: int | None = None
) -> int:
    """Set an article aside: its statements are shown, and counted nowhere; return how many.

    What was linked to them is linked anew, as if they had never been added.

    Raises:
        NotFound: there is no such article.
        Conflict: it is withdrawn already, or was changed since entry `expected`.
    """
    return _set(engine, article_id, True, reason, user, expected)


def restore(
    engine: Engine, article_id: int, reason: str, user: str, expected: int | None = None
) -> int:
    """Take a withdrawal back; return how many statements count again.

    One that a person rejected by itself stays rejected.

    Raises:
        NotFound: there is no such article.
        Conflict: it is not withdrawn, or was changed since entry `expected`.
    """
    return _set(engine, article_id, False, reason, user, expected)


def _set(
    engine: Engine, article_id: int, withdrawn: bool, reason: str, user: str, expected: int | None
) -> int:
    with writing(engine, user) as tx:
        article = articles.get_article(tx.session, article_id)
        uids = seen.of_article(tx.session, article_id)
        require_unchanged(tx.session, uids, expected, f"article {article_id}")
        held = withdrawals.withdrawal_of(tx.session, article_id)
        if withdrawn and held is not None:
            raise Conflict(f"article {article_id} is withdrawn already, by {held.user}")
        if not withdrawn and held is None:
            raise Conflict(f"article {article_id} is not withdrawn")
        claim_ids = withdrawals.add(tx, article, withdrawn, reason)
        linking.link_claims(tx, claim_ids)
        return len(claim_ids)
