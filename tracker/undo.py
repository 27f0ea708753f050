"""Undoing what the ledger says was done: the entry's inverse, as a new entry beside it.

Nothing is unwritten. Where something later rests on an entry it is refused, with what has
to be undone first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tracker import correction, gazetteer, identity, review, withdrawal
from tracker.correction import Correction
from tracker.errors import Conflict
from tracker.model import Verdict
from tracker.store import identities, judgements, ledger, occurrences, places, withdrawals
from tracker.store.engine import Engine
from tracker.store.session import Session, reading
from tracker.store.tables import LedgerRow
from tracker.text.counts import count


@dataclass(frozen=True, slots=True)
class _Asked:
    """An entry to undo, and who asks: `head` is the ledger's newest entry when it was read."""

    engine: Engine
    row: LedgerRow
    reason: str
    user: str
    head: int


Inverse = Callable[[], str]
"""Does what undoes an entry; returns what it did, as a line to show."""


def undo(engine: Engine, entry: int, reason: str, user: str) -> str:
    """Do the inverse of what a ledger entry says; return what that was, as a line to show.

    Raises:
        NotFound: there is no such entry.
        Conflict: it has no inverse of its own, later writes rest on it, or somebody wrote
            on the same record meanwhile.
    """
    with reading(engine) as session:
        row, _ = ledger.get_entry(session, entry)
        find = _INVERSES.get(row.action, _no_inverse)
        inverse = find(session, _Asked(engine, row, reason, user, ledger.head(session)[0]))
    return inverse()


def _no_inverse(_session: Session, asked: _Asked) -> Inverse:
    row = asked.row
    if row.action == "redaction.made" or row.action.endswith(".redacted"):
        raise Conflict(f"entry {row.seq} is of a redaction: the words are gone, nothing holds them")
    if row.action == "checkpoint.stamped":
        raise Conflict(f"entry {row.seq} is of a time stamp: nothing takes back that it was given")
    raise Conflict(
        f"entry {row.seq} ({row.action}) follows from others: undo the answer, correction or "
        "article that it came from, see `tracker log`"
    )


def _judged(session: Session, asked: _Asked) -> Inverse:
    made = judgements.judgement_by_uid(session, asked.row.record_uid)
    name = judgements.name_of(made)
    if made.user != asked.user:
        raise Conflict(f"entry {asked.row.seq} is the answer of {made.user}, who can take it back")
    if not judgements.stands(session, made):
        raise Conflict(f"entry {asked.row.seq}: the answer on {name} does not stand any more")

    def withdraw() -> str:
        status = review.withdraw(asked.engine, name, asked.reason, asked.user, asked.head)
        return f"{name}: {made.verdict} withdrawn; it is now {status}"

    return withdraw


def _withdrawn(session: Session, asked: _Asked) -> Inverse:
    taken = judgements.judgement_by_uid(session, asked.row.record_uid)
    first = judgements.withdrawn_by(session, taken)
    name = judgements.name_of(first)
    if first.user != asked.user:
        raise Conflict(f"entry {asked.row.seq} is of {first.user}, who can answer again")
    if judgements.has_answered(session, first.user, name):
        raise Conflict(f"entry {asked.row.seq}: {first.user} answered on {name} again since")

    def answer() -> str:
        verdict = Verdict(first.verdict or "")
        status = review.judge(asked.engine, name, verdict, asked.reason, asked.user, asked.head)
        return f"{name}: {verdict} again; it is now {status}"

    return answer


def _corrected(session: Session, asked: _Asked) -> Inverse:
    uid, seq = asked.row.record_uid, asked.row.seq
    if asked.row.action == "occurrence.corrected":
        # One is written with every correction, right after it.
        uid, seq = ledger.get_entry(session, seq - 1)[0].record_uid, seq - 1

    def put_back() -> str:
        number, field = correction.undo(asked.engine, uid, seq, asked.reason, asked.user)
        return f"occurrence {number}: {field} is what it was before entry {seq}"

    return put_back


def _added_by_hand(session: Session, asked: _Asked) -> Inverse:
    row = occurrences.by_uid(session, asked.row.record_uid)

    def reject() -> str:
        change = Correction(reject=True)
        correction.correct(asked.engine, row.id, change, asked.reason, asked.user, asked.head)
        return f"occurrence {row.id}: rejected, and kept to be seen"

    return reject


def _said_of_agents(session: Session, asked: _Asked) -> Inverse:
    row = identities.identity_by_uid(session, asked.row.record_uid)
    pair = f"agents {row.agent_id} and {row.other_id}"
    first = identities.withdrawn_by(session, row)
    if first is None:
        if row.id not in {one.id for one in identities.standing(session, [row.agent_id])}:
            raise Conflict(f"entry {asked.row.seq}: what it says of {pair} does not stand any more")
        again = None
    else:
        again = first.same
        if identities.is_told(session, row.agent_id, row.other_id):
            raise Conflict(f"entry {asked.row.seq}: somebody said more of {pair} since")
    who = (asked.reason, asked.user, asked.head)

    def answer() -> str:
        if again is None and row.same:
            identity.split(asked.engine, row.agent_id, *who)
            return f"{pair}: parted"
        if again is None:
            identity.take_back(asked.engine, row.agent_id, row.other_id, *who)
            return f"{pair}: no longer told apart"
        (identity.merge if again else identity.tell_apart)(
            asked.engine, row.agent_id, row.other_id, *who
        )
        return f"{pair}: {'one' if again else 'told apart'} again"

    return answer


def _placed(session: Session, asked: _Asked) -> Inverse:
    row = places.by_uid(session, asked.row.record_uid)
    if asked.row.action == "place.added" and row.origin == places.Origin.ARTICLE:
        return _no_inverse(session, asked)

    def put_back() -> str:
        gazetteer.undo(asked.engine, row.id, asked.row.seq, asked.reason, asked.user)
        return f"place {row.id}: is what it was before entry {asked.row.seq}"

    return put_back


def _article(session: Session, asked: _Asked) -> Inverse:
    if asked.row.action == "article.added":
        article_id = withdrawals.article_by_uid(session, asked.row.record_uid).id
    else:
        article_id = withdrawals.by_uid(session, asked.row.record_uid).article_id
    restores = asked.row.action == "article.withdrawn"
    act = withdrawal.restore if restores else withdrawal.withdraw

    def move() -> str:
        number = act(asked.engine, article_id, asked.reason, asked.user, asked.head)
        word = "restored" if restores else "withdrawn"
        return f"article {article_id}: {word}, {count(number, 'statement')}"

    return move


_INVERSES: dict[str, Callable[[Session, _Asked], Inverse]] = {
    "judgement.made": _judged,
    "judgement.withdrawn": _withdrawn,
    "correction.made": _corrected,
    "occurrence.corrected": _corrected,
    "occurrence.added": _added_by_hand,
    "agents.merged": _said_of_agents,
    "agents.told_apart": _said_of_agents,
    "agents.parted": _said_of_agents,
    "place.added": _placed,
    "place.edited": _placed,
    "place.put_back": _placed,
    "article.added": _article,
    "article.withdrawn": _article,
    "article.restored": _article,
}
"""What undoes an entry, by its action; all others follow from these."""

_FOLLOWS = "occurrence.corrected"
"""It is written with every correction, whose own entry is told instead."""


def undoable(engine: Engine, numbers: range, limit: int) -> list[int]:
    """Return which of these entries `undo` has an inverse of, oldest first."""
    with reading(engine) as session:
        return ledger.of_actions(session, numbers, _INVERSES.keys() - {_FOLLOWS}, limit)
