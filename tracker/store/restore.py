"""Records as `dump` gives them, written into an empty database as they were.

The ledger comes along as it is, so its chain still proves what it proved; restoring
adds no entry of its own.
"""

import base64
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, SQLModel, col, select

from tracker.errors import Conflict, NotVerified
from tracker.model import Published
from tracker.store import anchorings, identities, notices, redactions
from tracker.store.articles import sha256
from tracker.store.candidates import add_keys
from tracker.store.chain import verify_chain
from tracker.store.claims import date_claims
from tracker.store.naming import name_key
from tracker.store.records import Record
from tracker.store.redactions import EMPTIED
from tracker.store.session import Transaction
from tracker.store.tables import (
    AgentNameRow,
    AgentRow,
    ArticleRow,
    BlobRow,
    ClaimRow,
    CorrectionRow,
    EventRow,
    HopRow,
    IdempotencyRow,
    IdentityRow,
    JudgementRow,
    LedgerHeadRow,
    LedgerRow,
    LedgerValueRow,
    LinkRow,
    OccupancyRow,
    OccurrenceRow,
    OutletRow,
    ParticipationRow,
    PlaceNameRow,
    PlaceRow,
    RedactionRow,
    RelationRow,
    ReportedFactRow,
    SelectorRow,
    VersionRow,
    WithdrawalRow,
)

Keys = Callable[[str], frozenset[int]]


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


