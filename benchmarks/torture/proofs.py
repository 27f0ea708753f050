"""Proofs of inclusion that say something untrue: none may be accepted."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from benchmarks.torture.store import Tally, flipped
from tracker import verifier
from tracker.store.merkle import Proof, prove, root_of, verify_proof

PER_TREE = 50
"""Mutants made of one tree: making a tree is most of the work."""

Mutant = tuple[bytes, Proof, bytes, int]
"""A leaf, a proof, and the root and size that are trusted."""


def mutated_proofs(count: int) -> Tally:
    """Offer `count` mutated proofs to the program's check and to the standalone one."""
    tally = Tally("mutated proofs")
    for mutant in mutants(count, random.Random(11)):
        tally.tried += 1
        leaf, proof, root, size = mutant
        by_tracker = verify_proof(*mutant)
        alone = proof.size == size and verifier.proof_holds(
            leaf, proof.index, proof.size, list(proof.path), root
        )
        tally.by_tracker += not by_tracker
        tally.alone += not alone
        if by_tracker or alone:
            tally.missed.append(repr(mutant))
    return tally


def mutants(count: int, chance: random.Random) -> Iterator[Mutant]:
    """Yield what should not pass: a leaf, proof, root or size is not the one proved."""
    made = 0
    while made < count:
        size = chance.randint(2, 130)
        leaves = [sha256(f"{size} {number}".encode()).digest() for number in range(size)]
        index = chance.randrange(size)
        good = leaves[index], prove(leaves, index), root_of(leaves), size
        for _ in range(min(PER_TREE, count - made)):
            mutant = _mutant(good, leaves, chance)
            if mutant != good:
                made += 1
                yield mutant


def _mutant(good: Mutant, leaves: list[bytes], chance: random.Random) -> Mutant:
    leaf, proof, root, size = good
    other = chance.choice([index for index in range(size) if index != proof.index])
    outside = chance.choice((-1, size, size + 1))
    match chance.randrange(8):
        case 0:
            return leaf, replace(proof, index=other), root, size
        case 1:
            return leaf, replace(proof, index=outside), root, size
        case 2:
            return leaf, replace(proof, size=size + chance.choice((-1, 1))), root, size
        case 3:
            return leaves[other], proof, root, size
        case 4:
            return flip(leaf, chance), proof, root, size
        case 5:
            return leaf, proof, flip(root, chance), size
        case 6:
            # Two children passed off as a leaf: what the prefixes are against.
            return proof.path[0] + leaf, replace(proof, path=proof.path[1:]), root, size
        case _:
            return leaf, replace(proof, path=mutated_path(proof.path, chance)), root, size


def mutated_path(path: tuple[bytes, ...], chance: random.Random) -> tuple[bytes, ...]:
    """Return the path with a hash flipped, taken out, put in, doubled, or all in another order."""
    hashes = list(path)
    at = chance.randrange(len(hashes))
    match chance.randrange(5):
        case 0:
            hashes[at] = flip(hashes[at], chance)
        case 1:
            del hashes[at]
        case 2:
            hashes.insert(at, chance.randbytes(32))
        case 3:
            hashes.insert(at, hashes[at])
        case _:
            chance.shuffle(hashes)
    return tuple(hashes)


def flip(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a bit turned, by chance."""
    return flipped(data, chance.randrange(8 * len(data)))


def mutated_files(given: dict[str, Any], chance: random.Random, count: int) -> Iterator[str]:
    """Yield texts of a file of proofs with one character changed."""
    text = json.dumps(given)
    for _ in range(count):
        at = chance.randrange(len(text))
        other = chance.choice([c for c in '0123456789abcdef",:[]{}' if c != text[at]])
        yield text[:at] + other + text[at + 1 :]
