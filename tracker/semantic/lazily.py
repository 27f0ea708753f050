"""A model of sentences that is opened when it is first asked: most commands compare nothing."""

from functools import cached_property
from importlib import import_module
from pathlib import Path

from tracker.model import Meaning


class Lazily:
    """The model of a folder; where none is named, nothing of this is even imported."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _opened(self) -> Meaning:
        opened: Meaning = import_module("tracker.semantic.sentence_model").Embedded(self._folder)
        return opened

    @property
    def name(self) -> str:
        """The fingerprint of the model."""
        return self._opened.name

    def likeness(self, left: str, right: str) -> float:
        """Return how near two texts are."""
        return self._opened.likeness(left, right)

    def keys(self, text: str) -> frozenset[int]:
        """Return the keys to store."""
        return self._opened.keys(text)

    def probes(self, text: str) -> frozenset[int]:
        """Return the keys to look up."""
        return self._opened.probes(text)
