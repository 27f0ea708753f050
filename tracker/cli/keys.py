"""Single keys from a terminal, and a line where words are wanted."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import click

terminals: ModuleType | None
modes: ModuleType | None
try:
    import termios as terminals
    import tty as modes
except ImportError:  # Windows: click reads keys there, one at a time.
    terminals = modes = None

END = "\x04"
"""Ctrl-D, as terminals send it; also what is read where the terminal is gone."""

_ONE_KEY = 32
"""Bytes read at once: the longest that one key sends (an arrow sends three) fits."""


class Keys:
    """Standard input as keys: not echoed, not waiting for the end of a line.

    What is pressed before a question stands there is no answer to it: `forget` drops it.
    """

    def __init__(self) -> None:
        self._stream = sys.stdin

    @contextmanager
    def pressed(self) -> Iterator["Keys"]:
        """Read keys within; the terminal is as before afterwards, whatever happens."""
        if terminals is None or modes is None:
            yield self
            return
        before = terminals.tcgetattr(self._stream)
        modes.setcbreak(self._stream, terminals.TCSADRAIN)
        try:
            yield self
        finally:
            terminals.tcsetattr(self._stream, terminals.TCSADRAIN, before)

    def forget(self) -> None:
        """Drop what was pressed and not read yet."""
        if terminals is not None:
            terminals.tcflush(self._stream, terminals.TCIFLUSH)

    def read(self) -> str:
        """Wait for a key and return it; of several pressed at once the first.

        A key that sends more than a character (an arrow) comes whole.
        """
        if terminals is None:
            return click.getchar()
        sent = os.read(self._stream.fileno(), _ONE_KEY).decode(errors="replace")
        return sent if sent.startswith("\x1b") else sent[:1] or END


def line(prompt: str) -> str:
    """Ask for a line; empty where none is given."""
    return str(click.prompt(prompt, default="", show_default=False)).strip()
