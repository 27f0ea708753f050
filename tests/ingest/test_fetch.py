"""Addresses, against a real HTTP server on a Unix socket: no network is touched."""

import contextlib
import gzip
import shutil
import socketserver
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx2
import pytest

from tracker.errors import BadInput, TooLarge
from tracker.ingest import Limits
from tracker.ingest.fetch import fetch
from tracker.ingest.source import Format, Received

PAGE = "<html><body><p>“Shut,” said the mayor of Velmora.</p></body></html>".encode()

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=UTF-8"}, PAGE),
    "/plain": (200, {"Content-Type": "text/plain"}, b"Shut."),
    "/json": (200, {"Content-Type": "application/json"}, b'{"text": "Shut."}'),
    "/untyped": (200, {}, PAGE),
    "/packed": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(PAGE),
    ),
    "/bomb": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b" " * 2_000_000),
    ),
    "/torn": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"\x1f\x8b\x08junk"),
    "/half": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(PAGE)[:-12],
    ),
    "/two": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(PAGE) + gzip.compress(b"<p>More.</p>"),
    ),
    "/long-head": (200, {"Content-Type": "text/html", "X": "y" * 2_000_000}, PAGE),
    "/many-heads": (200, {f"X{n}": "y" for n in range(100_000)}, PAGE),
    "/unasked": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"\x0b\x02"),
    "/part": (206, {"Content-Type": "text/html", "Content-Range": "bytes 0-66/999"}, PAGE),
    "/nothing": (204, {}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/elsewhere": (302, {"Location": "ftp://a.example/x"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/gone": (410, {"Content-Type": "text/html"}, b"gone"),
    "/broken": (500, {"Content-Type": "text/html"}, b"broken"),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "999"}, PAGE),
}


class Handler(BaseHTTPRequestHandler):
    """Answers from the table; `/silent` with nothing.

    What takes its time keeps each single wait below the tests' time limit: `/slow`
    sends a byte of the page every 50 ms, `/slow-head` a header, and `/slow-way`
    redirects to itself.
    """

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/silent":
            return  # closes the connection without a word
        if path.startswith("/slow"):
            with contextlib.suppress(BrokenPipeError):
                self._slowly(path)
            return
        status, headers, body = ANSWERS[path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _slowly(self, path: str) -> None:
        first, piece = {
            "/slow": (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x"),
            "/slow-head": (b"HTTP/1.0 200 OK\r\n", b"X: y\r\n"),
            "/slow-way": (b"HTTP/1.0 302 Found\r\nLocation: /slow-way\r\n\r\n", b""),
        }[path]
        time.sleep(0.05)
        self.wfile.write(first)
        for _ in range(100 if piece else 0):
            self.wfile.write(piece)
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The path of the socket on which the server listens."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-http-"))  # short: a socket's path is limited
    path = str(folder / "socket")
    with socketserver.ThreadingUnixStreamServer(path, Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield path
        running.shutdown()
        thread.join()
    shutil.rmtree(folder)


def get(server: str, path: str, limits: Limits | None = None) -> Received:
    address = path if "://" in path else f"http://post.example{path}"
    return fetch(address, limits or Limits(), httpx2.AsyncHTTPTransport(uds=server))


@pytest.mark.parametrize(
    ("path", "format_", "body", "charset"),
    [
        pytest.param("/page", Format.HTML, PAGE, "utf-8", id="page"),
        pytest.param("/plain", Format.TEXT, b"Shut.", None, id="plain"),
        pytest.param("/json", Format.JSON, b'{"text": "Shut."}', None, id="json"),
        pytest.param("/untyped", Format.HTML, PAGE, None, id="no media type"),
        pytest.param("/packed", Format.HTML, PAGE, None, id="compressed"),
    ],
)
def test_answers(server: str, path: str, format_: Format, body: bytes, charset: str | None) -> None:
    received = get(server, path)
    assert (received.format, received.body, received.charset) == (format_, body, charset)
    assert received.url == f"http://post.example{path}"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        pytest.param("/moved", "http://post.example/page", id="redirect"),
        pytest.param("/page?a=1#part", "http://post.example/page?a=1", id="fragment"),
        pytest.param("http://u:p@post.example/page", "http://post.example/page", id="password"),
    ],
)
def test_the_address_that_is_kept(server: str, address: str, url: str) -> None:
    assert get(server, address).url == url


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("/gone", "the server answers 410 Gone", id="gone"),
        pytest.param("/broken", "the server answers 500", id="server error"),
        pytest.param("/image", "it holds image/png; only HTML, text and JSON", id="image"),
        pytest.param("/round", "it cannot be fetched: .*redirects", id="redirects in a circle"),
        pytest.param("/elsewhere", "it cannot be fetched", id="redirect out of the web"),
        pytest.param("/torn", "it cannot be fetched", id="broken compression"),
        pytest.param("/half", "compressed data does not end where", id="compression cut"),
        pytest.param("/two", "compressed data does not end where", id="more after compression"),
        pytest.param("/long-head", "it cannot be fetched", id="huge header"),
        pytest.param("/many-heads", "it cannot be fetched", id="headers without end"),
        pytest.param("/unasked", "it comes compressed as br", id="compression not asked for"),
        pytest.param("/part", "the server answers 206", id="part of a page"),
        pytest.param("/nothing", "the server answers 204", id="no content"),
        pytest.param("/silent", "it cannot be fetched", id="no answer"),
        pytest.param("/short", "it cannot be fetched", id="connection cut"),
        pytest.param("http://[", "it cannot be fetched", id="malformed"),
        pytest.param("http://", "it cannot be fetched", id="no host"),
        pytest.param("http://a\0b.example/", "it cannot be fetched", id="NUL"),
    ],
)
def test_failures_are_one_clear_line(server: str, path: str, message: str) -> None:
    with pytest.raises(BadInput, match=message) as caught:
        get(server, path)
    assert "\n" not in str(caught.value)


def test_a_page_that_swells_is_cut_off(server: str) -> None:
    with pytest.raises(TooLarge, match=r"more than 1\.0 MB .*TRACKER_MAX_BODY_BYTES"):
        get(server, "/bomb", Limits(max_body_bytes=1_000_000))


def test_a_password_is_in_no_message(server: str) -> None:
    with pytest.raises(BadInput, match=r"^http://post\.example/gone: the server") as caught:
        get(server, "http://ada:secret@post.example/gone")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("path", ["/slow", "/slow-head", "/slow-way"])
def test_the_time_limit_is_for_the_whole_answer(server: str, path: str) -> None:
    with pytest.raises(BadInput, match=r"no whole answer within 0\.3 seconds.*FETCH_TIMEOUT"):
        get(server, path, Limits(fetch_timeout=0.3))
