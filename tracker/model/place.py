"""Places by name, as a desk keeps them: what facts look a printed name up in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.model.event import PlacePrecision


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its usual name. `within` is the country it lies in, by its usual name.

    `aliases` are the other names it is printed under.
    """

    name: str
    kind: PlacePrecision
    within: str | None = None
    aliases: tuple[str, ...] = ()


class Gazetteer:
    """Places found by any of their names, without regard to capitals."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._by_name: dict[str, Place] = {}
        for place in places:
            for name in (place.name, *place.aliases):
                self._by_name.setdefault(name.casefold(), place)

    def find(self, name: str) -> Place | None:
        """Return the place printed as `name`, the article before it left out, or None."""
        folded = name.casefold()
        return self._by_name.get(folded) or self._by_name.get(folded.removeprefix("the "))

    def __iter__(self) -> Iterator[Place]:
        return iter(dict.fromkeys(self._by_name.values()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


NOWHERE = Gazetteer()
"""The gazetteer that knows no place."""
