"""Proofs that single entries are in a ledger, without the ledger."""

from __future__ import annotations

import json
from typing import Optional, Tuple

from tracker.verifier.checkpoints import read_checkpoint
from tracker.verifier.hashing.canonical import Record, sha256
from tracker.verifier.hashing.merkle import proof_holds
from tracker.verifier.ledger import hash_of
from tracker.verifier.problems import BadInput, Problems


def check_proofs(given: Record, kept: Optional[Record]) -> Tuple[int, Problems]:
    """Return how many proofs were checked, and which do not hold.

    `kept` is the checkpoint that is trusted; without it, the one that came along.
    """
    problems = Problems()
    if given.get("tracker_proofs") != 1:
        raise BadInput("these are no tracker proofs of form 1")
    came = read_checkpoint(json.dumps(given["checkpoint"]))
    trusted = kept or came
    if any(trusted[name] != came[name] for name in ("database", "entries", "head", "root")):
        problems.add("checkpoint", "the proofs are not under the checkpoint that was kept")
    root = bytes.fromhex(trusted["root"])
    for number, proof in enumerate(given["proofs"], 1):
        with problems.reading(f"proof {number}"):
            entry = proof["entry"]
            name = f"proof of entry {entry['seq']}"
            path = [bytes.fromhex(one) for one in proof["path"]]
            leaf = bytes.fromhex(hash_of(entry))
            if entry["hash"] != leaf.hex():
                problems.add(name, "its hash does not match what it says")
            if set(proof) != {"entry", "salt", "value", "index", "size", "path"}:
                raise ValueError("it has other fields than a proof has")
            fits = proof["index"] == entry["seq"] - 1 and proof["size"] == trusted["entries"]
            if not fits or not proof_holds(leaf, proof["index"], proof["size"], path, root):
                problems.add(name, "it is not under the checkpoint's root")
            value = proof["value"]
            if value is not None and sha256(proof["salt"] + value) != entry["digest"]:
                problems.add(name, "its value is not the one that was written")
    return len(given["proofs"]), problems
