"""What became of each statement when its article is captured again with other words.

Every statement of the earlier versions is looked for in the new one. Where its words stand
in the same mouth as before it is carried on: the new version's statement there is no second
claim. Where they stand changed, or nowhere, that is kept and told, with the statement that
stands there now. What is gone says when it was last and first seen, never that anybody
deleted it: captures are moments, and nobody saw what happened between two.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker import match
from tracker.model import Anchoring, AnchorState, CaptureState, Fate, HopRole, Selector, Span
from tracker.store import agents, anchorings, articles, claims, corrections, occurrences
from tracker.store.anchorings import Found
from tracker.store.articles import Added
from tracker.store.claims import StoredClaim
from tracker.store.occurrences import Whole
from tracker.store.session import Transaction
from tracker.store.tables import SelectorRow
from tracker.text.normalise import fold
from tracker.text.reanchor import Anchorer

SAME_PLACE = 0.5
"""Share of two stretches, of what either covers, from which they are one place: extraction
may read a quotation with or without its second half."""

_FOUND = (AnchorState.EXACT, AnchorState.FOLDED)


def follow(tx: Transaction, added: Added) -> None:
    """Say what became of each earlier statement in a version that was just added.

    Its own statements must be stored. What people corrected is corrected there too. Of
    a page that could not be read, or not whole, nothing can be said to be absent.
    """
    session, version = tx.session, added.version
    if not version.text:
        return
    ids, gone = anchorings.heads(session, added.article.id, version.number)
    old = occurrences.load(session, ids)
    texts = articles.texts_of(session, {whole.row.version_id for whole in old})
    anchorers = {number: Anchorer(text, version.text) for number, text in texts.items()}
    traces = [_Trace.of(whole, anchorers[whole.row.version_id]) for whole in old]
    _pair_up(traces, occurrences.load(session, occurrences.of_version(session, version.id)))
    for trace in traces:
        _correct(tx, trace)
    paired = [trace.new.claim.id for trace in traces if trace.new]
    stored = claims.load_claims(session, [*(trace.old.claim.id for trace in traces), *paired])
    found = [trace.found(stored) for trace in traces]
    # Of what is gone since an earlier version, only that it is back is news.
    news = [f for f in found if f.fate is not Fate.GONE or f.occurrence.id not in gone]
    if version.state == CaptureState.TRUNCATED:
        news = [f for f in news if f.fate is not Fate.GONE]
    anchorings.add(tx, version, news)


@dataclass(slots=True)
class _Trace:
    """An earlier statement, where each of its selectors stands now, and what stands there."""

    old: Whole
    anchors: Sequence[tuple[SelectorRow, Anchoring]]
    new: Whole | None = None

    @classmethod
    def of(cls, whole: Whole, anchorer: Anchorer) -> "_Trace":
        """Return a statement with its selectors looked for in the new text."""
        anchors = [
            (row, anchorer.find(Selector(row.start, row.end, row.exact, row.prefix, row.suffix)))
            for row in whole.selectors
            if row.active
        ]
        return cls(whole, anchors)

    def of_parts(self, *parts: str) -> list[tuple[SelectorRow, Anchoring]]:
        """Return the selectors of these parts, and where they stand now."""
        return [(row, found) for row, found in self.anchors if row.part in parts]

    def overlap(self, spans: Sequence[Span]) -> float:
        """Return the share of `spans` and of the place now that both cover."""
        here = [
            Span(found.start, found.end)
            for _, found in self.of_parts("content")
            if found.start is not None and found.end is not None
        ]
        both = sum(
            max(0, min(one.end, other.end) - max(one.start, other.start))
            for one in here
            for other in spans
        )
        either = sum(span.end - span.start for span in (*here, *spans)) - both
        return both / either if either else 0.0

    @property
    def has_same_words(self) -> bool:
        """Whether the content stands there word for word, if only several times."""
        return all(found.score == 1.0 for _, found in self.of_parts("content"))

    @property
    def has_same_source(self) -> bool:
        """Whether the words that attribute it stand there too."""
        return all(found.state in _FOUND for _, found in self.of_parts("source", "cue"))

    def found(self, stored: dict[int, StoredClaim]) -> Found:
        """Return what became of the statement."""
        content = [found for _, found in self.of_parts("content")]
        worst = max(content, key=lambda found: list(AnchorState).index(found.state))
        one = stored[self.old.claim.id]
        other = stored[self.new.claim.id] if self.new else None
        return Found(
            occurrence=self.old.row,
            fate=self._fate(one, other),
            state=worst.state,
            score=worst.score,
            anchors=[_anchor(row, found) for row, found in self.anchors],
            successor=self.new.row if self.new else None,
            carried=other is not None and match.carries_on(other.claim, one.claim),
        )

    def _fate(self, one: StoredClaim, other: StoredClaim | None) -> Fate:
        states = {found.state for _, found in self.of_parts("content")}
        if states == {AnchorState.ORPHAN}:
            return Fate.GONE
        same_mouth = match.in_one_mouth(other.claim, one.claim) if other else self.has_same_source
        return Fate.PRESENT if self.has_same_words and same_mouth else Fate.CHANGED


def _anchor(row: SelectorRow, found: Anchoring) -> dict[str, object]:
    """Return where a selector stands now; the words are the text's, and are kept there only."""
    return {
        "part": row.part,
        "position": row.position,
        "state": str(found.state),
        "start": found.start,
        "end": found.end,
        "score": found.score,
    }


