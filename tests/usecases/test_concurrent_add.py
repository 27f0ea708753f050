"""Many `tracker add` at once: every article once, nothing lost, no error."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tracker import audit
from tracker.store import counts
from tracker.store.engine import Engine
from tracker.store.session import reading

WRITERS = 64


def add_in_a_process(database: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tracker", "--database", database, "add", str(path)]
    return subprocess.run(
        [*command, "--outlet", f"Outlet {path.stem}", "--published", "2024-05-02"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TRACKER_USER": path.stem},
    )


def test_64_adds_at_once(database: str, engine: Engine, tmp_path: Path) -> None:
    paths = []
    for number in range(WRITERS):
        path = tmp_path / f"{number:02}.txt"
        # Every second article repeats the one before, so that writers link as well.
        path.write_text(
            f"Mayor Tobias Rehn said the hall number {number // 2} would open again before the "
            "summer holidays.\n\n“We have waited long enough for this,” he said.\n",
            encoding="utf-8",
        )
        paths.append(path)
    # All at once would need memory for 64 interpreters; 16 at a time contend as hard.
    with ThreadPoolExecutor(16) as pool:
        done = list(pool.map(lambda path: add_in_a_process(database, path), paths))
    assert [run.stderr for run in done if run.returncode] == []
    with reading(engine) as session:
        found = counts.of_records(session)
    assert found["articles"] == found["versions"] == WRITERS
    assert found["occurrences"] == found["claims"] == 2 * WRITERS
    checked, problems = audit.verify(engine)
    assert problems == []
    assert checked["ledger entries"] == found["ledger entries"]
