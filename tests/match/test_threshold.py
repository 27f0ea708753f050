"""What answers say of scores: shares with their intervals, a threshold to set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.match.threshold import (
    FEWEST,
    Answer,
    Share,
    answers_to_prove,
    recommend,
)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        pytest.param(81, 263, 0.2553, 0.3662, id="81 of 263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15 of 148"),
        pytest.param(0, 20, 0.0, 0.1611, id="none of 20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="1 of 29"),
        pytest.param(0, 0, 0.0, 1.0, id="of nothing"),
    ],
)
def test_intervals_are_wilsons(hits: int, of: int, low: float, high: float) -> None:
    share = Share(hits, of)
    assert (share.low, share.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def answers(*runs: tuple[float, int, int]) -> list[Answer]:
    """Return answers in runs of (score, yes, no)."""
    return [
        Answer(score, is_same)
        for score, yes, no in runs
        for is_same in [*[True] * yes, *[False] * no]
    ]


@pytest.mark.parametrize(
    ("runs", "precision", "score", "recall"),
    [
        pytest.param([(0.9, 60, 0), (0.5, 10, 30)], 0.95, 0.9, 60 / 70, id="a clear cut"),
        pytest.param([(0.9, 60, 0), (0.5, 10, 1)], 0.95, 0.5, 1.0, id="all of it will do"),
        pytest.param(
            [(0.9, 9, 1), (0.8, 90, 0), (0.5, 0, 9)], 0.95, 0.8, 1.0, id="a mistake at the top"
        ),
        pytest.param(
            [(0.95, 60, 0), (0.85, 6, 4)], 0.9, 0.95, 60 / 66, id="rather one that is proven"
        ),
        pytest.param([(0.9, 30, 30)], 0.5, 0.9, 1.0, id="ties are not cut"),
    ],
)
def test_the_lowest_score_that_is_right_often_enough(
    runs: list[tuple[float, int, int]], precision: float, score: float, recall: float
) -> None:
    found = recommend(answers(*runs), precision)
    assert found is not None
    assert found.score == score
    assert found.recall.value == pytest.approx(recall)
    assert found.low <= found.score <= found.high


def test_too_few_answers_or_too_many_mistakes_give_no_threshold() -> None:
    assert recommend(answers((0.9, FEWEST - 1, 0)), 0.9) is None
    assert recommend(answers((0.9, FEWEST, 0)), 0.9) is not None
    assert recommend(answers((0.9, FEWEST, FEWEST)), 0.9) is None


@pytest.mark.parametrize("precision", [0.9, 0.95, 0.99])
def test_proof_takes_as_many_answers_as_said(precision: float) -> None:
    enough = answers_to_prove(precision)
    for count, is_proven in ((enough, True), (enough - 1, False)):
        if count >= FEWEST:
            found = recommend(answers((0.9, count, 0)), precision)
            assert found is not None
            assert found.is_proven is is_proven
    assert Share(enough, enough).low >= precision > Share(enough - 1, enough - 1).low


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=120), st.randoms())
def test_it_is_the_same_every_time_and_in_any_order(
    found: list[tuple[int, bool]], chance: object
) -> None:
    given_ = [Answer(score / 20, is_same) for score, is_same in found]
    first = recommend(given_, 0.8)
    assert recommend(given_, 0.8) == first
    chance.shuffle(given_)  # type: ignore[attr-defined]
    assert recommend(given_, 0.8) == first
    if first:
        assert first.precision.value is not None
        assert first.precision.value >= 0.8
