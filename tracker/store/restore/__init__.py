"""Records as `dump` gives them, written into an empty database as they were.

The ledger comes along as it is, so its chain still proves what it proved; restoring adds no
entry of its own but for what was redacted after the end of a past.
"""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from tracker.errors import Conflict, NotVerified
from tracker.store import redactions
from tracker.store.chain import verify_chain
from tracker.store.claims import date_claims
from tracker.store.ledger import Problem
from tracker.store.records import Record
from tracker.store.restore import agents, articles, claims, desk
from tracker.store.restore.base import Restored
from tracker.store.restore.later import redact_again
from tracker.store.tables import ClaimRow, LedgerRow, OccurrenceRow

_KINDS: dict[str, Callable[[Restored, Record], None]] = {
    "outlets": articles.add_outlet,
    "articles": articles.add_article,
    "versions": articles.add_version,
    "agents": agents.add_agent,
    "places": agents.add_place,
    "events": agents.add_event,
    "participations": agents.add_participation,
    "claims": claims.add_claim,
    "occurrences": claims.add_occurrence,
    "attributions": claims.add_attribution,
    "facts": claims.add_fact,
    "links": claims.add_link,
    "relations": claims.add_relation,
    "judgements": desk.add_judgement,
    "corrections": desk.add_correction,
    "anchorings": claims.add_anchoring,
    "notices": desk.add_notice,
    "requests": desk.add_request,
    "withdrawals": desk.add_withdrawal,
    "ledger": desk.add_ledger_entry,
    "ledger_head": desk.add_ledger_head,
    "later_redactions": desk.add_later_redaction,
    "redactions": desk.add_redaction,
}
"""What writes a record, by the kinds of `dump`."""


def require_empty(session: Session) -> None:
    """Check that nothing would be mixed with what is restored.

    Raises:
        Conflict: the database holds records already.
    """
    if session.exec(select(LedgerRow.seq).limit(1)).first() is not None:
        raise Conflict(
            "the database holds records already: import into a new one "
            "(tracker --database sqlite:///new.db init)"
        )


class Restorer(Restored):
    """Writes records kind by kind; later kinds refer to earlier ones by uid.

    Raises, from every method, KeyError for a missing field or unknown uid,
    ValueError for a malformed one, and NotVerified for words or bytes that do not
    have the hash or place that their record says.
    """

    def restore(self, kind: str, records: Iterable[Record]) -> None:
        """Write all records of one kind."""
        write = _KINDS[kind]
        for record in records:
            write(self, record)
        self.tx.session.flush()

    def finish(self, has_head: bool) -> None:
        """Set what refers within its own kind, and check the ledger's chain.

        Exports of earlier releases do not say where their ledger ends; where one `has_head`,
        it must name the last entry that was read.
        """
        session = self.tx.session
        for claim_id, whole in self.part_of.items():
            target = self.ids["claim", whole]
            session.execute(
                update(ClaimRow).where(col(ClaimRow.id) == claim_id).values(part_of_id=target)
            )
        for occurrence_id, parent in self.parents.items():
            target = self.ids["occurrence", parent]
            session.execute(
                update(OccurrenceRow)
                .where(col(OccurrenceRow.id) == occurrence_id)
                .values(parent_id=target)
            )
        agents.add_identities(self)
        date_claims(session)
        _require_none([*verify_chain(session), *(desk.head_problems(self) if has_head else ())])
        if redact_again(self):
            _require_none(verify_chain(session))
        _require_none(redactions.problems(session))


def _require_none(problems: Sequence[Problem]) -> None:
    """Check that nothing is wrong with what was read.

    Raises:
        NotVerified: something is; the message says what.
    """
    if problems:
        raise NotVerified(f"{problems[0].record}: {problems[0].message}; nothing was imported")


__all__ = ["Restorer", "require_empty"]
