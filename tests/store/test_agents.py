"""Who is one agent over all articles, and who only within one."""

from itertools import permutations

import pytest
from sqlmodel import col, select

from tests.builders import captured
from tests.store.stored import NOON
from tracker.errors import NotFound
from tracker.model import Agent, AgentKind, Occupancy
from tracker.store.agents import (
    get_agent,
    list_agents,
    names_of,
    occupancies_of,
    settle_agents,
)
from tracker.store.capturing import add_capture
from tracker.store.engine import Engine
from tracker.store.ledger import head
from tracker.store.places import settle_place
from tracker.store.session import reading, writing
from tracker.store.tables import AgentRow, PlaceRow

PERSON, BODY, GROUP, UNNAMED = (
    AgentKind.PERSON,
    AgentKind.ORGANIZATION,
    AgentKind.GROUP,
    AgentKind.UNNAMED,
)


def settle(engine: Engine, article: str, *agents: Agent) -> list[int]:
    """Settle the agents of an article named by its text; return their ids."""
    with writing(engine, "vera", lambda: NOON) as tx:
        added = add_capture(tx, captured(article))
        settled = settle_agents(tx, added, agents)
        return [settled[agent.name].id for agent in agents]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Agent("Ilze Ozola", PERSON), Agent("Ilze Ozola", PERSON), True, id="full"),
        pytest.param(
            Agent("Jean-Luc Ébert", PERSON), Agent("Jean Luc Ebert", PERSON), True, id="spelling"
        ),
        pytest.param(Agent("Ozola", PERSON), Agent("Ozola", PERSON), False, id="surname alone"),
        pytest.param(Agent("Ozola", PERSON), Agent("Ilze Ozola", PERSON), False, id="short, full"),
        pytest.param(Agent("experts", UNNAMED), Agent("experts", UNNAMED), False, id="unnamed"),
        pytest.param(
            Agent("two senior officials", UNNAMED),
            Agent("two senior officials", UNNAMED),
            False,
            id="unnamed in several words",
        ),
        pytest.param(Agent("Larus", BODY), Agent("Larus", BODY), True, id="a body of one word"),
        pytest.param(Agent("dockers", GROUP), Agent("dockers", GROUP), True, id="a group"),
        pytest.param(
            Agent("Port Office", BODY), Agent("Port Office", PERSON), True, id="kind unclear"
        ),
    ],
)
def test_who_is_one_over_articles(engine: Engine, one: Agent, other: Agent, same: bool) -> None:
    (first,), (second,) = settle(engine, "Monday", one), settle(engine, "Tuesday", other)
    assert (first == second) is same


@pytest.mark.parametrize("agent", [Agent("Ozola", PERSON), Agent("experts", UNNAMED)])
def test_within_an_article_a_name_is_one_agent(engine: Engine, agent: Agent) -> None:
    assert settle(engine, "Monday", agent) == settle(engine, "Monday", agent)


def test_an_agent_of_one_article_is_marked_with_it(engine: Engine) -> None:
    bare, full = settle(engine, "Monday", Agent("Ozola", PERSON), Agent("Jo Berg", PERSON))
    with reading(engine) as session:
        assert get_agent(session, bare).scope.startswith("art-")
        assert get_agent(session, full).scope == ""


def test_aliases_of_all_articles_are_kept(engine: Engine) -> None:
    (one,) = settle(engine, "Monday", Agent("Ilze Ozola", PERSON, ("Ozola",)))
    settle(engine, "Tuesday", Agent("ILZE OZOLA", PERSON, ("Mayor Ozola", "Ozola")))
    with reading(engine) as session:
        assert names_of(session, one) == ["ILZE OZOLA", "Ilze Ozola", "Mayor Ozola", "Ozola"]


def test_a_shared_alias_does_not_join_two_people(engine: Engine) -> None:
    two = settle(
        engine,
        "Monday",
        Agent("Ilze Ozola", PERSON, ("Ozola",)),
        Agent("Marta Ozola", PERSON, ("Ozola",)),
    )
    assert len(set(two)) == 2


