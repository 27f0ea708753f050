"""Find quotations: which stretches of a text stand inside quotation marks.

Newspapers print “curly”, "straight", ‘British single’, „German low“ and
«guillemets», nest one kind in another, leave the closing mark off a paragraph
when the quotation goes on in the next, and use the same sign for the single
mark and the apostrophe. Each paragraph is paired by itself, so one odd mark
spoils at most its own paragraph. All of it is one pass over the marks.

What decides between mark and apostrophe: letters on both sides make an
apostrophe; a mark before a word opens (unless the word is one that drops its
first letters, "’em", "’90s"); a mark after a word closes what is open, unless it
may be a plural's possessive ("the workers’ union") and another closing mark
follows before anything opens.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.model import Span

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<!\w)[‘’‚'](?=\S)|(?<=\S)['’](?!\w)")
_ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
_BEFORE_OPENING = " \t\n\u00a0([{—–-/“‘\"'„«"
_OPENS = {"“": "double", "„": "double", "``": "double", "«": "angle", "‘": "single", "‚": "single"}
_FAMILY = {"”": "double", '"': "double", "''": "double", "»": "angle", "’": "single", "'": "single"}


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


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    family: str
    sign: str


def find_quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Return the quotations of `text`, outer before inner, in text order.

    `paragraphs` are the stretches within which marks are paired, in text order.
    """
    return list(_find_quotations(text, tuple(paragraphs)))


@lru_cache(maxsize=2)
def _find_quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Return the quotations; the last texts' are kept, since several stages ask for the same."""
    found: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        found += _Pairing(text, paragraph, text[following : following + 1]).run()
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    return tuple(found)


class _Pairing:
    """The pairing of one paragraph's marks, with those still open on a stack."""

    def __init__(self, text: str, paragraph: Span, next_paragraph_sign: str) -> None:
        self.text = text
        self.paragraph = paragraph
        self.next_sign = next_paragraph_sign
        self.marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []

    def run(self) -> list[Quotation]:
        """Return the paragraph's quotations."""
        for number, mark in enumerate(self.marks):
            sign = mark.group()
            family = _OPENS.get(sign) or _FAMILY[sign]
            if family == "single":
                self._single(number, mark.start(), mark.end(), sign)
            else:
                self._double(mark.start(), mark.end(), sign, family)
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

    def _double(self, start: int, end: int, sign: str, family: str) -> None:
        position = self._open_of(family)
        before, after = self._before(start), self._after(end)
        looks_opening = before in _BEFORE_OPENING and not after.isspace()
        if position is None:
            if sign in _OPENS or (looks_opening and after not in ",.;:!?)"):
                self.stack.append(_Open(start, end, family, sign))
        elif sign in "“«" and self.stack[position].sign != "„" and looks_opening:
            # A second opening mark: the first was never closed, so it quotes nothing.
            del self.stack[position:]
            self.stack.append(_Open(start, end, family, sign))
        elif sign == '"' and looks_opening and before.isspace() and after.isalnum():
            del self.stack[position:]
            self.stack.append(_Open(start, end, family, sign))
        else:
            self._close(position, start, end)

    def _single(self, number: int, start: int, end: int, sign: str) -> None:
        before, after = self._before(start), self._after(end)
        if before in _BEFORE_OPENING and not after.isspace() and sign != "’":
            if not _ELIDED.match(self.text, end) and self._open_of("single") is None:
                self.stack.append(_Open(start, end, "single", sign))
            return
        position = self._open_of("single")
        if position is None or position != len(self.stack) - 1 or before.isspace():
            return
        if not (self._may_be_possessive(start, end) and self._closes_later(number)):
            self._close(position, start, end)

    def _may_be_possessive(self, start: int, end: int) -> bool:
        """Say whether the mark may be an apostrophe that ends a word ("workers’ union")."""
        word_goes_on = self.text[end : end + 2].strip()[:1].isalnum()
        return self._before(start) in "sSzxn" and word_goes_on

    def _closes_later(self, number: int) -> bool:
        """Say whether the next single mark of the paragraph closes rather than opens."""
        for mark in self.marks[number + 1 : number + 4]:
            sign = mark.group()
            if sign in "’'":
                return self._before(mark.start()) not in _BEFORE_OPENING
            if sign == "‘":
                return False
        return False

    def _close(self, position: int, start: int, end: int) -> None:
        opened = self.stack[position]
        del self.stack[position:]
        self._add(opened, Span(opened.end, start), end, position, closed=True)

    def _add(self, opened: _Open, inner: Span, end: int, depth: int, *, closed: bool) -> None:
        if inner.start < inner.end:
            self.found.append(Quotation(Span(opened.start, end), inner, depth, closed))

    def _end_of_paragraph(self) -> None:
        """Let a quotation run to the paragraph's end where it plainly goes on.

        It does when it opens the paragraph or the next paragraph opens with the
        same sign; a double mark is believed in any case, a single one is then an
        apostrophe.
        """
        end = self.paragraph.start + len(
            self.text[self.paragraph.start : self.paragraph.end].rstrip()
        )
        for depth, opened in enumerate(self.stack):
            goes_on = opened.start == self.paragraph.start or self.next_sign == opened.sign
            if goes_on or opened.family != "single":
                self._add(opened, Span(opened.end, end), end, depth, closed=False)
