"""What a speaker said is found by a name or a part of one, the likest first."""

import itertools
import random
from collections.abc import Sequence

import pytest
from sqlmodel import select

from tests.builders import captured
from tests.store.stored import person, statement, store, store_words
from tracker import identity, match
from tracker.model import AgentKind, Hop, HopRole
from tracker.store import candidates, said_by
from tracker.store.engine import Engine
from tracker.store.said_by import find_said_by, keys_meant
from tracker.store.session import reading
from tracker.store.tables import AgentRow, ClaimRow

ASKED = "the red ferry is closed"


def found(engine: Engine, names: Sequence[str], limit: int = 50, asked: str = ASKED) -> list[str]:
    with reading(engine) as session:
        texts = dict(session.exec(select(ClaimRow.id, ClaimRow.text)).all())
        ids = find_said_by(session, names, match.keys(asked), limit)
    return [texts[claim_id] for claim_id in ids]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A database of what four people say, two of them of one surname."""
    store_words(engine, "the ferry is late", person("Ilze Ozola"))
    store_words(engine, "the red ferry is slow", person("Ilze Ozola", "Ozola"))
    store_words(engine, "the ferry is a red one", person("Marta Ozola"))
    store_words(engine, "the ferry sank", person("Ozola-Berg"))
    store_words(engine, "the red bridge is closed", person("Jo Berg"))
    store_words(engine, "the old bridge is closed", person("Jo Berg"))
    return engine


ILZE = ["the red ferry is slow", "the ferry is late"]
MARTA = "the ferry is a red one"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Ilze Ozola"], ILZE, id="a full name"),
        pytest.param(["ILZE OZOLA"], ILZE, id="another spelling"),
        pytest.param(["Marta Ozola"], [MARTA], id="a full name of which a part is another's"),
        pytest.param(["Ozola"], [ILZE[0], MARTA, ILZE[1], "the ferry sank"], id="a surname"),
        pytest.param(["Ilze"], ILZE, id="a given name"),
        pytest.param(
            ["Berg Jo"], ["the red bridge is closed", "the old bridge is closed"], id="round"
        ),
        pytest.param(["Ozol"], [], id="a part of a word"),
        pytest.param(["Oz%"], [], id="a sign that searches take for any"),
        pytest.param(["_erg"], [], id="a sign that searches take for one"),
        pytest.param(["Vera Lind"], [], id="nobody"),
        pytest.param([""], [], id="no name"),
        pytest.param([], [], id="no names"),
    ],
)
def test_a_speaker_is_meant_by_a_name(
    filled: Engine, names: list[str], expected: list[str]
) -> None:
    assert found(filled, names) == expected


def test_a_name_means_whoever_has_it(filled: Engine) -> None:
    with reading(filled) as session:
        assert keys_meant(session, "Ozola") == ["ozola", "ilze ozola", "marta ozola", "ozola berg"]
        assert keys_meant(session, "Jo Berg") == ["jo berg"]
        assert keys_meant(session, "Vera") == []


def test_a_part_of_a_name_is_taken_for_so_many(
    filled: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said_by, "NAMES", 1)
    with reading(filled) as session:
        assert keys_meant(session, "Ozola") == ["ozola", "ilze ozola"]


SAID = tuple(
    f"the {' '.join(words)} is late"
    for words in itertools.product(("red", "old"), ("ferry", "bridge"), ("north", "harbour"))
)
"""What one speaker said, on no day that is known."""


@pytest.mark.parametrize("read", [3, 1_000], ids=["more than are read", "all read"])
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_found_does_not_depend_on_the_order_of_adding(
    engine: Engine, seed: int, read: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said_by, "READ", read)
    for words in random.Random(seed).sample(SAID, len(SAID)):
        store_words(engine, words, person("Ilze Ozola"))
        store_words(engine, f"{words} again", person("Jo Berg"))
    with reading(engine) as session:
        uids = {row.text: row.uid for row in session.exec(select(ClaimRow))}
    best = sorted((text for text in SAID if "red ferry" in text), key=uids.__getitem__)
    assert found(engine, ["Ozola"], limit=2) == best


def test_words_that_many_claims_have_tell_what_a_speaker_of_few_said(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "COMMON", 2)
    for words in SAID:
        store_words(engine, words, person("Jo Berg"))
    store_words(engine, "a bridge", person("Ilze Ozola"))
    assert found(engine, ["Ozola"], asked="the old bridge") == ["a bridge"]
    monkeypatch.setattr(said_by, "READ", 0)
    assert found(engine, ["Ozola"], asked="the old bridge") == [], "not looked up for many"


def test_no_more_claims_are_looked_at_than_may_be(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said_by, "READ", 3)
    monkeypatch.setattr(candidates, "WORK", 4)
    for words in SAID:
        store_words(engine, words, person("Ilze Ozola"))
    assert len(found(engine, ["Ozola"], asked="red ferry, old bridge")) <= 4


BOTH = ("Ilze Ozola", "Jo Berg")


def store_together(engine: Engine, words: str, *others: Hop) -> None:
    """Store an article of one statement that two people make together."""
    hops = tuple(Hop(0, name, HopRole.SPEAKER, AgentKind.PERSON) for name in BOTH)
    agents = [person(name) for name in BOTH] + [person(hop.agent) for hop in others]
    said = statement((0, len(words)), chain=(*hops, *others), speaker_reason="joint speakers")
    store(engine, captured(words), [said], agents)


@pytest.fixture
def joint(filled: Engine) -> Engine:
    """The same database, with what two of the people say together through a third."""
    relay = Hop(1, "Marta Ozola", HopRole.RELAY, AgentKind.PERSON)
    store_together(filled, TOGETHER, relay)
    return filled


TOGETHER = "the red ferry will be sold"


@pytest.mark.parametrize(
    ("names", "is_found"),
    [
        pytest.param(["Ilze Ozola"], True, id="one"),
        pytest.param(["Jo Berg"], True, id="the other"),
        pytest.param(["Berg"], True, id="by a surname"),
        pytest.param(["Marta Ozola"], False, id="who carried it on"),
        pytest.param(["Vera Lind"], False, id="nobody"),
    ],
)
@pytest.mark.parametrize(
    ("read", "chains"), [(1_000, 2_000), (1_000, 0), (0, 0)], ids=["few", "in many chains", "many"]
)
def test_what_is_said_together_is_said_by_each(
    joint: Engine,
    names: list[str],
    is_found: bool,
    read: int,
    chains: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(said_by, "READ", read)
    monkeypatch.setattr(said_by, "CHAINS", chains)
    assert (TOGETHER in found(joint, names)) is is_found


def test_the_likest_comes_first_alone_or_together(joint: Engine) -> None:
    store_together(joint, "the red ferry is closed again")
    assert found(joint, ["Ilze Ozola"], limit=3)[0] == "the red ferry is closed again"


def test_an_agent_that_is_one_with_another_says_it_too(joint: Engine) -> None:
    store_words(joint, "the ferry is full", person("Ilze Ozola-Lind"))
    with reading(joint) as session:
        ids = {row.name: row.id for row in session.exec(select(AgentRow))}
    why = ("she married", "vera")
    identity.merge(joint, ids["Ilze Ozola-Lind"], ids["Ilze Ozola"], *why)
    assert TOGETHER in found(joint, ["Ilze Ozola-Lind"])
