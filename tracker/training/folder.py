"""A model's folder: its weights, and a card that says where they come from.

tagger.crf       tags the words of a sentence
content.crf      judges whether a draft is an attribution
source.crf       judges whether its source is the right one
card.json        what it was trained on, its scores, and the digests of both files
README.md        the card for people
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import BadInput
from tracker.extract.sequence.features import FEATURES_VERSION
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.sequence.train import Weights
from tracker.training.card import Card, as_page

TAGGER = "tagger.crf"
CONTENT = "content.crf"
SOURCE = "source.crf"
CARD = "card.json"
PAGE = "README.md"

_WEIGHTS = (TAGGER, CONTENT, SOURCE)
_INSTEAD = "train one with `tracker model train`, or `tracker model use --shipped`"
"""What to do about a folder that holds no model to read with."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is ready to read, and what its card says."""

    reader: SequenceModel
    card: dict[str, Any]

    @property
    def name(self) -> str:
        """The model's name with the head of its digest, as occurrences keep it."""
        return f"{self.card['name']}-{self.card['digest'][:8]}"


def write_model(folder: Path, weights: Weights, card: Card) -> dict[str, Any]:
    """Write a model into a new or empty folder and return its card.

    Raises:
        BadInput: something is in the folder already, or it cannot be written.
    """
    require_new(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shape = {**card.shape(), "floor": weights.floor, **_digests(weights)}
        for name, body in _files(weights).items():
            (folder / name).write_bytes(body)
        text = json.dumps(shape, ensure_ascii=False, indent=2) + "\n"
        (folder / CARD).write_text(text, encoding="utf-8")
        (folder / PAGE).write_text(as_page(shape), encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{folder}: it cannot be written: {error.strerror}") from error
    return shape


def require_new(folder: Path) -> None:
    """Check that a model may be written into `folder`: training takes minutes.

    Raises:
        BadInput: something is there already, or it cannot be looked at.
    """
    try:
        taken = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise BadInput(f"{folder}: it cannot be written: {error.strerror}") from error
    if taken:
        raise BadInput(f"{folder}: something is in it already: give a new folder")


def _files(weights: Weights) -> dict[str, bytes]:
    content, source = weights.judges
    return {TAGGER: weights.tagger, CONTENT: content, SOURCE: source}


def _digests(weights: Weights) -> dict[str, Any]:
    files = _files(weights)
    digests = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    return {
        "features": FEATURES_VERSION,
        "files": {
            name: {"bytes": len(body), "sha256": digests[name]} for name, body in files.items()
        },
        "digest": _whole(digests),
    }


def _whole(digests: dict[str, str]) -> str:
    """Return the digest of a model, made from those of its files."""
    return hashlib.sha256("".join(digests[name] for name in _WEIGHTS).encode()).hexdigest()


def open_model(folder: Path) -> Model:
    """Return the model of a folder, its files checked against its card.

    Raises:
        BadInput: a file is missing, is not what the card says, or it was made for another
            version's features.
    """
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        bodies = {name: (folder / name).read_bytes() for name in _WEIGHTS}
        digests = {name: card["files"][name]["sha256"] for name in _WEIGHTS}
        features, floor = card["features"], float(card["floor"])
        digest = card["digest"]
    except OSError as error:
        place = f"{error.strerror}: {error.filename}"
        raise BadInput(f"{folder}: no model: {place}: {_INSTEAD}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{folder}: its {CARD} cannot be read: {error!r}: {_INSTEAD}") from error
    for name, body in bodies.items():
        if hashlib.sha256(body).hexdigest() != digests[name]:
            raise BadInput(f"{folder}: {name} is not the file that its card describes: {_INSTEAD}")
    if digest != _whole(digests):
        raise BadInput(f"{folder}: the digest in its {CARD} is not that of its files: {_INSTEAD}")
    if features != FEATURES_VERSION:
        raise BadInput(
            f"{folder}: made for features {features}, this tracker has {FEATURES_VERSION}: "
            f"{_INSTEAD}"
        )
    judges = (bodies[CONTENT], bodies[SOURCE])
    return Model(SequenceModel(bodies[TAGGER], judges, floor), card)
