"""Add generated articles in two random orders, and say whether the outcomes are the same.

    python -m benchmarks.order [--articles N]

The same outcome is the same original claims, links and relations, in identifiers that
follow from content. Exits 1 when they differ.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence

from sqlmodel import col, select

from benchmarks.generated import articles
from benchmarks.speed import as_capture
from tracker import pipeline
from tracker.model import Article
from tracker.store import schema
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading
from tracker.store.tables import ClaimRow, LinkRow, RelationRow

Outcome = tuple[dict[str, str | None], set[tuple[str, str]], set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    args = parser.parse_args()
    made = articles(args.articles, seed=1)
    outcomes = []
    for seed in (1, 2):
        with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
            engine = open_engine(f"sqlite:///{folder}/order.db")
            schema.upgrade(engine)
            add_shuffled(engine, made, seed)
            outcomes.append(outcome(engine))
            engine.dispose()
    one, other = outcomes
    for name, left, right in zip(("claims", "links", "relations"), one, other, strict=True):
        differ = (
            len(set(left.items()) ^ set(right.items()))
            if isinstance(left, dict)
            else (len(left ^ right))
        )
        print(f"{name}: {len(left):,}, of which {differ:,} differ by the order of adding")
    sys.exit(one != other)


def add_shuffled(engine: Engine, made: Sequence[Article], seed: int) -> None:
    """Add articles in an order that the seed gives."""
    reader = pipeline.Reader()
    for article in random.Random(seed).sample(made, len(made)):
        pipeline.add(engine, as_capture(article), "bench", reader)


def outcome(engine: Engine) -> Outcome:
    """Return what each claim is part of, the active links with decision, and relations."""
    with reading(engine) as session:
        uids = dict(session.exec(select(ClaimRow.id, ClaimRow.uid)).all())
        whole = session.exec(select(ClaimRow.uid, ClaimRow.part_of_id)).all()
        links = session.exec(select(LinkRow.uid, LinkRow.decision).where(col(LinkRow.active))).all()
        related = session.exec(select(RelationRow.uid).where(col(RelationRow.active))).all()
    return (
        {uid: uids[part_of] if part_of else None for uid, part_of in whole},
        {(uid, decision) for uid, decision in links},
        set(related),
    )


if __name__ == "__main__":
    main()
