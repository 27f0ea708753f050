"""Reading occurrences whole: their rows, and their records for ledger and exports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import Session, col, func, select

from tracker.model import (
    Act,
    AgentKind,
    Event,
    Hop,
    HopRole,
    Kind,
    SourceType,
    Span,
    Statement,
    StatementType,
    Verdict,
)
from tracker.store.claims import said_on
from tracker.store.judgements import is_answered
from tracker.store.records import Record, Uids, occurrence_record
from tracker.store.reported import load_events
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    EventRow,
    HopRow,
    JudgementRow,
    OccurrenceRow,
    ReportedFactRow,
    SelectorRow,
    VersionRow,
)

BATCH = 500
"""Occurrences read at a time: a few megabytes, and far under the engines' limits."""

Row = TypeVar("Row", SelectorRow, HopRow, ReportedFactRow)


@dataclass(frozen=True, slots=True)
class Whole:
    """An occurrence with everything that belongs to it."""

    row: OccurrenceRow
    claim: ClaimRow
    selectors: Sequence[SelectorRow]
    hops: Sequence[HopRow]
    facts: Sequence[ReportedFactRow]


def load(session: Session, occurrence_ids: Collection[int]) -> list[Whole]:
    """Return these occurrences whole, in order of article version and place in the text."""
    query = (
        select(OccurrenceRow, ClaimRow)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(col(OccurrenceRow.id).in_(occurrence_ids))
        .order_by(col(OccurrenceRow.version_id), col(OccurrenceRow.ordinal), col(OccurrenceRow.id))
    )
    rows = list(session.exec(query))
    selectors = _of(session, SelectorRow, occurrence_ids)
    hops = _of(session, HopRow, occurrence_ids)
    facts = _of(session, ReportedFactRow, occurrence_ids)
    return [
        Whole(row, claim, selectors[row.id], hops[row.id], facts[row.id]) for row, claim in rows
    ]


