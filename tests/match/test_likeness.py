"""What ranks claims, what a word's rarity is, and what an explanation adds up to."""

from dataclasses import replace
from math import exp

import pytest

from tests.match.claims import OTHER_SPEAKER, quote
from tracker.match import compare, explain, likeness, nearness, rarity, start
from tracker.match.ranking import HEADED
from tracker.match.weights import BARE_WEIGHTS, WEIGHTS
from tracker.model import Claim, Decision, LinkRelation

BRIDGE = "“The council will repair the old Anse bridge before the winter storms come,”"


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert rarity("vostochni") > rarity("bridg") > rarity("year") > 0


NEARER = {
    "a contradiction than another matter": (
        BRIDGE.replace("will", "will not"),
        "“The council will sell the old library before the spring comes,”",
    ),
    "the same words by the same speaker": (BRIDGE, BRIDGE),
    "telling words than common ones": ("the old Anse bridge", "the council will come before"),
}


@pytest.mark.parametrize(("near", "far"), NEARER.values(), ids=NEARER)
def test_what_is_nearer(near: str, far: str) -> None:
    farther = quote(far, OTHER_SPEAKER)
    assert likeness(quote(near), quote(BRIDGE)) > likeness(farther, quote(BRIDGE))


DAYS = {
    "a day earlier than a year": ("2024-05-02", "2023-05-03", 1),
    "a day later than a month": ("2024-05-04", "2024-06-03", 1),
    "any, where the question gives no day": ("2024-05-02", "2023-05-03", 0),
}


@pytest.mark.parametrize(("near", "far", "order"), DAYS.values(), ids=DAYS)
def test_the_same_words_of_which_day_are_nearer(near: str, far: str, order: int) -> None:
    asked = quote(BRIDGE, published="2024-05-03")
    if not order:
        asked = replace(asked, published=None)
    one, other = (likeness(asked, quote(BRIDGE, published=day)) for day in (near, far))
    assert (one > other) - (one < other) == order


def test_words_tell_more_than_a_day() -> None:
    asked = quote(BRIDGE, published="2024-05-03")
    long_ago = quote(BRIDGE, published="2019-05-03")
    that_day = quote("“The council will sell the old library,”", published="2024-05-03")
    assert likeness(asked, long_ago) > likeness(asked, that_day)


def under(
    headline: str, text: str = "“It will be done before winter, whatever it costs,”"
) -> Claim:
    return replace(quote(text), headline=headline)


ASKED = "Has the council said when the Anse bridge will be repaired?"


def test_a_headline_tells_what_a_quotation_is_about() -> None:
    bridge, library = under("Council to repair Anse bridge"), under("Council to sell library")
    near, farther, far = nearness(quote(ASKED), [bridge, library, under("")])
    assert near > farther > far == likeness(quote(ASKED), bridge)


def test_what_came_with_a_claim_stands_for_its_headline() -> None:
    recorded = replace(under(""), context="The Anse bridge, which the council has to repair")
    headed = replace(recorded, headline="Weather")
    near, bare, weather = nearness(quote(ASKED), [recorded, under(""), headed])
    assert near > bare == weather


def test_what_is_said_tells_more_than_what_stands_over_it() -> None:
    said, told = nearness(quote(BRIDGE), [under("Council meets", BRIDGE), under(BRIDGE)])
    assert said > told


def test_headlines_are_read_of_the_likeliest_alone() -> None:
    likely = [under("", f"“The Anse bridge is no. {number},”") for number in range(HEADED)]
    *_, far = nearness(quote(ASKED), [*likely, under(ASKED)])
    assert far == likeness(quote(ASKED), under(""))


WEIGHED = {"of a speaker": ("Marta Velin", WEIGHTS), "of nobody": (None, BARE_WEIGHTS)}


@pytest.mark.parametrize(("speaker", "weights"), WEIGHED.values(), ids=WEIGHED)
def test_an_explanation_adds_up_to_the_score(
    speaker: str | None, weights: dict[str, float]
) -> None:
    mended = quote("“They will mend the bridge at Anse before winter,”", speaker)
    compared = compare(mended, quote(BRIDGE, speaker))
    rows = explain(compared)
    odds = start(compared) + sum(row.adds for row in rows if row.adds is not None)
    assert 1 / (1 + exp(-odds)) == pytest.approx(compared.score)
    assert {row.name for row in rows if row.adds} <= set(weights)


def test_an_explanation_of_features_kept_from_before_still_adds_up() -> None:
    compared = compare(quote(BRIDGE), quote(BRIDGE))
    before = {k: v for k, v in compared.features.items() if k != "anchored"}
    assert start(replace(compared, features=before)) == start(compared)


def test_a_report_that_says_more_is_less_likely_the_same_than_a_cut_of_a_speakers_words() -> None:
    told = "The council will repair the old Anse bridge before the winter storms"
    more = f"{told}, and wants to pay for it by selling the fishing rights on the upper lake"
    quoted, reported = (compare(quote(told, who), quote(more, who)) for who in ("M. Velin", None))
    assert reported.score < 0.5 < quoted.score


def test_a_short_cut_is_linked_on_one_occasion_only() -> None:
    whole = quote("“We have seen it, and the children will remember it too, I promise you all,”")
    cut = "“the children will remember it too, I promise you”"
    near, far = (compare(quote(cut, published=day), whole) for day in ("2024-05-03", "2024-09-03"))
    assert (near.decision, near.relation) == (Decision.LINK, LinkRelation.EXCERPT)
    assert far.decision is not Decision.LINK


def test_irregular_forms_are_one_word() -> None:
    one = quote("“The harbour board sold the tug and bought a crane in the autumn,”")
    other = quote("“The harbour board sells the tug and buys a crane in the autumn,”")
    assert compare(one, other).features["containment"] == pytest.approx(1.0)
