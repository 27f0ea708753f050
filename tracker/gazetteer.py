"""The places a desk knows: those that ship with the program, and what people say of them."""

from dataclasses import dataclass, replace

from tracker.errors import BadInput
from tracker.ingest.check import check_text
from tracker.ingest.places import shipped_places
from tracker.model import Gazetteer, PlacePrecision
from tracker.store import places
from tracker.store.engine import Engine
from tracker.store.ledger import require_unchanged, value_before
from tracker.store.naming import name_key
from tracker.store.places import Known
from tracker.store.session import reading, writing


@dataclass(frozen=True, slots=True)
class Edit:
    """What to change of a place; None leaves it.

    `kind` "unknown" takes the place out of what facts look names up in; an empty
    `within` is no country. `name` is another spelling of the same name.
    """

    name: str | None = None
    kind: str | None = None
    within: str | None = None
    add_aliases: tuple[str, ...] = ()
    drop_aliases: tuple[str, ...] = ()


UNKNOWN = "unknown"


def seed(engine: Engine, user: str) -> int:
    """Bring the places that ship with the program into a database; return how many changed.

    What a person added or edited is left as it is, so it may run at any time.
    """
    with writing(engine, user) as tx:
        return places.seed(tx, shipped_places())


def of_database(engine: Engine) -> Gazetteer:
    """Return the gazetteer of a database."""
    with reading(engine) as session:
        return places.gazetteer(session)


def shipped() -> Gazetteer:
    """Return the gazetteer that ships with the program."""
    return Gazetteer(shipped_places())


def add(engine: Engine, place: Known, reason: str, user: str) -> int:
    """Add a place; return its number.

    Raises:
        BadInput: a name is empty or cannot be stored.
        Conflict: there is one of that name.
    """
    _check(place)
    with writing(engine, user) as tx:
        return places.add_place(tx, place, reason).id


def edit(
    engine: Engine,
    place_id: int,
    change: Edit,
    reason: str,
    user: str,
    expected: int | None = None,
) -> None:
    """Change what is known of a place; the ledger keeps what it was.

    Raises:
        NotFound: there is no such place.
        BadInput: nothing is to change, a name is another one, empty or cannot be
            stored, or an alias to drop is none.
        Conflict: the place was changed since ledger entry `expected`.
    """
    if change == Edit():
        raise BadInput("nothing to change: give --name, --kind, --within, --alias or --drop-alias")
    with writing(engine, user) as tx:
        row = places.get_place(tx.session, place_id)
        require_unchanged(tx.session, [row.uid], expected, f"place {place_id}")
        aliases = tuple(places.aliases_of(tx.session, [place_id])[place_id])
        kind = PlacePrecision(row.kind) if row.kind else None
        place = _changed(Known(row.name, kind, row.within, aliases), change)
        _check(place)
        places.edit_place(tx, row, place, reason)


def undo(engine: Engine, place_id: int, entry: int, reason: str, user: str) -> None:
    """Make a place what it was before a ledger entry; one that a person added is unknown then.

    Raises:
        NotFound: there is no such place.
        Conflict: the place was changed after that entry, or what it was is redacted.
    """
    with writing(engine, user) as tx:
        row = places.get_place(tx.session, place_id)
        require_unchanged(tx.session, [row.uid], entry, f"place {place_id}")
        before = value_before(tx.session, "place", row.uid, entry)
        if before is None:
            held = {name_key(place.name): place for place in shipped_places()}.get(row.key)
            before = places.shipped_record(held) if held else {"name": row.name, "origin": "person"}
        places.put_back(tx, row, before, reason)


def _changed(place: Known, change: Edit) -> Known:
    if change.name is not None:
        if name_key(change.name) != name_key(place.name):
            raise BadInput(
                f"{change.name!r} is another name than {place.name!r}: add it with --alias"
            )
        place = replace(place, name=change.name)
    if change.kind is not None:
        kind = None if change.kind == UNKNOWN else PlacePrecision(change.kind)
        place = replace(place, kind=kind)
    if change.within is not None:
        place = replace(place, within=change.within or None)
    unknown = sorted(set(change.drop_aliases) - set(place.aliases))
    if unknown:
        raise BadInput(f"{unknown[0]!r} is no alias of {place.name}: see `tracker place show`")
    kept = [alias for alias in place.aliases if alias not in change.drop_aliases]
    return replace(place, aliases=(*kept, *change.add_aliases))


def _check(place: Known) -> None:
    for name in (place.name, *place.aliases):
        if not name.strip():
            raise BadInput("a place's name is empty: give the name it is printed under")
        check_text(name, "the name")
    check_text(place.within or "", "the country")
