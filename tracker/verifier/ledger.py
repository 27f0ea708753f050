"""The ledger: its chain, and what it last wrote of every record."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Dict, Iterable, List, Optional, Set, Tuple

from tracker.verifier.hashing.canonical import Record, canonical, load, sha256
from tracker.verifier.hashing.merkle import grow, merkle_root, top
from tracker.verifier.problems import Problems
from tracker.verifier.stamps.stamp import Stamped

GENESIS = "0" * 64

ENTRY = tuple("seq at user action record_kind record_uid digest reason tool previous".split())
"""What an entry's hash covers."""

MANY = ("agent_name", "occupancy")
"""Kinds of which each entry is a record of its own, under the uid of an agent."""

WITHOUT_ROWS = ("keys", "sighting", "stamp")
"""Kinds of entries that tell of no record."""

DIGESTED = "sha256:"
"""What a reason begins with whose words stand beside the chain."""

Told = List[Tuple[int, Optional[str]]]
"""Entries on a record, oldest first: the number, and the value's digest, None if struck out."""


def hash_of(entry: Record) -> str:
    """Return the hash of an entry: over all that it says, its own hash left out."""
    odd = set(entry) - {*ENTRY, "hash", "salt", "value", "reason_text"}
    if odd:
        raise ValueError(f"its field {sorted(odd)[0]!r} is odd")
    return sha256(canonical({name: entry[name] for name in ENTRY}))


class Ledger:
    """The chain, gone through once."""

    def __init__(self, entries: Iterable[Record], problems: Problems) -> None:
        self.problems = problems
        self.hashes: List[str] = []
        self.seq = 0
        self.told: Dict[str, Dict[str, Told]] = defaultdict(lambda: defaultdict(list))
        self.redacted: Set[int] = set()
        self.emptied: Dict[str, List[List[int]]] = {}
        """What of a record a redaction took out: spans of its text or its bytes."""
        self.stamps: List[Stamped] = []
        self._hashed: Dict[str, List[Tuple[str, str]]] = defaultdict(list)
        self._struck: List[int] = []
        previous = GENESIS
        for entry in entries:
            with problems.reading(f"ledger entry {self.seq + 1}"):
                self._read(entry, previous)
                previous = self.hashes[-1]
        self._check_stamps()

    def check_struck(self) -> None:
        """Note each value that was struck out though no redaction says so."""
        for seq in self._struck:
            if seq not in self.redacted:
                self.problems.add(
                    f"ledger entry {seq}", "its value was struck out and none says why"
                )

    @property
    def head(self) -> str:
        """The hash of the newest entry."""
        return self.hashes[-1] if self.hashes else GENESIS

    def _read(self, entry: Record, previous: str) -> None:
        seq, name = entry["seq"], f"ledger entry {entry['seq']}"
        if seq != self.seq + 1:
            self.problems.add(name, f"entry {self.seq + 1} should stand here")
        if entry["previous"] != previous:
            self.problems.add(name, "it does not follow from the entry before")
        if hash_of(entry) != entry["hash"]:
            self.problems.add(name, "its hash does not match what it says")
        value, salt = entry["value"], entry["salt"]
        kind, digest = entry["record_kind"], None
        if salt is None:
            self.problems.add(name, "its value is missing")
        elif value is None:
            self._struck.append(seq)
            if salt != "":
                self.problems.add(name, "it has a salt beside a value that was struck out")
            if entry.get("reason_text") is not None:
                self.problems.add(name, "it has a reason beside it that was not written with it")
        else:
            digest = sha256(value)
            if sha256(salt + value) != entry["digest"]:
                self.problems.add(name, "its value is not the one that was written")
            self._check_reason(name, entry)
            if kind == "redaction":
                self._read_redaction(load(value))
            if kind == "stamp":
                with self.problems.reading(f"stamp {entry['record_uid']}"):
                    self.stamps.append(Stamped(entry["record_uid"], seq, load(value)))
        self.told[kind][entry["record_uid"]].append((seq, digest))
        self.hashes.append(entry["hash"])
        self.seq = seq

    def _check_reason(self, name: str, entry: Record) -> None:
        """Hold a reason against its digest: the words stand beside the chain, as values do."""
        reason, words = entry["reason"] or "", entry.get("reason_text")
        if reason.startswith(DIGESTED):
            if DIGESTED + sha256(entry["salt"] + (words or "")) != reason:
                self.problems.add(name, "its reason is not the one that was written")
        elif words is not None:
            self.problems.add(name, "it has a reason beside it that was not written with it")

    def _read_redaction(self, value: Record) -> None:
        self.redacted.update(value["struck"])
        self.emptied[value["record"]] = value["spans"]

    def tell_redaction(self, value: Record) -> None:
        """Take in a redaction that was made after the last entry."""
        self._read_redaction(value)
        if value["record_kind"] == "version":
            self._hashed[value["record"]].append((value["old_sha256"], value["new_sha256"]))

    def text_then(self, version: str, digest: str) -> str:
        """Return the hash of a version's text before all that was redacted after the last entry.

        A hash that no redaction led to is returned as it is.
        """
        for old, new in reversed(self._hashed[version]):
            if new != digest:
                break
            digest = old
        return digest

    def _check_stamps(self) -> None:
        """Note each stamp whose checkpoint is not of this ledger."""
        level: List[Tuple[int, bytes]] = []
        size = 0
        for stamp in sorted(self.stamps, key=lambda one: one.checkpoint["entries"]):
            kept = stamp.checkpoint
            for digest in self.hashes[size : kept["entries"]]:
                grow(level, bytes.fromhex(digest))
            size = max(size, kept["entries"])
            first, newest = (self.hashes[:1], self.hashes[:size][-1:]) if size else ([], [])
            held = ((first or [GENESIS])[0], (newest or [GENESIS])[0], top(level).hex())
            fits = held == (kept["database"], kept["head"], kept["root"])
            if not fits or kept["entries"] >= stamp.entry:
                self.problems.add(f"stamp {stamp.name}", "its checkpoint is not of this ledger")

    def check_head(self, heads: Optional[Iterable[Record]]) -> None:
        """Note it where the newest entry is not the one that is named; None where none is."""
        if heads is None:
            return
        wanted = [json.dumps({"hash": self.head, "seq": self.seq})]
        with self.problems.reading("ledger head"):
            # As JSON, in which true is not 1 as it is in Python.
            if [json.dumps(head, sort_keys=True) for head in heads] != wanted:
                self.problems.add("ledger head", f"it does not name entry {self.seq}, the last one")

    def check_against(self, kept: Record) -> None:
        """Note what shows that the ledger does not go on from a checkpoint."""
        leaves = [bytes.fromhex(digest) for digest in self.hashes[: kept["entries"]]]
        if kept["entries"] and self.hashes[:1] != [kept["database"]]:
            self.problems.add("checkpoint", "it is of another ledger, or this was written anew")
        if len(leaves) < kept["entries"]:
            self.problems.add(
                "checkpoint",
                f"it tells of {kept['entries']} entries and there are {len(leaves)}: the end was "
                "cut off, or an older state was put back",
            )
            return
        if (self.hashes[kept["entries"] - 1] if kept["entries"] else GENESIS) != kept["head"]:
            self.problems.add("checkpoint", f"entry {kept['entries']} was rewritten")
        if merkle_root(leaves).hex() != kept["root"]:
            self.problems.add("checkpoint", f"the first {kept['entries']} entries were rewritten")
