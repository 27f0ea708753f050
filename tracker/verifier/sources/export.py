"""Reading a folder that was exported, or a zip that holds one."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path
from typing import Iterator, Optional

from tracker.verifier.hashing.canonical import Record, load
from tracker.verifier.problems import BadInput, Problems
from tracker.verifier.sources.kinds import AFTER, HEAD, LATER


class Export:
    """A folder that was exported, or a zip that holds one."""

    keeps_order = False

    def __init__(self, path: Path) -> None:
        self.problems = Problems()
        self._zip = zipfile.ZipFile(path) if path.is_file() else None
        names = self._zip.namelist() if self._zip else [p.name for p in path.iterdir()]
        ledgers = [name for name in names if name.split("/")[-1] == "ledger.jsonl"]
        if len(ledgers) != 1:
            raise BadInput(f"{path} is no whole export: it has no ledger.jsonl to check against")
        self._folder = path
        self._names = frozenset(names)
        self._prefix = ledgers[0][: -len("ledger.jsonl")]

    def records(self, kind: str) -> Iterator[Record]:
        """Yield the records of a kind; a line that is none becomes a problem."""
        try:
            data = self._read(f"{self._prefix}{kind}.jsonl")
        except (KeyError, FileNotFoundError):
            if kind not in LATER:
                self.problems.add(f"{kind}.jsonl", "the file is missing")
            return
        for number, line in enumerate(data.split(b"\n")[:-1], 1):
            with self.problems.reading(f"{kind}.jsonl, line {number}"):
                record = load(line.decode("utf-8"))
                if not isinstance(record, dict):
                    raise ValueError("it is no JSON object")
                yield record
        if data and not data.endswith(b"\n"):
            self.problems.add(f"{kind}.jsonl", "its last line is cut off")

    def heads(self) -> Optional[Iterator[Record]]:
        """Return what names the ledger's newest entry, None where nothing does."""
        there = f"{self._prefix}{HEAD}.jsonl" in self._names
        return self.records(HEAD) if there else None

    def later(self) -> Iterator[Record]:
        """Yield the proofs of redactions that were made after the ledger's end."""
        if f"{self._prefix}{AFTER}.jsonl" in self._names:
            yield from self.records(AFTER)

    def _read(self, name: str) -> bytes:
        return self._zip.read(name) if self._zip else (self._folder / name).read_bytes()

    def body(self, version: Record) -> Optional[bytes]:
        """Return the bytes that a version was captured from, None where they were emptied."""
        if version["body"] is None:
            return None
        return base64.b64decode(version["body"], validate=True)

    def size(self, version: Record) -> Optional[int]:
        """Return how many bytes there were of a version whose bytes were emptied."""
        return version.get("size")

    def close(self) -> None:
        """Close the zip."""
        if self._zip:
            self._zip.close()
