"""Measure matching against many claims, beside full-text search and brute force.

    python -m benchmarks.scale [--sizes N …] [--queries N] [--brute N] [--imported N]
        [--server ADDRESS [--server-sizes N …]]

One SQLite file in a temporary folder grows from size to size. Most of its claims are
laid down by plain INSERTs with their keys, without ledger and links (`benchmarks/bulk.py`);
at every size a part goes through `tracker import`, and an article of 40 statements through
`tracker add`, a process of its own, which says what those cost there. Queries are stored
claims truncated, embedded or with 15 to 35 % of their words replaced, the same for all;
recall is how often the claim is among 50. With `--server`, the address of a PostgreSQL
where databases can be made, the same there, beside pg_trgm where it has that.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import psycopg
from sqlalchemy import create_engine, make_url, text
from sqlmodel import col, func, select

from benchmarks.bulk import load
from benchmarks.generated import Made, Maker, variant
from benchmarks.searches import Search, brute_force, full_text, trigrams
from tracker import linking, match, recording
from tracker.exchange import entries
from tracker.recording import Entry
from tracker.store import schema
from tracker.store.candidates import CANDIDATES, find_candidates
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading
from tracker.store.tables import AgentRow, ClaimRow

KINDS = ("truncated", "embedded", "substituted")
STATEMENTS = 40

WARM = 20
"""Queries before any is timed."""


@dataclass(frozen=True, slots=True)
class Query:
    """Changed words, and the number of the claim that they come from."""

    text: str
    number: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--brute", type=int, default=6, help="queries of brute force")
    parser.add_argument("--imported", type=int, default=1_000, help="claims imported at a size")
    parser.add_argument("--server", default=os.environ.get("TRACKER_BENCH_SERVER"))
    parser.add_argument("--server-sizes", type=int, nargs="+", default=[10_000])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        measure(Place(f"sqlite:///{folder}/bench.db", Path(folder)), args.sizes, args)
    if args.server:
        with (
            tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder,
            new_database(args.server) as address,
        ):
            measure(Place(address, Path(folder)), args.server_sizes, args)


@dataclass(frozen=True, slots=True)
class Place:
    """Where claims are stored, and a folder for files beside it."""

    address: str
    folder: Path

    @property
    def is_server(self) -> bool:
        """Whether it is PostgreSQL."""
        return not self.address.startswith("sqlite")

    def size(self, engine: Engine) -> int:
        """Return the bytes that the database takes, its log written out."""
        if self.is_server:
            with engine.connect() as connection:
                query = text("SELECT pg_database_size(current_database())")
                return int(connection.execute(query).scalar_one())
        engine.dispose()
        return Path(make_url(self.address).database or "").stat().st_size


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """Make a database on a server, and take it away again."""
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"tracker_bench_{os.getpid()}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def measure(place: Place, sizes: Sequence[int], args: argparse.Namespace) -> None:
    """Let one database grow through the sizes, and print what is measured at each."""
    maker = Maker(seed=1)
    claims = maker.claims(max(sizes) + 1)
    engine = open_engine(place.address)
    schema.upgrade(engine)
    texts: list[str] = []
    first = None
    for size in sizes:
        print(f"\n{size:,} claims, {engine.dialect.name}", flush=True)
        grow(engine, claims, size - args.imported - len(texts), texts)
        importing(engine, claims, args.imported, texts, place)
        print(f"  bytes a claim: {place.size(engine) / len(texts):,.0f}")
        queries = list(make_queries(texts, args.queries, maker))
        for query in queries[:WARM]:
            matching(engine)(query.text)  # what is loaded once is not counted
        clock = time.perf_counter if place.is_server else time.process_time
        ours = report("match", [timed(matching(engine), query, clock) for query in queries])
        report("  keys alone", [timed(by_keys(engine), query, clock) for query in queries])
        first = first or ours
        print(
            f"  growth since {sizes[0]:,}: median x {ours[0] / first[0]:.2f}, "
            f"p95 x {ours[1] / first[1]:.2f}"
        )
        beside(place, texts, queries, args, ours)
        adding(engine, maker, place)
        follow(engine, texts)
    engine.dispose()


def beside(
    place: Place,
    texts: Sequence[str],
    queries: Sequence[Query],
    args: argparse.Namespace,
    ours: tuple[float, float],
) -> None:
    """Measure the rivals on some of the queries, and say how many times as long they take."""
    some, few = queries[: args.brute * 8], queries[: args.brute]
    rivals = {}
    if place.is_server:
        with closing(psycopg.connect(place.address.replace("+psycopg", ""))) as connection:
            if search := trigrams(texts, connection):
                rivals["pg_trgm"] = [timed(search, query, time.perf_counter) for query in some]
    else:
        with closing(sqlite3.connect(place.folder / f"fts-{len(texts)}.db")) as fts:
            search = full_text(texts, fts)
            rivals["FTS5, bm25"] = [timed(search, query) for query in some]
        brute = brute_force(texts)
        rivals["rapidfuzz, token_set_ratio"] = [timed(brute, query) for query in few]
    for name, outcomes in rivals.items():
        median, _ = report(name, outcomes)
        print(f"    {median / ours[0]:,.0f} times the median of match")


def grow(engine: Engine, claims: Iterator[Made], count: int, texts: list[str]) -> None:
    """Lay down `count` claims."""
    began, spent = time.process_time(), time.perf_counter()
    while batch := list(islice(claims, min(20_000, count))):
        load(engine, batch)
        follow(engine, texts)
        count -= len(batch)
    print(
        f"  laid down in {time.process_time() - began:,.1f} CPU seconds of our process, "
        f"{time.perf_counter() - spent:,.1f} by the clock",
        flush=True,
    )


def follow(engine: Engine, texts: list[str]) -> None:
    """Append the texts of the claims that came in, so that a claim's number is its place."""
    with reading(engine) as session:
        query = select(ClaimRow.text).where(col(ClaimRow.id) > len(texts))
        texts.extend(session.exec(query.order_by(col(ClaimRow.id))))