def test_occupancies_name_the_article_that_states_them(engine: Engine) -> None:
    mayor, chair = Occupancy("mayor", "Larvik"), Occupancy("chair")
    (one,) = settle(engine, "Monday", Agent("Jo Berg", PERSON, (), (mayor, chair)))
    settle(engine, "Tuesday", Agent("Jo Berg", PERSON, (), (mayor,)))
    settle(engine, "Wednesday", Agent("Jo Berg", PERSON))
    with reading(engine) as session:
        assert occupancies_of(session, one) == [
            ("chair", "", 1),
            ("mayor", "Larvik", 1),
            ("mayor", "Larvik", 2),
        ]


def test_the_same_agents_again_write_nothing(engine: Engine) -> None:
    agents = [
        Agent("Jo Berg", PERSON, ("Berg",), (Occupancy("mayor", "Larvik"), Occupancy("chair"))),
        Agent("experts", UNNAMED),
    ]
    first = settle(engine, "Monday", *agents)
    with reading(engine) as session:
        before = head(session)
    assert settle(engine, "Monday", *agents) == first
    with reading(engine) as session:
        assert head(session) == before


REPORTS = (
    Agent("port office", PERSON),
    Agent("Port-Office", GROUP),
    Agent("Port Office", BODY),
)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_kind_and_spelling_are_settled_the_same_whatever_the_order(
    engine: Engine, order: tuple[int, ...]
) -> None:
    for number in order:
        settle(engine, f"Article {number}", REPORTS[number])
    with reading(engine) as session:
        (row,) = session.exec(select(AgentRow)).all()
        assert (row.kind, row.name, row.key) == ("organization", "Port Office", "port office")
        assert names_of(session, row.id) == ["Port Office", "Port-Office", "port office"]


@pytest.mark.parametrize(
    ("kinds", "settled"),
    [
        pytest.param((PERSON, GROUP), GROUP, id="person or group"),
        pytest.param((PERSON, BODY), BODY, id="person or organization"),
        pytest.param((GROUP, BODY), BODY, id="group or organization"),
        pytest.param((PERSON, PERSON), PERSON, id="person both times"),
    ],
)
def test_the_more_telling_kind_holds(
    engine: Engine, kinds: tuple[AgentKind, AgentKind], settled: AgentKind
) -> None:
    one, other = kinds
    for name, order in (("Port Office", (one, other)), ("Rescue Coast", (other, one))):
        for kind in order:
            (row,) = settle(engine, f"{name} as {kind}", Agent(name, kind))
        with reading(engine) as session:
            assert get_agent(session, row).kind == settled


@pytest.mark.parametrize("names", [["LARVIK", "Larvik"], ["Larvik", "LARVIK"]], ids=" ".join)
def test_spellings_of_a_place_meet_whatever_the_order(engine: Engine, names: list[str]) -> None:
    with writing(engine, "vera", lambda: NOON) as tx:
        for name in names:
            settle_place(tx, name)
        settle_place(tx, "Lervik")
    with reading(engine) as session:
        places = session.exec(select(PlaceRow.name).order_by(col(PlaceRow.name))).all()
    assert places == ["LARVIK", "Lervik"]


CHAIR = Occupancy("chair")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Agent("Wilma Lund", PERSON, (), (CHAIR,)), BODY, False, id="person first"),
        pytest.param(Agent("Wilma Lund", BODY, (), ()), PERSON, False, id="body first"),
        pytest.param(Agent("Wilma Lund", PERSON, (), (CHAIR,)), GROUP, True, id="a group"),
    ],
)
def test_a_person_with_a_position_is_no_organization(
    engine: Engine, one: Agent, other: AgentKind, same: bool
) -> None:
    rival = Agent("Wilma Lund", other, (), (CHAIR,) if other is PERSON else ())
    (first,), (second,) = settle(engine, "Monday", one), settle(engine, "Tuesday", rival)
    assert (first == second) is same
    assert settle(engine, "Monday", one) == [first]
    assert settle(engine, "Tuesday", rival) == [second]
    if not same:
        with reading(engine) as session:
            assert {get_agent(session, i).kind for i in (first, second)} == {PERSON, BODY}


def test_agents_are_listed_by_folded_name(engine: Engine) -> None:
    settle(engine, "Monday", *[Agent(n, GROUP) for n in ("zebras", "Élan", "crew", "Dockers")])
    with reading(engine) as session:
        assert [row.name for row in list_agents(session, 3)] == ["crew", "Dockers", "Élan"]
        assert [row.name for row in list_agents(session, 3, offset=3)] == ["zebras"]


def test_a_number_of_no_agent_is_said(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(NotFound, match="no agent 7"):
        get_agent(session, 7)
