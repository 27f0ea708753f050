"""Measure the matcher on labelled pairs and on retrieval.

usage: python benchmarks/matching.py DIR --scorers DIR [--only NAME …] [--semantic-model DIR]

DIR holds one directory a set: `NAME/SPLIT.pairs.jsonl` with {"id", "a", "b",
"label", "kind"?, "speaker"?}, and for retrieval `corpus.jsonl`, `SPLIT.queries.jsonl`,
`SPLIT.qrels.jsonl`. The directory of the scorers holds `score_pairs.py` and
`score_retrieval.py`. Nothing is fitted here; the sets are only looked at.
"""

import argparse
import importlib.util
import itertools
import json
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import ModuleType

from tracker import match
from tracker.model import Claim, Comparison, Decision, Meaning, Published
from tracker.semantic.sentence_model import Embedded
from tracker.shelf import LIKEST_SHARE, MEANT_CLAIMS
from tracker.store.candidates import CANDIDATES, COMMON, READ, WORK
from tracker.store.naming import name_key

SPEAKER = "Somebody Named"


@dataclass(frozen=True)
class Sets:
    """Where the sets and the scorers are, and a model of sentences if one is to be asked."""

    dir: Path
    scorers: Path
    model: Meaning | None = None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("dir", type=Path, help="directory of the sets")
    parser.add_argument("--scorers", type=Path, required=True, help="directory of the scorers")
    parser.add_argument("--only", nargs="+", default=list(MEASURES), choices=list(MEASURES))
    parser.add_argument("--semantic-model", type=Path, metavar="DIR")
    arguments = parser.parse_args()
    named = arguments.semantic_model
    sets = Sets(arguments.dir, arguments.scorers, Embedded(named) if named else None)
    for name in arguments.only:
        print(f"\n{name}")
        for line in MEASURES[name](sets):
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


def compare_all(
    rows: Sequence[dict], model: Meaning | None, speaker: str | None = None
) -> list[Comparison]:
    names = (speaker,) if speaker else ()
    return [
        match.compare(
            Claim(row["a"], speaker=speaker, speaker_names=names),
            Claim(row["b"], speaker=speaker, speaker_names=names),
            model=model,
        )
        for row in rows
    ]


def measure_kinds(sets: Sets) -> Iterator[str]:
    """Linked share of each kind of change, both sides by one speaker."""
    rows = read(sets.dir / "mutation_suite" / "dev.pairs.jsonl")
    linked: dict[tuple[int, str], list[float]] = defaultdict(list)
    for row, compared in zip(rows, compare_all(rows, sets.model, SPEAKER), strict=True):
        linked[row["label"], row["kind"]].append(float(compared.decision is Decision.LINK))
    for label, word in ((1, "keep"), (0, "change")):
        kinds = {kind: mean(shares) for (y, kind), shares in linked.items() if y == label}
        yield f"{word:7} mean {mean(kinds.values()):.3f}  " + "  ".join(
            f"{kind} {share:.2f}" for kind, share in kinds.items()
        )


