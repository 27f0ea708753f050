"""Whether two articles tell of one story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.match import are_one_story

RINK = "Ammonia leaked at the rink, fire chief Berit Halmark said. Manager Dag Ormvik denied it."
CASES = {
    "two people named in both": ("Dag Ormvik and Berit Halmark disagreed on the leak.", True),
    "with a possessive": ("It was Dag Ormvik's rink and Berit Halmark's fire brigade.", True),
    "one person": ("Berit Halmark opened the new fire station in Torvik.", False),
    "surnames alone": ("Halmark and Ormvik disagreed on the leak.", False),
    "one name of three words": (
        "Jon Berit Halmark opened the fire station. Berit Halmark said no more.",
        False,
    ),
    "nobody": ("Two people were hurt at a rink.", False),
}


@pytest.mark.parametrize(("other", "one"), CASES.values(), ids=CASES)
def test_people_named_in_both_make_one_story(other: str, one: bool) -> None:
    assert are_one_story(RINK, other) is one
    assert are_one_story(other, RINK) is one


def test_what_every_paper_names_makes_no_story() -> None:
    one = "The White House and the Prime Minister of the United States spoke."
    other = "The Prime Minister left the White House and the United States."
    assert not are_one_story(one, other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert are_one_story(one, other) == are_one_story(other, one)
