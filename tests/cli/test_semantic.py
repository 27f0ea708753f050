"""`--semantic-model`: keys, matching by meaning, and every way in which it cannot be used."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.test_errors import one_line
from tests.semantic.model_files import TELLINGS, write_model

SINGER, POP_STAR = TELLINGS[27]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small model of sentences."""
    return write_model(tmp_path / "sentences")


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A file with one text to look for."""
    path = tmp_path / "asked.txt"
    path.write_text(POP_STAR, encoding="utf-8")
    return path


def record(tracker: Tracker, *options: object) -> None:
    ran = tracker("record", "--text", SINGER, "--outlet", "Sample Wire", *options)
    assert ran.code == 0, ran.err


def test_a_claim_in_other_words_is_found(tracker: Tracker, folder: Path, asked: Path) -> None:
    record(tracker)
    assert tracker("match", asked).out.endswith("nothing stored is like it\n")
    ran = tracker("--semantic-model", folder, "db", "rekey")
    assert ran.out == "1 claim gone through, 1 had other keys\n"
    shown = tracker("match", asked, "--explain", "--semantic-model", folder).out
    assert f"claim 1  {SINGER}" in shown
    assert "How near the two are in meaning" in shown
    found = tracker("match", asked, "--json", "--semantic-model", folder).json["candidates"]
    assert 0.65 < found[0]["features"]["meaning"] < 1.0


def test_the_setting_may_stand_in_the_environment(
    tracker: Tracker, folder: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_SEMANTIC_MODEL", str(folder))
    tracker("db", "rekey")
    record(tracker)
    assert f"claim 1  {SINGER}" in tracker("match", asked).out


def test_an_empty_database_is_keyed_by_init(tracker: Tracker, folder: Path) -> None:
    assert tracker("init", "--semantic-model", folder).code == 0
    record(tracker, "--semantic-model", folder)
    ran = tracker("doctor", "--json", "--semantic-model", folder)
    assert ran.json["facts"]["semantic model"].startswith("1-")
    assert not [warning for warning in ran.json["warnings"] if "semantic" in warning]


def test_a_database_of_one_model_is_not_used_with_another(
    tracker: Tracker, folder: Path, tmp_path: Path, asked: Path
) -> None:
    other = write_model(tmp_path / "other", seed="other")
    tracker("db", "rekey", "--semantic-model", folder)
    record(tracker, "--semantic-model", folder)
    one_line(tracker("match", asked), 2, "keyed with the semantic model", "tracker db rekey")
    one_line(tracker("match", asked, "--semantic-model", other), 2, "and this one is")
    ran = tracker("doctor")
    assert ran.code != 0
    assert "warning: the claims are keyed with the semantic model" in ran.out
    assert tracker("claim", "list").code == 0, "reading compares nothing"
    assert tracker("db", "rekey").out == "1 claim gone through, 1 had other keys\n"
    assert tracker("match", asked).code == 0


def test_a_folder_that_is_none(tracker: Tracker, tmp_path: Path, asked: Path) -> None:
    nowhere = tmp_path / "nowhere"
    one_line(tracker("match", asked, "--semantic-model", nowhere), 2, f"{nowhere} is no folder")
    assert tracker("claim", "list", "--semantic-model", nowhere).code == 0, "it asks no model"
    assert (
        f"warning: semantic model {nowhere} is"
        in tracker("doctor", "--semantic-model", nowhere).out
    )


def test_without_the_extra(
    tracker: Tracker, folder: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    ran = tracker("match", asked, "--semantic-model", folder)
    one_line(ran, 2, "pip install 'tracker[semantic]'")


def test_a_link_shows_by_which_model_it_was_made(tracker: Tracker, folder: Path) -> None:
    model = ("--semantic-model", folder)
    tracker("db", "rekey", *model)
    for words, outlet, day in (
        (SINGER, "Sample Wire", "2024-05-02"),
        (POP_STAR, "Sample Daily", "2024-05-03"),
    ):
        told = ("--speaker", "Ines Okafor", "--outlet", outlet, "--published", day)
        assert tracker("record", "--text", words, *told, *model).code == 0
    log = tracker("log", "--json", "--limit", 50).out.splitlines()
    linked = [json.loads(line) for line in log if "link.proposed" in line]
    assert len(linked) == 1
    assert "with 1-" in json.dumps(linked[0])