@dataclass
class Restorer:
    """Writes records kind by kind; later kinds refer to earlier ones by uid.

    Raises, from every method, KeyError for a missing field or unknown uid,
    ValueError for a malformed one, and NotVerified for words or bytes that do not
    have the hash or place that their record says.
    """

    tx: Transaction
    keys: Keys
    made: Mapping[str, int]
    """The place of each record in the order in which the ledger first tells of them, by uid."""
    _ids: dict[tuple[str, str], int] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)
    _part_of: dict[int, str] = field(default_factory=dict)
    _parents: dict[int, str] = field(default_factory=dict)
    _identities: list[Record] = field(default_factory=list)

    def restore(self, kind: str, records: Iterable[Record]) -> None:
        """Write all records of one kind."""
        write = getattr(self, f"_{kind}")
        for record in records:
            write(record)
        self.tx.session.flush()

    def finish(self) -> None:
        """Set what refers within its own kind, and check the ledger's chain."""
        session = self.tx.session
        for claim_id, whole in self._part_of.items():
            target = self._ids["claim", whole]
            session.execute(
                update(ClaimRow).where(col(ClaimRow.id) == claim_id).values(part_of_id=target)
            )
        for occurrence_id, parent in self._parents.items():
            target = self._ids["occurrence", parent]
            session.execute(
                update(OccurrenceRow)
                .where(col(OccurrenceRow.id) == occurrence_id)
                .values(parent_id=target)
            )
        self._restore_identities()
        date_claims(session)
        problems = [*verify_chain(session), *redactions.problems(session)]
        if problems:
            raise NotVerified(f"{problems[0].record}: {problems[0].message}; nothing was imported")

    def _add(self, row: SQLModel) -> Any:
        self.tx.session.add(row)
        return row

    def _keep(self, row: Any) -> int:
        """Write a row that others refer to, and remember its number."""
        self.tx.session.add(row)
        self.tx.session.flush()
        self._ids[row.__tablename__, row.uid] = row.id
        return int(row.id)

    def _id(self, table: str, uid: str | None) -> Any:
        return None if uid is None else self._ids[table, uid]

    def _outlets(self, r: Record) -> None:
        self._keep(OutletRow(uid=r["id"], name=r["name"], key=r["key"]))

    def _articles(self, r: Record) -> None:
        published = Published.parse(r["published_at"]) if r["published_at"] else None
        self._keep(
            ArticleRow(
                uid=r["id"],
                outlet_id=self._id("outlet", r["outlet"]),
                url=r["url"],
                content_hash=r["content_hash"],
                published_at=r["published_at"],
                published_start=published.start if published else None,
                published_end=published.end if published else None,
            )
        )

    def _versions(self, r: Record) -> None:
        packed = r.pop("body")
        body = base64.b64decode(packed or "", validate=True)
        size = r.pop("size", len(body))
        _check(packed is None or sha256(body) == r["body_sha256"], r["id"], "bytes")
        _check(sha256(r["text"].encode()) == r["text_sha256"], r["id"], "text")
        if self.tx.session.get(BlobRow, r["body_sha256"]) is None:
            self._add(
                BlobRow(
                    sha256=r["body_sha256"],
                    size=size,
                    codec=EMPTIED if packed is None else "zlib",
                    body=body if packed is None else zlib.compress(body),
                )
            )
            self.tx.session.flush()
        article_id = self._id("article", r.pop("article"))
        at = datetime.fromisoformat(r.pop("captured_at"))
        text = r["text"]
        row = VersionRow(uid=r.pop("id"), article_id=article_id, captured_at=at, **r)
        self._texts[self._keep(row)] = text

    def _agents(self, r: Record) -> None:
        row = AgentRow(uid=r["id"], kind=r["kind"], name=r["name"], key=r["key"], scope=r["scope"])
        agent_id = self._keep(row)
        for name in r["names"]:
            key = name_key(name) if r["key"] else ""
            self._add(AgentNameRow(agent_id=agent_id, name=name, key=key))
        for held in r["occupancies"]:
            version_id = self._id("article_version", held["version"])
            self._add(
                OccupancyRow(
                    agent_id=agent_id, title=held["title"], of=held["of"], version_id=version_id
                )
            )

        self._identities.extend(r.get("identities", ()))

    def _restore_identities(self) -> None:
        """Write what people said of agents, in the order in which they did."""
        self._identities.sort(key=lambda r: self.made.get(r["id"], 0))
        for r in self._identities:
            self._keep(
                IdentityRow(
                    uid=r["id"],
                    agent_id=self._id("agent", r["agent"]),
                    other_id=self._id("agent", r["other"]),
                    same=r["same"],
                    reason=r["reason"],
                    user=r["user"],
                    at=datetime.fromisoformat(r["at"]),
                    withdraws_id=self._id("agent_identity", r["withdraws"]),
                )
            )
        named = {self._ids["agent", r[side]] for r in self._identities for side in _SIDES}
        identities.settle(self.tx.session, named)

    def _places(self, r: Record) -> None:
        aliases = r.pop("aliases", ())
        place_id = self._keep(PlaceRow(uid=r.pop("id"), **r))
        for alias in aliases:
            self._add(PlaceNameRow(place_id=place_id, name=alias, key=name_key(alias)))

    def _events(self, r: Record) -> None:
        self._keep(
            EventRow(
                uid=r["id"],
                type=r["type"],
                modality=r["modality"],
                starts=_day(r["start"]),
                ends=_day(r["end"]),
                precision=r["precision"],
                when_as_printed=r["as_printed"],
                place_id=self._id("place", r["place"]),
                place_precision=r.get("place_precision"),
            )
        )

    def _participations(self, r: Record) -> None:
        event_id, agent_id = self._id("event", r["event"]), self._id("agent", r["agent"])
        self._add(
            ParticipationRow(
                event_id=event_id,
                agent_id=agent_id,
                role=r["role"],
                presence=r.get("presence") or "",
            )
        )

    def _claims(self, r: Record) -> None:
        part_of = r.pop("part_of")
        row = ClaimRow(
            uid=r.pop("id"),
            speaker_id=self._id("agent", r.pop("speaker")),
            event_id=self._id("event", r.pop("event")),
            said_start=_day(r.pop("said_start")),
            said_end=_day(r.pop("said_end")),
            **r,
        )
        claim_id = self._keep(row)
        add_keys(self.tx.session, [(row.id, self.keys(row.text))])
        if part_of:
            self._part_of[claim_id] = part_of

    def _occurrences(self, r: Record) -> None:
        row = OccurrenceRow(
            uid=r["id"],
            claim_id=self._id("claim", r["own_claim_id"]),
            version_id=self._id("article_version", r["version"]),
            speaker_confidence=r.get("speaker_confidence"),
            proposed_id=self._id("agent", r.get("proposed_id")),
            **{name: r[name] for name in _OCCURRENCE},
        )
        occurrence_id = self._keep(row)
        text = self._texts[row.version_id]
        for s in r["selectors"]:
            _check(text[s["start"] : s["end"]] == s["exact"], r["id"], s["part"])
            self._add(SelectorRow(occurrence_id=occurrence_id, **s))
        if r["parent"]:
            self._parents[occurrence_id] = r["parent"]

    def _attributions(self, r: Record) -> None:
        occurrence_id = self._id("occurrence", r.pop("occurrence"))
        agent_id = self._id("agent", r.pop("agent"))
        self._add(HopRow(occurrence_id=occurrence_id, agent_id=agent_id, **r))

    def _facts(self, r: Record) -> None:
        occurrence_id = self._id("occurrence", r.pop("occurrence"))
        event_id = self._id("event", r.pop("event"))
        as_of = _day(r.pop("as_of"))
        self._add(ReportedFactRow(occurrence_id=occurrence_id, event_id=event_id, as_of=as_of, **r))

    def _links(self, r: Record) -> None:
        occurrence_id = self._id("occurrence", r.pop("occurrence"))
        claim_id = self._id("claim", r.pop("claim_id"))
        r.pop("status", None)
        self._keep(LinkRow(uid=r.pop("id"), occurrence_id=occurrence_id, claim_id=claim_id, **r))

    def _relations(self, r: Record) -> None:
        from_id = self._id("claim", r.pop("from_claim_id"))
        to_id = self._id("claim", r.pop("to_claim_id"))
        r.pop("status", None)
        self._keep(RelationRow(uid=r.pop("id"), from_claim_id=from_id, to_claim_id=to_id, **r))

    def _judgements(self, r: Record) -> None:
        self._keep(
            JudgementRow(
                uid=r["id"],
                link_id=self._id("link", r["link"]),
                relation_id=self._id("claim_relation", r["relation"]),
                occurrence_id=self._id("occurrence", r.get("occurrence")),
                verdict=r["verdict"],
                reason=r["reason"],
                user=r["user"],
                at=datetime.fromisoformat(r["at"]),
                withdraws_id=self._id("judgement", r["withdraws"]),
            )
        )

    def _corrections(self, r: Record) -> None:
        occurrence_id = self._id("occurrence", r.pop("occurrence"))
        at = datetime.fromisoformat(r.pop("at"))
        self._keep(CorrectionRow(uid=r.pop("id"), occurrence_id=occurrence_id, at=at, **r))

    def _anchorings(self, r: Record) -> None:
        self._keep(anchorings.row_of(r, self._id))

    def _requests(self, r: Record) -> None:
        at = datetime.fromisoformat(r.pop("at"))
        self._add(IdempotencyRow(uid=r.pop("id"), at=at, **r))

    def _notices(self, r: Record) -> None:
        self._keep(notices.row_of(r, self._id))

    def _ledger(self, r: Record) -> None:
        salt, value, reason = r.pop("salt"), r.pop("value"), r.pop("reason_text", None)
        at = datetime.fromisoformat(r.pop("at"))
        self._add(LedgerRow(at=at, **r))
        self.tx.session.flush()
        if salt is not None:
            self._add(LedgerValueRow(seq=r["seq"], salt=salt, value=value, reason_text=reason))
        self.tx.session.execute(
            update(LedgerHeadRow)
            .where(col(LedgerHeadRow.id) == 1)
            .values(seq=r["seq"], hash=r["hash"])
        )

    def _withdrawals(self, r: Record) -> None:
        article_id = self._id("article", r.pop("article"))
        at = datetime.fromisoformat(r.pop("at"))
        self._keep(WithdrawalRow(uid=r.pop("id"), article_id=article_id, at=at, **r))

    def _redactions(self, r: Record) -> None:
        at = datetime.fromisoformat(r.pop("at"))
        self._keep(RedactionRow(uid=r.pop("id"), record_uid=r.pop("record"), at=at, **r))


_SIDES = ("agent", "other")

_OCCURRENCE = (
    "ordinal",
    "origin",
    "rule",
    "confidence",
    "speaker_reason",
    "extractor_version",
    "rejected",
)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _check(holds: bool, uid: str, what: str) -> None:
    if not holds:
        raise NotVerified(f"{uid}: its {what} is not what was exported; nothing was imported")
