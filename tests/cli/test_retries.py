"""`--idempotency-key`: asking again prints the same answer, with another input it is refused."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.builders import captured
from tests.cli.conftest import Ran, Tracker
from tests.cli.test_errors import one_line
from tests.ingest.test_archive import ADDRESS, response, write
from tests.usecases.test_retries import OTHER, TEXT, held
from tracker.cli.app import run
from tracker.store.engine import Engine
from tracker.store.ledger import count_entries
from tracker.store.session import reading


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "a.txt", tmp_path / "b.txt"


def test_at_the_command_line(tracker: Tracker, files: tuple[Path, Path]) -> None:
    def add(*arguments: object) -> Ran:
        return tracker("add", *arguments, "--idempotency-key", "k", "--json")

    first = add(files[0], "--outlet", "Wire")
    assert first.json["outcome"] == "added"
    assert add(files[0], "--outlet", "Wire").out == first.out
    one_line(add(files[1], "--outlet", "Wire"), 2, "'k' was used by tester", "another input")
    one_line(add(files[0], "--outlet", "Post"), 2, "another input")
    one_line(add(*files), 2, "of one source")
    one_line(tracker("record", "--text", TEXT, "--idempotency-key", "k"), 2, "another input")


def test_an_address_is_not_fetched_again(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it holds may have changed meanwhile; there is no network in tests at all."""
    page = captured(TEXT, url="https://wire.example/1")
    monkeypatch.setattr("tracker.cli.sources.capture_source", lambda *_given: page)
    address = ("add", "https://wire.example/1", "--idempotency-key", "k", "--json")
    first = tracker(*address)
    monkeypatch.undo()
    monkeypatch.setattr("tracker.cli.sources.capture_source", _refuse)
    monkeypatch.setenv("TRACKER_UNSAFE_SERVER", "yes")
    assert tracker(*address).out == first.out


def test_an_archive_of_many_articles_has_no_one_answer(tracker: Tracker, tmp_path: Path) -> None:
    pages = write(tmp_path / "two.warc", response(), response(address=ADDRESS + "/2"))
    one_line(tracker("add", pages, "--idempotency-key", "k"), 2, "of one source with one article")
    assert tracker("article", "list", "--json").lines == []


def _refuse(*_given: object) -> None:
    raise AssertionError("fetched again")


def add_one(database: str, path: Path, user: str) -> int:
    command = ["add", str(path), "--idempotency-key", "k", "--json"]
    return run(["--database", database, "--user", user, *command])


def test_eight_ask_at_once(database: str, engine: Engine, files: tuple[Path, Path]) -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(8, mp_context=spawn) as pool:
        ask: Callable[[str], int] = partial(add_one, database, files[0])
        assert list(pool.map(ask, [f"user-{n}" for n in range(8)])) == [0] * 8
    found = held(engine)
    assert (found["articles"], found["occurrences"]) == (1, 1)
    with reading(engine) as session:
        assert count_entries(session, kind="request") == 1
