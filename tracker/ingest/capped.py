"""Pages read in a process of its own, with its memory and time bounded.

A page can be built to exhaust what reads it, and the libraries that do were not all
written to expect that. Their process may die; the program, its transaction and the
other pages of a batch do not. The capture then keeps the bytes and says in its state
why there is no text.

The process is kept for the next page: starting it takes as long as reading thirty.
"""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
from importlib.metadata import version
from typing import Any, BinaryIO, cast

from tracker.errors import BadInput, TooLarge
from tracker.ingest.given import Given, Limits, clean, parse_published
from tracker.ingest.source import Received
from tracker.ingest.wire import pack_task, receive, send, unpack_capture
from tracker.model import Article, Capture, CaptureState

_GRACE = 10.0
"""Seconds more by the clock than a page may take on the processor, for a busy machine."""


def read_page(received: Received, given: Given, limits: Limits) -> Capture:
    """Return the capture of a page; one that cannot be read has a state that says why.

    Raises:
        BadInput: there is no article text in it, or it cannot be decoded or stored.
        TooLarge: its text is over the limit.
    """
    parse_published(given.published, "--published")
    answer = _READER.ask(received, given, limits)
    if "capture" in answer:
        return unpack_capture(answer["capture"], received.body)
    if "state" in answer:
        return _unread(received, given, CaptureState(answer["state"]))
    raise (TooLarge if answer["is_too_large"] else BadInput)(answer["error"])


def _unread(received: Received, given: Given, state: CaptureState) -> Capture:
    """Return the capture of a page of which only the bytes and what the user says are known."""
    return Capture(
        body=received.body,
        media_type=received.format.value,
        encoding=clean(given.encoding) or received.charset or "",
        encoding_from="unread",
        extractor="trafilatura",
        extractor_version=version("trafilatura"),
        article=Article(
            text="",
            url=clean(given.url) or received.url,
            outlet=clean(given.outlet),
            title=clean(given.title),
            author=clean(given.author),
            published=parse_published(given.published, "--published"),
        ),
        state=state,
    )


class _Reader:
    """A process that reads pages, one at a time, and is started again when it dies."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._started_by = 0

    def ask(self, received: Received, given: Given, limits: Limits) -> dict[str, Any]:
        """Return what the process answers, or the state that its end stands for."""
        with self._lock:
            process = self._running()
            try:
                answer, in_time = _exchange(process, received, given, limits)
            except BaseException:  # Ctrl-C: half an answer may lie in the pipe
                self._bury()
                raise
            if answer is not None:
                return answer
            code = self._bury()
            return {"state": _stands_for(code) if in_time else CaptureState.OUT_OF_TIME}

    def close(self) -> None:
        """End the process, if this process started it."""
        if self._started_by == os.getpid():
            self._bury()

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the process; one that a parent of this process started is not ours to use."""
        if self._process is None or self._started_by != os.getpid():
            self._process, self._started_by = _start(), os.getpid()
        return self._process

    def _bury(self) -> int:
        """End the process, and return how it ended: the signal, negative, or its exit code."""
        process, self._process = self._process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


_READER = _Reader()
atexit.register(_READER.close)


def _start() -> subprocess.Popen[bytes]:
    """Start the process with this one's modules, whatever lies in the working directory."""
    program = (
        f"import sys; sys.path[:] = {sys.path!r}; "
        "from tracker.ingest.page_reader import main; main()"
    )
    return subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the program, which then closes its input
    )


def _exchange(
    process: subprocess.Popen[bytes], received: Received, given: Given, limits: Limits
) -> tuple[dict[str, Any] | None, bool]:
    """Return the answer, None when the process died, and whether it had its time."""
    questions, answers = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    watch = threading.Timer(limits.read_timeout + _GRACE, stop)
    watch.daemon = True
    watch.start()
    try:
        send(questions, pack_task(received, given, limits), received.body)
        answer = receive(answers)
    except BrokenPipeError:
        answer = None
    finally:
        watch.cancel()
    return (answer[0] if answer else None), not late.is_set()


def _stands_for(code: int) -> CaptureState:
    """Return what the end of the process says of the page."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return CaptureState.OUT_OF_TIME
    return CaptureState.READER_FAILED
