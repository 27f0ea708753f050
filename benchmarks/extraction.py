"""Measure extraction against articles whose attributions are marked.

    python benchmarks/extraction.py GOLD.jsonl [--scorer PATH] [--out PRED.jsonl]

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
from typing import Any

from tracker.extract import extract
from tracker.model import Article, Span, Statement

CLOSING = "”\"’'»"
"""What ends a quotation; a paragraph of one that runs on ends without."""


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


def as_attributions(text: str, statements: list[Statement]) -> list[dict[str, Any]]:
    """Return the outermost attributed statements in the gold's format.

    PolNeAR marks a quotation that is resumed after its cue (“A,” she said. “B.”), or runs
    on into the next paragraph, as one attribution; extraction gives the second its own
    statement, without source or cue. The two are joined here, so that like is compared
    with like.
    """
    rows: list[dict[str, Any]] = []
    end = 0
    for statement in statements:
        resumed = statement.rule == "continuation"
        if statement.parent is not None or statement.rule == "asserted fact":
            continue
        first = statement.content[0].start
        if resumed and rows and ("\n" not in text[end:first] or text[end - 1] not in CLOSING):
            rows[-1]["content"] += pairs(*statement.content)
        else:
            rows.append(
                {
                    "source": pairs(statement.source),
                    "cue": pairs(statement.cue),
                    "content": pairs(*statement.content),
                    "type": statement.type.value,
                }
            )
        spans = (*statement.content, statement.source, statement.cue)
        end = max(span.end for span in spans if span is not None)
    return rows


def pairs(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]


if __name__ == "__main__":
    main()
