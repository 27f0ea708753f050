"""`tracker doctor` says what is wrong, and what is unsafe is refused by every command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_errors import one_line
from tests.store.test_safety import by_hand
from tracker.store.engine import Engine


def test_a_sound_database(bare: Tracker, sqlite_database: str) -> None:
    ran = bare("--database", sqlite_database, "doctor", "--json")
    assert ran.code == 0
    assert ran.json["refused"] == ran.json["warnings"] == []
    assert ran.json["facts"]["journal_mode"] == "wal"


def test_a_server_that_may_lose_records(
    bare: Tracker, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_UNSAFE_SERVER")
    for command in (["article", "list"], ["init"], ["record", "--text", "It rained."]):
        ran = bare("--database", postgresql_database, *command)
        one_line(ran, 2, "fsync = off", "TRACKER_UNSAFE_SERVER")
    ran = bare("--database", postgresql_database, "doctor")
    assert ran.code == 2
    assert "refused: the server has fsync = off" in ran.out
    assert "refused: the server has full_page_writes = off" in ran.out


@pytest.mark.parametrize(
    "command",
    [
        ["article", "list"],
        ["record", "--text", "It rained."],
        ["export", "--out", "elsewhere"],
        ["judge", "L1", "yes", "--reason", "x"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_without_a_trigger_nothing_works_until_init(
    tracker: Tracker, engine: Engine, command: list[str]
) -> None:
    on = " ON ledger" if engine.dialect.name == "postgresql" else ""
    by_hand(engine, f"DROP TRIGGER ledger_no_update{on}")
    one_line(tracker(*command), 2, "ledger_no_update", "tracker init")
    found = tracker("verify")
    assert (found.code, "ledger_no_update is missing" in found.err) == (1, True)
    assert "ledger_no_update" in tracker("doctor").out
    ran = tracker("init")
    assert ran.code == 0
    assert "ledger_no_update" in ran.err
    assert tracker("article", "list").code == 0


def test_init_makes_the_folder_and_reading_does_not(bare: Tracker, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/deep/er/claims.db"
    ran = bare("--database", address, "claim", "list")
    assert (ran.code, (tmp_path / "deep").exists()) == (2, False)
    assert bare("--database", address, "init").code == 0
    assert bare("--database", address, "claim", "list").code == 0
