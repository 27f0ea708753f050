"""What a desk corrects changes what is found: a cue that nothing knew is read afterwards."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.extract import extract
from tracker.extract.sequence.train import Weights
from tracker.model import Article
from tracker.resources import shipped

CORRECTED = [
    ("Ada Lind", "the pillars of the bridge were cracked"),
    ("Tom Pell", "the ferry had sailed without a pilot"),
    ("The harbour master", "no tug was in the port that night"),
    ("Jana Kolar", "the crew had slept on the deck"),
    ("Mirel Cho", "the gates would stay shut until May"),
    ("The clerk", "two of the boats were never found"),
]
NEW = (
    "The board of Port Halvern met on Monday. Ines Okafor rang in that the quay had sunk by a "
    "metre. The fog lifted at noon."
)


@pytest.fixture
def desk(bare: Tracker, sqlite_database: str) -> Tracker:
    """Run `tracker` as a desk's, on a fresh SQLite file."""
    return lambda *arguments: bare("--database", sqlite_database, "--user", "vera", *arguments)


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder of the few articles behind `weights`, so that training takes a second."""
    folder = tmp_path / "few"
    folder.mkdir()
    for path in (shipped("seeds") / "marked").glob("*-001.txt"):
        shutil.copy(path, folder)
    return folder


def teach(desk: Tracker, folder: Path, source: str, content: str) -> None:
    """Add an article, and record by hand what nothing found in it."""
    article = folder / "story.txt"
    text = f"It rained on Monday. {source} rang in that {content}. The fog lifted at noon."
    article.write_text(text, encoding="utf-8")
    number = desk("add", article, "--outlet", "Sample Wire", "--json").json["article_id"]
    assert desk("article", "show", number, "--json").json["statements"] == []
    ran = desk("record", "--article", number, "--text", content, "--json")
    ran = desk(
        *("claim", "correct", ran.json["occurrence_id"], "--source", source),
        *("--cue", "rang in", "--reason", "she was on the line"),
    )
    assert ran.code == 0, ran.err


def found(desk: Tracker, path: Path) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what is found in NEW."""
    path.write_text(NEW, encoding="utf-8")
    ran = desk("extract", path, "--json")
    assert ran.code == 0, ran.err
    return [
        (one["source"]["exact"], one["cue"]["exact"], one["content"][0]["exact"])
        for one in ran.lines
    ]


def test_corrections_teach_a_cue(desk: Tracker, few: Path, tmp_path: Path) -> None:
    assert found(desk, tmp_path / "new.txt") == []
    for source, content in CORRECTED:
        teach(desk, tmp_path, source, content)
    ran = desk("model", "train", few, "--from-corrections", "--out", tmp_path / "ours")
    assert (ran.code, ran.err) == (0, "")
    assert f"corrections of the desk: {len(CORRECTED)} articles, {len(CORRECTED)} attr" in ran.out
    assert found(desk, tmp_path / "new.txt") == [], "it is made, and not yet chosen"
    assert desk("model", "use", tmp_path / "ours").code == 0
    assert found(desk, tmp_path / "new.txt") == [
        ("Ines Okafor", "rang in", "the quay had sunk by a metre")
    ]


def test_without_the_corrections_it_is_not_learnt(weights: Weights) -> None:
    assert extract(Article(text=NEW), model=weights.model()) == []
