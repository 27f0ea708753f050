"""Vectors of texts by a model in a folder: its forms, its bounds, and what is wrong with it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.semantic.model_files import DIMENSIONS, TELLINGS, gather, write_files, write_model
from tracker.errors import BadInput
from tracker.semantic.encoder import MOST_TOKENS, Encoder

SAID = TELLINGS[0][0]


@pytest.mark.parametrize("pooled", [False, True], ids=["a vector a token", "a vector a text"])
def test_vectors_have_unit_length(tmp_path: Path, pooled: bool) -> None:
    vector = Encoder(write_model(tmp_path / "model", pooled)).vector(SAID)
    assert vector.shape == (DIMENSIONS,)
    assert float(vector @ vector) == pytest.approx(1.0, abs=1e-5)


def test_pooled_here_or_there_is_the_same(tmp_path: Path) -> None:
    one, other = (
        Encoder(write_model(tmp_path / str(pooled), pooled)).vector(SAID)
        for pooled in (False, True)
    )
    assert one == pytest.approx(other, abs=1e-6)


def test_a_text_gets_one_vector_whatever_was_asked_before(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    alone, busy = Encoder(folder), Encoder(folder)
    for pair in TELLINGS:
        busy.vector(" ".join(pair))
    assert (alone.vector(SAID) == busy.vector(SAID)).all()


@pytest.mark.parametrize("text", ["", "   ", "zyx qqq"], ids=["empty", "blank", "unknown words"])
def test_where_nothing_is_known_there_are_zeros(tmp_path: Path, text: str) -> None:
    assert not Encoder(write_model(tmp_path / "model")).vector(text).any()


def test_a_long_text_is_read_by_its_beginning(tmp_path: Path) -> None:
    encoder = Encoder(write_model(tmp_path / "model"))
    start = "wolves " * MOST_TOKENS
    assert (encoder.vector(start) == encoder.vector(start + "bread " * 10_000)).all()


def test_a_digest_is_of_all_that_makes_the_vectors(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    digests = {Encoder(folder).digest, Encoder(write_model(tmp_path / "same")).digest}
    assert len(digests) == 1
    (folder / "tokenizer.json").write_text(
        (folder / "tokenizer.json").read_text(encoding="utf-8").replace("wolves", "wolf"),
        encoding="utf-8",
    )
    (tmp_path / "same" / "model.onnx_data").write_bytes(b"weights")
    digests |= {Encoder(folder).digest, Encoder(tmp_path / "same").digest}
    assert len(digests) == 3


def no_folder(folder: Path) -> None:
    """Leave nothing there."""


def no_tokenizer(folder: Path) -> None:
    write_model(folder)
    (folder / "tokenizer.json").unlink()


def no_model(folder: Path) -> None:
    write_model(folder)
    (folder / "model.onnx").unlink()


def not_onnx(folder: Path) -> None:
    write_files(folder, b"<html>not found</html>", ["[UNK]"])


def tokenizer_not_json(folder: Path) -> None:
    write_model(folder)
    (folder / "tokenizer.json").write_text("{", encoding="utf-8")


def other_input(folder: Path) -> None:
    write_files(folder, gather([[1.0, 2.0]], takes="pixels"), ["[UNK]"])


def no_vectors(folder: Path) -> None:
    write_files(folder, gather([[1.0, 2.0]], rank=1), ["[UNK]"])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (no_folder, "is no folder"),
        (no_tokenizer, "holds no tokenizer.json"),
        (no_model, "holds no model.onnx"),
        (not_onnx, "is no ONNX model that runs here"),
        (tokenizer_not_json, "is no tokenizer"),
        (other_input, "takes pixels, not whole numbers input_ids"),
        (no_vectors, "gives no vectors"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, spoil: Any, said: str) -> None:
    spoil(tmp_path / "model")
    with pytest.raises(BadInput, match=said) as raised:
        Encoder(tmp_path / "model")
    assert "\n" not in str(raised.value)
    assert str(tmp_path / "model") in str(raised.value)


@pytest.mark.parametrize(
    ("table", "said"),
    [([[float("nan")] * 3], "holds no vector of numbers"), ([], "cannot be run")],
    ids=["not numbers", "a token it lacks"],
)
def test_what_fails_only_when_it_runs(tmp_path: Path, table: Any, said: str) -> None:
    rows = table or [[1.0, 2.0]]
    write_files(tmp_path / "model", gather(rows), ["[UNK]"] if table else ["[UNK]", "wolves"])
    with pytest.raises(BadInput, match=said):
        Encoder(tmp_path / "model").vector("wolves")


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    write_model(tmp_path / "model")
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(BadInput, match=r"pip install 'tracker\[semantic\]'"):
        Encoder(tmp_path / "model")


def test_nothing_of_it_is_imported_where_no_model_is_named() -> None:
    heavy = ("onnxruntime", "tokenizers", "tracker.semantic.encoder")
    script = f"import sys, tracker.cli.app; print([n for n in {heavy} if n in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
