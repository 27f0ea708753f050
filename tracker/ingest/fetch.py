"""An address to the bytes behind it: the only module that opens the network.

Half a page would look whole, so nothing is kept of an answer that stops too early:
neither of one that is cut off by a limit, nor of one that ends before its stated
length or before the end of its compressed data. Only a server that states no
length and closes the connection early cannot be told from one that is done.

The time limit is one for all: redirects, headers that trickle in, and the body.
A client's own timeouts start anew with every byte, so that a server that sends a
header every second holds it forever; hence the event loop, which can stop it.
"""

import asyncio
import re
import zlib
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx2

from tracker import __version__
from tracker.errors import BadInput, TooLarge
from tracker.ingest.given import Limits
from tracker.ingest.packed import Body
from tracker.ingest.source import BY_MEDIA_TYPE, WHOLE, Received, format_of, media_type_of

T = TypeVar("T")

_HEADERS = {
    "User-Agent": f"tracker/{__version__} (records claims in news articles)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8",
    "Accept-Encoding": "gzip",
}

_PASSWORD = re.compile(r"(?<=://)[^/?#]*@")


def fetch(
    address: str, limits: Limits, transport: httpx2.AsyncBaseTransport | None = None
) -> Received:
    """Return what an http or https address answers with, redirects followed.

    `url` of the result is the address that answered, without a name and password
    or a fragment in it. `transport` is another way to the server than the network's.

    Raises:
        BadInput: the address is malformed, does not answer in time or without an
            error, or answers with something that is not read or not whole.
        TooLarge: the answer is over the limit.
    """
    name = _PASSWORD.sub("", address)
    return _run(_fetch_in_time(address, name, limits, transport), name, limits)


@dataclass(frozen=True, slots=True)
class Query:
    """What is sent to an address, and which answer is taken: media types, and bytes at most."""

    body: bytes
    media_type: str
    answer_type: str
    answer_bytes: int


def post(
    address: str, query: Query, limits: Limits, transport: httpx2.AsyncBaseTransport | None = None
) -> bytes:
    """Return what an http or https address answers to a query. Redirects are not followed.

    Raises:
        BadInput: as `fetch` does, and for an answer of another media type.
        TooLarge: the answer has more bytes than are taken.
    """
    name = _PASSWORD.sub("", address)
    return _run(_post_in_time(address, name, query, limits, transport), name, limits)


def _run(asking: Coroutine[Any, Any, T], name: str, limits: Limits) -> T:
    try:
        return asyncio.run(asking)
    except (TimeoutError, httpx2.TimeoutException) as error:
        raise BadInput(
            f"{name}: no whole answer within {limits.fetch_timeout:g} seconds; try again, or "
            "raise TRACKER_FETCH_TIMEOUT"
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, zlib.error) as error:
        reason = str(error) or type(error).__name__
        raise BadInput(f"{name}: it cannot be fetched: {' '.join(reason.split())}") from error


async def _fetch_in_time(
    address: str, name: str, limits: Limits, transport: httpx2.AsyncBaseTransport | None
) -> Received:
    async with (
        asyncio.timeout(limits.fetch_timeout),
        httpx2.AsyncClient(
            follow_redirects=True,
            timeout=limits.fetch_timeout,
            headers=_HEADERS,
            transport=transport,
        ) as client,
        client.stream("GET", address) as answer,
    ):
        _require_whole(answer, name)
        media_type = media_type_of(answer.headers.get("content-type"))
        if media_type and media_type not in BY_MEDIA_TYPE:
            raise BadInput(f"{name}: it holds {media_type}; only HTML, text and JSON are read")
        body = await _read(answer, name, limits.max_body_bytes)
        return Received(
            body=body,
            format=BY_MEDIA_TYPE.get(media_type) or format_of(body),
            name=name,
            url=_PASSWORD.sub("", str(answer.url)).partition("#")[0],
            charset=answer.charset_encoding,
        )


def _require_whole(answer: httpx2.Response, name: str) -> None:
    if answer.status_code not in WHOLE:
        raise BadInput(f"{name}: the server answers {answer.status_code} {answer.reason_phrase}")


async def _read(answer: httpx2.Response, name: str, limit: int) -> bytes:
    """Return the body, decompressed; its size is checked at every piece."""
    body = Body(answer.headers.get("content-encoding", ""), name, limit)
    async for piece in answer.aiter_raw():
        body.add(piece)
    return body.whole()


async def _post_in_time(
    address: str,
    name: str,
    query: Query,
    limits: Limits,
    transport: httpx2.AsyncBaseTransport | None,
) -> bytes:
    headers = {
        "User-Agent": _HEADERS["User-Agent"],
        "Accept": query.answer_type,
        "Accept-Encoding": "identity",
        "Content-Type": query.media_type,
    }
    async with (
        asyncio.timeout(limits.fetch_timeout),
        httpx2.AsyncClient(
            timeout=limits.fetch_timeout, headers=headers, transport=transport
        ) as client,
        client.stream("POST", address, content=query.body) as answer,
    ):
        if answer.is_redirect:
            to = _PASSWORD.sub("", answer.headers.get("location", "another address"))
            raise BadInput(f"{name}: the server sends us on to {to}: name that, if you trust it")
        _require_whole(answer, name)
        media_type = media_type_of(answer.headers.get("content-type"))
        packing = answer.headers.get("content-encoding", "identity").strip().lower()
        if media_type != query.answer_type or packing != "identity":
            held = f"{media_type or 'no media type'}{'' if packing == 'identity' else ', packed'}"
            raise BadInput(f"{name}: it answers with {held}, not with {query.answer_type}")
        body = bytearray()
        async for piece in answer.aiter_raw():
            body += piece
            if len(body) > query.answer_bytes:
                raise TooLarge(f"{name}: it answers with more than {query.answer_bytes} bytes")
        return bytes(body)
