"""A model's card: the same data have the same digest, and people can read it."""

from dataclasses import replace
from datetime import date

import pytest

from tracker import __version__
from tracker.extract.sequence.train import Scores
from tracker.model import Act, Attribution, MarkedArticle, Span
from tracker.training.card import Card, DataSet, as_page, digest_of

TEXT = "Lind said the port is shut."
MARK = Attribution((Span(10, 26),), (Span(0, 4),), (Span(5, 9),), who="Ada Lind")
ARTICLE = MarkedArticle("a-001", TEXT, (MARK,))
SCORES = Scores(marked=100, kept=80, right=72)


def test_the_digest_is_stable() -> None:
    """Of another version of this program, too: cards are compared over years."""
    expected = "af43c1124c5fbc4af0ab72932350b3c1139ea745a7ea8c8bb5c42517fcfa8c1e"
    assert digest_of([ARTICLE]) == digest_of([replace(ARTICLE)]) == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, id="a-002"),
        replace(ARTICLE, text=TEXT + " "),
        replace(ARTICLE, attributions=()),
        replace(ARTICLE, attributions=(replace(MARK, act=Act.BELIEF),)),
        replace(ARTICLE, attributions=(replace(MARK, cue=(Span(5, 10),)),)),
        replace(ARTICLE, reviewed=(Span(0, 27),)),
        replace(ARTICLE, reviewed=()),
    ],
    ids=["id", "text", "no marks", "act", "cue", "reviewed", "reviewed nowhere"],
)
def test_other_data_have_another_digest(other: MarkedArticle) -> None:
    assert digest_of([other]) != digest_of([ARTICLE])
    assert digest_of([ARTICLE, other]) != digest_of([other, ARTICLE])


def test_a_set_says_how_much_it_holds() -> None:
    found = DataSet.of("ours", "MIT", [ARTICLE, replace(ARTICLE, id="a-002", attributions=())])
    assert (found.articles, found.attributions, found.words) == (2, 1, 12)


@pytest.fixture
def card() -> Card:
    return Card("desk", (DataSet.of("ours", "MIT", [ARTICLE]),), SCORES, date(2024, 5, 2))


def test_the_shape(card: Card) -> None:
    assert card.shape() == {
        "name": "desk",
        "made_with": __version__,
        "date": "2024-05-02",
        "data": [
            {
                "name": "ours",
                "licence": "MIT",
                "articles": 1,
                "attributions": 1,
                "words": 6,
                "digest": digest_of([ARTICLE]),
            }
        ],
        "held_out": {
            "parts": 2,
            "marked": 100,
            "kept": 80,
            "right": 72,
            "precision": 0.9,
            "recall": 0.72,
            "f1": 0.8,
        },
    }


def test_the_page(card: Card) -> None:
    files = {"tagger.crf": {"bytes": 12, "sha256": "0123456789abcdef0000"}}
    page = as_page({**card.shape(), "floor": 0.2, "files": files})
    assert page.startswith("# desk\n\n")
    assert "Made on 2024-05-02 by `tracker model train`" in page
    assert f"| ours | 1 | 1 | 6 | MIT | `{digest_of([ARTICLE])[:16]}…` |\n" in page
    assert "precision 0.900, recall 0.720, F1 0.800" in page
    assert "confidence is below 0.2" in page
    assert "| `tagger.crf` | 12 | `0123456789abcdef…` |\n" in page
