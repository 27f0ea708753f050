"""Captured bytes as a WARC archive, one record a version.

Source: ISO 28500, WARC 1.1; https://iipc.github.io/warc-specifications/.
"""

import hashlib
import io
from base64 import b32encode
from collections.abc import Iterable
from datetime import UTC, datetime

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tracker.store.evidence import Held


def archive(held: Iterable[Held]) -> bytes:
    """Return the captures as an archive, in the order given; redacted ones have no record.

    The same captures give the same bytes: records are named after their versions.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    for one in held:
        if one.body is not None:
            _write(writer, one, one.body)
    return out.getvalue()


def record_id(version_uid: str) -> str:
    """Return what the archive calls the record of a version."""
    return f"<urn:tracker:{version_uid}>"


def _write(writer: WARCWriter, one: Held, body: bytes) -> None:
    digest = f"sha256:{b32encode(hashlib.sha256(body).digest()).decode()}"
    version = one.version
    headers = [
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", record_id(version.uid)),
        ("WARC-Target-URI", _one_line(one.url) or f"urn:tracker:{version.uid}"),
        ("WARC-Date", _date(version.captured_at)),
        ("WARC-Payload-Digest", digest),
        ("WARC-Block-Digest", digest),
        ("Content-Type", f"{version.media_type}; charset={version.encoding}"),
    ]
    record = writer.create_warc_record(
        "",
        "resource",
        payload=io.BytesIO(body),
        length=len(body),
        warc_headers=StatusAndHeaders("", headers, protocol="WARC/1.1"),
    )
    record.content_type = None  # else what is above is replaced
    writer.write_record(record)
    record.raw_stream.close()


def _one_line(url: str | None) -> str | None:
    """Return an address that a header can hold, None for what has none."""
    return url if url and url.isprintable() and " " not in url else None


def _date(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
