"""A checkpoint: where a ledger stood, in a form to mail, print and type in again."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FORMAT = 1
"""The number of this form of checkpoint."""

_TITLE = f"tracker checkpoint {FORMAT}"

_NAMES = ("database", "entries", "head", "root", "at", "tool")

_QUOTING = "> |\t\r"
"""What stands before a line that is quoted in an answer to a mail."""

_CUT = (
    "was cut or broken in two: give it on one line, to the checksum in square brackets at its end"
)

_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a ledger at a time: kept elsewhere, it fixes all that was written so far.

    `database` is the hash of the first entry, which no two ledgers share, since a salt
    goes into it; `head` that of entry number `entries`; `root` the Merkle root over the
    hashes of all entries to there. In an empty ledger the first two are zeros.
    """

    database: str
    entries: int
    head: str
    root: str
    at: datetime
    tool: str

    def record(self) -> dict[str, Any]:
        """Return the checkpoint as JSON holds it."""
        return {
            "tracker_checkpoint": FORMAT,
            "database": self.database,
            "entries": self.entries,
            "head": self.head,
            "root": self.root,
            "at": self.at.astimezone(UTC).isoformat(),
            "tool": self.tool,
        }

    def text(self) -> str:
        """Return the checkpoint as lines to print; each ends with a checksum of its own."""
        lines = [f"{name:<9} {value}  [{_sum(name, value)}]" for name, value in self._values()]
        return "\n".join([_TITLE, *lines])

    def printed(self) -> bytes:
        """Return the bytes that `tracker checkpoint` prints: the ones that are time-stamped."""
        return f"{self.text()}\n".encode()

    def _values(self) -> list[tuple[str, str]]:
        return [
            ("database", _grouped(self.database)),
            ("entries", str(self.entries)),
            ("head", _grouped(self.head)),
            ("root", _grouped(self.root)),
            ("at", self.at.astimezone(UTC).isoformat()),
            ("tool", self.tool),
        ]

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Return the checkpoint that a text holds in either form, whatever stands around it.

        Raises:
            ValueError: it holds none, or a line of it was mistyped.
        """
        given = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text)
        return cls._of(given)

    @classmethod
    def of(cls, record: dict[str, Any]) -> "Checkpoint":
        """Return the checkpoint that `record` gave.

        Raises:
            ValueError: it is none.
        """
        return cls._of(_from_record(record))

    @classmethod
    def _of(cls, given: dict[str, str]) -> "Checkpoint":
        missing = [name for name in _NAMES if name not in given]
        if missing:
            raise ValueError(f"it is no checkpoint: it has no {missing[0]!r}")
        for name in ("database", "head", "root"):
            if not _HEX.fullmatch(given[name]):
                raise ValueError(f"its {name!r} is no SHA-256 in hex")
        if not re.fullmatch(r"\d{1,18}", given["entries"]):
            raise ValueError("its 'entries' is no number")
        at = datetime.fromisoformat(given["at"])
        if at.tzinfo is None:
            raise ValueError("its 'at' names no time zone")
        return cls(
            database=given["database"],
            entries=int(given["entries"]),
            head=given["head"],
            root=given["root"],
            at=at,
            tool=given["tool"],
        )


def _from_json(text: str) -> dict[str, str]:
    return _from_record(json.loads(text))


def _from_record(given: dict[str, Any]) -> dict[str, str]:
    if given.get("tracker_checkpoint") != FORMAT:
        raise ValueError(f"it is no tracker checkpoint of form {FORMAT}")
    return {name: str(value) for name, value in given.items()}


def _from_lines(text: str) -> dict[str, str]:
    lines = [line.strip(_QUOTING) for line in text.splitlines()]
    if _TITLE not in lines:
        raise ValueError(f"it is no tracker checkpoint of form {FORMAT}")
    given: dict[str, str] = {}
    cut = set()
    for line in lines:
        name, _, rest = " ".join(line.split()).partition(" ")
        if name not in _NAMES:
            continue
        if not rest.endswith("]"):
            cut.add(name)  # or a line of the letter around it
            continue
        value, _, checksum = rest[:-1].rpartition("[")
        value = " ".join(value.split())
        if _sum(name, value) != checksum:
            raise ValueError(f"its line {name!r} was mistyped: the checksum does not fit")
        if given.setdefault(name, value) != value:
            raise ValueError(f"it has two lines {name!r}")
    for name in _NAMES:
        if name in cut - given.keys():
            raise ValueError(f"its line {name!r} {_CUT}")
    return {
        name: value.replace(" ", "") if name in ("database", "head", "root") else value
        for name, value in given.items()
    }


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _sum(name: str, value: str) -> str:
    """Return four hex digits over a line: one mistyped line in 65,536 would pass."""
    return hashlib.sha256(f"{name} {value}".encode()).hexdigest()[:4]
