"""The evidence for a draft, and that judges turn it into probabilities that tell apart."""

from dataclasses import replace

import pytest

from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import WITHIN, floor_of
from tracker.extract.sequence.confidence import Support, content_evidence, source_evidence
from tracker.extract.sequence.join import RULE
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.sequence.train import Weights
from tracker.model import Act

#       0    1     2       3    4   5
TEXT = "Lind urged “a halt” and two days"
SURE = Support(cue=0.99, first=0.99, last=0.99, source=0.99)
DRAFT = Draft([(2, 3)], (0, 1), (1, 2), Act.SPEECH, "before")


@pytest.fixture
def sentence() -> Sentence:
    (only,) = Reading.of(TEXT).sentences
    return only


@pytest.mark.parametrize(
    ("chance", "level"),
    [(0.0, "0"), (0.019, "0"), (0.02, "1"), (0.5, "6"), (0.98, "11"), (1.0, "11"), (None, "-")],
)
def test_probabilities_count_in_levels(
    sentence: Sentence, chance: float | None, level: str
) -> None:
    evidence = content_evidence(sentence, DRAFT, replace(SURE, cue=chance, source=chance))
    assert {f"cue={level}", f"source={level}"} <= set(evidence)


def test_the_weaker_edge_of_a_content_counts(sentence: Sentence) -> None:
    for support in (replace(SURE, first=0.3), replace(SURE, last=0.3)):
        assert "edges=4" in content_evidence(sentence, DRAFT, support)


def test_what_is_seen_of_a_draft(sentence: Sentence) -> None:
    seen = set(content_evidence(sentence, DRAFT, SURE))
    assert {"rule=before", "quoted=True", "lemma=urge", "who=CAP", "opens=QUOTE"} <= seen
    assert len(seen) == len(content_evidence(sentence, DRAFT, SURE))
    source = set(source_evidence(sentence, DRAFT, SURE, [DRAFT]))
    assert {"rule=before", "gap=0", "before=True", "opens=True", "head=CAP", "first=lind"} <= source


def test_a_draft_lacks_what_it_lacks(sentence: Sentence) -> None:
    bare = replace(DRAFT, source=None, cue=None)
    none = Support(None, 0.5, 0.5, None)
    assert source_evidence(sentence, bare, none, [bare]) == []
    seen = content_evidence(sentence, bare, none)
    assert {"cue=-", "source=-"} <= set(seen)
    assert not any(f.startswith(("who=", "lemma=")) for f in seen)


@pytest.mark.parametrize(
    ("rule", "content", "least"),
    [
        pytest.param(RULE, [(2, 4)], WITHIN, id="the model's, within another"),
        pytest.param(RULE, [(0, 2), (3, 4)], 0.2, id="the model's, beyond another"),
        pytest.param(RULE, [(1, 6)], 0.2, id="the model's, the same words"),
        pytest.param("before that", [(2, 4)], 0.2, id="a rule's, within another"),
    ],
)
def test_what_the_model_alone_takes_out_of_another_has_to_be_surer(
    rule: str, content: list[tuple[int, int]], least: float
) -> None:
    draft = replace(DRAFT, rule=rule, content=content)
    assert floor_of(draft, [replace(DRAFT, content=[(1, 6)]), draft], 0.2) == least


def test_a_cue_without_a_verb_is_its_last_word(sentence: Sentence) -> None:
    other = replace(DRAFT, cue=(3, 5))
    assert "lemma=two" in content_evidence(sentence, other, SURE)


def test_support_makes_a_draft_likelier(sentence: Sentence, weights: Weights) -> None:
    model = weights.model()
    weak = Support(cue=0.001, first=0.001, last=0.001, source=0.001)
    chances = [
        model.chance_of_content(content_evidence(sentence, DRAFT, support))
        for support in (weak, SURE)
    ]
    assert 0 <= chances[0] < chances[1] <= 1


def test_without_judges_every_draft_is_sure(sentence: Sentence, weights: Weights) -> None:
    assert SequenceModel(weights.tagger).chance_of_content([]) == 1.0


def test_a_shared_source_is_seen(sentence: Sentence) -> None:
    """“Lind said …, adding …”: the second cue has the source of the first."""
    other = replace(DRAFT, cue=(3, 5))
    alone, shared = (source_evidence(sentence, DRAFT, SURE, d) for d in ([DRAFT], [DRAFT, other]))
    assert "shared|form=False|finite" in alone
    assert "shared|form=True|finite" in shared
