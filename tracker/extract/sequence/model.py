"""The model as it reads: tagger and judges, and what they say of one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pycrfsuite

from tracker.extract.draft import Draft
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.sequence.confidence import (
    RIGHT,
    Support,
    content_evidence,
    source_evidence,
)
from tracker.extract.sequence.features import Around, features
from tracker.extract.sequence.tags import CUE, OUTSIDE, TAGS, Found, decode

_LEAST_SOURCE = 0.05
"""Probability from which a word may belong to a source that the best tagging leaves out."""


class SequenceModel:
    """Reads sentences; made once from the bytes of its weights. Not to be shared by threads.

    `judges` are those of content and source, without which every draft is sure; `floor` is
    the confidence, in [0, 1], from which a draft is worth keeping.

    Raises:
        ValueError: the weights are not such a model's.
    """

    def __init__(
        self, tagger: bytes, judges: tuple[bytes, bytes] | None = None, floor: float = 0.0
    ) -> None:
        self.floor = floor
        self._bytes = (tagger, judges)  # crfsuite reads them where they lie
        self._tagger = _open(tagger)
        self._judges = tuple(_open(judge) for judge in judges) if judges else None
        self._tags = _tags_of(self._tagger)
        self._met_right = tuple(RIGHT in judge.labels() for judge in self._judges or ())

    def tag(self, sentence: Sentence, drafts: Sequence[Draft] | None, around: Around) -> "Tagged":
        """Return the model's reading of a sentence, given what the rules made of it.

        `drafts` is None for a model that was trained without them.
        """
        self._tagger.set(pycrfsuite.ItemSequence(features(sentence, drafts, around)))
        tagged = Tagged(self._tagger, self._tags, decode(self._tagger.tag()))
        for found in tagged.found:
            if found.source is None:
                found.source = tagged.likeliest_source(len(sentence), found)
        return tagged

    def judge(self, sentence: Sentence, drafts: Sequence[Draft], tagged: "Tagged") -> None:
        """Give each draft its confidences."""
        for draft in drafts:
            support = tagged.support(draft)
            draft.confidence = self.chance_of_content(content_evidence(sentence, draft, support))
            if draft.source is not None:
                evidence = source_evidence(sentence, draft, support, drafts)
                draft.source_confidence = self._chance(1, evidence)

    def chance_of_content(self, evidence: list[str]) -> float:
        """Return how likely the draft behind the evidence is one that a reader would mark."""
        return self._chance(0, evidence)

    def _chance(self, judge: int, evidence: list[str]) -> float:
        if self._judges is None:
            return 1.0
        if not self._met_right[judge]:
            return 0.0
        self._judges[judge].set(pycrfsuite.ItemSequence([evidence]))
        return float(self._judges[judge].marginal(RIGHT, 0))


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence as tagged; good until the model reads the next one.

    `tags` are those that the model knows of each kind: trained on little, it has not met all.
    """

    tagger: "pycrfsuite.Tagger"
    tags: Mapping[str, Sequence[str]]
    found: list[Found]

    def support(self, draft: Draft) -> Support:
        """Return how likely the model holds a draft's cue, edges of content, and source."""
        cue = self._chance(draft.cue, CUE) if draft.cue else None
        first, last = draft.first, draft.content[-1][1] - 1
        content = (self._part(first, "C"), self._part(last, "C"))
        source = self.chance_of_source(draft.source) if draft.source else None
        return Support(cue, *content, source)

    def chance_of_source(self, words: Range) -> float:
        """Return how likely the last of these words belongs to a source, in [0, 1]."""
        return self._part(words[1] - 1, "S")

    def likeliest_source(self, size: int, found: Found) -> Range | None:
        """Return the words most likely to be a source where no tagging as a whole has one.

        The words of the cue and the content are no source.
        """
        taken = {at for first, last in (found.cue, *found.content) for at in range(first, last)}
        chances = [0.0 if at in taken else self._part(at, "S") for at in range(size)]
        best = max(range(size), key=chances.__getitem__)
        if chances[best] < _LEAST_SOURCE:
            return None
        first = last = best
        while first and chances[first - 1] >= _LEAST_SOURCE:
            first -= 1
        while last + 1 < size and chances[last + 1] >= _LEAST_SOURCE:
            last += 1
        return first, last + 1

    def _chance(self, words: Range, kind: str) -> float:
        tags, marginal = self.tags[kind], self.tagger.marginal
        return float(max([sum([marginal(tag, at) for tag in tags]) for at in range(*words)]))

    def _part(self, at: int, kind: str) -> float:
        return sum(self._chance((at, at + 1), kind + side) for side in "<>")


def _tags_of(tagger: "pycrfsuite.Tagger") -> dict[str, list[str]]:
    """Return the tags of each kind ("S<") that a tagger may give to a word."""
    known = set(tagger.labels())
    kinds = dict.fromkeys(tag[2:] for tag in TAGS if tag != OUTSIDE)
    return {kind: sorted({f"B-{kind}", f"I-{kind}"} & known) for kind in kinds}


def _open(weights: bytes) -> "pycrfsuite.Tagger":
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)
    return tagger
