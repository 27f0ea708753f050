"""The bytes of a file or of standard input, and which format they are in.

Sizes are checked before the bytes are read: a file of 200 MB is refused by its
entry in the file system, a stream after one byte too many.
"""

import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from tracker.errors import BadInput
from tracker.ingest.check import check_size
from tracker.ingest.encoding import beginning
from tracker.ingest.given import Limits


class Format(StrEnum):
    """The formats that are read, by media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came. `name` is what messages call them.

    `url` is the address they were fetched from and `charset` the encoding that the
    server declared; both are None for what was not fetched.
    """

    body: bytes
    format: Format
    name: str
    url: str | None = None
    charset: str | None = None


BY_MEDIA_TYPE = {
    "text/plain": Format.TEXT,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/json": Format.JSON,
}

WHOLE = (200, 203)
"""Statuses of a whole answer. Others that count as success, such as 206, hold a part or nothing."""

_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
}

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b|<\?xml\b", re.IGNORECASE)


def read_file(path: Path, limits: Limits) -> Received:
    """Return the bytes of a file; its format follows from its name, else from how it begins.

    Raises:
        BadInput: it is missing, a directory, unreadable, or of a kind that is not read.
        TooLarge: it is over the limit for its format.
    """
    name = str(path)
    by_name = _BY_SUFFIX.get(path.suffix.lower())
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInput(f"{name}: this is a directory; give a file")
        if stat.S_ISREG(status.st_mode):
            _check(status.st_size, by_name or _longest(limits), name, limits)
        with path.open("rb") as file:
            return _read(file, by_name, name, limits)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{name}: it cannot be read: {reason}") from error


def read_stream(stream: BinaryIO, limits: Limits) -> Received:
    """Return the bytes of standard input; their format follows from how they begin.

    Raises:
        TooLarge: there are more than the limit for their format.
    """
    return _read(stream, None, "standard input", limits)


def media_type_of(header: str | None) -> str:
    """Return the media type that a Content-Type header names, "" for none."""
    return (header or "").partition(";")[0].strip().lower()


def format_of(body: bytes) -> Format:
    """Return the format that bytes without a telling name begin as."""
    head = beginning(body)
    if head.startswith("{"):
        return Format.JSON
    return Format.HTML if _PAGE.match(head) else Format.TEXT


def _read(stream: BinaryIO, by_name: Format | None, name: str, limits: Limits) -> Received:
    longest, _ = _limit(by_name or _longest(limits), limits)
    body = stream.read(longest + 1)
    kind = by_name or format_of(body)
    _check(len(body), kind, name, limits, whole=len(body) <= longest)
    return Received(body, kind, name)


def _longest(limits: Limits) -> Format:
    """The format with the most generous limit, for bytes whose format is not known yet."""
    return Format.TEXT if limits.max_text_bytes > limits.max_body_bytes else Format.JSON


def _limit(kind: Format, limits: Limits) -> tuple[int, str]:
    if kind is Format.TEXT:
        return limits.max_text_bytes, "TRACKER_MAX_TEXT_BYTES"
    return limits.max_body_bytes, "TRACKER_MAX_BODY_BYTES"


def _check(size: int, kind: Format, name: str, limits: Limits, *, whole: bool = True) -> None:
    limit, setting = _limit(kind, limits)
    check_size(size, limit, name, setting, whole=whole)
