"""A published piece, as it was captured."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.when import Published

RECORD = "record"
"""The extractor of a capture that is itself the record of a claim, not a printed piece."""


class CaptureState(StrEnum):
    """Whether the text is all of what was published, and whether it can be read."""

    WHOLE = "whole"
    TRUNCATED = "truncated"
    UNKNOWN_LANGUAGE = "unknown_language"


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
    `extractor_version` name what turned the body into `article.text`.
    """

    body: bytes
    media_type: str
    encoding: str
    encoding_from: str
    extractor: str
    extractor_version: str
    article: Article
    state: CaptureState = CaptureState.WHOLE
