"""People decide: judgements on links, relations and proposed speakers; which claims are one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker import linking
from tracker.errors import BadInput, Conflict, NotFound
from tracker.model import LinkStatus, Verdict
from tracker.store import agents, claims, corrections, judgements, links, seen
from tracker.store.claims import StoredClaim
from tracker.store.engine import Engine
from tracker.store.judgements import Judged, Subject
from tracker.store.ledger import require_unchanged
from tracker.store.session import Session, Transaction, writing
from tracker.store.tables import LinkRow, OccurrenceRow

_NAME = re.compile(r"([LRS])(\d{1,18})", re.IGNORECASE)


def judge(
    engine: Engine,
    name: str,
    verdict: Verdict,
    reason: str,
    user: str,
    expected: int | None = None,
) -> str:
    """Record a person's answer on a link ("L12"), relation ("R7") or proposed speaker ("S31").

    Returns its new status. A confirmed speaker is the speaker; the linking rule runs
    again for what the answer touches.

    Raises:
        BadInput: `name` is no identifier of any of these.
        NotFound: there is none of that number.
        Conflict: a person gave the statement a speaker otherwise, or what the answer is
            given on was changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        _require_unchanged(tx.session, subject, expected)
        before = _status(tx.session, subject)
        if isinstance(subject.row, OccurrenceRow) and before is not LinkStatus.CONFIRMED:
            _require_blank(tx.session, subject.row)
        touched = _touched(tx.session, subject)
        judgements.add_judgement(tx, subject, verdict, reason)
        return _apply(tx, subject, before, reason, touched)


def withdraw(engine: Engine, name: str, reason: str, user: str, expected: int | None = None) -> str:
    """Take back the user's standing answer; return the new status of what it was on.

    Raises:
        BadInput: `name` is no identifier of a link, relation or proposed speaker.
        NotFound: there is none of that number, or no standing answer of this user.
        Conflict: what it was given on was changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        subject = get_subject(tx.session, name)
        _require_unchanged(tx.session, subject, expected)
        before = _status(tx.session, subject)
        touched = _touched(tx.session, subject)
        judgements.withdraw(tx, subject, reason)
        return _apply(tx, subject, before, reason, touched)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a person's word on whether two claims are one.

    `link` ("L12") is what it was given on, and where it can be withdrawn; `status` is
    that link's. `occurrence_id` is the later one, `claim_id` the claim it is of now, and
    `is_one` whether the other is of that claim too.
    """

    link: str
    status: LinkStatus
    occurrence_id: int
    claim_id: int
    is_one: bool


