"""Some claims with all that shows where they come from, as one zip to open without the program.

docs/verify.md says what it holds and what it proves; `tracker/verifier/` checks it.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tracker import verifier
from tracker.errors import BadInput
from tracker.exchange import captures, page
from tracker.exchange.jsonl import chosen_ids, chosen_uids, line, records
from tracker.model import Checkpoint
from tracker.store import checkpoints, evidence, stamps
from tracker.store.copying import placed
from tracker.store.session import Session
from tracker.views.claim import claim_shape
from tracker.views.labels import labelled

SUMS = "SHA256SUMS"

_MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the earliest there is, so that bytes do not differ."""

_READABLE = 0o100644 << 16


def export(session: Session, out: Path, claim_ids: Sequence[int], at: datetime) -> int:
    """Write claims, with all that is part of them, as a new zip; return its number of files.

    The same state and time of the checkpoint give the same bytes.

    Raises:
        BadInput: no claim is named, there is a file of that name, or it cannot be written.
        NotFound: there is no such claim.
        NotVerified: the bytes of a capture are not the ones that were captured.
    """
    if not claim_ids:
        raise BadInput("a bundle is of some claims: give their numbers")
    with placed(out.absolute()) as partial:
        found = files(session, claim_ids, at)
        partial.write_bytes(_zipped(found))
    return len(found)


def files(session: Session, claim_ids: Sequence[int], at: datetime) -> dict[str, bytes]:
    """Return the files of a bundle by name, in the order of their names."""
    ids = chosen_ids(session, claim_ids)
    found = evidence.of_claims(session, ids)
    made = checkpoints.make(session, at)
    stamped = stamps.first_over(session, found.entries)
    proofs = checkpoints.proofs(session, made, [*found.entries, *(one.entry for one in stamped)])
    shapes = {shape["claim_id"]: shape for shape in (claim_shape(session, c) for c in claim_ids)}
    texts = {
        f"texts/{one.version.uid}.txt": one.version.text.encode("utf-8") for one in found.versions
    }
    held = {
        "captures.warc.gz": captures.archive(found.versions),
        "checkpoint.txt": made.printed(),
        "index.html": page.page(
            labelled(session, list(shapes.values())), made, [one.uid for one in stamped]
        ).encode("utf-8"),
        "ledger.json": f"{json.dumps(proofs, ensure_ascii=False, sort_keys=True)}\n".encode(),
        "tracker_verify.py": verifier.ONE_FILE.read_bytes(),
        **_selected(session, claim_ids),
        **_stamps(session, made, stamped),
        **texts,
    }
    whole = dict(sorted(held.items()))
    return {SUMS: _sums(whole), **whole}


def _selected(session: Session, claim_ids: Sequence[int]) -> dict[str, bytes]:
    chosen = chosen_uids(session, claim_ids)
    return {
        f"{kind}.jsonl": "".join(map(line, found)).encode("utf-8")
        for kind, found in records(session, chosen)
    }


def _stamps(session: Session, made: Checkpoint, stamped: Sequence[stamps.Kept]) -> dict[str, bytes]:
    """Return the files of time stamps, and what shows that they are of this ledger."""
    if not stamped:
        return {}
    sizes = {one.checkpoint.entries for one in stamped}
    paths = checkpoints.beginnings(session, made, sizes)
    told = {
        "tracker_stamps": 1,
        "beginnings": {one.uid: paths[one.checkpoint.entries] for one in stamped},
    }
    held = {"stamps.json": f"{json.dumps(told, sort_keys=True)}\n".encode()}
    for one in stamped:
        parts = {"txt": one.checkpoint.printed(), "tsq": one.request, "tsr": one.reply}
        held |= {f"stamps/{one.uid}.{end}": data for end, data in parts.items()}
    return held


def _sums(held: dict[str, bytes]) -> bytes:
    """Return the hashes as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in held.items())
    return "".join(lines).encode()


def _zipped(held: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in held.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # whatever system it is made on
            entry.external_attr = _READABLE
            made.writestr(entry, data)
    return out.getvalue()
