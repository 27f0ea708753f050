"""Bytes of a known format to a capture."""

from tracker.ingest.article_json import read_json
from tracker.ingest.capped import read_page
from tracker.ingest.check import check_not_binary
from tracker.ingest.given import Given, Limits
from tracker.ingest.plain import read_plain
from tracker.ingest.source import Format, Received
from tracker.model import Capture


def read(received: Received, given: Given, limits: Limits) -> Capture:
    """Return the capture of what was received; what the user says wins over what it says.

    The bytes of a page that exhausts or breaks its reader are captured all the same;
    the capture's state says what became of the reading.

    Raises:
        BadInput: it cannot be read as an article; the message names the place.
        TooLarge: it is over a limit; the message names the setting that raises it.
    """
    check_not_binary(received.body, received.name)
    if received.format is Format.HTML:
        return read_page(received, given, limits)
    if received.format is Format.JSON:
        return read_json(received, given, limits)
    return read_plain(received, given, limits)
