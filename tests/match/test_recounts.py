"""Figures for one thing, however the sentences are worded."""

from dataclasses import replace

import pytest

from tests.match.claims import OTHER_SPEAKER, SPEAKER, quote
from tracker.match import compare
from tracker.model import Claim, ClaimRelation, Decision, StatementType

UPDATES = (ClaimRelation.UPDATES, "number")
CONTRADICTS = (ClaimRelation.CONTRADICTS, "number")
ECHOES = (ClaimRelation.ECHOES, "speaker")
NOTHING = (None, None)


def counting(
    text: str, speaker: str | None = SPEAKER, published: str = "2024-05-02", source: str = ""
) -> Claim:
    claim = quote(text, speaker, published, type_=StatementType.INDIRECT)
    return replace(claim, unnamed_source=source or None)


SUMMER = "the ministry had received 14 complaints about bears this summer"
JUNE = "31 complaints about bears had come to her ministry since June, up from 12 in all of 2023"
OVERTIME = "its members worked 61,000 hours of overtime last year"
RECOUNTS = {
    "a new count": (counting(JUNE, published="2024-05-09"), counting(SUMMER), UPDATES),
    "a rival count": (
        counting("drivers put in 48,000 hours of overtime last year", None, source="union"),
        counting(OVERTIME, None, source="union"),
        CONTRADICTS,
    ),
    "of another source": (
        counting("drivers put in 48,000 hours of overtime last year", None, source="operator"),
        counting(OVERTIME, None, source="union"),
        NOTHING,
    ),
    "another speaker": (counting(JUNE, OTHER_SPEAKER, "2024-05-09"), counting(SUMMER), NOTHING),
    "a month later": (counting(JUNE, published="2024-06-09"), counting(SUMMER), NOTHING),
    "another thing": (
        counting("31 rangers had come to her ministry since June", published="2024-05-09"),
        counting(SUMMER),
        NOTHING,
    ),
    "two figures": (
        counting(
            "31 complaints and 4 letters about bears had come to her ministry since June",
            published="2024-05-09",
        ),
        counting(SUMMER),
        NOTHING,
    ),
    "the same figure": (
        counting("the ministry got 14 complaints about bears"),
        counting(SUMMER),
        NOTHING,
    ),
}


MARCH = "about 3,000 people marched in front of parliament"
CROWD = "Some 10,000 people marched outside parliament on Monday"
STEEL = "the yard's new hall was to cost $48 million"
FEW_WORDS = {
    "of a crowd": (CROWD, MARCH, "2024-05-03", CONTRADICTS),
    "of another crowd": (
        "Some 10,000 people marched in Kel on Monday",
        MARCH,
        "2024-05-03",
        NOTHING,
    ),
    "days later": (CROWD, MARCH, "2024-05-06", NOTHING),
    "of other people": (CROWD.replace("people", "nurses"), MARCH, "2024-05-03", NOTHING),
    "the same": (CROWD.replace("10,000", "3,000"), MARCH, "2024-05-03", NOTHING),
    "of money, which is paid for anything": (
        "the strike would cost $12 million",
        STEEL,
        "2024-05-03",
        NOTHING,
    ),
}


@pytest.mark.parametrize(
    ("text", "other", "published", "related"), FEW_WORDS.values(), ids=FEW_WORDS
)
def test_two_sources_count_one_thing_in_few_words(
    text: str, other: str, published: str, related: tuple[ClaimRelation | None, str | None]
) -> None:
    left = counting(text, None, published, "organisers")
    compared = compare(left, counting(other, None, source="police"))
    assert compared.decision is not Decision.LINK
    assert (compared.claim_relation, compared.basis) == related


COST = (
    "61 ships with grain, cars and coal waited outside the harbour, the ferries had stopped, and "
    "the strike was costing the country 20 million euros a day"
)
LATER = "2024-05-09"


@pytest.mark.parametrize(
    ("text", "published", "related"),
    [
        pytest.param(
            "The strike costs the country 12 million euros a day", LATER, CONTRADICTS, id="rivals"
        ),
        pytest.param(
            "The strike costs the country 20 million euros a day", LATER, ECHOES, id="the same"
        ),
        pytest.param(
            "The strike costs the country 12 million dollars a day", LATER, NOTHING, id="a currency"
        ),
        pytest.param(
            "Last year the strike cost the country 12 million euros a day",
            LATER,
            NOTHING,
            id="another time",
        ),
        pytest.param("The fire cost the region 12 million euros", LATER, NOTHING, id="few words"),
        pytest.param(
            "The strike costs the country 12 million euros a day", "2024-06-20", NOTHING, id="late"
        ),
    ],
)
def test_two_sources_count_one_thing(
    text: str, published: str, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(counting(text, OTHER_SPEAKER, published), counting(COST))
    assert (compared.claim_relation, compared.basis) == related
    assert compared.decision is Decision.NONE


@pytest.mark.parametrize(("left", "right", "related"), RECOUNTS.values(), ids=RECOUNTS)
def test_one_source_counts_one_thing_again(
    left: Claim, right: Claim, related: tuple[ClaimRelation | None, str | None]
) -> None:
    compared = compare(left, right)
    assert (compared.claim_relation, compared.basis) == related


@pytest.mark.parametrize(
    ("published", "related"), [("2024-05-02", CONTRADICTS), ("2024-05-09", NOTHING)]
)
def test_one_and_several_of_a_kind_are_rivals_on_one_day(
    published: str, related: tuple[ClaimRelation | None, str | None]
) -> None:
    left = counting("hunters shot three bears near the farms above Maraz", OTHER_SPEAKER, published)
    compared = compare(left, counting("hunters shot a bear near the farms above Maraz"))
    assert compared.decision is Decision.NONE
    assert (compared.claim_relation, compared.basis) == related
