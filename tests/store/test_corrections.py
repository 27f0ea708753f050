"""What a person corrects stands beside what the machine had, which is kept inactive."""

import json
from typing import Any

import pytest
from sqlmodel import col, select

from tests.builders import captured
from tests.store.stored import NOON, person, statement, store
from tracker import match
from tracker.model import Agent, AgentKind, Hop, HopRole, Span, Statement
from tracker.store import occurrences
from tracker.store.agents import settle_agents
from tracker.store.articles import added
from tracker.store.candidates import find_candidates
from tracker.store.claims import get_claim, get_occurrence, load_claims
from tracker.store.corrections import (
    correct_spans,
    correct_speaker,
    correct_text,
    corrections_of,
    log_correction,
)
from tracker.store.engine import Engine
from tracker.store.ledger import entries, reason_of
from tracker.store.session import reading, writing
from tracker.store.tables import SelectorRow

TEXT = "The ferry is late, harbour experts told Larus, and the bridge is closed."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FERRY, BRIDGE = at("The ferry is late"), at("the bridge is closed")
EXPERTS = Agent("harbour experts", AgentKind.UNNAMED)
LARUS = Agent("Larus", AgentKind.ORGANIZATION)
TOLD = (
    Hop(0, EXPERTS.name, HopRole.SPEAKER, EXPERTS.kind, at("harbour experts"), at("told")),
    Hop(1, LARUS.name, HopRole.RELAY, LARUS.kind, at("Larus")),
)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """An engine on a database with one statement, occurrence and claim 1."""
    said = statement(
        (FERRY.start, FERRY.end), source=at("harbour experts"), cue=at("told"), chain=TOLD
    )
    store(engine, captured(TEXT), [said], [EXPERTS, LARUS])
    return engine


def point(engine: Engine, part: str, *spans: Span) -> None:
    with writing(engine, "ann", lambda: NOON) as tx:
        correct_spans(tx, get_occurrence(tx.session, 1), part, spans)


def name_speaker(engine: Engine, agent: Agent | None) -> None:
    with writing(engine, "ann", lambda: NOON) as tx:
        row, claim = get_occurrence(tx.session, 1), get_claim(tx.session, 1)
        settled = settle_agents(tx, added(tx.session, 1), [agent] if agent else [])
        names = [agent.name, *agent.aliases] if agent else []
        correct_speaker(tx, row, claim, settled[agent.name] if agent else None, names)


def now(engine: Engine) -> Statement:
    with reading(engine) as session:
        (one,) = occurrences.as_statements(session, occurrences.load(session, [1]))
    return one


def selectors(engine: Engine, part: str) -> list[tuple[str, str, bool]]:
    query = select(SelectorRow).where(SelectorRow.part == part).order_by(col(SelectorRow.id))
    with reading(engine) as session:
        return [(row.exact, row.made_by, row.active) for row in session.exec(query)]


def test_the_machines_words_are_kept_inactive_beside_the_persons(filled: Engine) -> None:
    point(filled, "content", FERRY, BRIDGE)
    assert selectors(filled, "content") == [
        ("The ferry is late", "machine", False),
        ("The ferry is late", "person", True),
        ("the bridge is closed", "person", True),
    ]


def test_a_second_correction_keeps_the_first(filled: Engine) -> None:
    point(filled, "content", BRIDGE)
    point(filled, "content", FERRY)
    assert selectors(filled, "content") == [
        ("The ferry is late", "machine", False),
        ("the bridge is closed", "person", False),
        ("The ferry is late", "person", True),
    ]


def test_words_are_anchored_in_the_text_with_their_context(filled: Engine) -> None:
    point(filled, "source", at("experts"))
    with reading(filled) as session:
        row = session.exec(select(SelectorRow).where(col(SelectorRow.made_by) == "person")).one()
    assert TEXT[row.start : row.end] == row.exact == "experts"
    assert (row.prefix, row.suffix) == (
        "The ferry is late, harbour ",
        " told Larus, and the bridge is c",
    )


@pytest.mark.parametrize(
    ("part", "span"), [("content", BRIDGE), ("source", at("experts"))], ids=["content", "source"]
)
def test_a_correction_is_what_the_statement_has_and_all_it_changes(
    filled: Engine, part: str, span: Span
) -> None:
    before = now(filled)
    point(filled, part, span)
    after = now(filled)
    expected = {
        "content": (span,) if part == "content" else before.content,
        "source": span if part == "source" else before.source,
    }
    assert {"content": after.content, "source": after.source} == expected
    assert (after.cue, after.chain, after.speaker) == (before.cue, before.chain, before.speaker)


