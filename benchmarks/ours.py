"""This program's extraction as a tool of the comparison: `python -m benchmarks.ours ROW [MODEL]`.

`READERS` are the rows that the table has of it, one a line; MODEL is the folder of a model to
read with in place of the shipped one. Nothing is loaded of what the row does not read with,
since its memory is measured.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.attributions import as_attributions
from benchmarks.protocol import serve
from tracker.extract import extract
from tracker.model import Article, Statement

Extract = Callable[[Article], list[Statement]]


def with_model(folder: Path | None) -> Extract:
    """Return what reads with rules and a model, None for the shipped one."""
    from tracker.resources import data_folder  # noqa: PLC0415
    from tracker.training import open_model  # noqa: PLC0415 (not loaded for the other row)

    return partial(extract, model=open_model(folder or data_folder("model")).reader)


READERS: dict[str, Callable[[Path | None], Extract]] = {
    "rules alone": lambda _: extract,
    "rules and model": with_model,
}
"""The name of each row, and what makes the function it reads with."""


def main() -> None:
    read = READERS[sys.argv[1]](Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    serve(lambda texts: (as_attributions(text, read(Article(text=text))) for text in texts))


if __name__ == "__main__":
    main()
