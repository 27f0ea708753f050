"""Whom a pronoun means: the people in focus, sentence by sentence, nearest first.

The focus of a sentence is who speaks in it, else the person it opens with.
Names inside quotations are somebody else's words and bring nobody into focus.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tracker.model import Span
from tracker.resolve.lexicon import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    Gender,
)
from tracker.resolve.point import Found, Point
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.salience import Weighed, share, weigh
from tracker.resolve.scan import Reading
from tracker.resolve.subjects import Subjects

_PARAGRAPHS_BACK = 2
"""How far back a pronoun reaches, in paragraphs."""

_SENTENCES_BACK = 40
"""The same in sentences, so that a text of one endless paragraph takes linear time."""

_POINTS_BACK = 400
"""The same in people and names, for a text that is one list of them."""

_PRONOUNS = {
    Gender.FEMALE: frozenset({"she", "her", "hers"}),
    Gender.MALE: frozenset({"he", "him", "his"}),
}
_PROPOSES = 0.6
"""Part of the weight from which the heaviest is proposed: below it 14 of 22 were right."""

_AFTER_STRANGER = "unsure: follows an unnamed source"

_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Trail:
    """Everybody who has come up in the article so far, by sentence.

    `quoted` are the contents in quotation marks, `told` all contents, in order.
    """

    def __init__(
        self,
        reading: Reading,
        roster: Roster,
        quoted: Sequence[tuple[int, int]],
        told: Sequence[tuple[int, int]],
    ) -> None:
        self._reading = reading
        self._told = told
        self._points: dict[int, list[Point]] = defaultdict(list)
        for point in Subjects(reading, roster).points(quoted):
            self.add(point)

    def add(self, point: Point) -> None:
        """Put a point on the trail."""
        self._points[self._reading.sentence_at(point.position)].append(point)

    def find(
        self, position: int, gender: Gender | None, own: Sequence[Span], *, replies: bool = False
    ) -> Found:
        """Return who a person's pronoun at `position` means, weighed against the others.

        `replies` says that the person answers, so that it is not who has just asked.
        """
        found = self._find(position, gender, own)
        if replies and found.entry is not None and self._has_asked(found.entry, position, own):
            found = Found(None, "unsure: answers a question")
        weighed = self.weigh(position, gender, own)
        if found.entry is not None:
            return replace(found, share=share(found.entry, weighed))
        if not weighed or weighed[0].entry is None:
            return found
        part = share(weighed[0].entry, weighed)
        spoken_of = found.reason == _AFTER_STRANGER and self._is_only_told(
            weighed[0].entry, position, own
        )
        proposed = weighed[0].entry if part >= _PROPOSES and not spoken_of else None
        return replace(found, proposed=proposed, share=part)

    def _find(self, position: int, gender: Gender | None, own: Sequence[Span]) -> Found:
        """Return who a pronoun means, by rule.

        `own` is the content of the pronoun's own statement: who is named in it is
        spoken about.
        """
        focus: list[Point] = []
        rivals: list[Point] = []
        others: list[Point] = []
        for points in self._backwards(position, own):
            fitting = [p for p in points if p.may_be(gender)]
            if focus:
                others += [p for p in fitting if p.speaks or p.is_subject]
                continue
            focus = [p for p in fitting if p.speaks] or [p for p in fitting if p.is_subject]
            strange = focus and all(p.is_stranger and not p.owned for p in focus)
            if strange and self._names_other(focus[-1], gender):
                focus = []
            if not focus:
                rivals += [p for p in fitting if not p.speaks]
        if not focus:
            return Found(None, "unsure: nobody in focus")
        found = _decide(focus, rivals)
        if found.entry is not None and found.entry.gender is None:
            return self._doubt(found, focus[-1], position, gender, others)
        return found

    def weigh(self, position: int, gender: Gender | None, own: Sequence[Span]) -> list[Weighed]:
        """Return everybody within reach of `position`, heaviest first."""
        reading = self._reading
        here, paragraph = reading.sentence_at(position), reading.paragraph_at(position)
        placed = (
            (
                here - reading.sentence_at(p.position),
                paragraph - reading.paragraph_at(p.position),
                self._is_told(p),
                p,
            )
            for points in self._backwards(position, own)
            for p in points
        )
        return weigh(placed, gender)

    def names_another(self, entry: Entry | None, position: int) -> bool:
        """Say whether the sentence names somebody else before "him" at `position`.

        "KNA showed Rim at the mill and quoted him": whoever spoke last, it may be Rim.
        """
        points = self._points.get(self._reading.sentence_at(position), ())
        return entry is not None and any(
            p.position < position and p.entry not in (None, entry) and not p.is_body for p in points
        )

    def _has_asked(self, entry: Entry, position: int, own: Sequence[Span]) -> bool:
        """Say whether the last that an entry is known to have said is a question."""
        near = islice(self._backwards(position, own), 2)
        spoken = (p for points in near for p in points if p.entry is entry)
        return next((p.asks for p in spoken if p.speaks), False)

    def _is_only_told(self, entry: Entry, position: int, own: Sequence[Span]) -> bool:
        """Say whether an entry comes up within reach only in what others say."""
        points = (p for points in self._backwards(position, own) for p in points)
        return all(self._is_told(p) and not p.speaks for p in points if p.entry is entry)

    def _backwards(self, position: int, own: Sequence[Span]) -> Iterator[list[Point]]:
        """Yield the points of each sentence within reach, nearest first."""
        reading = self._reading
        paragraph = reading.paragraph_at(position)
        last, seen = reading.sentence_at(position), 0
        for sentence in range(last, max(-1, last - _SENTENCES_BACK), -1):
            if paragraph - reading.paragraph_at(reading.starts[sentence]) > _PARAGRAPHS_BACK:
                return
            points = self._points.get(sentence, ())
            seen += len(points)
            if seen > _POINTS_BACK:
                return
            yield [
                p
                for p in points
                if p.position < position and not any(s.start <= p.position < s.end for s in own)
            ]

    def _doubt(
        self, found: Found, point: Point, position: int, gender: Gender | None, others: list[Point]
    ) -> Found:
        """Return `found`, or a doubt: somebody else may be meant.

        For people whose gender nothing tells: in the next paragraph any other person
        is a rival (of 16 such pronouns of our own articles 4 were wrong). In "Gwilym Parry
        reminded her of it, and she …" Parry is not meant when a woman was in focus before.
        """
        nouns = FEMALE_NOUNS if gender is Gender.FEMALE else MALE_NOUNS
        words = set(_PLAIN_WORD.findall(self._plain(point.position, position).lower()))
        if words & nouns:
            return Found(None, "unsure: somebody else in between")
        rivals = [o for o in others if o.entry is not found.entry]
        named = point.asks or bool(words & _PRONOUNS[gender or Gender.MALE])
        # "Barta has not commented. Tokat, 40, wept. He …": nothing tells which of them he is.
        alike = not point.speaks and any(
            o.acts and not o.speaks and self._sentences_between(o, point) <= 1 for o in rivals
        )
        if (rivals and (alike or not self._near(point, position))) or (
            named and any(o.certain for o in rivals)
        ):
            return Found(None, "unsure: two candidates")
        return found

    def _names_other(self, point: Point, gender: Gender | None) -> bool:
        """Say whether the sentence of an unnamed source speaks of "her" as another person."""
        number = self._reading.sentence_at(point.position) + 1
        starts = self._reading.starts
        end = starts[number] if number < len(starts) else len(self._reading.text)
        words = _PLAIN_WORD.findall(self._plain(point.position, end).lower())
        return bool(_PRONOUNS[gender or Gender.MALE] & set(words) - {"he", "she"})

    def _plain(self, start: int, end: int) -> str:
        """Return the text from `start` to `end` without what others say in it."""
        text = self._reading.text
        parts: list[str] = []
        index = bisect_left(self._told, (start, start))
        for left, right in islice(self._told, index, None):
            if left >= end:
                break
            parts.append(text[start:left])
            start = max(start, right)
        parts.append(text[start:end])
        return " ".join(parts)

    def find_body(self, position: int, own: Sequence[Span]) -> Found:
        """Return the body that "it" at `position` means: the one that spoke a sentence before.

        Nothing looser will do: two of seven were wrong when any body that had spoken
        within two paragraphs was taken.
        """
        for points in islice(self._backwards(position, own), 2):
            speakers = {p.position for p in points if p.speaks}
            bodies = [
                p
                for p in points
                # "Japan's Defence Ministry said": whose it is opens what speaks, and is no rival
                if p.is_body and (p.speaks or not (self._is_told(p) or p.position in speakers))
            ]
            if len({id(p.entry) for p in bodies}) > 1:
                return Found(None, "unsure: two bodies")
            speaking = [p for p in bodies if p.speaks]
            if speaking and self._near(speaking[0], position):
                return Found(speaking[0].entry, "pronoun: last body")
        return Found(None, "unsure: no body in focus")

    def _is_told(self, point: Point) -> bool:
        """Say whether a point stands in what somebody says."""
        index = bisect_left(self._told, (point.position + 1, 0)) - 1
        return index >= 0 and point.position < self._told[index][1]

    def _sentences_between(self, left: Point, right: Point) -> int:
        sentence = self._reading.sentence_at
        return sentence(right.position) - sentence(left.position)

    def _near(self, point: Point, position: int) -> bool:
        """Say whether a point stands in the paragraph of `position`."""
        paragraph = self._reading.paragraph_at
        return paragraph(point.position) == paragraph(position)


def _decide(focus: Sequence[Point], rivals: Sequence[Point]) -> Found:
    """Return the one person in focus, or why it is not one."""
    if len({id(p.entry) for p in focus}) > 1:
        return Found(None, "unsure: two candidates")
    point = focus[0]
    if point.entry is None:
        return Found(None, _AFTER_STRANGER)
    others = [
        r
        for r in rivals
        if r.entry is not point.entry and (r.certain or (r.is_person and not point.certain))
    ]
    if others:
        return Found(None, "unsure: a nearer name also fits")
    return Found(point.entry, "pronoun: last speaker" if point.speaks else "pronoun: subject")
