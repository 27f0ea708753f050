"""What is found wrong, and what cannot be checked at all."""

from __future__ import annotations

import sqlite3
import zipfile
import zlib
from contextlib import contextmanager
from typing import Iterator, List

UNREADABLE = (
    sqlite3.Error,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RuntimeError,
    EOFError,
)
"""What reading a damaged record can end in; a zip that asks for a password is a RuntimeError."""


class BadInput(Exception):
    """What was given cannot be checked at all."""


class Problems(List[str]):
    """What does not hold, a line each, in the order in which it was found."""

    def add(self, record: str, message: object) -> None:
        """Note what is wrong with a record."""
        self.append(f"{record}: {message}")

    @contextmanager
    def reading(self, what: str) -> Iterator[None]:
        """Note it where something cannot be read, and go on."""
        try:
            yield
        except UNREADABLE as error:
            self.add(what, f"it cannot be read: {type(error).__name__}: {error}")
