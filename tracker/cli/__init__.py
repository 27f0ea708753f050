"""The command line: one small file for each group of commands."""

import gc

# What modules make stays: to look for garbage while they are read finds none, and took a sixth
# of the time that every command needs to start.
_is_collecting = gc.isenabled()
gc.disable()

from tracker.cli.app import main  # noqa: E402

gc.freeze()
if _is_collecting:
    gc.enable()

__all__ = ["main"]
