"""Ways to capture bytes in tests."""

import io
from pathlib import Path

from tracker.ingest import Given, Limits, capture
from tracker.model import Capture

NOTHING = io.BytesIO()
NO_WORD = Given()
USUAL = Limits()


def from_file(path: Path, body: bytes, given: Given = NO_WORD, limits: Limits = USUAL) -> Capture:
    """Return the capture of a file with these bytes."""
    path.write_bytes(body)
    return capture(str(path), given, limits, NOTHING)


def from_stdin(body: bytes, given: Given = NO_WORD, limits: Limits = USUAL) -> Capture:
    """Return the capture of standard input with these bytes."""
    return capture("-", given, limits, io.BytesIO(body))
