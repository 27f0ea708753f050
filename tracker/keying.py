"""The keys under which the claims of a database are stored: of their words, and of their meaning
where the database was opened with a model of sentences."""

from collections.abc import Callable

from sqlalchemy import Connection

from tracker import match
from tracker.store import model_in_use
from tracker.store.engine import Engine

Keys = Callable[[str], frozenset[int]]
"""Gives the keys of a claim's text."""


def keys_for(bind: Engine | Connection) -> Keys:
    """Return what makes the keys of a database, by how it was opened."""
    model = model_in_use.given(bind)
    if model is None:
        return match.keys
    return lambda text: match.keys(text) | match.meaning_keys(model, text)
