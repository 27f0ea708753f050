"""Address, file or standard input to a capture: bytes, exact text, provenance."""

from tracker.ingest.archive import Archive, is_archive
from tracker.ingest.capture import capture, is_address
from tracker.ingest.check import check_text
from tracker.ingest.given import Given, Limits

__all__ = ["Archive", "Given", "Limits", "capture", "check_text", "is_address", "is_archive"]
