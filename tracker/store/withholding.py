"""Which tombstones concern an occurrence: of its words, of names in it, of what people said."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select

from tracker.store import identities
from tracker.store.session import portions
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    HopRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    OccurrenceRow,
    ParticipationRow,
    RedactionRow,
    RelationRow,
    SelectorRow,
    VersionRow,
    WithdrawalRow,
)

Tombstones = Sequence[RedactionRow]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The tombstones that concern one occurrence, each list oldest first.

    `version` are all of the version that prints it, whosever words they withhold; `names`
    those of agents that it names; `said` those of corrections of it and answers on it.
    """

    article_id: int
    version: list[RedactionRow]
    selectors: list[SelectorRow]
    names: list[RedactionRow] = field(default_factory=list)
    said: list[RedactionRow] = field(default_factory=list)

    def of_span(self, start: int, end: int) -> list[RedactionRow]:
        """Return the tombstones of words between two offsets of the version's text."""
        return [row for row in self.version if any(s < end and start < e for s, e in row.spans)]

    def of_words(self, *parts: str) -> list[RedactionRow]:
        """Return the tombstones of words that the occurrence points to, in any of `parts`."""
        spans = [(s.start, s.end) for s in self.selectors if not parts or s.part in parts]
        found = {row.entry for span in spans for row in self.of_span(*span)}
        return [row for row in self.version if row.entry in found]


def of_occurrences(
    session: Session, rows: Tombstones, occurrence_ids: Collection[int]
) -> dict[int, Hidden]:
    """Return what of `rows`, tombstones in order, concerns each of these occurrences."""
    by_uid: dict[str, list[RedactionRow]] = defaultdict(list)
    for row in rows:
        by_uid[row.record_uid].append(row)
    found: dict[int, Hidden] = {}
    for some in portions(occurrence_ids):
        found |= _of_versions(session, by_uid, some)
    _add_names(session, found, of_agents(session, rows))
    for occurrence_id, row in _said(session, rows):
        if occurrence_id in found:
            found[occurrence_id].said.append(row)
    return found


def _of_versions(
    session: Session, by_uid: Mapping[str, list[RedactionRow]], some: Sequence[int]
) -> dict[int, Hidden]:
    query = (
        select(OccurrenceRow.id, VersionRow.uid, VersionRow.article_id)
        .join(VersionRow, col(VersionRow.id) == col(OccurrenceRow.version_id))
        .where(col(OccurrenceRow.id).in_(some))
    )
    found = {
        occurrence_id: Hidden(article_id, by_uid.get(uid, []), [])
        for occurrence_id, uid, article_id in session.exec(query)
    }
    held = [occurrence_id for occurrence_id, hidden in found.items() if hidden.version]
    selectors = select(SelectorRow).where(
        col(SelectorRow.occurrence_id).in_(held), col(SelectorRow.active)
    )
    for selector in session.exec(selectors.order_by(col(SelectorRow.id))) if held else ():
        found[selector.occurrence_id].selectors.append(selector)
    return found


def of_agents(session: Session, rows: Tombstones) -> dict[int, list[RedactionRow]]:
    """Return the tombstones of each agent's names, by every agent that is one with it."""
    found: dict[int, list[RedactionRow]] = defaultdict(list)
    uids = {row.record_uid for row in rows if row.record_kind == "agent"}
    numbers: dict[str, int] = {}
    for some in portions(uids):
        query = select(AgentRow.uid, AgentRow.id).where(col(AgentRow.uid).in_(some))
        numbers |= dict(session.exec(query).all())
    for row in rows:
        if row.record_uid in numbers:
            for agent_id in identities.group(session, numbers[row.record_uid]):
                found[agent_id].append(row)
    return found


def _add_names(
    session: Session, found: Mapping[int, Hidden], agents: Mapping[int, list[RedactionRow]]
) -> None:
    """Put the tombstones of agents to the occurrences that name one of them."""
    for some in portions(found) if agents else ():
        named: dict[int, set[int | None]] = defaultdict(set)
        for query in _naming(some):
            for occurrence_id, agent_id in session.exec(query):
                named[occurrence_id].add(agent_id)
        for occurrence_id, ids in named.items():
            entries = {row.entry: row for i in ids if i for row in agents.get(i, ())}
            found[occurrence_id].names.extend(entries[entry] for entry in sorted(entries))


