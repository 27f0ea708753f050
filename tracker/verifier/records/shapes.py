"""Records as the ledger writes them, built from records as exports have them."""

from __future__ import annotations

from typing import Any, List

from tracker.verifier.hashing.canonical import Record


def told(**values: Any) -> Record:
    """Return what is known of these: an unknown one has no place in a record."""
    return {name: value for name, value in values.items() if value is not None}


def picked(record: Record, *names: str) -> Record:
    """Return some fields of a record."""
    return {name: record[name] for name in names}


REASONS = ("score", "features", "differences", "matcher", "matcher_version", "active")
SELECTOR = ("part", "position", "start", "end", "exact", "prefix", "suffix", "made_by", "active")
HOP = ("position", "agent", "role", "start", "end", "cue_start", "cue_end", "made_by", "active")
FACT = ("property", "value_min", "value_max", "unit", "qualifier", "as_of", "as_printed")
VERSION = tuple(
    (
        "article number body_sha256 text_sha256 title author media_type encoding encoding_from "
        "extractor extractor_version state captured_at"
    ).split()
)
ANCHORING = tuple("occurrence version fate state score anchors successor carried".split())
NOTICE = tuple("article claim occurrence kind text published_at url user at withdraws".split())
REQUEST = ("key", "digest", "answer", "user", "at")
WITHDRAWAL = ("article", "withdrawn", "reason", "user", "at")
REDACTION = tuple("part spans struck old_sha256 new_sha256 ground asked_by reason user at".split())
IDENTITY = ("agent", "other", "same", "reason", "user", "at", "withdraws")
CORRECTION = ("occurrence", "field", "before", "after", "reason", "user", "at")
OCCURRENCE = tuple(
    (
        "version ordinal parent origin rule confidence speaker_reason extractor_version rejected"
    ).split()
)
CLAIM = tuple(
    (
        "external_id kind type act text context speaker speaker_names unnamed_source denied event"
    ).split()
)


def place_record(place: Record) -> Record:
    """Return a place as the ledger has it."""
    aliases = sorted(set(place["aliases"]) - {place["name"]})
    known = {"kind": place["kind"], "within": place["within"], "aliases": aliases}
    origin = {} if place["origin"] == "article" else {"origin": place["origin"]}
    return {"name": place["name"], **{k: v for k, v in known.items() if v}, **origin}


def event_record(event: Record, participations: List[Record]) -> Record:
    """Return an event with who took part."""
    parts = sorted((p["agent"], p["role"], p["presence"] or "") for p in participations)
    precision = event["place_precision"]
    return {
        **picked(event, "type", "modality", "start", "end", "precision", "as_printed", "place"),
        "participants": [
            {"agent": agent, "role": role, **({"presence": presence} if presence else {})}
            for agent, role, presence in parts
        ],
        **({"place_precision": precision} if precision else {}),
    }


def claim_record(claim: Record) -> Record:
    """Return a claim's own wording, without what it is part of."""
    said = {name: claim[f"said_{name}"] for name in ("start", "end", "precision", "as_printed")}
    if said["start"] is None and any(value is not None for value in said.values()):
        raise ValueError("the day it was said has no beginning")
    return {
        "id": claim["id"],
        **picked(claim, *CLAIM),
        "said_on": None if said["start"] is None else said,
    }


def occurrence_record(
    row: Record, claim: Record, hops: List[Record], facts: List[Record]
) -> Record:
    """Return an occurrence whole."""
    selectors = [picked(selector, *SELECTOR) for selector in row["selectors"]]
    chain = [{**picked(h, *HOP), **told(**picked(h, "source_type", "ground"))} for h in hops]
    return {
        **picked(row, *OCCURRENCE),
        **told(speaker_confidence=row["speaker_confidence"], proposed=row["proposed_id"]),
        "claim": claim_record(claim),
        "selectors": sorted(
            selectors, key=lambda s: (s["part"], s["made_by"], s["position"], s["start"], s["end"])
        ),
        "chain": sorted(
            chain, key=lambda h: (h["position"], h["made_by"], h["agent"], h["start"] or -1)
        ),
        "facts": sorted(
            (picked(fact, *FACT) for fact in facts), key=lambda f: (f["property"], f["as_printed"])
        ),
    }


def judgement_record(row: Record) -> Record:
    """Return a judgement; what it is on stands in one of three fields."""
    subjects = [row[name] for name in ("link", "relation", "occurrence") if row[name] is not None]
    if len(subjects) != 1:
        raise ValueError("it is not on one link, relation or occurrence")
    fields = picked(row, "verdict", "reason", "user", "at", "withdraws")
    return {"subject": subjects[0], **fields}
