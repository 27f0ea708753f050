"""The pages in a WARC archive, each a capture of its own.

Source: the format is ISO 28500, WARC 1.1.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tracker.errors import BadInput
from tracker.ingest.bounded import BoundedProcess, Died
from tracker.ingest.given import Given, Limits
from tracker.ingest.reading import read
from tracker.ingest.source import BY_MEDIA_TYPE, Received
from tracker.model import Capture, CaptureState

SUFFIXES = (".warc", ".warc.gz")

_OF_ONE_PAGE = ("url", "title", "author", "encoding")


def is_archive(source: str) -> bool:
    """Say whether a source is a WARC archive, by its name."""
    return source.lower().endswith(SUFFIXES) and "://" not in source


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an archive, to be read: `name` says where it stands."""

    name: str
    received: Received | None
    refused: str
    captured_at: datetime | None

    def capture(self, given: Given, limits: Limits) -> Capture:
        """Return its capture, of the time that the archive says.

        Raises:
            BadInput: it cannot be read, or not as an article.
            TooLarge: its text is over the limit.
        """
        if self.received is None:
            raise BadInput(f"{self.name}: {self.refused}")
        return replace(read(self.received, given, limits), captured_at=self.captured_at)


class Archive:
    """The pages of an archive, in its order; `passed_over` counts its other records at the end."""

    def __init__(self, path: str, given: Given, limits: Limits) -> None:
        said = [name for name in _OF_ONE_PAGE if getattr(given, name) is not None]
        if said:
            raise BadInput(f"--{said[0]}: {path} is an archive of pages, each with its own")
        self.path = path
        self.passed_over = 0
        self._limits = limits

    def __iter__(self) -> Iterator[Page]:
        """Yield the pages.

        Raises:
            BadInput: the archive cannot be read, or from here on; the message says why.
        """
        task = {"path": self.path, "limits": asdict(self._limits)}
        try:
            with Path(self.path).open("rb"):
                process = BoundedProcess("tracker.ingest.archive_reader")
        except OSError as error:
            raise BadInput(f"{self.path}: it cannot be read: {error.strerror}") from error
        try:
            answer, body = process.ask(task, b"", self._limits)
            while "page" in answer:
                yield self._page(answer, body)
                answer, body = process.next(self._limits)
            self._finish(answer["end"])
        except Died as died:
            raise BadInput(f"{self.path}: {_NOT_READ} {died.state.meaning}") from None
        finally:
            process.close()

    def _page(self, answer: dict[str, Any], body: bytes) -> Page:
        told, refused = answer["page"], answer.get("refused", "")
        url = told["url"] if (told["url"] or "").startswith(("http://", "https://")) else None
        name = f"{self.path}, record {told['number']}" + (f" ({url})" if url else "")
        kind = BY_MEDIA_TYPE[told["media_type"]]
        received = Received(body, kind, name, url, told["charset"])
        captured_at = _time(told["captured_at"])
        refused = refused.partition(": ")[2] or refused
        return Page(name, None if refused else received, refused, captured_at)

    def _finish(self, end: dict[str, Any]) -> None:
        if "state" in end:
            raise BadInput(f"{self.path}: {_NOT_READ} {CaptureState(end['state']).meaning}")
        if "error" in end:
            raise BadInput(f"{self.path}: {_NOT_READ} {end['error']}")
        self.passed_over = end["passed_over"]


_NOT_READ = "what follows in the archive cannot be read:"


def _time(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
