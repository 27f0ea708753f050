"""Sixty-four processes that read, change and write the same records, while sixteen add articles.

Each turn counts up twice: in the ledger, read and written in one transaction, and in the record
of a place, by the edit that people use. That one is read first and edited later, under the ledger
entry that was read, and tried anew when somebody was quicker. A count that somebody overwrote is
missing in the end. Each turn also corrects a claim, and every correction names what stood before
it. Every fifth turn tries edits that rest on what was read before the process's own last one, and
each of them has to be refused.
"""

import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import text

from benchmarks.torture import options
from benchmarks.torture.crash import STATEMENTS, write_article
from benchmarks.torture.databases import fresh_databases
from tracker import audit, correction, gazetteer
from tracker.cli.app import run
from tracker.correction import Correction
from tracker.errors import Conflict
from tracker.gazetteer import Edit
from tracker.ingest.places import shipped_places
from tracker.model import Kind
from tracker.store import places
from tracker.store.claims import get_claim, get_occurrence
from tracker.store.engine import Engine, open_engine
from tracker.store.ledger import head, last_value
from tracker.store.places import Known
from tracker.store.session import reading, writing

EDITORS, TURNS, INGESTERS, ARTICLES = 64, 50, 16, 5

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["benchmarks.torture.warm"])

STALE = 5
"""Every how manieth turn a stale edit is tried."""

COUNTER = ("keys", "cnt-1")
"""What is counted up in the ledger alone, under a kind that has no rows: without a
compare-and-swap only the lock that a writing transaction takes keeps each count."""

PLACES = 4
"""Places that count, each for a share of the processes: of so many that read only one can write."""


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
    edited: int = 0
    corrected: int = 0
    articles: int = 0
    faults: list[str] = field(default_factory=list)


def edit(address: str, barrier: Barrier, turns: int, name: str, place: int) -> None:
    """Count up in the ledger and in a place, and correct the kind of a claim, `turns` times."""
    engine = open_engine(address)
    kinds = list(Kind)
    barrier.wait()
    for turn in range(turns):
        with writing(engine, name) as tx:
            held = last_value(tx.session, *COUNTER) or {"n": 0, "entry": 0}
            value = {"n": held["n"] + 1, "entry": head(tx.session)[0]}
            tx.ledger.append("count", *COUNTER, value)
        read = _count_place(engine, place, name)
        kind = kinds[turn % len(kinds)]
        correction.correct(engine, 1, Correction(kind=kind), f"turn {turn}", name)
        if turn % STALE == 0:
            change = Correction(kind=kind)
            _refused(correction.correct, engine, 1, change, "stale", name, held["entry"])
            _refused(gazetteer.edit, engine, place, Edit(within="0"), "stale", name, read)
    engine.dispose()


def _count_place(engine: Engine, place: int, name: str) -> int:
    """Set the number in a place's record up by one; return the entry that this rests on."""
    while True:
        with reading(engine) as session:
            entry = head(session)[0]
            count = int(places.get_place(session, place).within or 0)
        with suppress(Conflict):
            gazetteer.edit(engine, place, Edit(within=str(count + 1)), f"{count}", name, entry)
            return entry


def _refused(edit: Callable[..., None], *stale: object) -> None:
    """Edit as one who read too long ago, and fail when that is not refused."""
    with suppress(Conflict):
        edit(*stale)
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


def _add_places(address: str) -> list[int]:
    engine = open_engine(address)
    names = [f"Counter {number}" for number in range(PLACES)]
    made = [gazetteer.add(engine, Known(name), "to count", "desk") for name in names]
    engine.dispose()
    return made


def at_once(address: str, size: Size) -> Found:
    """Run all of them on a database that `tracker init` made; return what it came to."""
    with tempfile.TemporaryDirectory(prefix="tracker-torture-") as name:
        folder = Path(name)
        articles = size.ingesters * size.articles
        for number in range(articles + 1):
            write_article(folder, number)
        assert run(["--database", address, "add", str(folder / "0.txt")]) == 0
        counters = _add_places(address)
        barrier = CONTEXT.Barrier(size.editors + size.ingesters)
        running = [
            CONTEXT.Process(
                target=edit,
                args=(address, barrier, size.turns, f"editor-{n}", counters[n % PLACES]),
            )
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
    found = check(engine, size, counters)
    engine.dispose()
    if failed:
        found.faults.append(f"{failed} processes failed: a lock was not waited for, or worse")
    return found


def check(engine: Engine, size: Size, counters: list[int]) -> Found:
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
        within = [places.get_place(session, number).within for number in counters]
    found.counted, found.corrected = held["n"], len(chain)
    found.edited = sum(int(count or 0) for count in within)
    found.articles = counts[STATEMENTS]
    wanted = size.editors * size.turns
    if found.counted != wanted:
        found.faults.append(f"{wanted - found.counted} of {wanted} counts were lost")
    if found.edited != wanted:
        found.faults.append(f"{wanted - found.edited} of {wanted} edits of places were lost")
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


def main(arguments: list[str] | None = None) -> int:
    """Print what a run of each engine came to; return 1 when one had a fault."""
    parser = options.parser(__doc__)
    options.number(parser, "editors", EDITORS, "processes that change records", scales=False)
    options.number(parser, "turns", TURNS, "turns of each")
    options.number(parser, "ingesters", INGESTERS, "processes that add articles", scales=False)
    options.number(parser, "articles", ARTICLES, "articles of each")
    given = options.parse(parser, arguments)
    size = Size(given.editors, given.turns, given.ingesters, given.articles)
    failed = False
    for kind in given.engine:
        start = time.monotonic()
        with fresh_databases(kind) as fresh:
            found = at_once(fresh(), size)
        print(
            f"{kind}: {size.editors} processes counted to {found.counted} in the ledger and to "
            f"{found.edited} in places, and made {found.corrected} corrections, while "
            f"{size.ingesters} added {found.articles - 1} articles; {len(found.faults)} faults; "
            f"{time.monotonic() - start:.0f} s",
            *(f"  {fault}" for fault in found.faults),
            sep="\n",
            flush=True,
        )
        failed |= bool(found.faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
