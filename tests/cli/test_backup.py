"""`tracker backup` and `tracker restore` at the command line."""

from pathlib import Path

from tests.cli.conftest import Tracker
from tests.cli.test_errors import one_line


def test_a_backup_and_its_restoring(bare: Tracker, tmp_path: Path) -> None:
    address, out = f"sqlite:///{tmp_path}/claims.db", tmp_path / "b.db"
    assert bare("--database", address, "init").code == 0
    bare("--database", address, "record", "--text", "It rained on the fair.")
    ran = bare("--database", address, "backup", "--out", out)
    assert ran.code == 0
    assert ran.out.startswith(f"backed up to {out}: 1 version, 1 occurrence, ")
    head = _head(bare, address)
    assert ran.out.splitlines()[1] == f"ledger entry {head[0]}, head {head[1]}"
    restored = f"sqlite:///{tmp_path}/a/new/folder/restored.db"
    told = bare("--database", restored, "restore", out, "--json").json
    assert (told["seq"], told["hash"]) == head
    assert _head(bare, restored) == head
    assert bare("--database", restored, "verify").code == 0


def _head(bare: Tracker, address: str) -> tuple[int, str]:
    shape = bare("--database", address, "checkpoint", "--json").json
    return shape["entries"], shape["head"]


def test_what_is_refused(bare: Tracker, sqlite_database: str, tmp_path: Path) -> None:
    out = tmp_path / "b.db"
    assert bare("--database", sqlite_database, "init").code == 0
    assert bare("--database", sqlite_database, "backup", "--out", out).code == 0
    ran = bare("--database", sqlite_database, "backup", "--out", out)
    one_line(ran, 2, "b.db is there already")
    one_line(bare("--database", sqlite_database, "restore", out), 2, "another address")
    nowhere = tmp_path / "no" / "folder.db"
    one_line(bare("--database", sqlite_database, "backup", "--out", nowhere), 2, "No such file")
    out.write_bytes(out.read_bytes()[: 3 * 4096])
    restored = f"sqlite:///{tmp_path}/r.db"
    one_line(bare("--database", restored, "restore", out), 2, "b.db")
    assert not (tmp_path / "r.db").exists()


def test_postgresql_is_told_how(bare: Tracker, postgresql_database: str, tmp_path: Path) -> None:
    ran = bare("--database", postgresql_database, "backup", "--out", tmp_path / "b")
    one_line(ran, 2, "pg_dump", "docs/backup.md")
