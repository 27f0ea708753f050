"""The rows that an export would have, built from the proven records of a bundle."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Tuple

from tracker.verifier.bundle.slice import Slice
from tracker.verifier.hashing.canonical import Record, uid
from tracker.verifier.records.identities import as_people_say


class Proven:
    """The rows that an export would have, built from proven records, for `Shown`."""

    def __init__(self, slice_: Slice) -> None:
        self.ledger = slice_
        """Under the name by which `Shown` asks for the order of entries."""
        self.towards: Dict[str, str] = {}
        claims, occurrences, hops, facts = self._words(slice_)
        events = slice_.rows("event")
        self.rows: Dict[str, List[Record]] = {
            "outlets": slice_.rows("outlet"),
            "articles": slice_.rows("article"),
            "versions": slice_.rows("version"),
            "agents": slice_.rows("agent"),
            "places": slice_.rows("place"),
            "events": [{"place_precision": None, **event} for event in events],
            "participations": [
                {"presence": None, **part, "event": event["id"]}
                for event in events
                for part in event["participants"]
            ],
            "claims": claims,
            "occurrences": occurrences,
            "attributions": hops,
            "facts": facts,
            "links": [{**row, "claim_id": row["claim"]} for row in slice_.rows("link")],
            "judgements": [self._judgement(row, slice_) for row in slice_.rows("judgement")],
        }
        self._merge(slice_)

    @staticmethod
    def _words(slice_: Slice) -> Tuple[List[Record], List[Record], List[Record], List[Record]]:
        claims, occurrences, hops, facts = [], [], [], []
        for row in slice_.rows("occurrence"):
            claim = row["claim"]
            said = claim["said_on"] or {}
            placed = slice_.values["placement"].get(claim["id"]) or {}
            days = {
                f"said_{name}": said.get(name)
                for name in ("start", "end", "precision", "as_printed")
            }
            claims.append({**claim, **days, "part_of": placed.get("part_of")})
            occurrences.append({**row, "own_claim_id": claim["id"]})
            hops += [
                {"source_type": None, "ground": None, **hop, "occurrence": row["id"]}
                for hop in row["chain"]
            ]
            facts += [
                {**fact, "occurrence": row["id"], "event": claim["event"]} for fact in row["facts"]
            ]
        return claims, occurrences, hops, facts

    @staticmethod
    def _judgement(row: Record, slice_: Slice) -> Record:
        subject = row["subject"]
        on = {
            name: subject if subject in slice_.values[name] else None
            for name in ("link", "relation", "occurrence")
        }
        return {**row, **on}

    def _merge(self, slice_: Slice) -> None:
        """Find whom people say each agent is, as `Records` does."""
        told_ = slice_.told["agent_identity"]
        words = sorted(slice_.rows("agent_identity"), key=lambda word: told_[word["id"]][-1][0])
        self.towards = as_people_say(words)

    def know_place(self, event_id: Optional[str], name: Optional[str]) -> None:
        """Take a place that shipped with the program, of which no entry tells, by its name.

        Its identifier follows from the folded name, which is known here for ASCII only.
        """
        event = next((row for row in self.rows["events"] if row["id"] == event_id), None)
        place = event["place"] if event else None
        if place is None or name is None or place in {row["id"] for row in self.rows["places"]}:
            return
        folded = re.sub("[^a-z0-9]+", " ", name.lower().replace("'", "")).strip()
        if not name.isascii() or uid("plc", folded) == place:
            self.rows["places"].append({"id": place, "name": name})
