"""What `compare` decides, and what it calls the relation."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.match.claims import OTHER_SPEAKER, fact, flood, launch, quote
from tracker.match import LINK, SUGGEST, compare
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.match.relations import link_relation
from tracker.model import (
    Claim,
    ClaimRelation,
    Comparison,
    Decision,
    LinkRelation,
    Qualifier,
    StatementType,
)

BRIDGE = (
    "“The council will repair the old bridge before the winter storms"
    " and pay for it from reserves,”"
)
FIRED = "Norland fired two ballistic missiles into the eastern sea on Wednesday"

SAME = {
    "verbatim": (BRIDGE, LinkRelation.VERBATIM),
    "typography": (BRIDGE.replace("“", '"').replace("”", '"').upper(), LinkRelation.VERBATIM),
    "an editor's brackets": (BRIDGE.replace("council", "council [sic]"), LinkRelation.VERBATIM),
    "cut at the end": (
        "“The council will repair the old bridge before the winter storms”",
        LinkRelation.EXCERPT,
    ),
    "cut at the start": (
        "“the old bridge before the winter storms and pay for it from reserves,”",
        LinkRelation.EXCERPT,
    ),
    "ellipsis": (
        "“The council will repair the old bridge … and pay for it from reserves”",
        LinkRelation.EXCERPT,
    ),
    "another word": (BRIDGE.replace("pay", "fund"), LinkRelation.REWORDED),
    "tense": (BRIDGE.replace("will", "would"), LinkRelation.REWORDED),
    "inserted tag": (BRIDGE.replace("bridge", "bridge, she said,"), LinkRelation.REWORDED),
}


@pytest.mark.parametrize(("later", "relation"), SAME.values(), ids=SAME)
def test_the_same_quotation_is_linked(later: str, relation: LinkRelation) -> None:
    compared = compare(quote(later), quote(BRIDGE))
    assert (compared.decision, compared.relation) == (Decision.LINK, relation)
    assert compared.claim_relation is None


def test_the_quotation_may_be_printed_months_later() -> None:
    compared = compare(quote(BRIDGE, published="2024-09-30"), quote(BRIDGE))
    assert compared.decision is Decision.LINK


FORMULAS = {
    "this launch": "“We strongly condemn this launch and call on the North to come back to talks,”",
    "at this point": "“At this point we have no information on any casualties on either ship,”",
    "so far": "“The rescue of the miners has gone as we planned it so far,”",
}


@pytest.mark.parametrize("words", FORMULAS.values(), ids=FORMULAS)
@pytest.mark.parametrize(
    ("published", "decision"),
    [("2024-05-03", Decision.LINK), ("2024-05-09", Decision.SUGGEST)],
    ids=["the day after", "a week later"],
)
def test_a_formula_may_be_said_of_something_else_a_week_later(
    words: str, published: str, decision: Decision
) -> None:
    assert compare(quote(words, published=published), quote(words)).decision is decision


def test_a_formula_printed_late_with_its_day_is_the_same() -> None:
    words = FORMULAS["this launch"]
    late = quote(words, published="2024-05-30", said_on="2024-05-02")
    assert compare(late, quote(words, said_on="2024-05-02")).decision is Decision.LINK


def test_another_translation_of_the_same_day_is_found() -> None:
    one = (
        "“The head of the republic shows great interest in ship technology"
        " and they are trying to develop (their trade by) sea,”"
    )
    other = (
        "“The head of the country is very interested in ship engineering,"
        " and they are also trying to develop sea trade,”"
    )
    compared = compare(quote(other, published="2024-05-03"), quote(one))
    assert (compared.decision, compared.relation) == (Decision.LINK, LinkRelation.RETRANSLATED)


def test_few_words_on_days_that_may_be_one_are_not_asked_about() -> None:
    earlier = quote("nobody can", type_=StatementType.INDIRECT)
    later = quote("nobody can", OTHER_SPEAKER, "2024-05-04", "2024-05-03", StatementType.INDIRECT)
    unnamed = replace(later, speaker=None, speaker_names=())
    assert compare(unnamed, earlier).decision is Decision.NONE


GIFT = "“This is a gift with a ribbon on it,”"
PARTLY_QUOTED = {
    "its very words": ("the deal “a gift with a ribbon on it”", LinkRelation.REWORDED),
    "other words": ("the deal “a present that has a ribbon”", LinkRelation.RETRANSLATED),
    "two of its words": ("the deal with its ribbon “a gift”", LinkRelation.RETRANSLATED),
}


@pytest.mark.parametrize(("text", "relation"), PARTLY_QUOTED.values(), ids=PARTLY_QUOTED)
def test_what_is_partly_quoted_in_its_very_words_is_not_translated_again(
    text: str, relation: LinkRelation
) -> None:
    mixed = prepare(quote(text, type_=StatementType.MIXED))
    assert link_relation(Pair(mixed, prepare(quote(GIFT)))) is relation
    assert link_relation(Pair(prepare(quote(GIFT)), mixed)) is relation


SHORT = "“The price is fair, and the price is final,”"
IN_TWO_MOUTHS = {
    "within two days": (SHORT, "2024-05-04", StatementType.DIRECT, ClaimRelation.ECHOES),
    "days later": (SHORT, "2024-05-06", StatementType.DIRECT, None),
    "in other words": (
        SHORT.replace("final", "firm"),
        "2024-05-03",
        StatementType.DIRECT,
        None,
    ),
    "not quoted": (SHORT.strip("“,”"), "2024-05-03", StatementType.INDIRECT, None),
}


@pytest.mark.parametrize(
    ("text", "published", "type_", "related"), IN_TWO_MOUTHS.values(), ids=IN_TWO_MOUTHS
)
def test_a_short_quotation_in_two_mouths_is_an_echo(
    text: str, published: str, type_: StatementType, related: ClaimRelation | None
) -> None:
    later = quote(text, OTHER_SPEAKER, published, type_=type_)
    compared = compare(later, quote(SHORT))
    assert (compared.decision, compared.claim_relation) == (Decision.NONE, related)


def test_a_translation_with_another_figure_is_not_linked() -> None:
    one = "“The republic shows great interest in ships and sent 12 captains to learn from us,”"
    other = "“The republic is showing interest in ships; it sent 15 captains to learn here,”"
    compared = compare(quote(other, published="2024-05-03"), quote(one))
    assert compared.decision is Decision.NONE


@pytest.mark.parametrize(
    ("published", "decision"),
    [("2024-05-03", Decision.SUGGEST), ("2024-08-03", Decision.NONE)],
    ids=["the day after", "months later"],
)
def test_weak_wording_is_suggested_on_one_occasion_only(published: str, decision: Decision) -> None:
    one = "“Our mills need foreign timber in winter, whatever the ministry may think,”"
    other = "“In winter our sawmills live on foreign timber, and the minister should know it,”"
    assert compare(quote(other, published=published), quote(one)).decision is decision


HASTE = "“We will speak about all the boats, without haste. There is time,”"
HURRY = "“We'll look at every boat, there is no hurry. We have the time,”"
FEW = {
    "on one occasion": (HURRY, {}, Decision.SUGGEST),
    "a week later": (HURRY, {"published": "2024-05-09"}, Decision.NONE),
    "another speaker": (HURRY, {"speaker": OTHER_SPEAKER}, Decision.NONE),
    "indirect": (HURRY, {"type_": StatementType.INDIRECT}, Decision.SUGGEST),
    "indirect, a week later": (
        HURRY,
        {"type_": StatementType.INDIRECT, "published": "2024-05-09"},
        Decision.NONE,
    ),
    "in another order": (
        "“There is time, and we will look at every boat without hurry,”",
        {},
        Decision.SUGGEST,
    ),
}


@pytest.mark.parametrize(("later", "known", "decision"), FEW.values(), ids=FEW)
def test_a_short_quotation_in_another_translation_is_suggested_on_one_occasion(
    later: str, known: dict[str, Any], decision: Decision
) -> None:
    assert compare(quote(later, **known), quote(HASTE)).decision is decision


@pytest.mark.parametrize(
    ("other", "decision"),
    [
        (
            "in winter the sawmills live on foreign timber, and the minister should know it",
            Decision.SUGGEST,
        ),
        ("sawmills would stand still without timber from abroad", Decision.NONE),
    ],
    ids=["half in other words", "all in other words"],
)
def test_weak_wording_of_indirect_speech_is_never_linked(other: str, decision: Decision) -> None:
    one = "our mills needed foreign timber in winter, whatever the ministry may think"
    left, right = (quote(text, type_=StatementType.INDIRECT) for text in (other, one))
    assert compare(left, right).decision is decision


OTHERWISE = {
    "in other words": (
        "the harbour board promised to repair the northern pier within two weeks, at its own cost",
        "the harbour board would mend the northern pier inside 14 days and bear the cost itself",
        {},
        Decision.LINK,
    ),
    "in other words, two weeks later": (
        "the harbour board promised to repair the northern pier within two weeks, at its own cost",
        "the harbour board would mend the northern pier inside 14 days and bear the cost itself",
        {"published": "2024-05-16"},
        Decision.NONE,
    ),
    "few words, one side quoted": (
        "“the cables were painted but not replaced”",
        "the cables of the bridge had been painted and not replaced",
        {},
        Decision.LINK,
    ),
    "names and nothing else": (
        "the stance of Arno Keller and Britta Holm on the Velm Valley Tunnel",
        "Arno Keller, who lost to Britta Holm over the Velm Valley Tunnel",
        {},
        Decision.SUGGEST,
    ),
    "names in a headline": (
        "Arno Keller Will Not Sell The Old Velm Valley Brewery",
        "Arno Keller would never sell the old brewery of the Velm Valley",
        {},
        Decision.LINK,
    ),
    "one word for another": (
        "the valley had gone through a calm night after the vote on the new reservoir",
        "the valley had gone through a strange night after the vote on the new reservoir",
        {},
        Decision.SUGGEST,
    ),
    "one word for a known other": (
        "the valley had gone through a quick vote on the costs of the new reservoir",
        "the valley had gone through a fast vote on the costs of the new reservoir",
        {},
        Decision.LINK,
    ),
}


@pytest.mark.parametrize(("one", "other", "known", "decision"), OTHERWISE.values(), ids=OTHERWISE)
def test_indirect_speech_in_other_words_is_linked_by_what_it_tells(
    one: str, other: str, known: dict[str, Any], decision: Decision
) -> None:
    indirect = StatementType.INDIRECT
    later = quote(other, **{"type_": indirect, **known})
    assert compare(later, quote(one, type_=indirect)).decision is decision


BEFORE = "12 complaints about bears had reached the ministry"
NOW = "31 complaints about bears had reached the ministry, up from 12 in May"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [(NOW, BEFORE, ClaimRelation.UPDATES), (BEFORE, NOW, None)],
    ids=["told later", "told earlier"],
)
def test_what_is_compared_with_is_brought_up_to_date_and_not_contradicted(
    left: str, right: str, relation: ClaimRelation | None
) -> None:
    indirect = StatementType.INDIRECT
    later = quote(left, OTHER_SPEAKER, "2024-05-03" if relation else "2024-05-02", type_=indirect)
    compared = compare(later, quote(right, type_=indirect))
    assert compared.decision is Decision.NONE
    assert compared.claim_relation is relation


def test_two_like_things_said_in_one_paragraph_are_not_one_in_other_words() -> None:
    one = "the board promised to mend the northern pier within two weeks at its own cost"
    other = "the board would mend the southern pier inside a month and bear the cost itself"
    beside = f"She said {one}. She added that {other}."
    known = {"type_": StatementType.INDIRECT}
    left, right = (replace(quote(text, **known), context=beside) for text in (other, one))
    assert compare(left, right).decision is not Decision.LINK


def test_the_same_weak_wording_on_another_occasion_scores_less() -> None:
    one = "“We are going to build a new harbour on the northern coast,”"
    other = "“A harbour will be built in the north, on the coast,”"
    near = compare(quote(other), quote(one))
    far = compare(quote(other, published="2025-02-01"), quote(one))
    assert near.score > far.score


def test_indirect_speech_is_a_paraphrase() -> None:
    later = quote(
        "the old bridge would be repaired before storms in winter, out of the council reserves",
        type_=StatementType.INDIRECT,
    )
    compared = compare(later, quote(BRIDGE))
    assert compared.relation is LinkRelation.PARAPHRASE
    assert compared.decision is not Decision.NONE


UNSURE = {
    "few words": ("“There is time,”", "“There is time”", {}, Decision.SUGGEST),
    "few words, another month": (
        "“There is time,”",
        "“There is time”",
        {"published": "2024-07-01"},
        Decision.NONE,
    ),
    "few words, speaker unknown": (
        "“There is time,”",
        "“There is time”",
        {"speaker": None},
        Decision.NONE,
    ),
    "speaker unknown, long run": (BRIDGE, BRIDGE, {"speaker": None}, Decision.LINK),
    "speaker unknown, short run": (
        "“We will repair the bridge before winter,”",
        "“We will repair the bridge before winter,”",
        {"speaker": None},
        Decision.SUGGEST,
    ),
    "surname only, short run": (
        "“We will repair the old bridge before winter,”",
        "“We will repair the old bridge before winter,”",
        {"speaker": "Velin"},
        Decision.SUGGEST,
    ),
    "the day after": (BRIDGE, BRIDGE, {"said_on": "2024-05-02"}, Decision.SUGGEST),
}


@pytest.mark.parametrize(("later", "first", "known", "decision"), UNSURE.values(), ids=UNSURE)
def test_when_unsure_a_person_is_asked(
    later: str, first: str, known: dict[str, str | None], decision: Decision
) -> None:
    earlier = quote(first, said_on="2024-05-01") if "said_on" in known else quote(first)
    assert compare(quote(later, **known), earlier).decision is decision


ON_ONE_SAYING = {
    "few words, told again": (
        "“No honest sailor will be punished,”",
        "“Nobody honest among sailors will be punished,”",
        {},
        Decision.LINK,
    ),
    "two content words, told again": (
        "“haggle over a harbour”",
        "“haggle about harbours”",
        {},
        Decision.LINK,
    ),
    "two content words, in a longer text": (
        "“haggle over a harbour”",
        "“They haggle over every harbour while honest sailors starve at sea,”",
        {},
        Decision.SUGGEST,
    ),
    "one content word, told again": (
        "“I must live with it”",
        "“I have to live with that”",
        {},
        Decision.SUGGEST,
    ),
    "few words in indirect speech": (
        "Velin's views of the harbour",
        "what Velin wants for the harbour",
        {"type_": StatementType.INDIRECT},
        Decision.SUGGEST,
    ),
    "few words, weeks later": (
        "“No honest sailor will be punished,”",
        "“Nobody honest among sailors will be punished,”",
        {"published": "2024-06-20"},
        Decision.SUGGEST,
    ),
    "a cut with three content words": (
        "“the children will remember it too”",
        "“We have seen it, and the children will remember it too, I promise you all,”",
        {},
        Decision.LINK,
    ),
    "a cut of five words with two of content": (
        "“the children will have it”",
        "“We have seen it, and the children will have it too, I promise you all,”",
        {},
        Decision.NONE,
    ),
    "a cut with a middle left out": (
        "“We kept the old ferry … for the island children”",
        "“We kept the old ferry running through three bad winters for the island children”",
        {},
        Decision.LINK,
    ),
    "a cut with more left out than kept": (
        "“We kept the old ferry … for the island children”",
        "“We kept the old ferry running through three bad winters and one worse summer,"
        " at no small price, for the island children”",
        {"published": "2024-06-20"},
        Decision.SUGGEST,
    ),
    "a name in another's place": (
        "“We kept the old ferry running and Marten Roos painted the hull of it in spring,”",
        "“We kept the old ferry running and my grandmother painted the hull of it in spring,”",
        {},
        Decision.SUGGEST,
    ),
    "another end": (
        "“We kept the old ferry running through three bad winters. My sister burned the log,”",
        "“We kept the old ferry running through three bad winters. My mother framed the bill,”",
        {},
        Decision.SUGGEST,
    ),
    "an end on one side": (
        "“We kept the old ferry running through three bad winters. My sister burned the log,”",
        "“We kept the old ferry running through three bad winters,”",
        {},
        Decision.LINK,
    ),
    "an end in other words": (
        "“We kept the old ferry running through three bad winters and bought a new ship,”",
        "“We kept the old ferry running through three bad winters and purchased a new vessel,”",
        {},
        Decision.LINK,
    ),
    "a long cut, one side without a speaker": (
        "“kept the old island ferry running through bad winters”",
        "“We kept the old island ferry running through bad winters, and we will again,”",
        {"speaker": None},
        Decision.LINK,
    ),
    "the same in indirect speech": (
        "they kept the old island ferry running through bad winters",
        "they kept the old island ferry running through bad winters, and would again",
        {"speaker": None, "type_": StatementType.INDIRECT},
        Decision.SUGGEST,
    ),
}


@pytest.mark.parametrize(
    ("later", "first", "known", "decision"), ON_ONE_SAYING.values(), ids=ON_ONE_SAYING
)
def test_what_is_linked_of_few_or_cut_words(
    later: str, first: str, known: dict[str, Any], decision: Decision
) -> None:
    type_ = known.get("type_", StatementType.DIRECT)
    assert compare(quote(later, **known), quote(first, type_=type_)).decision is decision


HELD_BACK = {
    "few words": ("“There is time,”", "“There is time”", {}, "too few"),
    "one word": ("“The dam”", "“The dam”", {}, "1 word that carries meaning on"),
    "nobody is known": (
        "“Repair the old stone bridge before winter,”",
        "“Repair the old stone bridge before winter,”",
        {"speaker": None},
        "one and the same speaks",
    ),
    "a name in another's place": (*ON_ONE_SAYING["a name in another's place"][:2], {}, "a name"),
    "linked": (BRIDGE, BRIDGE, {}, ""),
    "another figure": (
        "“We will repair two old bridges before winter,”",
        "“We will repair six old bridges before winter,”",
        {},
        "",
    ),
}


@pytest.mark.parametrize(("left", "right", "known", "why"), HELD_BACK.values(), ids=HELD_BACK)
def test_what_is_held_back_without_a_difference_says_why(
    left: str, right: str, known: dict[str, Any], why: str
) -> None:
    compared = compare(quote(left, **known), quote(right))
    assert why in compared.held_back
    assert bool(compared.held_back) is bool(why)


@given(st.text("ab 1,“”.not", max_size=60), st.text("ab 1,“”.not", max_size=60))
def test_a_score_of_a_link_is_a_link_or_is_explained(left: str, right: str) -> None:
    compared = compare(quote(left), quote(right))
    if compared.score >= LINK and compared.decision is not Decision.LINK:
        assert compared.differences or compared.held_back


def outcome(compared: Comparison) -> tuple[Decision, ClaimRelation | None, str | None]:
    return compared.decision, compared.claim_relation, compared.basis


APART = {
    "not": (
        quote(BRIDGE.replace("will", "will not")),
        quote(BRIDGE),
        (ClaimRelation.CONTRADICTS, "negation"),
    ),
    "denial by another": (
        quote(
            "the report that the council will repair the old bridge before the winter storms"
            " is false",
            OTHER_SPEAKER,
        ),
        quote(BRIDGE),
        (ClaimRelation.DENIES, "negation"),
    ),
    "another speaker": (
        quote(BRIDGE, OTHER_SPEAKER),
        quote(BRIDGE),
        (ClaimRelation.ECHOES, "speaker"),
    ),
    "another day": (
        quote(BRIDGE, said_on="2024-06-01"),
        quote(BRIDGE, said_on="2024-05-01"),
        (ClaimRelation.RESTATES, "date"),
    ),
    "after the other was in print": (
        quote(BRIDGE, published="2024-05-09", said_on="2024-05-08"),
        quote(BRIDGE, published="2024-05-02"),
        (ClaimRelation.RESTATES, "date"),
    ),
    "another figure": (
        quote("“The yard lost 40 workers in the spring and nobody was asked,”"),
        quote("“The yard lost 90 workers in the spring and nobody was asked,”"),
        (ClaimRelation.CONTRADICTS, "number"),
    ),
    "opposite": (
        quote("“The ministry raised the fuel tax for farmers again this year,”"),
        quote("“The ministry cut the fuel tax for farmers again this year,”"),
        (ClaimRelation.CONTRADICTS, "negation"),
    ),
    "roles": (
        quote("“Norland attacked Sundia with heavy guns along the river,”"),
        quote("“Sundia attacked Norland with heavy guns along the river,”"),
        (None, None),
    ),
    "launches on two days": (
        fact(FIRED, launch("2024-05-01")),
        fact(FIRED, launch("2024-04-17"), published="2024-04-17"),
        (None, None),
    ),
    "launch of three": (
        fact(FIRED.replace("two", "three"), launch("2024-05-01", 3)),
        fact(FIRED, launch("2024-05-01")),
        (ClaimRelation.CONTRADICTS, "number"),
    ),
    "toll grows": (
        fact(
            "The flood killed 31 people in the valley",
            flood("2024-05-01", 31),
            published="2024-05-03",
        ),
        fact("At least 24 died when the river rose", flood("2024-05-01", 24, Qualifier.AT_LEAST)),
        (ClaimRelation.UPDATES, "number"),
    ),
    "toll is lower elsewhere": (
        fact(
            "The flood killed 19 people in the valley",
            flood("2024-05-01", 19),
            published="2024-05-03",
        ),
        fact("At least 24 died when the river rose", flood("2024-05-01", 24, Qualifier.AT_LEAST)),
        (ClaimRelation.CONTRADICTS, "number"),
    ),
    "two tolls at one time": (
        fact("The flood killed 31 people in the valley", flood("2024-05-01", 31)),
        fact("The flood killed 24 people in the valley", flood("2024-05-01", 24)),
        (ClaimRelation.CONTRADICTS, "number"),
    ),
}


@pytest.mark.parametrize(("left", "right", "related"), APART.values(), ids=APART)
def test_different_claims_are_never_linked(
    left: Claim, right: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, right)
    assert outcome(compared) == (Decision.NONE, *related)
    assert compared.differences


def test_a_caution_dropped_is_the_same_figure() -> None:
    left = fact(
        "At least 24 people died in the valley flood", flood("2024-05-01", 24, Qualifier.AT_LEAST)
    )
    right = fact("24 people died in the valley flood", flood("2024-05-01", 24))
    assert compare(left, right).decision is Decision.LINK


def test_one_event_in_other_words_is_put_before_a_person() -> None:
    left = fact(
        "Two rockets left the base at dawn, Norland's second test in a month", launch("2024-05-01")
    )
    compared = compare(left, fact(FIRED, launch("2024-05-01")))
    assert compared.decision is Decision.SUGGEST


def test_unlike_claims_have_nothing_to_do_with_each_other() -> None:
    compared = compare(quote("“The harvest was poor in the hills,”"), quote(BRIDGE))
    assert outcome(compared) == (Decision.NONE, None, None)
    assert compared.relation is None


TEXTS = st.text("ab 1,“”.not", max_size=60)


@given(TEXTS)
def test_a_claim_is_itself(text: str) -> None:
    compared = compare(quote(text), quote(text))
    assert compared.claim_relation is None
    assert compared.differences == ()


@given(TEXTS, TEXTS)
def test_values_are_in_range_and_differences_forbid_links(left: str, right: str) -> None:
    compared = compare(quote(left), quote(right))
    assert 0 <= compared.score <= 1
    assert all(0 <= value <= 1 for value in compared.features.values())
    assert not (compared.differences and compared.decision is Decision.LINK)


@given(TEXTS, TEXTS)
def test_the_score_does_not_depend_on_the_side(left: str, right: str) -> None:
    there, back = compare(quote(left), quote(right)), compare(quote(right), quote(left))
    assert there.score == pytest.approx(back.score, abs=0.2)


def test_a_very_long_claim_is_compared_in_linear_time() -> None:
    text = "word after word goes by and nothing is said " * 100_000
    assert compare(quote(text), quote(text)).relation is LinkRelation.VERBATIM


TOLD = "the ministry had let the tannery foul the lower lake for as long as anybody could remember"
IN_OTHER_WORDS = "officials looked on while poison from the tannery ran into the lake"
OTHERWISE = {
    "of one speaker on one day": ({}, Decision.SUGGEST),
    "of another day": ({"published": "2024-05-20"}, Decision.NONE),
    "of nobody": ({"speaker": None}, Decision.NONE),
    "with one word in common": (
        {"words": "officials looked on as poison got there"},
        Decision.NONE,
    ),
}


@pytest.mark.parametrize(("known", "decision"), OTHERWISE.values(), ids=OTHERWISE)
def test_what_a_speaker_says_on_one_day_is_asked_about_in_quite_other_words(
    known: dict[str, Any], decision: Decision
) -> None:
    words = known.get("words", IN_OTHER_WORDS)
    given = {name: value for name, value in known.items() if name != "words"}
    later = quote(words, type_=StatementType.INDIRECT, **given)
    found = compare(later, quote(TOLD, type_=StatementType.INDIRECT))
    assert found.decision is decision
    assert found.score < SUGGEST


def test_two_things_said_in_one_paragraph_are_not_asked_about() -> None:
    around = f"She said {TOLD}, and {IN_OTHER_WORDS}."
    later, earlier = (
        replace(quote(text, type_=StatementType.INDIRECT), context=around)
        for text in (IN_OTHER_WORDS, TOLD)
    )
    assert compare(later, earlier).decision is Decision.NONE


def test_an_opposite_in_other_words_is_told_as_the_reason_not_to_link() -> None:
    said = "the harbour board will raise the toll on tankers before the winter storms come"
    other = "the toll for tankers is to be cut by the harbour board, before winter storms come"
    found = compare(
        quote(other, type_=StatementType.INDIRECT), quote(said, type_=StatementType.INDIRECT)
    )
    assert found.decision is Decision.SUGGEST
    assert found.held_back == "a word of the one is the opposite of a word of the other"
