"""Measure matching against many claims, beside full-text search and brute force.

    python -m benchmarks.scale [--sizes N …] [--queries N] [--brute N] [--imported N]

One SQLite file in a temporary folder grows from size to size. Most of its claims are
laid down by plain INSERTs with their keys, without ledger and links; at every size a
part goes through `tracker import`, and an article of 40 statements through `tracker
add`, which says what those cost there. Queries are stored claims truncated, embedded or
with 15 to 35 % of their words replaced; recall is how often the claim is among 50.
With `TRACKER_BENCH_SERVER` (a PostgreSQL address where pg_trgm is installed), pg_trgm too.
"""

import argparse
import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import psycopg
from rapidfuzz import fuzz, process
from sqlmodel import col, select

from benchmarks.bulk import load
from benchmarks.generated import Made, Maker, variant
from benchmarks.speed import as_capture
from tracker import linking, match, pipeline, recording
from tracker.exchange import entries
from tracker.model import Article
from tracker.recording import Entry
from tracker.store import schema
from tracker.store.candidates import CANDIDATES, find_candidates
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading
from tracker.store.tables import ClaimRow

KINDS = ("truncated", "embedded", "substituted")
STATEMENTS = 40


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
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        measure(Path(folder), args)


def measure(folder: Path, args: argparse.Namespace) -> None:
    """Let one database grow through the sizes, and print what is measured at each."""
    maker = Maker(seed=1)
    claims = maker.claims(max(args.sizes) + 1)
    engine = open_engine(f"sqlite:///{folder}/bench.db")
    schema.upgrade(engine)
    texts: list[str] = []
    for size in args.sizes:
        print(f"\n{size:,} claims", flush=True)
        grow(engine, claims, size - args.imported - len(texts), texts)
        importing(engine, claims, args.imported, texts, folder)
        engine.dispose()
        print(f"  bytes a claim: {(folder / 'bench.db').stat().st_size / len(texts):,.0f}")
        queries = list(make_queries(texts, args.queries, maker))
        report("match", [timed(matching(engine), query) for query in queries])
        report("  keys alone", [timed(by_keys(engine), query) for query in queries])
        search = full_text(texts, folder)
        report("FTS5, bm25", [timed(search, query) for query in queries[: args.brute * 8]])
        brute = brute_force(texts)
        report("rapidfuzz, token_set_ratio", [timed(brute, q) for q in queries[: args.brute]])
        if server := os.environ.get("TRACKER_BENCH_SERVER"):
            search = trigrams(texts, server)
            some = queries[: args.brute * 4]
            report("pg_trgm, by the clock", [timed(search, q, time.perf_counter) for q in some])
        adding(engine, maker)
        follow(engine, texts)


def grow(engine: Engine, claims: Iterator[Made], count: int, texts: list[str]) -> None:
    """Lay down `count` claims."""
    began = time.process_time()
    while batch := list(islice(claims, min(20_000, count))):
        load(engine, batch)
        follow(engine, texts)
        count -= len(batch)
    print(f"  laid down in {time.process_time() - began:,.1f} CPU seconds")


def follow(engine: Engine, texts: list[str]) -> None:
    """Append the texts of the claims that came in, so that a claim's number is its place."""
    with reading(engine) as session:
        query = select(ClaimRow.text).where(col(ClaimRow.id) > len(texts))
        texts.extend(session.exec(query.order_by(col(ClaimRow.id))))


def importing(
    engine: Engine, claims: Iterator[Made], count: int, texts: list[str], folder: Path
) -> None:
    """Send `count` claims through `tracker import`."""
    made = list(islice(claims, count))
    path = folder / "claims.jsonl"
    path.write_text("\n".join(json.dumps(one.entry()) for one in made), encoding="utf-8")
    before = (folder / "bench.db").stat().st_size
    began = time.process_time()
    outcome = entries.import_entries(engine, path, "bench", lambda _: None)
    spent = (time.process_time() - began) * 1_000 / max(1, outcome.new)
    engine.dispose()
    size = ((folder / "bench.db").stat().st_size - before) / max(1, outcome.new)
    follow(engine, texts)
    print(f"  tracker import: {spent:.2f} CPU ms and {size:,.0f} bytes a claim")


