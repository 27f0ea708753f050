"""Databases that earlier releases wrote are restored, upgraded and verified."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.releases import RELEASES, fill, write_file
from tests.usecases.test_backup import PLACES, held, quiet
from tracker import audit, backup, gazetteer
from tracker.store import schema
from tracker.store.engine import Engine

Opened = Callable[[str], Engine]


def as_upgraded(engine: Engine) -> dict[str, int]:
    """Return what an earlier release's database holds once `init` has run, and verify it."""
    schema.upgrade(engine)
    gazetteer.seed(engine, "vera")
    schema.require_current(engine)
    checked, problems = audit.verify(engine, PLACES)
    assert problems == []
    assert checked["versions"] == 3
    assert checked["ledger entries"] == 33
    return held(engine)


RELEASED = {
    "articles": 3,
    "versions": 3,
    "agents": 5,
    "claims": 6,
    "occurrences": 6,
    "links": 1,
    "relations": 0,
    "judgements": 1,
    "ledger entries": 33,
}


@pytest.mark.parametrize("release", RELEASES)
def test_a_backup_of_an_earlier_release_is_restored_upgraded_and_verified(
    opened: Opened, tmp_path: Path, release: str
) -> None:
    write_file(release, tmp_path / "old.db")
    before = (tmp_path / "old.db").read_bytes()
    target = opened(f"sqlite:///{tmp_path}/r.db")
    copied = backup.restore(tmp_path / "old.db", target, "vera", PLACES, quiet)
    assert copied.seq == 33
    assert held(target) == as_upgraded(target) == RELEASED
    assert (tmp_path / "old.db").read_bytes() == before


@pytest.mark.parametrize("release", RELEASES)
def test_an_earlier_release_is_upgraded_in_place(empty_engine: Engine, release: str) -> None:
    fill(empty_engine, release)
    assert schema.current_revision(empty_engine) == release
    assert as_upgraded(empty_engine) == RELEASED
