"""What the model finds beside the rules' drafts: completed, added, never in their place."""

import pytest

from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sequence.join import RULE, dice, is_same, join
from tracker.extract.sequence.tags import Found
from tracker.model import Act

#       0    1    2    3     4   5    6    7   8        9     10
TEXT = "Lind said that ferry one sank and Cho believed ferry two"


def certainly(_words: tuple[int, int]) -> float:
    return 1.0


@pytest.fixture
def sentence() -> Sentence:
    (only,) = Reading.of(TEXT).sentences
    return only


def draft(
    content: tuple[int, int],
    cue: tuple[int, int] | None = (1, 2),
    source: tuple[int, int] | None = (0, 1),
) -> Draft:
    return Draft([content], source, cue, Act.SPEECH, "rule")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([(0, 4)], [(0, 4)], 1.0),
        ([(0, 4)], [(4, 8)], 0.0),
        ([(0, 4)], [(2, 4)], 2 / 3),
        ([(0, 2), (6, 8)], [(0, 8)], 2 / 3),
        ([], [(0, 1)], 0.0),
        ([], [], 0.0),
    ],
)
def test_dice_is_of_tokens_and_symmetric(
    left: list[tuple[int, int]], right: list[tuple[int, int]], expected: float
) -> None:
    assert dice(left, right) == dice(right, left) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(Found((1, 2), (0, 1), [(9, 11)]), True, id="one cue, another content"),
        pytest.param(Found((8, 9), (7, 8), [(3, 6)]), True, id="one content, another cue"),
        pytest.param(Found((8, 9), (7, 8), [(5, 11)]), False, id="little in common"),
        pytest.param(Found((2, 3), None, [(9, 11)]), False, id="the cue behind it"),
    ],
)
def test_readings_of_one_attribution(found: Found, *, expected: bool) -> None:
    assert is_same(draft((3, 6)), found) is expected


def test_the_rules_reading_stands(sentence: Sentence) -> None:
    ruled = draft((3, 6))
    assert join(sentence, [ruled], [Found((1, 2), (7, 8), [(2, 11)])], certainly) == [draft((3, 6))]


def test_a_draft_without_a_source_gets_the_models(sentence: Sentence) -> None:
    found = [Found((1, 2), (0, 1), [(3, 6)])]
    assert join(sentence, [draft((3, 6), source=None)], found, certainly) == [draft((3, 6))]


def test_a_draft_without_a_cue_stays_without_a_source(sentence: Sentence) -> None:
    """The model's source belongs to the model's cue, and this draft has none."""
    ruled = draft((3, 6), cue=None, source=None)
    assert join(sentence, [ruled], [Found((8, 9), (7, 8), [(3, 6)])], certainly)[0].source is None


def test_what_only_the_model_found_is_added_behind(sentence: Sentence) -> None:
    ruled, found = draft((3, 6)), Found((8, 9), (7, 8), [(9, 11)])
    first, second = join(sentence, [ruled], [found], certainly)
    assert first is ruled
    assert second == Draft([(9, 11)], (7, 8), (8, 9), Act.BELIEF, RULE)


def test_nothing_found_changes_nothing(sentence: Sentence) -> None:
    assert join(sentence, [draft((3, 6))], [], certainly) == [draft((3, 6))]
    assert join(sentence, [], [], certainly) == []


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        pytest.param({(0, 1): 0.1, (7, 8): 0.9}, (7, 8), id="the model's is likelier"),
        pytest.param({(0, 1): 0.9, (7, 8): 0.9}, (0, 1), id="both are likely"),
        pytest.param({(0, 1): 0.1, (7, 8): 0.4}, (0, 1), id="neither is likely"),
    ],
)
def test_the_likelier_source_is_taken(
    sentence: Sentence, chances: dict[tuple[int, int], float], expected: tuple[int, int]
) -> None:
    found = [Found((1, 2), (7, 8), [(3, 6)])]
    (joined,) = join(sentence, [draft((3, 6))], found, chances.__getitem__)
    assert joined.source == expected


def test_an_outlet_is_left_where_rules_found_it() -> None:
    """It may turn out to carry another's words, which the relay rules see later."""
    (sentence,) = Reading.of(TEXT.replace("Lind", "Reuters")).sentences
    found = [Found((1, 2), (7, 8), [(3, 6)])]
    (joined,) = join(sentence, [draft((3, 6))], found, {(0, 1): 0.1, (7, 8): 0.9}.__getitem__)
    assert joined.source == (0, 1)
