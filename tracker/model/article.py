"""A published piece, as it was captured."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.model.when import Published

RECORD = "record"
"""The extractor of a capture that is itself the record of a claim, not a printed piece."""


class CaptureState(StrEnum):
    """Whether the text is all of what was published, and whether it can be read.

    In the last four there is no text: the bytes were kept, and reading them failed.
    """

    WHOLE = "whole"
    TRUNCATED = "truncated"
    UNKNOWN_LANGUAGE = "unknown_language"
    TOO_COMPLEX = "too_complex"
    OUT_OF_MEMORY = "out_of_memory"
    OUT_OF_TIME = "out_of_time"
    READER_FAILED = "reader_failed"

    @property
    def is_unread(self) -> bool:
        """Whether reading the bytes failed, so that the text is empty."""
        return self in _UNREAD

    @property
    def meaning(self) -> str:
        """What the state says of the version, as a clause; "" where all is well."""
        return _MEANINGS.get(self, "")


_MEANINGS = {
    CaptureState.TRUNCATED: "the page could not be read whole: its text is marked as truncated",
    CaptureState.UNKNOWN_LANGUAGE: "not in English: stored without statements",
    CaptureState.TOO_COMPLEX: "the page has too many or too deeply nested elements to be read",
    CaptureState.OUT_OF_MEMORY: "reading the page took more memory than it may",
    CaptureState.OUT_OF_TIME: "reading the page took more time than it may",
    CaptureState.READER_FAILED: "the page broke the program that reads it",
}

_UNREAD = frozenset(
    {
        CaptureState.TOO_COMPLEX,
        CaptureState.OUT_OF_MEMORY,
        CaptureState.OUT_OF_TIME,
        CaptureState.READER_FAILED,
    }
)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of its publication: what the stages work on.

    `text` is the exact text that all offsets refer to. `title` is the headline
    where it was given apart from the text, so it is not part of `text`.
    """

    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """What reading one source gave: the bytes as received and the article in them.

    `encoding` is the codec that turned `body` into text and `encoding_from` says
    how it was known ("declared", "bom", "utf-8"). `extractor` and
    `extractor_version` name what turned the body into `article.text`. `captured_at` is
    when, where it was not just now.
    """

    body: bytes
    media_type: str
    encoding: str
    encoding_from: str
    extractor: str
    extractor_version: str
    article: Article
    state: CaptureState = CaptureState.WHOLE
    captured_at: datetime | None = None
