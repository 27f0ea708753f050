"""A model of sentences as matching asks for it: likeness on one scale, and keys."""

from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from typing import Any

from tracker.semantic.encoder import Encoder
from tracker.semantic.planes import Planes, keys_of, probes_of
from tracker.semantic.scale import measure
from tracker.semantic.tellings import TELLINGS

VERSION = "1"
"""Of what is made of a model's vectors: it goes up with another scale or other planes."""

KEPT = 8_192
"""Vectors that are kept for the next time: some 12 MB of 384 dimensions."""


class Embedded:
    """What texts mean by the model in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the model and measure its scale.

        Raises:
            BadInput: the extra is not installed, or the folder holds no model that fits.
        """
        self._encoder = Encoder(folder)
        tellings = [
            (self._encoder.vector(one), self._encoder.vector(other)) for one, other in TELLINGS
        ]
        self.scale = measure(self._encoder.numpy, tellings)
        self.dimensions = len(tellings[0][0])
        self._planes = Planes(self._encoder.numpy, self.dimensions)
        self._kept: OrderedDict[str, Any] = OrderedDict()

    @cached_property
    def name(self) -> str:
        """Sixteen digits that tell this model, its scale and its keys from others."""
        return f"{VERSION}-{self._encoder.digest[:16]}"

    def likeness(self, left: str, right: str) -> float:
        """Return how near two texts are; 0 when the model knows no word of either."""
        one, other = self._vector(left), self._vector(right)
        return self.scale.read(float(one @ other)) if one.any() and other.any() else 0.0

    def keys(self, text: str) -> frozenset[int]:
        """Return the keys of a text; none when the model knows no word of it."""
        vector = self._vector(text)
        return keys_of(self.name, self._planes.numbers(vector)) if vector.any() else frozenset()

    def probes(self, text: str) -> frozenset[int]:
        """Return the keys to look up for a text."""
        vector = self._vector(text)
        return probes_of(self.name, self._planes.numbers(vector)) if vector.any() else frozenset()

    def _vector(self, text: str) -> Any:
        kept = self._kept
        if text in kept:
            kept.move_to_end(text)
            return kept[text]
        vector = kept[text] = self.scale.centred(self._encoder.vector(text))
        if len(kept) > KEPT:
            kept.popitem(last=False)
        return vector