def _naming(occurrence_ids: Sequence[int]) -> Iterable[Any]:
    """Yield queries for (occurrence, agent): speakers, proposed ones, hops, participants."""
    here = col(OccurrenceRow.id).in_(occurrence_ids)
    claims = select(OccurrenceRow.id, ClaimRow.speaker_id).join(
        ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id)
    )
    yield claims.where(here)
    yield select(OccurrenceRow.id, OccurrenceRow.proposed_id).where(here)
    yield select(HopRow.occurrence_id, HopRow.agent_id).where(
        col(HopRow.occurrence_id).in_(occurrence_ids)
    )
    events = (
        select(OccurrenceRow.id, ParticipationRow.agent_id)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .join(EventRow, col(EventRow.id) == col(ClaimRow.event_id))
        .join(ParticipationRow, col(ParticipationRow.event_id) == col(EventRow.id))
    )
    yield events.where(here)


def _said(session: Session, rows: Tombstones) -> Iterable[tuple[int, RedactionRow]]:
    """Yield the tombstones of corrections and answers, each with the occurrences they are of."""
    for row in rows:
        if row.record_kind == "correction":
            corrected = select(CorrectionRow.occurrence_id).where(
                CorrectionRow.uid == row.record_uid
            )
            yield from ((occurrence_id, row) for occurrence_id in session.exec(corrected))
        elif row.record_kind == "judgement":
            query = select(JudgementRow).where(JudgementRow.uid == row.record_uid)
            for judgement in session.exec(query):
                yield from ((found, row) for found in _judged(session, judgement))


def _judged(session: Session, row: JudgementRow) -> set[int]:
    """Return the occurrences on both sides of what a person answered on."""
    if row.occurrence_id:
        return {row.occurrence_id}
    link, relation = select(LinkRow), select(RelationRow)
    sides: set[int] = set()
    own: set[int] = set()
    for one in session.exec(link.where(LinkRow.id == row.link_id)):
        own.add(one.occurrence_id)
        sides.add(one.claim_id)
    for two in session.exec(relation.where(RelationRow.id == row.relation_id)):
        sides |= {two.from_claim_id, two.to_claim_id}
    return own | set(by_claim(session, sides).values())


def of_articles(session: Session, rows: Tombstones) -> dict[int, list[RedactionRow]]:
    """Return the tombstones of why articles were withdrawn, by article."""
    return _by(session, rows, WithdrawalRow.uid, WithdrawalRow.article_id)


def of_identities(session: Session, rows: Tombstones) -> dict[int, list[RedactionRow]]:
    """Return the tombstones of why agents are said to be one or two, by either agent."""
    found = _by(session, rows, IdentityRow.uid, IdentityRow.agent_id)
    for agent_id, held in _by(session, rows, IdentityRow.uid, IdentityRow.other_id).items():
        found[agent_id] = found.get(agent_id, []) + held
    return found


def _by(session: Session, rows: Tombstones, uid: Any, number: Any) -> dict[int, list[RedactionRow]]:
    uids = {row.record_uid for row in rows if row.record_kind in _REASONED}
    numbers: dict[str, int] = {}
    for some in portions(uids):
        numbers |= dict(session.exec(select(uid, number).where(col(uid).in_(some))).all())
    found: dict[int, list[RedactionRow]] = defaultdict(list)
    for row in rows:
        if row.record_uid in numbers:
            found[numbers[row.record_uid]].append(row)
    return found


_REASONED = ("agent_identity", "article_withdrawal")


def by_claim(session: Session, claim_ids: Collection[int]) -> dict[int, int]:
    """Return the occurrence that each claim words, by claim."""
    found: dict[int, int] = {}
    for some in portions(claim_ids):
        query = select(OccurrenceRow.claim_id, OccurrenceRow.id)
        found |= dict(session.exec(query.where(col(OccurrenceRow.claim_id).in_(some))).all())
    return found
