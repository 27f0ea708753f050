"""The tables of docs/evaluation.md, written from measured figures.

A table stands between `<!-- NAME -->` and `<!-- end -->`; what is around it is a person's.
"""

import re
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "evaluation.md"


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


def shown(figure: float) -> str:
    """Return a share as in the pages' tables: .925, 1 for all; a count as it is."""
    if isinstance(figure, int):
        return str(figure)
    return f"{figure:.3f}".removeprefix("0") if figure < 0.9995 else "1"


def write_tables(tables: Mapping[str, list[str]], page: Path = PAGE) -> None:
    """Put tables into their places.

    Raises:
        ValueError: a table has no place in the page.
    """
    text = page.read_text(encoding="utf-8")
    for name, lines in tables.items():
        body = "\n".join(lines)
        text, count = re.subn(
            rf"(<!-- {re.escape(name)} -->\n).*?(<!-- end -->)",
            lambda place, body=body: f"{place[1]}\n{body}\n\n{place[2]}",
            text,
            flags=re.DOTALL,
        )
        if count != 1:
            raise ValueError(f"{page}: it has {count} places for {name!r}, not one")
    page.write_text(text, encoding="utf-8")
