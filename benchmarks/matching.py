"""Measure the matcher on labelled pairs and on retrieval.

usage: python benchmarks/matching.py DIR --scorers DIR [--only NAME …]

DIR holds one directory a set: `NAME/SPLIT.pairs.jsonl` with {"id", "a", "b",
"label", "kind"?, "speaker"?}, and for retrieval `corpus.jsonl`, `all.queries.jsonl`,
`all.qrels.jsonl`. The directory of the scorers holds `score_pairs.py` and
`score_retrieval.py`. Nothing is fitted here; the sets are only looked at.
"""

import argparse
import importlib.util
import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

from tracker import match
from tracker.model import Claim, Comparison, Decision

CANDIDATES = 50
"""Claims that the keys hand on to be compared, as the store does."""

SPEAKER = "Somebody Named"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("dir", type=Path, help="directory of the sets")
    parser.add_argument("--scorers", type=Path, required=True, help="directory of the scorers")
    parser.add_argument("--only", nargs="+", default=list(MEASURES), choices=list(MEASURES))
    arguments = parser.parse_args()
    for name in arguments.only:
        print(f"\n{name}")
        for line in MEASURES[name](arguments.dir, arguments.scorers):
            print("  " + line)


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load(directory: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, directory / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer {name}.py in {directory}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare_all(rows: Sequence[dict], speaker: str | None = None) -> list[Comparison]:
    names = (speaker,) if speaker else ()
    return [
        match.compare(
            Claim(row["a"], speaker=speaker, speaker_names=names),
            Claim(row["b"], speaker=speaker, speaker_names=names),
        )
        for row in rows
    ]


def measure_kinds(directory: Path, _: Path) -> Iterator[str]:
    """Linked share of each kind of change, both sides by one speaker."""
    rows = read(directory / "mutation_suite" / "dev.pairs.jsonl")
    linked: dict[tuple[int, str], list[float]] = defaultdict(list)
    for row, compared in zip(rows, compare_all(rows, SPEAKER), strict=True):
        linked[row["label"], row["kind"]].append(float(compared.decision is Decision.LINK))
    for label, word in ((1, "keep"), (0, "change")):
        kinds = {kind: mean(shares) for (y, kind), shares in linked.items() if y == label}
        yield f"{word:7} mean {mean(kinds.values()):.3f}  " + "  ".join(
            f"{kind} {share:.2f}" for kind, share in kinds.items()
        )


def measure_contrast(directory: Path, _: Path) -> Iterator[str]:
    """False links on counter-claims that people wrote, without and with one speaker."""
    rows = read(directory / "fever_contrast" / "dev.pairs.jsonl")
    for speaker in (None, SPEAKER):
        decisions = [compared.decision for compared in compare_all(rows, speaker)]
        shares = Counter(decisions)
        linked = shares[Decision.LINK] / len(rows)
        suggested = shares[Decision.SUGGEST] / len(rows)
        yield f"speaker {speaker is not None!s:5}  linked {linked:.3f}  suggested {suggested:.3f}"


def measure_pairs(name: str) -> Callable[[Path, Path], Iterator[str]]:
    def measure(directory: Path, scorers: Path) -> Iterator[str]:
        score = load(scorers, "score_pairs").score
        for split in ("train", "dev"):
            rows = read(directory / name / f"{split}.pairs.jsonl")
            started = time.process_time()
            compared = compare_all(rows)
            speed = len(rows) / (time.process_time() - started)
            found = score([row["label"] for row in rows], [c.score for c in compared])
            auc = found["ROC-AUC"]
            yield f"{split:5} AUC {auc:.3f}  {speed:,.0f} pairs/s, preparation included"

    return measure


def measure_variants(directory: Path, scorers: Path) -> Iterator[str]:
    """Ranking of the same quotations among many: candidates by keys, then compared."""
    where = directory / "polnear_variants"
    corpus = {row["id"]: Claim(row["text"]) for row in read(where / "corpus.jsonl")}
    queries = read(where / "all.queries.jsonl")
    index = Index((id_, claim.text) for id_, claim in corpus.items())
    run, compared, seconds = {}, 0, 0.0
    for query in queries:
        claim = Claim(query["text"])
        found = [id_ for id_ in index.nearest(query["text"], CANDIDATES + 1) if id_ != query["id"]]
        started = time.process_time()
        scored = [(match.compare(claim, corpus[id_]).score, id_) for id_ in found]
        seconds += time.process_time() - started
        compared += len(scored)
        run[query["id"]] = [id_ for _, id_ in sorted(scored, key=lambda pair: -pair[0])]
    scorer = load(scorers, "score_retrieval")
    found = scorer.score(scorer.load(where / "all.qrels.jsonl"), run)
    yield f"MAP@5 {found['MAP@5']:.3f}  recall@20 {found['Recall@20']:.3f}"
    yield f"{compared / seconds:,.0f} pairs/s against {CANDIDATES} candidates"


class Index:
    """Claims by key in memory; ranks by the summed rarity of shared keys, as the store does."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._claims: dict[int, list[str]] = defaultdict(list)
        self._size = 0
        for id_, text in texts:
            self._size += 1
            for key in match.keys(text):
                self._claims[key].append(id_)

    def nearest(self, text: str, count: int) -> list[str]:
        """Return up to `count` ids, the most alike first."""
        total: Counter[str] = Counter()
        for key in match.keys(text):
            claims = self._claims.get(key, [])
            rarity = math.log(self._size / (len(claims) or 1))
            for id_ in claims:
                total[id_] += rarity
        return [id_ for id_, _ in total.most_common(count)]


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


MEASURES: dict[str, Callable[[Path, Path], Iterator[str]]] = {
    "mutation_suite": measure_kinds,
    "fever_contrast": measure_contrast,
    "mrpc": measure_pairs("mrpc"),
    "stsb_news": measure_pairs("stsb_news"),
    "polnear_variants": measure_variants,
}

if __name__ == "__main__":
    main()
