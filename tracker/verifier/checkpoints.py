"""Checkpoints, as JSON or as printed."""

from __future__ import annotations

import re

from tracker.verifier.hashing.canonical import Record, load, sha256

CHECKPOINT = ("database", "entries", "head", "root", "at", "tool")

CUT = "was cut or broken in two: give it on one line, to the checksum in square brackets at its end"


def read_checkpoint(text: str) -> Record:
    """Return a checkpoint in either form; raises ValueError for what is none."""
    if text.lstrip().startswith("{"):
        given = load(text)
        if given.get("tracker_checkpoint") != 1:
            raise ValueError("it is no tracker checkpoint of form 1")
    else:
        given = _printed(text)
    missing = [name for name in CHECKPOINT if name not in given]
    if missing:
        raise ValueError(f"it is no checkpoint: it has no {missing[0]!r}")
    for name in ("database", "head", "root"):
        if not re.fullmatch("[0-9a-f]{64}", str(given[name])):
            raise ValueError(f"its {name!r} is no SHA-256 in hex")
    if not re.fullmatch("[0-9]{1,18}", str(given["entries"])):
        raise ValueError("its 'entries' is no number")
    return {**given, "entries": int(given["entries"])}


def _printed(text: str) -> Record:
    lines = [line.strip("> |\t\r") for line in text.splitlines()]
    if "tracker checkpoint 1" not in lines:
        raise ValueError("it is no tracker checkpoint of form 1")
    given: Record = {}
    cut = set()
    for line in lines:
        name, _, rest = " ".join(line.split()).partition(" ")
        if name not in CHECKPOINT:
            continue
        if not rest.endswith("]"):
            cut.add(name)  # or a line of the letter around it
            continue
        value, _, checksum = rest[:-1].rpartition("[")
        value = " ".join(value.split())
        if sha256(f"{name} {value}")[:4] != checksum:
            raise ValueError(f"its line {name!r} was mistyped: the checksum does not fit")
        if given.setdefault(name, value) != value:
            raise ValueError(f"it has two lines {name!r}")
    for name in CHECKPOINT:
        if name in cut - given.keys():
            raise ValueError(f"its line {name!r} {CUT}")
    return {
        name: value.replace(" ", "") if name in ("database", "head", "root") else value
        for name, value in given.items()
    }


def printed(kept: Record) -> bytes:
    """Return the bytes that `tracker checkpoint` printed, which are the ones that are stamped."""
    lines = ["tracker checkpoint 1"]
    for name in CHECKPOINT:
        value = str(kept[name])
        if name in ("database", "head", "root"):
            value = " ".join(value[at : at + 8] for at in range(0, len(value), 8))
        lines.append(f"{name:<9} {value}  [{sha256(f'{name} {value}')[:4]}]")
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
