"""What extraction or a person found in a version, written as occurrences and claims."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import col, select

from tracker.model import Agent, AgentKind, HopRole, Span, Statement
from tracker.store.agents import settle_agents
from tracker.store.articles import Added
from tracker.store.candidates import add_keys
from tracker.store.events import settle_event
from tracker.store.naming import Part, uid
from tracker.store.records import Uids, occurrence_record, selector_row
from tracker.store.session import Transaction, insert_rows, portions
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


@dataclass(frozen=True, slots=True)
class Batch:
    """Findings of one version, with every agent that one of their statements names."""

    added: Added
    findings: Sequence[Finding]
    agents: Sequence[Agent]


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
    (rows,) = add_batches(tx, [Batch(added, findings, agents)], source)
    return [row for row, is_new in rows if is_new]


def add_batches(
    tx: Transaction, batches: Sequence[Batch], source: Source
) -> list[list[tuple[OccurrenceRow, bool]]]:
    """Store the statements of several versions; return each one's occurrence, and if it is new."""
    known: dict[Agent, AgentRow] = {}
    settled = [settle_agents(tx, one.added, one.agents, known) for one in batches]
    held = _held(tx, batches)
    new = _New()
    written = [
        _Writer(tx, one, agents, source, held, new).write_all()
        for one, agents in zip(batches, settled, strict=True)
    ]
    new.insert(tx)
    return written


@dataclass(frozen=True, slots=True)
class _New:
    """New rows that wait to be written together, each kind after what it refers to."""

    claims: list[ClaimRow] = field(default_factory=list)
    occurrences: list[OccurrenceRow] = field(default_factory=list)
    selectors: list[SelectorRow] = field(default_factory=list)
    hops: list[HopRow] = field(default_factory=list)
    facts: list[ReportedFactRow] = field(default_factory=list)
    keys: list[tuple[int, Collection[int]]] = field(default_factory=list)

    def insert(self, tx: Transaction) -> None:
        tx.session.flush()
        insert_rows(tx.session, ClaimRow, self.claims)
        insert_rows(tx.session, OccurrenceRow, self.occurrences)
        insert_rows(tx.session, SelectorRow, self.selectors)
        insert_rows(tx.session, HopRow, self.hops)
        insert_rows(tx.session, ReportedFactRow, self.facts)
        add_keys(tx.session, self.keys)


def _held(tx: Transaction, batches: Sequence[Batch]) -> dict[str, OccurrenceRow]:
    """Return the occurrences that the batches' versions have already, by uid."""
    versions = {one.added.version.id for one in batches}
    return {
        row.uid: row
        for some in portions(versions)
        for row in tx.session.exec(
            select(OccurrenceRow).where(col(OccurrenceRow.version_id).in_(some))
        )
    }


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
    """Writes the statements of one version; `held` and `new` are all batches' own."""

    tx: Transaction
    batch: Batch
    agents: Mapping[str, AgentRow]
    source: Source
    held: dict[str, OccurrenceRow]
    new: _New

    @property
    def added(self) -> Added:
        """The version that the statements stand in."""
        return self.batch.added

    def write_all(self) -> list[tuple[OccurrenceRow, bool]]:
        """Write every statement; return its occurrence, and whether it is new."""
        written: list[tuple[OccurrenceRow, bool]] = []
        for index, finding in enumerate(self.batch.findings):
            parent = finding.statement.parent
            if parent is not None and parent >= index:
                raise ValueError(f"statement {index} stands before its parent {parent}")
            within = written[parent][0] if parent is not None else None
            written.append(self._write(finding, within))
        return written

    def _write(self, finding: Finding, parent: OccurrenceRow | None) -> tuple[OccurrenceRow, bool]:
        statement = finding.statement
        digest = _identity(self.added, statement)
        held = self.held.get(f"occ-{digest}")
        if held is not None:
            return held, False
        claim = self._claim(finding, f"clm-{digest}")
        row = OccurrenceRow(
            id=self.tx.numbers.next(OccurrenceRow),
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
        self.held[row.uid] = row
        selectors = self._selectors(statement, row)
        hops = self._hops(statement, row)
        facts = self._facts(statement, row, claim)
        self.new.occurrences.append(row)
        self.new.selectors.extend(selectors)
        self.new.hops.extend(hops)
        self.new.facts.extend(facts)
        self.new.keys.append((claim.id, finding.keys))
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
        names = next(((a.name, *a.aliases) for a in self.batch.agents if a.name == speaker), ())
        claim = ClaimRow(
            id=self.tx.numbers.next(ClaimRow),
            uid=identity,
            external_id=finding.external_id,
            kind=statement.kind,
            type=statement.type,
            act=statement.act,
            text=statement.text(text),
            context=finding.context,
            speaker_id=self.agents[speaker].id if speaker else None,
            speaker_names=sorted(names),
            unnamed_source=unnamed[0] if unnamed else None,
            denied=statement.denied,
            said_start=said.start if said else None,
            said_end=said.end if said else None,
            said_precision=said.precision if said else None,
            said_as_printed=said.as_printed if said else None,
            event_id=event.id if event else None,
            published_start=self.added.article.published_start,
        )
        self.new.claims.append(claim)
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
