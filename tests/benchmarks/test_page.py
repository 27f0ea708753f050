"""Figures reach the page in the place that was made for them."""

from pathlib import Path

import pytest

from benchmarks import page

FIGURES = {
    "rules, content, all: precision": 0.9551,
    "rules, content, all: recall": 1.0,
    "rules, speakers: wrong": 0,
    "both, content, all: precision": 0.05,
    "both, content, all: recall": 0.5,
    "both, speakers: wrong": 0,
}


def test_a_table_has_a_line_a_measure_and_a_column_a_reader() -> None:
    assert page.table(FIGURES) == [
        "| | | rules | both |",
        "|---|---|--:|--:|",
        "| content, all | precision / recall | .955 / 1 | .050 / .500 |",
        "| speakers | wrong | 0 | 0 |",
    ]


def test_tables_are_put_into_their_places_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("Before.\n\n<!-- a -->\nold\n<!-- end -->\n\n<!-- b -->\n<!-- end -->\n")
    for _ in range(2):
        page.write_tables({"a": [r"| \1 |"]}, file)
    assert file.read_text() == (
        "Before.\n\n<!-- a -->\n\n| \\1 |\n\n<!-- end -->\n\n<!-- b -->\n<!-- end -->\n"
    )


def test_a_table_without_a_place_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("<!-- a -->\n<!-- end -->\n")
    with pytest.raises(ValueError, match="0 places for 'b'"):
        page.write_tables({"b": []}, file)


@pytest.mark.parametrize(
    ("figure", "shown"), [(0.9996, "1"), (0.9994, ".999"), (0.0, ".000"), (0, "0"), (3, "3")]
)
def test_shares_and_counts_are_told_apart(figure: float, shown: str) -> None:
    assert page.shown(figure) == shown
