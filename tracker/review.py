"""People decide: judgements on links, relations and proposed speakers."""

import re
from collections.abc import Callable

from tracker import linking
from tracker.errors import BadInput, Conflict, NotFound
from tracker.model import LinkStatus, Verdict
from tracker.store import agents, claims, corrections, judgements, links
from tracker.store.engine import Engine
from tracker.store.judgements import Judged, Subject
from tracker.store.session import Session, Transaction, writing
from tracker.store.tables import LinkRow, OccurrenceRow

_NAME = re.compile(r"([LRS])(\d{1,18})", re.IGNORECASE)


def judge(engine: Engine, name: str, verdict: Verdict, reason: str, user: str) -> str:
    """Record a person's answer on a link ("L12"), relation ("R7") or proposed speaker ("S31").

    Returns its new status. A confirmed speaker is the speaker; the linking rule runs
    again for what the answer touches.

    Raises:
        BadInput: `name` is no identifier of any of these.
        NotFound: there is none of that number.
        Conflict: a person gave the statement a speaker otherwise.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        before = _status(tx.session, subject)
        if isinstance(subject.row, OccurrenceRow) and before is not LinkStatus.CONFIRMED:
            _require_blank(tx.session, subject.row)
        judgements.add_judgement(tx, subject, verdict, reason)
        return _apply(tx, subject, before, reason)


def withdraw(engine: Engine, name: str, reason: str, user: str) -> str:
    """Take back the user's standing answer; return the new status of what it was on.

    Raises:
        BadInput: `name` is no identifier of a link, relation or proposed speaker.
        NotFound: there is none of that number, or no standing answer of this user.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        before = _status(tx.session, subject)
        judgements.withdraw(tx, subject, reason)
        return _apply(tx, subject, before, reason)


def get_subject(session: Session, name: str) -> Subject:
    """Return the link, relation or proposed speaker that people name so.

    Raises:
        BadInput: the name is not of the form L12, R7 or S31.
        NotFound: there is none of that number.
    """
    match = _NAME.fullmatch(name.strip())
    if match is None:
        raise BadInput(
            f"{name!r} names no link, relation or speaker: give one such as L12 or R7 or S31"
        )
    return Subject(_GET[match.group(1).upper()](session, int(match.group(2))))


def _get_proposed(session: Session, occurrence_id: int) -> Judged:
    row = claims.get_occurrence(session, occurrence_id)
    if row.proposed_id is None:
        raise NotFound(f"occurrence {occurrence_id} has no proposed speaker: see `tracker review`")
    return row


_GET: dict[str, Callable[[Session, int], Judged]] = {
    "L": links.get_link,
    "R": links.get_relation,
    "S": _get_proposed,
}


def _status(session: Session, subject: Subject) -> LinkStatus:
    standing = judgements.judgements_on(session, [subject])[subject.name]
    return judgements.status_of(subject.row, standing)


def _require_blank(session: Session, row: OccurrenceRow) -> None:
    speaker_id = claims.get_claim(session, row.claim_id).speaker_id
    if speaker_id is not None:
        name = agents.get_agent(session, speaker_id).name
        raise Conflict(
            f"occurrence {row.id} is given to {name} already: mend it with `tracker claim correct`"
        )


def _apply(tx: Transaction, subject: Subject, before: LinkStatus, reason: str) -> str:
    status = _status(tx.session, subject)
    if isinstance(subject.row, LinkRow):
        occurrence = tx.session.get_one(OccurrenceRow, subject.row.occurrence_id)
        linking.link_claims(tx, [occurrence.claim_id])
    elif isinstance(subject.row, OccurrenceRow):
        is_speaker = status is LinkStatus.CONFIRMED
        if is_speaker is not (before is LinkStatus.CONFIRMED):
            _set_speaker(tx, subject.row, is_speaker, reason)
    return str(status)


def _set_speaker(tx: Transaction, row: OccurrenceRow, is_speaker: bool, reason: str) -> None:
    """Make the proposed speaker the speaker, or leave it blank again, as a correction."""
    assert row.proposed_id is not None, "only proposed speakers are judged"
    claim = claims.get_claim(tx.session, row.claim_id)
    agent = agents.get_agent(tx.session, row.proposed_id)
    if is_speaker:
        names = agents.names_of(tx.session, agent.id)
        corrections.correct_speaker(tx, row, claim, agent, names)
        corrections.log_correction(tx, row, "speaker", None, agent.name, reason)
    elif claim.speaker_id == agent.id:
        corrections.take_back_speaker(tx, row, claim)
        corrections.log_correction(tx, row, "speaker", agent.name, None, reason)
    linking.link_claims(tx, [claim.id])
