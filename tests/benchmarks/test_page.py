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
    other = tmp_path / "other.md"
    other.write_text("No table.\n")
    for _ in range(2):
        page.write_tables({"a": [r"| \1 |"]}, [file, other])
    assert file.read_text() == (
        "Before.\n\n<!-- a -->\n\n| \\1 |\n\n<!-- end -->\n\n<!-- b -->\n<!-- end -->\n"
    )


@pytest.mark.parametrize(("name", "places"), [("b", 0), ("a", 2)])
def test_a_table_without_one_place_is_an_error(tmp_path: Path, name: str, places: int) -> None:
    files = [tmp_path / "one.md", tmp_path / "two.md"]
    for file in files:
        file.write_text("<!-- a -->\n<!-- end -->\n")
    with pytest.raises(ValueError, match=f"{places} places for '{name}'"):
        page.write_tables({name: ["| |"]}, files)
    assert [file.read_text() for file in files] == ["<!-- a -->\n<!-- end -->\n"] * 2


def test_a_short_table_has_a_line_a_reader() -> None:
    figures = {
        f"{reader}, {name}": value
        for reader, value in (("rules", 0.25), ("both", 0.5))
        for name in page.SHORT
    }
    assert page.short_table(figures)[2:] == [
        "| rules | .250 | .250 | .250 | .250 |",
        "| both | .500 | .500 | .500 | .500 |",
    ]


@pytest.mark.parametrize(
    ("figure", "shown"), [(0.9996, "1"), (0.9994, ".999"), (0.0, ".000"), (0, "0"), (3, "3")]
)
def test_shares_and_counts_are_told_apart(figure: float, shown: str) -> None:
    assert page.shown(figure) == shown
