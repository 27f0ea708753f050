import pytest

from tests.match.claims import OTHER_SPEAKER, fact, launch, quote
from tracker.match import compare, explain
from tracker.match.features import FEATURES, measure
from tracker.match.gates import GATES
from tracker.match.opposites import OPPOSITES
from tracker.match.pair import Pair, Rarity
from tracker.match.prepare import prepare
from tracker.match.setting import UNKNOWN
from tracker.match.synonyms import SYNONYMS
from tracker.match.weights import BARE_WEIGHTS, WEIGHTS
from tracker.model import Claim

BRIDGE = "The council will repair the old Anse bridge before the 12 winter storms"


def features(left: Claim, right: Claim, rarity: Rarity | None = None) -> dict[str, float]:
    return measure(Pair(prepare(left), prepare(right), rarity))


def test_of_one_text_everything_is_alike() -> None:
    values = features(quote(BRIDGE), quote(BRIDGE))
    assert {name for name, value in values.items() if value < 1} == {
        "event",
        "place",
        "evidence",  # nears 1 with the words that are shared, and never gets there
    }


def test_of_two_texts_without_a_common_word_nothing_is() -> None:
    values = features(quote("Thick fog hid Boll and seven ships"), quote(BRIDGE))
    told = ("wording", "alignment", "containment", "run", "kept", "order", "names", "figures")
    assert [values[name] for name in told] == [0] * len(told)


VALUES = {
    "alignment": ("repair bridge storms council", "repair bridge storms harbour", 0.75),
    "containment": ("repair bridge", "council repair old bridge", 1.0),
    "run": ("council repair old bridge", "council repair old bridge", 0.5),
    "order": ("bridge repair", "repair bridge", 0.5),
    "wording": ("the bridge is old", "the bridge is new", 0.75),
    "rare": ("our Velin bridge", "that Rehn bridge of Velin", 1.0),
    "names": ("we saw Velin and Rehn", "we saw Velin and Boll", 0.5),
    "figures": ("12 ships and 40 men", "12 boats and 50 men", 0.5),
    "own_figures": ("12 ships and 40 men", "12 boats and 50 men", 1 / 3),
    "own_figures, one side": ("12 ships and 40 men", "12 ships", 2 / 3),
    "letter_pairs": ("bridge", "bridges", 6 / 8),
    "length": ("the old bridge", "the old bridge over our Velin", 0.8),
    "length, far longer": ("the old bridge", "the old bridge" + " over" * 30, 0.0),
    "beyond": ("repair bridge", "our council will repair bridge", 0.7),
    "beyond, a name and a day": ("we repair bridge", "we repair bridge, Marta Velin, Monday", 1.0),
    "beyond, the first word": ("repair bridge", "Carpenters repair bridge", 0.9),
    "untold": ("the old bridge", "the old bridge fell into deep water", 0.5),
    "untold, both sides": ("fog hid the bridge", "the bridge fell into deep water", 0.5),
    "untold, in two stretches": ("the old bridge", "two old men left that bridge", 5 / 8),
    "untold, who told it": ("the bridge fell", "the bridge fell, he told a news conference", 1.0),
    "untold, names and a day": ("the bridge fell", "the bridge fell on Monday near Anse", 7 / 8),
    "untold, another word": ("they bought the firm", "they acquired the company", 1.0),
    "untold, a word again": ("the bridge fell", "the bridge fell and then that bridge rose", 3 / 8),
    "strewn, nowhere": ("the old bridge fell", "the old bridge fell", 1.0),
    "strewn, an end cut off": ("the old bridge fell", "the old bridge", 0.0),
    "strewn, at one end": ("the old bridge fell", "the old bridge sank in deep water", 0.25),
    "strewn, in two places": ("six men saw the old ship", "six men found the ship", 0.5),
    "strewn, all over": ("a b c d e f g h i j k l", "a x b y c z d w e v f", 1.0),
    "joined": ("the bridge fell", "the bridge fell but nobody drowned", 0.0),
    "joined, on both sides": ("fog and ice", "ice and fog", 1.0),
    "joined, once more": ("fog and ice", "fog and ice and snow", 0.0),
    "beyond, in between": ("repair bridge council", "repair the old bridge council", 1.0),
}


@pytest.mark.parametrize(("name", "case"), VALUES.items(), ids=VALUES)
def test_value(name: str, case: tuple[str, str, float]) -> None:
    left, right, value = case
    name = name.partition(",")[0]
    assert features(quote(left), quote(right))[name] == pytest.approx(value)
    assert features(quote(right), quote(left))[name] == pytest.approx(value)