def _of(session: Session, table: type[Row], ids: Collection[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    query = select(table).where(col(table.occurrence_id).in_(ids)).order_by(col(table.id))
    for row in session.exec(query):
        found[row.occurrence_id].append(row)
    return found


def load_records(session: Session, occurrence_ids: Collection[int]) -> dict[str, Record]:
    """Return the records of these occurrences by uid."""
    wholes = load(session, occurrence_ids)
    versions = _uids(session, VersionRow, {w.row.version_id for w in wholes})
    parents = _uids(session, OccurrenceRow, {w.row.parent_id for w in wholes})
    events = _uids(session, EventRow, {w.claim.event_id for w in wholes})
    agents = _uids(
        session,
        AgentRow,
        {w.claim.speaker_id for w in wholes}
        | {w.row.proposed_id for w in wholes}
        | {h.agent_id for w in wholes for h in w.hops},
    )
    return {
        w.row.uid: occurrence_record(
            w.row,
            w.claim,
            w.selectors,
            w.hops,
            w.facts,
            Uids(
                version=versions[w.row.version_id],
                parent=parents.get(w.row.parent_id or 0),
                event=events.get(w.claim.event_id or 0),
                agents=agents,
            ),
        )
        for w in wholes
    }


def _uids(
    session: Session,
    table: type[VersionRow] | type[OccurrenceRow] | type[EventRow] | type[AgentRow],
    ids: Iterable[int | None],
) -> dict[int, str]:
    wanted = {i for i in ids if i is not None}
    rows = session.exec(select(table.id, table.uid).where(col(table.id).in_(wanted)))
    return dict(rows.all())


def every_id(session: Session) -> Iterator[list[int]]:
    """Yield the ids of all occurrences, `BATCH` at a time."""
    last = None
    while True:
        query = select(OccurrenceRow.id).order_by(col(OccurrenceRow.id)).limit(BATCH)
        # No lowest number is taken for granted: a row put in by hand may have any.
        ids = list(
            session.exec(query if last is None else query.where(col(OccurrenceRow.id) > last))
        )
        if not ids:
            return
        yield ids
        last = ids[-1]


def of_version(session: Session, version_id: int) -> list[int]:
    """Return the ids of a version's occurrences, in the order of its text."""
    query = (
        select(OccurrenceRow.id)
        .where(OccurrenceRow.version_id == version_id)
        .order_by(col(OccurrenceRow.ordinal), col(OccurrenceRow.id))
    )
    return list(session.exec(query))


def of_claims(session: Session, claim_ids: Collection[int]) -> list[int]:
    """Return the ids of the occurrences whose own claim is one of these."""
    query = select(OccurrenceRow.id).where(col(OccurrenceRow.claim_id).in_(claim_ids))
    return list(session.exec(query))


def as_statements(session: Session, wholes: Sequence[Whole]) -> list[Statement]:
    """Return occurrences as extraction would give them, corrections applied.

    `parent` is the index in `wholes` of the occurrence that one stands in, None
    where it is not among them.
    """
    agents = _agents(session, wholes)
    events = load_events(session, {w.row.id: w.claim.event_id for w in wholes if w.claim.event_id})
    index = {w.row.id: i for i, w in enumerate(wholes)}
    return [_statement(w, agents, events.get(w.row.id), index) for w in wholes]


def _agents(session: Session, wholes: Sequence[Whole]) -> dict[int, AgentRow]:
    """Return the agent to show for each that occurrences name: the one it was merged into."""
    ids = {hop.agent_id for w in wholes for hop in w.hops}
    ids |= {w.claim.speaker_id for w in wholes if w.claim.speaker_id}
    ids |= {w.row.proposed_id for w in wholes if w.row.proposed_id}
    rows = list(session.exec(select(AgentRow).where(col(AgentRow.id).in_(ids))))
    merged = {row.same_as_id for row in rows if row.same_as_id}
    wholes_by_id = {
        row.id: row for row in session.exec(select(AgentRow).where(col(AgentRow.id).in_(merged)))
    }
    return {row.id: wholes_by_id.get(row.same_as_id or 0, row) for row in rows}


def _statement(
    whole: Whole,
    agents: dict[int, AgentRow],
    event: Event | None,
    index: dict[int, int],
) -> Statement:
    row, claim = whole.row, whole.claim
    spans = {
        part: tuple(Span(s.start, s.end) for s in whole.selectors if s.active and s.part == part)
        for part in ("content", "source", "cue", "editorial")
    }
    return Statement(
        kind=Kind(claim.kind),
        type=StatementType(claim.type),
        act=Act(claim.act),
        content=spans["content"],
        source=next(iter(spans["source"]), None),
        cue=next(iter(spans["cue"]), None),
        speaker=agents[claim.speaker_id].name if claim.speaker_id else None,
        speaker_reason=row.speaker_reason,
        speaker_confidence=row.speaker_confidence,
        proposed=agents[row.proposed_id].name if row.proposed_id else None,
        chain=tuple(
            _hop(hop, agents[hop.agent_id])
            for hop in sorted(whole.hops, key=lambda h: (h.position, h.id or 0))
            if hop.active
        ),
        said_on=said_on(claim),
        event=event,
        editorial=spans["editorial"],
        parent=index.get(row.parent_id) if row.parent_id else None,
        confidence=row.confidence,
        rule=row.rule,
        denied=claim.denied,
    )


def _hop(row: HopRow, agent: AgentRow) -> Hop:
    return Hop(
        position=row.position,
        agent=agent.name,
        role=HopRole(row.role),
        kind=AgentKind(agent.kind),
        span=_span(row.start, row.end),
        cue=_span(row.cue_start, row.cue_end),
        source_type=SourceType(row.source_type) if row.source_type else None,
        ground=row.ground,
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def count_by_version(session: Session, version_ids: Collection[int]) -> dict[int, int]:
    """Return how many statements each version has, rejected ones left out."""
    query = (
        select(OccurrenceRow.version_id, func.count())
        .where(col(OccurrenceRow.version_id).in_(version_ids), ~col(OccurrenceRow.rejected))
        .group_by(col(OccurrenceRow.version_id))
    )
    return dict(session.exec(query).all())


def roles_of_agent(session: Session, *agent_ids: int) -> list[str]:
    """Return the role of every active hop of these agents."""
    query = select(HopRow.role).where(col(HopRow.agent_id).in_(agent_ids), col(HopRow.active))
    return list(session.exec(query))


def by_uid(session: Session, uid: str) -> OccurrenceRow:
    """Return the occurrence of this uid, which must be there."""
    return session.exec(select(OccurrenceRow).where(OccurrenceRow.uid == uid)).one()


def claim_uid(session: Session, claim_id: int) -> str:
    """Return the uid of a claim by its number, which must be there."""
    return session.get_one(ClaimRow, claim_id).uid


def unsure(session: Session, limit: int) -> list[int]:
    """Return the occurrences whose blank speaker has a proposal that nobody decided on.

    The surest come first. Who is unsure leaves it on the list; of one person's answers
    the last one counts.
    """
    query = _undecided().order_by(
        func.coalesce(col(OccurrenceRow.speaker_confidence), 0.0).desc(), col(OccurrenceRow.id)
    )
    return list(session.exec(query.limit(limit)))


def rows(session: Session, occurrence_ids: Sequence[int]) -> list[OccurrenceRow]:
    """Return the rows of these occurrences, in the order given."""
    query = select(OccurrenceRow).where(col(OccurrenceRow.id).in_(occurrence_ids))
    found = {row.id: row for row in session.exec(query)}
    return [found[occurrence_id] for occurrence_id in occurrence_ids]


def count_unsure(session: Session) -> int:
    """Return how many occurrences `unsure` would give without a limit."""
    return session.exec(select(func.count()).select_from(_undecided().subquery())).one()


def _undecided() -> Any:
    row_id = col(OccurrenceRow.id)
    decided = is_answered(JudgementRow.occurrence_id, row_id, Verdict.YES, Verdict.NO)
    return (
        select(OccurrenceRow.id)
        .join(ClaimRow, col(ClaimRow.id) == col(OccurrenceRow.claim_id))
        .where(
            col(OccurrenceRow.proposed_id).is_not(None),
            col(ClaimRow.speaker_id).is_(None),
            col(OccurrenceRow.rejected).is_(False),
            ~decided,
        )
    )
