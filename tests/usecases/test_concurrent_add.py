"""Many `tracker add` at once: every article once, nothing lost, no error."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tracker import audit
from tracker.cli.app import run
from tracker.store import counts
from tracker.store.engine import Engine
from tracker.store.session import reading

ADDS = 64
PROCESSES = 16
"""Sixteen contend as hard as sixty-four would, and need a quarter of the memory."""


def add_one(database: str, path: Path) -> int:
    """Run `tracker add` in a process of the pool; return its exit code."""
    known = ("--outlet", f"Outlet {path.stem}", "--published", "2024-05-02")
    return run(["--database", database, "--user", path.stem, "add", str(path), *known])


def test_64_adds_at_once(database: str, engine: Engine, tmp_path: Path) -> None:
    paths = []
    for number in range(ADDS):
        path = tmp_path / f"{number:02}.txt"
        # Every second article repeats the one before, so that writers link as well.
        path.write_text(
            f"Mayor Tobias Rehn said the hall number {number // 2} would open again before the "
            "summer holidays.\n\n“We have waited long enough for this,” he said.\n",
            encoding="utf-8",
        )
        paths.append(path)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn) as pool:
        codes = list(pool.map(partial(add_one, database), paths))
    assert codes == [0] * ADDS
    with reading(engine) as session:
        found = counts.of_records(session)
    assert found["articles"] == found["versions"] == ADDS
    assert found["occurrences"] == found["claims"] == 2 * ADDS
    checked, problems = audit.verify(engine)
    assert problems == []
    assert checked["ledger entries"] == found["ledger entries"]
