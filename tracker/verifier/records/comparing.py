"""Holding one record against what the ledger last wrote of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, Dict, List, Set

from tracker.verifier.hashing.canonical import Record, canonical, sha256
from tracker.verifier.ledger import Ledger
from tracker.verifier.problems import Problems
from tracker.verifier.sources.derived import is_folded
from tracker.verifier.sources.kinds import BLOCK

IN_ORDER = ("judgement", "correction", "agent_identity", "notice", "article_withdrawal")
"""Kinds of which later rows count more than earlier ones."""


class Comparing:
    """Holds records against what the ledger last wrote of them, and counts them."""

    def __init__(self, source: Any, ledger: Ledger, problems: Problems) -> None:
        self.source, self.ledger, self.problems = source, ledger, problems
        self.count = 0
        self._seen: Dict[str, Set[str]] = defaultdict(set)
        self._order: Dict[str, int] = {}

    def _compare(self, kind: str, name: str, uid_: str, record: Record) -> None:
        """Hold a record against its last entry."""
        self.count += 1
        if uid_ in self._seen[kind]:
            self.problems.add(name, "it stands there twice")
        self._seen[kind].add(uid_)
        entries = self.ledger.told[kind].get(uid_)
        if not entries:
            self.problems.add(name, "no entry of the ledger tells of it")
            return
        seq, digest = entries[-1]
        if digest is None and seq in self.ledger.redacted:
            return
        if digest != sha256(canonical(record)):
            self.problems.add(name, "it is not as the ledger last wrote it")
        if kind in IN_ORDER and self.source.keeps_order:
            made = entries[0][0]
            if made < self._order.get(kind, 0):
                self.problems.add(name, "it stands after one that was made later")
            self._order[kind] = made

    def _compare_many(self, kind: str, agent: str, records: List[Record]) -> None:
        """Hold records of one agent against the entries, of which each tells of one."""
        self.count += len(records)
        self._seen[kind].add(agent)
        entries = self.ledger.told[kind].get(agent, [])
        hidden = sum(digest is None and seq in self.ledger.redacted for seq, digest in entries)
        wanted = Counter(digest for _, digest in entries if digest is not None)
        held = Counter(sha256(canonical(record)) for record in records)
        others = held - wanted
        if kind == "agent_name":
            # Redacted names stay apart by their lengths: what stands for them is known.
            left = ({"name": BLOCK * length} for length in range(1, hidden + 1))
            others, hidden = others - Counter(sha256(canonical(one)) for one in left), 0
        if sum(others.values()) > hidden:
            self.problems.add(f"agent {agent}", f"it has a {kind} that no entry tells of")
        if wanted - held or len(records) < len(entries):
            self.problems.add(f"agent {agent}", f"it lacks a {kind} that the ledger tells of")

    def _key(self, name: str, row: Record, wanted: str) -> None:
        if not row["name"].strip(BLOCK) and row["key"] == "" and row["id"] in self.ledger.emptied:
            return  # a redacted name has no folded form for its identifier to follow from
        if row["id"] != wanted or not is_folded(row["name"], row["key"]):
            self.problems.add(name, "its identifier does not follow from its folded name")
