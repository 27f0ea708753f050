"""Pages read by a bounded process, which is kept: starting it takes as long as sixty pages.

What it cannot read is captured all the same, as bytes with a state that says why there
is no text.
"""

import atexit
import threading
from importlib.metadata import version
from typing import Any

from tracker.errors import BadInput, TooLarge
from tracker.ingest.bounded import BoundedProcess, Died
from tracker.ingest.given import Given, Limits, clean, parse_published
from tracker.ingest.source import Received
from tracker.ingest.wire import pack_task, unpack_capture
from tracker.model import Article, Capture, CaptureState


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
    """The process that reads pages, one at a time; it is started again when it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.process: BoundedProcess | None = None

    def ask(self, received: Received, given: Given, limits: Limits) -> dict[str, Any]:
        """Return what the process answers, or the state that its end stands for."""
        with self._lock:
            if self.process is None or not self.process.is_ours:
                self.process = BoundedProcess("tracker.ingest.page_reader")
            process, self.process = self.process, None  # given back only when it answered
            try:
                answer, _ = process.ask(pack_task(received, given, limits), received.body, limits)
            except Died as died:
                return {"state": died.state}
            self.process = process
            return dict(answer)

    def close(self) -> None:
        """End the process, if this process started it."""
        if self.process is not None and self.process.is_ours:
            self.process.close()


_READER = _Reader()
atexit.register(_READER.close)
