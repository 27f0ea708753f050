"""A desk's days as a state machine: what it does in any order.

Every act but redaction, which takes words out of every past instant too.
"""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from benchmarks.torture.desk import Desk
from tracker import (
    correction,
    gazetteer,
    identity,
    notices,
    pipeline,
    recording,
    review,
    undo,
    withdrawal,
)
from tracker.correction import Correction
from tracker.gazetteer import Edit
from tracker.model import Article, Capture, Kind, NoticeKind, PlacePrecision, Published, Verdict
from tracker.notices import About, Said
from tracker.pipeline import Reader
from tracker.recording import Entry
from tracker.store.engine import Engine
from tracker.store.places import Known
from tracker.store.tables import (
    AgentRow,
    ArticleRow,
    ClaimRow,
    LinkRow,
    NoticeRow,
    OccurrenceRow,
    PlaceRow,
    RelationRow,
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

    @rule(nth=number, of=number, kind=any_of(list(NoticeKind)), about=any_of(("claim_id", "all")))
    def tell_notice(self, nth: int, of: int, kind: NoticeKind, about: str) -> None:
        """Record what an outlet says of an article, or of a claim in it."""
        article, claim = self.desk.pick(ArticleRow, nth), self.desk.pick(ClaimRow, of)
        subject = About() if about == "all" else About(claim_id=claim)
        said = Said(kind, "The harbour opens on Thursday.", "2024-05-03")
        self.desk.act(lambda: notices.record(self.desk.engine, article, said, subject, "vera"))

    @rule(nth=number, of=number)
    def take_notice_back(self, nth: int, of: int) -> None:
        """Take a notice back."""
        article, name = self.desk.pick(ArticleRow, of), f"N{self.desk.pick(NoticeRow, nth)}"
        self.desk.act(lambda: notices.withdraw(self.desk.engine, article, name, "no", "vera"))

    @rule(nth=number, word=any_of(("withdraw", "restore")))
    def set_aside(self, nth: int, word: str) -> None:
        """Withdraw an article, or put it back."""
        article, says = self.desk.pick(ArticleRow, nth), getattr(withdrawal, word)
        self.desk.act(lambda: says(self.desk.engine, article, "not news", "vera"))

    @rule(back=number, user=any_of(USERS))
    def undo(self, back: int, user: str) -> None:
        """Undo one of the newest entries of the ledger."""
        entry = self.desk.held[-1].entry - back
        self.desk.act(lambda: undo.undo(self.desk.engine, entry, "not so", user))
