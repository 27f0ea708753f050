"""Find quotations: which stretches of a text stand inside quotation marks.

Newspapers print “curly”, "straight", ‘British single’, „German low“, «guillemets» and
``typewriter'' marks, mix them in one article, nest one in another, leave the closing mark
off a paragraph when the quotation goes on in the next, and use the same sign for the
single mark and the apostrophe. Each paragraph is paired by itself, so one odd mark
spoils at most its own paragraph. All of it is one pass over the marks.

A closing mark closes the innermost quotation of its own style, else of any style. An
opening mark behind another that is open nests in it when enough closing marks follow for
both; else the first was never closed, so it quotes nothing.

What decides between mark and apostrophe: letters on both sides make an
apostrophe; a mark before a word opens (unless the word is one that drops its
first letters, "’em", "’90s"); a mark after a word closes what is open, unless it
may be a plural's possessive ("the workers’ union") and another closing mark
follows before anything opens.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.model import Span

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<!\w)[‘’‚'`](?=\S)|(?<=\S)['’](?!\w)")
_ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\s?\d{1,2}\Z")
_BEFORE_OPENING = " \t\n\u00a0([{—–-/“‘\"'„«`"
_NOT_OPENED = ",.;:!?)"
_OPENS = {"“": "double", "„": "double", "``": "double", "«": "angle", "‘": "single", "‚": "single"}
_FAMILY = {
    **_OPENS,
    "”": "double",
    '"': "double",
    "''": "double",
    "»": "angle",
    "’": "single",
    "'": "single",
    "`": "single",
}
_PARTNERS = {
    "“": "”",
    '"': '"',
    "„": "“”",
    "``": "''",
    "''": "''",
    "”": "”",
    "«": "»",
    "»": "«",
}
"""Opening sign → what closes it, where the text is consistent."""

_AHEAD = 12
"""Marks looked ahead to tell whether a second opening mark nests."""

_DEEPEST = 6
"""Marks open at once; more are no quotations, and would take more than linear time."""

_SWALLOWED = 600
"""Codepoints of a paragraph behind a mark that nothing closes; of more, one sentence."""

_STOP = re.compile(r"[.!?](?=\s+[A-Z])")
_BETWEEN = 3
"""Paragraphs without any mark that a quotation may run over to its closing mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included.

    `depth` is 0 for outermost ones. `closed` is False when the paragraph ends
    before a closing mark: the quotation goes on in the next paragraph, or the
    mark was forgotten. `inner` is the span without the marks.
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of a paragraph; `opening` says that the signs beside it let it open."""

    start: int
    end: int
    sign: str
    family: str
    opening: bool


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    family: str
    sign: str
    within: int
    """How many quotations the paragraph had when it opened."""


def find_quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Return the quotations of `text`, outer before inner, in text order.

    `paragraphs` are the stretches within which marks are paired, in text order.
    """
    return list(_find_quotations(text, tuple(paragraphs)))


@lru_cache(maxsize=2)
def _find_quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Return the quotations; the last texts' are kept, since several stages ask for the same."""
    found: list[Quotation] = []
    running: int | None = None  # the paragraph at whose end a quotation was open
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        pairing = _Pairing(text, paragraph, text[following : following + 1])
        own = pairing.run()
        if running is not None and pairing.orphan is not None:
            found += _run_on(paragraphs[running + 1 : index], paragraph, pairing.orphan)
        if pairing.runs_on:
            running = index
        elif pairing.marks or (running is not None and index - running >= _BETWEEN):
            running = None
        found += own
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    return tuple(found)


def _run_on(between: tuple[Span, ...], last: Span, closing: tuple[int, int]) -> list[Quotation]:
    """Return the paragraphs of a quotation that is opened once and closed in a later one."""
    whole = [Quotation(span, span, closed=False) for span in between]
    inner = Span(last.start, closing[0])
    return [*whole, Quotation(Span(last.start, closing[1]), inner)]


