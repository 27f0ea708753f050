"""Identifiers are the same in every release, and spellings of a name share a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.naming import Part, name_key, uid


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(["clm", "a"], "clm-bc5bdfb6a21b82663528", id="a word"),
        pytest.param(
            ["art", "sample wire", "https://wire.example/ferry", None],
            "art-d2f164c579f4214cbab9",
            id="an article",
        ),
        pytest.param(
            ["occ", "ver-1", [[0, 5], [9, 12]], None, "speech"],
            "occ-768094897587afe5ca0c",
            id="an occurrence",
        ),
    ],
)
def test_uids_stay_what_they_were(parts: list[Part], expected: str) -> None:
    """Exports and other databases hold them: a change here breaks every one."""
    prefix, *rest = parts
    assert uid(str(prefix), *rest) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["a", "b"], ["ab"], id="parts joined"),
        pytest.param(["a", "b"], ["b", "a"], id="order"),
        pytest.param(["a", ["b"]], ["a", "b"], id="nesting"),
        pytest.param([[[0, 5]], None], [None, [[0, 5]]], id="content for source"),
        pytest.param([None], ["null"], id="nothing"),
        pytest.param([None], [""], id="an empty word"),
        pytest.param(["a", None], ["a"], id="an open part"),
        pytest.param([1], ["1"], id="a number as a word"),
        pytest.param([True], [1], id="true"),
        pytest.param(["É"], ["E\u0301"], id="composed or not"),
    ],
)
def test_other_parts_give_another_uid(one: list[Part], other: list[Part]) -> None:
    assert uid("art", *one) != uid("art", *other)


def test_the_prefix_is_part_of_what_is_hashed() -> None:
    assert uid("art", "a").split("-")[1] != uid("clm", "a").split("-")[1]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kim Jong-un", "kim jong un"),
        ("KIM JONG UN", "kim jong un"),
        ("  Ilze \t Ozola\u00a0", "ilze ozola"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("U.S. Navy", "u s navy"),
        ("Łódź Straße Ærø", "lodz strasse aero"),
        ("Владимир Путин", "vladimir putin"),
        ("김정은", "gimjeongeun"),
        ("Area 51", "area 51"),
        ("???", "???"),
        (" … ", "…"),
    ],
)
def test_a_name_folds_to_its_key(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(min_size=1).filter(str.strip))
def test_no_name_folds_to_nothing(name: str) -> None:
    """All such names would be one agent."""
    assert name_key(name)
