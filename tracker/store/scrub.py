"""Taking words out of a version's text, and out of all that was derived from it.

A block stands for each codepoint that goes, so that every offset into the text stays
right. Where the words stand elsewhere (another article, a person's reason) they are not
touched; `remains.find` tells of it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tracker.errors import Conflict
from tracker.model import BLOCK, Order, Selector, Span, join_spans
from tracker.store import articles, occurrences, redactions
from tracker.store.blots import Blots, blot_corrections, blot_reasons, find_corrections
from tracker.store.candidates import add_keys, drop_keys
from tracker.store.occurrences import Whole
from tracker.store.redactions import Target
from tracker.store.session import Transaction
from tracker.store.strike import (
    Held,
    Words,
    blot_out,
    empty_blob,
    strike_out,
    struck_by,
    write_again,
)
from tracker.store.tables import ArticleRow, ClaimRow, VersionRow

Keys = Callable[[str], frozenset[int]]


def blotted(text: str, spans: Iterable[Span]) -> str:
    """Return a text with a block for each codepoint of `spans`."""
    for span in spans:
        text = text[: span.start] + BLOCK * (span.end - span.start) + text[span.end :]
    return text


def are_gone(text: str, spans: Iterable[Span]) -> bool:
    """Say whether nothing but blocks stands at `spans`."""
    return not any(text[span.start : span.end].strip().strip(BLOCK) for span in spans)


def redact_text(
    tx: Transaction, version: VersionRow, spans: Sequence[Span], order: Order, keys: Keys
) -> None:
    """Take words out of a version, its bytes, its occurrences, their links, and the ledger.

    Raises:
        Conflict: nothing but blocks stands there.
    """
    spans = sorted(set(spans))
    old = version.text
    found = {piece.strip() for s in spans for piece in old[s.start : s.end].split(BLOCK)}
    pieces = sorted(filter(None, found), key=len, reverse=True)
    if are_gone(old, spans):
        raise Conflict(f"article {version.article_id}: these words are redacted already")
    _Scrub(tx, version, spans, order, keys, blotted(old, spans), Words(tuple(pieces))).run()


@dataclass
class _Scrub:
    """One text at work; `touched` are the occurrences that point at the words."""

    tx: Transaction
    version: VersionRow
    spans: Sequence[Span]
    order: Order
    keys: Keys
    new: str
    words: Words
    held: Held = field(default_factory=Held)
    touched: list[int] = field(default_factory=list)

    def run(self) -> None:
        ids = occurrences.of_version(self.tx.session, self.version.id)
        before = occurrences.load_records(self.tx.session, ids)
        for whole in occurrences.load(self.tx.session, ids):
            self._occurrence(whole)
        self.tx.session.flush()
        after = occurrences.load_records(self.tx.session, ids)
        for uid, record in after.items():
            self.held.know("occurrence", uid, record, record != before[uid])
        session, hide = self.tx.session, self.words.hide
        blot_reasons(session, self.touched, hide, self.held)
        blots = find_corrections(session, self.touched, hide, self.held)
        struck = self._protected(blots)
        write_again(self.tx, self.held, struck, {self.version.uid}, self.order)

    def _occurrence(self, whole: Whole) -> None:
        session, old = self.tx.session, self.version.text
        overlaps = any(
            s.start < span.end and span.start < s.end
            for s in whole.selectors
            for span in self.spans
        )
        content = [
            Span(s.start, s.end) for s in whole.selectors if s.part == "content" and s.active
        ]
        for s in whole.selectors:
            now = Selector.at(Span(s.start, s.end), self.new)
            s.exact, s.prefix, s.suffix = now.exact, now.prefix, now.suffix
            session.add(s)
        if overlaps:
            self.touched.append(whole.row.id)
        # A word of the speaker's name is no secret because the words hold it; the rest is.
        hide = self.words.hide if overlaps else self.words.blot
        self._claim(whole.claim, content, old, hide)
        whole.row.speaker_reason = self.words.blot(whole.row.speaker_reason)
        session.add(whole.row)
        for hop in whole.hops:
            hop.ground = hide(hop.ground) if hop.ground else hop.ground
            session.add(hop)
        for fact in whole.facts:
            printed = hide(fact.as_printed)
            if printed != fact.as_printed:
                fact.as_printed, fact.value_min, fact.value_max = printed, None, None
                session.add(fact)

    def _claim(
        self, claim: ClaimRow, content: Sequence[Span], old: str, hide: Callable[[str], str]
    ) -> None:
        is_slice = bool(content) and join_spans(content, old) == claim.text
        text = join_spans(content, self.new) if is_slice else self.words.blot(claim.text)
        claim.context = self._context(claim.context, content, old)
        for name in ("unnamed_source", "said_as_printed"):
            value = getattr(claim, name)
            setattr(claim, name, hide(value) if value else value)
        claim.speaker_names = [self.words.blot(name) for name in claim.speaker_names]
        if text != claim.text:
            drop_keys(self.tx.session, claim)
            claim.text = text
            self.tx.session.add(claim)
            self.tx.session.flush()
            add_keys(self.tx.session, [(claim.id, self.keys(text))])
        self.tx.session.add(claim)

    def _context(self, context: str, content: Sequence[Span], old: str) -> str:
        """Return the words around a claim without those that go.

        They are a slice of the text, the one around the content where a text prints them
        more than once; or a person's own.
        """
        first = content[0].start if content else 0
        at = old.find(context, max(0, first - len(context)))
        at = old.find(context) if at < 0 or at > first else at
        return self.new[at : at + len(context)] if at >= 0 else self.words.blot(context)

    def _known(self) -> dict[str, str | None]:
        """Return what becomes of the title and the author."""
        known = {name: getattr(self.version, name) for name in ("title", "author")}
        if self.spans == [Span(0, len(self.version.text))]:
            return {name: BLOCK * len(value) if value else value for name, value in known.items()}
        return {name: self.words.blot(value) if value else value for name, value in known.items()}

    def _protected(self, blots: Blots) -> list[int]:
        """Set the tombstones, blot out what is append-only; return the entries struck out."""
        tx, version = self.tx, self.version
        known = self._known()
        is_told = known != {name: getattr(version, name) for name in known}
        new_hash = articles.sha256(self.new.encode())
        article = tx.session.get_one(ArticleRow, version.article_id)
        now = {**articles.version_record(version, article.uid), "text_sha256": new_hash, **known}
        self.held.know("version", version.uid, now, is_told)
        struck = struck_by(tx, self.held, self.words)
        redactions.add(
            tx,
            self.order,
            Target("version", version.uid, "text"),
            spans=self.spans,
            struck=struck,
            hashes=(version.text_sha256, new_hash),
        )
        values = {"text": self.new, "text_sha256": new_hash, **known}
        blot_out(tx, VersionRow, VersionRow.id, version.id, values)
        empty_blob(tx, version.body_sha256, self.order)
        blot_corrections(tx, blots, self.order)
        strike_out(tx, struck)
        return struck
