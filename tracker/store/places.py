"""Places: those that articles name, those that ship with the program, those people add.

The shipped ones are no record of the desk's and stand in no ledger entry: the file they
come from proves them. One that an article had named before, or that a person edits, has
its entries like any other record.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import Session, col, func, or_, select

from tracker.errors import Conflict, NotFound
from tracker.model import Gazetteer, Place, PlacePrecision
from tracker.store import ledger
from tracker.store.naming import name_key, uid
from tracker.store.records import Record
from tracker.store.session import Transaction
from tracker.store.tables import ClaimRow, EventRow, OccurrenceRow, PlaceNameRow, PlaceRow


class Origin(StrEnum):
    """Who said last what a place is."""

    SHIPPED = "shipped"
    PERSON = "person"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a place: as `model.Place`, but its kind may be unknown."""

    name: str
    kind: PlacePrecision | None = None
    within: str | None = None
    aliases: tuple[str, ...] = ()


def settle_place(tx: Transaction, name: str) -> PlaceRow:
    """Return the row of a place by its name, adding it when it is new.

    Of two spellings in articles the first in the alphabet is shown.
    """
    key = name_key(name)
    row = tx.session.exec(select(PlaceRow).where(PlaceRow.key == key)).first()
    if row is None:
        return _add(tx, Known(name), Origin.ARTICLE)
    if name < row.name and row.origin == Origin.ARTICLE:
        row.name = name
        _write(tx, row, "place.changed", aliases_of(tx.session, [row.id])[row.id])
    return row


def _add(tx: Transaction, place: Known, origin: Origin, reason: str | None = None) -> PlaceRow:
    key = name_key(place.name)
    row = PlaceRow(
        uid=uid("plc", key),
        name=place.name,
        key=key,
        kind=place.kind,
        within=place.within,
        origin=origin,
    )
    tx.session.add(row)
    tx.session.flush()
    _set_aliases(tx, row, place.aliases)
    _write(tx, row, "place.added", place.aliases, reason)
    return row


def _set_aliases(tx: Transaction, row: PlaceRow, aliases: Iterable[str]) -> None:
    tx.session.execute(delete(PlaceNameRow).where(col(PlaceNameRow.place_id) == row.id))
    tx.session.add_all(
        PlaceNameRow(place_id=row.id, name=alias, key=name_key(alias))
        for alias in dict.fromkeys(aliases)
        if alias != row.name
    )
    tx.session.flush()


def _write(
    tx: Transaction,
    row: PlaceRow,
    action: str,
    aliases: Iterable[str],
    reason: str | None = None,
) -> None:
    tx.session.add(row)
    tx.session.flush()
    tx.ledger.append(action, "place", row.uid, place_record(row, aliases), reason)


def place_record(row: PlaceRow, aliases: Iterable[str]) -> Record:
    """Return a place as the ledger holds it: what is known of it, and no more."""
    told = {"kind": row.kind, "within": row.within, "aliases": sorted(set(aliases) - {row.name})}
    known = {name: value for name, value in told.items() if value}
    origin = {} if row.origin == Origin.ARTICLE else {"origin": str(row.origin)}
    return {"name": row.name, **known, **origin}


def shipped_record(place: Place) -> Record:
    """Return a shipped place as its record is while nobody edited it."""
    row = PlaceRow(
        name=place.name, kind=place.kind, within=place.within, origin=Origin.SHIPPED, uid="", key=""
    )
    return place_record(row, place.aliases)


def seed(tx: Transaction, places: Sequence[Place]) -> int:
    """Bring the shipped places into the table; return how many are new or changed.

    What a person added or edited is left as it is. Of two places of one name the one
    that comes first is taken.
    """
    places = list({name_key(place.name): place for place in reversed(places)}.values())[::-1]
    rows = {row.key: row for row in tx.session.exec(select(PlaceRow))}
    aliases = aliases_of(tx.session, [row.id for row in rows.values()])
    new = [place for place in places if name_key(place.name) not in rows]
    changed = 0
    for place in places:
        row = rows.get(name_key(place.name))
        if row is None or row.origin == Origin.PERSON:
            continue
        if place_record(row, aliases[row.id]) != shipped_record(place):
            _reship(tx, row, place)
            changed += 1
    _insert(tx.session, new)
    return len(new) + changed


def _reship(tx: Transaction, row: PlaceRow, place: Place) -> None:
    row.name, row.kind, row.within = place.name, place.kind, place.within
    row.origin = Origin.SHIPPED
    tx.session.add(row)
    _set_aliases(tx, row, place.aliases)
    if ledger.last_value(tx.session, "place", row.uid) is not None:
        _write(tx, row, "place.changed", place.aliases, "shipped with the program")


def _insert(session: Session, places: Sequence[Place]) -> None:
    if not places:
        return
    keys = [name_key(place.name) for place in places]
    values = [
        {
            "uid": uid("plc", key),
            "name": place.name,
            "key": key,
            "kind": place.kind,
            "within": place.within,
            "origin": Origin.SHIPPED,
        }
        for key, place in zip(keys, places, strict=True)
    ]
    session.execute(insert(PlaceRow), values)
    ids = dict(session.exec(select(PlaceRow.key, PlaceRow.id)).all())
    names = [
        {"place_id": ids[key], "name": alias, "key": name_key(alias)}
        for key, place in zip(keys, places, strict=True)
        for alias in dict.fromkeys(place.aliases)
        if alias != place.name
    ]
    if names:
        session.execute(insert(PlaceNameRow), names)


def drop_shipped(session: Session) -> None:
    """Take out every place of a database that holds no records, to make room for others."""
    session.execute(delete(PlaceNameRow))
    session.execute(delete(PlaceRow))


