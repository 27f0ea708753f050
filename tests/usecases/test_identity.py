"""Agents that people say are one: what reading, searching and linking make of it."""

from pathlib import Path

import pytest
from sqlmodel import select

from tests.builders import captured
from tests.store.stored import NOON, person, statement, store
from tracker import audit, identity, linking
from tracker.errors import BadInput, Conflict, NotFound
from tracker.exchange import jsonl
from tracker.model import (
    Agent,
    AgentKind,
    Event,
    EventType,
    Hop,
    HopRole,
    Participant,
    Role,
)
from tracker.store import occurrences
from tracker.store.agents import list_agents
from tracker.store.candidates import find_by_speaker
from tracker.store.claims import load_claims
from tracker.store.engine import Engine
from tracker.store.identities import told_apart
from tracker.store.ledger import entries
from tracker.store.search import Filter, claims_of_speaker, list_claims
from tracker.store.session import reading, writing
from tracker.store.tables import AgentRow, IdentityRow
from tracker.views.agent import agent_shape

WORDS = "The northern channel will be dredged before the winter storms arrive"
FULL, BARE = person("Alexander Kozlov", "Kozlov"), person("Kozlov")
LATIN, EXPERTS = person("Aleksandr Kozlov"), Agent("experts", AgentKind.UNNAMED)


