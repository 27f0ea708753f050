"""The command line: one small file for each group of commands."""

from tracker.cli.app import main

__all__ = ["main"]
