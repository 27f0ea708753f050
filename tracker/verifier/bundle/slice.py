"""What the proven entries of a bundle tell of."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, List, Set

from tracker.verifier.hashing.canonical import Record, load, sha256
from tracker.verifier.ledger import MANY, Told
from tracker.verifier.problems import Problems


class Slice:
    """What proven entries tell of: the last value of each record, and what was redacted."""

    def __init__(self, proofs: List[Record], problems: Problems) -> None:
        self.values: Dict[str, Record] = defaultdict(dict)
        """By kind and uid the record as last written, None where it was struck out."""
        self.told: Dict[str, Dict[str, Told]] = defaultdict(lambda: defaultdict(list))
        self.many: Dict[str, Dict[str, List[Record]]] = defaultdict(lambda: defaultdict(list))
        self.emptied: Set[str] = set()
        struck: List[int] = []
        redacted: Set[int] = set()
        seen = 0
        for proof in proofs:
            entry = proof["entry"]
            if entry["seq"] <= seen:
                problems.add(f"proof of entry {entry['seq']}", "it does not stand in its order")
            seen = entry["seq"]
            kind, about = entry["record_kind"], entry["record_uid"]
            value = None if proof["value"] is None else load(proof["value"])
            digest = None if proof["value"] is None else sha256(proof["value"])
            if value is None:
                struck.append(seen)
            elif kind == "redaction":
                redacted.update(value["struck"])
                self.emptied.add(value["record"])
            self.told[kind][about].append((seen, digest))
            self.values[kind][about] = value
            if kind in MANY and value is not None:
                self.many[kind][about].append(value)
        for seq in struck:
            if seq not in redacted:
                problems.add(f"proof of entry {seq}", "its value was struck out and none says why")

    def rows(self, kind: str) -> List[Record]:
        """Return the records of a kind with their uids, in the order of their first entries."""
        return [
            {**value, "id": about}
            for about, value in self.values[kind].items()
            if value is not None
        ]
