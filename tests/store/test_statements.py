"""Statements come back from the store as they were given, every field of them."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import captured
from tests.store.stored import BY_MACHINE, NOON, person, statement, store
from tracker.model import (
    Act,
    Agent,
    AgentKind,
    DateInterval,
    Event,
    EventType,
    Hop,
    HopRole,
    Kind,
    Modality,
    Participant,
    PlacePrecision,
    Precision,
    Presence,
    Qualifier,
    Quantity,
    Role,
    Selector,
    SourceType,
    Span,
    Statement,
    StatementType,
)
from tracker.store import counts, occurrences
from tracker.store.capturing import add_capture
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.ledger import head
from tracker.store.session import reading, writing
from tracker.store.statements import Batch, Finding, add_batches, add_statements
from tracker.store.tables import OccurrenceRow

TEXT = (
    "“The drill [on Sunday] fired … two missiles,” Ilze Ozola told Larus and the Tide Desk,"
    " the Harbour Post reported, and 👩‍🚀 experts doubt that she said Berg knew."
)
AGENTS = (
    person("Ilze Ozola", "Ozola"),
    person("Berg"),
    Agent("Larus", AgentKind.ORGANIZATION),
    Agent("Tide Desk", AgentKind.ORGANIZATION),
    Agent("Harbour Post", AgentKind.ORGANIZATION),
    Agent("northern fleet", AgentKind.GROUP),
    Agent("experts", AgentKind.UNNAMED),
)
KIND_OF = {agent.name: agent.kind for agent in AGENTS}


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def piece(words: str) -> tuple[int, int]:
    return at(words).start, at(words).end


def hop(position: int, name: str, role: HopRole, cue: str | None = None) -> Hop:
    return Hop(position, name, role, KIND_OF[name], at(name), at(cue) if cue else None)


def back(engine: Engine, rows: Sequence[OccurrenceRow]) -> list[Statement]:
    with reading(engine) as session:
        wholes = occurrences.load(session, [row.id for row in rows])
        return occurrences.as_statements(session, wholes)


SUNDAY = DateInterval(date(2024, 4, 28), date(2024, 4, 28), Precision.DAY, "on Sunday")
APRIL = DateInterval(date(2024, 4, 1), date(2024, 4, 30), Precision.MONTH, "in April")
TWO = Quantity("missiles", 2, 2, "missile", Qualifier.EXACTLY, "two missiles")
FAR = Quantity("distance", 650.5, None, "kilometre", Qualifier.AT_LEAST, "over 650.5 km")
LAUNCH = Event(
    EventType.MISSILE_LAUNCH,
    when=SUNDAY,
    place="Larvik",
    participants=(
        Participant("northern fleet", Role.ACTOR, Presence.ATTENDED),
        Participant("Berg", Role.PARTICIPANT, Presence.DENIED),
        Participant("Ilze Ozola", Role.PARTICIPANT),
    ),
    quantities=(FAR, TWO),
    modality=Modality.PLANNED,
    place_precision=PlacePrecision.CITY,
)
FULL = statement(
    piece("“The drill [on Sunday] fired …"),
    piece("two missiles,”"),
    kind=Kind.FACT,
    type=StatementType.DIRECT,
    act=Act.INTENTION,
    source=at("Ilze Ozola"),
    cue=at("told"),
    speaker="Ilze Ozola",
    speaker_reason="full name",
    speaker_confidence=0.625,
    proposed="Berg",
    chain=(
        replace(
            hop(0, "Ilze Ozola", HopRole.SPEAKER, "told"),
            source_type=SourceType.WITNESS,
            ground="because she was not cleared to speak",
        ),
        hop(1, "Larus", HopRole.RELAY),
        hop(1, "Tide Desk", HopRole.RELAY),
        replace(hop(2, "Harbour Post", HopRole.OUTLET), span=None),
    ),
    said_on=APRIL,
    event=LAUNCH,
    editorial=(at("[on Sunday]"), at("…")),
    confidence=0.8125,
    rule="direct: cue after",
    denied=True,
)


def test_the_full_statement_leaves_no_field_at_its_default() -> None:
    """So that a field added to the model is given here too; `parent` has a test below."""
    bare = statement((0, 1))
    same = {f.name for f in fields(Statement) if getattr(FULL, f.name) == getattr(bare, f.name)}
    assert same == {"parent", "source_confidence"}


NESTED = (
    statement(piece("that she said Berg knew"), cue=at("doubt"), act=Act.BELIEF),
    statement(piece("she said Berg knew"), parent=0, speaker_reason="unsure: two candidates"),
    statement(piece("Berg knew"), parent=1, cue=at("said"), speaker="Berg"),
    statement(piece("knew"), parent=0),
)
STATEMENTS = [
    pytest.param([statement((0, 1))], id="content alone"),
    pytest.param([FULL], id="every field"),
    pytest.param([replace(FULL, event=None, denied=False)], id="no event"),
    pytest.param([replace(FULL, source=None, cue=None, said_on=None)], id="no source"),
    pytest.param([replace(FULL, event=Event(EventType.DISASTER))], id="an event and no more"),
    pytest.param(
        [replace(FULL, speaker=None, chain=(hop(0, "experts", HopRole.SPEAKER),))],
        id="an unnamed speaker",
    ),
    pytest.param(list(NESTED), id="nested"),
    pytest.param(
        [replace(NESTED[0], source=at("experts")), replace(NESTED[0], source=at("Berg"))],
        id="the same words of two sources",
    ),
    pytest.param([NESTED[0], replace(NESTED[0], act=Act.SPEECH)], id="the same words, two acts"),
    pytest.param(
        [statement((0, 5), (9, 12)), statement((0, 5)), statement((0, 5), (9, 13))],
        id="content that shares pieces",
    ),
]


@pytest.mark.parametrize("statements", STATEMENTS)
def test_statements_come_back_equal(engine: Engine, statements: list[Statement]) -> None:
    rows = store(engine, captured(TEXT), statements, AGENTS)
    assert back(engine, rows) == statements


@pytest.mark.parametrize("statements", STATEMENTS)
def test_the_same_statements_again_add_nothing(engine: Engine, statements: list[Statement]) -> None:
    rows = store(engine, captured(TEXT), statements, AGENTS)
    with reading(engine) as session:
        before = head(session), counts.of_records(session)
    assert store(engine, captured(TEXT), statements, AGENTS) == []
    with reading(engine) as session:
        assert (head(session), counts.of_records(session)) == before
    assert back(engine, rows) == statements


def test_only_what_is_new_is_added(engine: Engine) -> None:
    store(engine, captured(TEXT), NESTED[:2], AGENTS)
    new = store(engine, captured(TEXT), NESTED, AGENTS)
    assert [row.ordinal for row in new] == [at("Berg knew").start, at("knew").start]
    with reading(engine) as session:
        ids = occurrences.of_version(session, 1)
        wholes = occurrences.load(session, ids)
        assert occurrences.as_statements(session, wholes) == list(NESTED)


def test_a_parent_that_is_not_asked_for_has_no_index(engine: Engine) -> None:
    rows = store(engine, captured(TEXT), NESTED, AGENTS)
    assert [one.parent for one in back(engine, rows[1:])] == [None, 0, None]


def test_the_occurrence_that_holds_a_statement_is_found(engine: Engine) -> None:
    rows = store(engine, captured(TEXT), NESTED, AGENTS)
    with writing(engine, "vera", lambda: NOON) as tx:
        added = add_capture(tx, captured(TEXT))
        findings = [Finding(one, frozenset({1})) for one in NESTED]
        (again,) = add_batches(tx, [Batch(added, findings, AGENTS)], BY_MACHINE)
    assert [(row.id, is_new) for row, is_new in again] == [(row.id, False) for row in rows]


def test_a_record_says_nothing_of_what_is_not_known(engine: Engine) -> None:
    """So that it is what the ledger holds of statements stored before there was a place for it."""
    bare = replace(
        FULL, speaker_confidence=None, proposed=None, chain=(hop(0, "Berg", HopRole.SPEAKER),)
    )
    rows = store(engine, captured(TEXT), [bare, NESTED[0]], AGENTS)
    with reading(engine) as session:
        records = occurrences.load_records(session, [row.id for row in rows])
    for record in records.values():
        assert record.keys().isdisjoint({"speaker_confidence", "proposed"})
        assert all(h.keys().isdisjoint({"source_type", "ground"}) for h in record["chain"])


def test_every_selector_holds_in_the_text(engine: Engine) -> None:
    rows = store(engine, captured(TEXT), [FULL], AGENTS)
    with reading(engine) as session:
        (whole,) = occurrences.load(session, [row.id for row in rows])
    anchors = [Selector(s.start, s.end, s.exact, s.prefix, s.suffix) for s in whole.selectors]
    assert len(anchors) == 6
    assert anchors == [Selector.at(anchor.span, TEXT) for anchor in anchors]


def test_the_claim_is_what_the_matcher_needs(engine: Engine) -> None:
    finding = Finding(FULL, frozenset({1}), context="The whole sentence.", external_id="case-7")
    with writing(engine, "vera", lambda: NOON) as tx:
        added = add_capture(tx, captured(TEXT))
        (row,) = add_statements(tx, added, [finding], AGENTS, BY_MACHINE)
    with reading(engine) as session:
        claim = load_claims(session, [row.claim_id])[row.claim_id].claim
    assert claim.text == "“The drill [on Sunday] fired … … two missiles,”"
    assert (claim.context, claim.external_id) == ("The whole sentence.", "case-7")
    assert (claim.speaker, claim.speaker_names) == ("Ilze Ozola", ("Ilze Ozola", "Ozola"))
    assert (claim.kind, claim.type, claim.denied) == (Kind.FACT, StatementType.DIRECT, True)
    assert (claim.said_on, claim.event, claim.unnamed_source) == (APRIL, LAUNCH, None)


# Strategies. Agents and places have one spelling each, since the store shows one for all
# articles; participants and figures are in the order that the store gives them.

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
NAMES = st.sampled_from([agent.name for agent in AGENTS])
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span(start, draw(st.integers(start + 1, len(TEXT))))


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    start, end = sorted((draw(DAYS), draw(DAYS)))
    return DateInterval(start, end, draw(st.sampled_from(Precision)), draw(WORDS))


@st.composite
def hops(draw: st.DrawFn) -> Hop:
    name = draw(NAMES)
    where, cue = draw(st.none() | spans()), draw(st.none() | spans())
    role = draw(st.sampled_from(HopRole))
    what = draw(st.none() | st.sampled_from(SourceType))
    ground = draw(st.none() | WORDS)
    return Hop(draw(st.integers(0, 3)), name, role, KIND_OF[name], where, cue, what, ground)


FIGURES = st.builds(
    Quantity,
    property=WORDS,
    minimum=NUMBERS,
    maximum=NUMBERS,
    unit=st.none() | WORDS,
    qualifier=st.sampled_from(Qualifier),
    as_printed=WORDS,
)
EVENTS = st.builds(
    Event,
    type=st.sampled_from(EventType),
    when=st.none() | intervals(),
    place=st.none() | st.sampled_from(["Larvik", "Moss", "通信"]),
    participants=st.sets(
        st.builds(
            Participant,
            agent=NAMES,
            role=st.sampled_from(Role),
            presence=st.none() | st.sampled_from(Presence),
        )
    ).map(lambda found: tuple(sorted(found, key=lambda p: (p.role, p.agent, p.presence or "")))),
    quantities=st.lists(
        FIGURES, max_size=3, unique_by=lambda figure: (figure.property, figure.as_printed)
    ).map(lambda found: tuple(sorted(found, key=lambda f: (f.property, f.as_printed)))),
    modality=st.sampled_from(Modality),
    place_precision=st.none() | st.sampled_from(PlacePrecision),
)
ONE = st.builds(
    Statement,
    kind=st.sampled_from(Kind),
    type=st.sampled_from(StatementType),
    act=st.sampled_from(Act),
    content=st.lists(spans(), min_size=1, max_size=3).map(tuple),
    source=st.none() | spans(),
    cue=st.none() | spans(),
    speaker=st.none() | NAMES,
    speaker_reason=WORDS,
    speaker_confidence=st.none() | st.floats(0, 1),
    proposed=st.none() | NAMES,
    chain=st.lists(hops(), max_size=4).map(lambda c: tuple(sorted(c, key=lambda h: h.position))),
    said_on=st.none() | intervals(),
    event=st.none() | EVENTS,
    editorial=st.lists(spans(), max_size=3).map(tuple),
    confidence=st.floats(0, 1),
    rule=WORDS,
    denied=st.booleans(),
)


@st.composite
def articles(draw: st.DrawFn) -> list[Statement]:
    """Statements as extraction gives them: in text order, parents before what they hold."""
    found = draw(
        st.lists(ONE, min_size=1, max_size=4, unique_by=lambda s: (s.content, s.source, s.act))
    )
    found.sort(key=lambda one: one.content[0].start)
    parents = [draw(st.none() | st.integers(0, i - 1)) if i else None for i in range(len(found))]
    return [replace(one, parent=i) for one, i in zip(found, parents, strict=True)]


def test_any_statements_come_back_equal(engine: Engine) -> None:
    """All examples go into one database: what others hold must not show in them."""
    numbers = count()

    @settings(max_examples=40)
    @given(articles())
    def come_back_equal(statements: list[Statement]) -> None:
        known = captured(TEXT, url=f"https://wire.example/{next(numbers)}")
        rows = store(engine, known, statements, AGENTS)
        assert back(engine, rows) == statements

    come_back_equal()
