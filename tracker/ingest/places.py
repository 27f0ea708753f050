"""The shipped places, and any file of the same columns, as a list for a gazetteer.

A file of places has one a line, tabs between: name, kind, within (its country, empty
where it lies in none) and aliases (`|` between). Empty lines and lines from `#` on are
passed over; the first line that is left names the columns.
"""

from tracker.errors import BadInput
from tracker.model import Place, PlacePrecision
from tracker.resources import data_file
from tracker.text.countries import country_names

COLUMNS = ("name", "kind", "within", "aliases")


def shipped_places() -> list[Place]:
    """Return the places that travel with the program: the states of the world, then the others."""
    states = [Place(name, PlacePrecision.COUNTRY, None, others) for name, others in country_names()]
    path = data_file("places.tsv")
    return [*states, *read_places(path.read_text(encoding="utf-8"), path.name)]


def read_places(text: str, name: str) -> list[Place]:
    """Return the places of a file's `text`, in order; `name` is for messages.

    Raises:
        BadInput: the columns are other ones, a place has no name, or its kind is unknown.
    """
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or lines[0][1].split("\t") != list(COLUMNS):
        wanted = ", ".join(COLUMNS)
        raise BadInput(f"{name}: the first line must name the columns, tabs between: {wanted}")
    return [_read_line(line, f"{name}, line {number}") for number, line in lines[1:]]


def _read_line(line: str, where: str) -> Place:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 2 <= len(cells) <= len(COLUMNS):
        raise BadInput(f"{where}: has {len(cells)} columns, not {len(COLUMNS)}")
    name, kind, within, aliases = (*cells, "", "")[: len(COLUMNS)]
    if not name:
        raise BadInput(f"{where}: the place has no name")
    if kind not in list(PlacePrecision):
        raise BadInput(f"{where}: {kind!r} is no kind of place: {', '.join(PlacePrecision)}")
    others = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
    return Place(name, PlacePrecision(kind), within or None, others)