def make_queries(texts: Sequence[str], count: int, maker: Maker) -> Iterator[Query]:
    """Yield changed claims, one kind after the other."""
    chance = random.Random(2)
    for index in range(count):
        number = chance.randrange(len(texts))
        yield Query(variant(texts[number], KINDS[index % 3], chance, maker.words), number + 1)


Search = Callable[[str], Sequence[int]]


def timed(
    search: Search, query: Query, clock: Callable[[], float] = time.process_time
) -> tuple[float, bool]:
    """Return CPU milliseconds, and whether the claim was among what was found."""
    began = clock()
    found = search(query.text)
    return (clock() - began) * 1_000, query.number in found


def report(name: str, outcomes: Sequence[tuple[float, bool]]) -> None:
    """Print median, 95th percentile and recall."""
    times = sorted(time for time, _ in outcomes)
    p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
    recall = statistics.mean(hit for _, hit in outcomes)
    print(
        f"  {name:<28} median {statistics.median(times):>9,.1f} ms  p95 {p95:>9,.1f} ms  "
        f"recall {recall:.3f}  ({len(times)} queries)",
        flush=True,
    )


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
            return find_candidates(session, match.keys(text))

    return search


def full_text(texts: Sequence[str], folder: Path) -> Search:
    """Return SQLite's full-text search over the same claims, any of the words, bm25."""
    path = folder / f"fts-{len(texts)}.db"
    is_new = not path.exists()
    connection = sqlite3.connect(path)
    if is_new:
        connection.execute("CREATE VIRTUAL TABLE claim USING fts5(text, tokenize=porter)")
        connection.executemany("INSERT INTO claim VALUES (?)", ((text,) for text in texts))
        connection.commit()
    query = "SELECT rowid FROM claim WHERE claim MATCH ? ORDER BY bm25(claim) LIMIT 50"

    def search(text: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(text.strip(".").split()))
        return [row for (row,) in connection.execute(query, (words,))]

    return search


def brute_force(texts: Sequence[str]) -> Search:
    """Return a comparison with every claim."""

    def search(text: str) -> list[int]:
        found = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=CANDIDATES)
        return [index + 1 for _, _, index in found]

    return search


def trigrams(texts: Sequence[str], server: str) -> Search:
    """Return PostgreSQL's trigram search over the same claims, the nearest by word similarity."""
    connection = psycopg.connect(server.replace("+psycopg", ""))
    connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    connection.execute("CREATE TEMPORARY TABLE claim_text (id int, body text)")
    with connection.cursor().copy("COPY claim_text FROM STDIN") as copy:
        for number, text in enumerate(texts, 1):
            copy.write_row((number, text))
    connection.execute("CREATE INDEX ON claim_text USING gin (body gin_trgm_ops)")
    query = (
        "SELECT id FROM claim_text WHERE body %% %(text)s "
        "ORDER BY similarity(body, %(text)s) DESC LIMIT 50"
    )

    def search(text: str) -> list[int]:
        return [number for (number,) in connection.execute(query, {"text": text})]

    return search


def adding(engine: Engine, maker: Maker) -> None:
    """Add an article of many statements, and print what it costs all in."""
    others = list(islice(maker.claims(10_000), STATEMENTS))
    lines = [f"{one.text.rstrip('.')}, {one.speaker} said." for one in others]
    capture = as_capture(
        Article(text="\n\n".join(lines), url=f"https://sample.example/{len(lines)}")
    )
    reader = pipeline.Reader()
    began = time.process_time()
    added = pipeline.add(engine, capture, "bench", reader)
    spent = time.process_time() - began
    print(f"  tracker add, {len(added.occurrences)} statements: {spent:.2f} CPU seconds")


if __name__ == "__main__":
    main()
