"""Edit our own marked articles as outlets do, and say where their selectors are found again.

    python -m benchmarks.reanchoring [--floor F] [--seeds N]

Every codepoint of an edited text knows where it comes from, so the true place of each
selector is known. Prints the states, and every kind of wrong anchor.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.ingest.marked import read_marked
from tracker.model import Anchoring, MarkedArticle, Selector, Span
from tracker.resources import shipped
from tracker.text import nearly
from tracker.text.reanchor import Anchorer

Piece = tuple[str, int | None]
"""Words, and where they stood in the old text; None for words that are new."""

Edit = Callable[[list[Piece], str, random.Random], None]

_SENTENCE = re.compile(r"[^.!?\n]*[.!?]+[\"”’)]*\s*|[^.!?\n]+\n*|\n+")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve twenty fifty".split()
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})


@dataclass(frozen=True)
class Edited:
    """A text after edits; `origin[i]` is where its codepoint `i` stood, None for a new one."""

    text: str
    origin: tuple[int | None, ...]

    def image(self, span: Span) -> set[int]:
        """Return where the codepoints of an old span stand now."""
        return {at for at, old in enumerate(self.origin) if old in range(span.start, span.end)}


def edit(article: str, other: str, rng: random.Random) -> Edited:
    """Return an article after one to five of the edits that outlets make."""
    pieces: list[Piece] = [(m.group(), m.start()) for m in _SENTENCE.finditer(article)]
    for _ in range(rng.randint(1, 5)):
        rng.choice(EDITS)(pieces, other, rng)
    text = "".join(words for words, _ in pieces)
    origin = [
        None if at is None else at + number for words, at in pieces for number in range(len(words))
    ]
    return Edited(text, tuple(origin))


def _insert(pieces: list[Piece], other: str, rng: random.Random) -> None:
    new = rng.choice([m.group() for m in _SENTENCE.finditer(other)])
    pieces.insert(rng.randint(0, len(pieces)), (new, None))


def _delete(pieces: list[Piece], _: str, rng: random.Random) -> None:
    if len(pieces) > 3:
        pieces.pop(rng.randrange(len(pieces)))


def _move(pieces: list[Piece], _: str, rng: random.Random) -> None:
    piece = pieces.pop(rng.randrange(len(pieces)))
    pieces.insert(rng.randint(0, len(pieces)), piece)


def _typography(pieces: list[Piece], _: str, rng: random.Random) -> None:
    # One codepoint for one, so that places stay known.
    pieces[:] = [(words.translate(_TYPOGRAPHY), at) for words, at in pieces]


def _words(share: float) -> Edit:
    def replace(pieces: list[Piece], other: str, rng: random.Random) -> None:
        at = rng.randrange(len(pieces))
        pool = other.split()
        pieces[at : at + 1] = list(_replaced(pieces[at], pool, share, rng))

    return replace


def _replaced(
    piece: Piece, pool: Sequence[str], share: float, rng: random.Random
) -> Iterator[Piece]:
    words, start = piece
    for match in re.finditer(r"\S+|\s+", words):
        old = None if start is None else start + match.start()
        if not match.group().isspace() and rng.random() < share:
            yield rng.choice(pool), None
        else:
            yield match.group(), old


def _number(pieces: list[Piece], _: str, rng: random.Random) -> None:
    held = [
        n for n, (words, _) in enumerate(pieces) if re.search(r"\d|\b(?:two|three|four)\b", words)
    ]
    if not held:
        return
    at = rng.choice(held)
    words, start = pieces[at]
    match = re.search(r"\d[\d,.]*|\b(?:two|three|four)\b", words)
    if match is None:
        return
    after = None if start is None else start + match.end()
    pieces[at : at + 1] = [
        (words[: match.start()], start),
        (rng.choice(_NUMBERS), None),
        (words[match.end() :], after),
    ]


def _clause(pieces: list[Piece], other: str, rng: random.Random) -> None:
    at = rng.randrange(len(pieces))
    words, start = pieces[at]
    middle = words.find(" ", len(words) // 2)
    if middle < 0:
        return
    new = ", " + " ".join(rng.sample(other.split(), 5)) + ","
    after = None if start is None else start + middle
    pieces[at : at + 1] = [(words[:middle], start), (new, None), (words[middle:], after)]


EDITS = (
    _insert,
    _delete,
    _delete,
    _move,
    _typography,
    _words(0.15),
    _words(0.35),
    _number,
    _clause,
)


def verdict(found: Anchoring, true: set[int], size: int) -> str:
    """Say whether a place found is the true one: "right", "wrong", "missed" or "gone"."""
    if found.start is None or found.end is None:
        kept = len(true) / size
        return "missed" if kept > 0.5 else "gone"
    place = set(range(found.start, found.end))
    overlap = len(place & true) / max(1, len(place | true))
    return "right" if overlap >= 0.5 else "wrong"


def selectors(article: MarkedArticle) -> Iterator[tuple[str, Selector]]:
    """Yield the parts of every attribution as selectors."""
    for one in article.attributions:
        for part, spans in (("content", one.content), ("source", one.source), ("cue", one.cue)):
            for span in spans:
                yield part, Selector.at(span, article.text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--floor", type=float, default=nearly.FLOOR)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--scores", action="store_true", help="Print the scores of like places.")
    parser.add_argument("--wrong", action="store_true", help="Print what was found wrongly.")
    args = parser.parse_args()
    nearly.FLOOR = args.floor
    articles = read_marked(shipped("seeds") / "marked")
    counts: Counter[tuple[str, str, str]] = Counter()
    scores: list[tuple[float, str]] = []
    edited = 0
    for seed in range(args.seeds):
        rng = random.Random(seed)
        for article in articles:
            new = edit(article.text, rng.choice(articles).text, rng)
            edited += 1
            anchorer = Anchorer(article.text, new.text)
            for part, selector in selectors(article):
                found = anchorer.find(selector)
                true = new.image(selector.span)
                came = verdict(found, true, len(selector.exact))
                counts[part, str(found.state), came] += 1
                if found.state == "fuzzy":
                    scores.append((found.score, came))
                if args.wrong and came in ("wrong",):
                    print(f"{came} {part} {found.state} {found.score}: {selector.exact!r}")
                    print(f"    → {new.text[found.start : found.end]!r}")
    print(f"{edited} edited articles, {sum(counts.values()):,} selectors")
    for (part, state, came), number in sorted(counts.items()):
        print(f"{part:8} {state:10} {came:7} {number:7,}")
    if args.scores:
        for low in range(30, 100, 5):
            held = Counter(c for s, c in scores if low <= s * 100 < low + 5)
            print(f".{low}: {dict(held)}")


if __name__ == "__main__":
    main()
