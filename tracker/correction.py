"""Mending an extraction by hand, beside what the machine had."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from tracker import linking
from tracker.errors import BadInput, Conflict
from tracker.keying import keys_for
from tracker.model import Agent, AgentKind, Kind, join_spans
from tracker.resolve import agent_kind
from tracker.store import agents, articles, claims, corrections, occurrences, withdrawals
from tracker.store.engine import Engine
from tracker.store.ledger import last_entry, require_unchanged, value_before
from tracker.store.session import Transaction, writing
from tracker.store.tables import AgentRow, ClaimRow, OccurrenceRow, VersionRow
from tracker.text.locate import find_once


@dataclass(frozen=True, slots=True)
class Correction:
    """What to change; None leaves a field. An empty `speaker` makes it unknown.

    `content`, `source` and `cue` are words of the article's text, exactly as printed;
    content may be in several pieces. `confirm` says that the rest is right as it is.
    """

    speaker: str | None = None
    content: tuple[str, ...] = ()
    source: str | None = None
    cue: str | None = None
    kind: Kind | None = None
    reject: bool = False
    confirm: bool = False

    @property
    def fields(self) -> list[str]:
        """What is to change, in the names of the options."""
        return [field.name for field in fields(self) if getattr(self, field.name) != field.default]


def correct(
    engine: Engine,
    occurrence_id: int,
    change: Correction,
    reason: str,
    user: str,
    expected: int | None = None,
) -> None:
    """Apply a correction, keep what was there before, and link again.

    Raises:
        NotFound: there is no such occurrence.
        BadInput: nothing is to change, or the words are not in the text or not unique.
        Conflict: the occurrence was changed since ledger entry `expected`, or its article
            is withdrawn.
    """
    if change == Correction():
        raise BadInput(
            "nothing to correct: give --speaker, --content, --source, --cue, --kind, --reject "
            "or --confirm"
        )
    if change.reject and change.confirm:
        raise BadInput("--reject and --confirm exclude each other: give one of them")
    with writing(engine, user) as tx:
        row = claims.get_occurrence(tx.session, occurrence_id)
        require_unchanged(tx.session, [row.uid], expected, f"occurrence {occurrence_id}")
        _require_counted(tx, row)
        _Edit(tx, row, claims.get_claim(tx.session, row.claim_id), reason).apply(change)
        linking.link_claims(tx, [row.claim_id])


def undo(engine: Engine, uid: str, entry: int, reason: str, user: str) -> tuple[int, str]:
    """Put back what a correction changed, from the record before its ledger entry.

    Returns the number of the occurrence, and the field.

    Raises:
        Conflict: the field was corrected again since, a person's answer holds it, the
            article is withdrawn, or what was before is redacted.
    """
    with writing(engine, user) as tx:
        made = corrections.by_uid(tx.session, uid)
        row = claims.get_occurrence(tx.session, made.occurrence_id)
        _require_counted(tx, row)
        for later in corrections.corrections_of(tx.session, row.id):
            if later.id > made.id and later.field == made.field:
                number = last_entry(tx.session, [later.uid])
                raise Conflict(
                    f"the {made.field} of occurrence {row.id} was corrected again by {later.user} "
                    f"(entry {number}): undo that first"
                )
        if made.field == "speaker" and corrections.is_confirmed(tx.session, row):
            raise Conflict(
                f"the speaker of occurrence {row.id} is one that people confirmed: "
                f"`tracker judge S{row.id} withdraw` takes it back"
            )
        before = value_before(tx.session, "occurrence", row.uid, entry)
        if before is None:
            raise Conflict(f"the ledger has nothing of occurrence {row.id} before entry {entry}")
        claim = claims.get_claim(tx.session, row.claim_id)
        if made.field == "content":
            text = before["claim"]["text"]
            corrections.correct_text(tx, claim, text, keys_for(tx.session.connection())(text))
        corrections.put_back(tx, row, claim, made.field, before)
        corrections.log_correction(tx, row, made.field, made.after, made.before, reason)
        linking.link_claims(tx, [claim.id])
        return row.id, made.field


def _require_counted(tx: Transaction, row: OccurrenceRow) -> None:
    article = withdrawals.article_of(tx.session, row)
    held = withdrawals.withdrawal_of(tx.session, article.id)
    if held is not None:
        raise Conflict(
            f"article {article.id} was withdrawn by {held.user} ({held.reason}): "
            f"`tracker article restore {article.id}` first"
        )


@dataclass(frozen=True, slots=True)
class _Edit:
    tx: Transaction
    row: OccurrenceRow
    claim: ClaimRow
    reason: str

    def apply(self, change: Correction) -> None:
        if change.content:
            self._content(change.content)
        if change.source is not None:
            self._words("source", change.source)
        if change.cue is not None:
            self._words("cue", change.cue)
        if change.speaker is not None:
            self._speaker(change.speaker.strip())
        if change.kind is not None:
            before, self.claim.kind = self.claim.kind, change.kind
            self._log("kind", before, change.kind)
        if change.reject:
            before, self.row.rejected = str(self.row.rejected).lower(), True
            self._log("rejected", before, "true")
        if change.confirm:
            before, self.row.rejected = str(self.row.rejected).lower(), False
            self._log("rejected", before, "false")

    def _content(self, pieces: Sequence[str]) -> None:
        text = self._version().text
        spans = tuple(find_once(text, piece, "--content") for piece in pieces)
        before = self.claim.text
        corrections.correct_spans(self.tx, self.row, "content", spans)
        after = join_spans(spans, text)
        keys = keys_for(self.tx.session.connection())
        corrections.correct_text(self.tx, self.claim, after, keys(after))
        self._log("content", before, after)

    def _words(self, part: str, words: str) -> None:
        whole = occurrences.load(self.tx.session, [self.row.id])[0]
        before = [s.exact for s in whole.selectors if s.part == part and s.active]
        span = find_once(self._version().text, words, f"--{part}")
        corrections.correct_spans(self.tx, self.row, part, (span,))
        if part == "source" and self.claim.unnamed_source:
            # Who is named nowhere is known by these words alone.
            name = " ".join(words.split())
            corrections.correct_unnamed(
                self.tx, self.row, self.claim, self._settled(Agent(name, AgentKind.UNNAMED))
            )
        self._log(part, before[0] if before else None, words)

    def _speaker(self, name: str) -> None:
        before = None
        if self.claim.speaker_id:
            before = agents.get_agent(self.tx.session, self.claim.speaker_id).name
        agent, names = None, [name]
        if name:
            agent = self._settled(Agent(name, agent_kind(name)))
            names = agents.names_of(self.tx.session, agent.id)
        corrections.correct_speaker(self.tx, self.row, self.claim, agent, names if name else [])
        self._log("speaker", before, name or None)

    def _settled(self, agent: Agent) -> AgentRow:
        added = articles.added(self.tx.session, self.row.version_id)
        return agents.settle_agents(self.tx, added, [agent])[agent.name]

    def _version(self) -> VersionRow:
        return self.tx.session.get_one(VersionRow, self.row.version_id)

    def _log(self, field: str, before: str | None, after: str | None) -> None:
        corrections.log_correction(self.tx, self.row, field, before, after, self.reason)
