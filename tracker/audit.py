"""Proving that what is stored is what was captured and that nobody changed it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tracker.errors import DatabaseProblem
from tracker.model import Checkpoint, Place
from tracker.store import (
    chain,
    checkpoints,
    ledger,
    places,
    redactions,
    soundness,
    standing,
    written,
)
from tracker.store.canonical import dumps
from tracker.store.engine import Engine
from tracker.store.ledger import Problem
from tracker.store.naming import name_key
from tracker.store.records import Record
from tracker.store.session import Session, reading, translated
from tracker.store.standing import Kind, Standing
from tracker.store.tables import PlaceRow
from tracker.store.written import Values, Written

_COUNTED = {
    "version": "versions",
    "occurrence": "occurrences",
    "place": "places",
    "ledger": "ledger entries",
}
"""What is counted by itself; the other records together."""

_OTHERS = "other records"

_NOT_AS_WRITTEN = "it is not as the ledger last wrote it"

_UNWRITTEN = "no entry of the ledger tells of it"

Check = Callable[[Session], Iterator[tuple[int, list[Problem]]]]
"""Yields how many records were gone through, and what is wrong with them."""


def verify(
    engine: Engine, shipped: Sequence[Place] = (), against: Checkpoint | None = None
) -> tuple[dict[str, int], list[Problem]]:
    """Return how much was checked of each kind, and everything that does not hold.

    The database is sound and its references are whole; every selector equals its slice
    of the version's text; every text and blob has its hash; the ledger's chain is whole
    and goes on from the checkpoint `against`; every record is as last written, none is
    missing and none stands there that nobody wrote. A place that nobody touched is as it
    is among the `shipped`.
    """
    checked = dict.fromkeys(("versions", "occurrences", "places", _OTHERS, "ledger entries"), 0)
    problems: list[Problem] = []
    for kind, count, found in find(engine, shipped, against):
        checked[_COUNTED.get(kind, _OTHERS)] += count
        problems.extend(found)
    return checked, problems


def find(
    engine: Engine, shipped: Sequence[Place] = (), against: Checkpoint | None = None
) -> Iterator[tuple[str, int, list[Problem]]]:
    """Yield what `verify` returns as it is found: of which kind, how many more, what is wrong."""
    with reading(engine) as session:
        for kind, check in checks(shipped, against):
            for count, found in run(engine, session, kind, check):
                yield kind, count, found


def run(
    engine: Engine, session: Session, kind: str, check: Check
) -> Iterator[tuple[int, list[Problem]]]:
    """Run one check; a record that cannot be read is a problem of its kind."""
    try:
        with translated(engine):
            yield from check(session)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # SQLite lets anyone write a time that is none, or bytes for a text.
        yield 0, [Problem(kind, f"a record cannot be read: {error}")]
    except DatabaseProblem as error:
        yield 0, [Problem(kind, str(error))]


def checks(shipped: Sequence[Place], against: Checkpoint | None) -> Iterator[tuple[str, Check]]:
    """Yield every check by the kind it is of. None rests on another, or on their order."""
    yield "database", _database
    for name, kind in standing.KINDS.items():
        yield name, partial(_records, name, kind)
    yield "place", partial(_places, shipped)
    yield "ledger", partial(_ledger, against)


def _database(session: Session) -> Iterator[tuple[int, list[Problem]]]:
    yield 0, list(soundness.problems(session.connection()))


def _ledger(against: Checkpoint | None, session: Session) -> Iterator[tuple[int, list[Problem]]]:
    yield ledger.count_entries(session), chain.verify_chain(session)
    yield 0, redactions.problems(session)
    strange = written.kinds(session) - standing.KINDS.keys() - standing.WITHOUT_ROWS - {"place"}
    yield 0, [Problem("ledger", f"this tracker knows no records of kind {k!r}") for k in strange]
    if against is not None:
        yield 0, checkpoints.problems(session, against)


def _records(name: str, kind: Kind, session: Session) -> Iterator[tuple[int, list[Problem]]]:
    """Yield the problems of one kind of record: of those there are, and of those missing."""
    redacted = written.redacted(session)
    compare = _compare_many if kind.many else _compare
    seen: set[str] = set()
    latest = 0
    for batch in kind.walk(session):
        uids = {one.uid for one in batch}
        held = (written.all_of if kind.many else written.last_of)(session, name, uids)
        found = [Problem(one.name, wrong) for one in batch for wrong in one.wrong]
        yield len(batch), found + compare(kind, batch, held, redacted)
        if kind.many:
            seen |= uids
        if kind.in_order:
            made = written.made(session, name, uids)
            entries = [latest, *(made[one.uid] for one in batch if one.uid in made)]
            if entries != sorted(entries):
                yield 0, [Problem(name, "they do not stand in the order in which they were made")]
            latest = max(entries)
    gone = written.uids(session, name) - seen if kind.many else ()
    for uid in (*gone, *written.without_rows(session, name, kind.table)):
        yield 0, [Problem(f"{name} {uid}", "the ledger tells of it, and it is not there")]


def _compare(
    kind: Kind, batch: Sequence[Standing], held: Values, redacted: set[int]
) -> list[Problem]:
    """Return the records of a batch that are not as they were last written."""
    found = []
    for one in batch:
        if one.uid not in held:
            if one.record != kind.sparse:
                found.append(Problem(one.name, _UNWRITTEN))
        elif not _is_as(held[one.uid][-1], one.record, redacted):
            found.append(Problem(one.name, _NOT_AS_WRITTEN))
    return found


def _is_as(last: Written, record: Record, redacted: set[int]) -> bool:
    """Say whether a record is as its last entry has it; one that was redacted has none."""
    if last.value is None:
        return last.seq in redacted
    return dumps(record).decode() == last.value


def _compare_many(
    kind: Kind, batch: Sequence[Standing], held: Values, redacted: set[int]
) -> list[Problem]:
    """Return what is wrong where each record of a uid has an entry of its own."""
    by_uid: dict[str, dict[str, Standing]] = defaultdict(dict)
    stand: Counter[tuple[str, str]] = Counter()
    for one in batch:
        value = dumps(one.record).decode()
        by_uid[one.uid][value] = one
        stand[one.uid, value] += 1
    found: list[Problem] = []
    for uid, ones in by_uid.items():
        entries = held.get(uid, [])
        unread = sum(entry.value is None and entry.seq in redacted for entry in entries)
        told = Counter(entry.value for entry in entries if entry.value is not None)
        extra = [one for value, one in ones.items() if stand[uid, value] > told[value]]
        if kind.redacted:
            left = kind.redacted(unread)
            found.extend(Problem(one.name, _UNWRITTEN) for one in extra if one.record not in left)
        else:
            found.extend(Problem(one.name, _UNWRITTEN) for one in extra[unread:])
        found.extend(
            Problem(f"agent {uid}", f"what the ledger tells of it is not there: {value}")
            for value in told
            if told[value] > stand[uid, value]
        )
        if sum(stand[uid, value] for value in ones) < len(entries):
            found.append(Problem(f"agent {uid}", "not all that the ledger tells of it is there"))
    return found


def _places(shipped: Sequence[Place], session: Session) -> Iterator[tuple[int, list[Problem]]]:
    """Yield the problems of places: as last written, or as shipped where nobody wrote of them."""
    redacted = written.redacted(session)
    held = places.every(session)
    last = written.last_of(session, "place", {row.uid for row, _ in held})
    untouched = {name_key(place.name): places.shipped_record(place) for place in shipped}
    for row, aliases in held:
        found: list[str] = []
        record = places.place_record(row, aliases)
        if row.uid not in last and record != untouched.get(row.key):
            found.append("it is not as shipped with this tracker: run `tracker init`")
        if row.uid in last and not _is_as(last[row.uid][-1], record, redacted):
            found.append(_NOT_AS_WRITTEN)
        if name_key(row.name) != row.key:
            found.append("its folded name is not that of its name")
        yield 1, [Problem(f"place {row.id}", wrong) for wrong in found]
    for uid in places.wrongly_folded(session):
        yield 0, [Problem(f"place {uid}", "another name of it is not folded as it should be")]
    for uid in written.without_rows(session, "place", PlaceRow):
        yield 0, [Problem(f"place {uid}", "the ledger tells of it, and it is not there")]