def merge(
    engine: Engine,
    claim_id: int,
    into_id: int,
    reason: str,
    user: str,
    expected: int | None = None,
) -> Settled:
    """Say that two claims are one; the earlier by publication stays the original.

    It is a yes on the link between the two, whatever the matcher makes of them, so it
    is kept, shown and taken back like any other. Claims that are part of either come
    along as long as what links them holds.

    Raises:
        NotFound: there is no such claim.
        BadInput: the two are one number.
        Conflict: they are one already, a person said that one is no statement, or either
            was changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        for one in (claim_id, into_id):
            claims.get_claim(tx.session, one)
        uids = seen.of_claims(tx.session, [claim_id, into_id])
        require_unchanged(tx.session, uids, expected, f"claim {claim_id} or {into_id}")
        earlier, later = _two_claims(tx.session, claim_id, into_id)
        subject = Subject(linking.held_link(tx, later, earlier))
        return _settle(tx, [subject], Verdict.YES, reason)[0]


def _two_claims(session: Session, claim_id: int, into_id: int) -> list[StoredClaim]:
    """Return the claims that stand for these two, the earlier one first."""
    if claim_id == into_id:
        raise BadInput(f"claim {claim_id} is itself: give two claims")
    roots = [claims.get_claim(session, one).part_of_id or one for one in (claim_id, into_id)]
    found = sorted(claims.load_claims(session, roots).values(), key=lambda claim: claim.order)
    if len(found) == 1:
        raise Conflict(f"claims {claim_id} and {into_id} are both claim {roots[0]} already")
    for claim in found:
        if claim.rejected:
            raise Conflict(
                f"claim {claim.id} is no statement, a person said: take that back with "
                f"`tracker claim correct {claim.occurrence_id} --confirm`"
            )
    return found


def split(
    engine: Engine,
    occurrence_ids: Sequence[int],
    reason: str,
    user: str,
    expected: int | None = None,
) -> list[Settled]:
    """Say that occurrences are not of the claim that they were linked to.

    It is a no on the links that hold them there, so it is kept, shown and taken back
    like any other; each stands by itself, or with another claim that it repeats.

    Raises:
        NotFound: there is no such occurrence.
        Conflict: one is the original of its claim, or has it to itself; or its claim was
            changed since ledger entry `expected`.
    """
    with writing(engine, user) as tx:
        for one in occurrence_ids:
            row = claims.get_occurrence(tx.session, one)
            uids = seen.of_claims(tx.session, [row.claim_id])
            require_unchanged(tx.session, uids, expected, f"the claim of occurrence {one}")
        subjects = [
            Subject(row)
            for occurrence_id in dict.fromkeys(occurrence_ids)
            for row in _holding(tx.session, occurrence_id)
        ]
        return _settle(tx, subjects, Verdict.NO, reason)


def _holding(session: Session, occurrence_id: int) -> list[LinkRow]:
    """Return the links that hold an occurrence to the claim it is part of."""
    claim = claims.get_claim(session, claims.get_occurrence(session, occurrence_id).claim_id)
    if claim.part_of_id is None:
        parts = claims.members(session, [claim.id])[claim.id]
        advice = "split off those that are not of it" if parts else "nothing is linked to it"
        raise Conflict(f"occurrence {occurrence_id} is the original of claim {claim.id}: {advice}")
    rows = [row for row in links.links_of(session, [occurrence_id]) if row.active]
    targets = claims.load_claims(session, [row.claim_id for row in rows])
    return [
        row
        for row in rows
        if claim.part_of_id in (row.claim_id, targets[row.claim_id].part_of)
        and _status(session, Subject(row)) is not LinkStatus.REJECTED
    ]


def _settle(
    tx: Transaction, subjects: Sequence[Subject], verdict: Verdict, reason: str
) -> list[Settled]:
    """Give one answer on several links, and link what it touches anew."""
    touched: set[int] = set()
    for subject in subjects:
        touched |= _touched(tx.session, subject)
        judgements.add_judgement(tx, subject, verdict, reason)
        touched |= _touched(tx.session, subject)
    linking.link_claims(tx, touched)
    return [_settled(tx.session, subject) for subject in subjects]


def _settled(session: Session, subject: Subject) -> Settled:
    assert isinstance(subject.row, LinkRow), "only links say that two claims are one"
    later, earlier = links.claim_of(session, subject.row), subject.row.claim_id
    wholes = claims.wholes(session, [later, earlier])
    return Settled(
        link=subject.name,
        status=_status(session, subject),
        occurrence_id=subject.row.occurrence_id,
        claim_id=wholes[later],
        is_one=wholes[later] == wholes[earlier],
    )


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


def _require_unchanged(session: Session, subject: Subject, expected: int | None) -> None:
    require_unchanged(session, seen.of_subject(session, subject), expected, subject.name)


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


def _touched(session: Session, subject: Subject) -> set[int]:
    row = subject.row
    return linking.touched_by(session, row) if isinstance(row, LinkRow) else set()


def _apply(
    tx: Transaction, subject: Subject, before: LinkStatus, reason: str, touched: set[int]
) -> str:
    status = _status(tx.session, subject)
    if isinstance(subject.row, LinkRow):
        linking.link_claims(tx, touched | _touched(tx.session, subject))
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
