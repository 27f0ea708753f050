"""Measure what the keys of meaning find, beside looking at every claim, and what they cost.

usage: python benchmarks/meant.py DIR --semantic-model DIR [--only NAME …]

DIR holds one directory a set with `corpus.jsonl` and `train.queries.jsonl`, as for
`benchmarks/matching.py`. Prints, by how near a claim is in meaning, the share that the stored
keys hand on, and the time that a vector takes.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from matching import Index, as_claim, read

from tracker.match.prepare import prepare
from tracker.semantic.sentence_model import Embedded
from tracker.shelf import MEANT_CLAIMS

MARKS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Nearness in meaning, from each mark to the next."""

MOST = 300
"""Queries of a set that are looked at."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("dir", type=Path)
    parser.add_argument("--semantic-model", type=Path, required=True, metavar="DIR")
    parser.add_argument("--only", nargs="+", default=["clef22_2a", "clef22_2b"])
    arguments = parser.parse_args()
    model = Embedded(arguments.semantic_model)
    for name in arguments.only:
        print(f"\n{name}")
        for line in measure(arguments.dir / name, model):
            print("  " + line)


def measure(where: Path, model: Embedded) -> Iterator[str]:
    """Yield the time of a vector, then the share found by nearness."""
    corpus = {row["id"]: as_claim(row) for row in read(where / "corpus.jsonl")}
    started = time.process_time()
    index = Index(corpus, model)
    yield f"{len(corpus)} claims, {1e3 * (time.process_time() - started) / len(corpus):.2f} ms each"
    found: dict[float, list[bool]] = defaultdict(list)
    texts = {id_: prepare(claim).bare for id_, claim in corpus.items()}
    for query in read(where / "train.queries.jsonl")[:MOST]:
        claim = as_claim(query)
        near = set(index.by_meaning(claim)[:MEANT_CLAIMS])
        for id_, text in texts.items():
            value = model.likeness(prepare(claim).bare, text)
            if value >= MARKS[0] and id_ != query["id"]:
                found[max(mark for mark in MARKS if mark <= value)].append(id_ in near)
    for mark in MARKS:
        share = sum(found[mark]) / max(1, len(found[mark]))
        yield f"nearness from {mark}: {share:.2f} of {len(found[mark])}"


if __name__ == "__main__":
    main()
