"""Train a whole model on PolNeAR and score it: what training on a desk's own data brings.

    python -m benchmarks.trained --corpora DIR --out FOLDER

Trains on DIR/polnear/train.jsonl as `tracker model train` does, into FOLDER (a model that is
there already is only scored), and scores it on DIR/polnear/dev.jsonl beside the rules alone
and the shipped model. PolNeAR states no licence, so no such model is shipped. Takes some
minutes and two processes. Speed and memory are measured as in `benchmarks/compare.py`.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.compare import OURS, Tool, report, run
from benchmarks.sets import BOTH, RULES, polnear, read_rows
from tracker.ingest.marked import read_marked
from tracker.training import Data, train_model
from tracker.training.folder import CARD

PROCESSES = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    folder = args.out.absolute()
    if not (folder / CARD).exists():
        articles = read_marked(polnear(args.corpora, "train"))
        data = Data("PolNeAR, training part", "none stated: not to be shipped", articles)
        train_model([data], folder, "polnear", datetime.now(UTC).date(), PROCESSES)
    rows = read_rows(polnear(args.corpora, "dev"))
    runs = [run(tool, rows) for tool in tools(folder)]
    report("PolNeAR, development part", rows, runs)


def tools(folder: Path) -> list[Tool]:
    """Return the rows of the table; the last reads with the model in `folder`."""
    python = Path(sys.executable)
    return [
        Tool(RULES, python, OURS, (RULES,)),
        Tool(f"{BOTH}, shipped", python, OURS, (BOTH,)),
        Tool("trained on PolNeAR", python, OURS, (BOTH, str(folder))),
    ]


if __name__ == "__main__":
    main()
