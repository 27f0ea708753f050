"""What matching asks of a model of sentences: how near two texts are in meaning."""

from typing import Protocol


class Meaning(Protocol):
    """A model of sentences, as the matcher and the stored keys see it.

    The same text gets the same answers in every run on one machine, whatever else was asked.
    """

    @property
    def name(self) -> str:
        """The fingerprint of the model: another model, or another scale, has another."""
        ...

    def likeness(self, left: str, right: str) -> float:
        """Return how near two texts are, in [0, 1] on a scale that is alike for all models:
        0 for unrelated sentences, 0.5 for two tellings of one thing, 1 for the same words."""
        ...

    def keys(self, text: str) -> frozenset[int]:
        """Return the keys under which a claim is stored, each in [-2**31, 2**31)."""
        ...

    def probes(self, text: str) -> frozenset[int]:
        """Return the keys to look up: two texts find each other or neither finds the other."""
        ...
