"""The tables of measured figures in the documentation.

A table stands between `<!-- NAME -->` and `<!-- end -->`; what is around it is a person's.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGES = (DOCS / "evaluation.md", DOCS / "method-extraction.md")

SHORT = ("content, all: F1", "content, direct: F1", "content, indirect: F1", "source: accuracy")
"""The figures of a table that only says how readers compare."""


def by_reader(figures: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return figures named "READER, MEASURE: FIGURE" by reader, then by the rest."""
    columns: dict[str, dict[str, float]] = {}
    for name, value in figures.items():
        reader, measure = name.split(", ", 1)
        columns.setdefault(reader, {})[measure] = value
    return columns


def table(figures: Mapping[str, float]) -> list[str]:
    """Return a table in Markdown: a line a measure, precision, recall and F1 in one cell."""
    columns = by_reader(figures)
    measures: dict[str, list[str]] = {}
    for name in next(iter(columns.values())):
        measure, figure = name.split(": ")
        measures.setdefault(measure, []).append(figure)
    lines = ["| | | " + " | ".join(columns) + " |", "|---|---|" + "--:|" * len(columns)]
    for measure, names in measures.items():
        cells = (
            " / ".join(shown(column[f"{measure}: {name}"]) for name in names)
            for column in columns.values()
        )
        lines.append(f"| {measure} | {' / '.join(names)} | {' | '.join(cells)} |")
    return lines


def short_table(figures: Mapping[str, float]) -> list[str]:
    """Return a table in Markdown with a line a reader and the figures of `SHORT`."""
    lines = [
        "| | F1 all | F1 direct | F1 indirect | source accuracy |",
        "|---|" + "--:|" * len(SHORT),
    ]
    for reader, column in by_reader(figures).items():
        lines.append(f"| {reader} | " + " | ".join(shown(column[name]) for name in SHORT) + " |")
    return lines


def shown(figure: float) -> str:
    """Return a share as in the pages' tables: .925, 1 for all; a count as it is."""
    if isinstance(figure, int):
        return str(figure)
    return f"{figure:.3f}".removeprefix("0") if figure < 0.9995 else "1"


def write_tables(tables: Mapping[str, list[str]], pages: Sequence[Path] = PAGES) -> None:
    """Put tables into their places.

    Raises:
        ValueError: a table has no place in any page, or several.
    """
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    for name, lines in tables.items():
        body = "\n".join(lines)
        place = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- end -->)", re.DOTALL)
        count = sum(len(place.findall(text)) for text in texts.values())
        if count != 1:
            raise ValueError(f"the pages have {count} places for {name!r}, not one")
        texts = {
            page: place.sub(lambda marks, body=body: f"{marks[1]}\n{body}\n\n{marks[2]}", text)
            for page, text in texts.items()
        }
    for page, text in texts.items():
        page.write_text(text, encoding="utf-8")
