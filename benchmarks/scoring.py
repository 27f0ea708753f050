"""How found attributions are scored against marked ones: what each figure means.

Tokens are runs of word characters, so it never matters whether a span takes in its
quotation marks or its full stop. A found and a marked attribution are the same when the
Dice coefficient of their contents' tokens is at least .5; pairs are taken one to
one, the most alike first. Precision is the share of found ones that have a partner, recall
that of marked ones. By type, precision counts what was found of that type and recall what
is marked of it: a pair of unequal types counts for both, typing is not scored. A source is
right when it shares a head word with the marked one; its accuracy is over all pairs whose
marked side has a source, so a source that was not found counts as wrong. End to end, an
attribution is right when both content and source are; what has no source is left out.

Attributions are JSON rows, {"source", "cue", "content", "type"}: lists of [start, end)
codepoint offsets, and a type that is only believed of marked ones.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from benchmarks.pairing import dice, pair_up

__all__ = ["ALL", "TYPES", "Row", "Score", "Text", "dice", "quotations", "score"]

Row = Mapping[str, Any]
Spans = Iterable[Sequence[int]]

TYPES = ("direct", "indirect", "mixed")
ALL = "all"

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_DOUBLE = re.compile(r"(?<!\w)[“\"](?=[\w\[])")
_SINGLE = re.compile(r"(?<!\w)‘(?=[\w\[])")
_DIRECT = 0.9
"""Share of the content's tokens inside quotation marks from which it is a direct quote."""

_LIGHT = frozenset(
    """a an the this that these those his her its their our my your some many several most all both
    any each other others another one two three of in on at by for from to with and or as mr mrs
    ms dr sen rep gov president former who whom which also just even while when but not no
    s""".split()
)
"""Words that are no head of a source: shared by two sources they say nothing."""
_PRONOUNS = frozenset("i me we us you he him she her it they them who one".split())
_ENDS = frozenset(
    "who whom whose which that of from for in at on with and or as to near among speaking".split()
)
"""Words at which a source's first noun phrase ends."""


@dataclass(slots=True)
class Score:
    """Counts of one type, added up over articles."""

    found: int = 0
    found_right: int = 0
    marked: int = 0
    marked_found: int = 0
    with_source: int = 0
    source_right: int = 0
    found_sources: int = 0
    marked_sources: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is marked, in [0, 1]."""
        return _share(self.found_right, self.found)

    @property
    def recall(self) -> float:
        """Share of what is marked that was found, in [0, 1]."""
        return _share(self.marked_found, self.marked)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def source_accuracy(self) -> float:
        """Share of the pairs with a marked source in which the found one is right."""
        return _share(self.source_right, self.with_source)

    @property
    def end_to_end(self) -> float:
        """F1 of content and source together, over those with a source, in [0, 1]."""
        return _share(2 * self.source_right, self.found_sources + self.marked_sources)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class _Attribution:
    """An attribution as sets of token numbers."""

    content: frozenset[int]
    source: frozenset[int]
    type: str


class Text:
    """A text as the scorer sees it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_TOKEN.finditer(text))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that begin inside quotation marks."""
        spans = quotations(self.text)
        return self.within(spans)

    def within(self, spans: Spans) -> frozenset[int]:
        """Return the tokens whose first character lies in one of the spans."""
        places = [(start, end) for start, end in spans]
        return frozenset(
            number
            for number, token in enumerate(self.tokens)
            if any(start <= token.start() < end for start, end in places)
        )

    def read(self, rows: Iterable[Row], *, marked: bool) -> list[_Attribution]:
        """Return the attributions that have content; types are those of the text's marks."""
        read = []
        for row in rows:
            content = self.within(row["content"])
            if content:
                stated = row.get("type") if marked else None
                kind = stated if stated in TYPES else self.type_of(content)
                read.append(_Attribution(content, self.within(row["source"] or ()), kind))
        return read

    def type_of(self, content: frozenset[int]) -> str:
        """Return the type of a content by how much of it stands inside quotation marks."""
        share = len(content & self.quoted) / len(content)
        return "direct" if share >= _DIRECT else "mixed" if share else "indirect"

    def heads(self, source: frozenset[int]) -> frozenset[int]:
        """Return the weighty words of a source's first noun phrase; of a lone word, itself."""
        order = sorted(source)
        heads: list[int] = []
        for before, number in zip([None, *order], order, strict=False):
            word = self.tokens[number].group().lower()
            if heads and (word in _ENDS or self._parted(before, number)):
                break
            if word in _LIGHT or (word in _PRONOUNS and not heads and number != order[-1]):
                continue
            heads.append(number)
        return frozenset(heads if len(order) > 1 and heads else order)

    def _parted(self, before: int | None, number: int) -> bool:
        if before is None:
            return False
        gap = self.text[self.tokens[before].end() : self.tokens[number].start()]
        return any(sign in gap for sign in ",(—")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches inside quotation marks, marks included, paired line by line.

    The marks are “…” and "…", or ‘…’ in an article that opens more with those. One that
    is not closed runs to the end of its line.
    """
    single = len(_SINGLE.findall(text)) > len(_DOUBLE.findall(text))
    sign = (
        re.compile(r"(?<!\w)(?P<opens>‘)|(?P<closes>’)(?!\w)|(?P<ends>\n)")
        if single
        else (re.compile(r"(?P<opens>“)|(?P<closes>”)|(?P<either>\")|(?P<ends>\n)"))
    )
    spans, start = [], None
    for found in sign.finditer(text + "\n"):
        kind = found.lastgroup
        if start is None:
            start = found.start() if kind in ("opens", "either") else None
        elif kind != "opens":
            spans.append((start, found.start() if kind == "ends" else found.end()))
            start = None
    return spans


def score(marked: Iterable[Row], found: Iterable[Row]) -> dict[str, Score]:
    """Return the scores of all attributions and of each type.

    Both are rows {"id", "attributions"}, the marked ones with "text". An article without a
    row of found ones has none.
    """
    by_id = {row["id"]: row["attributions"] for row in found}
    scores = {name: Score() for name in (ALL, *TYPES)}
    for row in marked:
        text = Text(row["text"])
        ours = text.read(by_id.get(row["id"], ()), marked=False)
        theirs = text.read(row["attributions"], marked=True)
        _count(scores, text, theirs, ours)
    return scores


def _count(
    scores: Mapping[str, Score],
    text: Text,
    marked: Sequence[_Attribution],
    found: Sequence[_Attribution],
) -> None:
    for attribution in found:
        for name in (ALL, attribution.type):
            scores[name].found += 1
            scores[name].found_sources += bool(attribution.source)
    for attribution in marked:
        for name in (ALL, attribution.type):
            scores[name].marked += 1
            scores[name].marked_sources += bool(attribution.source)
    for theirs, ours in _pairs(marked, found):
        right = bool(text.heads(theirs.source) & ours.source)
        for name in (ALL, ours.type):
            scores[name].found_right += 1
        for name in (ALL, theirs.type):
            scores[name].marked_found += 1
            scores[name].with_source += bool(theirs.source)
            scores[name].source_right += right


def _pairs(
    marked: Sequence[_Attribution], found: Sequence[_Attribution]
) -> list[tuple[_Attribution, _Attribution]]:
    """Return what is the same, one to one, the most alike first, ties in the order given."""
    pairs = pair_up([one.content for one in marked], [one.content for one in found])
    return [(marked[i], found[j]) for i, j in pairs.items()]
