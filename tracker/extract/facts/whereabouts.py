"""What kind of place an event's place is: a facility, a city, a region, a country, a sea.

A desk's gazetteer is asked first, then the list of states, then the noun in the name
or the one that led up to it ("the southern town of Orlo"). Else it stays unknown.
"""

from tracker.extract.facts.reading import Reading
from tracker.model import Gazetteer, PlacePrecision
from tracker.text.countries import find_country, is_country

_NOUNS = {
    PlacePrecision.SEA: """sea ocean gulf strait straits channel""",
    PlacePrecision.FACILITY: """airport airfield airbase base cosmodrome spaceport palace hospital
    clinic university college school stadium arena station centre center building tower house hall
    prison jail camp bridge dam plant factory mosque church cathedral temple synagogue museum hotel
    embassy consulate headquarters barracks monastery market mall theatre theater square refinery
    terminal facility site range courthouse library club nightclub restaurant gymnasium shipyard
    dockyard checkpoint crossing harbour harbor quarry""",
    PlacePrecision.REGION: """province region district state county oblast governorate prefecture
    peninsula valley island islands territory desert delta mountains highlands emirate canton""",
    PlacePrecision.CITY: """city town village capital suburb""",
}
_KINDS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_TWO_OF_A_NAME = frozenset({"georgia"})
"""A country by the name of a part of another one, so that the name tells nothing."""

_KINDS_FIRST = {
    **dict.fromkeys(("sea", "gulf", "strait", "bay"), PlacePrecision.SEA),
    **dict.fromkeys(("cape", "isle"), PlacePrecision.REGION),
}


def precision_of(place: str, reading: Reading, gazetteer: Gazetteer) -> PlacePrecision | None:
    """Return what kind of place `place`, printed in `reading`, is; None where nothing tells."""
    if place.lower() in _TWO_OF_A_NAME:
        return None
    known = gazetteer.find(place)
    if known is not None:
        return known.kind
    if is_country(place):
        return PlacePrecision.COUNTRY
    if find_country(place) is not None:
        return PlacePrecision.CITY  # a capital
    words = place.lower().split()
    if len(words) > 1 and words[-1] in _KINDS:
        return _KINDS[words[-1]]
    if len(words) > 1 and words[0] in _KINDS_FIRST:
        return _KINDS_FIRST[words[0]]
    return _led_by(place, reading)


def _led_by(place: str, reading: Reading) -> PlacePrecision | None:
    """Return the kind that "the town of" before a place tells, or "city" behind it."""
    run = next((run for run in reading.runs if run.name == place), None)
    if run is None:
        return None
    if reading.low(run.start - 1) == "of" and reading.low(run.start - 2) in _KINDS:
        return _KINDS[reading.low(run.start - 2)]
    return None
