"""What `make torture` runs, and that the program itself holds no place to die at."""

from pathlib import Path

import pytest

from benchmarks.torture import __main__ as torture
from benchmarks.torture import failpoints, options

ROOT = Path(__file__).parents[2]


def test_every_program_is_run_and_nothing_else() -> None:
    names = torture.programs()
    assert set(names) == {"concurrency", "crash", "history", "server", "tampering"}
    assert not {"failpoints", "databases", "machine", "warm", "__main__"} & set(names)


def test_one_that_fails_is_counted() -> None:
    assert torture.run(["no_such_module"], []) == 1


def test_a_part_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        torture.main(["lunch"])
    assert left.value.code == 2
    assert "no part 'lunch'" in capsys.readouterr().err


def test_options_behind_the_parts_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []
    monkeypatch.setattr(torture, "run", lambda *given: ran.extend(given) or 0)
    assert torture.main(["crash", "history", "--share", "0.1", "--engine", "sqlite"]) == 0
    assert ran == [["crash", "history"], ["--share", "0.1", "--engine", "sqlite"]]


@pytest.mark.parametrize(
    ("given", "kills"),
    [
        pytest.param([], 200, id="a whole run"),
        pytest.param(["--share", "0.1"], 20, id="a share of it"),
        pytest.param(["--share", "0.001"], 1, id="the smallest share"),
        pytest.param(["--kills", "7", "--share", "0.1"], 7, id="what is given wins"),
    ],
)
def test_sizes_follow_from_the_share(given: list[str], kills: int) -> None:
    parser = options.parser("Kill.")
    options.number(parser, "kills", 200, "kills")
    options.number(parser, "all", None, "as many as there are")
    found = options.parse(parser, given)
    assert (found.kills, found.all, found.engine) == (kills, None, ["sqlite", "postgresql"])
    assert options.most(found, "all", 1_000) == max(1, 1_000 * found.share)


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
