"""Reading an SQLite file, opened so that nothing in it can change."""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Dict, Iterator, List, Optional
from urllib.parse import quote

from tracker.verifier.hashing.canonical import Record, load
from tracker.verifier.problems import UNREADABLE, BadInput, Problems
from tracker.verifier.sources.derived import is_folded, published, utc
from tracker.verifier.sources.kinds import BLOCK, HEAD, LATER
from tracker.verifier.sources.tables import BOOLEANS, EMPTIED, JSONS, NUMBERS, TABLES, TIMES
from tracker.verifier.sources.triggers import APPEND_ONLY, STRUCK_OUT, triggers


class Database:
    """An SQLite file, opened so that nothing in it can change."""

    keeps_order = True

    def __init__(self, path: Path) -> None:
        self.problems = Problems()
        self._db = self._open(path)
        self._db.row_factory = sqlite3.Row
        self._uids: Dict[str, Dict[int, str]] = {}

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        address = f"file:{quote(str(path.absolute()))}"
        for mode in ("mode=ro", "mode=ro&immutable=1"):
            # A write-ahead log needs files beside it, which a read-only disk refuses.
            opened = sqlite3.connect(f"{address}?{mode}", uri=True)
            try:
                opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return opened
            except UNREADABLE as error:
                opened.close()
                failed = error
        raise BadInput(f"{path} cannot be read as an SQLite database: {failed}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def records(self, kind: str) -> Iterator[Record]:
        """Yield the records of a kind, in the order of their numbers."""
        if kind == "ledger":
            yield from self._ledger()
            return
        names = self._of("SELECT place_id, name, key FROM place_name") if kind == "places" else {}
        if kind in LATER and not self._has(TABLES[kind]):
            return
        parts = self._selectors() if kind == "occurrences" else {}
        about = self._about_agents() if kind == "agents" else {}
        for row in self._rows(f"SELECT * FROM {TABLES[kind]} ORDER BY id"):
            number = row.pop("id")
            record = self._record(kind, row)
            if kind == "places":
                record["aliases"] = [alias["name"] for alias in names.get(number, ())]
                for alias in names.get(number, ()):
                    self._check_key("place_name", alias)
            if kind == "occurrences":
                record["selectors"] = parts.get(number, [])
            if kind == "agents":
                record["same_as_id"] = self._uid("agents", record["same_as_id"])
                record.update(about.get(number, {"names": [], "occupancies": [], "identities": []}))
            if kind == "articles":
                self._check_published(record)
            yield record

    def _record(self, kind: str, row: Record) -> Record:
        """Return a row with uids for numbers and times, booleans and JSON as exports have them."""
        named = {
            name: self._uid(target, row.pop(column))
            for name, (column, target) in NUMBERS.get(kind, {}).items()
        }
        record: Record = {"id": row.pop("uid")} if "uid" in row else {}
        for name, value in row.items():
            if name in BOOLEANS:
                value = None if value is None else bool(value)
            elif name in TIMES:
                value = utc(value)
            elif name in JSONS:
                value = load(value)
            record[name] = value
        if kind == "events":
            record["start"], record["end"] = record.pop("starts"), record.pop("ends")
            record["as_printed"] = record.pop("when_as_printed")
        return {**record, **named}

    def _has(self, table: str) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return self._db.execute(query, (table,)).fetchone() is not None

    def _rows(self, sql: str) -> Iterator[Record]:
        for row in self._db.execute(sql):
            yield dict(row)

    def _of(self, sql: str) -> Dict[int, List[Record]]:
        """Return rows by the number in their first column."""
        found: Dict[int, List[Record]] = defaultdict(list)
        for row in self._rows(sql):
            found[row.pop(next(iter(row)))].append(row)
        return found

    def _uid(self, kind: str, number: Optional[int]) -> Optional[str]:
        if number is None:
            return None
        if kind not in self._uids:
            rows = self._db.execute(f"SELECT id, uid FROM {TABLES[kind]}")
            self._uids[kind] = {row[0]: row[1] for row in rows}
        return self._uids[kind].get(number, f"row {number}, which is not there")

    def _selectors(self) -> Dict[int, List[Record]]:
        found = self._of(
            'SELECT occurrence_id, part, position, start, "end", exact, prefix, suffix,'
            " made_by, active FROM selector ORDER BY id"
        )
        for selectors in found.values():
            for selector in selectors:
                selector["active"] = bool(selector["active"])
        there = self._uid("occurrences", -1) and self._uids["occurrences"]
        for number in found.keys() - (there or {}).keys():
            self.problems.add("selector", f"it belongs to occurrence {number}, which is not there")
        return found

    def _about_agents(self) -> Dict[int, Record]:
        """Return each agent's names, positions and identities, by its number."""
        about: Dict[int, Record] = defaultdict(
            lambda: {"names": [], "occupancies": [], "identities": []}
        )
        for number, names in self._of("SELECT agent_id, name, key FROM agent_name").items():
            about[number]["names"] = [name["name"] for name in names]
            for name in names:
                self._check_key("agent_name", name)
        for number, held in self._of(
            'SELECT agent_id, title, "of", version_id FROM occupancy'
        ).items():
            about[number]["occupancies"] = [
                {
                    "title": o["title"],
                    "of": o["of"],
                    "version": self._uid("versions", o["version_id"]),
                }
                for o in held
            ]
        for row in self._rows("SELECT * FROM agent_identity ORDER BY id"):
            row.pop("id")
            agent = row["agent_id"]
            about[agent]["identities"].append(self._record("agent_identity", row))
        for number in about.keys() - {row["id"] for row in self._rows("SELECT id FROM agent")}:
            self.problems.add("agent", f"something is told of agent {number}, which is not there")
        return about

    def _check_key(self, table: str, row: Record) -> None:
        is_redacted = not row["name"].strip(BLOCK) and row["key"] == ""
        if not is_redacted and not is_folded(row["name"], row["key"]):
            self.problems.add(table, f"{row['name']!r} is not stored with its folded form")

    def _check_published(self, record: Record) -> None:
        start, end = record.pop("published_start"), record.pop("published_end")
        held = [None if value is None else utc(value) for value in (start, end)]
        with self.problems.reading(f"article {record['id']}"):
            if held != published(record["published_at"]):
                raise ValueError("its interval of publication is not that of its date")

    def body(self, version: Record) -> Optional[bytes]:
        """Return the bytes that a version was captured from, None where they were emptied."""
        query = "SELECT size, codec, body FROM blob WHERE sha256 = ?"
        row = self._db.execute(query, (version["body_sha256"],)).fetchone()
        if row is None:
            raise ValueError("the bytes it was captured from are missing")
        if row["codec"] == EMPTIED and not row["body"]:
            return None
        # A size in the row bounds what a forged stream may unpack to.
        unpack = zlib.decompressobj()
        body = unpack.decompress(row["body"], row["size"] + 1) if row["codec"] == "zlib" else None
        if body is not None and not unpack.eof:
            raise ValueError("its bytes cannot be unpacked whole")
        body = row["body"] if body is None else body
        if len(body) != row["size"]:
            raise ValueError("its bytes are not of the size that was captured")
        return bytes(body)

    def size(self, version: Record) -> Optional[int]:
        """Return how many bytes there were of a version whose bytes were emptied."""
        query = "SELECT size FROM blob WHERE sha256 = ?"
        found: Optional[int] = self._db.execute(query, (version["body_sha256"],)).fetchone()[0]
        return found

    def _ledger(self) -> Iterator[Record]:
        columns = [row["name"] for row in self._rows("PRAGMA table_info(ledger_value)")]
        reason = ", v.reason_text" if "reason_text" in columns else ""
        for row in self._rows(
            f"SELECT l.*, v.salt, v.value{reason} FROM ledger l"
            " LEFT JOIN ledger_value v ON v.seq = l.seq ORDER BY l.seq"
        ):
            with self.problems.reading(f"ledger entry {row['seq']}"):
                row["at"] = utc(row["at"])
                yield row

    def heads(self) -> Iterator[Record]:
        """Yield what names the ledger's newest entry."""
        yield from self._rows(f"SELECT seq, hash FROM {HEAD}")

    def later(self) -> Iterator[Record]:
        """Yield nothing: a database's ledger tells of all its redactions."""
        yield from ()

    def check_itself(self) -> None:
        """Note what is wrong below the level of records."""
        with self.problems.reading("database"):
            for (found,) in self._db.execute("PRAGMA integrity_check(20)"):
                if found != "ok":
                    self.problems.add("database", found)
            for row in self._db.execute("PRAGMA foreign_key_check"):
                self.problems.add(f"table {row[0]}", f"row {row[1]} names a {row[2]} not there")
        with self.problems.reading("database"):
            self._check_triggers()
        with self.problems.reading("blobs"):
            for row in self._db.execute(
                "SELECT sha256 FROM blob WHERE sha256 NOT IN"
                " (SELECT body_sha256 FROM article_version)"
            ):
                self.problems.add(f"blob {row[0]}", "no version was captured from it")

    def _check_triggers(self) -> None:
        rows = self._db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        tables = {row["name"] for row in rows if row["type"] == "table"}
        held = {row["name"]: row["sql"] for row in rows if row["type"] == "trigger"}
        wanted: Record = {}
        for table in tables.intersection((*APPEND_ONLY, STRUCK_OUT)):
            columns = [row["name"] for row in self._rows(f"PRAGMA table_info({table})")]
            wanted.update(triggers(table, columns, "redaction" in tables))
        for name in sorted(wanted.keys() | held.keys()):
            if held.get(name) != wanted.get(name):
                self.problems.add("database", f"the trigger {name} is not as tracker made it")
