"""A ledger's value of a record, as the columns that its row then had.

Columns that no write changes are taken from the row as it is now. A value that was struck
out (None), and that no later entry tells again, is struck out in the past too: it reads
`STRUCK_OUT`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import SQLModel

from tracker.store.naming import name_key
from tracker.store.records import Record
from tracker.store.tables import (
    AgentRow,
    ClaimRow,
    LinkRow,
    OccurrenceRow,
    OutletRow,
    PlaceRow,
    RelationRow,
    SelectorRow,
)

STRUCK_OUT = "[struck out: changed since, and then redacted]"
"""What stands for words, names and reasons that nothing tells any more."""

Ids = Mapping[str, int]
"""The numbers of rows by uid; uids of two tables are never alike."""


def _with(row: SQLModel, **then: Any) -> Record:
    return {**row.model_dump(), **then}


def outlet(row: OutletRow, value: Any) -> Record:
    """Return an outlet as it was; its folded name never changes."""
    return _with(row, name=value["name"] if value else STRUCK_OUT)


def agent(row: AgentRow, value: Any) -> Record:
    """Return an agent as it was, with the one that stands for it now."""
    if value is None:
        return _with(row, name=STRUCK_OUT)
    return _with(row, kind=value["kind"], name=value["name"])


def place(row: PlaceRow, value: Any) -> Record:
    """Return a place as it was."""
    if value is None:
        return _with(row, name=STRUCK_OUT, kind=None, within=None)
    return _with(
        row,
        name=value["name"],
        kind=value.get("kind"),
        within=value.get("within"),
        origin=value.get("origin", "article"),
    )


def place_names(row: PlaceRow, value: Any) -> list[Record]:
    """Return the other names that a place had, without numbers."""
    aliases = (value or {}).get("aliases", ())
    return [{"place_id": row.id, "name": name, "key": name_key(name)} for name in aliases]


def link(row: LinkRow, value: Any) -> Record:
    """Return a link as it was."""
    if value is None:
        return _with(row, features={}, differences=[])
    return _with(row, relation=value["relation"], decision=value["decision"], **_reasons(value))


def relation(row: RelationRow, value: Any) -> Record:
    """Return a relation of two claims as it was."""
    if value is None:
        return _with(row, features={}, differences=[])
    return _with(row, basis=value["basis"], **_reasons(value))


def _reasons(value: Record) -> Record:
    # Canonical JSON writes 1.0 as 1; a feature's value was and is a float.
    features = {name: float(number) for name, number in value["features"].items()}
    names = ("score", "differences", "matcher", "matcher_version", "active")
    return {"features": features, **{name: value[name] for name in names}}


def occurrence(row: OccurrenceRow, value: Any, ids: Ids) -> Record:
    """Return an occurrence's own columns as they were."""
    if value is None:
        return _with(row, speaker_reason=STRUCK_OUT, speaker_confidence=None, proposed_id=None)
    names = ("ordinal", "origin", "rule", "confidence", "speaker_reason", "extractor_version")
    return _with(
        row,
        **{name: value[name] for name in names},
        rejected=value["rejected"],
        speaker_confidence=value.get("speaker_confidence"),
        proposed_id=_id(ids, value.get("proposed")),
    )


def claim(row: ClaimRow, value: Any, ids: Ids) -> Record:
    """Return a claim as its occurrence's value has it, part of what it is part of now."""
    if value is None:
        return _with(row, text=STRUCK_OUT, context="", speaker_names=[], **_BLANK)
    told = value["claim"]
    said = told["said_on"] or dict.fromkeys(("start", "end", "precision", "as_printed"))
    names = ("external_id", "kind", "type", "act", "text", "context", "speaker_names")
    return _with(
        row,
        **{name: told[name] for name in names},
        unnamed_source=told["unnamed_source"],
        denied=told["denied"],
        speaker_id=_id(ids, told["speaker"]),
        said_start=_day(said["start"]),
        said_end=_day(said["end"]),
        said_precision=said["precision"],
        said_as_printed=said["as_printed"],
        event_id=_id(ids, told["event"]),
    )


_BLANK = dict.fromkeys(
    (
        "speaker_id",
        "unnamed_source",
        "said_start",
        "said_end",
        "said_precision",
        "said_as_printed",
        "event_id",
    )
)
"""What is not known of a claim that was struck out."""


def selectors(rows: Sequence[SelectorRow], value: Any) -> list[Record]:
    """Return the words that an occurrence pointed to; `rows` are all of now, by number.

    Where they are struck out it points to a place in the text and no words.
    """
    if value is None:
        row = next(row for row in rows if row.part == "content")
        return [_with(row, end=row.start, exact="", prefix="", suffix="", active=True)]
    names = ("part", "made_by", "position", "start", "end")
    return _paired(
        rows,
        value["selectors"],
        of_row=lambda row: tuple(getattr(row, name) for name in names),
        of_value=lambda told: tuple(told[name] for name in names),
    )


def hops(rows: Sequence[Any], value: Any, ids: Ids) -> list[Record]:
    """Return the chain of an occurrence as it was; `rows` are all hops of now, by number."""
    if value is None:
        return []
    names = ("position", "made_by", "role", "start", "end")
    return _paired(
        rows,
        value["chain"],
        of_row=lambda row: (row.agent_id, *(getattr(row, name) for name in names)),
        of_value=lambda told: (ids[told["agent"]], *(told[name] for name in names)),
    )


def _paired(
    rows: Sequence[Any],
    told: Iterable[Record],
    *,
    of_row: Callable[[Any], tuple[Any, ...]],
    of_value: Callable[[Record], tuple[Any, ...]],
) -> list[Record]:
    """Return the rows that a value tells of, each as active as it says.

    Rows are added and turned off, never taken out or moved, so of those that are alike
    the value tells of the first ones, in their order.
    """
    alike: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        alike[of_row(row)].append(row)
    return [_with(alike[of_value(one)].pop(0), active=one["active"]) for one in told]


def _id(ids: Ids, uid: str | None) -> int | None:
    return None if uid is None else ids[uid]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
