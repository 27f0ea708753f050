"""Merkle trees: the roots that others compute, and proofs that nothing else passes for."""

import random
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.torture.proofs import flip, mutated_path, mutated_proofs
from tracker.store.merkle import (
    Tree,
    prove,
    prove_consistency,
    root_of,
    verify_consistency,
    verify_proof,
)

LEAVES = [
    bytes.fromhex(digits)
    for digits in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
"""The leaves that implementations of RFC 6962 are tried on, with the roots below."""

ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_standard(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert root_of([]) == sha256().digest()


def leaves_of(size: int) -> list[bytes]:
    return [sha256(str(number).encode()).digest() for number in range(size)]


@given(size=st.integers(1, 70), data=st.data())
def test_every_leaf_has_a_proof(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    index = data.draw(st.integers(0, size - 1))
    proof = prove(leaves, index)
    assert len(proof.path) <= (size - 1).bit_length()
    assert verify_proof(leaves[index], proof, root_of(leaves), size)


@given(size=st.integers(1, 70), data=st.data())
def test_every_beginning_has_a_proof(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    old = data.draw(st.integers(1, size))
    path = prove_consistency(leaves, old)
    assert verify_consistency((old, root_of(leaves[:old])), (size, root_of(leaves)), path)


@given(size=st.integers(2, 40), data=st.data())
def test_another_beginning_has_none(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    old = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old - 1))
    rewritten = [b"other" if i == changed else leaf for i, leaf in enumerate(leaves)]
    old_root = root_of(leaves[:old])
    path = prove_consistency(rewritten, old)
    assert not verify_consistency((old, old_root), (size, root_of(rewritten)), path)


def test_a_tree_can_be_asked_at_every_size() -> None:
    tree, leaves = Tree(), leaves_of(33)
    for size, leaf in enumerate(leaves, 1):
        tree.add(leaf)
        assert tree.root() == root_of(leaves[:size])


def test_only_leaves_that_are_there_can_be_proved() -> None:
    with pytest.raises(IndexError):
        prove(leaves_of(3), 3)
    with pytest.raises(ValueError, match="no size from 1 to 3"):
        prove_consistency(leaves_of(3), 4)


def test_mutated_proofs_are_refused() -> None:
    tally = mutated_proofs(4_000)
    assert (tally.tried, tally.missed) == (4_000, [])


def mutated_consistency(count: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    """Yield proofs of consistency of which one hash, root or size is another."""
    for _ in range(count):
        size = chance.randint(3, 130)
        leaves, old = leaves_of(size), chance.randint(1, size - 1)
        ends = (old, root_of(leaves[:old])), (size, root_of(leaves))
        path = prove_consistency(leaves, old)
        changed = mutated_path(path, chance)
        yield from ((*ends, changed),) if changed != path else ()
        yield (old, flip(ends[0][1], chance)), ends[1], path
        yield ends[0], (size, flip(ends[1][1], chance)), path
        yield ends[0], (old, ends[1][1]), path


def test_mutated_proofs_of_consistency_are_refused() -> None:
    mutated = mutated_consistency(400, random.Random(5))
    assert [one for one in mutated if verify_consistency(*one)] == []  # type: ignore[arg-type]
