"""What extraction or a person found in a version, written as occurrences and claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import select

from tracker.model import Agent, AgentKind, HopRole, Span, Statement
from tracker.store.agents import settle_agents
from tracker.store.articles import Added
from tracker.store.candidates import add_keys
from tracker.store.events import settle_event
from tracker.store.naming import Part, uid
from tracker.store.records import Uids, occurrence_record, selector_row
from tracker.store.session import Transaction
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    EventRow,
    HopRow,
    OccurrenceRow,
    ReportedFactRow,
    SelectorRow,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement to store: what was found, and what matching needs of it.

    `keys` are the hashes that find it again; `context` is the sentence around it.
    """

    statement: Statement
    keys: frozenset[int]
    context: str = ""
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who found the statements: "extracted", "recorded" or "imported", and its version."""

    origin: str
    version: str


def add_statements(
    tx: Transaction,
    added: Added,
    findings: Sequence[Finding],
    agents: Sequence[Agent],
    source: Source,
) -> list[OccurrenceRow]:
    """Store statements of a version with their claims; return the new occurrences.

    `agents` holds every agent that a statement names. `parent` of a statement is
    an index into `findings`. What is already stored of this version is left alone.
    """
    settled = settle_agents(tx, added, agents)
    names = {agent.name: (agent.name, *agent.aliases) for agent in agents}
    writer = _Writer(tx, added, settled, names, source)
    stored: dict[int, OccurrenceRow] = {}
    fresh = []
    for index, finding in enumerate(findings):
        parent = finding.statement.parent
        if parent is not None and parent >= index:
            raise ValueError(f"statement {index} stands before its parent {parent}")
        row, is_new = writer.write(finding, stored[parent] if parent is not None else None)
        stored[index] = row
        if is_new:
            fresh.append(row)
    return fresh


def held(tx: Transaction, added: Added, statement: Statement) -> OccurrenceRow:
    """Return the occurrence that already holds a statement of a version."""
    identity = f"occ-{_identity(added, statement)}"
    return tx.session.exec(select(OccurrenceRow).where(OccurrenceRow.uid == identity)).one()


def _identity(added: Added, statement: Statement) -> str:
    content: Part = [_offsets(span) for span in statement.content]
    source = _offsets(statement.source) if statement.source else None
    cue = _offsets(statement.cue) if statement.cue else None
    event = str(statement.event.type) if statement.event else None
    identity = uid(
        "occ",
        added.version.uid,
        content,
        source,
        cue,
        str(statement.act),
        statement.speaker,
        event,
    )
    return identity.removeprefix("occ-")


def _offsets(span: Span) -> Part:
    return [span.start, span.end]


@dataclass(frozen=True, slots=True)
class _Writer:
    tx: Transaction
    added: Added
    agents: Mapping[str, AgentRow]
    names: Mapping[str, tuple[str, ...]]
    source: Source

    def write(self, finding: Finding, parent: OccurrenceRow | None) -> tuple[OccurrenceRow, bool]:
        statement = finding.statement
        digest = _identity(self.added, statement)
        held = self.tx.session.exec(
            select(OccurrenceRow).where(OccurrenceRow.uid == f"occ-{digest}")
        ).first()
        if held is not None:
            return held, False
        claim = self._claim(finding, f"clm-{digest}")
        row = OccurrenceRow(
            uid=f"occ-{digest}",
            claim_id=claim.id,
            version_id=self.added.version.id,
            ordinal=statement.content[0].start,
            parent_id=parent.id if parent else None,
            origin=self.source.origin,
            rule=statement.rule,
            confidence=statement.confidence,
            speaker_reason=statement.speaker_reason,
            speaker_confidence=statement.speaker_confidence,
            proposed_id=self.agents[statement.proposed].id if statement.proposed else None,
            extractor_version=self.source.version,
        )
        self.tx.session.add(row)
        self.tx.session.flush()
        selectors = self._selectors(statement, row)
        hops = self._hops(statement, row)
        facts = self._facts(statement, row, claim)
        self.tx.session.add_all([*selectors, *hops, *facts])
        self.tx.session.flush()
        add_keys(self.tx.session, claim, finding.keys)
        record = occurrence_record(row, claim, selectors, hops, facts, self._uids(claim, parent))
        self.tx.ledger.append("occurrence.added", "occurrence", row.uid, record)
        return row, True

    def _claim(self, finding: Finding, identity: str) -> ClaimRow:
        statement, text = finding.statement, self.added.version.text
        said, speaker = statement.said_on, statement.speaker
        event = settle_event(self.tx, statement.event, self.agents) if statement.event else None
        unnamed = [
            hop.agent
            for hop in statement.chain
            if hop.role is HopRole.SPEAKER and hop.kind is AgentKind.UNNAMED
        ]
        claim = ClaimRow(
            uid=identity,
            external_id=finding.external_id,
            kind=statement.kind,
            type=statement.type,
            act=statement.act,
            text=statement.text(text),
            context=finding.context,
            speaker_id=self.agents[speaker].id if speaker else None,
            speaker_names=sorted(self.names[speaker]) if speaker else [],
            unnamed_source=unnamed[0] if unnamed else None,
            denied=statement.denied,
            said_start=said.start if said else None,
            said_end=said.end if said else None,
            said_precision=said.precision if said else None,
            said_as_printed=said.as_printed if said else None,
            event_id=event.id if event else None,
        )
        self.tx.session.add(claim)
        self.tx.session.flush()
        return claim

    def _selectors(self, statement: Statement, row: OccurrenceRow) -> list[SelectorRow]:
        parts: list[tuple[str, tuple[Span, ...]]] = [
            ("content", statement.content),
            ("source", (statement.source,) if statement.source else ()),
            ("cue", (statement.cue,) if statement.cue else ()),
            ("editorial", statement.editorial),
        ]
        return [
            selector_row(row, part, position, span, self.added.version.text)
            for part, spans in parts
            for position, span in enumerate(spans)
        ]

    def _hops(self, statement: Statement, row: OccurrenceRow) -> list[HopRow]:
        return [
            HopRow(
                occurrence_id=row.id,
                position=hop.position,
                agent_id=self.agents[hop.agent].id,
                role=hop.role,
                start=hop.span.start if hop.span else None,
                end=hop.span.end if hop.span else None,
                cue_start=hop.cue.start if hop.cue else None,
                cue_end=hop.cue.end if hop.cue else None,
                source_type=hop.source_type,
                ground=hop.ground,
            )
            for hop in statement.chain
        ]

    def _facts(
        self, statement: Statement, row: OccurrenceRow, claim: ClaimRow
    ) -> list[ReportedFactRow]:
        if statement.event is None or claim.event_id is None:
            return []
        published = self.added.article.published_start
        return [
            ReportedFactRow(
                occurrence_id=row.id,
                event_id=claim.event_id,
                property=quantity.property,
                value_min=quantity.minimum,
                value_max=quantity.maximum,
                unit=quantity.unit,
                qualifier=quantity.qualifier,
                as_of=published.date() if published else None,
                as_printed=quantity.as_printed,
            )
            for quantity in statement.event.quantities
        ]

    def _uids(self, claim: ClaimRow, parent: OccurrenceRow | None) -> Uids:
        return Uids(
            version=self.added.version.uid,
            parent=parent.uid if parent else None,
            event=self.tx.session.get_one(EventRow, claim.event_id).uid if claim.event_id else None,
            agents={agent.id: agent.uid for agent in self.agents.values()},
        )
