"""Relays: who carried a statement on, and in which order."""

import pytest

from tests.extract.readings import read


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        pytest.param(
            "The port is shut, Mr Vane said, Radio Marlow and KNA reported.",
            "Mr Vane",
            ((1, "Radio Marlow"), (1, "KNA")),
            id="parallel, behind",
        ),
        pytest.param(
            "Mr Vane said the port was shut, the KNA news agency reported.",
            "Mr Vane",
            ((1, "KNA news agency"),),
            id="behind a cue that comes first",
        ),
        pytest.param(
            "“It is shut,” Mr Vane told KNA.", "Mr Vane", ((1, "KNA"),), id="told an outlet"
        ),
        pytest.param(
            "Mr Vane told the Marlow Gazette on Monday that it was shut.",
            "Mr Vane",
            ((1, "Marlow Gazette"),),
            id="told, with a date",
        ),
        pytest.param(
            "Mr Vane told reporters that it was shut.", "Mr Vane", (), id="told reporters"
        ),
        pytest.param(
            "In an interview with Radio Marlow, Mr Vane said it was shut.",
            "Mr Vane",
            ((1, "Radio Marlow"),),
            id="interview",
        ),
        pytest.param(
            "Radio Marlow reported that it was shut, citing two officials.",
            "two officials",
            ((1, "Radio Marlow"),),
            id="citing",
        ),
        pytest.param(
            "Radio Marlow quoted Mr Vane as saying it was shut.",
            "Mr Vane",
            ((1, "Radio Marlow"),),
            id="quoted as saying",
        ),
    ],
)
def test_relays(text: str, source: str, relays: tuple[tuple[int, str], ...]) -> None:
    found = read(text)
    assert [(one.source, one.relays) for one in found] == [(source, relays)]


def test_told_and_carried_stand_in_order() -> None:
    found = read("“It is shut,” Mr Vane told KNA, Radio Marlow reported.")
    assert found[0].relays == ((1, "KNA"), (2, "Radio Marlow"))


def test_a_person_behind_makes_a_statement_of_their_own() -> None:
    found = read("Mr Vane said the port was shut, his spokesman confirmed.")
    assert [(one.source, one.parent) for one in found] == [("his spokesman", None), ("Mr Vane", 0)]