def test_corrected_words_are_found_and_the_old_ones_are_not(filled: Engine) -> None:
    with writing(filled, "ann", lambda: NOON) as tx:
        words = "the bridge is closed"
        correct_text(tx, get_claim(tx.session, 1), words, match.keys(words))
    with reading(filled) as session:
        assert find_candidates(session, match.keys("ferry late")) == []
        assert find_candidates(session, match.keys("bridge closed")) == [1]
        assert load_claims(session, [1])[1].claim.text == "the bridge is closed"


def hops(engine: Engine) -> list[tuple[int, str, str, bool]]:
    with reading(engine) as session:
        (whole,) = occurrences.load(session, [1])
        return [(hop.position, hop.role, hop.made_by, hop.active) for hop in whole.hops]


MACHINES = [(0, "speaker", "machine", False), (1, "relay", "machine", True)]


def test_another_speaker_takes_the_first_place_in_the_chain(filled: Engine) -> None:
    name_speaker(filled, person("Ilze Ozola", "Ozola"))
    after = now(filled)
    assert after.speaker == "Ilze Ozola"
    assert after.chain == (Hop(0, "Ilze Ozola", HopRole.SPEAKER, AgentKind.PERSON), TOLD[1])
    assert hops(filled) == [*MACHINES, (0, "speaker", "person", True)]
    with reading(filled) as session:
        claim = load_claims(session, [1])[1].claim
    assert (claim.speaker, claim.speaker_names) == ("Ilze Ozola", ("Ilze Ozola", "Ozola"))
    assert claim.unnamed_source is None


def test_a_speaker_can_be_made_unknown(filled: Engine) -> None:
    name_speaker(filled, person("Ilze Ozola"))
    name_speaker(filled, None)
    after = now(filled)
    assert (after.speaker, after.chain) == (None, TOLD[1:])
    assert hops(filled) == [*MACHINES, (0, "speaker", "person", False)]
    with reading(filled) as session:
        claim = load_claims(session, [1])[1].claim
    assert (claim.speaker_names, claim.unnamed_source) == ((), None)


def test_a_correction_leaves_other_statements_alone(filled: Engine) -> None:
    other = statement((BRIDGE.start, BRIDGE.end), chain=TOLD)
    store(filled, captured(TEXT), [other], [EXPERTS, LARUS])
    point(filled, "content", at("bridge"))
    name_speaker(filled, person("Ilze Ozola"))
    with reading(filled) as session:
        (one,) = occurrences.as_statements(session, occurrences.load(session, [2]))
    assert one == other


def log(engine: Engine, before: str | None, after: str | None, reason: str) -> str:
    with writing(engine, "ann", lambda: NOON) as tx:
        row = get_occurrence(tx.session, 1)
        return log_correction(tx, row, "content", before, after, reason).uid


def test_every_correction_is_kept_oldest_first(filled: Engine) -> None:
    """The same one twice in an instant too: each has an identifier of its own."""
    uids = [
        log(filled, "a", "b", "typo"),
        log(filled, "b", None, ""),
        log(filled, "a", "b", "typo"),
    ]
    assert len(set(uids)) == 3
    with reading(filled) as session:
        rows = corrections_of(session, 1)
        assert corrections_of(session, 2) == []
    assert [row.uid for row in rows] == uids
    assert [(row.before, row.after, row.reason, row.user, row.at) for row in rows] == [
        ("a", "b", "typo", "ann", NOON),
        ("b", None, "", "ann", NOON),
        ("a", "b", "typo", "ann", NOON),
    ]


def test_the_ledger_holds_the_correction_and_the_occurrence_with_both_wordings(
    filled: Engine,
) -> None:
    point(filled, "content", BRIDGE)
    log(filled, "The ferry is late", "the bridge is closed", "cut at the wrong comma")
    with reading(filled) as session:
        (after, record), (made, correction), *_ = entries(session)
        assert json.loads(record.value or "") == next(
            iter(occurrences.load_records(session, [1]).values())
        )
    assert [
        (row.action, reason_of(row, v)) for row, v in ((made, correction), (after, record))
    ] == [
        ("correction.made", "cut at the wrong comma"),
        ("occurrence.corrected", "cut at the wrong comma"),
    ]
    assert json.loads(correction.value or "")["after"] == "the bridge is closed"
    assert content_of(json.loads(record.value or "")) == [
        ("The ferry is late", "machine", False),
        ("the bridge is closed", "person", True),
    ]


def content_of(record: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [
        (one["exact"], one["made_by"], one["active"])
        for one in record["selectors"]
        if one["part"] == "content"
    ]
