"""Which agents are proposed to be one, in what order, and which are not."""

import pytest

from tests.store.test_agents import BODY, PERSON, settle
from tracker import identity
from tracker.model import Agent, AgentKind, Occupancy
from tracker.store.engine import Engine
from tracker.store.session import reading
from tracker.views.proposals import BEARERS, proposal_shape, proposals

MAYOR = Occupancy("mayor", "Larvik")


def person(name: str, *positions: Occupancy) -> Agent:
    return Agent(name, PERSON, (), positions)


def pairs(engine: Engine) -> list[tuple[str, str]]:
    with reading(engine) as session:
        return [(p.agent.name, p.into.name) for p in proposals(session)]


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        pytest.param(person("Ilze Ozola"), person("Ozola"), True, id="a bare surname"),
        pytest.param(person("Kim Jong Un"), person("Kim"), True, id="a surname in front"),
        pytest.param(person("Ilze Ozola"), person("Berg"), False, id="another surname"),
        pytest.param(person("Ozola"), person("Ozola"), False, id="two bare ones"),
        pytest.param(person("Kim Jong Un"), person("Kim Jong Eun"), True, id="one letter"),
        pytest.param(person("Kim Jong Un"), person("Kim Jongun"), True, id="parted otherwise"),
        pytest.param(person("Kim Jong Un"), person("Kim Jong Il"), False, id="a short other word"),
        pytest.param(person("Sergei Lavrin"), person("Sergey Lavrin"), True, id="transliterated"),
        pytest.param(person("Ada Lind"), person("Ida Lind"), False, id="another given name"),
        pytest.param(person("Ada Lind"), person("Ada Maria Lind"), True, id="a middle name"),
        pytest.param(person("Ada Lind"), person("Bo Ek"), False, id="nothing alike"),
        pytest.param(
            Agent("Ministry of Defence", BODY), Agent("Ministry of Defense", BODY), True, id="body"
        ),
        pytest.param(
            Agent("Port Office", AgentKind.GROUP), Agent("Port Ofice", BODY), False, id="two kinds"
        ),
        pytest.param(
            Agent("two experts", AgentKind.UNNAMED),
            Agent("two expert", AgentKind.UNNAMED),
            False,
            id="unnamed",
        ),
        pytest.param(
            person("Aleksandar Kozlow", MAYOR),
            person("Alexander Kozlov", MAYOR),
            True,
            id="position",
        ),
        pytest.param(
            person("Aleksandar Kozlow"), person("Alexander Kozlov"), False, id="no position"
        ),
    ],
)
def test_two_agents(engine: Engine, one: Agent, other: Agent, proposed: bool) -> None:
    settle(engine, "Monday", one)
    settle(engine, "Tuesday", other)
    assert bool(pairs(engine)) is proposed


def test_a_bare_name_is_proposed_for_the_full_one(engine: Engine) -> None:
    (bare,) = settle(engine, "Monday", person("Ozola", MAYOR))
    (full,) = settle(engine, "Tuesday", person("Ilze Ozola", MAYOR))
    settle(engine, "Wednesday", person("Ozola"))
    with reading(engine) as session:
        first, second = map(proposal_shape, proposals(session))
    assert first == {
        "agent_id": bare,
        "name": "Ozola",
        "kind": "person",
        "article_id": 1,
        "into_id": full,
        "into_name": "Ilze Ozola",
        "into_kind": "person",
        "score": 0.9,
        "reason": "the only one of that name; both are called mayor of larvik",
    }
    assert (second["article_id"], second["score"]) == (3, 0.6)


def test_of_several_bearers_the_one_of_that_position_comes_first(engine: Engine) -> None:
    settle(engine, "Monday", person("Ozola", MAYOR))
    settle(engine, "Tuesday", person("Marta Ozola"), person("Ilze Ozola", MAYOR))
    assert pairs(engine)[0] == ("Ozola", "Ilze Ozola")
    assert ("Ozola", "Marta Ozola") in pairs(engine)


def test_a_name_that_many_bear_says_nothing(engine: Engine) -> None:
    bearers = [person(f"{first} Ozola") for first in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo")]
    assert len(bearers) == BEARERS + 1
    settle(engine, "Monday", person("Ozola"))
    settle(engine, "Tuesday", *bearers)
    assert pairs(engine) == []


def test_what_people_decided_is_proposed_no_more(engine: Engine) -> None:
    (full,) = settle(engine, "Monday", person("Ilze Ozola"))
    (one,) = settle(engine, "Tuesday", person("Ozola"))
    (other,) = settle(engine, "Wednesday", person("Ozola"))
    identity.merge(engine, one, full, "named so", "ann")
    identity.tell_apart(engine, full, other, "her sister", "ann")
    assert pairs(engine) == []
    identity.split(engine, one, "looked again", "ann")
    assert pairs(engine) == [("Ozola", "Ilze Ozola")]


def test_a_person_and_a_body_of_one_name_are_two_and_proposed(engine: Engine) -> None:
    (body,) = settle(engine, "Monday", Agent("Wilma Lundgren", BODY))
    (chair,) = settle(engine, "Tuesday", person("Wilma Lundgren", Occupancy("chair")))
    assert body != chair
    with reading(engine) as session:
        (shape,) = map(proposal_shape, proposals(session))
    assert (shape["score"], shape["reason"]) == (
        0.3,
        "one name: here person, elsewhere organization",
    )
