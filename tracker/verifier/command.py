"""The command: what its arguments name is checked, and what was found is told."""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path
from typing import Any, Callable, List, Optional, Tuple

from tracker.verifier.bundle.check import Bundle
from tracker.verifier.bundle.files import is_bundle
from tracker.verifier.checkpoints import read_checkpoint
from tracker.verifier.hashing.canonical import Record, load
from tracker.verifier.later import Later
from tracker.verifier.ledger import Ledger
from tracker.verifier.problems import UNREADABLE, BadInput, Problems
from tracker.verifier.proofs import check_proofs
from tracker.verifier.records.check import Records
from tracker.verifier.sources.database import Database
from tracker.verifier.sources.export import Export
from tracker.verifier.stamps.stamp import Stamped

DESCRIPTION = "A verifier that stands by itself: a database or an export is what its ledger says."

NOTHING: Record = {"records": 0, "entries": 0, "shipped": 0, "later": [], "stamps": []}
"""What was checked of a path that cannot be read."""


def verify(path: Path, kept: Optional[Record] = None) -> Tuple[Record, Problems]:
    """Return what was checked of an SQLite file, a folder or a zip, and what does not hold.

    Raises BadInput for what is none of them.
    """
    source = open_source(path)
    try:
        problems = source.problems
        ledger = Ledger(source.records("ledger"), problems)
        later = Later(source.later(), ledger, problems)
        ledger.check_struck()
        if isinstance(source, Database):
            source.check_itself()
        ledger.check_head(source.heads())
        records = Records(source, ledger, problems)
        records.check()
        if kept is not None:
            ledger.check_against(kept)
    except UNREADABLE as error:
        source.problems.add(str(path), f"it cannot be read: {type(error).__name__}: {error}")
        return {**NOTHING, "stamps": []}, source.problems
    finally:
        source.close()
    checked = {
        "records": records.count,
        "entries": len(ledger.hashes),
        "shipped": records.unwritten,
        "later": later.entries,
        "stamps": ledger.stamps,
    }
    return checked, problems


def _looks_like_bundle(path: Path) -> bool:
    try:
        return is_bundle(path)
    except UNREADABLE as error:
        raise BadInput(f"{path}: {error}") from error


def open_source(path: Path) -> Any:
    """Return what reads a path; raises BadInput for what is no database and no export."""
    try:
        if path.is_dir() or zipfile.is_zipfile(path):
            return Export(path)
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise BadInput(
                    f"{path} is no SQLite database, no exported folder and no zip of one"
                )
        return Database(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadInput(f"{path}: {error}") from error


def _read(path: Optional[Path], parse: Callable[[str], Any]) -> Any:
    if path is None:
        return None
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: {error}") from error


def tell_later(later: List[int], entries: int) -> None:
    """Say which redactions were made after the end of an export of a past."""
    if later:
        named = ", ".join(map(str, later))
        print(f"redacted later, after entry {entries}, the last one here, by entries: {named}")


def tell_stamps(stamps: List[Stamped], folder: Optional[Path]) -> None:
    """Print the newest stamp, and write the files of all into a folder if one is named."""
    if stamps and folder is None:
        newest = max(stamps, key=lambda one: one.checkpoint["entries"])
        print(f"{len(stamps)} time stamps; --stamps FOLDER writes their files there; the newest is")
        print("\n".join(newest.lines("FOLDER")))
    if folder is None:
        return
    try:
        folder.mkdir(exist_ok=True)
        for stamp in stamps:
            for name, data in stamp.files().items():
                (folder / name).write_bytes(data)
            print("\n".join(stamp.lines(str(folder))))
    except OSError as error:
        raise BadInput(f"{folder}: {error}") from error


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tracker-verify", description=DESCRIPTION)
    parser.add_argument(
        "path", nargs="?", type=Path, help="SQLite file, exported folder or bundle, or zip"
    )
    parser.add_argument("--against", type=Path, help="a checkpoint kept elsewhere")
    parser.add_argument("--stamps", type=Path, help="a folder to write time stamps to")
    parser.add_argument("--proofs", type=Path, help="proofs that entries are under a checkpoint")
    return parser


def main(arguments: Optional[List[str]] = None) -> int:
    """Check what the command line names; return the exit code."""
    parser = _arguments()
    given = parser.parse_args(arguments)
    if given.path is None and given.proofs is None:
        parser.error("give a path, or --proofs FILE")
    try:
        kept = _read(given.against, read_checkpoint)
        problems = Problems()
        if given.path is not None and _looks_like_bundle(given.path):
            bundle = Bundle(given.path, kept)
            problems = bundle.problems
            print(f"checked a bundle: {bundle.count} records, {bundle.entries} proofs")
            if kept is None:
                print("no checkpoint was given: it holds only if the one in it does")
            for stamp in bundle.stamps:
                print("\n".join(stamp.lines("stamps")))
                print(f"  it covers {bundle.covered[stamp.name]}")
        elif given.path is not None:
            checked, problems = verify(given.path, kept)
            print("checked {records} records, {entries} ledger entries".format(**checked))
            if checked["shipped"]:
                print(f"{checked['shipped']} places came with the program and are no record")
            tell_later(checked["later"], checked["entries"])
            tell_stamps(checked["stamps"], given.stamps)
        if given.proofs is not None:
            count, wrong = check_proofs(_read(given.proofs, load), kept)
            print(f"checked {count} proofs")
            problems.extend(wrong)
            if kept is None:
                print("no checkpoint was given: the proofs hold only if the one in them does")
    except (BadInput, KeyError, TypeError) as error:
        print(f"tracker-verify: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems) or 'no'} problems")
    return 1 if problems else 0
