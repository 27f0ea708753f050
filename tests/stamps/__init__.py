"""Recorded replies of a test authority, and an authority that replies while tests run."""

from pathlib import Path

FOLDER = Path(__file__).parent


def recorded(name: str) -> bytes:
    """Return a recorded file."""
    return (FOLDER / name).read_bytes()
