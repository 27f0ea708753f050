"""Making a sequence model from marked articles and from what the desk corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tracker.errors import BadInput
from tracker.extract.sequence.train import FOLDS, TooFew, train
from tracker.model import MarkedArticle
from tracker.training.card import Card, DataSet
from tracker.training.folder import Model, open_model, require_new, write_model

__all__ = ["Data", "Model", "for_training", "held_out", "open_model", "train_model"]

_EACH = 10
"""Of the marked articles every tenth is kept from training, to measure on."""


def held_out(articles: Iterable[MarkedArticle]) -> list[MarkedArticle]:
    """Return the articles that the shipped model never sees: numbers ending in 0."""
    return [article for article in articles if _number(article) % _EACH == 0]


def for_training(articles: Iterable[MarkedArticle]) -> list[MarkedArticle]:
    """Return the articles that are not held out."""
    return [article for article in articles if _number(article) % _EACH]


def _number(article: MarkedArticle) -> int:
    """Return the number in an article's id, such as 23 of "a-023"."""
    return int(article.id.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Data:
    """One set of marked articles with its name and licence, as the card gives them."""

    name: str
    licence: str
    articles: Sequence[MarkedArticle]


def train_model(
    data: Sequence[Data], folder: Path, name: str, made_on: date, processes: int
) -> dict[str, Any]:
    """Train on all of `data`, write the model into `folder`, and return its card.

    The same data in the same order give the same weights, on however many `processes`.

    Raises:
        BadInput: there are too few articles, or the folder is not new or cannot be written.
    """
    require_new(folder)
    articles = [article for one in data for article in one.articles]
    try:
        weights = train(articles, processes)
    except TooFew as error:
        raise BadInput(
            f"{len(articles)} marked articles are too few to train on: give at least {FOLDS}, "
            f"with attributions in them ({error})"
        ) from error
    sets = tuple(DataSet.of(one.name, one.licence, one.articles) for one in data)
    return write_model(folder, weights, Card(name, sets, weights.scores, made_on))
