"""Whom a pronoun means: the people in focus, sentence by sentence, nearest first.

The focus of a sentence is who speaks in it, else the person it opens with.
Names inside quotations are somebody else's words and bring nobody into focus.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.model import AgentKind, Span
from tracker.resolve.lexicon import FEMALE_NOUNS, MALE_NOUNS, PREPOSITIONS, Gender
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.runs import read_run
from tracker.resolve.scan import Mention, Reading
from tracker.text.names import word_set

_PARAGRAPHS_BACK = 2
"""How far back a pronoun reaches, in paragraphs."""

_SUBJECT_AFTER = word_set(
    "when as after before while because although though if that but and since until where"
)

_NOT_BEFORE_SUBJECT = PREPOSITIONS | word_set(
    "he she it they we i you who is was were are has had met saw told"
)
"""Words that show a name after them not to be what its sentence opens with."""

_SAME_GENDER = {
    Gender.FEMALE: frozenset({"she", "her", "hers"}),
    Gender.MALE: frozenset({"he", "him", "his"}),
}
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """Somebody at a place in the text; `entry` is None for a source without a name."""

    position: int
    entry: Entry | None
    speaks: bool = False
    subject: bool = False
    gender: Gender | None = None
    plural: bool = False

    def may_be(self, gender: Gender | None) -> bool:
        """Say whether a pronoun of `gender` can mean the person here."""
        if self.plural:
            return False
        if self.entry is not None and self.entry.agent_kind is not AgentKind.PERSON:
            return False
        known = self.entry.gender if self.entry is not None else self.gender
        return known is None or gender is None or known is gender

    @property
    def is_person(self) -> bool:
        """Whether the text shows a person here, not just a name."""
        return self.entry is None or self.entry.person or self.entry.source

    @property
    def is_subject(self) -> bool:
        """Whether a person opens the sentence or clause here."""
        return self.subject and self.is_person

    @property
    def is_body(self) -> bool:
        """Whether a body stands here."""
        return self.entry is not None and self.entry.agent_kind is AgentKind.ORGANIZATION

    @property
    def certain(self) -> bool:
        """Whether the gender is known."""
        return (self.entry.gender if self.entry is not None else self.gender) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search: who, or why nobody."""

    entry: Entry | None
    reason: str


