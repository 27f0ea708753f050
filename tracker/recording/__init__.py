"""Claims that a person records by hand, or that come in bulk without an article.

A recorded claim has the same provenance as an extracted one: the words lie in an
immutable version (the article they were printed in, or the record itself), the
occurrence points to them, and linking treats it like any other.
"""

from tracker.recording.entry import Entry, check, is_ahead, parse_said_on
from tracker.recording.statement import as_claim
from tracker.recording.storing import Recorded, ahead, clashing, record, record_all, record_in

__all__ = [
    "Entry",
    "Recorded",
    "ahead",
    "as_claim",
    "check",
    "clashing",
    "is_ahead",
    "parse_said_on",
    "record",
    "record_all",
    "record_in",
]
