"""A desk's days as a state machine: what it does in any order, and what it had after each act.

The model is the export, kept as it was after every act under a clock that the machine
sets: it knows nothing of the ledger or of how the past is rebuilt.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlmodel import Session, func, select

from tracker import correction, gazetteer, identity, match, pipeline, recording, review
from tracker.correction import Correction
from tracker.errors import TrackerError
from tracker.exchange import jsonl
from tracker.gazetteer import Edit
from tracker.model import Article, Capture, Kind, Place, PlacePrecision, Published, Verdict
from tracker.pipeline import Reader
from tracker.recording import Entry
from tracker.store import dump, ledger, places, search
from tracker.store import session as store_session
from tracker.store.engine import Engine
from tracker.store.past import Asked, reading_past
from tracker.store.places import Known
from tracker.store.search import Filter
from tracker.store.session import reading, writing
from tracker.store.tables import (
    AgentRow,
    ArticleRow,
    ClaimRow,
    LinkRow,
    OccurrenceRow,
    PlaceRow,
    RelationRow,
)
from tracker.views.article import article_shape
from tracker.views.claim import claim_rows

State = dict[str, list[str]]

START = datetime(2024, 5, 1, 8, tzinfo=UTC)

SHIPPED = (
    Place("Velmara", PlacePrecision.COUNTRY),
    Place("Ostrel", PlacePrecision.CITY, "Velmara", ("Ostrela",)),
)

TEXTS = (
    "The harbour of Ostrel will stay shut until Friday, Mayor Jana Kolar said.\n\n"
    "“Nobody was prepared for a storm of this strength,” Kolar told reporters.",
    "Jana Kolar, the mayor, said on Tuesday that the harbour of Ostrel will stay shut until "
    "Friday.\n\nTwelve people were injured in the storm, the coastguard said.",
    "“Nobody was prepared for a storm of this strength,” J. Kolar said.\n\n"
    "The coastguard said nineteen people were injured in the storm.",
    "Minister Emil Sorokin said the repairs would cost 40 million crowns.\n\n"
    "According to the coastguard, twelve people were injured in the storm.",
    "The repairs would cost 60 million crowns, Emil Sorokin, the minister, told Sample Radio.\n\n"
    "Kolar denied that the harbour of Ostrel would stay shut until Friday.",
)
OUTLETS = ("Sample Wire", "sample wire", "Sample Daily", None)
DAYS = ("2024-04-30", "2024-05-01", "2024-05-02T06:00:00+00:00", "2024-06-01", None)
USERS = ("vera", "ivo")
PEOPLE = ("Jana Kolar", "J. Kolar", "Emil Sorokin", "")

any_of = st.sampled_from
number = st.integers(min_value=0, max_value=30)


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


def capture(text: str, outlet: str | None, published: str | None, url: str | None) -> Capture:
    """Return a plain text as if it had been captured."""
    article = Article(
        text=text,
        url=url,
        outlet=outlet,
        published=Published.parse(published) if published else None,
    )
    return Capture(
        body=text.encode(),
        media_type="text/plain",
        encoding="utf-8",
        encoding_from="utf-8",
        extractor="plain",
        extractor_version="1",
        article=article,
    )


class DeskMachine(RuleBasedStateMachine):
    """Acts of a desk in any order. A subclass says on which engine, and when to check."""

    desk: Desk
    new_engine: Callable[[], Engine]
    """Returns an engine on an empty, migrated database."""

    @initialize(index=any_of(range(len(TEXTS))))
    def start(self, index: int) -> None:
        """Open a database with two articles, so that most acts have something to act on."""
        self.desk = Desk(self.new_engine())
        self.desk.open()
        self.add(index, OUTLETS[0], DAYS[1], None)
        self.add((index + 1) % len(TEXTS), OUTLETS[2], DAYS[0], None)

    @rule(
        index=any_of(range(len(TEXTS))),
        outlet=any_of(OUTLETS),
        day=any_of(DAYS),
        address=any_of((None, "https://news.example/1")),
    )
    def add(self, index: int, outlet: str | None, day: str | None, address: str | None) -> None:
        """Add an article; at the one address a later text is a new version."""
        made = capture(TEXTS[index], outlet, day, address)
        reader = Reader(gazetteer.of_database(self.desk.engine))
        self.desk.act(lambda: pipeline.add(self.desk.engine, made, "desk", reader))

    @rule(speaker=any_of(PEOPLE), index=any_of((0, 1)), day=any_of(DAYS))
    def record(self, speaker: str, index: int, day: str | None) -> None:
        """Record a claim by hand."""
        words = ("the harbour of Ostrel will stay shut", "nobody was prepared for the storm")
        entry = Entry(words[index], speaker=speaker or None, published_at=day)
        self.desk.act(lambda: recording.record(self.desk.engine, entry, "desk"))

    @rule(letter=any_of("LRS"), nth=number, verdict=any_of(list(Verdict)), user=any_of(USERS))
    def judge(self, letter: str, nth: int, verdict: Verdict, user: str) -> None:
        """Answer on a link, a relation or a proposed speaker."""
        name = self._name(letter, nth)
        self.desk.act(lambda: review.judge(self.desk.engine, name, verdict, "looked", user))

    @rule(letter=any_of("LRS"), nth=number, user=any_of(USERS))
    def withdraw(self, letter: str, nth: int, user: str) -> None:
        """Take an answer back."""
        name = self._name(letter, nth)
        self.desk.act(lambda: review.withdraw(self.desk.engine, name, "not so sure", user))

    def _name(self, letter: str, nth: int) -> str:
        table = {"L": LinkRow, "R": RelationRow, "S": OccurrenceRow}[letter]
        return f"{letter}{self.desk.pick(table, nth)}"

    @rule(
        nth=number,
        change=any_of(
            [
                Correction(speaker="Emil Sorokin"),
                Correction(speaker=""),
                Correction(content=("storm",)),
                Correction(content=("harbour of Ostrel",)),
                Correction(kind=Kind.FACT),
                Correction(cue="said", speaker="Jana Kolar"),
                Correction(reject=True),
                Correction(confirm=True),
            ]
        ),
    )
    def correct(self, nth: int, change: Correction) -> None:
        """Mend a statement."""
        occurrence = self.desk.pick(OccurrenceRow, nth)
        self.desk.act(
            lambda: correction.correct(self.desk.engine, occurrence, change, "misread", "vera")
        )

    @rule(one=number, other=number)
    def merge(self, one: int, other: int) -> None:
        """Say that two claims are one."""
        pair = self.desk.pick(ClaimRow, one), self.desk.pick(ClaimRow, other)
        self.desk.act(lambda: review.merge(self.desk.engine, *pair, "the same", "vera"))

    @rule(nth=number)
    def split(self, nth: int) -> None:
        """Take an occurrence from its claim."""
        occurrence = self.desk.pick(OccurrenceRow, nth)
        self.desk.act(lambda: review.split(self.desk.engine, [occurrence], "another", "vera"))

    @rule(one=number, other=number, word=any_of(("merge", "tell_apart", "take_back")))
    def speak_of_agents(self, one: int, other: int, word: str) -> None:
        """Say of two agents that they are one, or two, or take it back."""
        says = getattr(identity, word)
        pair = self.desk.pick(AgentRow, one), self.desk.pick(AgentRow, other)
        self.desk.act(lambda: says(self.desk.engine, *pair, "asked her", "vera"))

    @rule(nth=number)
    def split_agent(self, nth: int) -> None:
        """Part an agent from the one it was merged into."""
        agent = self.desk.pick(AgentRow, nth)
        self.desk.act(lambda: identity.split(self.desk.engine, agent, "two people", "vera"))

    @rule(name=any_of(("Ostrel", "Lower Quay", "Pier 9")))
    def add_place(self, name: str) -> None:
        """Add a place."""
        place = Known(name, PlacePrecision.CITY, "Velmara", (f"{name} North",))
        self.desk.act(lambda: gazetteer.add(self.desk.engine, place, "went there", "vera"))

    @rule(
        nth=number,
        change=any_of(
            [
                Edit(add_aliases=("the Port",)),
                Edit(drop_aliases=("Ostrela",)),
                Edit(kind="unknown"),
                Edit(within="Lower Velmara"),
                Edit(name="OSTREL"),
            ]
        ),
    )
    def edit_place(self, nth: int, change: Edit) -> None:
        """Say more of a place, also of a shipped one."""
        place = self.desk.pick(PlaceRow, nth)
        self.desk.act(lambda: gazetteer.edit(self.desk.engine, place, change, "map", "vera"))
