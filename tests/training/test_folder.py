"""A model's folder: what is written is what is read, and what does not fit is refused."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import BadInput
from tracker.extract import extract
from tracker.extract.sequence.train import Weights
from tracker.model import Article, MarkedArticle
from tracker.training import Data, open_model, train_model
from tracker.training.card import Card, DataSet
from tracker.training.folder import write_model

TEXT = "Ada Lind urged the port to wait. “We sail on Friday,” she told KNA."
FILES = ["README.md", "card.json", "content.crf", "source.crf", "tagger.crf"]


@pytest.fixture
def card(marked: list[MarkedArticle], weights: Weights) -> Card:
    return Card("desk", (DataSet.of("ours", "MIT", marked),), weights.scores, date(2024, 5, 2))


@pytest.fixture(scope="session")
def written(
    marked: list[MarkedArticle], weights: Weights, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("models") / "new" / "desk"
    data = (DataSet.of("ours", "MIT", marked),)
    write_model(folder, weights, Card("desk", data, weights.scores, date(2024, 5, 2)))
    return folder


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A copy of a model's folder, to spoil."""
    shutil.copytree(written, tmp_path / "desk")
    return tmp_path / "desk"


def test_what_is_written_is_what_is_read(written: Path, weights: Weights) -> None:
    assert sorted(path.name for path in written.iterdir()) == FILES
    opened = open_model(written)
    assert opened.card == json.loads((written / "card.json").read_text(encoding="utf-8"))
    assert opened.name == f"desk-{opened.card['digest'][:8]}"
    article = Article(text=TEXT)
    expected = extract(article, model=weights.model())
    assert extract(article, model=opened.reader) == expected != []


def test_an_empty_folder_will_do(tmp_path: Path, weights: Weights, card: Card) -> None:
    shape = write_model(tmp_path, weights, card)
    assert open_model(tmp_path).card == shape


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, weights: Weights, card: Card
) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(BadInput, match="something is in it already: give a new folder"):
        write_model(tmp_path, weights, card)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("below", ["", "below"])
def test_a_file_is_no_folder(tmp_path: Path, weights: Weights, card: Card, below: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="cannot be written"):
        write_model(tmp_path / "file" / below, weights, card)


@pytest.mark.parametrize("name", [name for name in FILES if name != "README.md"])
def test_a_missing_file_is_named_and_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(BadInput, match=r"no model: .*`tracker model use --shipped`") as caught:
        open_model(folder)
    assert str(folder / name) in str(caught.value)


@pytest.mark.parametrize("name", ["content.crf", "source.crf", "tagger.crf"])
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    body = bytearray((folder / name).read_bytes())
    body[-1] ^= 1
    (folder / name).write_bytes(body)
    with pytest.raises(BadInput, match=f"{name} is not the file that its card describes"):
        open_model(folder)


def edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    change(card)
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda card: card.update(features=0), "made for features 0", id="features"),
        pytest.param(lambda card: card.update(digest="0" * 64), "digest", id="another digest"),
        pytest.param(lambda card: card.pop("files"), "'files'", id="no files"),
        pytest.param(lambda card: card.update(files=[]), "cannot be read", id="files in a list"),
        pytest.param(
            lambda card: card["files"].pop("source.crf"), "'source.crf'", id="a file left out"
        ),
        pytest.param(lambda card: card.update(floor="low"), "'low'", id="floor"),
        pytest.param(lambda card: card.pop("floor"), "'floor'", id="no floor"),
    ],
)
def test_a_card_that_does_not_fit(
    folder: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    edit(folder, change)
    with pytest.raises(BadInput, match="tracker model train") as caught:
        open_model(folder)
    assert str(caught.value).startswith(f"{folder}: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"3", b"\xff"], ids=repr)
def test_a_card_that_cannot_be_read(folder: Path, body: bytes) -> None:
    (folder / "card.json").write_bytes(body)
    with pytest.raises(BadInput, match=r"its card\.json cannot be read"):
        open_model(folder)


def test_a_taken_folder_is_refused_before_anything_is_learnt(tmp_path: Path) -> None:
    """Nothing could be learnt from no articles: that would be the error."""
    (tmp_path / "notes.txt").touch()
    with pytest.raises(BadInput, match="something is in it"):
        train_model([], tmp_path, "desk", date(2024, 5, 2), 1)


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([], id="none"),
        pytest.param([MarkedArticle("a-1", TEXT, ())] * 3, id="without attributions"),
    ],
)
def test_too_few_articles_write_nothing(tmp_path: Path, articles: list[MarkedArticle]) -> None:
    folder = tmp_path / "desk"
    with pytest.raises(BadInput, match=f"^{len(articles)} marked articles are too few") as caught:
        train_model([Data("a", "b", articles)], folder, "desk", date(2024, 5, 2), 1)
    assert "\n" not in str(caught.value)
    assert not folder.exists()


def test_all_sets_are_trained_on_in_their_order(
    tmp_path: Path, marked: list[MarkedArticle], weights: Weights
) -> None:
    sets = [Data("one", "MIT", marked[:4]), Data("two", "CC0", marked[4:])]
    card = train_model(sets, tmp_path / "desk", "desk", date(2024, 5, 2), 1)
    assert (tmp_path / "desk" / "tagger.crf").read_bytes() == weights.tagger
    assert [(one["name"], one["licence"], one["articles"]) for one in card["data"]] == [
        ("one", "MIT", 4),
        ("two", "CC0", len(marked) - 4),
    ]
