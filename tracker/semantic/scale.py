"""One scale for the cosines of every model, measured on sentences of our own.

One model gives two unrelated sentences a cosine of 0.1, another 0.8. So the middle of all the
sentences of `tellings` is taken off each vector, and the cosine that is left is read
between three marks: 0 what unrelated sentences have on average, 0.5 what two tellings of one
thing have, 1 the same vector. It is measured anew whenever a model is opened: nothing of it
needs to be kept, and one model gives one scale.
"""

from dataclasses import dataclass
from typing import Any

from tracker.errors import BadInput

LEAST_APART = 2.0
"""Spreads of the cosines of unrelated sentences by which those of two tellings must lie higher
on average: a model that cannot tell them apart is none for this purpose."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the vectors of a model lie, and what its cosines mean."""

    middle: Any
    unrelated: float
    spread: float
    retold: float

    def centred(self, vector: Any) -> Any:
        """Return the vector from the middle of sentences, at unit length; zeros stay zeros."""
        if not vector.any():
            return vector
        moved = vector - self.middle
        length = float((moved * moved).sum()) ** 0.5
        return moved / length if length else moved

    def read(self, cosine: float) -> float:
        """Return a cosine of two centred vectors on the scale."""
        if cosine <= self.retold:
            return max(0.0, (cosine - self.unrelated) / (self.retold - self.unrelated) / 2)
        return min(1.0, 0.5 + (cosine - self.retold) / max(1e-6, 1 - self.retold) / 2)


def measure(numpy: Any, tellings: list[tuple[Any, Any]]) -> Scale:
    """Return the scale of a model by its vectors of pairs that tell one thing each.

    Raises:
        BadInput: the model does not tell such pairs from unrelated ones.
    """
    middle = numpy.mean([vector for pair in tellings for vector in pair], axis=0)
    plain = Scale(middle, 0.0, 1.0, 1.0)
    left, right = (
        numpy.array([plain.centred(v) for v in side]) for side in zip(*tellings, strict=True)
    )
    cosines = left @ right.T
    others = cosines[~numpy.eye(len(tellings), dtype=bool)]
    unrelated, spread = float(others.mean()), float(others.std())
    retold = float(cosines.diagonal().mean())
    # Not "less than": numbers that are none compare as false.
    if not retold - unrelated >= LEAST_APART * spread or not spread:
        raise BadInput(
            "the semantic model cannot tell one thing told twice from unrelated sentences "
            f"(cosines {retold:.2f} and {unrelated:.2f}): it needs one for English sentences"
        )
    return Scale(middle, unrelated, spread, retold)
