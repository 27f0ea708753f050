"""What an export shows beside its records, for readers: it has to follow from them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Dict, List, Optional, Tuple

from tracker.verifier.hashing.canonical import Record, canonical
from tracker.verifier.problems import Problems
from tracker.verifier.records.identities import stands_for
from tracker.verifier.records.shapes import (
    ANCHORING,
    CLAIM,
    CORRECTION,
    FACT,
    HOP,
    NOTICE,
    OCCURRENCE,
    REASONS,
    REDACTION,
    REQUEST,
    VERSION,
    WITHDRAWAL,
    claim_record,
    picked,
)

FIELDS = {
    "outlets": ("id", "name", "key"),
    "articles": ("id", "outlet", "url", "content_hash", "published_at"),
    "versions": ("id", *VERSION),
    "agents": ("id", "kind", "name", "key", "scope", "names", "occupancies", "identities"),
    "places": ("id", "name", "key", "kind", "within", "origin", "aliases"),
    "events": tuple(
        "id type modality start end precision as_printed place place_precision".split()
    ),
    "participations": ("event", "agent", "role", "presence"),
    "claims": (
        *("id", "part_of", *CLAIM),
        *("said_start", "said_end", "said_precision", "said_as_printed"),
    ),
    "occurrences": (
        *("id", "own_claim_id", "proposed_id", "speaker_confidence", "selectors", *OCCURRENCE),
        *"act chain claim_id content cue denied event kind link outlet proposed".split(),
        *"published_at said_on source speaker text type url".split(),
    ),
    "attributions": ("occurrence", "source_type", "ground", *HOP),
    "facts": ("occurrence", "event", *FACT),
    "links": ("id", "occurrence", "claim_id", "relation", "decision", "status", *REASONS),
    "relations": (
        *("id", "from_claim_id", "to_claim_id", "relation", "basis", "status"),
        *REASONS,
    ),
    "judgements": tuple("id link relation occurrence verdict reason user at withdraws".split()),
    "corrections": ("id", *CORRECTION),
    "anchorings": ("id", *ANCHORING),
    "notices": ("id", *NOTICE),
    "requests": ("id", *REQUEST),
    "withdrawals": ("id", *WITHDRAWAL),
    "redactions": ("id", "entry", "record_kind", "record", *REDACTION),
}
"""Every field of each kind of record in an export; no other may stand there."""

HOLDING = ("suggested", "disputed", "auto", "confirmed")
"""What may hold an occurrence to its claim, weakest first."""


class Shown:
    """The readers' fields of an export, worked out again from its records."""

    def __init__(self, rows: Dict[str, List[Record]], records: Any) -> None:
        self._rows = rows
        self._records = records
        self._by_id = {
            kind: {row["id"]: row for row in rows[kind]}
            for kind in ("outlets", "articles", "versions", "agents", "places", "events", "claims")
        }
        self._of: Dict[str, Dict[str, List[Record]]] = {}
        for kind, field in (
            ("attributions", "occurrence"),
            ("facts", "occurrence"),
            ("links", "occurrence"),
            ("participations", "event"),
        ):
            self._of[kind] = defaultdict(list)
            for row in rows[kind]:
                self._of[kind][row[field]].append(row)
        self._judged: Dict[str, List[Record]] = defaultdict(list)
        told_ = records.ledger.told["judgement"]
        for row in sorted(rows["judgements"], key=lambda row: told_[row["id"]][0][0]):
            self._judged[row["link"] or row["relation"] or row["occurrence"]].append(row)

    def check(self, problems: Problems) -> None:
        """Note every field that is none, is missing, or shows something else."""
        for kind, fields in FIELDS.items():
            for row in self._rows[kind]:
                if set(row) - {"size"} != set(fields) or ("size" in row and kind != "versions"):
                    odd = sorted(set(row) ^ set(fields))[0]
                    problems.add(f"{kind[:-1]} {row.get('id', '')}", f"its field {odd!r} is odd")
        for kind in ("links", "relations"):
            for row in self._rows[kind]:
                if row["status"] != self.status(row):
                    problems.add(f"{kind[:-1]} {row['id']}", "its status is not what people said")
        for row in self._rows["occurrences"]:
            with problems.reading(f"occurrence {row['id']}"):
                for name, value in self.occurrence(row).items():
                    if row[name] != value:
                        problems.add(f"occurrence {row['id']}", f"it shows another {name!r}")

    def status(self, row: Record) -> str:
        """Return the status of a link or relation, as people's answers make it."""
        said = self._judged[row["id"]]
        withdrawn = {one["withdraws"] for one in said}
        last = {one["user"]: one for one in said if one["verdict"]}
        verdicts = {one["verdict"] for one in last.values() if one["id"] not in withdrawn}
        verdicts -= {"unsure"}
        if verdicts:
            decided = {"yes": "confirmed", "no": "rejected"}
            return decided[verdicts.pop()] if len(verdicts) == 1 else "disputed"
        return "auto" if row.get("decision") == "link" else "suggested"

    def _name(self, agent: Optional[str]) -> Optional[str]:
        """Return the name to show for an agent: that of the one people say it is."""
        if agent is None:
            return None
        return str(self._by_id["agents"][stands_for(agent, self._records.towards) or agent]["name"])

    def occurrence(self, row: Record) -> Record:
        """Return what an occurrence shows to readers."""
        claim = self._by_id["claims"][row["own_claim_id"]]
        version = self._by_id["versions"][row["version"]]
        article = self._by_id["articles"][version["article"]]
        outlet = self._by_id["outlets"].get(article["outlet"])
        spans = {
            part: [
                picked(s, "start", "end", "exact")
                for s in row["selectors"]
                if s["active"] and s["part"] == part
            ]
            for part in ("content", "source", "cue")
        }
        hops = sorted(self._of["attributions"][row["id"]], key=lambda hop: hop["position"])
        return {
            **picked(claim, "act", "kind", "type", "denied", "text"),
            "content": spans["content"],
            "source": spans["source"][0] if spans["source"] else None,
            "cue": spans["cue"][0] if spans["cue"] else None,
            "speaker": self._name(claim["speaker"]),
            "proposed": self._name(row["proposed_id"]),
            "chain": [
                {**picked(h, "position", "role", "source_type", "ground"), "agent": name}
                for h in hops
                if h["active"]
                for name in [self._name(h["agent"])]
            ],
            "said_on": claim_record(claim)["said_on"],
            "event": self._event(claim["event"], row["id"]),
            "claim_id": claim["part_of"] or claim["id"],
            "link": self._link(row["id"], claim["part_of"]),
            "url": article["url"],
            "published_at": article["published_at"],
            "outlet": outlet["name"] if outlet else None,
        }

    def _event(self, event_id: Optional[str], occurrence: str) -> Optional[Record]:
        if event_id is None:
            return None
        event = self._by_id["events"][event_id]
        place = self._by_id["places"].get(event["place"])
        dated = event["start"] and event["end"] and event["precision"]
        when = picked(event, "start", "end", "precision")
        parts = [
            {"agent": self._name(p["agent"]), "role": p["role"], "presence": p["presence"]}
            for p in self._of["participations"][event_id]
        ]
        return {
            **picked(event, "type", "modality"),
            **(when if dated else dict.fromkeys(when)),
            "place": place["name"] if place else None,
            "place_precision": event["place_precision"],
            "participants": InAnyOrder(parts),
            "quantities": InAnyOrder(
                {
                    **picked(fact, "property", "unit", "qualifier", "as_printed"),
                    "min": fact["value_min"],
                    "max": fact["value_max"],
                }
                for fact in self._of["facts"][occurrence]
            ),
        }

    def _link(self, occurrence: str, part_of: Optional[str]) -> Optional[Record]:
        """Return the strongest active link that holds an occurrence to the claim it is part of."""
        best: Optional[Record] = None
        for link in self._of["links"][occurrence] if part_of else ():
            whole = self._by_id["claims"][link["claim_id"]]["part_of"] or link["claim_id"]
            shown = {**picked(link, "relation", "score"), "status": self.status(link)}
            holds = link["active"] and whole == part_of and shown["status"] in HOLDING
            if holds and (best is None or _strength(shown) > _strength(best)):
                best = shown
        return best


def _strength(link: Record) -> Tuple[int, float]:
    return (HOLDING.index(link["status"]), link["score"])


class InAnyOrder(List[Record]):
    """A list that equals another one of the same records."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, list) and sorted(map(canonical, self)) == sorted(
            map(canonical, other)
        )

    __hash__ = None
