"""What kind of place an event's place is."""

import pytest

from tests.extract.reported import event_of
from tracker.model import Gazetteer, Place, PlacePrecision

PRECISIONS = [
    ("Ruiz met Li at the Orlo Cosmodrome", "facility"),
    ("Ruiz met Li at the Orlo Palace", "facility"),
    ("Ruiz travelled to Russia", "country"),
    ("Ruiz travelled to the United States", "country"),
    ("Ruiz travelled to Moscow", "city"),
    ("Ruiz visited the southern town of Orlo", "city"),
    ("Ruiz visited Kuala City", "city"),
    ("Two people were killed in the flood in the eastern state of Sor", "region"),
    ("Floods displaced 400 people in Sor province", "region"),
    ("Novaria fired two missiles into the Sea of Orlo", "sea"),
    ("Novaria fired two missiles into the Orlo Strait", "sea"),
    ("Ruiz travelled to Georgia", None),
    ("Ruiz met Li in Orlo", None),
    ("Ruiz met Li on Monday", None),
]


@pytest.mark.parametrize(("content", "precision"), PRECISIONS, ids=[case[0] for case in PRECISIONS])
def test_precision(content: str, precision: str | None) -> None:
    event = event_of(content)
    assert event is not None
    assert event.place_precision == precision


def test_a_desks_own_places_are_asked_first() -> None:
    ours = Gazetteer(
        [
            Place("Orlo", PlacePrecision.CITY, "Novaria", ("Orlo Bay",)),
            Place("Moscow", PlacePrecision.REGION),
        ]
    )
    for content, precision in (
        ("Ruiz met Li in Orlo", "city"),
        ("Ruiz met Li at Orlo Bay", "city"),
        ("Ruiz travelled to Moscow", "region"),
    ):
        event = event_of(content, gazetteer=ours)
        assert event is not None
        assert event.place_precision == precision
