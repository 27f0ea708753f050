"""The check of a bundle: some claims with their texts and captures, and proofs of them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Tuple

from tracker.verifier.bundle.files import ADDED, STAMPS, check_sums, read_files
from tracker.verifier.bundle.proven import Proven
from tracker.verifier.bundle.slice import Slice
from tracker.verifier.bundle.warc import warc_records
from tracker.verifier.checkpoints import CHECKPOINT, read_checkpoint
from tracker.verifier.hashing.canonical import Record, load
from tracker.verifier.hashing.merkle import goes_on
from tracker.verifier.problems import Problems
from tracker.verifier.proofs import check_proofs
from tracker.verifier.records.shapes import OCCURRENCE, REASONS, picked
from tracker.verifier.records.shown import FIELDS, InAnyOrder, Shown
from tracker.verifier.sources.kinds import BLOCK
from tracker.verifier.stamps.stamp import Stamped


class Bundle:
    """The check of a bundle: files, proofs, then every file against what was proven."""

    def __init__(self, path: Path, kept: Optional[Record]) -> None:
        self.problems = Problems()
        self.files = read_files(path, self.problems)
        with self.problems.reading("SHA256SUMS"):
            check_sums(self.files, self.problems)
        self.count = self.entries = 0
        self.texts: Dict[str, str] = {}
        self.stamps: List[Stamped] = []
        self.covered: Dict[str, str] = {}
        """How many of the proven entries each stamp's checkpoint tells of, by its name."""
        slice_ = None
        with self.problems.reading("ledger.json"):
            slice_ = self._prove(kept)
        if slice_ is not None:
            self._check(slice_)

    def _prove(self, kept: Optional[Record]) -> Slice:
        given = load(self.files["ledger.json"].decode("utf-8"))
        if not isinstance(given, dict) or given.get("tracker_proofs") != 1:
            raise ValueError("it holds no tracker proofs of form 1")
        with self.problems.reading("checkpoint.txt"):
            came = read_checkpoint(self.files["checkpoint.txt"].decode("utf-8"))
            inside = read_checkpoint(json.dumps(given["checkpoint"]))
            if any(came[name] != inside[name] for name in CHECKPOINT):
                self.problems.add("checkpoint.txt", "it is not the checkpoint of ledger.json")
        self.entries, wrong = check_proofs(given, kept)
        self.problems.extend(wrong)
        return Slice(given["proofs"], self.problems)

    def _check(self, slice_: Slice) -> None:
        with self.problems.reading("captures.warc.gz"):
            self._versions(slice_)
        with self.problems.reading(STAMPS):
            self._stamps(slice_)
        with self.problems.reading("records"):
            proven = Proven(slice_)
            claims, occurrences, relations = map(self._rows, ("claims", "occurrences", "relations"))
            self._claims(claims, proven)
            self._occurrences(occurrences, {row.get("id") for row in claims}, proven)
            self._relations(relations, {row.get("id") for row in claims}, proven)

    def _stamps(self, slice_: Slice) -> None:
        """Check that each stamp is as proven, and is of an earlier state of the same ledger."""
        given = load(
            self.files.get(STAMPS, b'{"tracker_stamps":1,"beginnings":{}}').decode("utf-8")
        )
        if set(given) != {"tracker_stamps", "beginnings"} or given["tracker_stamps"] != 1:
            raise ValueError("it holds no tracker stamps of form 1")
        beginnings = given["beginnings"]
        told_ = slice_.told["stamp"]
        for name in sorted(beginnings.keys() ^ told_.keys()):
            self.problems.add(f"stamp {name}", "it is in stamps.json or proven, and not both")
        wanted: Dict[str, bytes] = {}
        proven = load(self.files["ledger.json"].decode("utf-8"))
        new = (proven["checkpoint"]["entries"], bytes.fromhex(proven["checkpoint"]["root"]))
        entries = [proof["entry"] for proof in proven["proofs"]]
        numbers = [entry["seq"] for entry in entries if entry["record_kind"] != "stamp"]
        for name in sorted(beginnings.keys() & told_.keys()):
            with self.problems.reading(f"stamp {name}"):
                stamp = Stamped(name, told_[name][0][0], slice_.values["stamp"][name])
                wanted.update({f"stamps/{file}": data for file, data in stamp.files().items()})
                kept = stamp.checkpoint
                path = [bytes.fromhex(one) for one in beginnings[name]]
                if not goes_on((kept["entries"], bytes.fromhex(kept["root"])), new, path):
                    raise ValueError("the ledger does not go on from its checkpoint")
                self.stamps.append(stamp)
                some = sum(seq <= kept["entries"] for seq in numbers)
                self.covered[name] = f"{some} of the {len(numbers)} proven entries on these claims"
        there = {name for name in self.files if name.startswith("stamps/")}
        for name in sorted(there | wanted.keys()):
            if self.files.get(name) != wanted.get(name):
                self.problems.add(name, "it is not what was proven")

    def _rows(self, kind: str) -> List[Record]:
        rows = []
        name = f"{kind}.jsonl"
        lines = self.files.get(name, b"").split(b"\n")
        if lines.pop():
            self.problems.add(name, "its last line is cut off")
        for number, line in enumerate(lines, 1):
            with self.problems.reading(f"{name}, line {number}"):
                row = load(line.decode("utf-8"))
                if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                    raise ValueError("it is no record")
                for field in ADDED.get(kind, ()):
                    row.pop(field, None)
                rows.append(row)
        self.count += len(rows)
        for one, times in Counter(row["id"] for row in rows).items():
            if times > 1:
                self.problems.add(f"{kind[:-1]} {one}", "it stands there twice")
        return rows

    # Versions: the text, and the bytes in the archive.

    def _versions(self, slice_: Slice) -> None:
        captured: Dict[str, Tuple[Record, bytes]] = {}
        with self.problems.reading("captures.warc.gz"):
            for headers, block in warc_records(self.files.get("captures.warc.gz", b"")):
                name = headers["warc-record-id"]
                if name in captured:
                    self.problems.add("captures.warc.gz", f"it has two records {name}")
                captured[name] = (headers, block)
        versions = slice_.values["version"]
        self.count += len(versions)
        for about, record in versions.items():
            name = f"version {about}"
            with self.problems.reading(name):
                text = self.files.get(f"texts/{about}.txt")
                if text is None:
                    raise ValueError("its text is missing")
                self.texts[about] = text.decode("utf-8")
                if hashlib.sha256(text).hexdigest() != record["text_sha256"]:
                    self.problems.add(name, "its text is not the text that was captured")
                found = captured.pop(f"<urn:tracker:{about}>", None)
                self._capture(name, record, found, slice_)
        for odd in sorted(captured):
            self.problems.add("captures.warc.gz", f"no proven version is its record {odd}")
        for file in sorted(self.files):
            if file.startswith("texts/") and file[len("texts/") : -len(".txt")] not in versions:
                self.problems.add(file, "no proven version has this text")
        self._redactions(slice_)

    def _capture(
        self, name: str, record: Record, found: Optional[Tuple[Record, bytes]], slice_: Slice
    ) -> None:
        """Check the record of the archive that a version was captured from."""
        if found is None:
            if record["body_sha256"] not in slice_.emptied:
                self.problems.add(name, "its bytes are gone, and no redaction says so")
            return
        headers, body = found
        if record["body_sha256"] in slice_.emptied:
            self.problems.add(name, "bytes stand where they were redacted")
        if hashlib.sha256(body).hexdigest() != record["body_sha256"]:
            self.problems.add(name, "its bytes are not the bytes that were captured")
        article = slice_.values["article"].get(record["article"]) or {}
        address = headers["warc-target-uri"]
        if address not in (article.get("url"), headers["warc-record-id"].strip("<>")):
            self.problems.add(name, "its capture has another address than its article")
        at = datetime.fromisoformat(headers["warc-date"].replace("Z", "+00:00"))
        if at != datetime.fromisoformat(record["captured_at"]):
            self.problems.add(name, "its capture is of another time")
        if headers["warc-type"] != "resource":
            self.problems.add(name, "its capture is no resource")
        if headers["content-type"].split(";")[0].strip() != record["media_type"]:
            self.problems.add(name, "its capture is of another kind")
        digest = base64.b32encode(hashlib.sha256(body).digest()).decode("ascii")
        if headers["warc-payload-digest"] != f"sha256:{digest}":
            self.problems.add(name, "its capture is not what its digest was made of")

    def _redactions(self, slice_: Slice) -> None:
        for row in slice_.rows("redaction"):
            text = self.texts.get(row["record"], "")
            if any(text[start:end].strip(BLOCK) for start, end in row["spans"]):
                self.problems.add(f"redaction {row['id']}", "words stand where they were redacted")

    # Claims, occurrences and relations: rows against proven records.

    def _same(self, name: str, found: Record, wanted: Record) -> None:
        """Note each field in which a row is not as proven."""
        for field in sorted(found.keys() | wanted.keys()):
            # By ==, which a list in any order has of its own.
            if field not in found or field not in wanted or not wanted[field] == found[field]:  # noqa: SIM201
                self.problems.add(name, f"its {field!r} is not what was proven")

    def _claims(self, rows: List[Record], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.rows["claims"]}
        given = {row["id"] for row in rows}
        for row in rows:
            name = f"claim {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                self._same(name, row, picked(known[row["id"]], *FIELDS["claims"]))
        for one in known.values():
            if one["part_of"] in given and one["id"] not in given:
                self.problems.add(f"claim {one['id']}", "it is part of a claim, and is missing")

    def _occurrences(self, rows: List[Record], claims: Set[Any], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.rows["occurrences"]}
        for row in rows:
            with self.problems.reading(f"occurrence {row['id']}"):
                event = row["event"] or {}
                own = known.get(row["id"], {}).get("claim", {})
                proven.know_place(own.get("event"), event.get("place"))
        shown = Shown(proven.rows, proven)
        for row in rows:
            name = f"occurrence {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                self._occurrence(name, row, known[row["id"]], shown)
        there = {row["id"] for row in rows}
        for one in known.values():
            if one["own_claim_id"] in claims and one["id"] not in there:
                self.problems.add(f"occurrence {one['id']}", "it is of a claim, and is missing")
        for missing in sorted(claims - {row.get("own_claim_id") for row in rows}):
            self.problems.add(f"claim {missing}", "no occurrence words it")

    def _occurrence(self, name: str, row: Record, known: Record, shown: Shown) -> None:
        readable = shown.occurrence(row)
        wanted = {
            "id": row["id"],
            "own_claim_id": known["own_claim_id"],
            "proposed_id": known.get("proposed"),
            "speaker_confidence": known.get("speaker_confidence"),
            **picked(known, *OCCURRENCE),
            "selectors": InAnyOrder(known["selectors"]),
            **readable,
            # A record does not keep the order of two agents in one place of a chain.
            "chain": InAnyOrder(readable["chain"]),
        }
        self._same(name, row, wanted)
        text = self.texts[row["version"]]
        for s in row["selectors"]:
            if text[s["start"] : s["end"]] != s["exact"]:
                self.problems.add(name, f"its {s['part']} is not what stands in the text")

    def _relations(self, rows: List[Record], claims: Set[Any], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.ledger.rows("relation")}
        shown = Shown(proven.rows, proven)
        for row in rows:
            name = f"relation {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                one = known[row["id"]]
                wanted = {
                    "id": row["id"],
                    "from_claim_id": one["from_claim"],
                    "to_claim_id": one["to_claim"],
                    **picked(one, "relation", "basis", *REASONS),
                    "status": shown.status(row),
                }
                self._same(name, row, wanted)
        there = {row["id"] for row in rows}
        for one in known.values():
            if claims & {one["from_claim"], one["to_claim"]} and one["id"] not in there:
                self.problems.add(f"relation {one['id']}", "it is of a claim, and is missing")
