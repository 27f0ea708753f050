"""How near two claims are in meaning, where the desk named a model of sentences.

The model is given by who asks: here is only which of a claim's words it reads, and for which
pairs it is asked at all.
"""

from tracker.match.features import kept
from tracker.match.pair import Pair
from tracker.match.prepare import LONGEST
from tracker.match.setting import occasion
from tracker.model import Claim, Meaning
from tracker.text.normalise import without_editorial

SUPPORT = 0.6
"""Probability by wording and circumstances alone below which a pair that a model of sentences
finds the same is put before a person and never linked."""

RETOLD = 0.65
"""Nearness in meaning from which two sayings of one occasion are put before a person, however
they are worded. Of the labelled pairs for fitting that nothing else put there, 4 of 4 were the
same; the highest of the other pairs of one speaker and occasion had 0.58."""

LEAST_NEAR = 0.3
"""Nearness from which a claim that keys of meaning found is compared: most that share one key by
chance have less, and working through their words is what takes time."""

MEANT = 2.0
"""What nearness in meaning counts in ranking, beside the words."""


def meaning(pair: Pair) -> float:
    """How near the two are in meaning, by the model of sentences that the desk named."""
    assert pair.meaning is not None, "asked only where there is a model"
    return pair.meaning.likeness(pair.left.bare, pair.right.bare)


def told(pair: Pair) -> float:
    """How much of the one the other tells, by meaning or by a stretch that stands in it whole:
    a model finds a part of a text less like the whole than a reader does."""
    return max(meaning(pair), kept(pair))


def is_retold(pair: Pair, value: float) -> bool:
    """Say whether a model of sentences finds one thing told twice on one occasion."""
    return value >= RETOLD and occasion(pair) == 1.0


def meaning_keys(model: Meaning, text: str) -> frozenset[int]:
    """Return the keys of a claim's meaning, to be stored beside those of its words."""
    return model.keys(_read(text))


def meaning_probes(model: Meaning, text: str) -> frozenset[int]:
    """Return the keys under which claims of like meaning may be stored."""
    return model.probes(_read(text))


def means_alike(model: Meaning, left: Claim, right: Claim) -> bool:
    """Say whether two claims are so near in meaning that comparing their words may pay."""
    return model.likeness(_read(left.text), _read(right.text)) >= LEAST_NEAR


def _read(text: str) -> str:
    """Return what a model reads of a claim, as `Prepared.bare`, without the rest of the work."""
    return without_editorial(text[:LONGEST])
