"""Measure extraction against articles whose attributions are marked.

    python -m benchmarks.extraction GOLD.jsonl [--scorer PATH] [--out PRED.jsonl]

GOLD holds one JSON object a line, {"id", "text", "attributions": [{"source", "cue",
"content", "type"}]}, spans as [start, end) codepoint offsets. Predictions are the
outermost statements; what the article itself asserts is left out, since the gold
marks attributions only. The scorer is a Python file with `load_jsonl`, `score(gold,
predictions)` and `report(summary)`; its docstring defines the figures. Without it, only
the speed is measured.
"""

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType

from benchmarks.attributions import as_attributions
from tracker.extract import extract
from tracker.model import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").split("\n") if line]
    extract(Article(text=""))  # what is loaded once is not counted
    began = time.process_time()
    found = [extract(Article(text=row["text"])) for row in rows]
    seconds = time.process_time() - began
    predictions = [
        {"id": row["id"], "attributions": as_attributions(row["text"], statements)}
        for row, statements in zip(rows, found, strict=True)
    ]
    if args.out:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
        args.out.write_text("".join(lines), encoding="utf-8")
    if args.scorer:
        scorer = load_scorer(args.scorer)
        summary, _ = scorer.score(rows, predictions)
        print(scorer.report(summary))
    print(f"{len(rows)} articles, {len(rows) / seconds:.0f} a CPU second")


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
