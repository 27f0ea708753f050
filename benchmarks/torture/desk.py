"""A desk with a clock of its own, what it held after each act, and whether the past is that.

The model is the export, kept as it was after every act: it knows nothing of the ledger or
of how the past is rebuilt.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from sqlmodel import Session, func, select

from tracker import match
from tracker.errors import TrackerError
from tracker.exchange import jsonl
from tracker.model import Place, PlacePrecision
from tracker.store import dump, ledger, places, search
from tracker.store import session as store_session
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.search import Filter
from tracker.store.session import reading, writing
from tracker.store.tables import ArticleRow
from tracker.views.article import article_shape
from tracker.views.claim import claim_rows

State = dict[str, list[str]]

START = datetime(2024, 5, 1, 8, tzinfo=UTC)

SHIPPED = (
    Place("Velmara", PlacePrecision.COUNTRY),
    Place("Ostrel", PlacePrecision.CITY, "Velmara", ("Ostrela",)),
)


@dataclass
class Clock:
    """A clock that stands still within an act, and is set on by minutes between two."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def tick(self) -> None:
        """Let a minute pass."""
        self.now += timedelta(minutes=1)


@contextmanager
def clocked(clock: Clock) -> Iterator[None]:
    """Let every write take its time from `clock`."""
    with mock.patch.object(store_session, "utc_now", clock):
        yield


def canonical(session: Session, whole: bool = True) -> State:
    """Return all that an export holds, a list of lines for each kind of record.

    Not whole, it lacks what an export adds for readers, which is read from the same tables.
    """
    uids = dump.Uids(session)
    bare = ((kind, dumped(session, uids)) for kind, dumped in dump.KINDS.items())
    return {
        kind: [json.dumps(record, sort_keys=True) for record in records]
        for kind, records in (jsonl.records(session) if whole else bare)
    }


def seen(session: Session) -> State:
    """Return what a person is shown, by number: articles, claims, and what a search finds."""
    ids = session.exec(select(ArticleRow.id)).all()
    found = search.list_claims(session, Filter(), 1_000)
    harbour = search.search_claims(session, match.word_keys("harbour"), Filter(), 1_000)
    shapes: dict[str, list[Any]] = {
        "articles": [article_shape(session, article_id) for article_id in ids],
        "claims": claim_rows(session, found),
        "found": claim_rows(session, harbour),
    }
    return {name: [json.dumps(shape) for shape in some] for name, some in shapes.items()}


@dataclass(frozen=True, slots=True)
class Held:
    """What a database held at a time, after an entry; `shown` is None where it was not kept."""

    at: datetime
    entry: int
    records: State
    shown: State | None


WHOLE = 3
"""Of so many instants one is kept with all that an export adds and a person is shown."""


@dataclass
class Desk:
    """A database with all that is done to it, and what it held after each act."""

    engine: Engine
    clock: Clock = field(default_factory=Clock)
    held: list[Held] = field(default_factory=list)

    def open(self) -> None:
        """Bring in the shipped places."""
        with clocked(self.clock), writing(self.engine, "desk") as tx:
            places.seed(tx, SHIPPED)

    def act(self, does: Callable[[], object]) -> None:
        """Do something, which may be refused, and keep what there is then."""
        self.clock.tick()
        with clocked(self.clock), suppress(TrackerError):
            does()
        self.clock.tick()
        with reading(self.engine) as session:
            entry = ledger.head(session)[0]
            if self.held and self.held[-1].entry == entry:
                return  # it was refused, or changed nothing
            whole = len(self.held) % WHOLE == 0
            shown = seen(session) if whole else None
            self.held.append(Held(self.clock.now, entry, canonical(session, whole), shown))

    def check(self) -> int:
        """Rebuild every instant, by time and by entry; return how many were compared."""
        for number, held in enumerate(self.held):
            as_of = held.entry if held.entry and number % 2 else held.at
            with reading_past(self.engine, Asked(as_of=as_of), match.keys) as past:
                assert past.end is not None
                assert past.end.seq == held.entry
                then = canonical(past.session, held.shown is not None)
                for kind, lines in held.records.items():
                    assert then[kind] == lines, f"{kind} as of {as_of}"
                if held.shown is not None:
                    assert seen(past.session) == held.shown, f"lists as of {as_of}"
        return len(self.held)

    def pick(self, table: Any, nth: int) -> int:
        """Return the number of some row of a table; 0, which none has, when it is empty."""
        with reading(self.engine) as session:
            count = session.exec(select(func.count()).select_from(table)).one()
            if not count:
                return 0
            query = select(table.id).order_by(table.id).offset(nth % count).limit(1)
            return int(session.exec(query).one())
