"""The model as it reads a sentence: what it finds, how sure it is, and where sources come from."""

import pytest

from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import draft_sentence, read_by_rules, read_sentence
from tracker.extract.sequence.features import Around
from tracker.extract.sequence.model import SequenceModel, Tagged
from tracker.extract.sequence.tags import Found
from tracker.extract.sequence.train import Weights
from tracker.model import Act

#       0   1    2    3    4   5    6  7    8
TEXT = "Ada Lind said that the port is shut ."


@pytest.fixture
def sentence() -> Sentence:
    (only,) = Reading.of(TEXT).sentences
    return only


@pytest.fixture
def model(weights: Weights) -> SequenceModel:
    return weights.model()


@pytest.fixture
def tagged(sentence: Sentence, model: SequenceModel) -> Tagged:
    return model.tag(sentence, read_by_rules(sentence, headline=False), Around())


def test_what_the_tags_say_is_found(tagged: Tagged) -> None:
    assert tagged.found == [Found((2, 3), (0, 2), [(4, 8)])]


def test_support_is_of_the_parts_a_draft_has(tagged: Tagged) -> None:
    right = tagged.support(Draft([(4, 8)], (0, 2), (2, 3), Act.SPEECH, "before"))
    wrong = tagged.support(Draft([(0, 2)], (6, 7), (4, 5), Act.SPEECH, "before"))
    bare = tagged.support(Draft([(4, 8)], None, None, Act.SPEECH, "before"))
    assert (bare.cue, bare.source) == (None, None)
    assert (bare.first, bare.last) == (right.first, right.last)
    for part in ("cue", "first", "last", "source"):
        assert 0 <= getattr(wrong, part) < 0.3 < 0.7 < getattr(right, part) <= 1.000001


def test_a_source_that_no_tagging_has_is_the_likeliest_words(tagged: Tagged) -> None:
    assert tagged.likeliest_source(9, Found((2, 3), None, [(4, 8)])) == (0, 2)


def test_cue_and_content_are_no_source(tagged: Tagged) -> None:
    assert tagged.likeliest_source(9, Found((2, 3), None, [(0, 2)])) is None
    assert tagged.likeliest_source(9, Found((0, 1), None, [(4, 8)])) == (1, 2)


def test_every_draft_is_judged(sentence: Sentence, model: SequenceModel) -> None:
    drafts, tagged = draft_sentence(sentence, Around(), model)
    drafts.append(Draft([(6, 8)], None, None, Act.SPEECH, "nonsense"))
    model.judge(sentence, drafts, tagged)
    real, nonsense = drafts
    assert real.confidence is not None
    assert nonsense.confidence is not None
    assert 0 <= nonsense.confidence < real.confidence <= 1
    assert real.source_confidence is not None
    assert nonsense.source_confidence is None


@pytest.mark.parametrize(
    ("text", "floor", "kept"),
    [
        pytest.param("Ada Lind said that the port is shut.", 0.0, 1, id="nothing is below 0"),
        pytest.param("Ada Lind said that the port is shut.", 1.1, 0, id="everything is below 1.1"),
        pytest.param("“The port is shut,” Ada Lind said.", 1.1, 1, id="but quotations"),
        pytest.param("Ada Lind said the port is “shut for good”.", 1.1, 1, id="and part ones"),
    ],
)
def test_the_floor(weights: Weights, text: str, floor: float, kept: int) -> None:
    strict = SequenceModel(weights.tagger, weights.judges, floor)
    (only,) = Reading.of(text).sentences
    assert len(read_sentence(only, Around(), strict)) == kept


def test_sentences_inside_quotations_are_the_rules(sentence: Sentence, weights: Weights) -> None:
    strict = SequenceModel(weights.tagger, weights.judges, 1.1)
    sentence.inside = True
    (draft,) = read_sentence(sentence, Around(), strict)
    assert draft.confidence is None
