"""Measure what reading the past costs, beside reading the present.

    python -m benchmarks.past [--sizes N …] [--folder DIR] [--unlinked]

Made claims go through `tracker import` into an SQLite file, ledger and links with them
(`--unlinked` leaves out linking, which takes most of the time); then every hundredth is
rejected by a person. Times are CPU seconds, the best of three: opening a past state, and
what `tracker claim show` and `tracker search` read in it, for an instant just before the
last write, one in the middle and one near the beginning, and for a day of publication.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.generated import Maker
from tracker import correction, linking, match
from tracker.correction import Correction
from tracker.exchange import entries
from tracker.store import ledger, schema
from tracker.store.engine import Engine, open_engine
from tracker.store.past import Asked, reading_past
from tracker.store.search import Filter, list_claims, search_claims
from tracker.store.session import Session, reading
from tracker.views.claim import claim_rows, claim_shape

REJECTED = 100
"""Of so many claims one is rejected at the end."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where to keep the databases")
    parser.add_argument("--unlinked", action="store_true", help="leave out linking")
    arguments = parser.parse_args()
    if arguments.unlinked:
        linking.link_new = linking.link_claims = lambda tx, claim_ids: None
    with tempfile.TemporaryDirectory() as temporary:
        for size in arguments.sizes:
            measure(filled(arguments.folder or Path(temporary), size), size)


def filled(folder: Path, size: int) -> Engine:
    """Return a database of `size` claims, made unless it is there."""
    path = folder / f"past-{size}.db"
    is_new = not path.exists()
    engine = open_engine(f"sqlite:///{path}")
    if is_new:
        schema.upgrade(engine)
        lines = folder / "claims.jsonl"
        made = Maker(7).claims(size)
        lines.write_text("".join(json.dumps(one.entry()) + "\n" for one in made))
        entries.import_entries(engine, lines, "bench", lambda _: None)
        for occurrence_id in range(1, size + 1, REJECTED):
            change = Correction(reject=True)
            correction.correct(engine, occurrence_id, change, "to measure", "bench")
    return engine


def measure(engine: Engine, size: int) -> None:
    """Print what each reading costs."""
    with reading(engine) as session:
        last = ledger.head(session)[0]
    print(f"{size:,} claims, {last:,} ledger entries")
    print(f"  the present: {_told(_best(partial(_present, engine)))}")
    for name, seq in (
        ("one write ago", last - 3),
        ("half", last // 2),
        ("a hundredth", last // 100),
    ):
        print(f"  {name}, #{seq}: {_told(_best(partial(_past, engine, Asked(as_of=seq))))}")
    day = date(2015, 1, 5)
    print(f"  known by {day}: {_told(_best(partial(_past, engine, Asked(known_by=day))))}")


def _present(engine: Engine) -> list[float]:
    start = time.process_time()
    with reading(engine) as session:
        return _read(session, start)


def _past(engine: Engine, asked: Asked) -> list[float]:
    start = time.process_time()
    with reading_past(engine, asked, match.keys) as past:
        return _read(past.session, start)


def _read(session: Session, start: float) -> list[float]:
    """Return the seconds for opening, for a claim, and for a search."""
    opened = time.process_time()
    claim_shape(session, list_claims(session, Filter(), 1)[0])
    shown = time.process_time()
    words = match.word_keys("announced")
    claim_rows(session, search_claims(session, words, Filter(), 20))
    return [opened - start, shown - opened, time.process_time() - shown]


def _best(run: Callable[[], list[float]]) -> list[float]:
    return [min(times) for times in zip(*(run() for _ in range(3)), strict=True)]


def _told(times: list[float]) -> str:
    names = ("open", "claim show", "search")
    return ", ".join(f"{name} {spent:.3f} s" for name, spent in zip(names, times, strict=True))


if __name__ == "__main__":
    main()
