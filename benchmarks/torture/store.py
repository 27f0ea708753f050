"""A small database with a record of every kind, and ways to change it past the program."""

import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.torture.asking import Quick, engine_of, found_alone, found_by_tracker
from tracker import correction, gazetteer, identity, pipeline, review
from tracker.exchange import jsonl
from tracker.model import (
    Article,
    Capture,
    Checkpoint,
    ClaimRelation,
    Comparison,
    Decision,
    Published,
    Verdict,
)
from tracker.store import checkpoints, dump, schema
from tracker.store.claims import load_claims
from tracker.store.engine import Engine, open_engine
from tracker.store.ledger import utc_now
from tracker.store.links import Matcher, Proposal, set_relations
from tracker.store.places import Known
from tracker.store.session import reading, writing

ARTICLES = (
    (
        "“The hall will open in June,” Mayor Tobias Rehn said on Thursday. Nineteen people were "
        "injured in the fire at the old hall, Rehn said.",
        "Sample Wire",
        "2024-05-02",
    ),
    (
        "The hall will open in June, Mayor Tobias Rehn said on Thursday. Twenty people were "
        "injured in the fire at the old hall, Rehn said. Foreign Minister Ana Ilves met President "
        "Jan Kolar in Larvik on Wednesday.",
        "Sample Daily",
        "2024-05-03T08:30:00+02:00",
    ),
)
"""Two articles of which the second repeats the first, with another figure."""

KEYS = ("claim_key", "key_count", "alembic_version")
"""Tables without records: `tracker db rekey` builds the keys anew."""


def small_store(path: Path) -> Path:
    """Make the small database; return its path."""
    engine = open_engine(f"sqlite:///{path}")
    schema.upgrade(engine)
    for text, outlet, published in ARTICLES:
        pipeline.add(engine, capture_of(text, outlet, published), "vera", pipeline.Reader())
    relate(engine, 4, 2)
    review.judge(engine, "R1", Verdict.NO, "two counts", "vera")
    review.judge(engine, "L1", Verdict.YES, "the same words", "vera")
    review.judge(engine, "L1", Verdict.UNSURE, "perhaps not", "olga")
    review.withdraw(engine, "L1", "looked again", "olga")
    correction.correct(engine, 1, correction.Correction(speaker="Ada Lind"), "misread", "olga")
    identity.merge(engine, 6, 4, "the same minister", "vera")
    gazetteer.add(engine, Known("Nordby", aliases=("Nordbyen",)), "a new town", "vera")
    engine.dispose()
    compact(path)
    return path


def compact(path: Path) -> None:
    """Leave no free pages in a database, which hold rows of before a migration, and no log."""
    database = sqlite3.connect(path)
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def relate(engine: Engine, later: int, earlier: int) -> None:
    """Set two counts of one thing against each other, as the matcher would in longer texts."""
    with writing(engine, "vera") as tx:
        known = load_claims(tx.session, [earlier, later])
        compared = Comparison(
            0.8, Decision.NONE, None, claim_relation=ClaimRelation.CONTRADICTS, basis="number"
        )
        set_relations(
            tx, known[later], [Proposal(known[earlier], compared)], Matcher("by hand", "1")
        )


def capture_of(
    text: str, outlet: str | None, published: str | None, url: str | None = None
) -> Capture:
    """Return a plain text as if it had been captured."""
    return Capture(
        body=text.encode(),
        media_type="text/plain",
        encoding="utf-8",
        encoding_from="utf-8",
        extractor="plain",
        extractor_version="1",
        article=Article(
            text=text,
            url=url,
            outlet=outlet,
            published=Published.parse(published) if published else None,
        ),
    )


def checkpoint_of(path: Path) -> Checkpoint:
    """Return where the ledger of a database stands."""
    engine = open_engine(f"sqlite:///{path}")
    with reading(engine) as session:
        made = checkpoints.make(session, utc_now())
    engine.dispose()
    return made


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]] | None:
    """Return every row of every table with records, None where that cannot be read."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(database.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for (name,) in names
            if name not in KEYS
        }
    except sqlite3.Error:
        return None
    finally:
        database.close()


def records_of(path: Path) -> dict[str, list[str]] | None:
    """Return every record of an SQLite file as exports have it, None where that cannot be read."""
    engine = engine_of(path)
    try:
        return records_in(engine)
    finally:
        engine.dispose()


def records_in(engine: Engine) -> dict[str, list[str]] | None:
    """Return every record as exports have it, None where that cannot be read.

    Lists in it are sorted: in which order the rows of one record lie says nothing.
    """
    try:
        with reading(engine) as session:
            uids = dump.Uids(session)
            return {
                kind: sorted(json.dumps(_sorted(one)) for one in dumped(session, uids))
                for kind, dumped in dump.KINDS.items()
            }
    except Exception:
        return None


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _sorted(one) for name, one in sorted(value.items())}
    return sorted(map(_sorted, value), key=repr) if isinstance(value, list) else value


def past_the_triggers(path: Path, *statements: str) -> None:
    """Run SQL as someone who holds the file can: without triggers, which are put back."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        database.execute("PRAGMA synchronous=OFF")
        database.execute("BEGIN")
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        for _, sql in triggers:
            if sql.split(" ON ")[1].split()[0] in there:
                database.execute(sql)
        database.execute("COMMIT")
    finally:
        database.close()