def add(engine: Engine, outlet: str, published: str, speaker: Agent) -> int:
    """Store an article of one statement, link it, and return its speaker's number."""
    said = statement(
        (0, len(WORDS)),
        speaker=None if speaker is EXPERTS else speaker.name,
        chain=(Hop(0, speaker.name, HopRole.SPEAKER, speaker.kind),),
        event=Event(EventType.SIGNING, participants=(Participant(speaker.name, Role.ACTOR),)),
    )
    (row,) = store(engine, captured(WORDS, outlet=outlet, published=published), [said], [speaker])
    with writing(engine, "vera", lambda: NOON) as tx:
        linking.link_claims(tx, [row.claim_id])
        (hop,) = occurrences.load(tx.session, [row.id])[0].hops
        return hop.agent_id


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Claims 1, 2 and 3, of one wording, of agents 1 (full), 2 (bare) and 3 (in other letters)."""
    speakers = [
        add(engine, f"Outlet {number}", f"2024-05-0{number}", speaker)
        for number, speaker in enumerate((FULL, BARE, LATIN), 1)
    ]
    assert speakers == [1, 2, 3]
    return engine


def merge(engine: Engine, agent: int, into: int, user: str = "ann") -> None:
    identity.merge(engine, agent, into, f"{agent} is {into}", user)


def split(engine: Engine, agent: int) -> int:
    return identity.split(engine, agent, "looked again", "bo")


def pointers(engine: Engine) -> dict[int, int | None]:
    with reading(engine) as session:
        return dict(session.exec(select(AgentRow.id, AgentRow.same_as_id)).all())


def speakers(engine: Engine) -> list[str | None]:
    with reading(engine) as session:
        wholes = occurrences.load(session, [1, 2, 3])
        found = occurrences.as_statements(session, wholes)
        known = load_claims(session, [1, 2, 3])
    for one, stored in zip(found, known.values(), strict=True):
        assert one.chain[0].agent == one.speaker == stored.claim.speaker
        assert one.event is not None
        assert one.event.actor == one.speaker
    return [one.speaker for one in found]


def parts(engine: Engine) -> list[int | None]:
    with reading(engine) as session:
        return [stored.part_of for stored in load_claims(session, [1, 2, 3]).values()]


APART = {1: None, 2: None, 3: None}


def test_nothing_is_one_by_itself(filled: Engine) -> None:
    assert pointers(filled) == APART
    assert speakers(filled) == ["Alexander Kozlov", "Kozlov", "Aleksandr Kozlov"]


def test_reading_goes_through_a_merge_and_back(filled: Engine) -> None:
    before = speakers(filled), parts(filled)
    merge(filled, 2, 1)
    assert pointers(filled) == {1: None, 2: 1, 3: None}
    assert speakers(filled) == ["Alexander Kozlov", "Alexander Kozlov", "Aleksandr Kozlov"]
    assert split(filled, 2) == 1
    assert pointers(filled) == APART
    assert (speakers(filled), parts(filled)) == before
    assert audit.verify(filled)[1] == []


def test_what_they_said_is_linked_anew_both_times(filled: Engine) -> None:
    assert parts(filled)[2] is None
    merge(filled, 3, 1)
    assert parts(filled)[2] == 1
    split(filled, 3)
    assert parts(filled)[2] is None


def test_all_names_of_all_find_it(filled: Engine) -> None:
    merge(filled, 3, 1)
    split(filled, 3)
    merge(filled, 3, 1)
    for name in ("aleksandr kozlov", "Alexander Kozlov"):
        with reading(filled) as session:
            stored = load_claims(session, [1, 3])
            since, until = stored[1].claim.published, stored[3].claim.published
            assert since is not None
            assert until is not None
            assert find_by_speaker(session, [name], since.start, until.end, 9) == [1, 3]
            assert list_claims(session, Filter(speaker=name), 9) == [1]
            assert [one.claim.speaker_names for one in stored.values()] == [
                ("Aleksandr Kozlov", "Alexander Kozlov", "Kozlov")
            ] * 2
            assert claims_of_speaker(session, 1, 9) == claims_of_speaker(session, 3, 9) == [3, 1]
    with reading(filled) as session:
        assert [row.id for row in list_agents(session, 9)] == [1, 2]


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        pytest.param([(2, 3), (3, 1)], {1: None, 2: 1, 3: 1}, id="a chain"),
        pytest.param([(3, 1), (2, 3)], {1: None, 2: 1, 3: 1}, id="into a part"),
        pytest.param([(2, 3), (3, 1), 3], {1: None, 2: 3, 3: None}, id="a chain parted"),
        pytest.param([(2, 3), (3, 1), 2], {1: None, 2: None, 3: 1}, id="its end parted"),
        pytest.param([(2, 1), 2, (1, 2)], {1: 2, 2: None, 3: None}, id="the other way round"),
        pytest.param([(2, 1), 2, (2, 1)], {1: None, 2: 1, 3: None}, id="again"),
    ],
)
def test_steps(filled: Engine, steps: list[tuple[int, int] | int], left: dict[int, int]) -> None:
    for step in steps:
        if isinstance(step, int):
            split(filled, step)
        else:
            merge(filled, *step)
    assert pointers(filled) == left
    assert audit.verify(filled)[1] == []


def test_a_merge_that_makes_no_sense_is_refused(filled: Engine) -> None:
    unnamed = add(filled, "Outlet 4", "2024-05-04", EXPERTS)
    merge(filled, 2, 1)
    for agent, into, error, says in (
        (2, 2, BadInput, "is itself"),
        (2, 3, Conflict, "part of agent 1 already"),
        (1, 2, Conflict, "agent 2 is part of agent 1 already"),
        (9, 1, NotFound, "no agent 9"),
        (unnamed, 1, BadInput, "nobody named"),
        (1, unnamed, BadInput, "nobody named"),
    ):
        with pytest.raises(error, match=says):
            merge(filled, agent, into)
    with pytest.raises(NotFound, match="agent 3 was merged into no other"):
        split(filled, 3)
    with pytest.raises(Conflict, match="are merged"):
        identity.tell_apart(filled, 1, 2, "x", "ann")
    assert pointers(filled) == {**APART, 2: 1, unnamed: None}


def test_every_word_is_kept_with_who_and_why(filled: Engine) -> None:
    merge(filled, 2, 1)
    split(filled, 2)
    identity.tell_apart(filled, 2, 1, "another Kozlov", "cy")
    with reading(filled) as session:
        rows = session.exec(select(IdentityRow).order_by("id")).all()
        logged = entries(session, kind="agent_identity")
        assert told_apart(session) == {frozenset((1, 2))}
    assert [(row.same, row.user, row.reason) for row in rows] == [
        (True, "ann", "2 is 1"),
        (None, "bo", "looked again"),
        (False, "cy", "another Kozlov"),
    ]
    assert [row.action for row, _ in logged] == [
        "agents.told_apart",
        "agents.parted",
        "agents.merged",
    ]


def test_a_later_merge_overrules_that_they_are_two(filled: Engine) -> None:
    identity.tell_apart(filled, 2, 1, "another Kozlov", "cy")
    merge(filled, 2, 1)
    assert pointers(filled)[2] == 1
    with reading(filled) as session:
        assert told_apart(session) == set()


def test_an_agent_is_shown_whole(filled: Engine) -> None:
    merge(filled, 2, 1)
    identity.tell_apart(filled, 1, 3, "a cousin", "cy")
    with reading(filled) as session:
        shape = agent_shape(session, 2, 9)
    assert (shape["agent_id"], shape["asked_for"]) == (1, 2)
    assert shape["names"] == ["Alexander Kozlov", "Kozlov"]
    assert shape["hops"] == {"speaker": 2}
    assert [claim["claim_id"] for claim in shape["claims"]] == [2, 1]
    (merged,), (distinct,) = shape["merged"], shape["distinct"]
    assert (merged["agent_id"], merged["other_id"], merged["user"]) == (2, 1, "ann")
    assert (distinct["other_name"], distinct["reason"]) == ("Aleksandr Kozlov", "a cousin")


def test_what_people_said_is_exported_and_restored(
    filled: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    def quiet(kind: str, count: int) -> None:
        """Pass over what is told of the progress."""

    merge(filled, 2, 3)
    merge(filled, 3, 1)
    split(filled, 3)
    merge(filled, 3, 1, "cy")
    shown = speakers(filled), parts(filled)
    jsonl.export(filled, tmp_path / "one", quiet, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "ann", quiet)
    jsonl.export(second_sqlite_engine, tmp_path / "two", quiet, [])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    with reading(second_sqlite_engine) as session:
        names = [row.name for row in list_agents(session, 9)]
    assert names == ["Alexander Kozlov"]
    assert shown[0] == ["Alexander Kozlov"] * 3
    assert audit.verify(second_sqlite_engine)[1] == []