class _Pairing:
    """The pairing of one paragraph's marks, with those still open on a stack.

    `orphan` is the closing mark, if any, that nothing before it in the paragraph opens;
    `runs_on` says that a quotation is open at the end, and no paragraph opens it again.
    """

    def __init__(self, text: str, paragraph: Span, next_paragraph_sign: str) -> None:
        self.text = text
        self.paragraph = paragraph
        self.next_sign = next_paragraph_sign
        matches = _MARK.finditer(text, paragraph.start, paragraph.end)
        self.marks = [self._mark(match) for match in matches]
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []
        self.orphan: tuple[int, int] | None = None
        self.runs_on = False

    def _mark(self, match: re.Match[str]) -> _Mark:
        start, end, sign = match.start(), match.end(), match.group()
        before, after = self._before(start), self._after(end)
        opening = before in _BEFORE_OPENING and not after.isspace() and after not in _NOT_OPENED
        return _Mark(start, end, sign, _FAMILY[sign], opening)

    def run(self) -> list[Quotation]:
        """Return the paragraph's quotations."""
        for number, mark in enumerate(self.marks):
            if mark.family == "single":
                self._single(number, mark)
            else:
                self._double(number, mark)
        self._end_of_paragraph()
        return self.found

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.paragraph.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.paragraph.end else " "

    def _open_of(self, family: str) -> int | None:
        """Return the stack position of the innermost open mark of `family`."""
        for position in range(len(self.stack) - 1, -1, -1):
            if self.stack[position].family == family:
                return position
        return None

    def _closed_by(self, mark: _Mark) -> int | None:
        """Return the stack position of what a closing mark closes: its own style first."""
        for position in range(len(self.stack) - 1, -1, -1):
            if mark.sign in _PARTNERS.get(self.stack[position].sign, ""):
                return position
        return self._open_of(mark.family)

    def _double(self, number: int, mark: _Mark) -> None:
        if mark.sign == '"' and _INCHES.search(self.text[max(0, mark.start - 5) : mark.start]):
            return
        position = self._open_of(mark.family)
        if position is None:
            if self._can_open(number, mark):
                self._push(mark)
            elif not (self.orphan or self.found or self.stack or mark.sign in _OPENS):
                self.orphan = (mark.start, mark.end)
        elif self._opens_again(mark, position):
            if not self._nests(number):
                # Never closed, so it quotes nothing.
                self._drop_from(position)
            self._push(mark)
        else:
            closed = self._closed_by(mark)
            self._close(position if closed is None else closed, mark)

    def _can_open(self, number: int, mark: _Mark) -> bool:
        """Say whether a mark opens a quotation where none of its family is open."""
        if mark.sign in _OPENS or mark.opening:
            return True
        loose = mark.sign == '"' and self._before(mark.start).isspace()
        following = self.marks[number + 1] if number + 1 < len(self.marks) else None
        return loose and following is not None and following.sign == '"' and not following.opening

    def _opens_again(self, mark: _Mark, position: int) -> bool:
        """Say whether a mark opens a quotation within the one that is open at `position`."""
        if not mark.opening:
            return False
        if mark.sign == '"':
            outer = self.stack[position].sign
            before, after = self._before(mark.start), self._after(mark.end)
            return (before.isspace() or outer != '"') and (after.isalnum() or after in "[…")
        return mark.sign in _OPENS and mark.sign not in _PARTNERS[self.stack[position].sign]

    def _nests(self, number: int) -> bool:
        """Say whether the marks that follow close both the mark and what is open around it."""
        if self.marks[number].sign != self.stack[-1].sign and self.stack[-1].family == "double":
            return True
        depth = 2
        for mark in self.marks[number + 1 : number + 1 + _AHEAD]:
            if mark.family == "double":
                depth += 1 if mark.opening and mark.sign != "”" else -1
            if depth == 0:
                return True
        return False

    def _push(self, mark: _Mark) -> None:
        if len(self.stack) == _DEEPEST:
            self._drop_from(0)
        self.stack.append(_Open(mark.start, mark.end, mark.family, mark.sign, len(self.found)))

    def _single(self, number: int, mark: _Mark) -> None:
        before, after = self._before(mark.start), self._after(mark.end)
        if before in _BEFORE_OPENING and not after.isspace() and mark.sign != "’":
            if not _ELIDED.match(self.text, mark.end) and self._open_of("single") is None:
                self._push(mark)
            return
        position = self._open_of("single")
        if position is None or position != len(self.stack) - 1 or before.isspace():
            return
        if before in _BEFORE_OPENING and _ELIDED.match(self.text, mark.end):
            return
        if not (self._may_be_possessive(mark) and self._closes_later(number)):
            self._close(position, mark)

    def _may_be_possessive(self, mark: _Mark) -> bool:
        """Say whether the mark may be an apostrophe that ends a word ("workers’ union")."""
        word_goes_on = self.text[mark.end : mark.end + 2].strip()[:1].isalnum()
        return self._before(mark.start) in "sSzxn" and word_goes_on

    def _closes_later(self, number: int) -> bool:
        """Say whether the next single mark of the paragraph closes rather than opens."""
        for mark in self.marks[number + 1 : number + 4]:
            if mark.sign in "’'":
                return self._before(mark.start) not in _BEFORE_OPENING
            if mark.sign == "‘":
                return False
        return False

    def _close(self, position: int, mark: _Mark) -> None:
        self._drop_from(position + 1)
        opened = self.stack.pop()
        self._add(opened, Span(opened.end, mark.start), mark.end, position, closed=True)

    def _drop_from(self, position: int) -> None:
        for last in range(len(self.stack) - 1, position - 1, -1):
            self._drop(last)

    def _drop(self, position: int) -> None:
        """Take an open mark for no quotation: what it held moves out of it."""
        opened = self.stack.pop(position)
        self.found[opened.within :] = [
            replace(inner, depth=inner.depth - 1) for inner in self.found[opened.within :]
        ]

    def _add(self, opened: _Open, inner: Span, end: int, depth: int, *, closed: bool) -> None:
        if inner.start < inner.end:
            self.found.append(Quotation(Span(opened.start, end), inner, depth, closed))

    def _end_of_paragraph(self) -> None:
        """Let a quotation run to the paragraph's end where it plainly goes on.

        It does when it opens the paragraph or the next paragraph opens with the
        same sign; a double mark is believed in any case, unless another quotation stands
        in it, a single one is then an apostrophe.
        """
        words = self.text[self.paragraph.start : self.paragraph.end].rstrip()
        end = self.paragraph.start + len(words)
        depth = 0
        while depth < len(self.stack):
            opened = self.stack[depth]
            reopened = self.next_sign == opened.sign
            first = opened.start == self.paragraph.start
            holds = any(inner.depth == depth + 1 for inner in self.found[opened.within :])
            if reopened or (not holds and (first or opened.family != "single")):
                stop = end if reopened or first else self._first_stop(opened.end, end)
                self._add(opened, Span(opened.end, stop), stop, depth, closed=False)
                self.runs_on = self.runs_on or (not reopened and stop == end)
                depth += 1
            else:
                self._drop(depth)

    def _first_stop(self, start: int, end: int) -> int:
        """Return where a quotation that nothing closes ends, its paragraph being very long."""
        if end - start <= _SWALLOWED:
            return end
        stop = _STOP.search(self.text, start, end)
        return stop.end() if stop else end
