"""Compressed bodies, unpacked piece by piece: one small piece can hold gigabytes."""

import zlib

from tracker.errors import BadInput
from tracker.ingest.check import check_size

_GZIP = zlib.MAX_WBITS | 16
"""What tells zlib that the data has gzip's frame, whose end and checksum it then looks for."""


class Body:
    """A body that arrives in pieces, compressed or not; its size is checked at every piece.

    `packing` is the content encoding that the server states, "" for none, `limit` the
    most bytes that it may hold, `name` what messages call it.
    """

    def __init__(self, packing: str, name: str, limit: int) -> None:
        packing = packing.strip().lower() or "identity"
        if packing not in ("identity", "gzip", "x-gzip"):
            raise BadInput(f"{name}: it comes compressed as {packing}, which is not read")
        self._gzip = None if packing == "identity" else zlib.decompressobj(_GZIP)
        self._name, self._limit = name, limit
        self._body = bytearray()

    def add(self, piece: bytes) -> None:
        """Add the next piece as it came.

        Raises:
            TooLarge: the body is over the limit.
            zlib.error: it is not compressed as stated.
        """
        # One byte past the limit is enough to know.
        most = self._limit + 1 - len(self._body)
        self._body += self._gzip.decompress(piece, most) if self._gzip else piece
        check_size(len(self._body), self._limit, self._name, "TRACKER_MAX_BODY_BYTES", whole=False)

    def whole(self) -> bytes:
        """Return the body.

        Raises:
            BadInput: its compressed data ends before or after the last piece does.
        """
        if self._gzip and (not self._gzip.eof or self._gzip.unused_data):
            raise BadInput(
                f"{self._name}: its compressed data does not end where the answer does; try again"
            )
        return bytes(self._body)
