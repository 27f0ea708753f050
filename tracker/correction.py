"""Mending an extraction by hand, beside what the machine had."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker import linking, match
from tracker.errors import BadInput
from tracker.model import Agent, Kind, join_spans
from tracker.resolve import agent_kind
from tracker.store import agents, articles, claims, corrections, occurrences
from tracker.store.engine import Engine
from tracker.store.session import Transaction, writing
from tracker.store.tables import ClaimRow, OccurrenceRow, VersionRow
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


def correct(engine: Engine, occurrence_id: int, change: Correction, reason: str, user: str) -> None:
    """Apply a correction, keep what was there before, and link again.

    Raises:
        NotFound: there is no such occurrence.
        BadInput: nothing is to change, or the words are not in the text or not unique.
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
        _Edit(tx, row, claims.get_claim(tx.session, row.claim_id), reason).apply(change)
        linking.link_claims(tx, [row.claim_id])


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
        corrections.correct_text(self.tx, self.claim, after, match.keys(after))
        self._log("content", before, after)

    def _words(self, part: str, words: str) -> None:
        whole = occurrences.load(self.tx.session, [self.row.id])[0]
        before = [s.exact for s in whole.selectors if s.part == part and s.active]
        span = find_once(self._version().text, words, f"--{part}")
        corrections.correct_spans(self.tx, self.row, part, (span,))
        self._log(part, before[0] if before else None, words)

    def _speaker(self, name: str) -> None:
        before = None
        if self.claim.speaker_id:
            before = agents.get_agent(self.tx.session, self.claim.speaker_id).name
        agent, names = None, [name]
        if name:
            added = articles.added(self.tx.session, self.row.version_id)
            agent = agents.settle_agents(self.tx, added, [Agent(name, agent_kind(name))])[name]
            names = agents.names_of(self.tx.session, agent.id)
        corrections.correct_speaker(self.tx, self.row, self.claim, agent, names if name else [])
        self._log("speaker", before, name or None)

    def _version(self) -> VersionRow:
        return self.tx.session.get_one(VersionRow, self.row.version_id)

    def _log(self, field: str, before: str | None, after: str | None) -> None:
        corrections.log_correction(self.tx, self.row, field, before, after, self.reason)
