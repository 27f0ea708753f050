"""A statement's content as words: names, breaks, verb groups and subjects.

There is no parser here. A clause is what stands between breaks (marks and
subordinating words); the subject is the noun phrase that ends where the verb group
begins. Where that finds nothing sure the subject is unknown, and what depends on
it stays blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extract.facts.lexicon import (
    CALENDAR,
    FUNCTION_WORDS,
    GROUPS,
    OFFICES,
    TITLES,
    Form,
)
from tracker.model import Modality, Span
from tracker.text.names import PARTICLES
from tracker.text.tokens import Token, tokenize

BREAKS = frozenset(',;:.!?…()[]“”"—–') | {"--", "...", "‘"}
ASIDES = frozenset(",—–)") | {"--"}
SUBORDINATORS = frozenset(
    """who whom whose which that when while after before as because if although though since until
    where whether than unless once how why what having""".split()
)
PREPOSITIONS = frozenset(
    """of in at from for with by near to against between on over under about into towards toward
    during outside inside along across via amid without including""".split()
)
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split(" "))
_HAVE = frozenset("has have had hasn't haven't hadn't having".split(" "))
_DO = frozenset("did does do didn't doesn't don't".split(" "))
_PLANNED = frozenset("will shall won't would 'll wouldn't".split(" "))
_POSSIBLE = frozenset("may might could can should must couldn't cannot can't".split(" "))
_NEVER = frozenset("not never neither nor".split(" "))
_AUXILIARIES = _BE | _HAVE | _DO | _PLANNED | _POSSIBLE | _NEVER
_ADVERBS = frozenset(
    """also again then later recently twice once first jointly already just now still soon even
    finally together both all each largely earlier since often ever once thrice""".split()
)
_INTENDS = frozenset(
    """plans plan planned planning due set scheduled expected agreed intends intended wants vowed
    promised preparing prepared hopes going about is are was were ready poised slated""".split()
)
_MAY = frozenset("likely threatened able willing".split(" "))
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
class VerbGroup:
    """A verb with its auxiliaries: index of the group's first word, and what it says."""

    start: int
    finite: bool
    passive: bool
    modality: Modality


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
        self._runs: list[Run] | None = None

    @property
    def runs(self) -> list[Run]:
        """The runs of capitalised words, read at the first use."""
        if self._runs is None:
            self._runs = list(self._find_runs())
        return self._runs

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
        return name_like and token.low.replace("'s", "") not in FUNCTION_WORDS

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
        return next((run for run in self.runs if run.end == end), None)

    def run_starting_at(self, start: int) -> Run | None:
        """Return the run that starts at token `start`."""
        return next((run for run in self.runs if run.start == start), None)

    def verb_group(self, index: int, form: Form) -> VerbGroup:
        """Return the group of the verb at `index`: auxiliaries and adverbs to its left."""
        start, helpers = index, []
        intent: Modality | None = None
        while start > 0:
            low = self.low(start - 1)
            if low == "to" and form is Form.BASE and not helpers:
                intent = _intent(self.low(start - 2))
                if intent is None:
                    return VerbGroup(start, finite=False, passive=False, modality=Modality.HAPPENED)
                start -= 2
            elif low in _AUXILIARIES or _is_adverb(low):
                helpers.append(low)
                start -= 1
            else:
                break
        denied = form is Form.ING and self.low(start - 1) in ("denied", "denies")
        return _group(start - denied, set(helpers), form, intent, denied=denied)

    def subject(self, end: int, depth: int = 0) -> Subject | None:
        """Return the subject whose noun phrase ends at token `end`, None where there is none."""
        left = self._left_of_phrase(end)
        edge = self.low(left - 1)
        if left < end:
            return self._subject_of(left, end, subordinate=edge in SUBORDINATORS)
        if left == 0 or depth > 2 or edge in SUBORDINATORS:
            return None
        if edge in ASIDES:
            before = self._before_aside(left - 1)
            return self.subject(before, depth + 1) if before else None
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
        led = self.low(run.start - 1) if run.start > left else ""
        if led in PREPOSITIONS:
            office = self.low(run.start - 2) in OFFICES and led == "of" and run.end == end
            names = (self.words(start, end),) if office and end - start <= 6 else ()
            return Subject(start, end, names, subordinate)
        if run.end == end and not run.possessive:
            return Subject(run.start, end, tuple(self._listed(run, left)), subordinate)
        group = self.low(end - 1) in GROUPS | OFFICES and end - run.end <= 3
        if group and not any(w in PREPOSITIONS | FUNCTION_WORDS for w in self.lows(run.end, end)):
            return Subject(run.start, end, (self.words(run.start, end),), subordinate)
        return Subject(start, end, (), subordinate)

    def _plain_subject(self, start: int, end: int, *, subordinate: bool) -> Subject:
        """Return a subject without a name: a pronoun, an office, a group, or anything."""
        if end - start == 1 and self.low(start) in ("he", "she", "they", "it", "we", "i"):
            return Subject(start, end, (), subordinate, pronoun=self.low(start))
        words = self.lows(start, end)
        known = words[-1] in GROUPS | OFFICES and len(words) <= 4
        if known and not any(word in FUNCTION_WORDS for word in words):
            return Subject(start, end, (self.words(start, end).lower(),), subordinate)
        return Subject(start, end, (), subordinate)

    def _listed(self, last: Run, left: int) -> list[str]:
        """Return the names joined to `last` by "and" or commas, in text order."""
        names = [last.name]
        start = last.start
        while start - 1 > left and self.low(start - 1) == "and":
            run = self.run_ending_at(start - 1)
            if run is None or run.possessive:
                break
            names.insert(0, run.name)
            start = run.start
        return names


def _is_possessive(low: str) -> bool:
    return low.endswith(("'s", "s'")) and len(low) > 2


def _is_adverb(low: str) -> bool:
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4)


def _intent(word: str) -> Modality | None:
    if word in _INTENDS:
        return Modality.PLANNED
    if word in _MAY:
        return Modality.POSSIBLE
    return Modality.DENIED if word in ("failed", "refused", "declined") else None


def _group(
    start: int, helpers: set[str], form: Form, intent: Modality | None, *, denied: bool
) -> VerbGroup:
    """Return the verb group that the auxiliaries `helpers` make with a verb of `form`."""
    modal = helpers & (_PLANNED | _POSSIBLE)
    be, have = bool(helpers & _BE), bool(helpers & (_HAVE - {"having"}))
    finite = {
        Form.BASE: bool(modal or helpers & _DO or intent),
        Form.PRESENT: not helpers & (_AUXILIARIES - _NEVER),
        Form.PAST: "having" not in helpers and not (modal and not be and not have),
        Form.ING: be or denied,
    }[form]
    modality = intent or Modality.HAPPENED
    if helpers & _PLANNED:
        modality = Modality.PLANNED
    if helpers & _POSSIBLE:
        modality = Modality.POSSIBLE
    if denied or any(word in _NEVER or word.endswith("n't") for word in helpers):
        modality = Modality.DENIED
    return VerbGroup(start, finite, passive=be and form is Form.PAST, modality=modality)
