"""WARC archives: each page a capture, what is broken told with its record, nothing half read."""

import gzip
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.ingest.helpers import NO_WORD, USUAL
from tests.ingest.test_html import TEXT, page
from tracker.errors import BadInput, TooLarge, TrackerError
from tracker.ingest import Archive, Given, Limits
from tracker.model import Capture, CaptureState

HTML = "text/html; charset=utf-8"
ADDRESS = "https://post.example/a/harbour"


def write(path: Path, *records: tuple[str, str, bytes, Mapping[str, str]]) -> Path:
    """Write records: the type, the address, the body, and the headers (of HTTP, but "status")."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz", warc_version="1.1")
        about = writer.create_warcinfo_record(path.name, {"software": "test"})
        writer.write_record(about)
        about.raw_stream.close()
        for kind, address, body, headers in records:
            status = headers.get("status", "200 OK")
            http = [(name, value) for name, value in headers.items() if name != "status"]
            record = writer.create_warc_record(
                address,
                kind,
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(status, http, "HTTP/1.1")
                if kind == "response"
                else None,
                warc_content_type=headers.get("Content-Type", "") if kind == "resource" else "",
                warc_headers_dict={"WARC-Date": "2024-03-05T10:00:00Z"},
            )
            writer.write_record(record)
            record.raw_stream.close()
    return path


def response(
    body: bytes = page(), address: str = ADDRESS, **headers: str
) -> tuple[str, str, bytes, dict[str, str]]:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return "response", address, body, {"Content-Type": HTML, **given}


def read(path: Path, given: Given = NO_WORD, limits: Limits = USUAL) -> list[Capture | str]:
    """Return the captures of an archive, the message of an error in the place of one."""
    return list(_read(path, given, limits))


def _read(path: Path, given: Given, limits: Limits) -> Iterator[Capture | str]:
    for member in Archive(str(path), given, limits):
        try:
            yield member.capture(given, limits)
        except TrackerError as error:
            yield str(error)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_is_a_capture(tmp_path: Path, name: str) -> None:
    path = write(
        tmp_path / name,
        response(),
        response(b"\x89PNG", ADDRESS + ".png", Content_Type="image/png"),
        response(page(), ADDRESS + "/gone", status="404 Not Found"),
        ("resource", "urn:record:7", b"Shut, the mayor said.", {"Content-Type": "text/plain"}),
    )
    archive = Archive(str(path), NO_WORD, USUAL)
    first, second = (member.capture(Given(outlet="Post"), USUAL) for member in archive)
    assert archive.passed_over == 3  # the archive's own record, the image, the error
    assert (first.article.text, first.article.outlet, first.body) == (TEXT, "Post", page())
    assert first.article.url == ADDRESS
    assert first.captured_at == datetime(2024, 3, 5, 10, tzinfo=UTC)
    assert (second.article.text, second.article.url) == ("Shut, the mayor said.", None)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(gzip.compress(page()), {"Content_Encoding": "gzip"}, id="packed"),
        pytest.param(
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page()),
            {"Transfer_Encoding": "chunked"},
            id="chunked",
        ),
    ],
)
def test_bodies_as_they_were_sent(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    (capture,) = read(write(tmp_path / "a.warc.gz", response(body, **headers)))
    assert isinstance(capture, Capture)
    assert (capture.article.text, capture.body) == (TEXT, page())


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        pytest.param(
            gzip.compress(page())[:-9],
            {"Content_Encoding": "gzip"},
            "compressed data does not end",
            id="packed, cut",
        ),
        pytest.param(
            b"\x0b\x02", {"Content_Encoding": "br"}, "compressed as br", id="another packing"
        ),
        pytest.param(
            gzip.compress(b" " * 30_000_000),
            {"Content_Encoding": "gzip"},
            "more than 25.0 MB is over the limit",
            id="a bomb",
        ),
        pytest.param(b"<html></html>", {}, "no article text", id="no article"),
    ],
)
def test_a_bad_page_is_told_with_its_record_and_the_next_is_read(
    tmp_path: Path, body: bytes, headers: dict[str, str], message: str
) -> None:
    told, capture = read(write(tmp_path / "a.warc.gz", response(body, **headers), response()))
    assert isinstance(told, str)
    assert told.startswith(f"{tmp_path}/a.warc.gz, record 2 ({ADDRESS}): ")
    assert message in told
    assert isinstance(capture, Capture)


def test_a_page_that_is_not_what_its_digest_says(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", response(), response())
    path.write_bytes(path.read_bytes().replace(b"Mirel Danko", b"Mirel Banko", 1))
    told, capture = read(path)
    assert "it is not what its digest in the archive was made of" in str(told)
    assert isinstance(capture, Capture)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("percent", [1, 10, 30, 45, 60, 75, 90, 99])
def test_an_archive_that_is_cut_gives_no_half_page(tmp_path: Path, name: str, percent: int) -> None:
    path = write(tmp_path / name, response(), response(address=ADDRESS + "/2"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * percent // 100])
    bodies, is_told = [], False
    try:
        for member in Archive(str(path), NO_WORD, USUAL):
            is_told |= member.received is None
            if member.received:
                bodies.append(member.received.body)
    except BadInput:
        is_told = True
    assert is_told
    assert bodies in ([], [page()])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"no archive at all", "cannot be read: Invalid WARC", id="text"),
        pytest.param(gzip.compress(b"x" * 300_000_000), "more memory than it may", id="one line"),
        pytest.param(
            b"WARC/1.1\r\nX: " + b"y" * 300_000_000, "more (memory|time) than it may", id="a header"
        ),
    ],
)
def test_hostile_archives(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=message):
        read(path, limits=Limits(read_memory=200_000_000, read_timeout=1))


def test_a_page_that_cannot_be_read_is_a_capture_of_the_archives_time(tmp_path: Path) -> None:
    (capture,) = read(write(tmp_path / "a.warc", response(page(body="<p>" + "<br>" * 50_001))))
    assert isinstance(capture, Capture)
    assert capture.state is CaptureState.TOO_COMPLEX
    assert capture.captured_at == datetime(2024, 3, 5, 10, tzinfo=UTC)


def test_text_over_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", response())
    (member,) = Archive(str(path), NO_WORD, USUAL)
    with pytest.raises(TooLarge, match="TRACKER_MAX_TEXT_BYTES"):
        member.capture(NO_WORD, Limits(max_text_bytes=10))


def test_what_is_of_one_page_cannot_be_said_of_an_archive() -> None:
    with pytest.raises(BadInput, match=r"--url: a\.warc is an archive of pages"):
        Archive("a.warc", Given(url=ADDRESS), USUAL)


def test_a_missing_archive() -> None:
    with pytest.raises(BadInput, match=r"none\.warc: it cannot be read: No such file"):
        read(Path("none.warc"))