def measure_contrast(sets: Sets) -> Iterator[str]:
    """False links on counter-claims that people wrote, by kind: as decided for one speaker, and
    at the score that keeps nine tenths of the pairs of MRPC that are the same."""
    rows = read(sets.dir / "fever_contrast" / "dev.pairs.jsonl")
    same = [row for row in read(sets.dir / "mrpc" / "dev.pairs.jsonl") if row["label"]]
    kept = sorted(compared.score for compared in compare_all(same, sets.model))[len(same) // 10]
    decided, bare = compare_all(rows, sets.model, SPEAKER), compare_all(rows, sets.model)
    for kind in dict.fromkeys(row["kind"] for row in rows):
        at = [index for index, row in enumerate(rows) if row["kind"] == kind]
        linked = mean(decided[i].decision is Decision.LINK for i in at)
        over = mean(bare[i].score >= kept and not bare[i].differences for i in at)
        alike = mean(bare[i].score >= kept for i in at)
        yield (
            f"{kind:9} {len(at):4}  linked {linked:.3f}  no difference found and score"
            f" {kept:.2f} {over:.3f}  score alone {alike:.3f}"
        )


def measure_pairs(name: str) -> Callable[[Sets], Iterator[str]]:
    def measure(sets: Sets) -> Iterator[str]:
        score = load(sets.scorers, "score_pairs").score
        for split in ("train", "dev"):
            rows = read(sets.dir / name / f"{split}.pairs.jsonl")
            started = time.process_time()
            compared = compare_all(rows, sets.model)
            speed = len(rows) / (time.process_time() - started)
            found = score([row["label"] for row in rows], [c.score for c in compared])
            auc = found["ROC-AUC"]
            yield f"{split:5} AUC {auc:.3f}  {speed:,.0f} pairs/s, preparation included"

    return measure


def as_claim(row: dict) -> Claim:
    speaker, headline = row.get("speaker"), row.get("title", "")
    names = (speaker,) if speaker else ()
    return Claim(row["text"], speaker=speaker, speaker_names=names, headline=headline)


def as_dated_claim(row: dict) -> Claim:
    """Return a claim of debates with the day of its words: that of the debate, with which the
    identifiers of its sentences begin, or that of "stated on October 22, 2012 in a debate"."""
    claim = as_claim(row)
    if stated := _STATED_ON.search(row.get("date") or ""):
        day = datetime.strptime(stated[1], "%B %d, %Y")
    elif began := _DEBATE.match(row["id"]):
        day = datetime.strptime(began[1], "%Y%m%d")
    else:
        return claim
    return replace(claim, published=Published.parse(day.date().isoformat()))


_STATED_ON = re.compile(r"stated on (\w+ \d{1,2}, \d{4})")
_DEBATE = re.compile(r"(\d{8})_")


def measure_retrieval(
    name: str, *splits: str, read_as: Callable[[dict], Claim] = as_claim
) -> Callable[[Sets], Iterator[str]]:
    """Ranking of the right claim among many: candidates by keys, then compared."""

    def measure(sets: Sets) -> Iterator[str]:
        where, model = sets.dir / name, sets.model
        corpus = {row["id"]: read_as(row) for row in read(where / "corpus.jsonl")}
        index = Index(corpus, model)
        scorer = load(sets.scorers, "score_retrieval")
        for split in splits:
            run, pairs, seconds = {}, 0, 0.0
            for query in read(where / f"{split}.queries.jsonl"):
                claim = read_as(query)
                near = [id_ for id_ in index.nearest(claim) if id_ != query["id"]]
                started = time.process_time()
                values = match.nearness(claim, [corpus[i] for i in near], index.rarity, model)
                ranked = list(zip(values, near, strict=True))
                seconds += time.process_time() - started
                pairs += len(ranked)
                run[query["id"]] = [id_ for _, id_ in sorted(ranked, key=lambda r: (-r[0], r[1]))]
            found = scorer.score(scorer.load(where / f"{split}.qrels.jsonl"), run)
            yield (
                f"{split:5} MAP@5 {found['MAP@5']:.3f}  recall@20 {found['Recall@20']:.3f}"
                f"  {pairs / seconds:,.0f} pairs/s"
            )

    return measure


class Index:
    """Claims by key in memory, found as `Shelf.likest` finds them in the store: the first by
    summed rarity of shared keys, of all claims and of the speaker's own, and by meaning if there
    is a model."""

    def __init__(self, corpus: Mapping[str, Claim], model: Meaning | None) -> None:
        self._model = model
        self._claims: dict[int, list[str]] = defaultdict(list)
        self._meant: dict[int, list[str]] = defaultdict(list)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._held, self._size = corpus, len(corpus)
        for id_, claim in corpus.items():
            for key in match.keys(claim.text):
                self._claims[key].append(id_)
            for key in match.meaning_keys(model, claim.text) if model else ():
                self._meant[key].append(id_)
            if claim.speaker:
                self._by_name[name_key(claim.speaker)].add(id_)

    def nearest(self, claim: Claim) -> list[str]:
        """Return the most alike `CANDIDATES` ids, and as many of the same speaker."""
        keys = [key for key in match.keys(claim.text) if key in self._claims]
        keys.sort(key=lambda key: (len(self._claims[key]), key))
        work = itertools.accumulate(len(self._claims[key]) for key in keys)
        known = [
            key
            for key, done in zip(keys, work, strict=True)
            if len(self._claims[key]) <= COMMON and done <= WORK
        ]
        alike = self._sharing(known)
        least = match.least_keys(claim.text)
        best = [
            id_
            for id_, (rarity, shared) in alike[:CANDIDATES]
            if rarity >= LIKEST_SHARE * alike[0][1][0]
            or (shared >= least and match.shares_words(claim, self._held[id_]))
        ]
        own = self._said_by(match.bare_name(claim.speaker)) if claim.speaker else set()
        theirs = [id_ for id_, _ in (alike if len(own) > READ else self._sharing(keys, own))]
        theirs = [id_ for id_ in theirs if id_ in own][:CANDIDATES]
        return list(dict.fromkeys([*best, *theirs, *self.by_meaning(claim)[:MEANT_CLAIMS]]))

    def by_meaning(self, claim: Claim) -> list[str]:
        """Return the ids that share keys of meaning with a claim, best first."""
        if self._model is None:
            return []
        held, total = self._meant, Counter[str]()
        for key in match.meaning_probes(self._model, claim.text):
            if 0 < len(held.get(key, ())) <= COMMON:
                total.update(dict.fromkeys(held[key], math.log(self._size / len(held[key]))))
        return [id_ for id_, _ in total.most_common()]

    def _sharing(
        self, keys: Sequence[int], among: AbstractSet[str] | None = None
    ) -> list[tuple[str, tuple[float, int]]]:
        """Return the ids, of some or of all, that have any of the keys, best first, with the
        summed rarity of these and their number."""
        total: dict[str, tuple[float, int]] = {}
        for key in keys:
            claims = self._claims[key]
            rarity = math.log((self._size + 1) / len(claims))
            for id_ in claims if among is None else among & set(claims):
                before, shared = total.get(id_, (0.0, 0))
                total[id_] = before + rarity, shared + 1
        return sorted(total.items(), key=lambda one: (-one[1][0], one[0]))

    def _said_by(self, name: str) -> set[str]:
        """Return the ids of what was said by whoever this name may mean."""
        key = name_key(name)
        words = set(key.split())
        if key in self._by_name and len(words) > 1:
            return self._by_name[key]
        meant = (ids for held, ids in self._by_name.items() if words <= set(held.split()))
        return set().union(*meant)

    def rarity(self, stem: str) -> float:
        """Return the rarity of a stem among the claims, in nats."""
        return math.log(1 + self._size / (len(self._claims.get(match.word_key(stem), ())) or 1))


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


MEASURES: dict[str, Callable[[Sets], Iterator[str]]] = {
    "mutation_suite": measure_kinds,
    "fever_contrast": measure_contrast,
    "mrpc": measure_pairs("mrpc"),
    "stsb_news": measure_pairs("stsb_news"),
    "polnear_variants": measure_retrieval("polnear_variants", "all"),
    "clef22_2a": measure_retrieval("clef22_2a", "dev"),
    "clef22_2b": measure_retrieval("clef22_2b", "dev"),
    "clef22_2b with days": measure_retrieval("clef22_2b", "dev", read_as=as_dated_claim),
}

if __name__ == "__main__":
    main()