@dataclass(slots=True)
class Tally:
    """What came of a number of changes; `missed` must stay empty."""

    name: str
    tried: int = 0
    by_tracker: int = 0
    alone: int = 0
    identical: int = 0
    unasked: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add what came of other changes."""
        for name in ("tried", "by_tracker", "alone", "identical", "unasked"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.missed += other.missed


def tally_line(tally: Tally) -> str:
    """Return a tally as the one line that is printed of it."""
    return (
        f"{tally.name}: {tally.tried:,} tried, {tally.by_tracker:,} of "
        f"{tally.tried - tally.unasked:,} found by tracker, {tally.alone:,} found alone, "
        f"{tally.identical:,} left records identical, {len(tally.missed)} missed"
    )


@dataclass(frozen=True, slots=True)
class Bench:
    """A place to change copies of a database in, and to see who notices."""

    folder: Path
    original: Path
    rows: dict[str, list[tuple[Any, ...]]]
    records: dict[str, list[str]]
    quick: Quick = field(default_factory=Quick)

    @classmethod
    def of(cls, folder: Path, original: Path) -> "Bench":
        """Return a bench for a database that verifies."""
        rows, records = rows_of(original), records_of(original)
        assert rows is not None
        assert records is not None
        return cls(folder, original, rows, records)

    def copy(self, data: bytes | None = None) -> Path:
        """Return the path of a fresh copy, or of a file with other bytes."""
        for left in self.folder.glob("copy.db*"):
            left.unlink()
        path = self.folder / "copy.db"
        path.write_bytes(self.original.read_bytes() if data is None else data)
        return path

    def judge(self, tally: Tally, what: str, path: Path, kept: Checkpoint | None = None) -> None:
        """Ask both verifiers of a changed copy; what one misses must be no change of records."""
        tally.tried += 1
        self._count(tally, what, path, found_alone(path, kept), found_by_tracker(path, kept))

    def judge_quickly(self, tally: Tally, what: str, path: Path, in_full: bool) -> None:
        """Ask both until one thing is found; `in_full` also as people ask them, for comparison."""
        tally.tried += 1
        alone, tracker = self.quick.alone(path), self.quick.by_tracker(path)
        if in_full:
            full = found_alone(path) is None, found_by_tracker(path) is None
            if full != (alone is None, tracker is None):
                tally.missed.append(f"{what}: asked in full the verifiers say otherwise")
        self._count(tally, what, path, alone, tracker)

    def _count(
        self, tally: Tally, what: str, path: Path, alone: str | None, tracker: str | None
    ) -> None:
        tally.alone += alone is not None
        tally.by_tracker += tracker is not None
        missed = alone is None or tracker is None
        if missed and self._same(path):
            tally.identical += 1
        elif missed:
            tally.missed.append(f"{what} (alone: {alone}; tracker: {tracker})")

    def judge_export(
        self, tally: Tally, what: str, folder: Path, original: bytes, changed: bytes
    ) -> None:
        """Ask the standalone verifier of an export of which one file was changed."""
        tally.tried += 1
        tally.unasked += 1
        if found_alone(folder) is not None:
            tally.alone += 1
        elif _objects(original) == _objects(changed):
            tally.identical += 1
        else:
            tally.missed.append(what)

    def _same(self, path: Path) -> bool:
        return rows_of(path) == self.rows or records_of(path) == self.records


def export_of(bench: Bench) -> Path:
    """Return the folder that the original is exported to."""
    folder = bench.folder / "export"
    engine = engine_of(bench.original)
    jsonl.export(engine, folder, lambda kind, count: None, [])
    engine.dispose()
    return folder


def _objects(data: bytes) -> list[Any]:
    return [json.loads(line) for line in data.splitlines()]


def flipped(data: bytes, bit: int) -> bytes:
    """Return the bytes with one bit turned."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
