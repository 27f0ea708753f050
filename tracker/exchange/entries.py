"""Claims in bulk, one JSON object a line; only `text` is required."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tracker import recording
from tracker.errors import BadInput
from tracker.model import Kind
from tracker.recording import Entry
from tracker.store.engine import Engine
from tracker.store.ledger import Clock, utc_now
from tracker.store.session import writing

BATCH = 500
"""Claims stored in one transaction: what an interruption can cost."""

_TEXTS = ("external_id", "text", "speaker", "said_on", "url", "outlet", "published_at", "context")


@dataclass(slots=True)
class Outcome:
    """How many entries were recorded, were there before, and why others were refused.

    `doubtful` says of entries that were recorded what can hardly be right in them.
    `claims` are the new claims by number: what was found to concern them is only known when
    the last of them is stored, since what comes late may be earlier.
    """

    new: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)


def import_entries(
    engine: Engine,
    path: Path,
    user: str,
    progress: Callable[[int], None],
    clock: Clock = utc_now,
) -> Outcome:
    """Record every claim of a JSON Lines file, and link each.

    A bad line is noted and the rest goes on; so is one whose external id came before with
    other words. Claims are stored in batches; what is stored already is known again, so an
    interrupted import can be started anew. `clock` says which dates lie in the future.

    Raises:
        BadInput: the file cannot be read.
    """
    outcome = Outcome()
    entries = _entries(path, outcome)
    while batch := list(islice(entries, BATCH)):
        with writing(engine, user) as tx:
            clashing = recording.clashing(tx, [entry for _, entry in batch])
            fitting = [line for at, line in enumerate(batch) if at not in clashing]
            recorded = recording.record_all(tx, [entry for _, entry in fitting], "imported")
        outcome.refused += [f"{path}, line {batch[at][0]}: {clashing[at]}" for at in clashing]
        new = [(line, one) for line, one in zip(fitting, recorded, strict=True) if one.is_new]
        outcome.doubtful += [
            f"{path}, line {number}: {recording.ahead(entry, one)}"
            for (number, entry), one in new
            if recording.is_ahead(entry, clock())
        ]
        outcome.claims += [one.claim_id for _, one in new]
        outcome.new += len(new)
        outcome.known += len(recorded) - len(new)
        progress(len(batch))
    return outcome


def _entries(path: Path, outcome: Outcome) -> Iterator[tuple[int, Entry]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    yield number, read_entry(line)
                except BadInput as error:
                    outcome.refused.append(f"{path}, line {number}: {error}")
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error


def read_entry(line: bytes) -> Entry:
    """Return the claim that a line of JSON gives.

    Raises:
        BadInput: it is not UTF-8 or JSON, a field is unknown or of the wrong type, a
            date is malformed, or the text is empty or cannot be stored.
    """
    try:
        given: dict[str, Any] = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8 at byte {error.start}") from error
    except ValueError as error:
        raise BadInput(f"not JSON: {error}") from error
    if not isinstance(given, dict):
        raise BadInput('not a JSON object: give {"text": …}')
    unknown = sorted(set(given) - {*_TEXTS, "kind", "via"})
    if unknown:
        raise BadInput(f"unknown field {unknown[0]!r}: known are {', '.join(_TEXTS)}, kind, via")
    entry = Entry(kind=_kind(given), via=_via(given), **texts_of(given))
    recording.check(entry)
    return entry


def texts_of(given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an entry that are texts.

    Raises:
        BadInput: one is none, or there is no text of the claim.
    """
    found: dict[str, str] = {}
    for name in _TEXTS:
        value = given.get(name)
        if value is None:
            continue
        if name == "external_id" and isinstance(value, int):
            value = str(value)
        if not isinstance(value, str):
            raise BadInput(f"{name} is no text: {value!r}")
        found[name] = value
    if "text" not in found:
        raise BadInput("text is missing: give the words that were said")
    return found


def _kind(given: dict[str, Any]) -> Kind | None:
    value = given.get("kind")
    if value is None:
        return None
    try:
        return Kind(value)
    except ValueError as error:
        raise BadInput(f"kind {value!r} is none of {', '.join(Kind)}") from error


def _via(given: dict[str, Any]) -> tuple[str, ...]:
    value = given.get("via") or []
    if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
        raise BadInput(f"via is no list of names: {value!r}")
    return tuple(value)
