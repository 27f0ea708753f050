"""What a speaker said is found by a name or a part of one, the likest first."""

import itertools
import random
from collections.abc import Sequence

import pytest
from sqlmodel import select

from tests.store.stored import person, store_words
from tracker import match
from tracker.store import candidates, said_by
from tracker.store.engine import Engine
from tracker.store.said_by import find_said_by, keys_meant
from tracker.store.session import reading
from tracker.store.tables import ClaimRow

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
