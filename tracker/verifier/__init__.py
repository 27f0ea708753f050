"""A verifier that stands by itself: a database or an export is what its ledger says.

It needs the standard library alone, Python 3.9 or later, and nothing of the program. Its
modules are joined into one file, `tracker_verify.py`: copy that anywhere and run
`python tracker_verify.py PATH`. PATH is an SQLite file, a folder that `tracker export`
wrote, a zip of one, or a bundle of evidence, zipped or unpacked. It has its own canonical
JSON, its own Merkle tree and its own reading of the records, so that a fault of the
program's is no fault here. docs/verify.md says what each check finds, and what it cannot.

Exit codes: 0 nothing wrong, 1 something does not hold (a line each), 2 bad input.
"""

from __future__ import annotations

from pathlib import Path

from tracker.verifier.bundle.check import Bundle
from tracker.verifier.bundle.files import BUNDLE
from tracker.verifier.bundle.warc import warc_records
from tracker.verifier.checkpoints import CHECKPOINT, printed, read_checkpoint
from tracker.verifier.command import main, verify
from tracker.verifier.hashing.canonical import Record, canonical, load, sha256
from tracker.verifier.hashing.merkle import goes_on, grow, proof_holds, top
from tracker.verifier.problems import UNREADABLE, BadInput, Problems
from tracker.verifier.proofs import check_proofs
from tracker.verifier.sources.kinds import KINDS
from tracker.verifier.sources.triggers import APPEND_ONLY, STRUCK_OUT, triggers
from tracker.verifier.stamps.stamp import read_stamp

ONE_FILE = Path(__file__).with_name("tracker_verify.py")
"""The whole verifier in one file, as bundles hold it; `join` makes it from the modules."""

__all__ = [
    "APPEND_ONLY",
    "BUNDLE",
    "CHECKPOINT",
    "KINDS",
    "ONE_FILE",
    "STRUCK_OUT",
    "UNREADABLE",
    "BadInput",
    "Bundle",
    "Problems",
    "Record",
    "canonical",
    "check_proofs",
    "goes_on",
    "grow",
    "load",
    "main",
    "printed",
    "proof_holds",
    "read_checkpoint",
    "read_stamp",
    "sha256",
    "top",
    "triggers",
    "verify",
    "warc_records",
]
