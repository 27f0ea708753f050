"""The sequence model without the rules: a tagger that sees no verdict of theirs.

    python -m benchmarks.model_alone [--corpora DIR] [--on-polnear]

Trains such a tagger on the marked articles that the shipped model learns from, or with
`--on-polnear` on DIR/polnear/train.jsonl, and scores what it tags, with no draft of the
rules and no judge behind it, on the marked articles kept from training and on
DIR/polnear/dev.jsonl. Takes up to some minutes.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.attributions import Row, pairs
from benchmarks.compare import figures
from benchmarks.marked import as_row
from benchmarks.scoring import score
from benchmarks.sets import MARKED, polnear, read_rows, unseen
from tracker.extract.assemble import in_context
from tracker.extract.phrases import Range
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.sequence.train import fit_tagger
from tracker.ingest.marked import read_marked
from tracker.training import for_training

HEAD = "P, R, F1; F1 of direct, indirect, mixed; source accuracy"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--on-polnear", action="store_true")
    args = parser.parse_args()
    if args.on_polnear and not args.corpora:
        parser.error("--on-polnear needs --corpora")
    articles = (
        read_marked(polnear(args.corpora, "train"))
        if args.on_polnear
        else for_training(read_marked(MARKED))
    )
    model = SequenceModel(fit_tagger(articles, ruled=False))
    print(f"the model alone, trained on {len(articles)} articles ({HEAD})")
    report("marked, unseen", [as_row(article) for article in unseen()], model)
    if args.corpora:
        report("PolNeAR, development", read_rows(polnear(args.corpora, "dev")), model)


def report(name: str, rows: Sequence[Row], model: SequenceModel) -> None:
    found = [{"id": row["id"], "attributions": attributions(row["text"], model)} for row in rows]
    print(f"{name:27}{figures(score(rows, found))}")


def attributions(text: str, model: SequenceModel) -> list[Row]:
    """Return what the model tags in a text, sentence by sentence."""
    found = []
    for sentence, around in in_context(Reading.of(text)):
        if sentence.inside:
            continue
        for one in model.tag(sentence, None, around).found:
            found.append(
                {
                    "source": spans(sentence, [one.source] if one.source else []),
                    "cue": spans(sentence, [one.cue]),
                    "content": spans(sentence, one.content),
                }
            )
    return found


def spans(sentence: Sentence, ranges: Sequence[Range]) -> list[list[int]]:
    return pairs(*(sentence.span(*one) for one in ranges))


if __name__ == "__main__":
    main()
