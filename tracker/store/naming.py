"""Identifiers that follow from content, and the folded form of names.

Two databases that were given the same articles give every record the same
identifier, whatever the order of adding and whatever the engine.
"""

import hashlib
import re

from anyascii import anyascii

from tracker.model import BLOCK
from tracker.store.canonical import dumps

_DIGITS = 20
"""Hex digits of a uid: 80 bits, a collision in 10^9 records has odds of 4 in 10^7."""

_NOT_WORD = re.compile(r"[^a-z0-9]+")

Part = str | int | float | bool | None | list["Part"]


def uid(prefix: str, *parts: Part) -> str:
    """Return the identifier of the record that `parts` define, such as "clm-0f3a…"."""
    content = dumps([prefix, *parts])
    return f"{prefix}-{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def name_key(name: str) -> str:
    """Return the folded form of a name: ASCII, lower case, single spaces.

    "Kim Jong-un" and "Kim Jong Un" share a key. A name with nothing to
    transliterate keeps itself, lower-cased.
    """
    folded = _NOT_WORD.sub(" ", anyascii(name).lower().replace("'", "")).strip()
    return folded or name.strip().lower()


def blotted_names(count: int) -> list[str]:
    """Return what stands for so many names of an agent that were redacted.

    An agent has each of its names once, so they stay apart by their lengths.
    """
    return [BLOCK * length for length in range(1, count + 1)]
