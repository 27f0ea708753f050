"""The shipped places and the reading of files of places."""

import pytest

from tracker.errors import BadInput
from tracker.ingest.places import COLUMNS, read_places, shipped_places
from tracker.model import Gazetteer, Place, PlacePrecision
from tracker.text.countries import country_names, find_country

HEAD = "\t".join(COLUMNS) + "\n"


@pytest.fixture(scope="module")
def places() -> list[Place]:
    return shipped_places()


@pytest.mark.parametrize(
    ("printed", "name", "kind", "within"),
    [
        ("Vostochny Cosmodrome", "Vostochny Cosmodrome", "facility", "Russia"),
        ("the Kremlin", "Kremlin", "facility", "Russia"),
        ("Cheong Wa Dae", "Blue House", "facility", "South Korea"),
        ("East Sea", "Sea of Japan", "sea", None),
        ("Kiev", "Kyiv", "city", "Ukraine"),
        ("DPRK", "North Korea", "country", None),
        ("the Maldives", "Maldives", "country", None),
        ("Macau", "Macao", "region", "China"),
        ("Donbass", "Donbas", "region", None),
    ],
)
def test_a_shipped_place(
    places: list[Place], printed: str, name: str, kind: str, within: str | None
) -> None:
    found = Gazetteer(places).find(printed)
    assert found is not None
    assert (found.name, found.kind, found.within) == (name, kind, within)


def test_no_name_stands_for_two_shipped_places(places: list[Place]) -> None:
    names = [name.casefold() for place in places for name in (place.name, *place.aliases)]
    assert sorted(names) == sorted(set(names))


def test_shipped_places_lie_in_known_countries_or_places(places: list[Place]) -> None:
    known = {place.name for place in places}
    within = {place.within for place in places if place.within}
    assert within <= known
    assert all(find_country(name) == name for name, _ in country_names())
    assert len(places) > 700
    assert sum(place.kind is PlacePrecision.FACILITY for place in places) > 250


def test_a_file_of_places() -> None:
    line = "Orlo Cosmodrome\tfacility\tNovaria\tOrlo spaceport| the Field \n"
    text = f"# ours\n\n{HEAD}{line}Orlo\tcity\n"
    assert read_places(text, "ours.tsv") == [
        Place(
            "Orlo Cosmodrome", PlacePrecision.FACILITY, "Novaria", ("Orlo spaceport", "the Field")
        ),
        Place("Orlo", PlacePrecision.CITY),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "ours.tsv: the first line must name the columns"),
        ("Orlo\tcity\t\t\n", "ours.tsv: the first line must name the columns"),
        (f"{HEAD}Orlo\ttown\t\t\n", "ours.tsv, line 2: 'town' is no kind of place: facility, city"),
        (f"{HEAD}# one\n\tcity\n", "ours.tsv, line 3: the place has no name"),
        (f"{HEAD}Orlo\n", "ours.tsv, line 2: has 1 columns, not 4"),
        (f"{HEAD}Orlo\tcity\tNovaria\t\t\n", "ours.tsv, line 2: has 5 columns, not 4"),
    ],
    ids=["empty", "no columns", "unknown kind", "no name", "too few", "too many"],
)
def test_a_file_that_is_none(text: str, message: str) -> None:
    with pytest.raises(BadInput) as error:
        read_places(text, "ours.tsv")
    assert str(error.value).startswith(message)
