"""The model as it reads: its two sets of weights, and what it says of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import pycrfsuite

from tracker.extract.draft import Draft
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.sequence.confidence import RIGHT, Support
from tracker.extract.sequence.features import Around, features
from tracker.extract.sequence.tags import CUE, Found, decode


class SequenceModel:
    """Reads sentences; made once from the bytes of its weights. Not to be shared by threads.

    `floor` is the confidence, in [0, 1], from which a draft is worth keeping.

    Raises:
        ValueError: the weights are not such a model's.
    """

    def __init__(self, weights: bytes, confidence: bytes | None = None, floor: float = 0.0) -> None:
        self.floor = floor
        self._tagger = _open(weights)
        self._judge = _open(confidence) if confidence else None

    def tag(self, sentence: Sentence, drafts: Sequence[Draft], around: Around) -> "Tagged":
        """Return the model's reading of a sentence, given what the rules made of it."""
        self._tagger.set(pycrfsuite.ItemSequence(features(sentence, drafts, around)))
        return Tagged(self._tagger, decode(self._tagger.tag()))

    def judge(self, evidence: list[str]) -> float:
        """Return how likely the draft behind the evidence is one that a reader would mark."""
        if self._judge is None:
            return 1.0
        self._judge.set(pycrfsuite.ItemSequence([evidence]))
        return float(self._judge.marginal(RIGHT, 0))


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence as tagged; good until the model reads the next one."""

    tagger: "pycrfsuite.Tagger"
    found: list[Found]

    def support(self, draft: Draft) -> Support:
        """Return how likely the model holds a draft's cue, edges of content, and source."""
        cue = self._chance(draft.cue, CUE) if draft.cue else None
        first, last = draft.first, draft.content[-1][1] - 1
        content = (self._part(first, "C"), self._part(last, "C"))
        source = self._part(draft.source[1] - 1, "S") if draft.source else None
        return Support(cue, *content, source)

    def _chance(self, words: Range, kind: str) -> float:
        chances: list[float] = [
            self.tagger.marginal(f"B-{kind}", at) + self.tagger.marginal(f"I-{kind}", at)
            for at in range(*words)
        ]
        return max(chances)

    def _part(self, at: int, kind: str) -> float:
        return sum(self._chance((at, at + 1), kind + side) for side in "<>")


def _open(weights: bytes) -> "pycrfsuite.Tagger":
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)
    return tagger
