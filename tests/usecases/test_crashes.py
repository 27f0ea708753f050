"""Writers that are killed at any moment: what was confirmed is there, once and whole."""

import multiprocessing
import signal
from pathlib import Path

import pytest

from benchmarks.torture.crash import Plan, Run, crash, work, write_article

KILLS = 20

CONTEXT = multiprocessing.get_context("forkserver")


def test_twenty_kills_lose_nothing_and_double_nothing(database: str) -> None:
    tally = crash(database, KILLS, seed=7)
    assert tally.faults == []
    assert tally.kills == KILLS
    assert tally.added > 0, "some commands came to their end"
    assert len(tally.points) > 3, "they died in different places"


@pytest.mark.parametrize(
    "point", ["before blob", "after blob", "after occurrence", "after ledger", "before commit"]
)
def test_a_kill_before_the_commit_leaves_nothing(database: str, tmp_path: Path, point: str) -> None:
    died_at(database, tmp_path, point)
    run = Run(database, tmp_path, seed=1)
    run._check()
    articles = run._column("SELECT id FROM article")
    run.engine.dispose()
    assert (run.tally.faults, articles) == ([], [])


def test_a_kill_after_the_commit_leaves_all_of_it(database: str, tmp_path: Path) -> None:
    """Nobody heard of it, so it is asked for again, and not done again."""
    died_at(database, tmp_path, "after commit")
    run = Run(database, tmp_path, seed=1)
    run._check()
    assert (run.tally.faults, run.tally.added, run.tally.unheard) == ([], 0, 1)
    again = Plan(articles=[1], links=[], point=None, hits=1, seconds=0)
    process = CONTEXT.Process(target=work, args=(database, run.heard, again))
    process.start()
    process.join()
    run._check()
    run.engine.dispose()
    assert (run.tally.faults, run.tally.added, run.tally.unheard) == ([], 1, 0)


def died_at(address: str, folder: Path, point: str) -> None:
    """Let a worker add one article and die at `point`."""
    write_article(folder, 1)
    plan = Plan(articles=[1], links=[], point=point, hits=1, seconds=0)
    process = CONTEXT.Process(target=work, args=(address, folder / "heard", plan))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"it never came to {point!r}"


def test_the_check_sees_what_is_lost_doubled_or_half(sqlite_database: str, tmp_path: Path) -> None:
    """The checks of a run, on a database that somebody damaged."""
    write_article(tmp_path, 1)
    plan = Plan(articles=[1], links=[], point=None, hits=1, seconds=0)
    process = CONTEXT.Process(target=work, args=(sqlite_database, tmp_path / "heard", plan))
    process.start()
    process.join()
    run = Run(sqlite_database, tmp_path, seed=1)
    (tmp_path / "heard").write_text(
        (tmp_path / "heard").read_text(encoding="utf-8")
        + '{"url": "https://wire.example/2"}\nL9: yes by worker-1; it is now confirmed\n'
        + '{"url": "https://wire.example/3"',
        encoding="utf-8",
    )
    with run.engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DELETE FROM selector")
        raw.execute("DELETE FROM occurrence WHERE id = 2")
        raw.execute("DROP TRIGGER blob_no_delete")
        raw.execute("DELETE FROM blob")
    run._check()
    run.engine.dispose()
    said = " / ".join(run.tally.faults)
    for fault in (
        "article 2 was confirmed and is lost",
        "the answer on L9 was confirmed and is lost",
        "version 1: its bytes are missing",
        "version 1: it has not its 2 statements",
        "occurrence 1: it points to no words",
    ):
        assert fault in said
    assert "article 3" not in said, "a line that was cut off confirms nothing"
