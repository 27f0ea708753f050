"""A folder with `model.onnx` and `tokenizer.json` → vectors of texts.

As sentence-transformers and optimum export them: the inputs are `input_ids`,
`attention_mask` and perhaps `token_type_ids`, the output either one vector a token
(`last_hidden_state`, averaged here) or one a text (`sentence_embedding`). Nothing is
fetched: what the folder lacks is an error.
"""

import hashlib
from importlib import import_module
from pathlib import Path
from typing import Any

from tracker.errors import BadInput

MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
BESIDE = ("model.onnx_data", "model.onnx.data")
"""Where exporters put the weights of a model that is too large for one file."""

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
WHOLE = "sentence_embedding"

MOST_TOKENS = 128
"""Tokens of a text that are read, some 95 words: nearly every claim, and a bound on time."""

MOST_CODEPOINTS = 20 * MOST_TOKENS


class Encoder:
    """Texts → vectors of unit length, one text at a time and on one thread.

    In a batch shorter texts are filled up, and the sums of floating-point numbers are taken in
    another order: the last digits of a vector would depend on what else was in the batch, and
    with them, at a threshold, what is linked.
    """

    def __init__(self, folder: Path) -> None:
        """Open the model of a folder.

        Raises:
            BadInput: the extra is not installed, or the folder holds no model that fits.
        """
        for part in (MODEL, TOKENIZER):
            if not (folder / part).is_file():
                what = "holds no " + part if folder.is_dir() else "is no folder"
                raise BadInput(f"semantic model {folder} {what}: it takes {MODEL} and {TOKENIZER}")
        runtime, tokenizers, self.numpy = _extra()
        self._folder = folder
        self._tokenizer = self._read_tokenizer(tokenizers)
        self._session = self._read_model(runtime)
        self._inputs = self._check_inputs()
        self._output, self._by_token = self._choose_output()

    @property
    def digest(self) -> str:
        """The SHA-256 of the folder's files, in hexadecimal."""
        whole = hashlib.sha256()
        for part in (MODEL, *BESIDE, TOKENIZER):
            if (self._folder / part).is_file():
                with (self._folder / part).open("rb") as file:
                    whole.update(hashlib.file_digest(file, "sha256").digest())
        return whole.hexdigest()

    def vector(self, text: str) -> Any:
        """Return the vector of a text, float32; zeros where there is nothing to read.

        Raises:
            BadInput: the model cannot be run, or what it gives is no vector of numbers.
        """
        numpy = self.numpy
        read = self._tokenizer.encode(text[:MOST_CODEPOINTS]).ids
        ids = read or [0]
        given = {
            "input_ids": ids,
            "attention_mask": [1] * len(ids),
            "token_type_ids": [0] * len(ids),
        }
        feed = {n: numpy.array([given[n]], dtype=type_) for n, type_ in self._inputs.items()}
        try:
            (found,) = self._session.run([self._output], feed)
        except Exception as error:  # the runtime's errors have no common class
            raise self._wrong(f"cannot be run: {_line(error)}") from error
        one = found[0].astype(numpy.float32)
        one = one.mean(axis=0) if self._by_token else one
        length = float(numpy.sqrt((one * one).sum()))
        if one.ndim != 1 or not numpy.isfinite(length):
            raise self._wrong(f"output {self._output} holds no vector of numbers")
        return one / length if length and read else one * 0

    def _read_tokenizer(self, tokenizers: Any) -> Any:
        try:
            tokenizer = tokenizers.Tokenizer.from_file(str(self._folder / TOKENIZER))
        except Exception as error:  # the library raises bare exceptions
            raise BadInput(f"{self._folder / TOKENIZER} is no tokenizer: {_line(error)}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(MOST_TOKENS)
        return tokenizer

    def _read_model(self, runtime: Any) -> Any:
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 4  # what is wrong is raised; the rest is for developers
        path = self._folder / MODEL
        try:
            return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime's errors have no common class
            raise BadInput(f"{path} is no ONNX model that runs here: {_line(error)}") from error

    def _check_inputs(self) -> dict[str, str]:
        """Return the name and the type of number of each input."""
        found = {one.name: str(one.type) for one in self._session.get_inputs()}
        types = {"tensor(int64)": "int64", "tensor(int32)": "int32"}
        unknown = [n for n, type_ in found.items() if n not in INPUTS or type_ not in types]
        if unknown or "input_ids" not in found:
            raise self._wrong(f"takes {', '.join(found)}, not whole numbers {', '.join(INPUTS)}")
        return {name: types[type_] for name, type_ in found.items()}

    def _choose_output(self) -> tuple[str, bool]:
        """Return the output to read, and whether it has a vector for each token."""
        sizes = {o.name: len(o.shape) for o in self._session.get_outputs() if "float" in o.type}
        by_token = [name for name, size in sizes.items() if size == 3]
        whole = [name for name, size in sizes.items() if size == 2]
        if sizes.get(WHOLE) == 2:
            return WHOLE, False
        # Before a pooled one: that of BERT was never meant to compare sentences by.
        if by_token:
            return by_token[0], True
        if whole:
            return whole[0], False
        raise self._wrong("gives no vectors, neither one a token nor one a text")

    def _wrong(self, what: str) -> BadInput:
        return BadInput(f"semantic model {self._folder / MODEL} {what}")


def _extra() -> list[Any]:
    """Return the runtime, the tokenizers' library and numpy, which comes with the runtime."""
    try:
        return [import_module(name) for name in ("onnxruntime", "tokenizers", "numpy")]
    except ModuleNotFoundError as error:
        raise BadInput(
            "a semantic model needs onnxruntime and tokenizers: install them with "
            "pip install 'tracker[semantic]'"
        ) from error


def _line(error: Exception) -> str:
    """Return what a library says, in one line that is not too long."""
    return " ".join(str(error).split())[:200]
