import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.changes import find_changes

CHANGES = {
    "nothing": ("“The pier is shut,”", "‘The pier is shut.’", []),
    "another count": (
        "The storm killed 24 people",
        "The storm killed 27 people",
        ["figure changed"],
    ),
    "a count in words": ("two boats sank", "2 boats sank", []),
    "a bound": ("at least 24 people died", "24 people died", ["figure changed", "shortened"]),
    "a count left out": (
        "the pier is shut and 40 boats wait",
        "the pier is shut and boats wait",
        ["figure left out"],
    ),
    "a count that came": ("boats wait outside", "40 boats wait outside", ["figure added"]),
    "cut": ("the pier is shut and boats wait", "the pier is shut", ["shortened"]),
    "cut with an ellipsis": (
        "I heard people calling for help and then the rain",
        "I heard people calling … and then the rain",
        ["shortened"],
    ),
    "longer": ("the pier is shut", "the pier is shut for good", ["lengthened"]),
    "other words": ("the pier is shut", "the pier is closed", ["reworded"]),
    "other words and a count": (
        "the storm killed 24 people",
        "the gale killed 27 people",
        ["figure changed", "reworded"],
    ),
    "another order": ("on Monday the pier is shut", "the pier is shut on Monday", ["reworded"]),
    "the other way round": ("the crew struck the guard", "the guard struck the crew", ["reworded"]),
    "figures that changed places": (
        "the storm sank 24 boats and hurt 27 people",
        "the storm sank 27 boats and hurt 24 people",
        ["figure changed"],
    ),
    "a few words of many": (
        "the pier is shut and no boat will leave before the wind has gone down",
        "no ship leaves",
        ["reworded", "shortened"],
    ),
    "spelling": ("the colour of the harbour", "the color of the harbor", []),
}


@pytest.mark.parametrize(("old", "new", "changes"), CHANGES.values(), ids=CHANGES)
def test_find_changes(old: str, new: str, changes: list[str]) -> None:
    assert find_changes(old, new) == changes


@given(st.text(max_size=200))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert find_changes(text, text) == []
