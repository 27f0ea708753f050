"""What `make torture` runs, and that the program itself holds no place to die at."""

from pathlib import Path

import pytest

from benchmarks.torture import __main__ as torture
from benchmarks.torture import failpoints

ROOT = Path(__file__).parents[2]


def test_every_program_is_run_and_nothing_else() -> None:
    names = torture.programs()
    assert {"crash", "concurrency", "history"} <= set(names)
    assert not {"failpoints", "databases", "machine", "warm", "__main__"} & set(names)


def test_one_that_fails_is_counted() -> None:
    assert torture.run(["no_such_module"]) == 1


def test_the_program_has_no_failpoints() -> None:
    sources = list((ROOT / "tracker").rglob("*.py"))
    assert len(sources) > 100
    for path in sources:
        source = path.read_text(encoding="utf-8")
        assert "failpoint" not in source, path
        assert "SIGKILL" not in source, path


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(AssertionError, match="before lunch"):
        failpoints.arm("before lunch", 1)
