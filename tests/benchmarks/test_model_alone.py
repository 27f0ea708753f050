"""The model without the rules learns from marks alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.model_alone import attributions
from benchmarks.trained import tools
from tracker.extract.sequence import train
from tracker.extract.sequence.model import SequenceModel
from tracker.ingest.marked import parse_tagged
from tracker.model import MarkedArticle

NAMES = ("Brandt", "Adeyemi", "Voss", "Kolar", "Okafor", "Lind")
ARTICLES = [
    parse_tagged(
        f'<S n="1" who="{name}">{name}</S> <Q n="1">opined</Q> that '
        f'<C n="1" act="speech">the {thing} was lost</C>. The {thing} lay in the harbour.',
        f"a-{number}",
        "a test",
    )
    for number, (name, thing) in enumerate(
        (name, thing) for name in NAMES for thing in ("pier", "boat", "crane", "bridge")
    )
]


@pytest.fixture(scope="module")
def model() -> SequenceModel:
    return SequenceModel(train.fit_tagger(ARTICLES, ruled=False))


def test_it_finds_what_no_rule_knows(model: SequenceModel) -> None:
    text = "The sea was calm. Haldane opined that the quay was lost."
    [found] = attributions(text, model)
    words = {part: [text[a:b] for a, b in spans] for part, spans in found.items()}
    assert words == {"source": ["Haldane"], "cue": ["opined"], "content": ["the quay was lost"]}


def test_it_asks_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_rules(*_: object, **__: object) -> Sequence[MarkedArticle]:
        raise AssertionError("a rule was asked")

    monkeypatch.setattr(train, "read_by_rules", no_rules)
    assert train.fit_tagger(ARTICLES, ruled=False)
    with pytest.raises(AssertionError, match="a rule was asked"):
        train.fit_tagger(ARTICLES)


def test_a_trained_model_is_read_from_its_folder(tmp_path: Path) -> None:
    assert tools(tmp_path)[-1].arguments == ("rules and model", str(tmp_path))
