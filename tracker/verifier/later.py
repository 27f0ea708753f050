"""Redactions made after the end of an export of a past, which proofs tell of."""

from __future__ import annotations

from typing import Iterable, List, Optional, Tuple

from tracker.verifier.hashing.canonical import Record, load, sha256
from tracker.verifier.hashing.merkle import goes_on, grow, proof_holds, top
from tracker.verifier.ledger import Ledger, hash_of
from tracker.verifier.problems import Problems

PROVEN = frozenset("entry salt value index size path root beginning".split())
"""What a proof of a later entry has: `beginning` shows that its ledger goes on from this one."""


class Later:
    """The later redactions: the ledger takes for told what a proof that holds tells of.

    A proof holds when the entry is in a ledger that has all of these entries first, in their
    order, and a redaction after them. `entries` are the numbers of those.
    """

    def __init__(self, proofs: Iterable[Record], ledger: Ledger, problems: Problems) -> None:
        self.entries: List[int] = []
        self._ledger, self._problems = ledger, problems
        self._tree: Optional[Tuple[int, bytes]] = None
        self._root: Optional[bytes] = None
        for number, proof in enumerate(proofs, 1):
            with problems.reading(f"proof {number} of a later redaction"):
                self._read(proof)

    def _read(self, proof: Record) -> None:
        if set(proof) != PROVEN:
            raise ValueError("it has other fields than such a proof has")
        entry, seq = proof["entry"], proof["entry"]["seq"]
        name = f"ledger entry {seq}, after the end"
        wrong = self._wrong(proof)
        if wrong is not None:
            self._problems.add(name, wrong)
            return
        value = load(proof["value"])
        self._ledger.tell_redaction(value)
        told = self._ledger.told["redaction"][entry["record_uid"]]
        told.append((seq, sha256(proof["value"])))
        self.entries.append(seq)

    def _wrong(self, proof: Record) -> Optional[str]:
        """Return why a proof does not hold, None where it does."""
        entry, seq = proof["entry"], proof["entry"]["seq"]
        if hash_of(entry) != entry["hash"]:
            return "its hash does not match what it says"
        if entry["record_kind"] != "redaction":
            return "it is of no redaction"
        if seq <= max([self._ledger.seq, *self.entries]):
            return "it does not come after the entries before it"
        if sha256(proof["salt"] + proof["value"]) != entry["digest"]:
            return "its value is not the one that was written"
        path = [bytes.fromhex(one) for one in proof["path"]]
        root, leaf = bytes.fromhex(proof["root"]), bytes.fromhex(entry["hash"])
        fits = proof["index"] == seq - 1
        if not fits or not proof_holds(leaf, seq - 1, proof["size"], path, root):
            return "it is not under the root that it names"
        if not self._goes_on(proof, root):
            return "its ledger does not go on from this one"
        return None

    def _goes_on(self, proof: Record, root: bytes) -> bool:
        """Say whether the tree of a proof begins with this ledger, and is that of the others."""
        if self._tree is None:
            level: List[Tuple[int, bytes]] = []
            for digest in self._ledger.hashes:
                grow(level, bytes.fromhex(digest))
            self._tree = (len(self._ledger.hashes), top(level))
        beginning = [bytes.fromhex(one) for one in proof["beginning"]]
        is_one = self._root in (None, root)
        self._root = root
        return is_one and goes_on(self._tree, (proof["size"], root), beginning)
