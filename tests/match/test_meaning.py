"""What a model of sentences adds to a comparison, and what it never does."""

import pytest

from tests.match.claims import OTHER_SPEAKER, quote
from tests.semantic.model_files import TELLINGS, write_model
from tracker import match
from tracker.model import Claim, Decision, Meaning
from tracker.semantic.sentence_model import Embedded

SINGER, POP_STAR = TELLINGS[27]
"""One thing told twice without one word of content in common."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Meaning:
    """A small model of sentences."""
    return Embedded(write_model(tmp_path_factory.mktemp("semantic") / "model"))


class Says:
    """A model that has one answer, and counts how often it is asked."""

    name = "test"

    def __init__(self, answer: float) -> None:
        self.answer = answer
        self.asked = 0

    def likeness(self, left: str, right: str) -> float:
        """Return the answer."""
        self.asked += 1
        return self.answer

    def keys(self, text: str) -> frozenset[int]:
        """Return no keys."""
        return frozenset()

    probes = keys


def test_without_a_model_nothing_is_said_of_meaning() -> None:
    comparison = match.compare(quote(SINGER), quote(POP_STAR))
    assert "meaning" not in comparison.features
    assert "meaning" not in [row.name for row in match.explain(comparison)]
    assert comparison.decision is Decision.NONE


def test_one_thing_told_twice_on_one_occasion_is_suggested(model: Meaning) -> None:
    comparison = match.compare(quote(SINGER), quote(POP_STAR), model=model)
    assert comparison.decision is Decision.SUGGEST
    assert comparison.features["meaning"] > 0.65


@pytest.mark.parametrize(
    "later",
    [
        quote(POP_STAR, published="2024-05-12"),
        quote(POP_STAR, speaker=OTHER_SPEAKER),
        quote(POP_STAR, speaker=None),
        quote(TELLINGS[28][1]),
    ],
    ids=["other day", "other speaker", "no speaker", "other thing"],
)
def test_meaning_alone_is_no_occasion(model: Meaning, later: Claim) -> None:
    assert match.compare(later, quote(SINGER), model=model).decision is Decision.NONE


def test_what_it_adds_is_shown_and_makes_up_the_score(model: Meaning) -> None:
    comparison = match.compare(quote(SINGER), quote(POP_STAR), model=model)
    rows = {row.name: row for row in match.explain(comparison)}
    assert rows["meaning"].adds is not None
    assert rows["meaning"].adds > 1.0
    assert rows["meaning"].meaning.startswith("How near the two are in meaning")
    odds = match.start(comparison) + sum(row.adds or 0.0 for row in rows.values())
    assert comparison.score == pytest.approx(1 / (1 + 2.718281828**-odds), abs=1e-6)


@pytest.mark.parametrize(
    ("one", "other", "gate"),
    [
        (
            "The ferry company will pay nineteen million crowns to the families.",
            "The ferry company will pay forty million crowns to the families.",
            "number",
        ),
        (
            "The harbour board has approved the new breakwater for the fishing fleet.",
            "The harbour board has not approved the new breakwater for the fishing fleet.",
            "negation",
        ),
    ],
    ids=["number", "negation"],
)
def test_no_model_overrules_a_gate(one: str, other: str, gate: str) -> None:
    comparison = match.compare(quote(one), quote(other), model=Says(1.0))
    assert comparison.decision is not Decision.LINK
    assert gate in [difference.gate for difference in comparison.differences]


@pytest.mark.parametrize("pair", TELLINGS, ids=lambda pair: pair[0][:24])
def test_what_words_do_not_support_is_never_linked(pair: tuple[str, str]) -> None:
    one, other = map(quote, pair)
    worded = match.compare(one, other)
    meant = match.compare(one, other, model=Says(1.0))
    if worded.score < 0.6:
        assert meant.decision is not Decision.LINK
    assert 0.0 <= meant.score <= 1.0
    assert meant.score >= match.compare(one, other, model=Says(0.0)).score


def test_a_cut_that_words_prove_is_linked_whatever_a_model_says() -> None:
    whole = quote(
        "We shall dredge the northern channel before winter, and the town will pay for all of it."
    )
    cut = quote("We shall dredge the northern channel before winter")
    assert match.compare(cut, whole, model=Says(0.0)).decision is Decision.LINK


def test_it_is_asked_only_where_it_can_matter() -> None:
    unlike = quote(TELLINGS[0][0], published="2024-02-01"), quote(TELLINGS[7][0])
    model = Says(1.0)
    assert "meaning" not in match.compare(*unlike, model=model).features
    assert model.asked == 0
    assert match.compare(*unlike, model=model, to_show=True).features["meaning"] == 1.0


def test_it_ranks_too(model: Meaning) -> None:
    asked = Claim(SINGER)
    near, far = Claim(POP_STAR), Claim(TELLINGS[5][1])
    assert match.likeness(asked, near, model=model) > match.likeness(asked, far, model=model)


def test_keys_are_of_the_words_without_an_editor_s(model: Meaning) -> None:
    plain = "The singer cancelled her tour"
    marked = "The singer cancelled her [European] tour"
    assert match.meaning_keys(model, marked) == match.meaning_keys(model, plain)
