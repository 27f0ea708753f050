"""Merkle trees over the hashes of ledger entries, in the manner of RFC 6962.

One root stands for all entries up to a point. That an entry is among them, or that an
older root is of a beginning of the same log, is shown by a handful of hashes.

Source: RFC 6962 section 2.1 for the tree and the proofs, RFC 9162 sections 2.1.3.2 and
2.1.4.2 for checking them.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_LEAF, _NODE = b"\x00", b"\x01"
"""What is hashed before a leaf and before two children: neither can pass for the other."""


@dataclass(frozen=True, slots=True)
class Proof:
    """That a leaf stands at `index` (from 0) among `size` leaves.

    `path` holds the hashes beside the way from the leaf to the root, the lowest first.
    """

    index: int
    size: int
    path: tuple[bytes, ...]


@dataclass(slots=True)
class Tree:
    """A tree that grows leaf by leaf and keeps no more than one hash a level."""

    size: int = 0
    _full: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        """Append a leaf."""
        self._full.append(leaf_hash(leaf))
        self.size += 1
        # As many subtrees are complete now as the size has zeros at its end.
        for _ in range((self.size & -self.size).bit_length() - 1):
            right = self._full.pop()
            self._full.append(node_hash(self._full.pop(), right))

    def root(self) -> bytes:
        """Return the root of all leaves so far; for none, the hash of nothing."""
        if not self._full:
            return hashlib.sha256().digest()
        root = self._full[-1]
        for left in reversed(self._full[:-1]):
            root = node_hash(left, root)
        return root


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(_LEAF + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees side by side."""
    return hashlib.sha256(_NODE + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over `leaves`, in order."""
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


def prove(leaves: Sequence[bytes], index: int) -> Proof:
    """Return the proof that the leaf at `index` (from 0) is among `leaves`.

    Raises:
        IndexError: there is no such leaf.
    """
    return prove_all(leaves, [index])[0]


def prove_all(leaves: Sequence[bytes], indexes: Iterable[int]) -> list[Proof]:
    """Return the proofs of several leaves, for which the tree is built once.

    Raises:
        IndexError: there is no such leaf.
    """
    levels = [[leaf_hash(leaf) for leaf in leaves]]
    while len(levels[-1]) > 1:
        below = levels[-1]
        # An odd one at the end goes up as it is, to where the standard's split has it.
        levels.append(
            [node_hash(*below[at : at + 2]) for at in range(0, len(below) - 1, 2)]
            + (below[-1:] if len(below) % 2 else [])
        )
    return [_proof(levels, index) for index in indexes]


def _proof(levels: Sequence[Sequence[bytes]], index: int) -> Proof:
    size = len(levels[0])
    if not 0 <= index < size:
        raise IndexError(f"there is no leaf {index} among {size}")
    beside = (
        level[index >> height ^ 1]
        for height, level in enumerate(levels[:-1])
        if index >> height ^ 1 < len(level)
    )
    return Proof(index, size, tuple(beside))


def verify_proof(leaf: bytes, proof: Proof, root: bytes, size: int) -> bool:
    """Say whether `leaf` stands where `proof` says under the trusted `root` of `size` leaves.

    The size has to come with the root from whoever is trusted: trees of two sizes can
    have paths of one form, so a proof that named its own size could lie about it.
    """
    if proof.size != size or not 0 <= proof.index < size:
        return False
    index, last, found = proof.index, size - 1, leaf_hash(leaf)
    for beside in proof.path:
        if last == 0:
            return False
        if index % 2 or index == last:
            found = node_hash(beside, found)
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        index, last = index >> 1, last >> 1
    return last == 0 and found == root


def prove_consistency(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """Return the proof that the first `old_size` leaves are a beginning of `leaves`.

    Raises:
        ValueError: `old_size` is not from 1 to the number of leaves.
    """
    if not 1 <= old_size <= len(leaves):
        raise ValueError(f"{old_size} is no size from 1 to {len(leaves)}")
    path: list[bytes] = []
    start, end, known = 0, len(leaves), True
    while old_size != end:
        middle = start + _split(end - start)
        if old_size <= middle:
            path.append(root_of(leaves[middle:end]))
            end = middle
        else:
            path.append(root_of(leaves[start:middle]))
            start, known = middle, False
    if not known:
        path.append(root_of(leaves[start:end]))
    return tuple(reversed(path))


def verify_consistency(
    old: tuple[int, bytes], new: tuple[int, bytes], path: Sequence[bytes]
) -> bool:
    """Say whether the log of `old` (size from 1, root) is a beginning of that of `new`."""
    (old_size, old_root), (new_size, new_root) = old, new
    if not 1 <= old_size <= new_size:
        return False
    if old_size == new_size:
        return not path and old_root == new_root
    hashes = list(path)
    if old_size & (old_size - 1) == 0:
        hashes.insert(0, old_root)
    if not hashes:
        return False
    index, last = old_size - 1, new_size - 1
    while index % 2:
        index, last = index >> 1, last >> 1
    of_old = of_new = hashes[0]
    for beside in hashes[1:]:
        if last == 0:
            return False
        if index % 2 or index == last:
            of_old, of_new = node_hash(beside, of_old), node_hash(beside, of_new)
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            of_new = node_hash(of_new, beside)
        index, last = index >> 1, last >> 1
    return last == 0 and (of_old, of_new) == (old_root, new_root)


def _split(size: int) -> int:
    """Return the greatest power of two below `size` (from 2): the leaves on the left."""
    return 1 << (size - 1).bit_length() - 1
