"""Which ledger entries and article versions tell of some claims: the evidence for them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select

from tracker.errors import NotVerified
from tracker.store import articles, redactions
from tracker.store.redactions import EMPTIED
from tracker.store.session import portions
from tracker.store.tables import (
    AgentRow,
    AnchoringRow,
    ArticleRow,
    BlobRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    HopRow,
    IdentityRow,
    JudgementRow,
    LedgerRow,
    LedgerValueRow,
    LinkRow,
    NoticeRow,
    OccurrenceRow,
    OutletRow,
    ParticipationRow,
    PlaceRow,
    RelationRow,
    VersionRow,
    WithdrawalRow,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A version with the address of its article, and the bytes it was captured from.

    `body` is None where they were redacted.
    """

    version: VersionRow
    url: str | None
    body: bytes | None


@dataclass
class Evidence:
    """What concerns some claims: the versions that print them, and entries of the ledger.

    `entries` are numbers, ascending.
    """

    versions: list[Held] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)


def of_claims(session: Session, claim_ids: Collection[int]) -> Evidence:
    """Return the evidence of claims, given with all that is part of them.

    Claims that they are linked or related to are told of in the ledger, without their text.

    Raises:
        NotVerified: the bytes of a capture are not the ones that were captured.
    """
    own = _ids(session, OccurrenceRow.id, OccurrenceRow.claim_id, claim_ids)
    versions = _ids(session, OccurrenceRow.version_id, OccurrenceRow.id, own)
    versions |= _ids(session, AnchoringRow.version_id, AnchoringRow.occurrence_id, own)
    seen = _Seen(session)
    beside = seen.decided(own, set(claim_ids))
    told = own | _ids(session, OccurrenceRow.id, OccurrenceRow.claim_id, beside)
    seen.wordings({*claim_ids, *beside}, told)
    seen.articles(versions)
    held = list(_held(session, versions))
    seen.uids |= {one.version.body_sha256 for one in held}
    return Evidence(held, _entries(session, seen.uids))


def _ids(session: Session, wanted: Any, column: Any, values: Collection[Any]) -> set[Any]:
    """Return one column of the rows whose other column is among `values`; no nulls."""
    return {
        found
        for some in portions(values)
        for found in session.exec(select(wanted).where(col(column).in_(some)))
        if found is not None
    }


