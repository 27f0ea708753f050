"""The labelled sets that extraction is measured on, and what reads them.

Ours are in this repository: the sample articles, and the marked articles that the shipped
model never saw. PolNeAR's development part is the user's, in a folder of corpora; the
speakers of some of its attributions are labelled in `benchmarks/labels`, by number, with
none of its words.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import figures, golden
from benchmarks.figures import Found, by_name
from benchmarks.floors import Measured, digest
from benchmarks.marked import as_row, as_whole_row
from benchmarks.spoken import Label, Spoken, read_labels
from tracker import gazetteer
from tracker.ingest.marked import read_marked
from tracker.model import MarkedArticle
from tracker.pipeline import Reader
from tracker.resources import data_folder, shipped
from tracker.training import held_out, open_model

LABELS = Path(__file__).parent / "labels" / "polnear-dev-speakers.jsonl"
MARKED = shipped("seeds") / "marked"

RULES = "rules alone"
BOTH = "rules and model"

Row = dict[str, Any]


def readers(model: Path | None = None) -> dict[str, Reader]:
    """Return what the sets are read with; `model` is a folder, None for the shipped one."""
    places = gazetteer.shipped()
    opened = open_model(model or data_folder("model"))
    return {RULES: Reader(places), BOTH: Reader(places, opened.reader, opened.name)}


def polnear(corpora: Path, part: str) -> Path:
    """Return where a part ("train", "dev") of PolNeAR stands in a folder of corpora."""
    return corpora / "polnear" / f"{part}.jsonl"


def read_rows(file: Path) -> list[Row]:
    """Return the objects of a file that has one a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def unseen() -> list[MarkedArticle]:
    """Return our marked articles that the shipped model never saw."""
    return held_out(read_marked(MARKED))


def measure_samples(by: dict[str, Reader]) -> Measured:
    return Measured(
        name="samples",
        title=f"sample articles: {len(golden.SLUGS)}, with what a careful reader finds in each",
        corpus=digest(golden.files()),
        figures=by_name({name: figures.sample_figures(r) for name, r in by.items()}),
        own=True,
    )


def measure_unseen(by: dict[str, Reader]) -> Measured:
    articles = unseen()
    outer = [as_row(article) for article in articles]
    whole = [as_whole_row(article) for article in articles]

    def measure(reader: Reader) -> dict[str, float]:
        found = figures.read_all(whole, reader)
        spoken = figures.spoken_of(whole, found, figures.marked_labels(whole))
        return {
            **figures.content_figures(outer, found),
            **figures.speaker_figures(spoken),
            **figures.relay_figures(whole, found),
        }

    marks = sum(len(article.attributions) for article in articles)
    return Measured(
        name="held-out",
        title=f"marked articles that the shipped model never saw: {len(articles)}, "
        f"{marks:,} attributions",
        corpus=digest(MARKED / f"{article.id}.txt" for article in articles),
        figures=by_name({name: measure(reader) for name, reader in by.items()}),
        own=True,
    )


@dataclass(frozen=True)
class Development:
    """PolNeAR's development part, read once by each reader."""

    file: Path
    by: dict[str, Reader]
    labels_file: Path = LABELS

    @cached_property
    def rows(self) -> list[Row]:
        """The articles, with their attributions."""
        return read_rows(self.file)

    @cached_property
    def found(self) -> dict[str, Found]:
        """What each reader finds in them."""
        return {name: figures.read_all(self.rows, reader) for name, reader in self.by.items()}

    @cached_property
    def labels(self) -> dict[str, list[Label]]:
        """The labelled speakers by article; none where nobody has labelled any."""
        return read_labels(read_rows(self.labels_file)) if self.labels_file.exists() else {}

    def spoken(self, reader: str) -> Spoken:
        """Return who said it in the labelled articles, as one reader has it."""
        return figures.spoken_of(self.rows, self.found[reader], self.labels)

    def measure(self) -> Iterator[Measured]:
        """Yield the figures of the contents and, where labels are, of the speakers."""
        marks = sum(len(row["attributions"]) for row in self.rows)
        contents = {
            name: figures.content_figures(self.rows, found) for name, found in self.found.items()
        }
        yield Measured(
            name="polnear-dev",
            title=f"PolNeAR, development part: {len(self.rows)} articles, {marks:,} attributions",
            corpus=digest([self.file]),
            figures=by_name(contents),
            own=False,
        )
        if self.labels:
            spoken = {name: figures.speaker_figures(self.spoken(name)) for name in self.by}
            yield Measured(
                name="polnear-dev-speakers",
                title=f"speakers of PolNeAR, development part: {len(self.labels)} articles, "
                f"{sum(map(len, self.labels.values())):,} labels",
                corpus=digest([self.file, self.labels_file]),
                figures=by_name(spoken),
                own=False,
            )


def own_sets(by: dict[str, Reader]) -> Sequence[Measured]:
    """Return the figures of the sets in this repository."""
    return [measure_samples(by), measure_unseen(by)]
