"""The gate: no figure may fall unseen."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import evaluate, floors, page
from benchmarks.floors import SLACK, WRONG, Measured

PINNED = {"ours": {"corpus": "c1", "figures": {"rules, content: F1": 0.8}}}


def measured(f1: float | None = 0.8, wrong: int = 0, **changes: Any) -> Measured:
    figures = {f"rules, {WRONG}": wrong} | ({} if f1 is None else {"rules, content: F1": f1})
    given_ = {"name": "ours", "title": "Ours", "corpus": "c1", "figures": figures, "own": True}
    return Measured(**given_ | changes)


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        (measured(0.8), []),
        (measured(0.9), []),
        (measured(0.79), ["ours, rules, content: F1: was 0.800, is 0.790"]),
        (measured(None), ["ours, rules, content: F1: was 0.800, is not measured"]),
        (measured(wrong=2), ["ours, rules, speakers: wrong: was 0, is 2"]),
        (measured(name="new"), ["new: no floors are pinned"]),
        (measured(name="new", own=False), []),
        (measured(0.1, corpus="c2", own=False), []),
    ],
    ids=["at it", "above", "below", "gone", "wrong mouth", "new", "new, theirs", "changed, theirs"],
)
def test_what_fell_is_named(one: Measured, lines: list[str]) -> None:
    assert floors.fallen(PINNED, one) == lines


def test_floors_of_another_corpus_are_not_held_against_ours_but_missed() -> None:
    [line] = floors.fallen(PINNED, measured(0.1, corpus="c2"))
    assert line == (
        "ours: the corpus is not the one that its floors were pinned on: they do not apply"
    )


def test_pinning_takes_the_measured_sets_and_leaves_others() -> None:
    before = {"theirs": {"corpus": "x", "figures": {"a": 0.5}}}
    assert floors.pin(before, [measured(0.8349)]) == {
        **before,
        "ours": {"corpus": "c1", "figures": {"rules, content: F1": 0.832}},
    }


@given(st.floats(0, 1))
def test_a_figure_just_pinned_has_not_fallen(figure: float) -> None:
    floor = floors.floor_of(figure)
    assert 0 <= floor <= figure
    assert figure - floor < SLACK + 0.0011


@given(st.integers(2, 1000))
def test_a_figure_of_three_digits_loses_the_slack_alone(thousandths: int) -> None:
    assert floors.floor_of(thousandths / 1000) == round(thousandths / 1000 - SLACK, 3)


def test_a_lowered_floor_is_named_once_pinned() -> None:
    after = floors.pin(PINNED, [measured(0.7)])
    assert floors.lowered(PINNED, after) == ["ours, rules, content: F1: was 0.800, is 0.698"]
    assert floors.lowered(PINNED, floors.pin(PINNED, [measured(0.9)])) == []
    assert floors.lowered(PINNED, floors.pin(PINNED, [measured(0.7, corpus="c2")])) == []


def test_floors_survive_their_file(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert floors.load(file) == {}
    floors.save(PINNED, file)
    assert floors.load(file) == PINNED


def test_a_digest_is_of_names_and_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"one")
    second.write_bytes(b"one")
    digests = {floors.digest([first]), floors.digest([second]), floors.digest([first, second])}
    second.write_bytes(b"two")
    assert len(digests | {floors.digest([first, second])}) == 4


def run(monkeypatch: pytest.MonkeyPatch, file: Path, one: Measured, *options: str) -> int:
    """Return the gate's exit code on one set, its floors in `file`."""
    monkeypatch.setattr(floors, "load", lambda: load(file))
    monkeypatch.setattr(floors, "save", lambda pinned: save(pinned, file))
    monkeypatch.setattr(evaluate, "readers", dict)
    monkeypatch.setattr(evaluate, "own_sets", lambda by: [one])
    monkeypatch.setattr(page, "write_tables", lambda tables: None)
    monkeypatch.setattr("sys.argv", ["evaluate", *options])
    with pytest.raises(SystemExit) as ended:
        evaluate.main()
    return int(ended.value.code or 0)


load, save = floors.load, floors.save


def test_the_gate_closes_below_a_floor_and_opens_once_pinned(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "floors.json"
    save(PINNED, file)
    assert run(monkeypatch, file, measured(0.81)) == 0
    assert capsys.readouterr().err == ""
    assert run(monkeypatch, file, measured(0.75)) == 1
    printed = capsys.readouterr()
    assert printed.err == "ours, rules, content: F1: was 0.800, is 0.750\n"
    assert "0.750   0.800" in printed.out
    assert run(monkeypatch, file, measured(0.75), "--pin") == 0
    assert "needs a reason in the changelog: ours, rules, content: F1" in capsys.readouterr().out
    assert run(monkeypatch, file, measured(0.75)) == 0


def test_pinning_does_not_excuse_a_wrong_speaker(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run(monkeypatch, tmp_path / "floors.json", measured(wrong=1), "--pin") == 1


def test_a_folder_without_the_set_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.argv", ["evaluate", "--corpora", str(tmp_path)])
    monkeypatch.setattr(evaluate, "own_sets", lambda by: [])
    with pytest.raises(SystemExit, match=r"dev\.jsonl is not there"):
        evaluate.main()
