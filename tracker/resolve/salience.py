"""Whom a reader has in mind: everybody within reach, weighed by place and part.

Who speaks or opens a sentence weighs more than who is only named in it, and each
sentence and paragraph in between halves or thins the weight. The rules in `focus`
decide; this weighs what they found against the others, and proposes somebody
where they found nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.resolve.lexicon import Gender
from tracker.resolve.point import Point
from tracker.resolve.roster import Entry

_SPEAKS, _OPENS, _NEW, _NAMED = 2.0, 2.0, 1.4, 0.6
_TOLD = 1.0
"""The most of somebody who opens only what another says: "Kim is at risk, Tikhonov said"."""
_SENTENCE, _PARAGRAPH = 0.5, 0.2
_KNOWN, _UNKNOWN, _NO_PERSON = 1.5, 1.0, 0.02


@dataclass(frozen=True, slots=True)
class Weighed:
    """One candidate and its weight; `entry` None for somebody without a name."""

    entry: Entry | None
    weight: float


def weigh(points: Iterable[tuple[int, int, bool, Point]], gender: Gender | None) -> list[Weighed]:
    """Return the candidates for a pronoun of `gender`, heaviest first.

    `points` come with how many sentences and paragraphs lie in between, and whether they
    stand in what somebody says.
    """
    weights: dict[Entry | None, float] = {}
    for sentences, paragraphs, told, point in points:
        if point.may_be(gender):
            part = min(_part(point), _TOLD) if told and not point.speaks else _part(point)
            weight = part * _person(point) * _SENTENCE**sentences * _PARAGRAPH**paragraphs
            weights[point.entry] = weights.get(point.entry, 0.0) + weight
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    return [Weighed(entry, weight) for entry, weight in ranked]


def share(entry: Entry | None, weighed: Iterable[Weighed]) -> float:
    """Return the part of the whole weight that is the entry's, in [0, 1]."""
    weights = list(weighed)
    total = sum(w.weight for w in weights)
    return sum(w.weight for w in weights if w.entry is entry) / total if total else 0.0


def _part(point: Point) -> float:
    """Return the weight of the part that somebody has in a sentence."""
    if point.speaks:
        return _SPEAKS
    if point.subject:
        return _OPENS
    return _NEW if point.acts else _NAMED


def _person(point: Point) -> float:
    """Return the weight of what shows that a person of the gender stands here."""
    if not point.is_person:
        return _NO_PERSON if len(point.entry.words if point.entry else ()) < 2 else _UNKNOWN / 2
    return _KNOWN if point.certain else _UNKNOWN
