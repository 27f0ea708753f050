"""Measure speed: articles read a CPU second, and articles stored and linked a second.

    python benchmarks/speed.py [--corpora DIR]

The sample articles are always measured, and with `--corpora` the article texts of
DIR/polnear/dev.jsonl (one object a line with "text") as well.
Reading is extraction with resolution, repeated until it took `SECONDS`. Storing goes
to a new SQLite file, each article in its own transaction with the ledger, on disk.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tracker import pipeline
from tracker.demo import sample_files
from tracker.model import Article, Capture
from tracker.store import schema
from tracker.store.engine import open_engine

SECONDS = 2.0
"""CPU seconds of reading a measurement takes at least: less varied by over 10 %."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    args = parser.parse_args()
    files = sample_files()
    report("samples", [json.loads(path.read_text(encoding="utf-8"))["text"] for path in files])
    if args.corpora:
        lines = (args.corpora / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
        report("PolNeAR, development part", [json.loads(line)["text"] for line in lines])


def report(name: str, texts: Sequence[str]) -> None:
    """Print both speeds on a set of texts."""
    articles = [Article(text=text) for text in texts]
    size = sum(map(len, texts)) / len(texts)
    print(f"{name}: {len(articles)} articles of {size:,.0f} characters")
    print(f"  read: {reading_speed(articles):,.0f} articles a CPU second")
    print(f"  stored and linked: {storing_speed(articles):,.1f} articles a second, SQLite")


def reading_speed(articles: Sequence[Article]) -> float:
    """Return articles read a CPU second."""
    pipeline.Reader().read(articles[0])  # what is loaded once is not counted
    done, began = 0, time.process_time()
    while time.process_time() - began < SECONDS:
        for article in articles:
            pipeline.Reader().read(article)
        done += len(articles)
    return done / (time.process_time() - began)


def storing_speed(articles: Sequence[Article]) -> float:
    """Return articles added a second of the clock, on a database that begins empty."""
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        engine = open_engine(f"sqlite:///{folder}/bench.db")
        schema.upgrade(engine)
        began = time.perf_counter()
        for article in articles:
            pipeline.add(engine, as_capture(article), "bench", pipeline.Reader())
        seconds = time.perf_counter() - began
        engine.dispose()
    return len(articles) / seconds


def as_capture(article: Article) -> Capture:
    """Return a text as if it had been given in a file."""
    return Capture(
        body=article.text.encode(),
        media_type="text/plain",
        encoding="utf-8",
        encoding_from="utf-8",
        extractor="text",
        extractor_version="1",
        article=article,
    )


if __name__ == "__main__":
    main()
