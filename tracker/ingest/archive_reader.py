"""The bounded process that opens WARC archives: it passes on what may be an article.

Asked once, with a path and the limits, it answers with one message a page, in the order
of the archive, and with a last one that says how much else there was.
"""

import contextlib
import gzip
import sys
import zlib
from email.message import Message
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from tracker.errors import BadInput
from tracker.ingest.bounded import bound
from tracker.ingest.given import Limits
from tracker.ingest.packed import Body
from tracker.ingest.source import BY_MEDIA_TYPE, WHOLE, media_type_of
from tracker.ingest.wire import receive, send
from tracker.model import CaptureState

_PIECE = 1 << 16

_GZIP = b"\x1f\x8b"

_BROKEN = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    ChunkedDataException,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
)


def main() -> None:
    """Answer the one question there is."""
    task = receive(sys.stdin.buffer)
    if task is None:
        return
    target = sys.stdout.buffer
    limits = Limits(**task[0]["limits"])
    bound(limits)
    try:
        with Path(task[0]["path"]).open("rb") as file:
            passed_over = _pass_on(file, target, limits)
            _check_end(file, limits)
        send(target, {"end": {"passed_over": passed_over}})
    except MemoryError:
        send(target, {"end": {"state": CaptureState.OUT_OF_MEMORY.value}})
    except _BROKEN as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        send(target, {"end": {"error": reason[:200]}})


def _pass_on(file: BinaryIO, target: BinaryIO, limits: Limits) -> int:
    """Send each page of an archive; return how many records are none."""
    passed_over = 0
    for number, record in enumerate(WARCIterator(file, check_digests=True), start=1):
        bound(limits)  # the time counts anew for each record
        media_type = _media_type(record)
        if media_type not in BY_MEDIA_TYPE:
            passed_over += 1
            continue
        told = {**_told(record), "number": number, "media_type": media_type}
        try:
            body = _body(record, f"record {number}", limits.max_body_bytes)
        except (BadInput, zlib.error, ChunkedDataException) as error:
            send(target, {"page": told, "refused": str(error)})
        else:
            send(target, {"page": told}, body)
    return passed_over


def _check_end(file: BinaryIO, limits: Limits) -> None:
    """Refuse an archive that is cut: its iterator takes what is left for the end.

    Raises:
        EOFError: the last compressed member is not whole.
        ArchiveLoadFailed: the last record is not followed by its empty lines.
    """
    bound(limits)
    file.seek(0)
    is_packed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    tail = b""
    with gzip.GzipFile(fileobj=file) if is_packed else contextlib.nullcontext(file) as whole:
        while piece := whole.read(_PIECE):
            tail = (tail + piece)[-4:]
    if not tail.replace(b"\r", b"").endswith(b"\n\n"):
        raise ArchiveLoadFailed("it ends in the middle of a record")


def _media_type(record: ArcWarcRecord) -> str:
    """Return what kind of page a record holds, "" where it is no whole answer."""
    if record.rec_type == "resource":
        return media_type_of(record.rec_headers.get_header("Content-Type"))
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    status = record.http_headers.get_statuscode()
    if status not in map(str, WHOLE):
        return ""
    return media_type_of(record.http_headers.get_header("Content-Type"))


def _told(record: ArcWarcRecord) -> dict[str, Any]:
    """Return what an archive says of a page: its address, its encoding, when it was captured."""
    headers = record.rec_headers if record.rec_type == "resource" else record.http_headers
    content_type = Message()
    content_type["Content-Type"] = headers.get_header("Content-Type") or ""
    return {
        "url": record.rec_headers.get_header("WARC-Target-URI"),
        "captured_at": record.rec_headers.get_header("WARC-Date"),
        "charset": content_type.get_content_charset(),
    }


def _body(record: ArcWarcRecord, name: str, limit: int) -> bytes:
    """Return what a record holds, unpacked.

    Raises:
        BadInput: it is cut off, or is not what its digest was made of.
    """
    headers = record.http_headers
    packing = headers.get_header("Content-Encoding") if headers else None
    chunked = headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = Body(packing or "", name, limit)
    while piece := stream.read(_PIECE):
        body.add(piece)
    while record.raw_stream.read(_PIECE):  # what stands behind the last chunk, for the digest
        pass
    if record.raw_stream.limit > 0:
        raise BadInput(f"{name}: the archive ends in the middle of it")
    if record.digest_checker.passed is False:
        raise BadInput(f"{name}: it is not what its digest in the archive was made of")
    return body.whole()
