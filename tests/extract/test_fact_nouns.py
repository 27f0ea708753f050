"""Events that a noun names."""

import pytest

from tests.extract.reported import event_of, people

NAMED = [
    ("The summit between Ruiz and Li was held in Geneva", "said", "meeting", "happened",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("Talks between Ruiz and Li took place in Geneva on Monday", "said", "meeting", "happened",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("A meeting between Ruiz and Li will take place in Geneva", "said", "meeting", "planned",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("The meeting between Ruiz and Li did not take place", "said", "meeting", "denied",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("Ruiz confirmed a meeting with Li", "said", "meeting", "happened", [("Li", "participant")]),
    ("The launch of two missiles from Orlo took place on Monday", "said", "missile_launch",
     "happened", []),
    ("The army detected the launch of two missiles", "said", "missile_launch", "happened", []),
    ("Sorland condemned Novaria’s launch of two missiles", "said", "missile_launch", "happened",
     [("Novaria", "actor")]),
    ("Ruiz oversaw the launch of a satellite", "said", "satellite_launch", "happened",
     [("Ruiz", "participant")]),
    ("The ministry announced the arrival of Ruiz in Geneva", "said", "arrival", "happened",
     [("Ruiz", "actor")]),
    ("the launch of two missiles by Novaria on Monday", "condemned", "missile_launch", "happened",
     [("Novaria", "actor")]),
    ("Ruiz’s first visit to Kyiv", "hailed", "travel", "happened", [("Ruiz", "actor")]),
    ("the signing of the treaty by Ruiz and Li in Geneva", "welcomed", "signing", "happened",
     [("Ruiz", "participant"), ("Li", "participant")]),
    ("a meeting with Li in Geneva", "denied", "meeting", "denied", [("Li", "participant")]),
]  # fmt: skip

NOT_NAMED = [
    ("The meeting between Ruiz and Li is symbolic", "said"),
    ("The visit to Kyiv was a success", "said"),
    ("Ruiz demanded a meeting with Li", "said"),
    ("any meeting between Ruiz and Li would be a mistake", "said"),
    ("The launch of the campaign took place on Monday", "said"),
    ("The launch site was damaged", "said"),
    ("The signing of the treaty was postponed", "said"),
    ("The army reported no launch of missiles", "said"),
    ("talks with Sorland on fishing", "proposed"),
    ("the launch of two missiles by Novaria", "said"),
    ("the arrival of spring in Orlo", "announced"),
]


@pytest.mark.parametrize(
    ("content", "cue", "type_", "modality", "expected"), NAMED, ids=[case[0] for case in NAMED]
)
def test_an_event_that_a_noun_names(
    content: str, cue: str, type_: str, modality: str, expected: list[tuple[str, str]]
) -> None:
    event = event_of(content, cue=cue)
    assert event is not None
    assert (event.type, event.modality) == (type_, modality)
    assert people(event) == expected


@pytest.mark.parametrize(("content", "cue"), NOT_NAMED, ids=[case[0] for case in NOT_NAMED])
def test_a_noun_alone_reports_nothing(content: str, cue: str) -> None:
    assert event_of(content, cue=cue) is None
