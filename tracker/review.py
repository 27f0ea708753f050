"""People decide: judgements on links and relations, and what waits for one."""

import re

from tracker import linking
from tracker.errors import BadInput
from tracker.model import Verdict
from tracker.store import judgements, links
from tracker.store.engine import Engine
from tracker.store.judgements import Subject
from tracker.store.session import Session, Transaction, writing
from tracker.store.tables import LinkRow, OccurrenceRow

_NAME = re.compile(r"([LR])(\d{1,18})", re.IGNORECASE)


def judge(engine: Engine, name: str, verdict: Verdict, reason: str, user: str) -> str:
    """Record a person's answer on a link ("L12") or relation ("R7"); return its new status.

    The linking rule runs again for what the answer touches.

    Raises:
        BadInput: `name` is no identifier of a link or relation.
        NotFound: there is none of that number.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        judgements.add_judgement(tx, subject, verdict, reason)
        return _apply(tx, subject)


def withdraw(engine: Engine, name: str, reason: str, user: str) -> str:
    """Take back the user's standing answer on a link or relation; return its new status.

    Raises:
        BadInput: `name` is no identifier of a link or relation.
        NotFound: there is none of that number, or no standing answer of this user.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        judgements.withdraw(tx, subject, reason)
        return _apply(tx, subject)


def get_subject(session: Session, name: str) -> Subject:
    """Return the link or relation that people name so.

    Raises:
        BadInput: the name is not of the form L12 or R7.
        NotFound: there is none of that number.
    """
    match = _NAME.fullmatch(name.strip())
    if match is None:
        raise BadInput(f"{name!r} names no link or relation: give one such as L12 or R7")
    number = int(match.group(2))
    is_link = match.group(1).upper() == "L"
    get = links.get_link if is_link else links.get_relation
    return Subject(get(session, number))


def _apply(tx: Transaction, subject: Subject) -> str:
    if isinstance(subject.row, LinkRow):
        occurrence = tx.session.get_one(OccurrenceRow, subject.row.occurrence_id)
        linking.link_claims(tx, [occurrence.claim_id])
    standing = judgements.judgements_on(tx.session, [subject])[subject.name]
    return str(judgements.status_of(subject.row, standing))