LIKE = {
    "another word for it": ("repair the vessel", "repair the ship", 0.9),
    "another form": ("repair the vessels", "repair the vessel", 1.0),
    "an opposite": ("prices rose", "prices fell", 0.5),
    "another number": ("twelve vessels", "twenty vessels", 0.5),
}


@pytest.mark.parametrize(("one", "other", "value"), LIKE.values(), ids=LIKE)
def test_found_counts_words_that_stand_for_each_other(one: str, other: str, value: float) -> None:
    assert features(quote(one), quote(other))["found"] == pytest.approx(value)
    assert features(quote(other), quote(one))["found"] == pytest.approx(value)


def test_no_opposites_stand_for_each_other() -> None:
    both = {
        (a, b) for a, others in SYNONYMS.items() for b in others & OPPOSITES.get(a, frozenset())
    }
    assert both == set()


ANCHORED = {
    "both": ("Marta Velin", "Marta Velin", 1.0),
    "one side": ("Marta Velin", None, 1.0),
    "neither": (None, None, 0.0),
}


@pytest.mark.parametrize(("one", "other", "value"), ANCHORED.values(), ids=ANCHORED)
def test_anchored(one: str | None, other: str | None, value: float) -> None:
    assert features(quote(BRIDGE, one), quote(BRIDGE, other))["anchored"] == value


def test_kept_is_one_for_a_cut_and_little_for_a_half() -> None:
    cut = features(quote("repair the old Anse bridge"), quote(BRIDGE))["kept"]
    half = features(quote("repair the old Anse pier with stolen money"), quote(BRIDGE))["kept"]
    assert cut == 1.0
    assert half < 0.2


SPEAKERS = {
    "same": ("Marta Velin", 1.0),
    "perhaps": ("Velin", 0.75),
    "unknown": (None, UNKNOWN),
    "another": (OTHER_SPEAKER, 0.0),
}


@pytest.mark.parametrize(("speaker", "value"), SPEAKERS.values(), ids=SPEAKERS)
def test_speaker(speaker: str | None, value: float) -> None:
    assert features(quote(BRIDGE, speaker), quote(BRIDGE))["speaker"] == value


def test_any_name_the_speaker_is_known_by_will_do() -> None:
    known = Claim(BRIDGE, speaker="Marta Velin", speaker_names=("Marta Velin", "M. K. Velin-Roos"))
    other = Claim(BRIDGE, speaker="M. K. Velin-Roos")
    assert features(other, known)["speaker"] == 1.0


def test_date_falls_with_the_days_between() -> None:
    near = features(quote(BRIDGE, published="2024-05-02"), quote(BRIDGE))["date"]
    week = features(quote(BRIDGE, published="2024-05-09"), quote(BRIDGE))["date"]
    unknown = features(quote(BRIDGE, published=None), quote(BRIDGE))["date"]
    assert (near, week, unknown) == (1.0, 0.5, UNKNOWN)


def test_one_event_is_one_occasion_whoever_speaks() -> None:
    left, right = fact(BRIDGE, launch("2024-05-01")), fact(BRIDGE, launch("2024-05-01"))
    assert features(left, right)["occasion"] == 1.0
    other = fact(BRIDGE, launch("2024-05-01", actor="Sundia"))
    assert features(left, other)["occasion"] == 0.0


def test_rarity_makes_rare_words_count_for_more() -> None:
    left, right = quote("bridge council"), quote("bridge harbour")
    rare_shared = features(left, right, lambda stem: 9.0 if stem == "bridg" else 1.0)
    assert rare_shared["containment"] == pytest.approx(0.9)
    assert features(left, right)["containment"] == pytest.approx(0.5)


def test_every_weight_is_of_a_feature() -> None:
    assert WEIGHTS.keys() | BARE_WEIGHTS.keys() <= {feature.__name__ for feature in FEATURES}


def test_explanation_has_a_row_for_every_feature_and_gate() -> None:
    rows = explain(compare(quote(BRIDGE.replace("will", "will not")), quote(BRIDGE)))
    assert [row.name for row in rows] == [item.__name__ for item in (*FEATURES, *GATES)]
    assert all(row.meaning.endswith(".") for row in rows)
    found = {row.name: row.value for row in rows}
    assert found["speaker"] == "same"
    assert "not" in found["negation"]
