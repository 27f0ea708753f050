"""Ctrl-C in the middle of an import: what was stored stays whole, the rest can follow."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import IllegalStateChangeError

from tracker import audit
from tracker.cli.app import cli, run
from tracker.exchange.entries import BATCH
from tracker.store import counts
from tracker.store.engine import Engine
from tracker.store.session import reading

CLAIMS = 20 * BATCH


def stored(engine: Engine) -> int:
    with reading(engine) as session:
        return counts.of_records(session)["claims"]


def test_ctrl_c_during_an_import(database: str, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    rows = [
        {"text": f"Well number {n} of the valley holds {n + 7} buckets."} for n in range(CLAIMS)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = [sys.executable, "-m", "tracker", "--database", database, "import", str(path)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    while process.poll() is None and stored(engine) == 0:
        pass
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130, said
    assert said.splitlines()[-1] == "tracker: interrupted; nothing half done was kept"
    kept = stored(engine)
    assert 0 < kept < CLAIMS
    assert kept % BATCH == 0
    assert audit.verify(engine)[1] == []


def test_an_interrupt_in_the_middle_of_the_drivers_work_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        try:
            raise KeyboardInterrupt
        finally:
            raise IllegalStateChangeError("Method 'close()' can't be called here")

    monkeypatch.setattr(cli, "main", interrupted)
    assert run(["article", "list"]) == 130
    assert capsys.readouterr().err == "tracker: interrupted; nothing half done was kept\n"
