"""Who says a claim together: one question for many claims, and no scan to find them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from tests.builders import captured
from tests.store.stored import person, statement, store
from tracker.model import Agent, AgentKind, Hop, HopRole, Joint, Statement
from tracker.store import joint, occurrences, search, timeline
from tracker.store.engine import Engine
from tracker.store.search import Filter
from tracker.store.session import reading
from tracker.views.claim import claim_rows

ADA, BO, OFFICIALS = person("Ada Lind"), person("Bo Ek"), Agent("officials", AgentKind.UNNAMED)
POST = Agent("Harbour Post", AgentKind.ORGANIZATION)

CASES: dict[str, tuple[list[tuple[Agent, HopRole]], str, Joint]] = {
    "two": ([(ADA, HopRole.SPEAKER), (BO, HopRole.SPEAKER)], "joint", Joint((ADA.name, BO.name))),
    "in their order": (
        [(BO, HopRole.SPEAKER), (ADA, HopRole.SPEAKER)],
        "joint",
        Joint((BO.name, ADA.name)),
    ),
    "one, and somebody": (
        [(ADA, HopRole.SPEAKER)],
        "unsure: joint source with an unknown name",
        Joint((ADA.name,), others=True),
    ),
    "relays say nothing": ([(ADA, HopRole.RELAY), (BO, HopRole.RELAY)], "no source", Joint()),
    "nobody named it": ([(OFFICIALS, HopRole.SPEAKER)], "unnamed source", Joint()),
    "nobody": ([(POST, HopRole.OUTLET)], "unsure: two candidates", Joint()),
}


def said(hops: list[tuple[Agent, HopRole]], reason: str, place: int) -> Statement:
    chain = (
        Hop(0 if role is HopRole.SPEAKER else 1, agent.name, role, agent.kind)
        for agent, role in hops
    )
    return statement((place, place + 1), chain=tuple(chain), speaker_reason=reason)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A claim for each case, numbered from 1, and one that Ada alone says."""
    statements = [said(hops, why, at) for at, (hops, why, _) in enumerate(CASES.values())]
    alone = statement(
        (20, 21), speaker=ADA.name, chain=(Hop(0, ADA.name, HopRole.SPEAKER, ADA.kind),)
    )
    store(engine, captured("word" * 10), [*statements, alone], [ADA, BO, OFFICIALS, POST])
    return engine


def test_of_many_claims_at_once(filled: Engine) -> None:
    every = range(1, len(CASES) + 2)
    with reading(filled) as session:
        found = joint.speakers(session, every)
        wholes = occurrences.load(session, every)
        statements = occurrences.as_statements(session, wholes)
    wanted = {at: case[2] for at, case in enumerate(CASES.values(), 1) if case[2] != Joint()}
    assert found == wanted
    # A statement that was read back says the same of itself.
    assert {w.claim.id: s.joint for w, s in zip(wholes, statements, strict=True)} == {
        at: found.get(at, Joint()) for at in every
    }


@contextmanager
def asked(engine: Engine) -> Iterator[list[tuple[str, object]]]:
    """Collect the queries that are made."""
    seen: list[tuple[str, object]] = []

    def note(_c: object, _k: object, query: str, values: object, *_: object) -> None:
        seen.append((query, values))

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_a_list_asks_once_for_all_of_them(filled: Engine) -> None:
    counts = []
    for ids in ([1], [1, 2, 3], [7]):
        with reading(filled) as session, asked(filled) as seen:
            claim_rows(session, ids)
            counts.append(len([query for query, _ in seen if "attribution" in query]))
    assert counts == [1, 1, 0]


def test_the_agents_that_say_something(filled: Engine) -> None:
    with reading(filled) as session:
        named = {
            agent.name: [row.name for row in timeline.speakers_named(session, agent.name, 5)]
            for agent in (ADA, BO, OFFICIALS, POST)
        }
        found = {
            name: search.list_claims(session, Filter(speaker=name), 10)
            for name in (ADA.name, BO.name, OFFICIALS.name, POST.name)
        }
    assert named == {"Ada Lind": ["Ada Lind"], "Bo Ek": ["Bo Ek"], "officials": [], POST.name: []}
    assert found == {"Ada Lind": [1, 2, 3, 7], "Bo Ek": [1, 2], "officials": [], POST.name: []}


def test_no_claim_is_looked_at_that_is_not_the_speakers(sqlite_engine: Engine) -> None:
    store(sqlite_engine, captured("word"), [said(*CASES["two"][:2], 0)], [ADA, BO])
    wanted = Filter(speaker=ADA.name)
    with reading(sqlite_engine) as session, asked(sqlite_engine) as seen:
        search.list_claims(session, wanted, 10)
        search.search_claims(session, [], wanted, 10)
        search.count_of_speaker(session, 1)
        timeline.page(session, timeline.Selection(speakers=[1, 2]), 10)
        timeline.speakers_named(session, ADA.name, 5)
        queries = [(query, values) for query, values in seen if "attribution" in query]
        plans = [
            step[3]
            for query, values in queries
            for step in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        ]
    assert len(queries) == 5
    assert any("ix_attribution_agent_id" in step for step in plans)
    assert [step for step in plans if step.startswith("SCAN")] == []
