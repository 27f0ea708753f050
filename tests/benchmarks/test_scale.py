"""The benchmark of scale runs, on both engines, and finds what it looks for."""

import argparse
from pathlib import Path

import pytest

from benchmarks.scale import Place, measure


def test_every_line_is_printed(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = argparse.Namespace(queries=6, brute=1, imported=20)
    measure(Place(database, tmp_path), [60, 120], args)
    lines = capsys.readouterr().out.splitlines()
    found = [line for line in lines if line.startswith("  match ")]
    assert len(found) == 2
    assert all("recall 1.000" in line for line in found)
    assert sum("tracker add: 40 statements" in line for line in lines) == 2
    assert sum("tracker import:" in line for line in lines) == 2
    beside = "pg_trgm" if database.startswith("postgresql") else "FTS5, bm25"
    assert sum(beside in line for line in lines) == 2
