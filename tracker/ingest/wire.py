"""What is said between the program and the process that reads pages for it.

Each message is a line of JSON with its length before it, and bytes after it. It is no
pickle: what comes back was made where hostile bytes were parsed, and must be data only.
"""

import json
from dataclasses import asdict
from typing import Any, BinaryIO

from tracker.ingest.given import Given, Limits
from tracker.ingest.source import Format, Received
from tracker.model import Article, Capture, CaptureState, Published

HEADER = 16
"""Bytes that tell a message's length: decimal digits, filled with spaces."""


def send(stream: BinaryIO, message: Any, body: bytes = b"") -> None:
    """Write a message and the bytes that go with it."""
    line = json.dumps([message, len(body)]).encode()
    stream.write(b"%*d" % (HEADER, len(line)))
    stream.write(line)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Any, bytes] | None:
    """Return the next message and its bytes; None at the end, in the middle of one too."""
    header = stream.read(HEADER)
    if len(header) < HEADER:
        return None
    line = stream.read(int(header))
    if len(line) < int(header):
        return None
    message, size = json.loads(line)
    body = stream.read(size)
    return None if len(body) < size else (message, body)


def pack_task(received: Received, given: Given, limits: Limits) -> dict[str, Any]:
    """Return what there is to read, but for its bytes."""
    return {
        "received": {
            "format": received.format.value,
            "name": received.name,
            "url": received.url,
            "charset": received.charset,
        },
        "given": asdict(given),
        "limits": asdict(limits),
    }


def unpack_task(message: dict[str, Any], body: bytes) -> tuple[Received, Given, Limits]:
    """Return what `pack_task` was given."""
    told = message["received"]
    received = Received(body, Format(told["format"]), told["name"], told["url"], told["charset"])
    return received, Given(**message["given"]), Limits(**message["limits"])


def pack_capture(capture: Capture) -> dict[str, Any]:
    """Return a capture, but for its bytes."""
    article = capture.article
    return {
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "encoding_from": capture.encoding_from,
        "extractor": capture.extractor,
        "extractor_version": capture.extractor_version,
        "state": capture.state.value,
        "article": {
            "text": article.text,
            "url": article.url,
            "outlet": article.outlet,
            "title": article.title,
            "author": article.author,
            "published": article.published.as_given if article.published else None,
        },
    }


def unpack_capture(message: dict[str, Any], body: bytes) -> Capture:
    """Return what `pack_capture` was given, of these bytes."""
    told = dict(message)
    article = dict(told.pop("article"))
    published = article.pop("published")
    return Capture(
        **{**told, "state": CaptureState(told["state"])},
        body=body,
        article=Article(
            **article, published=Published.parse(published) if published is not None else None
        ),
    )