def importing(
    engine: Engine, claims: Iterator[Made], count: int, texts: list[str], place: Place
) -> None:
    """Send `count` claims through `tracker import`."""
    made = list(islice(claims, count))
    path = place.folder / "claims.jsonl"
    path.write_text("\n".join(json.dumps(one.entry()) for one in made), encoding="utf-8")
    before = place.size(engine)
    began = time.process_time()
    outcome = entries.import_entries(engine, path, "bench", lambda _: None)
    spent = (time.process_time() - began) * 1_000 / max(1, outcome.new)
    size = (place.size(engine) - before) / max(1, outcome.new)
    follow(engine, texts)
    print(f"  tracker import: {spent:.2f} CPU ms and {size:,.0f} bytes a claim")


def make_queries(texts: Sequence[str], count: int, maker: Maker) -> Iterator[Query]:
    """Yield changed claims, one kind after the other."""
    chance = random.Random(2)
    for index in range(count):
        number = chance.randrange(len(texts))
        yield Query(variant(texts[number], KINDS[index % 3], chance, maker.words), number + 1)


def timed(
    search: Search, query: Query, clock: Callable[[], float] = time.process_time
) -> tuple[float, bool]:
    """Return CPU milliseconds, and whether the claim was among what was found."""
    began = clock()
    found = search(query.text)
    return (clock() - began) * 1_000, query.number in found


def report(name: str, outcomes: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Print median, 95th percentile and recall; return the first two."""
    times = sorted(time for time, _ in outcomes)
    p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
    recall, median = statistics.mean(hit for _, hit in outcomes), statistics.median(times)
    print(
        f"  {name:<28} median {median:>9,.1f} ms  p95 {p95:>9,.1f} ms  "
        f"recall {recall:.3f}  ({len(times)} queries)",
        flush=True,
    )
    return median, p95


def matching(engine: Engine) -> Search:
    """Return what `tracker match` does for one line."""

    def search(text: str) -> list[int]:
        with reading(engine) as session:
            ranked = linking.rank(session, recording.as_claim(Entry(text)), CANDIDATES)
            return [stored.id for stored, _ in ranked]

    return search


def by_keys(engine: Engine) -> Search:
    """Return the search by keys alone."""

    def search(text: str) -> list[int]:
        with reading(engine) as session:
            return find_candidates(session, match.keys(text), least=match.least_keys(text))

    return search


def adding(engine: Engine, maker: Maker, place: Place) -> None:
    """Add an article of many statements by `tracker add`; print what the process costs all in.

    Half of them repeat stored claims of some days, changed.
    """
    day, repeated = told_about(engine, STATEMENTS // 2)
    chance = random.Random(3)
    lines = [
        (variant(words, KINDS[at % 3], chance, maker.words), speaker)
        for at, (words, speaker) in enumerate(repeated)
    ]
    fresh = islice(maker.claims(10_000), STATEMENTS - len(lines))
    lines += [(one.text, one.speaker) for one in fresh]
    path = place.folder / "article.txt"
    printed = "\n\n".join(f"“{words.rstrip('.')},” {speaker} said." for words, speaker in lines)
    path.write_text(printed, encoding="utf-8")
    tracker = [sys.executable, "-m", "tracker", "--database", place.address]
    # With that variable Python would translate every module anew, at each start.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([*tracker, "--help"], check=True, capture_output=True, env=env)
    command = [*tracker, "add", str(path), "--outlet", "Sample Wire", "--published", day]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=env)
    after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    links = sum(line.lstrip()[:1] in "=?" for line in done.stdout.splitlines())
    print(
        f"  tracker add: {done.stdout.splitlines()[0].rsplit(': ', 1)[-1]}, {links} of them linked "
        f"or suggested: {user + system:.2f} CPU seconds (user {user:.2f}, system {system:.2f}), "
        f"{clock:.2f} by the clock",
        flush=True,
    )


def told_about(engine: Engine, count: int) -> tuple[str, list[tuple[str, str]]]:
    """Return a day after some stored claims of one time, and their words and speakers."""
    with reading(engine) as session:
        last = session.exec(select(func.max(ClaimRow.id))).one() or 0
        query = (
            select(ClaimRow.text, AgentRow.name, ClaimRow.said_end)
            .join(AgentRow, col(AgentRow.id) == col(ClaimRow.speaker_id))
            .where(col(ClaimRow.id) > last // 2, col(ClaimRow.said_end).is_not(None))
            .order_by(col(ClaimRow.id))
        )
        rows = session.exec(query.limit(count)).all()
    day = max(said for _, _, said in rows if said)
    return day.isoformat(), [(words, name) for words, name, _ in rows]


if __name__ == "__main__":
    main()
