"""Reading the captures of a bundle, a WARC archive."""

from __future__ import annotations

import zlib
from typing import Iterator, Tuple

from tracker.verifier.bundle.files import MOST
from tracker.verifier.hashing.canonical import Record


def warc_records(data: bytes) -> Iterator[Tuple[Record, bytes]]:
    """Yield the headers, by name in small letters, and the block of each record of a WARC."""
    while data:
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        record = unpack.decompress(data, MOST)
        if not unpack.eof:
            raise ValueError("a record of it is cut off, or too large")
        data = unpack.unused_data
        head, gap, rest = record.partition(b"\r\n\r\n")
        version, *lines = head.decode("utf-8").split("\r\n")
        if not gap or not version.startswith("WARC/1."):
            raise ValueError("it holds what is no WARC record")
        headers: Record = {}
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon or name.lower() in headers:
                raise ValueError(f"its header {line!r} is odd")
            headers[name.lower()] = value.strip()
        length = int(headers["content-length"])
        if rest[length:] != b"\r\n\r\n":
            raise ValueError("a record is not of the length that it says")
        yield headers, rest[:length]
