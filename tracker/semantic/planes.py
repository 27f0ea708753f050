"""Keys of vectors: which side of seeded planes a vector lies on.

A plane through the origin parts two vectors at an angle t with the chance t / pi. In each
of `TABLES` tables the sides of `BITS` planes make one number, stored as a key. Looked up
are that number and those that differ from it in one bit: so of two texts either finds
both or none, and what is linked does not depend on which was added first.
"""

import hashlib
from typing import Any
from zlib import crc32

TABLES = 16
"""Keys that are stored for a claim. Of pairs with a cosine of 0.9, 0.8, 0.7 and 0.6 a shared
key should be looked up for .997, .89, .63 and .37."""

BITS = 16
"""Planes a table: of a million claims some fifteen have one number, so that all that is looked
up stays within what one query may go through."""

_SEED = b"tracker planes 1"
_OVERFLOW = 2**31


class Planes:
    """Planes in a space of some dimensions, the same wherever they are made."""

    def __init__(self, numpy: Any, dimensions: int) -> None:
        """Make them of bits of a hash: no library's random numbers, which may change."""
        size = dimensions * TABLES * BITS
        seed = hashlib.shake_256(_SEED).digest(size // 8)
        bits = numpy.unpackbits(numpy.frombuffer(seed, dtype=numpy.uint8))
        signs = bits.astype(numpy.float32) * 2 - 1
        self._planes = signs.reshape(dimensions, TABLES * BITS)
        self._powers = 1 << numpy.arange(BITS)

    def numbers(self, vector: Any) -> list[int]:
        """Return the number of a vector in each table."""
        sides = (vector @ self._planes > 0).reshape(TABLES, BITS)
        return [int(number) for number in sides @ self._powers]


def keys_of(name: str, numbers: list[int]) -> frozenset[int]:
    """Return the keys to store; those of two models, by `name`, are not the same."""
    return frozenset(_key(name, table, number) for table, number in enumerate(numbers))


def probes_of(name: str, numbers: list[int]) -> frozenset[int]:
    """Return the keys to look up."""
    flips = [0, *(1 << bit for bit in range(BITS))]
    return frozenset(
        _key(name, table, number ^ flip) for table, number in enumerate(numbers) for flip in flips
    )


def _key(name: str, table: int, number: int) -> int:
    value = crc32(f"{name} {table} {number}".encode())
    return value - 2 * _OVERFLOW if value >= _OVERFLOW else value
