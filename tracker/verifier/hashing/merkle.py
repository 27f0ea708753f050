"""The Merkle tree of RFC 6962 over the hashes of entries."""

from __future__ import annotations

import hashlib
from typing import Iterable, List, Tuple


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves: pairs are joined level by level, an odd one goes up."""
    level = [leaf_hash(leaf) for leaf in leaves]
    if not level:
        return hashlib.sha256().digest()
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        level = [node_hash(a, b) for a, b in zip(level[::2], level[1::2])] + odd
    return level[0]


def grow(trees: List[Tuple[int, bytes]], leaf: bytes) -> None:
    """Add a leaf to whole trees side by side, the largest first: each its size and root."""
    trees.append((1, leaf_hash(leaf)))
    while len(trees) > 1 and trees[-1][0] == trees[-2][0]:
        size, right = trees.pop()
        trees[-1] = (2 * size, node_hash(trees[-1][1], right))


def top(trees: List[Tuple[int, bytes]]) -> bytes:
    """Return the root over whole trees side by side."""
    if not trees:
        return hashlib.sha256().digest()
    found = trees[-1][1]
    for _, left in reversed(trees[:-1]):
        found = node_hash(left, found)
    return found


def proof_holds(leaf: bytes, index: int, size: int, path: List[bytes], root: bytes) -> bool:
    """Say whether a leaf stands at `index` among `size` under `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    last, found = size - 1, leaf_hash(leaf)
    for beside in path:
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


def goes_on(old: Tuple[int, bytes], new: Tuple[int, bytes], path: List[bytes]) -> bool:
    """Say whether the tree of `old` (size, root) is a beginning of `new`'s (RFC 9162, 2.1.4.2)."""
    if not 1 <= old[0] <= new[0]:
        return False
    if old[0] == new[0]:
        return not path and old[1] == new[1]
    hashes = list(path)
    if old[0] & (old[0] - 1) == 0:
        hashes.insert(0, old[1])
    if not hashes:
        return False
    index, last = old[0] - 1, new[0] - 1
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
    return last == 0 and (of_old, of_new) == (old[1], new[1])
