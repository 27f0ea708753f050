"""Pages that break or exhaust their reader: the capture says so, and the next page is read."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ingest.helpers import from_stdin
from tests.ingest.test_html import ARTICLE, TEXT, page
from tracker.errors import BadInput, TooLarge
from tracker.ingest import Given, Limits, bounded, capped
from tracker.model import CaptureState, Published

SPIN = "import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 9))\nwhile True: pass"
HANG = "import sys, time; sys.stdin.buffer.read(1); time.sleep(600)"
CRASH = "import os, sys; sys.stdin.buffer.read(1); os.abort()"
GIVE_UP = "import sys; sys.stdin.buffer.read(1)"
HALF = "import sys; sys.stdout.buffer.write(b'             400[{')"


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[capped._Reader]:
    """Read with a process of the test's own."""
    own = capped._Reader()
    monkeypatch.setattr(capped, "_READER", own)
    yield own
    own.close()


@pytest.fixture
def in_its_place(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Start this program in place of the one that reads pages, once."""
    start = bounded._start

    def replace(program: str) -> None:
        def once(_module: str) -> subprocess.Popen[bytes]:
            monkeypatch.setattr(bounded, "_start", start)
            return subprocess.Popen(
                [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )

        monkeypatch.setattr(bounded, "_start", once)

    return replace


@pytest.mark.parametrize(
    ("program", "state"),
    [
        pytest.param(SPIN, CaptureState.OUT_OF_TIME, id="too long on the processor"),
        pytest.param(HANG, CaptureState.OUT_OF_TIME, id="too long by the clock"),
        pytest.param(CRASH, CaptureState.READER_FAILED, id="a crash"),
        pytest.param(GIVE_UP, CaptureState.READER_FAILED, id="no answer"),
        pytest.param(HALF, CaptureState.READER_FAILED, id="half an answer"),
    ],
)
def test_the_end_of_the_reader_is_the_state_of_the_capture(
    monkeypatch: pytest.MonkeyPatch,
    in_its_place: Callable[[str], None],
    program: str,
    state: CaptureState,
) -> None:
    monkeypatch.setattr(bounded, "GRACE", 3.0 if program == HANG else 60.0)
    in_its_place(program)
    given = Given(url="https://post.example/a", outlet="Post", published="2024-03-05")
    capture = from_stdin(page(), given, Limits(read_timeout=1))
    assert (capture.state, capture.article.text, capture.body) == (state, "", page())
    assert capture.article.outlet == "Post"
    assert capture.article.published == Published.parse("2024-03-05")
    assert from_stdin(page()).article.text == TEXT


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<i>x</i>" * 2_000_000, id="elements"),
        pytest.param(b"<p " + b"a=b " * 4_000_000, id="attributes"),
        pytest.param(b"<p>" + b"word " * 4_000_000, id="words"),
    ],
)
def test_memory_is_bounded(body: bytes) -> None:
    capture = from_stdin(b"<html><body>" + body, limits=Limits(read_memory=100_000_000))
    assert capture.state is CaptureState.OUT_OF_MEMORY
    assert from_stdin(page()).article.text == TEXT


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>" + "<br>" * 50_001, id="too many"),
        pytest.param("<div>" * 300 + ARTICLE, id="all of the article too deep"),
    ],
)
def test_elements(body: str) -> None:
    capture = from_stdin(page(body=body))
    assert (capture.state, capture.article.text) == (CaptureState.TOO_COMPLEX, "")


def test_what_is_wrong_with_a_page_is_told_as_ever() -> None:
    with pytest.raises(BadInput, match="no article text"):
        from_stdin(b"<html><body></body></html>")
    with pytest.raises(TooLarge, match="TRACKER_MAX_TEXT_BYTES"):
        from_stdin(page(), limits=Limits(max_text_bytes=100))


def test_modules_in_the_working_directory_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="ascii")
    monkeypatch.chdir(tmp_path)
    assert from_stdin(page()).article.text == TEXT


def test_one_process_reads_many_pages(reader: capped._Reader) -> None:
    from_stdin(page())
    first = reader.process
    from_stdin(page())
    assert first is not None
    assert reader.process is first
    assert first.close() == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_program_starts_its_own(reader: capped._Reader) -> None:
    from_stdin(page())
    child = os.fork()
    if child == 0:  # in the child: exit at once, whatever happens
        is_read = False
        try:
            is_read = from_stdin(page()).article.text == TEXT
        finally:
            os._exit(0 if is_read else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert from_stdin(page()).article.text == TEXT
