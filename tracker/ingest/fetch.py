"""An address to the bytes behind it: the only module that opens the network.

Both limits hold while the bytes come: a page that never ends, a compressed one that
swells, and a server that sends a byte a minute are all cut off, and nothing of them
is kept, since half a page would look whole.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import httpx2

from tracker import __version__
from tracker.errors import BadInput
from tracker.ingest.check import check_size
from tracker.ingest.given import Limits
from tracker.ingest.source import Format, Received, format_of

_BY_MEDIA_TYPE = {
    "text/plain": Format.TEXT,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/json": Format.JSON,
}

_HEADERS = {
    "User-Agent": f"tracker/{__version__} (records claims in news articles)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


def fetch(address: str, limits: Limits, transport: httpx2.BaseTransport | None = None) -> Received:
    """Return what an http or https address answers with, redirects followed.

    `transport` is how requests travel, for other ways than the usual one.

    `url` of the result is the address that answered, without a name and password
    or a fragment in it.

    Raises:
        BadInput: the address is malformed, does not answer in time or without an
            error, or answers with something that is not read.
        TooLarge: the answer is over the limit.
    """
    end = time.monotonic() + limits.fetch_timeout
    with _answer(address, limits, transport) as answer:
        if not answer.is_success:
            raise BadInput(
                f"{address}: the server answers {answer.status_code} {answer.reason_phrase}"
            )
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type and media_type not in _BY_MEDIA_TYPE:
            raise BadInput(f"{address}: it holds {media_type}; only HTML, text and JSON are read")
        body = _read(answer, address, limits, end)
        return Received(
            body=body,
            format=_BY_MEDIA_TYPE.get(media_type) or format_of(body),
            name=address,
            url=_public(str(answer.url)),
            charset=answer.charset_encoding,
        )


@contextmanager
def _answer(
    address: str, limits: Limits, transport: httpx2.BaseTransport | None
) -> Iterator[httpx2.Response]:
    try:
        with (
            httpx2.Client(
                follow_redirects=True,
                timeout=limits.fetch_timeout,
                headers=_HEADERS,
                transport=transport,
            ) as client,
            client.stream("GET", address) as answer,
        ):
            yield answer
    except httpx2.TimeoutException as error:
        raise _too_slow(address, limits) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
        raise BadInput(
            f"{address}: it cannot be fetched: {error or type(error).__name__}"
        ) from error


def _read(answer: httpx2.Response, address: str, limits: Limits, end: float) -> bytes:
    """Return the body, decompressed; sizes and times are checked at every piece."""
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        check_size(len(body), limits.max_body_bytes, address, "TRACKER_MAX_BODY_BYTES", whole=False)
        if time.monotonic() > end:
            raise _too_slow(address, limits)
    return bytes(body)


def _too_slow(address: str, limits: Limits) -> BadInput:
    return BadInput(
        f"{address}: no whole answer within {limits.fetch_timeout:g} seconds; try again, or "
        "raise TRACKER_FETCH_TIMEOUT"
    )


def _public(address: str) -> str:
    """Return an address without the name and password and the fragment it may hold."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