class _Seen:
    """The uids of records, gathered kind by kind."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.uids: set[str] = set()

    def _see(self, table: Any, column: Any, values: Collection[Any]) -> set[int]:
        """Gather the rows of a table with such a value; return their numbers."""
        numbers: set[int] = set()
        for some in portions(values):
            for number, uid in self.session.exec(
                select(table.id, table.uid).where(col(column).in_(some))
            ):
                numbers.add(number)
                self.uids.add(uid)
        return numbers

    def decided(self, occurrences: set[int], claims: set[int]) -> set[int]:
        """Gather links, relations and what people said of them; return the other claims."""
        links = self._see(LinkRow, LinkRow.occurrence_id, occurrences)
        links |= self._see(LinkRow, LinkRow.claim_id, claims)
        relations = self._see(RelationRow, RelationRow.from_claim_id, claims)
        relations |= self._see(RelationRow, RelationRow.to_claim_id, claims)
        self._see(JudgementRow, JudgementRow.link_id, links)
        self._see(JudgementRow, JudgementRow.relation_id, relations)
        self._see(JudgementRow, JudgementRow.occurrence_id, occurrences)
        self._see(CorrectionRow, CorrectionRow.occurrence_id, occurrences)
        self._see(AnchoringRow, AnchoringRow.occurrence_id, occurrences)
        self._see(AnchoringRow, AnchoringRow.successor_id, occurrences)
        ends = _ids(self.session, LinkRow.claim_id, LinkRow.id, links)
        linked = _ids(self.session, LinkRow.occurrence_id, LinkRow.id, links)
        ends |= _ids(self.session, OccurrenceRow.claim_id, OccurrenceRow.id, linked)
        ends |= _ids(self.session, RelationRow.from_claim_id, RelationRow.id, relations)
        ends |= _ids(self.session, RelationRow.to_claim_id, RelationRow.id, relations)
        ends |= _ids(self.session, ClaimRow.part_of_id, ClaimRow.id, ends)
        return ends - claims

    def wordings(self, claims: set[int], occurrences: set[int]) -> None:
        """Gather claims with their occurrences, events and agents."""
        self._see(ClaimRow, ClaimRow.id, claims)
        self._see(OccurrenceRow, OccurrenceRow.id, occurrences)
        session = self.session
        events = _ids(session, ClaimRow.event_id, ClaimRow.id, claims)
        self._see(EventRow, EventRow.id, events)
        self._see(PlaceRow, PlaceRow.id, _ids(session, EventRow.place_id, EventRow.id, events))
        agents = _ids(session, ClaimRow.speaker_id, ClaimRow.id, claims)
        agents |= _ids(session, OccurrenceRow.proposed_id, OccurrenceRow.id, occurrences)
        agents |= _ids(session, HopRow.agent_id, HopRow.occurrence_id, occurrences)
        agents |= _ids(session, ParticipationRow.agent_id, ParticipationRow.event_id, events)
        self._agents(agents)

    def _agents(self, agents: set[int]) -> None:
        """Gather agents, and those that people said they are or are not, as far as it goes."""
        known: set[int] = set()
        while agents - known:
            known |= agents
            said = self._see(IdentityRow, IdentityRow.agent_id, agents)
            said |= self._see(IdentityRow, IdentityRow.other_id, agents)
            agents = _ids(self.session, IdentityRow.agent_id, IdentityRow.id, said)
            agents |= _ids(self.session, IdentityRow.other_id, IdentityRow.id, said)
        self._see(AgentRow, AgentRow.id, known)

    def articles(self, versions: set[int]) -> None:
        """Gather versions with their articles, outlets, notices and withdrawals."""
        self._see(VersionRow, VersionRow.id, versions)
        found = _ids(self.session, VersionRow.article_id, VersionRow.id, versions)
        self._see(ArticleRow, ArticleRow.id, found)
        outlets = _ids(self.session, ArticleRow.outlet_id, ArticleRow.id, found)
        self._see(OutletRow, OutletRow.id, outlets)
        self._see(NoticeRow, NoticeRow.article_id, found)
        self._see(WithdrawalRow, WithdrawalRow.article_id, found)


def _held(session: Session, version_ids: Collection[int]) -> Iterator[Held]:
    """Yield versions in the order of their uids.

    Raises:
        NotVerified: the bytes of one are missing, or not the ones that were captured.
    """
    query = (
        select(VersionRow, ArticleRow.url, BlobRow)
        .join(ArticleRow, col(ArticleRow.id) == col(VersionRow.article_id))
        .outerjoin(BlobRow, col(BlobRow.sha256) == col(VersionRow.body_sha256))
    )
    found = [
        row
        for some in portions(version_ids)
        for row in session.exec(query.where(col(VersionRow.id).in_(some)))
    ]
    for version, url, blob in sorted(found, key=lambda row: row[0].uid):
        if blob is None:
            raise NotVerified(f"version {version.uid} has lost the bytes it was captured from")
        yield Held(version, url, None if blob.codec == EMPTIED else articles.body_of(blob))


def _entries(session: Session, uids: Collection[str]) -> list[int]:
    """Return the entries on these records, and on the redactions that reach into them."""
    found = _ids(session, LedgerRow.seq, LedgerRow.record_uid, uids)
    struck = {
        seq
        for some in portions(found)
        for seq in session.exec(
            select(LedgerValueRow.seq).where(
                col(LedgerValueRow.seq).in_(some), col(LedgerValueRow.value).is_(None)
            )
        )
    }
    reaching = {
        row.entry
        for row in redactions.every(session)
        if row.record_uid in uids or struck.intersection(row.struck)
    }
    return sorted(found | reaching)
