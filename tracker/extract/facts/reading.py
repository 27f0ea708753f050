"""A statement's content as words: names, breaks and subjects.

There is no parser here. A clause is what stands between breaks (marks and
subordinating words); the subject is the noun phrase that ends where the verb group
begins. Where that finds nothing sure the subject is unknown, and what depends on
it stays blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tracker.extract.facts.lexicon import (
    CALENDAR,
    FUNCTION_WORDS,
    GROUPS,
    OFFICES,
    TITLES,
)
from tracker.model import Span
from tracker.text.names import PARTICLES
from tracker.text.tokens import Token, tokenize

BREAKS = frozenset(',;:.!?…()[]“”"—–') | {"--", "...", "‘"}
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
ASIDES = frozenset(",—–)") | {"--"}
SUBORDINATORS = frozenset(
    """who whom whose which that when while after before as because if although though since until
    where whether than unless once how why what having wherever whenever whoever whatever""".split()
)
PREPOSITIONS = frozenset(
    """of in at from for with by near to against between on over under about into towards toward
    during outside inside along across via amid without including""".split()
)
_OF_HEADS = frozenset(
    """sea gulf bay strait republic ministry bank university institute city isle house department
    kingdom board court council chiefs cape port office union federation states league
    organisation organization association church fort mount""".split()
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words: token indices, end exclusive, and the name it holds.

    `name` is without titles ("Defence Minister Ana Ruiz" → "Ana Ruiz") unless it is
    nothing but a title. `possessive` says that it ends in one ("Russia’s").
    """

    start: int
    end: int
    name: str
    possessive: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a verb is about: names in order, the words, and whether it is subordinate.

    `start` and `end` are token indices of its noun phrase; `pronoun` is its pronoun.
    """

    start: int
    end: int
    names: tuple[str, ...]
    subordinate: bool
    pronoun: str | None = None


class Reading:
    """The tokens of one content, its pieces in a row, with the runs of names in it."""

    def __init__(self, text: str, pieces: Sequence[Span]) -> None:
        self.text = text
        self.tokens: list[Token] = [
            token._replace(low=token.low.replace("’", "'"))
            for piece in pieces
            for token in tokenize(text, piece.start, piece.end)
        ]

    @cached_property
    def runs(self) -> list[Run]:
        """The runs of capitalised words, in order."""
        return self._find_runs()

    @cached_property
    def _by_start(self) -> dict[int, Run]:
        return {run.start: run for run in self.runs}

    @cached_property
    def _by_end(self) -> dict[int, Run]:
        return {run.end: run for run in self.runs}

    def low(self, index: int) -> str:
        """Return the token at `index` in lower case, "" beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def lows(self, start: int, end: int) -> list[str]:
        """Return the lower-case tokens of a stretch, cut to what there is."""
        return [token.low for token in self.tokens[max(0, start) : max(0, end)]]

    def words(self, start: int, end: int) -> str:
        """Return the printed words of a stretch of tokens as one line."""
        if start >= end:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def _is_capital(self, index: int) -> bool:
        token = self.tokens[index]
        name_like = token.text[0].isupper() and token.low not in CALENDAR
        return name_like and token.low.partition("'")[0] not in FUNCTION_WORDS

    def _find_runs(self) -> list[Run]:
        runs: list[Run] = []
        index = 0
        while index < len(self.tokens):
            if not self._is_capital(index):
                index += 1
                continue
            end = self._end_of_run(index)
            runs.append(self._run(index, end))
            index = end
        return runs

    def _end_of_run(self, start: int) -> int:
        end = start + 1
        while end < len(self.tokens) and not _is_possessive(self.low(end - 1)):
            ahead = end
            if self.low(ahead) == "of" and self.low(end - 1) in _OF_HEADS:
                ahead += 2 if self.low(ahead + 1) == "the" else 1
            else:
                while ahead < end + 3 and self.low(ahead) in PARTICLES:
                    ahead += 1
            if ahead >= len(self.tokens) or not self._is_capital(ahead):
                break
            end = ahead + 1
        return end

    def _run(self, start: int, end: int) -> Run:
        first = start
        for index in range(start, end - 1):
            if self.low(index).rstrip(".") in TITLES and index + 1 < end:
                first = index + 1
        possessive = _is_possessive(self.low(end - 1))
        name = self.words(first, end)
        return Run(start, end, name.rstrip("s").rstrip("’'") if possessive else name, possessive)

    def run_ending_at(self, end: int) -> Run | None:
        """Return the run whose last token stands just before `end`."""
        return self._by_end.get(end)

    def run_starting_at(self, start: int) -> Run | None:
        """Return the run that starts at token `start`."""
        return self._by_start.get(start)

    def subject(self, end: int, depth: int = 0) -> Subject | None:
        """Return the subject whose noun phrase ends at token `end`, None where there is none."""
        left = self._left_of_phrase(end)
        edge = self.low(left - 1)
        if left < end:
            return self._subject_of(left, end, subordinate=edge in SUBORDINATORS)
        if left == 0 or depth > 2 or edge in SUBORDINATORS:
            return None
        if edge in ASIDES:
            return self._subject_before_aside(left - 1, depth)
        if edge in ("and", "but", "then"):
            return self._first_subject(left - 1)
        return None

    def _left_of_phrase(self, end: int) -> int:
        left = end
        while left > 0:
            low = self.low(left - 1)
            if low in BREAKS or low in SUBORDINATORS:
                break
            joins_names = (
                low == "and" and left < end and self._is_capital(left - 2 if left > 1 else 0)
            )
            if low in ("and", "but", "or") and not joins_names:
                break
            left -= 1
        return left

    def _subject_before_aside(self, mark: int, depth: int) -> Subject | None:
        """Return the subject that an aside closing at `mark` parts from its verb.

        A name alone in the aside is that of the office before it: "the premier, Ana
        Ruiz, will".
        """
        before = self._before_aside(mark)
        subject = self.subject(before, depth + 1) if before else None
        name = self.run_starting_at(before + 1)
        if subject is None or name is None or name.end != mark or name.possessive:
            return subject
        if self.low(before - 1) in OFFICES:
            return replace(subject, names=(*subject.names[:-1], name.name))
        return subject

    def _before_aside(self, mark: int) -> int:
        """Return where the words before an aside that closes at `mark` end, 0 for nowhere."""
        opening = {")": "("}.get(self.low(mark), self.low(mark))
        for index in range(mark - 1, max(0, mark - 40), -1):
            if self.low(index) == opening:
                return index
        return 0

    def _first_subject(self, before: int) -> Subject | None:
        """Return the subject of the clause that "and" continues: the name it opens with."""
        start = before
        while start > 0 and self.low(start - 1) not in BREAKS:
            start -= 1
        if self.low(start) in SUBORDINATORS:
            return None
        for run in self.runs:
            opens = start <= run.start <= start + 4 and run.end < before and not run.possessive
            if opens and not any(w in PREPOSITIONS for w in self.lows(start, run.start)):
                return Subject(run.start, run.end, (run.name,), subordinate=False)
        return None

    def _subject_of(self, left: int, end: int, *, subordinate: bool) -> Subject:
        start = left
        while start < end - 1 and self.low(start) in ("the", "a", "an"):
            start += 1
        run = next((r for r in reversed(self.runs) if start <= r.start and r.end <= end), None)
        if run is None:
            return self._plain_subject(start, end, subordinate=subordinate)
        before = run.start - 1
        while before > left and self.low(before) in ("the", "a", "an"):
            before -= 1
        led = self.low(before) if before >= left else ""
        if led in PREPOSITIONS:
            office = self.low(before - 1) in OFFICES and led == "of" and run.end == end
            names = (self.words(start, end),) if office and end - start <= 6 else ()
            return Subject(start, end, names, subordinate)
        if run.end == end and not run.possessive:
            listed, first = self._listed(run, left)
            if self.low(first - 1) in PREPOSITIONS and first > left:
                return Subject(start, end, (), subordinate)  # "the talks between Ruiz and Li"
            return Subject(run.start, end, tuple(listed), subordinate)
        group = self.low(end - 1) in GROUPS | OFFICES and end - run.end <= 3
        if group and not any(w in PREPOSITIONS | FUNCTION_WORDS for w in self.lows(run.end, end)):
            both = (*self._whose(run), self.words(run.start, end))
            return Subject(run.start, end, both, subordinate)
        return Subject(start, end, (), subordinate)

    def _whose(self, run: Run) -> tuple[str, ...]:
        """Return the name that "and her" joins to the phrase `run` opens."""
        joined = self.low(run.start - 1) in _POSSESSIVES and self.low(run.start - 2) == "and"
        other = self.run_ending_at(run.start - 2) if joined else None
        return (other.name,) if other is not None and not other.possessive else ()

    def _plain_subject(self, start: int, end: int, *, subordinate: bool) -> Subject:
        """Return a subject without a name: a pronoun, an office, a group, or anything."""
        told_when = self.low(start) in ("today", "tonight", "yesterday", "tomorrow")
        if end - start == 1 + told_when and self.low(end - 1) in _PRONOUNS:
            return Subject(end - 1, end, (), subordinate, pronoun=self.low(end - 1))
        words = self.lows(start, end)
        known = words[-1] in GROUPS | OFFICES and len(words) <= 4
        if known and not any(word in FUNCTION_WORDS for word in words):
            return Subject(start, end, (self.words(start, end).lower(),), subordinate)
        return Subject(start, end, (), subordinate)

    def _listed(self, last: Run, left: int) -> tuple[list[str], int]:
        """Return the names joined to `last` by "and" or commas, in text order, and their start."""
        names = [last.name]
        start = last.start
        while start - 1 > left and self.low(start - 1) == "and":
            run = self.run_ending_at(start - 1)
            if run is None or run.possessive:
                break
            names.insert(0, run.name)
            start = run.start
        while len(names) > 1 and self.low(start - 1) == ",":  # "Ruiz, Li and Dee"
            run = self.run_ending_at(start - 1)
            if run is None or run.possessive or not self._opens_phrase(run):
                break
            names.insert(0, run.name)
            start = run.start
        return names, start

    def _opens_phrase(self, run: Run) -> bool:
        """Say whether nothing but a break or an article stands before `run`."""
        before = run.start - 1
        if self.low(before) in ("the", "a", "an"):
            before -= 1
        return before < 0 or self.low(before) in BREAKS | SUBORDINATORS


def _is_possessive(low: str) -> bool:
    return low.endswith(("'s", "s'")) and len(low) > 2
