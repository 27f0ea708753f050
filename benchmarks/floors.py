"""The floors below which no figure may fall, and the corpora they were measured on.

`benchmarks/floors.json` holds {set: {"corpus": SHA-256, "figures": {name: floor}}}. A floor
is the figure when it was pinned, rounded down to three digits, less `SLACK`. On another
corpus the floors say nothing.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "floors.json"

SLACK = 0.002
"""What a figure may lose unnoticed: less than this is one statement in a few hundred."""

WRONG = "speakers: wrong"
"""The end of the name of a count that must be 0, whatever was pinned."""

Figures = Mapping[str, float]
Floors = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set; `own` ones are in this repository, and must have floors."""

    name: str
    title: str
    corpus: str
    figures: Figures
    own: bool


def digest(files: Iterable[Path]) -> str:
    """Return the SHA-256, in hex, of files' names and bytes, in the order given."""
    whole = hashlib.sha256()
    for file in files:
        body = file.read_bytes()
        whole.update(f"{file.name} {len(body)}\n".encode() + body)
    return whole.hexdigest()


def load(file: Path = FILE) -> dict[str, dict[str, Any]]:
    """Return the pinned floors by set; none where no file is yet."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def floor_of(figure: float) -> float:
    """Return the floor to pin for a figure in [0, 1]."""
    return max(0.0, round(math.floor(figure * 1000 + 1e-6) / 1000 - SLACK, 3))


def pin(floors: Floors, measured: Iterable[Measured]) -> dict[str, dict[str, Any]]:
    """Return the floors with those of the measured sets anew; other sets keep theirs."""
    fresh = {
        one.name: {
            "corpus": one.corpus,
            "figures": {
                name: floor_of(figure)
                for name, figure in one.figures.items()
                if not name.endswith(WRONG)
            },
        }
        for one in measured
    }
    return {**floors, **fresh}


def save(floors: Floors, file: Path = FILE) -> None:
    file.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def fallen(floors: Floors, one: Measured) -> list[str]:
    """Return a line for each figure of a set that fell below its floor; none is well."""
    lines = [
        f"{one.name}, {name}: was 0, is {figure:g}"
        for name, figure in one.figures.items()
        if name.endswith(WRONG) and figure
    ]
    pinned = floors.get(one.name)
    if pinned is None or pinned["corpus"] != one.corpus:
        return lines + ([f"{one.name}: {no_floors(floors, one)}"] if one.own else [])
    for name, floor in pinned["figures"].items():
        figure = one.figures.get(name)
        if figure is None or figure < floor:
            lines.append(f"{one.name}, {name}: was {floor:.3f}, is {_shown(figure)}")
    return lines


def no_floors(floors: Floors, one: Measured) -> str | None:
    """Say why a set has no floors that apply, None if it has."""
    if one.name not in floors:
        return "no floors are pinned"
    if floors[one.name]["corpus"] != one.corpus:
        return "the corpus is not the one that its floors were pinned on: they do not apply"
    return None


def lowered(before: Floors, after: Floors) -> list[str]:
    """Return a line for each floor that a pinning takes down, or away, on the same corpus."""
    return [
        f"{name}, {figure}: was {floor:.3f}, is {_shown(after[name]['figures'].get(figure))}"
        for name, pinned in before.items()
        for figure, floor in pinned["figures"].items()
        if after[name]["figures"].get(figure, -1.0) < floor
        and after[name]["corpus"] == pinned["corpus"]
    ]


def _shown(figure: float | None) -> str:
    return "not measured" if figure is None else f"{figure:.3f}"
