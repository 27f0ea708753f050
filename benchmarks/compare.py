"""Compare extraction with what else a user could take, side by side, in one run.

    python -m benchmarks.compare [--corpora DIR] [--rivals PYTHON]

Articles are those of seeds/marked, and with `--corpora` of DIR/polnear/dev.jsonl as well.
Each tool runs in a process of its own, the public ones with PYTHON, whose environment
`make bench` sets up. `benchmarks/scoring.py` defines the scores. Speed is articles a second
of processor time on one core, from text to attributions; what is loaded once is not
counted. Memory is the most a process had in use, all that it loads included.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import ours
from benchmarks.marked import as_row
from benchmarks.scoring import ALL, TYPES, Score, score
from tracker.ingest.marked import read_marked
from tracker.training import held_out

ROOT = Path(__file__).parent.parent
RIVALS = ROOT / ".bench" / "bin" / "python"

OURS = "benchmarks.ours"
HEAD = f"""\
{"":27}{"all":^21}{"direct":>7}{"indir.":>7}{"mixed":>7}{"source":>7}{"a CPU":>9}{"peak":>6}
{"":27}{"P":>7}{"R":>7}{"F1":>7}{"F1":>7}{"F1":>7}{"F1":>7}{"acc.":>7}{"second":>9}{"MB":>6}"""

Rows = Sequence[dict[str, Any]]
"""Articles: {"id", "text", "attributions"}."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the table: a module that speaks `benchmarks/protocol.py`."""

    name: str
    python: Path
    module: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool found in a set of articles, and what it cost."""

    tool: Tool
    found: Rows
    speed: float
    peak_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--rivals", type=Path, default=RIVALS)
    args = parser.parse_args()
    if not args.rivals.exists():
        raise SystemExit(f"{args.rivals} is not there: `make bench` sets it up")
    articles = read_marked(ROOT / "seeds" / "marked")
    kept = {article.id for article in held_out(articles)}
    rows = [as_row(article) for article in articles]
    tools = all_tools(args.rivals)
    runs = [run(tool, rows) for tool in tools]
    report("marked articles (seeds/marked)", rows, runs)
    report(
        "of these, those that the shipped model never saw",
        [row for row in rows if row["id"] in kept],
        runs,
    )
    report_ratios(runs)
    if args.corpora:
        lines = (args.corpora / "polnear" / "dev.jsonl").read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        runs = [run(tool, rows) for tool in tools]
        report("PolNeAR, development part", rows, runs)
        report_ratios(runs)


def all_tools(rivals: Path) -> list[Tool]:
    """Return the rows of the table, our own first."""
    return [
        *(Tool(f"tracker, {name}", Path(sys.executable), OURS, (name,)) for name in ours.READERS),
        Tool("spaCy, dependency rules", rivals, "benchmarks.rivals.spacy_rules"),
        Tool("textacy, direct_quotations", rivals, "benchmarks.rivals.textacy_quotes"),
    ]


def run(tool: Tool, rows: Rows) -> Run:
    """Give a tool the articles' texts, in a process of its own.

    Raises:
        SystemExit: the tool failed; it has said why on standard error.
    """
    given = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    done = subprocess.run(
        [str(tool.python), "-m", tool.module, *tool.arguments],
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},  # one core for each, as reading has here
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{tool.name} ended with exit code {done.returncode}")
    *found, cost = map(json.loads, done.stdout.splitlines())
    return Run(tool, found, len(rows) / cost["cpu_seconds"], cost["peak_mb"])


def report(name: str, rows: Rows, runs: Iterable[Run]) -> None:
    """Print the table of one set; `runs` may have read more articles than are scored."""
    ids = {row["id"] for row in rows}
    marks = sum(len(row["attributions"]) for row in rows)
    print(f"\n{name}: {len(rows)} articles, {marks:,} attributions")
    print(HEAD)
    for one in runs:
        scores = score(rows, [row for row in one.found if row["id"] in ids])
        print(f"{one.tool.name:27}{figures(scores)}{one.speed:9.1f}{one.peak_mb:6.0f}")


def figures(scores: Mapping[str, Score]) -> str:
    """Return the columns of one row that come of its scores."""
    every = scores[ALL]
    columns = [every.precision, every.recall, every.f1]
    columns += [scores[kind].f1 for kind in TYPES]
    return "".join(f"{column:7.3f}" for column in (*columns, every.source_accuracy))


def report_ratios(runs: Sequence[Run]) -> None:
    """Print how many times as fast as each public tool our rows read."""
    own = [one for one in runs if one.tool.module == OURS]
    for one in own:
        for other in runs:
            if other not in own:
                times = one.speed / other.speed
                print(f"{one.tool.name}: {times:.0f} times the speed of {other.tool.name}")


if __name__ == "__main__":
    main()
