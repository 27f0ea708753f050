"""The files of a bundle: their names, their hashes, and whether a path is one."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Dict, List

from tracker.verifier.problems import Problems

BUNDLE = (
    "SHA256SUMS captures.warc.gz checkpoint.txt claims.jsonl index.html ledger.json "
    "occurrences.jsonl relations.jsonl tracker_verify.py"
).split()
"""The files of a bundle; the texts of versions lie in `texts/` beside them."""

STAMPS = "stamps.json"
"""Where a bundle has time stamps: that its ledger goes on from each one's checkpoint."""

BESIDE = r"texts/ver-[0-9a-f]+\.txt|stamps/stm-[0-9a-f]+\.(txt|tsq|tsr)"
"""The names of files that a bundle has as many of as it needs."""

ONLY_OURS = ("SHA256SUMS", "captures.warc.gz", "ledger.json", "checkpoint.txt")
"""Files of which one shows that something is meant to be a bundle."""

ADDED = {"claims": ("independence", "notices"), "occurrences": ("history", "notices")}
"""Fields that a bundle shows beside those of an export, which are held against nothing."""

MOST = 2**30
"""Bytes that a file of a bundle may have, unpacked."""


def names_in(path: Path) -> List[str]:
    """Return the names of all files in a folder or zip; one that stands there twice, twice."""
    if path.is_dir():
        found = [p for p in path.rglob("*") if p.is_symlink() or not p.is_dir()]
        return sorted(p.relative_to(path).as_posix() for p in found)
    with zipfile.ZipFile(path) as held:
        return sorted(held.namelist())


def is_bundle(path: Path) -> bool:
    """Say whether a path is a bundle, or was one; an export has a ledger of its own kind."""
    if not path.is_dir() and not zipfile.is_zipfile(path):
        return False
    names = names_in(path)
    whole = any(name.split("/")[-1] == "ledger.jsonl" for name in names)
    return not whole and any(name in ONLY_OURS for name in names)


def read_files(path: Path, problems: Problems) -> Dict[str, bytes]:
    """Return the files of a bundle that can be read, by name."""
    found: Dict[str, bytes] = {}
    names = names_in(path)
    for name, count in Counter(names).items():
        if count > 1:
            problems.add(name, "it stands there twice")
    held = None if path.is_dir() else zipfile.ZipFile(path)
    try:
        for name in names:
            with problems.reading(name):
                if held is None and (path / name).is_symlink():
                    raise ValueError("it is a link")
                size = held.getinfo(name).file_size if held else (path / name).stat().st_size
                if size > MOST:
                    raise ValueError("it is too large")
                found[name] = held.read(name) if held else (path / name).read_bytes()
    finally:
        if held:
            held.close()
    return found


def check_sums(files: Dict[str, bytes], problems: Problems) -> None:
    """Note each file that is not as SHA256SUMS has it, that it does not name, or that is gone."""
    wanted: Dict[str, str] = {}
    lines = files.get("SHA256SUMS", b"").decode("utf-8").split("\n")
    if lines.pop() != "":
        problems.add("SHA256SUMS", "its last line is cut off")
    for line in lines:
        digest, gap, name = line.partition("  ")
        if not gap or not re.fullmatch("[0-9a-f]{64}", digest) or name in wanted:
            problems.add("SHA256SUMS", f"its line {line!r} is none")
        wanted[name] = digest
    for name in sorted({*wanted, *BUNDLE} - files.keys()):
        problems.add(name, "the file is missing")
    for name in sorted(files.keys() - {"SHA256SUMS"}):
        if name not in wanted:
            problems.add(name, "SHA256SUMS does not name it")
        elif hashlib.sha256(files[name]).hexdigest() != wanted[name]:
            problems.add(name, "it is not the file that SHA256SUMS names")
        if name not in (*BUNDLE, STAMPS) and not re.fullmatch(BESIDE, name):
            problems.add(name, "a bundle has no such file")