def add_place(tx: Transaction, place: Known, reason: str) -> PlaceRow:
    """Add a place that a person knows.

    Raises:
        Conflict: there is one of that name.
    """
    query = select(PlaceRow).where(PlaceRow.key == name_key(place.name))
    held = tx.session.exec(query).first()
    if held is not None:
        raise Conflict(f"{held.name} is place {held.id}: say more of it by `tracker place edit`")
    return _add(tx, place, Origin.PERSON, reason)


def edit_place(tx: Transaction, row: PlaceRow, place: Known, reason: str) -> None:
    """Make a place what a person says it is; its name keeps its folded form."""
    _log_shipped(tx, row)
    row.name, row.kind, row.within = place.name, place.kind, place.within
    row.origin = Origin.PERSON
    _set_aliases(tx, row, place.aliases)
    _write(tx, row, "place.edited", place.aliases, reason)


def _log_shipped(tx: Transaction, row: PlaceRow) -> None:
    """Let the ledger keep what a shipped place was before a person edits it."""
    if row.origin == Origin.SHIPPED and not ledger.count_entries(
        tx.session, kind="place", uid=row.uid
    ):
        _write(tx, row, "place.shipped", aliases_of(tx.session, [row.id])[row.id])


def by_uid(session: Session, uid: str) -> PlaceRow:
    """Return the place of this uid, which must be there."""
    return session.exec(select(PlaceRow).where(PlaceRow.uid == uid)).one()


def put_back(tx: Transaction, row: PlaceRow, record: Record, reason: str) -> None:
    """Make a place what an earlier record of it says."""
    kind = record.get("kind")
    row.name, row.kind, row.within = record["name"], kind, record.get("within")
    row.origin = Origin(record.get("origin", Origin.ARTICLE))
    aliases = record.get("aliases", ())
    _set_aliases(tx, row, aliases)
    _write(tx, row, "place.put_back", aliases, reason)


def get_place(session: Session, place_id: int) -> PlaceRow:
    """Return a place by its number.

    Raises:
        NotFound: there is none of that number.
    """
    row = session.get(PlaceRow, place_id)
    if row is None:
        raise NotFound(f"no place {place_id}: see `tracker place list`")
    return row


def aliases_of(session: Session, place_ids: Collection[int]) -> Mapping[int, list[str]]:
    """Return the other names of each place, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    wanted = set(place_ids)
    query = select(PlaceNameRow.place_id, PlaceNameRow.name)
    if len(wanted) <= _FEW:
        query = query.where(col(PlaceNameRow.place_id).in_(wanted))
    for place_id, name in session.exec(query.order_by(col(PlaceNameRow.name))):
        if place_id in wanted:
            found[place_id].append(name)
    return found


_FEW = 500
"""Places asked for one by one; of more, all names are read, under the engines' limits."""


def _found(kind: str | None, words: str | None) -> Any:
    query = select(PlaceRow)
    if kind is not None:
        query = query.where(PlaceRow.kind == (kind or None))
    if words is not None:
        like = f"%{name_key(words)}%"
        named = select(PlaceNameRow.place_id).where(col(PlaceNameRow.key).like(like))
        query = query.where(or_(col(PlaceRow.key).like(like), col(PlaceRow.id).in_(named)))
    return query


def list_places(
    session: Session, kind: str | None, words: str | None, limit: int, offset: int = 0
) -> list[PlaceRow]:
    """Return places in order of name: of one kind ("" for unknown), with `words` in a name."""
    query = _found(kind, words).order_by(col(PlaceRow.key)).limit(limit).offset(offset)
    return list(session.exec(query))


def count_places(session: Session, kind: str | None, words: str | None) -> int:
    """Return how many places `list_places` would give without a limit."""
    return session.exec(select(func.count()).select_from(_found(kind, words).subquery())).one()


def every(session: Session) -> list[tuple[PlaceRow, list[str]]]:
    """Return all places with their other names, in order of identifier."""
    rows = list(session.exec(select(PlaceRow).order_by(col(PlaceRow.uid))))
    aliases = aliases_of(session, [row.id for row in rows])
    return [(row, aliases[row.id]) for row in rows]


def wrongly_folded(session: Session) -> list[str]:
    """Return the uids of places of which another name is not stored with its folded form."""
    query = select(PlaceRow.uid, PlaceNameRow.name, PlaceNameRow.key)
    query = query.join(PlaceNameRow, col(PlaceNameRow.place_id) == col(PlaceRow.id))
    return [found for found, name, key in session.exec(query) if name_key(name) != key]


def claims_at(session: Session, place_id: int, limit: int) -> list[int]:
    """Return the ids of the claims that report an event at a place, newest number first."""
    query = _claims_at(place_id).order_by(col(ClaimRow.id).desc())
    return list(session.exec(query.limit(limit)))


def count_claims_at(session: Session, place_id: int) -> int:
    """Return how many claims `claims_at` would give without a limit."""
    return session.exec(select(func.count()).select_from(_claims_at(place_id).subquery())).one()


def _claims_at(place_id: int) -> Any:
    return (
        select(ClaimRow.id)
        .join(EventRow, col(EventRow.id) == col(ClaimRow.event_id))
        .join(OccurrenceRow, col(OccurrenceRow.claim_id) == col(ClaimRow.id))
        .where(EventRow.place_id == place_id, col(OccurrenceRow.rejected).is_(False))
    )


def gazetteer(session: Session) -> Gazetteer:
    """Return the places of known kind, by all their names.

    Where two have one name, what a person says goes before what ships.
    """
    ordered = sorted(every(session), key=lambda pair: pair[0].origin != Origin.PERSON)
    return Gazetteer(
        Place(row.name, PlacePrecision(row.kind), row.within, tuple(names))
        for row, names in ordered
        if row.kind
    )
