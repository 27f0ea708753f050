"""Sets are measured from their files, and known by what is in them."""

import json
from pathlib import Path

import pytest

from benchmarks import evaluate, golden, sets
from benchmarks.sets import BOTH, RULES, Development
from tracker.pipeline import Reader

TEXT = (
    "“We will rebuild the pier,” Mayor Ilse Brandt said.\n\n"
    "Omar Adeyemi, who runs the ferry, said that the pier was lost."
)
ROW = {
    "id": "paper_1",
    "text": TEXT,
    "attributions": [
        {"source": [[28, 45]], "cue": [[46, 50]], "content": [[0, 27]], "type": "direct"},
        {"source": [[53, 65]], "cue": [[86, 90]], "content": [[96, 113]], "type": "indirect"},
    ],
}
LABELS = {
    "id": "paper_1",
    "labels": [
        {"n": 0, "who": "Ilse Brandt", "kind": "person", "accept": []},
        {"n": 1, "who": "Lea Voss", "kind": "person", "accept": []},
    ],
}


@pytest.fixture
def development(tmp_path: Path) -> Development:
    file, labels = tmp_path / "dev.jsonl", tmp_path / "labels.jsonl"
    file.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    labels.write_text(json.dumps(LABELS) + "\n", encoding="utf-8")
    return Development(file, {BOTH: Reader()}, labels)


def test_contents_and_labelled_speakers_are_sets_of_their_own(development: Development) -> None:
    contents, speakers = development.measure()
    assert not contents.own
    assert contents.figures[f"{BOTH}, content, all: F1"] == 1
    assert contents.figures[f"{BOTH}, content with source: F1"] == 1
    assert speakers.figures == {
        f"{BOTH}, speaker: precision": 0.5,
        f"{BOTH}, speaker: coverage": 1,
    }


def test_wrong_speakers_are_listed(
    development: Development, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate.show(development)
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith("wrong speaker: paper_1 1: Omar Adeyemi, not Lea Voss")


def test_without_labels_no_speakers_are_measured(development: Development) -> None:
    development.labels_file.unlink()
    [contents] = development.measure()
    assert contents.name == "polnear-dev"


def test_other_labels_are_another_corpus(development: Development) -> None:
    before = [one.corpus for one in development.measure()]
    with development.labels_file.open("a") as labels:
        labels.write("\n")
    after = [one.corpus for one in development.measure()]
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, False]


def test_our_unseen_articles_are_those_whose_numbers_end_in_0() -> None:
    assert len(sets.unseen()) > 30
    assert all(article.id.endswith("0") for article in sets.unseen())


def test_the_readers_differ_by_their_model() -> None:
    by = sets.readers()
    assert list(by) == [RULES, BOTH]
    assert by[RULES].model is None
    assert by[BOTH].model is not None


def test_an_expectation_belongs_to_each_sample() -> None:
    assert len(golden.files()) == 2 * len(golden.SLUGS)


def test_every_label_names_an_attribution_once() -> None:
    for line in sets.read_rows(sets.LABELS):
        numbers = [label["n"] for label in line["labels"]]
        assert len(set(numbers)) == len(numbers)
        assert all(label["who"] is None or label["who"].strip() for label in line["labels"])
