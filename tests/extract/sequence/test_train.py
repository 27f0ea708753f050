"""Training: the same bytes every time, from little data or a clear refusal, by what was read."""

from dataclasses import replace

import pytest

from tests.resolve.helpers import span
from tracker.extract import extract
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.sequence.train import (
    FLOOR,
    Scores,
    TooFew,
    Weights,
    fit_tagger,
    train,
)
from tracker.model import Article, Attribution, MarkedArticle, Span


def test_two_processes_learn_what_one_does(marked: list[MarkedArticle], weights: Weights) -> None:
    assert train(marked, processes=2) == weights


def test_training_again_gives_the_same_bytes(marked: list[MarkedArticle], weights: Weights) -> None:
    assert fit_tagger(marked) == weights.tagger


def test_what_is_learnt_reads(weights: Weights) -> None:
    assert weights.floor == FLOOR
    found = extract(Article(text="Lind urged the port to wait."), model=weights.model())
    assert [one.confidence for one in found] != []
    assert all(0 <= one.confidence <= 1 for one in found)


def test_scores_are_of_what_was_kept(weights: Weights, marked: list[MarkedArticle]) -> None:
    scores = weights.scores
    assert 0 < scores.right <= scores.kept
    assert scores.right <= scores.marked
    assert scores.marked >= sum(len(article.attributions) for article in marked) * 0.8
    assert scores.f1 > 0.6


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param(Scores(10, 8, 6), (0.75, 0.6, 2 / 3), id="some"),
        pytest.param(Scores(0, 0, 0), (0, 0, 0), id="nothing"),
    ],
)
def test_precision_and_recall(scores: Scores, expected: tuple[float, float, float]) -> None:
    assert (scores.precision, scores.recall, scores.f1) == pytest.approx(expected)


def article(number: int, text: str, **parts: str) -> MarkedArticle:
    """Return an article with one attribution, its parts given by their words."""
    spans = {name: (span(text, words),) for name, words in parts.items()}
    return MarkedArticle(f"t-{number:03}", text, (Attribution(**spans),) if spans else ())


SAID = "Lind said the port is shut. The river rose."


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([], id="none"),
        pytest.param(
            [article(1, SAID, content="the port is shut", source="Lind", cue="said")], id="one"
        ),
        pytest.param([article(1, ""), article(2, "")], id="without words"),
        pytest.param([article(1, "It rose."), article(2, "It fell.")], id="without attributions"),
    ],
)
def test_too_little_is_refused(articles: list[MarkedArticle]) -> None:
    with pytest.raises(TooFew):
        train(articles)


def test_little_is_enough_to_train_on() -> None:
    """Tags and verdicts that never came up in it have no chance, and nothing fails."""
    few = [
        article(n, SAID, content="the port is shut", source="Lind", cue="said") for n in (1, 2, 3)
    ]
    model = train(few).model()
    text = "“We sail,” Cho said. Lind told KNA that the port is shut, according to Pell."
    assert all(0 <= one.confidence <= 1 for one in extract(Article(text=text), model=model))


def test_only_reviewed_sentences_are_learnt_from(marked: list[MarkedArticle]) -> None:
    """What nobody read may say anything: it changes no byte."""
    head = [replace(one, reviewed=(Span(0, one.text.index("\n\n", 200)),)) for one in marked]
    assert fit_tagger(head) != fit_tagger(marked)
    bare = [
        replace(
            one,
            attributions=tuple(
                mark
                for mark in one.attributions
                if any(s.overlaps(one.reviewed[0]) for s in (*mark.cue, *mark.content))
            ),
        )
        for one in head
        if one.reviewed
    ]
    assert sum(len(one.attributions) for one in bare) < sum(len(m.attributions) for m in marked)
    assert fit_tagger(bare) == fit_tagger(head)


def test_an_article_reviewed_nowhere_changes_nothing(marked: list[MarkedArticle]) -> None:
    unread = replace(marked[0], id="unread", reviewed=())
    assert fit_tagger([*marked, unread]) == fit_tagger(marked)


@pytest.mark.parametrize("body", [b"", b"no weights", b"lCRF"], ids=repr)
def test_bytes_that_are_no_weights_are_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="Invalid model"):
        SequenceModel(body)
