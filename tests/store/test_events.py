"""Reports of one event share it and keep their own figures; what differs is another event."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from tests.builders import captured
from tests.store.stored import person, statement, store
from tracker.model import (
    Agent,
    AgentKind,
    DateInterval,
    Event,
    EventType,
    Kind,
    Modality,
    Participant,
    PlacePrecision,
    Precision,
    Presence,
    Qualifier,
    Quantity,
    Role,
)
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.naming import Part, uid
from tracker.store.session import reading
from tracker.store.tables import (
    AgentRow,
    EventRow,
    OccurrenceRow,
    ParticipationRow,
    PlaceRow,
    ReportedFactRow,
)

TEXT = "The northern fleet fired missiles from Larvik."
AGENTS = (
    Agent("northern fleet", AgentKind.GROUP),
    person("Ilze Ozola"),
    person("Berg"),
)
SUNDAY = DateInterval(date(2024, 4, 28), date(2024, 4, 28), Precision.DAY, "on Sunday")
APRIL = DateInterval(date(2024, 4, 1), date(2024, 4, 30), Precision.MONTH, "in April")
FAR = Quantity("distance", 650.5, None, "kilometre", Qualifier.AT_LEAST, "over 650.5 km")
SHARED = Event(
    EventType.MISSILE_LAUNCH,
    when=SUNDAY,
    place="Larvik",
    participants=(Participant("northern fleet", Role.ACTOR),),
    modality=Modality.PLANNED,
)


def figure(minimum: float | None, maximum: float | None, printed: str) -> Quantity:
    return Quantity("missiles", minimum, maximum, "missile", Qualifier.ABOUT, printed)


def report(engine: Engine, outlet: str, event: Event) -> OccurrenceRow:
    fact = statement((0, len(TEXT)), kind=Kind.FACT, event=event)
    (row,) = store(engine, captured(TEXT, outlet), [fact], AGENTS)
    return row


def test_rival_figures_of_one_event_stand_side_by_side(engine: Engine) -> None:
    two, three = figure(2, 2, "two missiles"), figure(3, None, "at least three")
    first = report(engine, "Sample Wire", replace(SHARED, quantities=(two,)))
    second = report(engine, "Harbour Post", replace(SHARED, quantities=(three, FAR)))
    with reading(engine) as session:
        (event,) = session.exec(select(EventRow)).all()
        assert len(session.exec(select(ParticipationRow)).all()) == 1
        facts = session.exec(select(ReportedFactRow)).all()
        known = load_claims(session, [first.claim_id, second.claim_id])
    assert {fact.event_id for fact in facts} == {event.id}
    assert sorted((fact.occurrence_id, fact.as_printed) for fact in facts) == [
        (first.id, "two missiles"),
        (second.id, "at least three"),
        (second.id, "over 650.5 km"),
    ]
    assert {fact.as_of for fact in facts} == {date(2024, 5, 2)}
    events = [known[row.claim_id].claim.event for row in (first, second)]
    assert [one.quantities for one in events if one] == [(two,), (FAR, three)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(SHARED, type=EventType.SATELLITE_LAUNCH), id="type"),
        pytest.param(replace(SHARED, modality=Modality.HAPPENED), id="modality"),
        pytest.param(replace(SHARED, when=APRIL), id="days"),
        pytest.param(replace(SHARED, when=None), id="no day"),
        pytest.param(replace(SHARED, place="Moss"), id="place"),
        pytest.param(replace(SHARED, place=None), id="no place"),
        pytest.param(replace(SHARED, participants=()), id="nobody"),
        pytest.param(
            replace(SHARED, participants=(Participant("northern fleet", Role.TARGET),)), id="role"
        ),
        pytest.param(
            replace(SHARED, participants=(Participant("Ilze Ozola", Role.ACTOR),)), id="actor"
        ),
        pytest.param(
            replace(
                SHARED, participants=(Participant("northern fleet", Role.ACTOR, Presence.EXPECTED),)
            ),
            id="presence",
        ),
        pytest.param(replace(SHARED, place_precision=PlacePrecision.SEA), id="kind of place"),
    ],
)
def test_reports_that_differ_are_of_two_events(engine: Engine, other: Event) -> None:
    report(engine, "Sample Wire", SHARED)
    report(engine, "Harbour Post", other)
    with reading(engine) as session:
        assert len(session.exec(select(EventRow)).all()) == 2


def test_a_bare_name_is_somebody_else_in_another_article(engine: Engine) -> None:
    """So what "Berg" did on a day is not joined to what another article's Berg did."""
    by_berg = replace(SHARED, participants=(Participant("Berg", Role.ACTOR),))
    report(engine, "Sample Wire", by_berg)
    report(engine, "Harbour Post", by_berg)
    with reading(engine) as session:
        assert len(session.exec(select(EventRow)).all()) == 2


def test_an_event_keeps_the_identifier_it_had_before_presence_was_stored(engine: Engine) -> None:
    report(engine, "Sample Wire", SHARED)
    with reading(engine) as session:
        (event,) = session.exec(select(EventRow)).all()
        (fleet,) = session.exec(select(AgentRow).where(AgentRow.name == "northern fleet")).all()
        (larvik,) = session.exec(select(PlaceRow)).all()
    days = ["2024-04-28", "2024-04-28", "day", "on Sunday"]
    parts: list[Part] = ["missile_launch", "planned", *days, larvik.uid, [[fleet.uid, "actor"]]]
    assert event.uid == uid("evt", *parts)
