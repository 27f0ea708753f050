"""A place is found by whichever of its names, and so is what an article has by another of them."""

import pytest

from tests.builders import add
from tests.store.test_places import CITY, seed, settle
from tracker.model import Place, PlacePrecision
from tracker.store import timeline
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.store.tables import PlaceRow
from tracker.store.timeline import Selection
from tracker.views.asked import Subject, ask

COUNTRY = PlacePrecision.COUNTRY
NAMED = (
    Place("Norland", COUNTRY, None, ("NL", "Realm of Norland", "The Norlands")),
    Place("Larvik", CITY, "Norland", ("Laurvik",)),
    Place("Moss", CITY, "Realm of Norland"),
    Place("Newtown", CITY, "norland", ("Port", "Laurvik Bay")),
    Place("Oldtown", CITY, "Sorland", ("Port", "Newtown Docks")),
    Place("Newtown Docks", CITY, "Sorland"),
)
PRINTED = ("NL", "Realm of Norland", "Laurvik", "Port")

ALL = ["Larvik", "Moss", "NL", "Newtown", "Norland", "Realm of Norland"]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A database that knows some places, and has had articles that name them otherwise."""
    seed(engine, *NAMED)
    for name in PRINTED:
        settle(engine, name)
    return engine


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Norland", ALL, id="its own name"),
        pytest.param("nl", ALL, id="a short form, folded"),
        pytest.param("the NL", ALL, id="with an article before it"),
        pytest.param("Realm of Norland", ALL, id="a long form"),
        pytest.param("The Norlands", ALL, id="a name with an article in it"),
        pytest.param("Larvik", ["Larvik", "Laurvik"], id="a city"),
        pytest.param("Laurvik", ["Larvik", "Laurvik"], id="a city by another name"),
        pytest.param("Newtown", ["Newtown"], id="not by a name that another has too"),
        pytest.param("Port", ["Newtown", "Oldtown", "Port"], id="a name of two"),
        pytest.param("Oldtown", ["Oldtown"], id="not what somebody described as another place"),
        pytest.param("Sorland", ["Newtown Docks", "Oldtown"], id="a country that is no place here"),
        pytest.param("the", [], id="an article alone"),
    ],
)
def test_places_of_a_name(filled: Engine, name: str, expected: list[str]) -> None:
    with reading(filled) as session:
        found = timeline.places_named(session, name)
        names = sorted(session.get_one(PlaceRow, number).name for number in found)
    assert names == expected


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Norland", Subject.PLACE),
        ("the NL", Subject.PLACE),
        ("attack in the NL", Subject.EVENT),
        ("attack in Norland", Subject.EVENT),
    ],
)
def test_a_timeline_has_what_happened_there(engine: Engine, words: str, subject: Subject) -> None:
    seed(engine, *NAMED)
    add(engine, "Rebels attacked a base in the NL on Monday, killing three people, Ada Lind said.")
    with reading(engine) as session:
        asked = ask(session, words, None, Selection())
        assert asked.subject is subject
        assert timeline.count(session, asked.selection) == 1
