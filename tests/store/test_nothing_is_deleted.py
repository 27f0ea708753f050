"""No code path takes a record out: what is undone, withdrawn or redacted stays to be seen."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "tracker"

DELETES = re.compile(r"\bdelete\(|\.delete\b|\bDELETE\s+FROM\b|\bTRUNCATE\s|\bDROP\s+TABLE\b")

ALLOWED = {
    # Keys are derived from a claim's words, and hashes of them.
    "store/candidates.py": {"_DROP = delete(_KEYS).where("},
    # Of a connection's own temporary tables.
    "store/past/later.py": {
        "DELETE FROM past_later WHERE kind = 'place' AND was IS NULL AND NOT EXISTS ("
    },
    "store/past/shadow.py": {
        'self._run(f"DELETE FROM {was} WHERE id IN ({numbers})")',
        'self._run(f"DELETE FROM {gone} WHERE id IN ({numbers})")',
    },
    # A place's other names are in each ledger entry of it; shipped places are the program's own.
    "store/places.py": {
        "tx.session.execute(delete(PlaceNameRow).where(col(PlaceNameRow.place_id) == row.id))",
        "session.execute(delete(PlaceNameRow))",
        "session.execute(delete(PlaceRow))",
    },
}
"""Every line that deletes rows, by file: none of a record's."""


def deleting(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if DELETES.search(line)}


def test_no_code_deletes_rows_of_records() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in ROOT.rglob("*.py")
        if (lines := deleting(path.read_text(encoding="utf-8")))
    }
    assert found == ALLOWED


@pytest.mark.parametrize(
    "line",
    [
        "session.execute(delete(ClaimRow))",
        "session.delete(row)",
        'connection.exec_driver_sql("DELETE FROM claim")',
        'execute("TRUNCATE claim")',
    ],
)
def test_the_search_finds_what_deletes(line: str) -> None:
    assert deleting(line) == {line}
