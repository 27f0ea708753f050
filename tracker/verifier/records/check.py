"""The check of all records of a source against the ledger."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import Any, Callable, Dict, List, Optional, Tuple

from tracker.verifier.hashing.canonical import Record, sha256, uid
from tracker.verifier.ledger import MANY, WITHOUT_ROWS, Ledger
from tracker.verifier.problems import Problems
from tracker.verifier.records.comparing import Comparing
from tracker.verifier.records.identities import as_people_say, stands_for
from tracker.verifier.records.shapes import (
    ANCHORING,
    CORRECTION,
    IDENTITY,
    NOTICE,
    REASONS,
    REDACTION,
    REQUEST,
    VERSION,
    WITHDRAWAL,
    event_record,
    judgement_record,
    occurrence_record,
    picked,
    place_record,
)
from tracker.verifier.records.shown import Shown
from tracker.verifier.sources.derived import published, utc_or_none
from tracker.verifier.sources.export import Export
from tracker.verifier.sources.kinds import BLOCK, KINDS
from tracker.verifier.sources.tables import NUMBERS


class Records(Comparing):
    """Every record of a source against what the ledger last wrote of it."""

    def __init__(self, source: Any, ledger: Ledger, problems: Problems) -> None:
        super().__init__(source, ledger, problems)
        self.unwritten = 0
        self.towards: Dict[str, str] = {}
        """Whom people say each agent is."""
        self._texts: Dict[str, str] = {}
        self._rows: Dict[str, List[Record]] = {}
        self._dates: Optional[Dict[str, Optional[str]]] = None

    def check(self) -> None:
        """Go through all there are, then through all that the ledger tells of."""
        for kind in KINDS[:-1]:
            self._rows[kind] = []
            with self.problems.reading(kind):
                self._rows[kind] = [self._kept(kind, row) for row in self.source.records(kind)]
        checks: List[Tuple[str, Callable[[Record], None]]] = [
            ("outlets", self._outlet),
            ("articles", self._article),
            ("agents", self._agent),
            ("places", self._place),
            ("links", self._link),
            ("relations", self._relation),
            ("judgements", self._judgement),
            ("corrections", self._correction),
            ("anchorings", self._anchoring),
            ("notices", self._notice),
            ("requests", self._request),
            ("withdrawals", self._withdrawal),
            ("redactions", self._redaction),
        ]
        for kind, check in checks:
            for row in self._rows[kind]:
                with self.problems.reading(f"{kind[:-1]} {row.get('id')}"):
                    check(row)
        self._events()
        self._occurrences()
        with self.problems.reading("agents"):
            self._merged()
        self._references()
        self._missing()
        if isinstance(self.source, Export):
            with self.problems.reading("what the export shows"):
                Shown(self._rows, self).check(self.problems)

    def _kept(self, kind: str, row: Record) -> Record:
        """Check a version while its text and bytes are at hand; they are not kept twice."""
        if kind == "versions":
            with self.problems.reading(f"version {row.get('id')}"):
                self._version(row)
        return row

    def _version(self, row: Record) -> None:
        name, text = f"version {row['id']}", row.pop("text")
        self._texts[row["id"]] = text
        text_then = self.ledger.text_then(row["id"], row["text_sha256"])
        record = {**picked(row, *VERSION), "text_sha256": text_then}
        self._compare("version", name, row["id"], record)
        if sha256(text) != row["text_sha256"]:
            self.problems.add(name, "its text is not the text that was captured")
        body = self.source.body(row)
        if ("size" in row) > (body is None):
            self.problems.add(name, "its field 'size' is odd")
        if body is None:
            if row["body_sha256"] not in self.ledger.emptied:
                self.problems.add(name, "its bytes are gone, and no redaction says so")
            elif self.ledger.emptied[row["body_sha256"]] not in ([], [[0, self.source.size(row)]]):
                self.problems.add(name, "so many bytes are not what was redacted")
        elif row["body_sha256"] in self.ledger.emptied:
            self.problems.add(name, "bytes stand where they were redacted")
        elif hashlib.sha256(body).hexdigest() != row["body_sha256"]:
            self.problems.add(name, "its bytes are not the bytes that were captured")
        row.pop("body", None)

    def _outlet(self, row: Record) -> None:
        name = f"outlet {row['id']}"
        self._compare("outlet", name, row["id"], {"name": row["name"]})
        self._key(name, row, uid("out", row["key"]))

    def _article(self, row: Record) -> None:
        record = picked(row, "outlet", "url", "content_hash", "published_at")
        self._compare("article", f"article {row['id']}", row["id"], record)

    def _agent(self, row: Record) -> None:
        name, agent = f"agent {row['id']}", row["id"]
        self._compare("agent", name, agent, picked(row, "kind", "name", "scope"))
        self._key(name, row, uid("agt", row["key"], row["scope"]))
        self._compare_many("agent_name", agent, [{"name": one} for one in row["names"]])
        held = [picked(one, "title", "of", "version") for one in row["occupancies"]]
        self._compare_many("occupancy", agent, held)

    def _place(self, row: Record) -> None:
        name = f"place {row['id']}"
        self._key(name, row, uid("plc", row["key"]))
        if row["origin"] == "shipped" and row["id"] not in self.ledger.told["place"]:
            self.unwritten += 1
            return
        self._compare("place", name, row["id"], place_record(row))

    def _link(self, row: Record) -> None:
        record = {"claim": row["claim_id"], **picked(row, "occurrence", "relation", "decision")}
        record.update(picked(row, *REASONS))
        self._compare("link", f"link {row['id']}", row["id"], record)

    def _relation(self, row: Record) -> None:
        ends = {"from_claim": row["from_claim_id"], "to_claim": row["to_claim_id"]}
        record = {**ends, **picked(row, "relation", "basis", *REASONS)}
        self._compare("relation", f"relation {row['id']}", row["id"], record)

    def _judgement(self, row: Record) -> None:
        self._compare("judgement", f"judgement {row['id']}", row["id"], judgement_record(row))

    def _correction(self, row: Record) -> None:
        record = picked(row, *CORRECTION)
        self._compare("correction", f"correction {row['id']}", row["id"], record)

    def _anchoring(self, row: Record) -> None:
        name = f"anchoring {row['id']}"
        self._compare("anchoring", name, row["id"], picked(row, *ANCHORING))
        length = len(self._texts[row["version"]])
        for anchor in row["anchors"]:
            start, end = anchor["start"], anchor["end"]
            if start is not None and not 0 <= start < end <= length:
                self.problems.add(name, f"its {anchor['part']} cannot stand at {start}")

    def _notice(self, row: Record) -> None:
        self._compare("notice", f"notice {row['id']}", row["id"], picked(row, *NOTICE))

    def _request(self, row: Record) -> None:
        self._compare("request", f"request {row['id']}", row["id"], picked(row, *REQUEST))

    def _withdrawal(self, row: Record) -> None:
        record = picked(row, *WITHDRAWAL)
        self._compare("article_withdrawal", f"withdrawal {row['id']}", row["id"], record)

    def _redaction(self, row: Record) -> None:
        name = f"redaction {row['id']}"
        about = row["record"] if "record" in row else row["record_uid"]
        record = {"record_kind": row["record_kind"], "record": about, **picked(row, *REDACTION)}
        self._compare("redaction", name, row["id"], record)
        told_ = self.ledger.told["redaction"].get(row["id"], [(0, None)])
        if told_[-1][0] != row["entry"]:
            self.problems.add(name, "its entry is another one")
        if row["record_kind"] == "version":
            text = self._texts[about]
            if any(text[start:end].strip(BLOCK) for start, end in row["spans"]):
                self.problems.add(name, "words stand where they were redacted")

    def _by(self, kind: str, field: str, owners: str) -> Dict[str, List[Record]]:
        """Return the rows of a kind by what they belong to; strays are noted."""
        found: Dict[str, List[Record]] = defaultdict(list)
        for row in self._rows[kind]:
            found[str(row.get(field))].append(row)
        for stray in sorted(found.keys() - {row.get("id") for row in self._rows[owners]}):
            self.problems.add(kind, f"one belongs to {stray}, which is not there")
        return found

    def _events(self) -> None:
        parts = self._by("participations", "event", "events")
        for row in self._rows["events"]:
            with self.problems.reading(f"event {row.get('id')}"):
                record = event_record(row, parts.get(row["id"], []))
                self._compare("event", f"event {row['id']}", row["id"], record)

    def _occurrences(self) -> None:
        hops = self._by("attributions", "occurrence", "occurrences")
        facts = self._by("facts", "occurrence", "occurrences")
        claims = {row.get("id"): row for row in self._rows["claims"]}
        worded = Counter(row.get("own_claim_id") for row in self._rows["occurrences"])
        for row in self._rows["occurrences"]:
            name = f"occurrence {row.get('id')}"
            with self.problems.reading(name):
                claim, own = claims[row["own_claim_id"]], facts.get(row["id"], [])
                record = occurrence_record(row, claim, hops.get(row["id"], []), own)
                self._compare("occurrence", name, row["id"], record)
                self._check_words(name, row["selectors"], self._texts[row["version"]])
                self._check_day(claim, row["version"])
                if any(fact["event"] != claim["event"] for fact in own):
                    self.problems.add(name, "a figure of it is of another event than its claim")
        for row in self._rows["claims"]:
            with self.problems.reading(f"claim {row.get('id')}"):
                self._check_claim(row, worded[row["id"]])

    def _check_day(self, claim: Record, version: str) -> None:
        """Check the copy of the publication's beginning that a database keeps with a claim."""
        if "published_start" not in claim:
            return
        article = self._published_at.get(version)
        if utc_or_none(claim["published_start"]) != published(article)[0]:
            self.problems.add(f"claim {claim['id']}", "it does not begin when its article does")

    @property
    def _published_at(self) -> Dict[str, Optional[str]]:
        if self._dates is None:
            articles = {row.get("id"): row.get("published_at") for row in self._rows["articles"]}
            self._dates = {
                row["id"]: articles.get(row["article"]) for row in self._rows["versions"]
            }
        return self._dates

    def _check_words(self, name: str, selectors: List[Record], text: str) -> None:
        for s in selectors:
            if text[s["start"] : s["end"]] != s["exact"]:
                self.problems.add(name, f"its {s['part']} is not what stands in the text")
        if not any(s["part"] == "content" and s["active"] for s in selectors):
            self.problems.add(name, "it points to no words")

    def _check_claim(self, row: Record, worded: int) -> None:
        name = f"claim {row['id']}"
        if worded != 1:
            self.problems.add(name, f"{worded} occurrences word it, not one")
        if row["part_of"] is None and row["id"] not in self.ledger.told["placement"]:
            return
        self._compare("placement", name, row["id"], {"part_of": row["part_of"]})

    def _merged(self) -> None:
        """Check whom people say each agent is: every word counts in order, the last on a pair."""
        words = [
            {**word, "from": agent["id"]}
            for agent in self._rows["agents"]
            for word in agent["identities"]
        ]
        told_ = self.ledger.told["agent_identity"]
        words.sort(key=lambda word: told_.get(word["id"], [(0, None)])[0][0])
        for word in words:
            name = f"word on agent {word['agent']}"
            self._compare("agent_identity", name, word["id"], picked(word, *IDENTITY))
            if word["from"] != word["agent"]:
                self.problems.add(name, "it stands with another agent")
        self.towards = as_people_say(words)
        for row in self._rows["agents"]:
            if "same_as_id" in row and row["same_as_id"] != stands_for(row["id"], self.towards):
                self.problems.add(f"agent {row['id']}", "it is not one with whom people say it is")

    def _references(self) -> None:
        """Check that whatever a record names is there."""
        there = {kind: {row.get("id") for row in rows} for kind, rows in self._rows.items()}
        for kind, fields in NUMBERS.items():
            for row in self._rows.get(kind, ()):
                for name, (_, target) in fields.items():
                    wanted = row.get(name)
                    if wanted is not None and wanted not in there[target]:
                        self.problems.add(
                            f"{kind[:-1]} {row.get('id', '')}",
                            f"its {name} is {wanted}, which is not there",
                        )

    def _missing(self) -> None:
        """Note every record that the ledger tells of and that is not there."""
        known = {"place", "placement", *MANY, *WITHOUT_ROWS, *self._seen}
        known |= {"outlet", "article", "version", "agent", "agent_identity", "event"}
        known |= {"occurrence", "link", "relation", "judgement", "correction"}
        known |= {"anchoring", "notice", "request", "article_withdrawal", "redaction"}
        for kind, told_ in self.ledger.told.items():
            if kind not in known:
                self.problems.add("ledger", f"this verifier knows no records of kind {kind!r}")
            if kind not in WITHOUT_ROWS:
                for missing in sorted(told_.keys() - self._seen[kind]):
                    self.problems.add(
                        f"{kind} {missing}", "the ledger tells of it; it is not there"
                    )
