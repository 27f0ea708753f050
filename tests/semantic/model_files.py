"""Small models of sentences for the tests, written byte by byte: no download, no exporter.

Their words are those of `tellings`: the two of a pair share a direction, so that the model
knows what was told twice however it is worded, as a real one does. Each word has a
direction of its own beside it; words of several pairs and unknown ones have none.
"""

import hashlib
import json
import re
import struct
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tracker.semantic.tellings import TELLINGS

OWN = 24
"""Dimensions for what a word has of its own."""

DIMENSIONS = len(TELLINGS) + OWN

INT64, FLOAT = 7, 1

TOKENS = ("batch", "tokens")

Shape = Sequence[str | int]


def write_model(folder: Path, pooled: bool = False, seed: str = "", own: float = 0.4) -> Path:
    """Write `model.onnx` and `tokenizer.json` into a new folder; return it.

    `pooled` gives one vector a text, `seed` another model, and `own` is how much the words
    of one telling differ from those of the other.
    """
    vectors = _vectors(seed, own)
    nodes = [_node("Gather", ["table", "input_ids"], "last_hidden_state")]
    output = _value("last_hidden_state", FLOAT, (*TOKENS, DIMENSIONS))
    if pooled:
        nodes.append(_node("ReduceMean", ["last_hidden_state"], "sentence_embedding", axis=1))
        output = _value("sentence_embedding", FLOAT, ("batch", DIMENSIONS))
    inputs = [_value(name, INT64, TOKENS) for name in ("input_ids", "attention_mask")]
    write_files(folder, model(nodes, inputs, [output], list(vectors.values())), list(vectors))
    return folder


def write_files(folder: Path, onnx: bytes, words: Sequence[str]) -> None:
    """Write a model of these bytes, and a tokenizer that knows these words."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(onnx)
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {word: number for number, word in enumerate(words)},
            "unk_token": words[0],
        },
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")


def model(
    nodes: Sequence[bytes],
    inputs: Sequence[bytes],
    outputs: Sequence[bytes],
    table: Sequence[Sequence[float]],
) -> bytes:
    """Return an ONNX model (operators of version 13) that holds one `table` of numbers."""
    flat = [number for row in table for number in row]
    tensor = b"".join(
        (
            *(_number(1, size) for size in (len(table), len(table[0]))),
            _number(2, FLOAT),
            _bytes(8, b"table"),
            _bytes(9, struct.pack(f"<{len(flat)}f", *flat)),
        )
    )
    graph = b"".join(
        (
            *(_bytes(1, node) for node in nodes),
            _bytes(2, b"tiny"),
            _bytes(5, tensor),
            *(_bytes(11, one) for one in inputs),
            *(_bytes(12, one) for one in outputs),
        )
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _bytes(1, b"") + _number(2, 13))


def gather(table: Sequence[Sequence[float]], *, takes: str = "input_ids", rank: int = 3) -> bytes:
    """Return a model that looks vectors up, with an input of this name and such an output."""
    node = _node("Gather", ["table", takes], "given")
    shape: Shape = (*TOKENS, len(table[0]))[-rank:]
    return model([node], [_value(takes, INT64, TOKENS)], [_value("given", FLOAT, shape)], table)


def _vectors(seed: str, own: float) -> Mapping[str, list[float]]:
    pairs: dict[str, set[int]] = defaultdict(set)
    for number, pair in enumerate(TELLINGS):
        for word in re.findall(r"\w+", " ".join(pair).lower()):
            pairs[word].add(number)
    vectors = {"[UNK]": [0.0] * DIMENSIONS}
    for word, numbers in pairs.items():
        vector = [0.0] * DIMENSIONS
        if len(numbers) == 1:
            vector[min(numbers)] = 1.0
            digest = hashlib.sha256(f"{seed}{word}".encode()).digest()
            vector[-OWN:] = [own * (byte / 127.5 - 1) for byte in digest[:OWN]]
        vectors[word] = vector
    return vectors


def _node(operator: str, inputs: Sequence[str], output: str, axis: int | None = None) -> bytes:
    names = b"".join(_bytes(1, name.encode()) for name in inputs)
    attributes = b""
    if axis is not None:
        axes = _bytes(1, b"axes") + _number(8, axis) + _number(20, 7)
        keep = _bytes(1, b"keepdims") + _number(3, 0) + _number(20, 2)
        attributes = _bytes(5, axes) + _bytes(5, keep)
    return names + _bytes(2, output.encode()) + _bytes(4, operator.encode()) + attributes


def _value(name: str, type_: int, shape: Shape) -> bytes:
    sizes = b"".join(
        _bytes(1, _number(1, size) if isinstance(size, int) else _bytes(2, size.encode()))
        for size in shape
    )
    tensor = _number(1, type_) + _bytes(2, sizes)
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, tensor))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
