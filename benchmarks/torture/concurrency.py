"""Sixty-four processes that read, change and write one record, and sixteen that add articles.

Every change names what stood before it, so one that was lost leaves a gap in the chain. Each
process also tries edits that rest on a ledger entry of before its own last one, and every one of
them has to be refused.
"""

import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import text

from benchmarks.torture.crash import STATEMENTS, write_article
from benchmarks.torture.databases import ENGINES, fresh_databases
from tracker import audit, correction
from tracker.cli.app import run
from tracker.correction import Correction
from tracker.errors import Conflict
from tracker.ingest.places import shipped_places
from tracker.model import Kind
from tracker.store.claims import get_claim, get_occurrence
from tracker.store.engine import Engine, open_engine
from tracker.store.ledger import head, last_value
from tracker.store.session import reading, writing

EDITORS, TURNS, INGESTERS, ARTICLES = 64, 50, 16, 5

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["benchmarks.torture.warm"])

STALE = 5
"""Every how manieth turn a stale edit is tried."""

COUNTER = ("keys", "cnt-1")
"""What is counted up: its value lies in the ledger alone, under a kind that has no rows."""


@dataclass
class Size:
    """How many processes do what, how often."""

    editors: int = EDITORS
    turns: int = TURNS
    ingesters: int = INGESTERS
    articles: int = ARTICLES


@dataclass
class Found:
    """What a run came to; `faults` is empty when all is well."""

    counted: int = 0
    corrected: int = 0
    articles: int = 0
    faults: list[str] = field(default_factory=list)


def edit(address: str, barrier: Barrier, turns: int, name: str) -> None:
    """Count one record up, and correct the kind of a claim, `turns` times each."""
    engine = open_engine(address)
    kinds = list(Kind)
    barrier.wait()
    for turn in range(turns):
        with writing(engine, name) as tx:
            held = last_value(tx.session, *COUNTER) or {"n": 0, "entry": 0}
            value = {"n": held["n"] + 1, "entry": head(tx.session)[0]}
            tx.ledger.append("count", *COUNTER, value)
        kind = kinds[turn % len(kinds)]
        correction.correct(engine, 1, Correction(kind=kind), f"turn {turn}", name)
        if turn % STALE == 0:
            _try_stale(engine, held["entry"], kind, name)
    engine.dispose()


def _try_stale(engine: Engine, entry: int, kind: Kind, name: str) -> None:
    """Edit as one who read before `entry`, and fail when that is not refused."""
    with suppress(Conflict):
        correction.correct(engine, 1, Correction(kind=kind), "stale", name, entry)
        sys.exit("a stale edit was not refused")


def ingest(address: str, barrier: Barrier, folder: Path, numbers: list[int]) -> None:
    """Add articles by the command line, one command each."""
    sys.stdout = Path("/dev/null").open("w", encoding="utf-8")  # noqa: SIM115 - for good
    barrier.wait()
    for number in numbers:
        path = str(folder / f"{number}.txt")
        known = ["--outlet", f"Outlet {number}", "--published", "2024-05-02"]
        if code := run(["--database", address, "--user", "ingester", "add", path, *known]):
            sys.exit(code)


def at_once(address: str, size: Size) -> Found:
    """Run all of them on a database that `tracker init` made; return what it came to."""
    with tempfile.TemporaryDirectory(prefix="tracker-torture-") as name:
        folder = Path(name)
        articles = size.ingesters * size.articles
        for number in range(articles + 1):
            write_article(folder, number)
        assert run(["--database", address, "add", str(folder / "0.txt")]) == 0
        barrier = CONTEXT.Barrier(size.editors + size.ingesters)
        running = [
            CONTEXT.Process(target=edit, args=(address, barrier, size.turns, f"editor-{n}"))
            for n in range(size.editors)
        ]
        for n in range(size.ingesters):
            numbers = list(range(1 + n * size.articles, 1 + (n + 1) * size.articles))
            running.append(CONTEXT.Process(target=ingest, args=(address, barrier, folder, numbers)))
        for process in running:
            process.start()
        for process in running:
            process.join()
    failed = sum(process.exitcode != 0 for process in running)
    engine = open_engine(address)
    found = check(engine, size)
    engine.dispose()
    if failed:
        found.faults.append(f"{failed} processes failed: a lock was not waited for, or worse")
    return found


def check(engine: Engine, size: Size) -> Found:
    """Return what is there, and each thing that is missing or doubled."""
    found = Found()
    with reading(engine) as session:
        held = last_value(session, *COUNTER) or {"n": 0}
        run_ = session.connection().execute
        chain = run_(
            text("SELECT before, after FROM correction WHERE field = 'kind' ORDER BY id")
        ).all()
        counts = Counter(
            run_(text("SELECT count(*) FROM occurrence GROUP BY version_id")).scalars()
        )
        kind = get_claim(session, get_occurrence(session, 1).claim_id).kind
    found.counted, found.corrected = held["n"], len(chain)
    found.articles = counts[STATEMENTS]
    wanted = size.editors * size.turns
    if found.counted != wanted:
        found.faults.append(f"{wanted - found.counted} of {wanted} counts were lost")
    if found.corrected != wanted:
        found.faults.append(f"{wanted - found.corrected} of {wanted} corrections were lost")
    gaps = sum(one.after != two.before for one, two in pairwise(chain))
    if gaps or (chain and chain[-1].after != kind):
        found.faults.append(f"{gaps} corrections do not follow from the one before")
    if counts != {STATEMENTS: size.ingesters * size.articles + 1}:
        found.faults.append(f"articles by their number of statements: {dict(counts)}")
    problems = audit.verify(engine, shipped_places())[1]
    found.faults += [f"{problem.record}: {problem.message}" for problem in problems]
    return found


def main() -> int:
    """Print what a run of each engine came to; return how many engines had a fault."""
    failed = 0
    for kind in ENGINES:
        start = time.monotonic()
        with fresh_databases(kind) as fresh:
            found = at_once(fresh(), Size())
        print(
            f"{kind}: {EDITORS} processes counted to {found.counted} and made {found.corrected} "
            f"corrections while {INGESTERS} added {found.articles - 1} articles; "
            f"{len(found.faults)} faults; {time.monotonic() - start:.0f} s",
            *(f"  {fault}" for fault in found.faults),
            sep="\n",
            flush=True,
        )
        failed += bool(found.faults)
    return failed


if __name__ == "__main__":
    sys.exit(min(1, main()))
