"""The one way in: a path, an address or standard input becomes a capture.

The network client takes 0.2 s to import, as long as most commands take to run, so it is
imported when an address is met.
"""

import re
from pathlib import Path
from typing import BinaryIO

from tracker.errors import BadInput
from tracker.ingest.given import Given, Limits
from tracker.ingest.reading import read
from tracker.ingest.source import Received, read_file, read_stream
from tracker.model import Capture

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def capture(source: str, given: Given, limits: Limits, stdin: BinaryIO) -> Capture:
    """Return what `source` holds, with its bytes as received.

    `source` is a path, an http or https address, or "-" for `stdin`. A file's format
    follows from its name (.txt .html .json), an address's from its media type, anything
    else's from how it begins.

    Raises:
        BadInput: it cannot be read, or not as an article; the message names the place.
        TooLarge: it is over a limit; the message names the setting that raises it.
    """
    return read(_receive(source, limits, stdin), given, limits)


def is_address(source: str) -> bool:
    """Say whether a source is an address to fetch, neither a path nor standard input."""
    return _ADDRESS.match(source) is not None


def _receive(source: str, limits: Limits, stdin: BinaryIO) -> Received:
    if source == "-":
        return read_stream(stdin, limits)
    address = _ADDRESS.match(source)
    if address is None:
        return read_file(Path(source), limits)
    if address[1].lower() not in ("http", "https"):
        raise BadInput(f"{source}: only http and https addresses are fetched")
    if not source[address.end() :].strip("/ "):
        raise BadInput(f"{source}: the address names no site: give it whole")
    from tracker.ingest.fetch import fetch  # noqa: PLC0415 - slow, see above

    return fetch(source, limits)
