"""A model's card: what it was trained on, under which licence, and how well it reads."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tracker import __version__
from tracker.extract.sequence.train import FOLDS, Scores
from tracker.model import MarkedArticle

_PAGE = """# {name}

A sequence model of attributed statements for tracker {made_with}: it finds the cue, source and
content of indirect and mixed speech in English news. Made on {date} by `tracker model train`.

| trained on | articles | attributions | words | licence | SHA-256 |
|---|--:|--:|--:|---|---|
{data}

On articles held back while training ({folds} parts in turn, sentence by sentence, rules and
model together): precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}. Drafts outside
quotation marks whose confidence is below {floor} are left out.

| file | bytes | SHA-256 |
|---|--:|---|
{files}
"""


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set of marked articles in a card; `digest` is over ids, texts and marks."""

    name: str
    licence: str
    articles: int
    attributions: int
    words: int
    digest: str

    @classmethod
    def of(cls, name: str, licence: str, articles: Sequence[MarkedArticle]) -> "DataSet":
        """Return what a card says of `articles`."""
        return cls(
            name=name,
            licence=licence,
            articles=len(articles),
            attributions=sum(len(article.attributions) for article in articles),
            words=sum(len(article.text.split()) for article in articles),
            digest=digest_of(articles),
        )


@dataclass(frozen=True, slots=True)
class Card:
    """What a training says of its model; `made_on` is a day."""

    name: str
    data: tuple[DataSet, ...]
    scores: Scores
    made_on: date

    def shape(self) -> dict[str, Any]:
        """Return the card as JSON holds it."""
        scores = self.scores
        return {
            "name": self.name,
            "made_with": __version__,
            "date": self.made_on.isoformat(),
            "data": [asdict(data) for data in self.data],
            "held_out": {
                "parts": FOLDS,
                "marked": scores.marked,
                "kept": scores.kept,
                "right": scores.right,
                "precision": round(scores.precision, 4),
                "recall": round(scores.recall, 4),
                "f1": round(scores.f1, 4),
            },
        }


def digest_of(articles: Iterable[MarkedArticle]) -> str:
    """Return the SHA-256, in hex, of what articles say, how they are marked, and where."""
    whole = hashlib.sha256()
    for article in articles:
        where = () if article.reviewed is None else (article.reviewed,)
        whole.update(repr((article.id, article.text, article.attributions, *where)).encode())
    return whole.hexdigest()


def as_page(card: dict[str, Any]) -> str:
    """Return a card as a page in Markdown."""
    data = (
        f"| {d['name']} | {d['articles']} | {d['attributions']} | {d['words']} |"
        f" {d['licence']} | `{d['digest'][:16]}…` |"
        for d in card["data"]
    )
    files = (
        f"| `{name}` | {about['bytes']} | `{about['sha256'][:16]}…` |"
        for name, about in card["files"].items()
    )
    held_out = card["held_out"]
    return _PAGE.format(
        name=card["name"],
        made_with=card["made_with"],
        date=card["date"],
        data="\n".join(data),
        folds=held_out["parts"],
        precision=held_out["precision"],
        recall=held_out["recall"],
        f1=held_out["f1"],
        floor=card["floor"],
        files="\n".join(files),
    )