class Trail:
    """Everybody who has come up in the article so far, by sentence.

    `quoted` are the stretches between quotation marks, in order.
    """

    def __init__(self, reading: Reading, roster: Roster, quoted: Sequence[tuple[int, int]]) -> None:
        self._reading = reading
        self._roster = roster
        self._quoted = quoted
        self._points: dict[int, list[Point]] = defaultdict(list)
        spans = iter(quoted)
        current = next(spans, None)
        for mention in reading.mentions:
            while current is not None and current[1] <= mention.start:
                current = next(spans, None)
            if current is None or current[0] > mention.start:
                self._mention(mention)

    def _mention(self, mention: Mention) -> None:
        """Put a name outside quotations on the trail."""
        run = read_run(mention.words)
        found = self._roster.find(run.name, run.gender) if run.name else []
        if len(found) != 1:
            return
        subject = self._opens(mention)
        self.add(Point(mention.start, found[0], subject=subject))

    def _opens(self, mention: Mention) -> bool:
        """Say whether a name begins its sentence or clause, its titles aside."""
        words = self._reading.words
        index = mention.first
        opener = self._reading.sentences[self._reading.sentence_at(mention.start)]
        if mention.possessive:
            return index == opener
        while index > opener:
            word = words[index - 1]
            if "," in words[index].gap or word.folded in _SUBJECT_AFTER:
                return True
            if index == mention.first - 4 or word.folded in _NOT_BEFORE_SUBJECT:
                return False
            if word.folded.endswith("ed"):
                return False
            index -= 1
        return True

    def add(self, point: Point) -> None:
        """Put a point on the trail."""
        self._points[self._reading.sentence_at(point.position)].append(point)

    def find(self, position: int, gender: Gender | None, own: Sequence[Span]) -> Found:
        """Return who a person's pronoun at `position` means.

        `own` is the content of the pronoun's own statement: who is named in it is
        spoken about.
        """
        focus: list[Point] = []
        rivals: list[Point] = []
        others: list[Point] = []
        for points in self._backwards(position, own):
            fitting = [p for p in points if p.may_be(gender)]
            if focus:
                others += [p for p in fitting if p.certain and (p.speaks or p.subject)]
                continue
            focus = [p for p in fitting if p.speaks] or [p for p in fitting if p.is_subject]
            if not focus:
                rivals += fitting
        if not focus:
            return Found(None, "unsure: nobody in focus")
        found = _decide(focus, rivals)
        if found.entry is not None and found.entry.gender is None:
            return self._doubt(found, focus[-1], position, gender, others)
        return found

    def _backwards(self, position: int, own: Sequence[Span]) -> Iterator[list[Point]]:
        """Yield the points of each sentence within reach, nearest first."""
        reading = self._reading
        paragraph = reading.paragraph_at(position)
        for sentence in range(reading.sentence_at(position), -1, -1):
            if paragraph - reading.paragraph_at(reading.starts[sentence]) > _PARAGRAPHS_BACK:
                return
            yield [
                p
                for p in self._points.get(sentence, ())
                if p.position < position and not any(s.start <= p.position < s.end for s in own)
            ]

    def _doubt(
        self, found: Found, point: Point, position: int, gender: Gender | None, others: list[Point]
    ) -> Found:
        """Return `found`, or a doubt: somebody else of the gender stands in between.

        For people whose gender nothing tells. "Gwilym Parry reminded her of it, and
        she …": "her" is not Parry when a woman was in focus before.
        """
        between = self._plain(point.position, position)
        nouns = FEMALE_NOUNS if gender is Gender.FEMALE else MALE_NOUNS
        words = set(_PLAIN_WORD.findall(between.lower()))
        if words & nouns - {"mr"}:
            return Found(None, "unsure: somebody else in between")
        rival = any(o.entry is not found.entry for o in others)
        if rival and words & _SAME_GENDER.get(gender or Gender.MALE, frozenset()):
            return Found(None, "unsure: two candidates")
        return found

    def _plain(self, start: int, end: int) -> str:
        """Return the text from `start` to `end` without what stands in quotation marks."""
        text = self._reading.text
        parts: list[str] = []
        index = bisect_left(self._quoted, (start, start))
        for left, right in self._quoted[index:]:
            if left >= end:
                break
            parts.append(text[start:left])
            start = max(start, right)
        parts.append(text[start:end])
        return " ".join(parts)

    def find_body(self, position: int, own: Sequence[Span]) -> Found:
        """Return the body that "it" at `position` means: the last one to speak, if alone."""
        for points in self._backwards(position, own):
            bodies = [p for p in points if p.is_body]
            speaking = [p for p in bodies if p.speaks] or [p for p in bodies if p.subject]
            if speaking:
                if len({id(p.entry) for p in bodies}) == 1:
                    return Found(speaking[0].entry, "pronoun: last body")
                return Found(None, "unsure: two bodies")
            if bodies or any(p.speaks for p in points):
                return Found(None, "unsure: no body in focus")
        return Found(None, "unsure: no body in focus")


def _decide(focus: Sequence[Point], rivals: Sequence[Point]) -> Found:
    """Return the one person in focus, or why it is not one."""
    certain = [p for p in focus if p.certain] or list(focus)
    people = {id(p.entry) for p in certain}
    if len(people) > 1:
        return Found(None, "unsure: two candidates")
    point = certain[0]
    if point.entry is None:
        return Found(None, "unsure: follows an unnamed source")
    others = [
        r
        for r in rivals
        if r.entry is not point.entry and (r.certain or (r.is_person and not point.certain))
    ]
    if others:
        return Found(None, "unsure: a nearer name also fits")
    return Found(point.entry, "pronoun: last speaker" if point.speaks else "pronoun: subject")
