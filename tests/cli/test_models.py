"""`tracker model …`: training, choosing, showing and checking, and what is refused."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_errors import one_line
from tracker.config import settings_file
from tracker.extract.sequence.train import Weights
from tracker.model import MarkedArticle
from tracker.resources import shipped
from tracker.training.card import Card, DataSet
from tracker.training.folder import write_model

FEW = list((shipped("seeds") / "marked").glob("*-001.txt"))
STORY = "Ada Lind urged the port to wait. “We sail on Friday,” she told KNA."


@pytest.fixture
def folder(tmp_path: Path, weights: Weights, marked: list[MarkedArticle]) -> Path:
    """A folder with a model in it, called "ours"."""
    card = Card("ours", (DataSet.of("few", "MIT", marked),), weights.scores, date(2024, 5, 2))
    write_model(tmp_path / "ours", weights, card)
    return tmp_path / "ours"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def name_of(folder: Path) -> str:
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    return f"{card['name']}-{card['digest'][:8]}"


def in_use(bare: Tracker) -> str:
    card = bare("model", "show", "--json").json
    return f"{card['name']}-{card['digest'][:8]}"


def test_train_writes_a_model_and_says_how_to_use_it(
    bare: Tracker, tmp_path: Path, weights: Weights
) -> None:
    data, out = tmp_path / "few", tmp_path / "new" / "desk"
    data.mkdir()
    for path in FEW:
        shutil.copy(path, data)
    ran = bare("model", "train", data, "--out", out, "--name", "night desk", "--licence", "MIT")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{name_of(out)}, made {datetime.now(UTC).date()} with ")
    assert "  few: 9 articles, " in ran.out
    assert "; licence: MIT\n" in ran.out
    assert "  held out: precision 0." in ran.out
    assert ran.out.endswith(f"to read with it: tracker model use {out}\n")
    assert (out / "tagger.crf").read_bytes() == weights.tagger, "whatever the processes"
    again = bare("model", "train", data, "--out", out)
    one_line(again, 2, str(out), "give a new folder")
    assert name_of(out).startswith("night desk-")


def test_show_is_of_the_shipped_model_where_none_is_chosen(bare: Tracker) -> None:
    ran = bare("model", "show")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("news-")
    assert "  marked articles of tracker: 313 articles, " in ran.out
    assert ran.out.count("SHA-256") == 3


def test_show_prints_the_card_of_a_folder(bare: Tracker, folder: Path) -> None:
    ran = bare("model", "show", folder)
    first, data, held_out, *files = ran.out.splitlines()
    assert first.startswith(f"{name_of(folder)}, made 2024-05-02 with ")
    assert data.startswith("  few: 9 articles, ")
    assert held_out.startswith("  held out: precision 0.")
    assert [line.split(":")[0] for line in files] == [
        "  tagger.crf",
        "  content.crf",
        "  source.crf",
    ]
    card = (folder / "card.json").read_text(encoding="utf-8")
    assert bare("model", "show", folder, "--json").json == json.loads(card)


def test_use_is_kept_for_later_runs(bare: Tracker, folder: Path) -> None:
    before = in_use(bare)
    ran = bare("model", "use", folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"reading with {name_of(folder)} from now on ({settings_file()})\n"
    assert in_use(bare) == name_of(folder) != before
    ran = bare("model", "use", "--shipped")
    assert ran.out == f"reading with the shipped model from now on ({settings_file()})\n"
    assert in_use(bare) == before


def test_use_keeps_other_settings(bare: Tracker, folder: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"user": "vera", "fetch_timeout": 5}', encoding="utf-8")
    bare("model", "use", folder)
    bare("model", "use", "--shipped")
    held = json.loads(settings_file().read_text(encoding="utf-8"))
    assert held == {"user": "vera", "fetch_timeout": 5}


def test_use_keeps_where_the_folder_is(
    bare: Tracker, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert bare("model", "use", "ours").code == 0
    monkeypatch.chdir("/")
    assert in_use(bare) == name_of(folder)


def test_the_environment_wins_over_use(
    bare: Tracker, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare("model", "use", folder)
    monkeypatch.setenv("TRACKER_MODEL", str(tmp_path / "other"))
    one_line(bare("model", "show"), 2, str(tmp_path / "other"))
    ran = bare("model", "use", folder)
    assert ran.code == 0
    assert ran.err == f"TRACKER_MODEL is set and wins: {tmp_path / 'other'}\n"


def test_statements_are_read_with_the_model_in_use(
    tracker: Tracker, folder: Path, story: Path
) -> None:
    """Every occurrence keeps which model found it."""
    tracker("model", "use", folder)
    assert tracker("add", story, "--outlet", "Sample Wire").code == 0
    tracker("model", "use", "--shipped")
    shown = tracker("export", "--out", story.parent / "out")
    assert shown.code == 0, shown.err
    lines = (story.parent / "out" / "occurrences.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(name_of(folder) in line for line in lines)
    assert tracker("verify").code == 0


def test_a_model_that_vanished_says_what_to_do(bare: Tracker, folder: Path, story: Path) -> None:
    bare("model", "use", folder)
    shutil.rmtree(folder)
    for command in (["extract", story], ["model", "show"]):
        one_line(bare(*command), 2, str(folder), "`tracker model use --shipped`")
    assert bare("model", "use", "--shipped").code == 0
    assert bare("extract", story).code == 0


def test_what_reads_no_article_needs_no_model(tracker: Tracker, folder: Path) -> None:
    tracker("model", "use", folder)
    shutil.rmtree(folder)
    for command in (["claim", "list"], ["article", "list"], ["verify"]):
        assert tracker(*command).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["use"], ["give the FOLDER of a model, or --shipped"], id="use nothing"),
        pytest.param(["use", "none", "--shipped"], ["or --shipped"], id="use both"),
        pytest.param(["use", "none"], ["none", "no model", "--shipped"], id="use no folder"),
        pytest.param(["show", "none"], ["none", "no model"], id="show no folder"),
        pytest.param(["train"], ["--out"], id="train nowhere"),
        pytest.param(["train", "none", "--out", "x"], ["none", ".jsonl"], id="train on nothing"),
        pytest.param(["train", "--out", "x", "--processes", "0"], ["--processes"], id="no process"),
        pytest.param(["check"], ["DATA"], id="check nothing"),
        pytest.param(["check", "none.jsonl"], ["none.jsonl", "cannot be read"], id="check no file"),
    ],
)
def test_bad_input(
    bare: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    one_line(bare("model", *arguments), 2, *words)
    assert not settings_file().exists()
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_model_is_not_chosen(bare: Tracker, folder: Path) -> None:
    (folder / "tagger.crf").write_bytes(b"something else")
    one_line(bare("model", "use", folder), 2, "tagger.crf is not the file that its card describes")
    assert not settings_file().exists()


def test_training_on_corrections_where_there_are_none(tracker: Tracker, tmp_path: Path) -> None:
    ran = tracker("model", "train", "--from-corrections", "--out", tmp_path / "desk")
    one_line(ran, 2, "nothing was corrected yet", "tracker claim correct")
    assert not (tmp_path / "desk").exists()


def test_training_on_corrections_without_a_database(bare: Tracker, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/none.db"
    ran = bare("--database", address, "model", "train", "--from-corrections", "--out", "x")
    one_line(ran, 2, "tracker init")


def test_check_counts_what_can_be_read(bare: Tracker, tmp_path: Path) -> None:
    row = {"id": "x", "text": "It sank.", "attributions": [{"content": [[0, 8]]}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    ran = bare("model", "check", tmp_path / "a.jsonl")
    assert (ran.code, ran.out, ran.err) == (0, "1 article, 1 attribution\n", "")


def test_check_names_the_first_that_cannot(bare: Tracker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('<C n="1" act="speech">x', encoding="utf-8")
    one_line(bare("model", "check", tmp_path), 2, "a.txt: ", "not closed")
