"""Attributions as tags on the words of a sentence, and tags as attributions.

    Q        the cue
    S< S>    the source of a cue that follows, of one that went before
    C< C>    the content of a cue that follows, of one that went before

each with B- on its first word and I- on the others, O on every other word. The arrows
point from the cue to its parts, which tells whose they are where a sentence has several
cues. Only what has a cue in the sentence is tagged: a quotation without one is the
rules' business.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.model import Attribution, Span

OUTSIDE = "O"
CUE = "Q"
BEFORE = "<"
AFTER = ">"
TAGS = (
    OUTSIDE,
    *(f"{begins}-{kind}" for kind in (CUE, "S<", "S>", "C<", "C>") for begins in "BI"),
)


@dataclass(slots=True)
class Found:
    """An attribution as ranges of a sentence's tokens; `content` is in text order."""

    cue: Range
    source: Range | None = None
    content: list[Range] = field(default_factory=list)


def encode(sentence: Sentence, attributions: Iterable[Attribution]) -> list[str]:
    """Return the tag of each token of a sentence; nested attributions are passed over."""
    kinds: list[tuple[str, int]] = [(OUTSIDE, -1)] * len(sentence)
    whole = sentence.span(0, len(sentence))
    here = [a for a in attributions if any(whole.contains(cue) for cue in a.cue)]
    here = [a for a in here if not any(_holds(other, a) for other in here if other is not a)]
    for number, attribution in enumerate(here):
        _mark(sentence, kinds, attribution, number)
    tags, before = [], (OUTSIDE, -1)
    for kind in kinds:
        tags.append(kind[0] if kind[1] < 0 else f"{'I' if kind == before else 'B'}-{kind[0]}")
        before = kind
    return tags


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(piece.contains(inner.cue[0]) for piece in outer.content if inner.cue)


def _mark(
    sentence: Sentence, kinds: list[tuple[str, int]], attribution: Attribution, number: int
) -> None:
    """Give the tokens of an attribution its kinds; cue and source win over content."""
    cue = attribution.cue[0].start
    for spans, kind in ((attribution.content, "C"), (attribution.source, "S")):
        for at in _tokens_in(sentence, spans):
            side = AFTER if sentence.tokens[at].start >= cue else BEFORE
            if kinds[at][1] < 0 or (kind == "S" and kinds[at][0][0] == "C"):
                kinds[at] = (kind + side, number)
    for at in _tokens_in(sentence, attribution.cue):
        kinds[at] = (CUE, number)


def _tokens_in(sentence: Sentence, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the tokens of which at least half lies in one of `spans`."""
    for at, token in enumerate(sentence.tokens):
        size = token.end - token.start
        for span in spans:
            shared = min(token.end, span.end) - max(token.start, span.start)
            if shared > 0 and 2 * shared >= size:
                yield at
                break


def decode(tags: Sequence[str]) -> list[Found]:
    """Return the attributions that tags describe, those without content left out.

    A cue without a source of its own shares that of the cue before it ("said …, and
    warned …").
    """
    pieces = list(_pieces(tags))
    cues = [at for at, (kind, _) in enumerate(pieces) if kind == CUE]
    found = {at: Found(pieces[at][1]) for at in cues}
    for at, (kind, span) in enumerate(pieces):
        owner = _owner(at, kind, cues)
        if owner is None:
            continue
        if kind[0] == "C":
            found[owner].content.append(span)
        elif found[owner].source is None:
            found[owner].source = span
    before: Found | None = None
    for attribution in found.values():
        if attribution.source is None and before is not None:
            attribution.source = before.source
        before = attribution
    return [attribution for attribution in found.values() if attribution.content]


def _owner(at: int, kind: str, cues: list[int]) -> int | None:
    """Return the cue to which the piece at `at` belongs: the nearest on its arrow's side."""
    if kind == CUE or not cues:
        return None
    if kind[-1] == BEFORE:
        return next((cue for cue in cues if cue > at), cues[-1])
    return next((cue for cue in reversed(cues) if cue < at), cues[0])


def _pieces(tags: Sequence[str]) -> Iterator[tuple[str, Range]]:
    """Yield runs of one kind as (kind, range), in order."""
    start = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at][0] == "I" and tags[at][2:] == tags[start][2:]:
            continue
        if tags[start] != OUTSIDE:
            yield tags[start][2:], (start, at)
        start = at
