"""The sample articles, read into a database of their own."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tracker import pipeline
from tracker.model import Capture
from tracker.pipeline import AddResult, Reader
from tracker.resources import shipped
from tracker.store.engine import Engine


def sample_files() -> list[Path]:
    """Return the sample articles that travel with the program, in order of name."""
    return [
        path
        for path in sorted(shipped("seeds").glob("*.json"))
        if not path.name.startswith("expected") and not path.name.endswith(".expected.json")
    ]


def add_samples(
    engine: Engine,
    files: Iterable[Path],
    capture: Callable[[Path], Capture],
    user: str,
    reader: Reader,
) -> Iterator[AddResult]:
    """Add the samples one by one, yielding what each came to."""
    for path in files:
        yield pipeline.add(engine, capture(path), user, reader)
