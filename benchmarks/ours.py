"""This program's extraction as a tool of the comparison: `python -m benchmarks.ours ROW`.

`READERS` are the rows that the table has of it, one a line. Nothing is loaded of what the
row does not read with, since its memory is measured.
"""

import sys
from collections.abc import Callable

from benchmarks.attributions import as_attributions
from benchmarks.protocol import serve
from tracker.extract import extract
from tracker.model import Article, Statement

Extract = Callable[[Article], list[Statement]]

READERS: dict[str, Callable[[], Extract]] = {
    "rules alone": lambda: extract,
}
"""The name of each row, and what makes the function it reads with."""


def main() -> None:
    read = READERS[sys.argv[1]]()
    serve(lambda texts: (as_attributions(text, read(Article(text=text))) for text in texts))


if __name__ == "__main__":
    main()
