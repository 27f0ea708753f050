"""Where bytes come from, which format they are in, and when they are too many."""

import io
import os
import threading
from pathlib import Path

import pytest

from tests.ingest.helpers import NO_WORD, NOTHING, USUAL, from_file, from_stdin
from tracker.errors import BadInput, TooLarge
from tracker.ingest import Limits, capture

PAGE = (
    b"<html><body><article><p>The bridge of Velmora is shut, the mayor said.</p></article></html>"
)
OBJECT = b'{"text": "The bridge of Velmora is shut, the mayor said."}'
PROSE = b"The bridge of Velmora is shut, the mayor said."


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        pytest.param("a.txt", PROSE, "text/plain", id="txt"),
        pytest.param("a.txt", OBJECT, "text/plain", id="the name decides"),
        pytest.param("A.TXT", PROSE, "text/plain", id="capitals"),
        pytest.param("a.html", PAGE, "text/html", id="html"),
        pytest.param("a.htm", PAGE, "text/html", id="htm"),
        pytest.param("a.json", OBJECT, "application/json", id="json"),
        pytest.param("a", PROSE, "text/plain", id="no suffix, prose"),
        pytest.param("a", PAGE, "text/html", id="no suffix, page"),
        pytest.param("a.data", b"\n " + OBJECT, "application/json", id="other suffix, object"),
    ],
)
def test_format_of_a_file(tmp_path: Path, name: str, body: bytes, media_type: str) -> None:
    assert from_file(tmp_path / name, body).media_type == media_type


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        pytest.param(PROSE, "text/plain", id="prose"),
        pytest.param(b"<Bridge shut>, it said.", "text/plain", id="a bracket is no page"),
        pytest.param(OBJECT, "application/json", id="object"),
        pytest.param(b"\xef\xbb\xbf" + OBJECT, "application/json", id="object with signature"),
        pytest.param(OBJECT.decode().encode("utf-16"), "application/json", id="object in UTF-16"),
        pytest.param(b"\n<!DOCTYPE html>" + PAGE, "text/html", id="page"),
    ],
)
def test_format_of_standard_input(body: bytes, media_type: str) -> None:
    assert from_stdin(body).media_type == media_type


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param("missing.txt", "missing.txt: it cannot be read: No such file", id="missing"),
        pytest.param(".", ": this is a directory", id="directory"),
        pytest.param("a\0b", "it cannot be read: embedded null", id="NUL in the name"),
        pytest.param("x" * 5000, "it cannot be read: File name too long", id="long name"),
        pytest.param("ftp://a.example/x", "only http and https", id="ftp"),
        pytest.param("file:///etc/hosts", "only http and https", id="file address"),
    ],
)
def test_sources_that_cannot_be_read(source: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        capture(source, NO_WORD, USUAL, NOTHING)


def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "loop.txt"
    path.symlink_to(path)  # refused to everyone, where a mode of 000 does not stop root
    with pytest.raises(BadInput, match=r"loop\.txt: it cannot be read"):
        capture(str(path), NO_WORD, USUAL, NOTHING)


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        pytest.param("big.txt", "TRACKER_MAX_TEXT_BYTES", id="text"),
        pytest.param("big.html", "TRACKER_MAX_BODY_BYTES", id="page"),
        pytest.param("big.json", "TRACKER_MAX_BODY_BYTES", id="json"),
        pytest.param("big", "TRACKER_MAX_BODY_BYTES", id="unknown"),
    ],
)
def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path, name: str, setting: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: had it been read, NUL would be the complaint
    with pytest.raises(TooLarge, match=rf"200\.0 MB is over the limit .*{setting}"):
        capture(str(path), NO_WORD, USUAL, NOTHING)


class Endless(io.RawIOBase):
    """A stream that never ends, and counts what was taken from it."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        """Return as many letters as are asked for."""
        self.taken += size
        return b"a" * size


def test_an_endless_stream_is_read_one_byte_past_the_limit() -> None:
    stream = Endless()
    with pytest.raises(TooLarge, match=r"more than 3000 bytes .*TRACKER_MAX_TEXT_BYTES"):
        capture("-", NO_WORD, Limits(max_text_bytes=3000, max_body_bytes=2000), stream)
    assert stream.taken == 3001


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(PROSE,))
    writer.start()
    assert capture(str(path), NO_WORD, USUAL, NOTHING).article.text == PROSE.decode()
    writer.join()