def _pair_up(traces: Sequence[_Trace], new: Collection[Whole]) -> None:
    """Give each earlier statement the one that stands in its place now, each once."""
    pairs = [
        (share, _alike(trace.old, whole), -number, trace, whole)
        for number, trace in enumerate(traces)
        for whole in new
        if (share := trace.overlap(_content(whole))) >= SAME_PLACE
    ]
    taken: set[int] = set()
    for *_, trace, whole in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if trace.new is None and whole.row.id not in taken:
            taken.add(whole.row.id)
            trace.new = whole


def _content(whole: Whole) -> list[Span]:
    return [Span(s.start, s.end) for s in whole.selectors if s.active and s.part == "content"]


def _alike(one: Whole, other: Whole) -> int:
    """Return in how many ways two statements of one place are the same."""
    mine, its = one.claim, other.claim
    return (
        (fold(mine.text).text == fold(its.text).text)
        + (mine.kind == its.kind)
        + (mine.speaker_id == its.speaker_id)
        + (mine.event_id == its.event_id)
        + (mine.act == its.act)
    )


_CARRIED = ("speaker", "rejected")
"""What a person corrected that holds for the same words from the same source."""


def _correct(tx: Transaction, trace: _Trace) -> None:
    """Correct a statement as people did in the earlier version, where nothing changed."""
    if trace.new is None or not (trace.has_same_words and trace.has_same_source):
        return
    old, new = trace.old, trace.new
    if fold(old.claim.text).text != fold(new.claim.text).text:
        return
    last = {row.field: row for row in corrections.corrections_of(tx.session, old.row.id)}
    for name in _CARRIED:
        made = last.get(name)
        if made is None:
            continue
        reason = f"as in an earlier version, by {made.user}: {made.reason}"
        if name == "speaker" and (
            old.claim.speaker_id != new.claim.speaker_id or (_is_joint(new) and not _is_joint(old))
        ):
            _give_speaker(tx, old, new, reason)
        if name == "rejected" and old.row.rejected != new.row.rejected:
            new.row.rejected = old.row.rejected
            before, after = (str(not old.row.rejected).lower(), str(old.row.rejected).lower())
            corrections.log_correction(tx, new.row, "rejected", before, after, reason)


def _is_joint(whole: Whole) -> bool:
    """Say whether several speak a statement together."""
    claim = whole.claim
    alone = claim.speaker_id is not None or claim.unnamed_source is not None
    return not alone and any(h.active and h.role == HopRole.SPEAKER for h in whole.hops)


def _give_speaker(tx: Transaction, old: Whole, new: Whole, reason: str) -> None:
    session = tx.session
    before, agent = (
        agents.get_agent(session, number) if number else None
        for number in (new.claim.speaker_id, old.claim.speaker_id)
    )
    names = agents.names_of(session, agent.id) if agent else []
    corrections.correct_speaker(tx, new.row, new.claim, agent, names)
    corrections.log_correction(
        tx,
        new.row,
        "speaker",
        before.name if before else None,
        agent.name if agent else None,
        reason,
    )
